/** How the lines to customers' accounts fare, the code to log one in, and what the desk in Slack looks like. */
import type { Hono } from "hono";
import { granted, refuse } from "../../../desk/refusal.ts";
import { answer, type DeskEnv, STATUS } from "./asked.ts";
import type { DeskRoutesOptions } from "./routes.ts";

/** The preview brings its own style, and nothing else may come with it. */
const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export function addChannelRoutes(api: Hono<DeskEnv>, { desk, slackPreview }: DeskRoutesOptions): void {
  api.get("/channels", async (c) => {
    const { body, status } = answer((await desk.channelLinks?.links(c.var.staff)) ?? granted([]));
    return c.json(body, status);
  });

  api.get("/channels/:channel/qr.png", async (c) => {
    const found = (await desk.channelLinks?.qr(c.var.staff, c.req.param("channel"))) ?? refuse("not-found");
    if (!found.ok) return c.json(found.refusal, STATUS[found.refusal.code]);
    return c.body(new Uint8Array(found.value), 200, { "Content-Type": "image/png", "Cache-Control": "no-store" });
  });

  api.get("/slack-preview", async (c) => {
    if (!desk.me(c.var.staff).pages.channels) return c.json(refuse("not-allowed").refusal, STATUS["not-allowed"]);
    const html = (await slackPreview?.()) ?? null;
    if (html === null) return c.json(refuse("not-found").refusal, STATUS["not-found"]);
    return c.html(html, 200, { "Content-Security-Policy": PREVIEW_POLICY });
  });
}
