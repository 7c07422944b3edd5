/** Everything that isn't the API: the example bank's page, the widget's script, the API's description. */
import { readFileSync } from "node:fs";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { docsPage } from "./docs.ts";
import type { WebEnv, WebOptions } from "./options.ts";
import { homePage } from "./site/home.ts";

/** Nothing inline, nothing foreign. The widget works under it, so it works under a bank's own. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const pageHeaders = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set("X-Content-Type-Options", "nosniff");
  // pages of other parts mounted on this app bring their own
  if (!c.res.headers.has("Content-Security-Policy")) c.res.headers.set("Content-Security-Policy", contentPolicy);
  if (!c.res.headers.has("Referrer-Policy")) c.res.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  if (!c.res.headers.has("Cross-Origin-Opener-Policy")) c.res.headers.set("Cross-Origin-Opener-Policy", "same-origin");
});

const siteFile = (name: string) => readFileSync(new URL(`./site/${name}`, import.meta.url), "utf8");

export function addPages(app: OpenAPIHono<WebEnv>, options: WebOptions): void {
  const { assets, labels } = options;
  const files = {
    "home.css": { type: "text/css; charset=utf-8", text: siteFile("home.css") },
    "home.js": { type: "text/javascript; charset=utf-8", text: siteFile("home.js") },
    "docs.css": { type: "text/css; charset=utf-8", text: siteFile("docs.css") },
  };

  const description = {
    openapi: "3.1.0",
    info: {
      title: "Tingsu 听诉 web API",
      version: "1",
      description:
        "Complaint intake for a bank's own pages and apps. A conversation is opened once, its token goes as bearer token with every further call, and messages are read by cursor or as live events. Errors are problem+json with a code and a sentence in the customer's language (Accept-Language: zh-Hans, zh-Hant, en).",
    },
  };
  app.openAPIRegistry.registerComponent("securitySchemes", "visitor", {
    type: "http",
    scheme: "bearer",
    description: "Visitor token from `POST /api/v1/conversations`, good for 30 days.",
  });

  app.use("*", pageHeaders);
  app.get("/healthz", (c) => c.json({ ok: true }, 200, { "Cache-Control": "no-store" }));
  app.get("/openapi.json", (c) => c.json(app.getOpenAPI31Document(description)));
  app.get("/docs", (c) => c.html(docsPage(app.getOpenAPI31Document(description))));
  app.get("/", (c) => c.html(homePage(c.req.query("lang") === "en" ? "en" : "zh", labels)));
  for (const [name, file] of Object.entries(files)) {
    app.get(`/site/${name}`, (c) =>
      c.body(file.text, 200, { "Content-Type": file.type, "Cache-Control": "public, max-age=300" }),
    );
  }

  app.get("/widget.js", (c) => {
    const zipped = /\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "");
    const etag = zipped ? `"${assets.hash}-gz"` : `"${assets.hash}"`;
    const headers = {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=300, stale-while-revalidate=86400",
      "Cross-Origin-Resource-Policy": "cross-origin",
      Vary: "Accept-Encoding",
      ETag: etag,
    };
    if (c.req.header("If-None-Match")?.includes(etag)) return c.body(null, 304, headers);
    if (zipped) return c.body(assets.gzip, 200, { ...headers, "Content-Encoding": "gzip" });
    return c.body(assets.script, 200, headers);
  });
}
