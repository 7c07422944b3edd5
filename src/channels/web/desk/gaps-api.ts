/** What the policies left open, and the drafts that come of it, over HTTP. */
import type { Hono } from "hono";
import { z } from "zod";
import type { DraftDesk } from "../../../desk/drafts/port.ts";
import type { GapDesk } from "../../../desk/gaps.ts";
import { DRAFT_KINDS } from "../../../store/drafts.ts";
import { answer, type DeskEnv, readBody } from "./asked.ts";

const Ids = z.array(z.string().min(1).max(200)).max(2000);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Chosen = z.object({ ids: Ids });
const Drafted = z.object({ ids: Ids, kind: z.enum(DRAFT_KINDS).default("policy") });
const Saved = z.object({ text: z.string().max(200_000), hash: Hash });
const Read = z.object({ hash: Hash });
const Returned = z.object({ note: z.string().max(5000) });

export function gapRoutes(api: Hono<DeskEnv>, desk: GapDesk & DraftDesk): void {
  api.get("/gaps", async (c) => {
    const { body, status } = answer(await desk.gaps(c.var.staff));
    return c.json(body, status);
  });
  api.post("/gaps/draft", async (c) => {
    const { ids, kind } = await readBody(c, Drafted);
    const { body, status } = answer(await desk.draftGap(c.var.staff, ids, kind));
    return c.json(body, status);
  });
  api.post("/gaps/settle", async (c) => {
    const asked = await readBody(c, Chosen);
    const { body, status } = answer(await desk.settleGap(c.var.staff, asked.ids));
    return c.json(body, status);
  });
  api.post("/cases/:ref/draft", async (c) => {
    const { body, status } = answer(await desk.draftCase(c.var.staff, c.req.param("ref")));
    return c.json(body, status);
  });
  api.get("/drafts", async (c) => {
    const { body, status } = answer(await desk.drafts(c.var.staff));
    return c.json(body, status);
  });
  api.get("/drafts/:id", async (c) => {
    const { body, status } = answer(await desk.openDraft(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });
  api.post("/drafts/:id/save", async (c) => {
    const asked = await readBody(c, Saved);
    const { body, status } = answer(await desk.saveDraft(c.var.staff, c.req.param("id"), asked));
    return c.json(body, status);
  });
  api.post("/drafts/:id/submit", async (c) => {
    const { hash } = await readBody(c, Read);
    const { body, status } = answer(await desk.submitDraft(c.var.staff, c.req.param("id"), hash));
    return c.json(body, status);
  });
  api.post("/drafts/:id/return", async (c) => {
    const { note } = await readBody(c, Returned);
    const { body, status } = answer(await desk.sendBack(c.var.staff, c.req.param("id"), note));
    return c.json(body, status);
  });
  api.post("/drafts/:id/approve", async (c) => {
    const { hash } = await readBody(c, Read);
    const { body, status } = answer(await desk.approveDraft(c.var.staff, c.req.param("id"), hash));
    return c.json(body, status);
  });
  api.post("/drafts/:id/drop", async (c) => {
    const { body, status } = answer(await desk.dropDraft(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });
}
