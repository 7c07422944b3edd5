/** The desk's JSON API: parse, ask the desk, answer. What is allowed is decided in the desk. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { LIST_VIEWS } from "../../../desk/case-list.ts";
import { DeskStep } from "../../../desk/life-steps.ts";
import { REVEAL_REASONS } from "../../../desk/reading-cases.ts";
import { type Outcome, type RefusalCode, refuse } from "../../../desk/refusal.ts";
import type { StaffMember } from "../../../desk/staff.ts";
import { deskEvents } from "./events.ts";
import type { DeskRoutesOptions } from "./routes.ts";
import { dropSession, fromOwnPages, sessionToken } from "./session.ts";

const STATUS: Record<RefusalCode, ContentfulStatusCode> = {
  "sign-in-needed": 401,
  "link-invalid": 403,
  "no-such-staff": 404,
  "not-found": 404,
  "other-department": 403,
  "not-allowed": 403,
  taken: 409,
  "not-owner": 409,
  "not-open": 409,
  erased: 410,
  empty: 422,
  "too-long": 422,
  incomplete: 422,
  "above-authority": 403,
  "reason-needed": 422,
  "step-refused": 409,
  "file-refused": 422,
  "time-wrong": 422,
  "not-here": 404,
};

const Ref = z.string().min(1).max(200);
const ClientId = z.string().min(8).max(100);
const Text = z.string().max(20_000);
const ReplyBody = z.object({ clientId: ClientId, text: Text, confirmed: z.boolean().default(false) });
const NoteBody = z.object({ clientId: ClientId, text: Text });
const ResolveBody = z.object({
  parts: z.record(z.string().max(40), Text).refine((parts) => Object.keys(parts).length <= 20),
  confirmed: z.boolean().default(false),
});
const StepBody = z.object({ clientId: ClientId, step: DeskStep, confirmed: z.boolean().default(false) });
const RevealBody = z.object({ reason: z.enum(REVEAL_REASONS), words: z.string().max(2_000).default("") });
const InviteBody = z.object({ staff: z.string().min(1).max(100) });
const ListQuery = z.object({ view: z.enum(LIST_VIEWS).default("open"), q: z.string().max(100).default("") });

interface Env {
  Variables: { staff: StaffMember; token: string };
}

const invalid = {
  code: "invalid",
  message: { zh: "请求的格式不对。", en: "The request could not be read." },
} as const;

/** What was sent is not what the endpoint takes: each place that is wrong, and what was expected. Values are not repeated. */
class BadRequest extends Error {
  readonly problems: { path: string; message: string }[];
  constructor(problems: BadRequest["problems"]) {
    super("bad request");
    this.name = "BadRequest";
    this.problems = problems;
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BadRequest(result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadRequest([{ path: "", message: "expected JSON" }]);
    throw error;
  }
}

function answer<T>(outcome: Outcome<T>): { body: unknown; status: ContentfulStatusCode } {
  return outcome.ok
    ? { body: outcome.value, status: 200 }
    : { body: outcome.refusal, status: STATUS[outcome.refusal.code] };
}

/** Inline for what a browser shows safely as a picture; everything else is saved. */
const SHOWN = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

export function createDeskApi(options: DeskRoutesOptions): Hono<Env> {
  const { desk } = options;
  const api = new Hono<Env>();

  const guard = createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== "GET" && !fromOwnPages(c, options)) {
      return c.json(
        {
          code: "foreign-origin",
          message: { zh: "请求不是从工作台发出的。", en: "Not sent by the desk's own pages." },
        },
        403,
      );
    }
    const token = sessionToken(c);
    const staff = token === undefined ? undefined : await desk.whoIs(token);
    if (token === undefined || !staff) return c.json(refuse("sign-in-needed").refusal, 401);
    c.set("staff", staff);
    c.set("token", token);
    return next();
  });
  const json = bodyLimit({ maxSize: 128 * 1024, onError: (c) => c.json(refuse("too-long").refusal, 413) });
  api.use("*", guard, json);

  /** The body as `schema` reads it. Only JSON: a foreign form can't send that without asking first. Throws BadRequest. */
  async function read<T>(
    c: { req: { header(name: string): string | undefined; text(): Promise<string> } },
    schema: z.ZodType<T>,
  ): Promise<T> {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? "")) {
      throw new BadRequest([{ path: "content-type", message: "expected application/json" }]);
    }
    return parsed(schema, jsonIn(await c.req.text()));
  }

  api.onError((error, c) => {
    if (error instanceof BadRequest) return c.json({ ...invalid, problems: error.problems }, 400);
    throw error;
  });

  api.get("/me", (c) => c.json({ ...desk.me(c.var.staff), now: options.now() }));

  api.post("/sign-out", async (c) => {
    await desk.signOut(c.var.token);
    dropSession(c, options);
    return c.json(null);
  });

  api.get("/cases", async (c) => {
    const { view, q } = parsed(ListQuery, c.req.query());
    const { body, status } = answer(await desk.list(c.var.staff, { view, search: q }));
    return c.json(body, status);
  });

  api.get("/alerts", async (c) => {
    const { body, status } = answer(await desk.alerts(c.var.staff));
    return c.json(body, status);
  });

  api.use("/cases/:ref/*", async (c, next) => {
    parsed(Ref, c.req.param("ref"));
    return next();
  });

  api.get("/cases/:ref", async (c) => {
    const ref = c.req.param("ref");
    const again = c.req.query("again") === "1";
    const { body, status } = answer(await (again ? desk.refresh(c.var.staff, ref) : desk.open(c.var.staff, ref)));
    return c.json(body, status);
  });

  api.post("/cases/:ref/take", async (c) => {
    const { body, status } = answer(await desk.take(c.var.staff, c.req.param("ref")));
    return c.json(body, status);
  });

  api.post("/cases/:ref/hand-back", async (c) => {
    const { body, status } = answer(await desk.handBack(c.var.staff, c.req.param("ref")));
    return c.json(body, status);
  });

  api.post("/cases/:ref/typing", async (c) => {
    await desk.typing(c.var.staff, c.req.param("ref"));
    return c.json(null);
  });

  api.post("/cases/:ref/reply", async (c) => {
    const asked = await read(c, ReplyBody);
    const { body, status } = answer(await desk.reply(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.post("/cases/:ref/note", async (c) => {
    const asked = await read(c, NoteBody);
    const { body, status } = answer(await desk.note(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.post("/cases/:ref/resolve", async (c) => {
    const asked = await read(c, ResolveBody);
    const { body, status } = answer(await desk.resolve(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.get("/cases/:ref/life", async (c) => {
    const { body, status } = answer(await desk.life(c.var.staff, c.req.param("ref")));
    return c.json(body, status);
  });

  api.get("/cases/:ref/candidates", async (c) => {
    const { body, status } = answer(await desk.candidates(c.var.staff, c.req.param("ref")));
    return c.json(body, status);
  });

  api.post("/cases/:ref/life", async (c) => {
    const asked = await read(c, StepBody);
    if (!asked) return c.json(invalid, 400);
    const { body, status } = answer(await desk.step(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.post("/cases/:ref/reveal", async (c) => {
    const asked = await read(c, RevealBody);
    const { body, status } = answer(await desk.reveal(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.get("/cases/:ref/attachments/:id", async (c) => {
    const found = await desk.attachment(c.var.staff, c.req.param("ref"), c.req.param("id"));
    if (!found.ok) return c.json(found.refusal, STATUS[found.refusal.code]);
    const { name, mime, bytes } = found.value;
    const shown = SHOWN.has(mime);
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": shown ? mime : "application/octet-stream",
      "Content-Disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
    });
  });

  api.get("/dead-letters", async (c) => {
    const { body, status } = answer(await desk.deadLetters(c.var.staff));
    return c.json(body, status);
  });

  api.post("/dead-letters/:id/revive", async (c) => {
    const id = parsed(z.coerce.number().int().positive(), c.req.param("id"));
    const { body, status } = answer(await desk.revive(c.var.staff, id));
    return c.json(body, status);
  });

  api.get("/core-conflicts", async (c) => {
    const { body, status } = answer(await desk.coreConflicts(c.var.staff));
    return c.json(body, status);
  });

  api.post("/core-conflicts/:id/settle", async (c) => {
    const id = z.coerce.number().int().positive().safeParse(c.req.param("id"));
    if (!id.success) return c.json(invalid, 400);
    const { body, status } = answer(await desk.settleCoreConflict(c.var.staff, id.data));
    return c.json(body, status);
  });

  api.get("/colleagues", async (c) => {
    const { body, status } = answer(await desk.colleagues(c.var.staff));
    return c.json(body, status);
  });

  api.post("/links", async (c) => {
    const asked = await read(c, InviteBody);
    const { body, status } = answer(await desk.invite(c.var.staff, asked.staff));
    return c.json(body, status);
  });

  api.get("/events", async (c) => {
    const ref = c.req.query("case");
    const { staff, token } = c.var;
    const conversation = ref === undefined ? undefined : await desk.conversation(staff, ref);
    const stream = deskEvents({
      live: options.live,
      topics: conversation === undefined ? ["desk"] : ["desk", conversation],
      heartbeatMs: options.heartbeatMs ?? 20_000,
      stillAllowed: async () => (await desk.whoIs(token)) !== undefined,
      onError: (error) => options.report({ route: "GET /desk/api/events", error }),
    });
    return c.body(stream, 200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  });

  api.all("*", (c) =>
    c.json({ code: "no-such-page", message: { zh: "没有这个接口。", en: "There is no such endpoint." } }, 404),
  );
  return api;
}
