/** Suggestions, praise and reports, over HTTP. */
import type { Hono } from "hono";
import { z } from "zod";
import type { TrackDesk } from "../../../desk/tracks.ts";
import { answer, type DeskEnv, readBody } from "./asked.ts";

const Wish = z.discriminatedUnion("type", [
  z.object({ type: z.literal("forward"), department: z.string().min(1).max(100) }),
  z.object({ type: z.literal("answer"), clientId: z.string().min(1).max(100), text: z.string().max(20_000) }),
  z.object({ type: z.literal("finish") }),
]);

export function trackRoutes(api: Hono<DeskEnv>, desk: TrackDesk): void {
  api.get("/tracks", async (c) => {
    const { body, status } = answer(await desk.tracks(c.var.staff));
    return c.json(body, status);
  });
  api.get("/tracks/:record", async (c) => {
    const { body, status } = answer(await desk.track(c.var.staff, c.req.param("record")));
    return c.json(body, status);
  });
  api.post("/tracks/:record", async (c) => {
    const wish = await readBody(c, Wish);
    const { body, status } = answer(await desk.trackStep(c.var.staff, c.req.param("record"), wish));
    return c.json(body, status);
  });
}
