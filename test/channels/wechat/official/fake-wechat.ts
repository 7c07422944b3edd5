/**
 * A WeChat that isn't one: the server API of an official account as documented, with its rules (tokens that end,
 * windows that close, pictures that are forgotten), and customers' phones that push signed messages to a callback.
 */
import { randomInt } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import type { OfficialAccountSettings } from "../../../../src/channels/wechat/official/settings.ts";

export const APP_ID = "wx5823bf96d3bd56c7";
export const APP_SECRET = "6f1f5c2c9a7f4d8a8d3c1f0f2b8f6e11";
export const TOKEN = "QDG6eK";
export const AES_KEY_TEXT = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
export const AES_KEY = new Uint8Array(Buffer.from(`${AES_KEY_TEXT}=`, "base64"));

/** What a customer has got, in order. */
export type Shown = { text: string } | { image: Uint8Array };

/** Misbehaviour of the next call of a path. */
export type Fault =
  | { errcode: number; errmsg?: string }
  /** Done, and the answer is lost on the way. */
  | "done-then-silent"
  /** A page of a proxy with this status. */
  | { status: number }
  /** Not before this is over. */
  | Promise<void>;

export interface FakeWeChat {
  /** Base address, for WECHAT_OA_API. */
  url: string;
  settings: OfficialAccountSettings;
  /** Paths that were called, "stable_token" and the like, in order. */
  calls: string[];
  shown(openId: string): Shown[];
  texts(openId: string): string[];
  /** "Typing" calls by customer. */
  typing: string[];
  /** The menu as created. */
  menu: unknown;
  /** The customer wrote: five more messages, for 48 hours. */
  wrote(openId: string): void;
  /** Did something that allows three messages. */
  acted(openId: string): void;
  unfollow(openId: string): void;
  /** A picture a customer sent, fetched by the id. */
  putMedia(mediaId: string, bytes: Uint8Array, mime?: string): void;
  /** Makes the next call of the path go wrong; several in order. */
  next(path: string, ...faults: Fault[]): void;
  /** Takes back what was to go wrong. */
  clear(path: string): void;
  /** As if another system had forced a new token. */
  dropToken(): void;
  stop(): Promise<void>;
}

const Customer = z.object({ touser: z.string() });
const Sent = Customer.extend({
  msgtype: z.enum(["text", "image"]),
  text: z.object({ content: z.string() }).optional(),
  image: z.object({ media_id: z.string() }).optional(),
});
const TokenAsked = z.object({
  grant_type: z.literal("client_credential"),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().default(false),
});

export async function startFakeWeChat(options: { now: () => number; aes?: boolean }): Promise<FakeWeChat> {
  const { now } = options;
  const faults = new Map<string, Fault[]>();
  const shown = new Map<string, Shown[]>();
  const windows = new Map<string, { left: number; until: number }>();
  const following = new Set<string>();
  const media = new Map<string, { bytes: Uint8Array; mime: string; until: number }>();
  let token = { value: "", until: 0 };
  let tokens = 0;
  let menu: unknown = null;
  const calls: string[] = [];
  const typing: string[] = [];

  const issue = () => {
    tokens += 1;
    token = { value: `T${tokens}_${randomInt(1e9)}`, until: now() + 7200_000 };
  };

  /** null: all is well. */
  function refusalFor(openId: string): { errcode: number; errmsg: string } | null {
    if (!/^o[\w-]{5,}$/.test(openId)) return { errcode: 40003, errmsg: "invalid openid" };
    if (!following.has(openId)) return { errcode: 43004, errmsg: "require subscribe" };
    const window = windows.get(openId);
    if (!window || window.until < now()) {
      return { errcode: 45015, errmsg: "response out of time limit or subscription is canceled" };
    }
    return null;
  }

  function send(raw: string): object {
    const { touser, msgtype, text, image } = Sent.parse(JSON.parse(raw));
    const refused = refusalFor(touser);
    if (refused) return refused;
    const window = windows.get(touser);
    if (!window || window.left === 0) return { errcode: 45047, errmsg: "out of response count limit" };
    const list = shown.get(touser) ?? [];
    if (msgtype === "text") {
      if (Buffer.byteLength(text?.content ?? "") > 2048) return { errcode: 45002, errmsg: "content size out of limit" };
      list.push({ text: text?.content ?? "" });
    } else {
      const found = media.get(image?.media_id ?? "");
      if (!found) return { errcode: 40007, errmsg: "invalid media_id" };
      list.push({ image: found.bytes });
    }
    window.left -= 1;
    shown.set(touser, list);
    return { errcode: 0, errmsg: "ok" };
  }

  function askToken(raw: string): object {
    const asked = TokenAsked.parse(JSON.parse(raw));
    if (asked.appid !== APP_ID) return { errcode: 40013, errmsg: "invalid appid" };
    if (asked.secret !== APP_SECRET) return { errcode: 40125, errmsg: "invalid appsecret" };
    if (asked.force_refresh || token.until - now() < 300_000) issue();
    return { access_token: token.value, expires_in: Math.floor((token.until - now()) / 1000) };
  }

  async function upload(body: Buffer, type: string): Promise<object> {
    const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
    const file = form.get("media");
    if (!(file instanceof File)) return { errcode: 41005, errmsg: "media data missing" };
    const id = `M${media.size + 1}`;
    media.set(id, { bytes: await file.bytes(), mime: file.type, until: now() + 3 * 86_400_000 });
    return { type: "image", media_id: id, created_at: Math.floor(now() / 1000) };
  }

  async function answer(path: string, url: URL, body: Buffer, type: string): Promise<object | Download> {
    if (path === "stable_token") return askToken(body.toString());
    if (url.searchParams.get("access_token") !== token.value) {
      return { errcode: 40001, errmsg: "invalid credential, access_token is invalid or not latest" };
    }
    if (token.until < now()) return { errcode: 42001, errmsg: "access_token expired" };
    switch (path) {
      case "message/custom/send":
        return send(body.toString());
      case "message/custom/typing": {
        const { touser } = Customer.parse(JSON.parse(body.toString()));
        const refused = refusalFor(touser);
        if (!refused) typing.push(touser);
        return refused ?? { errcode: 0, errmsg: "ok" };
      }
      case "media/upload":
        return upload(body, type);
      case "media/get": {
        const found = media.get(url.searchParams.get("media_id") ?? "");
        if (!found || found.until < now()) return { errcode: 40007, errmsg: "invalid media_id" };
        return new Download(found.bytes, found.mime);
      }
      case "menu/get":
        return menu === null ? { errcode: 46003, errmsg: "menu no exist" } : { menu };
      case "menu/create":
        menu = JSON.parse(body.toString());
        return { errcode: 0, errmsg: "ok" };
      default:
        return { errcode: 48001, errmsg: "api unauthorized" };
    }
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "/", "http://fake");
    const path = url.pathname.replace("/cgi-bin/", "");
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(Buffer.from(part));
    calls.push(path);
    const fault = faults.get(path)?.shift();
    if (fault instanceof Promise) await fault;
    if (fault && typeof fault === "object" && "status" in fault) {
      return void response.writeHead(fault.status, { "Content-Type": "text/html" }).end("<html>502</html>");
    }
    if (fault && typeof fault === "object" && "errcode" in fault) return json(response, { errmsg: "fault", ...fault });
    const given = await answer(path, url, Buffer.concat(parts), incoming.headers["content-type"] ?? "");
    if (fault === "done-then-silent") return void response.destroy();
    if (!(given instanceof Download)) return json(response, given);
    const headers = {
      "Content-Type": given.mime,
      "Content-disposition": `attachment; filename="${randomInt(1e6)}.jpg"`,
    };
    response.writeHead(200, headers).end(given.bytes);
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const open = (openId: string, left: number, ms: number) => {
    following.add(openId);
    windows.set(openId, { left, until: now() + ms });
  };
  return {
    url,
    settings: {
      appId: APP_ID,
      appSecret: APP_SECRET,
      token: TOKEN,
      aesKeys: options.aes ? [AES_KEY] : [],
      api: url,
      timeoutMs: 3000,
    },
    calls,
    typing,
    get menu() {
      return menu;
    },
    shown: (openId) => shown.get(openId) ?? [],
    texts: (openId) => (shown.get(openId) ?? []).flatMap((one) => ("text" in one ? [one.text] : [])),
    wrote: (openId) => open(openId, 5, 48 * 3_600_000),
    acted: (openId) => open(openId, 3, 60_000),
    unfollow: (openId) => void following.delete(openId),
    putMedia: (id, bytes, mime = "image/jpeg") => void media.set(id, { bytes, mime, until: now() + 3 * 86_400_000 }),
    next: (path, ...more) => void faults.set(path, [...(faults.get(path) ?? []), ...more]),
    clear: (path) => void faults.delete(path),
    dropToken: issue,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class Download {
  readonly bytes: Uint8Array;
  readonly mime: string;
  constructor(bytes: Uint8Array, mime: string) {
    this.bytes = bytes;
    this.mime = mime;
  }
}

function json(response: ServerResponse, body: object): void {
  // WeChat calls its JSON plain text.
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" }).end(JSON.stringify(body));
}
