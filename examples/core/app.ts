/** A core system as a bank may have one: the contract of docs/core-system.yaml, with faults that can be switched on. */
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";
import type { Cases } from "./cases.ts";
import { queueEvent } from "./events.ts";
import { type Key, signedNonce } from "./signature.ts";

/** What goes wrong, by choice. */
export interface Faults {
  /** Milliseconds before every answer; the work is done before. */
  slowMs: number;
  /** So many calls are answered with 500, unworked. */
  failing: number;
  /** So many calls are worked, then the connection is cut instead of an answer. */
  dropping: number;
}

const Opening = z.object({
  key: z.string().min(1),
  record: z.string().min(1),
  department: z.string().min(1),
  due: z.iso.date(),
  receivedAt: z.iso.datetime({ offset: true }),
  summary: z.looseObject({ words: z.string() }),
});
const Supplement = z.object({
  key: z.string().min(1),
  messages: z.array(z.object({ id: z.string().min(1), at: z.string(), text: z.string() })),
});
const Closing = z.object({ key: z.string().min(1), how: z.enum(["withdrawn", "resolved"]), at: z.string() });
const Erasure = z.object({ key: z.string().min(1), number: z.string().nullable(), at: z.string() });
const Change = z.object({
  status: z.enum(["open", "closed"]).optional(),
  department: z.string().optional(),
  due: z.iso.date().optional(),
  step: z.string().max(80).optional(),
  finding: z.enum(["upheld", "partly-upheld", "not-upheld"]).optional(),
});
const FaultsChange = z.object({
  slowMs: z.int().min(0).optional(),
  failing: z.int().min(0).optional(),
  dropping: z.int().min(0).optional(),
});

interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { body: string };
}

export function createCoreApp(options: {
  cases: Cases;
  /** Tingsu's key. */
  key: Key;
  faults: Faults;
  /** Milliseconds. */
  now: () => number;
  /** Called after a change that Tingsu should hear of. */
  changed: () => void;
}): Hono<Env> {
  const { cases, key, faults, now } = options;
  const app = new Hono<Env>();

  app.on(["GET", "POST"], ["/cases/*", "/erasures"], async (c, next) => {
    const body = await c.req.text();
    const { pathname, search } = new URL(c.req.url);
    const nonce = signedNonce(key, c.req.raw, pathname + search, body, now());
    if (nonce === null || !cases.useNonce(nonce, now())) return c.json({ code: "unauthorised" }, 401);
    if (faults.failing > 0) {
      faults.failing -= 1;
      return c.json({ code: "failing" }, 500);
    }
    c.set("body", body);
    await next();
    if (faults.slowMs > 0) await new Promise((done) => setTimeout(done, faults.slowMs));
    if (faults.dropping > 0) {
      faults.dropping -= 1;
      c.env.incoming?.socket.destroy();
    }
    return undefined;
  });

  app.post("/cases", (c) => {
    const opening = read(Opening, c.var.body);
    if (!opening || opening.key !== c.req.header("Idempotency-Key")) return c.json({ code: "invalid" }, 422);
    const { number, created } = cases.open(opening);
    return c.json({ number }, created ? 201 : 200);
  });

  app.get("/cases", (c) => {
    const limit = Math.min(500, Math.max(1, Number(c.req.query("limit") ?? 100)));
    const { cases: found, next } = cases.page(Number(c.req.query("after") ?? 0), limit);
    return c.json({ cases: found, next: next === null ? null : String(next) });
  });

  app.post("/cases/:number/supplements", (c) => {
    const known = cases.find(c.req.param("number"));
    if (!known) return c.json({ code: "unknown-case" }, 404);
    const supplement = read(Supplement, c.var.body);
    if (!supplement || supplement.key !== known.key) return c.json({ code: "invalid" }, 422);
    cases.supplement(known.number, supplement.messages);
    return c.body(null, 204);
  });

  app.post("/cases/:number/closing", (c) => {
    const known = cases.find(c.req.param("number"));
    if (!known) return c.json({ code: "unknown-case" }, 404);
    const closing = read(Closing, c.var.body);
    if (!closing || closing.key !== known.key) return c.json({ code: "invalid" }, 422);
    cases.close(known.number, closing.how, closing.at);
    return c.body(null, 204);
  });

  app.post("/erasures", (c) => {
    const erasure = read(Erasure, c.var.body);
    if (!erasure || erasure.key !== c.req.header("Idempotency-Key")) return c.json({ code: "invalid" }, 422);
    cases.erase(erasure.key);
    return c.body(null, 204);
  });

  // For whoever plays the people of this core system; a real one has its own pages for that.
  app.post("/play/cases/:number", async (c) => {
    const change = read(Change, await c.req.text());
    const changed = change && cases.change(c.req.param("number"), given(change));
    if (!changed) return c.json({ code: "invalid" }, 422);
    queueEvent(cases, changed, now());
    options.changed();
    return c.json(changed);
  });
  app.post("/play/faults", async (c) => {
    const change = read(FaultsChange, await c.req.text());
    if (!change) return c.json({ code: "invalid" }, 422);
    Object.assign(faults, given(change));
    return c.json(faults);
  });
  return app;
}

/** Undefined when it is no JSON or not what the contract says. */
function read<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function given<T extends object>(change: T): Given<T>;
function given(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
