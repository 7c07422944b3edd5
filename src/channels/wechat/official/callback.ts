/** The address WeChat calls: proves itself on GET, takes messages on POST. Mounted by the server at /wechat. */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Crypt, createCrypt, utf8 } from "./crypt.ts";
import { type Inbound, inboundOf } from "./payload.ts";
import type { Receive } from "./receive.ts";
import type { OfficialAccountSettings } from "./settings.ts";
import { isTimely, sameSignature, signatureOf } from "./signature.ts";
import { readXml, writeXml } from "./xml.ts";

/** The longest text WeChat passes on is 2 KB; encrypted and with its envelope it stays far below. */
const MAX_BODY = 64 * 1024;
/** Signed addresses remembered in plain mode, for the minutes in which they could be used again. */
const MAX_SEEN = 50_000;

export interface CallbackParts {
  settings: OfficialAccountSettings;
  receive: Receive;
  /** Milliseconds since 1970. */
  now: () => number;
  report: (what: string, error: unknown) => void;
}

export function createCallback({ settings, receive, now, report }: CallbackParts): Hono {
  const app = new Hono();
  const crypt = createCrypt({ keys: settings.aesKeys, appId: settings.appId });
  const once = createOnce();

  /** The address's own signature and time. Null: not from WeChat, or not from now. */
  function signedQuery(c: Context) {
    const { signature = "", timestamp = "", nonce = "" } = c.req.query();
    const fresh = isTimely(timestamp, now()) && nonce.length > 0 && nonce.length <= 64;
    return fresh && sameSignature(signature, signatureOf(settings.token, timestamp, nonce))
      ? { timestamp, nonce }
      : null;
  }

  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
  });
  app.onError((error, c) => {
    // Not stored, so not acknowledged: WeChat asks again, three times in all, and then tells the customer.
    report("callback", error);
    return c.text("unavailable", 503);
  });

  app.get("/", (c) => {
    const echo = c.req.query("echostr") ?? "";
    return signedQuery(c) && echo !== "" ? c.text(echo) : c.text("forbidden", 403);
  });

  const limit = bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.text("too large", 413) });
  app.post("/", limit, async (c) => {
    const query = signedQuery(c);
    if (!query) return c.text("forbidden", 403);
    const body = new Uint8Array(await c.req.arrayBuffer());
    const fields = fieldsIn(body);
    if (settings.aesKeys.length === 0) {
      // The signature doesn't cover a plain body: one signed address speaks for one body only.
      if (!once(`${query.timestamp} ${query.nonce}`, body, now())) return c.text("forbidden", 403);
      const inbound = fields && inboundOf(fields);
      if (!inbound) return c.text("bad request", 400);
      const text = await receive(inbound);
      return text === null ? c.text("success") : xml(c, passiveReply(inbound, text, now()));
    }
    const encrypted = fields?.get("Encrypt") ?? "";
    const signed = signatureOf(settings.token, query.timestamp, query.nonce, encrypted);
    if (!sameSignature(c.req.query("msg_signature") ?? "", signed)) return c.text("forbidden", 403);
    const opened = crypt.open(encrypted);
    if (!opened) return c.text("forbidden", 403);
    const inside = readXml(opened.text);
    const inbound = inside && inboundOf(inside);
    if (!inbound) return c.text("bad request", 400);
    const text = await receive(inbound);
    if (text === null) return c.text("success");
    return xml(c, sealed(crypt, opened.key, passiveReply(inbound, text, now()), settings.token, now()));
  });
  return app;
}

const fieldsIn = (body: Uint8Array) => {
  const text = utf8(body);
  return text === null ? null : readXml(text);
};

const xml = (c: Context, body: string) => c.body(body, 200, { "Content-Type": "application/xml; charset=utf-8" });

const passiveReply = (inbound: Inbound, text: string, now: number): string =>
  writeXml({
    ToUserName: inbound.from,
    FromUserName: inbound.to,
    CreateTime: Math.floor(now / 1000),
    MsgType: "text",
    Content: text,
  });

function sealed(crypt: Crypt, key: Uint8Array, reply: string, token: string, now: number): string {
  const encrypted = crypt.seal(reply, key);
  const timestamp = Math.floor(now / 1000);
  const nonce = String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  const signature = signatureOf(token, String(timestamp), nonce, encrypted);
  return writeXml({ Encrypt: encrypted, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce });
}

/** True for the first body under a signed address and its repeats, false for another one. */
function createOnce(): (address: string, body: Uint8Array, now: number) => boolean {
  /** Longer than any address is taken. */
  const KEPT = 10 * 60_000;
  const seen = new Map<string, { digest: string; at: number }>();
  return (address, body, now) => {
    for (const [key, { at }] of seen) {
      if (now - at < KEPT && seen.size < MAX_SEEN) break;
      seen.delete(key);
    }
    const digest = createHash("sha256").update(body).digest("base64");
    const before = seen.get(address);
    if (before) return before.digest === digest;
    seen.set(address, { digest, at: now });
    return true;
  };
}
