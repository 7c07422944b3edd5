/** The customers' web channel: HTTP API, live events, widget and the example bank's page on one Hono app. */
import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { StoreError } from "../../store/error.ts";
import { InputError, MAX_FILE, MAX_TEXT } from "../channel.ts";
import { eventStream } from "./events.ts";
import { bearer, createGuards } from "./guards.ts";
import { preferredLanguage } from "./labels.ts";
import type { WebEnv, WebOptions } from "./options.ts";
import { addPages } from "./pages.ts";
import { Problem, problemResponse, WrongFields } from "./problem.ts";
import { createRoutes } from "./routes.ts";
import { cleanFileName, cleanText, externalIdOf, publicMessage, publicProgress } from "./schemas.ts";
import { issueVisitorToken, tokenLifeMs, verifyIdentityToken } from "./token.ts";

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof InputError) return new Problem(error.code);
  // the framework's own refusals: malformed JSON, a broken multipart frame
  if (error instanceof HTTPException && error.status < 500)
    return new WrongFields([{ path: [], message: error.message }]);
  return undefined;
}

/**
 * Everything the web channel answers. Handlers throw `Problem` or let the
 * port's `InputError` through; both become problem+json in the customer's
 * language. Any other error is reported and answered 500 without detail.
 */
export function createWebChannel(options: WebOptions): OpenAPIHono<WebEnv> {
  const { port, live, now } = options;
  const app = new OpenAPIHono<WebEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new WrongFields(result.error.issues);
    },
  });
  const guards = createGuards(options);
  const routes = createRoutes(guards);
  const streams = new Map<string, number>();

  const languageOf = (header: string | undefined, fallback = "zh-Hans" as const) =>
    preferredLanguage(header) ?? fallback;

  app.onError((error, c) => {
    const known = problemOf(error);
    if (!known) options.report({ route: `${c.req.method} ${c.req.routePath}`, error });
    const ours = error instanceof StoreError ? new Problem("not-stored", 5) : new Problem("unavailable");
    return problemResponse(c, known ?? ours, languageOf(c.req.header("Accept-Language")));
  });
  app.notFound((c) => problemResponse(c, new Problem("not-found"), languageOf(c.req.header("Accept-Language"))));

  app.use("/api/*", guards.crossOrigin, guards.perAddress, async (c, next) => {
    await next();
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
  });

  app.openapi(routes.about, (c) => {
    const { language } = c.req.valid("query");
    return c.json({ language, hotline: options.labels.hotline, ...options.labels.byLanguage[language] }, 200);
  });

  app.openapi(routes.open, async (c) => {
    const { language, identityToken } = c.req.valid("json");
    const known = bearer(c, options);
    const signedIn =
      identityToken === undefined
        ? undefined
        : options.customerKey && verifyIdentityToken(options.customerKey, identityToken, now());
    if (identityToken !== undefined && !signedIn) throw new Problem("identity");
    const identity = signedIn ?? {
      channel: "web",
      externalId: known?.visitor ?? `visitor:${randomUUID()}`,
      strength: known?.strength ?? "anonymous",
    };
    const { conversation, created } = await port.open(identity, language);
    const expiresAt = new Date(Date.parse(now()) + tokenLifeMs).toISOString();
    const { externalId: visitor, strength } = identity;
    const token = issueVisitorToken(options.signing, { conversation, visitor, strength, language, expiresAt });
    return c.json({ conversation, token, expiresAt, language, strength, created }, created ? 201 : 200);
  });

  app.openapi(routes.send, async (c) => {
    const { clientId, text: raw, kind, attachments } = c.req.valid("json");
    const conversation = c.var.visitor.conversation;
    const text = cleanText(raw);
    if (text.trim() === "" && attachments.length === 0) throw new Problem("empty");
    if (text.length > MAX_TEXT) throw new Problem("too-long");
    const externalId = externalIdOf(conversation, clientId);
    const accepted = await port.accept({ conversation, channel: "web", externalId, kind, text, attachments });
    return c.json({ id: accepted.id, seq: accepted.seq, clientId }, accepted.duplicate ? 200 : 201);
  });

  app.openapi(routes.list, async (c) => {
    const { after, limit } = c.req.valid("query");
    const conversation = c.var.visitor.conversation;
    const messages = await port.messages(conversation, after, limit);
    const cursor = messages.at(-1)?.seq ?? after;
    // Here the answer can't be seen to arrive; a fetched message counts as got, so it is never withdrawn under the reader.
    if (messages.length > 0) await port.delivered(conversation, cursor);
    return c.json({ messages: messages.map(publicMessage), cursor, more: messages.length === limit }, 200);
  });

  app.openapi(routes.events, async (c) => {
    const { conversation, expiresAt } = c.var.visitor;
    await port.progress(conversation); // refuses an unknown conversation while a status can still be sent
    const open = streams.get(conversation) ?? 0;
    if (open >= (options.maxStreams ?? 6)) throw new Problem("rate", 5);
    const stream = eventStream({
      port,
      live,
      conversation,
      after: c.req.valid("header")["last-event-id"] ?? c.req.valid("query").after,
      heartbeatMs: options.heartbeatMs ?? 15_000,
      stillAllowed: () => Date.parse(now()) < Date.parse(expiresAt),
      onStart: () => streams.set(conversation, (streams.get(conversation) ?? 0) + 1),
      onEnd: () => {
        const left = (streams.get(conversation) ?? 1) - 1;
        if (left > 0) streams.set(conversation, left);
        else streams.delete(conversation);
      },
      onError: (error) => options.report({ route: "GET events", error }),
    });
    c.header("Content-Type", "text/event-stream; charset=utf-8");
    c.header("Cache-Control", "no-store, no-transform");
    c.header("X-Accel-Buffering", "no");
    return c.body(stream, 200);
  });

  app.openapi(routes.typing, (c) => {
    const { conversation } = c.var.visitor;
    port.typing(conversation);
    return c.body(null, 204);
  });

  app.openapi(routes.read, async (c) => {
    const { conversation } = c.var.visitor;
    await port.read(conversation, c.req.valid("json").upto);
    live.publish(conversation, { kind: "changed" });
    return c.body(null, 204);
  });

  app.openapi(routes.attach, async (c) => {
    const { file } = c.req.valid("form");
    if (file.size === 0) throw new Problem("empty");
    if (file.size > MAX_FILE) throw new Problem("too-large");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id, name, mime, size } = await port.attach(c.var.visitor.conversation, {
      name: cleanFileName(file.name),
      bytes,
    });
    return c.json({ id, name, mime, size }, 201);
  });

  app.openapi(routes.file, async (c) => {
    const found = await port.file(c.var.visitor.conversation, c.req.valid("param").file);
    if (!found) throw new Problem("no-such-file");
    c.header("Content-Type", "application/octet-stream");
    c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`);
    c.header("Content-Security-Policy", "default-src 'none'; sandbox");
    c.header("Cache-Control", "no-store");
    return c.body(new Uint8Array(found.bytes), 200);
  });

  app.openapi(routes.progress, async (c) => {
    return c.json(publicProgress(await port.progress(c.var.visitor.conversation)), 200);
  });

  addPages(app, options);
  return app;
}
