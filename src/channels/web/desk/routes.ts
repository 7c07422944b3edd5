/** The desk on the web, mounted at /desk: pages, assets, signing in, API. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Desk } from "../../../desk/desk.ts";
import { refuse } from "../../../desk/refusal.ts";
import type { Live } from "../../../store/live.ts";
import { createDeskApi } from "./api.ts";
import type { DeskAssets, DeskFile } from "./bundle.ts";
import { appPage, CONTENT_POLICY, ICON, lostPage, refusedPage, signInPage } from "./pages.ts";
import { fromOwnPages, putSession } from "./session.ts";

export interface DeskRoutesOptions {
  desk: Desk;
  live: Live;
  assets: DeskAssets;
  /** ISO instant. */
  now: () => string;
  /** Public origin, "https://desk.example". Set it behind a proxy: cookies become Secure, and only this origin may write. */
  origin?: string;
  /** What the desk in Slack looks like, as a page of HTML without scripts. */
  slackPreview?: () => Promise<string>;
  /** Of live event streams, ms. */
  heartbeatMs?: number;
  /** Failures of our own side, with the route; never customer text. */
  report: (failure: { route: string; error: unknown }) => void;
}

const Token = /^[\w-]{20,200}$/;

export function createDeskRoutes(options: DeskRoutesOptions): Hono {
  const { desk, assets } = options;
  const app = new Hono();
  const paths = { script: `/desk/assets/${assets.script.hash}.js`, style: `/desk/assets/${assets.style.hash}.css` };
  const shell = appPage(paths);

  app.onError((error, c) => {
    options.report({ route: `${c.req.method} ${c.req.routePath}`, error });
    const message = { zh: "系统暂时出了问题，请稍后再试。", en: "Something went wrong on our side. Please try again." };
    return c.json({ code: "unavailable", message }, 500);
  });

  app.use("*", async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", CONTENT_POLICY);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    // Not no-referrer: browsers would then send "Origin: null" with the sign-in form.
    headers.set("Referrer-Policy", "same-origin");
  });

  const serve = (path: string, type: string, file: DeskFile) =>
    app.get(path, (c) => {
      const zipped = /\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "");
      return c.body(zipped ? file.gzip : file.content, 200, {
        "Content-Type": `${type}; charset=utf-8`,
        "Cache-Control": "public, max-age=31536000, immutable",
        Vary: "Accept-Encoding",
        ...(zipped ? { "Content-Encoding": "gzip" } : {}),
      });
    });
  serve(`/assets/${assets.script.hash}.js`, "text/javascript", assets.script);
  serve(`/assets/${assets.style.hash}.css`, "text/css", assets.style);

  app.get("/sign-in", (c) => {
    const token = c.req.query("token") ?? "";
    if (!Token.test(token)) return c.html(refusedPage(refuse("link-invalid").refusal.message, paths), 400);
    return c.html(signInPage(token, paths));
  });

  const noLink = refusedPage(refuse("link-invalid").refusal.message, paths);
  const short = bodyLimit({ maxSize: 4_096, onError: (c) => c.html(noLink, 413) });
  app.post("/sign-in", short, async (c) => {
    if (!fromOwnPages(c, options)) return c.html(noLink, 403);
    const token = new URLSearchParams(await c.req.text()).get("token") ?? "";
    const outcome = Token.test(token) ? await desk.signIn(token) : refuse("link-invalid");
    if (!outcome.ok) return c.html(refusedPage(outcome.refusal.message, paths), 403);
    putSession(c, outcome.value.token, options);
    return c.redirect("/desk/", 303);
  });

  app.route("/api", createDeskApi(options));

  // The shell holds nothing secret: it is the same for everybody, and the app asks the API who is there.
  for (const path of [
    "/",
    "/cases/:ref",
    "/alerts",
    "/incidents",
    "/incidents/:id",
    "/emergency",
    "/reports",
    "/improvements",
    "/dead-letters",
    "/gaps",
    "/tracks",
    "/tracks/:record",
    "/rights",
    "/drafts",
    "/drafts/:id",
    "/links",
    "/channels",
    "/duty",
  ])
    app.get(path, (c) => c.html(shell));
  app.get("/icon.svg", (c) =>
    c.body(ICON, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }),
  );
  // Mounted at /desk, "/" above is "/desk" only; the same page also answers with the slash.
  app.all("*", (c) => {
    if (c.req.method === "GET" && c.req.path.endsWith("/desk/")) return c.html(shell);
    return c.html(lostPage(paths), 404);
  });
  return app;
}
