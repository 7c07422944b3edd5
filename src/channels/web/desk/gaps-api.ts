/** What the policies left open, over HTTP. */
import type { Hono } from "hono";
import { z } from "zod";
import type { GapDesk } from "../../../desk/gaps.ts";
import { answer, type DeskEnv, readBody } from "./asked.ts";

const Ids = z.array(z.string().min(1).max(200)).max(2000);
const Chosen = z.object({ ids: Ids });
const Proposed = z.object({
  kind: z.enum(["known-unknown", "from-case"]),
  title: z.string().max(2000),
  text: z.string().max(20_000),
  caseRef: z.string().min(1).max(200).nullable().default(null),
  ids: Ids.default([]),
});

export function gapRoutes(api: Hono<DeskEnv>, desk: GapDesk): void {
  api.get("/gaps", async (c) => {
    const { body, status } = answer(await desk.gaps(c.var.staff));
    return c.json(body, status);
  });
  api.post("/gaps/draft", async (c) => {
    const asked = await readBody(c, Chosen);
    const { body, status } = answer(await desk.draftGap(c.var.staff, asked.ids));
    return c.json(body, status);
  });
  api.post("/gaps/settle", async (c) => {
    const asked = await readBody(c, Chosen);
    const { body, status } = answer(await desk.settleGap(c.var.staff, asked.ids));
    return c.json(body, status);
  });
  api.post("/entries", async (c) => {
    const asked = await readBody(c, Proposed);
    const { body, status } = answer(await desk.proposeEntry(c.var.staff, asked));
    return c.json(body, status);
  });
  api.post("/entries/:id/approve", async (c) => {
    const { body, status } = answer(await desk.approveEntry(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });
}
