/** The desk's JSON API: parse, ask the desk, answer. What is allowed is decided in the desk. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { LIST_VIEWS } from "../../../desk/case-list.ts";
import { DeskStep } from "../../../desk/life-steps.ts";
import { REVEAL_REASONS } from "../../../desk/reading-cases.ts";
import { refuse } from "../../../desk/refusal.ts";
import { CAUSES } from "../../../flows/conversation.ts";
import { answer, BadRequest, type DeskEnv, invalid, parsed, readBody, STATUS } from "./asked.ts";
import { casePrint } from "./case-print.ts";
import { addChannelRoutes } from "./channels-api.ts";
import { addDutyRoutes } from "./duty-api.ts";
import { deskEvents } from "./events.ts";
import { addFormRoutes } from "./forms-api.ts";
import { gapRoutes } from "./gaps-api.ts";
import { addImprovementRoutes } from "./improvements-api.ts";
import { addIncidentRoutes } from "./incidents-api.ts";
import { addReportRoutes } from "./reports-api.ts";
import { addRightsRoutes } from "./rights-api.ts";
import type { DeskRoutesOptions } from "./routes.ts";
import { dropSession, fromOwnPages, sessionToken } from "./session.ts";
import { trackRoutes } from "./tracks-api.ts";

const Ref = z.string().min(1).max(200);
const ClientId = z.string().min(8).max(100);
const Text = z.string().max(20_000);
const ReplyBody = z.object({
  clientId: ClientId,
  text: Text,
  confirmed: z.boolean().default(false),
  keepBy: z.iso.datetime({ offset: true }).nullish(),
});
const NoteBody = z.object({ clientId: ClientId, text: Text });
const ResolveBody = z.object({
  parts: z.record(z.string().max(40), Text).refine((parts) => Object.keys(parts).length <= 20),
  cause: z.enum(CAUSES).optional(),
  confirmed: z.boolean().default(false),
});
const StepBody = z.object({ clientId: ClientId, step: DeskStep, confirmed: z.boolean().default(false) });
const RevealBody = z.object({ reason: z.enum(REVEAL_REASONS), words: z.string().max(2_000).default("") });
const InviteBody = z.object({ staff: z.string().min(1).max(100) });
const ListQuery = z.object({ view: z.enum(LIST_VIEWS).default("open"), q: z.string().max(100).default("") });

/** Inline for what a browser shows safely as a picture; everything else is saved. */
const SHOWN = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

export function createDeskApi(options: DeskRoutesOptions): Hono<DeskEnv> {
  const { desk } = options;
  const api = new Hono<DeskEnv>();

  const guard = createMiddleware<DeskEnv>(async (c, next) => {
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

  api.get("/offered", async (c) => {
    const { body, status } = answer(await desk.offered(c.var.staff));
    return c.json(body, status);
  });

  gapRoutes(api, desk);
  if (desk.tracks) trackRoutes(api, desk.tracks);
  if (desk.rights) {
    const style = `/desk/assets/${options.assets.style.hash}.css`;
    addRightsRoutes(api, desk.rights, { style, zone: (staff) => desk.me(staff).zone });
  }

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
    const asked = await readBody(c, ReplyBody);
    const { body, status } = answer(
      await desk.reply(c.var.staff, c.req.param("ref"), { ...asked, keepBy: asked.keepBy ?? null }),
    );
    return c.json(body, status);
  });

  api.post("/cases/:ref/note", async (c) => {
    const asked = await readBody(c, NoteBody);
    const { body, status } = answer(await desk.note(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.post("/cases/:ref/resolve", async (c) => {
    const asked = await readBody(c, ResolveBody);
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
    const asked = await readBody(c, StepBody);
    const { body, status } = answer(await desk.step(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.post("/cases/:ref/reveal", async (c) => {
    const asked = await readBody(c, RevealBody);
    const { body, status } = answer(await desk.reveal(c.var.staff, c.req.param("ref"), asked));
    return c.json(body, status);
  });

  api.get("/cases/:ref/print", async (c) => {
    const found = await desk.print(c.var.staff, c.req.param("ref"));
    if (!found.ok) return c.json(found.refusal, STATUS[found.refusal.code]);
    const tongue = c.req.query("in") === "en" ? "en" : "zh";
    const style = `/desk/assets/${options.assets.style.hash}.css`;
    return c.html(casePrint(found.value, { tongue, style, zone: desk.me(c.var.staff).zone, at: options.now() }));
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
    const asked = await readBody(c, InviteBody);
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

  addChannelRoutes(api, options);
  if (desk.reports) addReportRoutes(api, desk.reports, { assets: options.assets, now: options.now });
  if (desk.forms) addFormRoutes(api, desk.forms, { assets: options.assets, now: options.now });
  if (desk.improvements) addImprovementRoutes(api, desk.improvements);
  if (desk.duty) addDutyRoutes(api, desk.duty);
  if (desk.incidents) addIncidentRoutes(api, desk.incidents);

  api.all("*", (c) =>
    c.json({ code: "no-such-page", message: { zh: "没有这个接口。", en: "There is no such endpoint." } }, 404),
  );
  return api;
}
