/** What the policies left open, over HTTP. */
import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import type { GapDesk } from "../../../desk/gaps.ts";
import type { Outcome } from "../../../desk/refusal.ts";
import type { Env } from "./api.ts";

const Ids = z.array(z.string().min(1).max(200)).max(2000);
const Chosen = z.object({ ids: Ids });
const Proposed = z.object({
  kind: z.enum(["known-unknown", "from-case"]),
  title: z.string().max(2000),
  text: z.string().max(20_000),
  caseRef: z.string().min(1).max(200).nullable().default(null),
  ids: Ids.default([]),
});

const invalid = { code: "invalid", message: { zh: "请求的格式不对。", en: "The request could not be read." } } as const;

export function gapRoutes(
  api: Hono<Env>,
  {
    desk,
    read,
    answer,
  }: {
    desk: GapDesk;
    read: <T>(c: Context<Env>, schema: z.ZodType<T>) => Promise<T | undefined>;
    answer: <T>(outcome: Outcome<T>) => { body: unknown; status: ContentfulStatusCode };
  },
): void {
  api.get("/gaps", async (c) => {
    const { body, status } = answer(await desk.gaps(c.var.staff));
    return c.json(body, status);
  });
  api.post("/gaps/draft", async (c) => {
    const asked = await read(c, Chosen);
    if (!asked) return c.json(invalid, 400);
    const { body, status } = answer(await desk.draftGap(c.var.staff, asked.ids));
    return c.json(body, status);
  });
  api.post("/gaps/settle", async (c) => {
    const asked = await read(c, Chosen);
    if (!asked) return c.json(invalid, 400);
    const { body, status } = answer(await desk.settleGap(c.var.staff, asked.ids));
    return c.json(body, status);
  });
  api.post("/entries", async (c) => {
    const asked = await read(c, Proposed);
    if (!asked) return c.json(invalid, 400);
    const { body, status } = answer(await desk.proposeEntry(c.var.staff, asked));
    return c.json(body, status);
  });
  api.post("/entries/:id/approve", async (c) => {
    const { body, status } = answer(await desk.approveEntry(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });
}
