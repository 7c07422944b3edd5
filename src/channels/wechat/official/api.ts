/** WeChat's server API: one way to call it, token included, and the few calls that are made. */
import { z } from "zod";
import { ServiceError } from "../../../service-error.ts";
import { type AccessToken, jsonOf } from "./access-token.ts";
import { meaningOf } from "./error-codes.ts";
import { type HttpAnswer, HttpFailure, httpRequest } from "./request.ts";
import type { OfficialAccountSettings } from "./settings.ts";

const MAX_JSON = 1024 * 1024;
/** A little above what a customer may send, so that the file check can say "too large". */
const MAX_MEDIA = 12 * 1024 * 1024;

/** What became of a call. `unreached` and `refused` have certainly done nothing; `unknown` may have. */
export type Called =
  | { kind: "ok"; answer: HttpAnswer; json: unknown }
  | { kind: "refused"; errcode: number }
  | { kind: "unreached" | "unknown"; code: string };

export interface Media {
  name: string;
  bytes: Uint8Array;
}

export interface OfficialApi {
  /** A customer-service message. Throws ServiceError when there is no token to be had. */
  sendText(openId: string, text: string): Promise<Called>;
  sendImage(openId: string, mediaId: string): Promise<Called>;
  /** "对方正在输入": shown until a message follows, 15 s at most. Throws ServiceError. */
  typing(openId: string): Promise<void>;
  /** Kept by WeChat for three days. Throws ServiceError. */
  upload(image: Media & { mime: string }): Promise<string>;
  /** Throws ServiceError, not retryable when WeChat has it no more. */
  download(mediaId: string, signal?: AbortSignal): Promise<Media>;
  /** The menu customers see, as WeChat keeps it; null when there is none. Throws ServiceError. */
  menu(): Promise<unknown>;
  createMenu(menu: unknown): Promise<void>;
}

const Outcome = z.object({ errcode: z.number().nullish() });
const Uploaded = z.object({ media_id: z.string() });
const NO_MENU = 46003;

export function createApi(settings: OfficialAccountSettings, token: AccessToken): OfficialApi {
  type Ask = {
    path: string;
    query?: Record<string, string>;
    body?: { mime: string; bytes: Uint8Array };
    signal?: AbortSignal;
  };

  /** With another token once, when WeChat doesn't take the first. */
  async function call(ask: Ask): Promise<Called> {
    const first = await token.get();
    const called = await callWith(first, ask);
    if (called.kind !== "refused" || meaningOf(called.errcode) !== "token") return called;
    return callWith(await token.instead(first), ask);
  }

  async function callWith(accessToken: string, { path, query = {}, body, signal }: Ask): Promise<Called> {
    const url = new URL(`${settings.api}/cgi-bin/${path}`);
    for (const [name, value] of Object.entries({ access_token: accessToken, ...query })) {
      url.searchParams.set(name, value);
    }
    const method = body ? "POST" : "GET";
    try {
      const { timeoutMs } = settings;
      const sent = {
        method,
        url,
        timeoutMs,
        maxBytes: MAX_MEDIA,
        ...(body && { body }),
        ...(signal && { signal }),
      } as const;
      return judged(await httpRequest(sent));
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return { kind: error.reached === "no" ? "unreached" : "unknown", code: error.code };
    }
  }

  const post = (path: string, json: unknown) =>
    call({ path, body: { mime: "application/json; charset=utf-8", bytes: Buffer.from(JSON.stringify(json)) } });

  return {
    sendText: (touser, text) => post("message/custom/send", { touser, msgtype: "text", text: { content: text } }),
    sendImage: (touser, mediaId) =>
      post("message/custom/send", { touser, msgtype: "image", image: { media_id: mediaId } }),
    async typing(touser) {
      done(await post("message/custom/typing", { touser, command: "Typing" }));
    },
    async upload({ name, mime, bytes }) {
      const form = new FormData();
      // A copy: a view of shared memory is no part of a form.
      form.set("media", new Blob([new Uint8Array(bytes)], { type: mime }), name);
      const encoded = new Response(form);
      const body = { mime: encoded.headers.get("Content-Type") ?? "", bytes: await encoded.bytes() };
      const { json } = done(await call({ path: "media/upload", query: { type: "image" }, body }));
      const uploaded = Uploaded.safeParse(json);
      if (!uploaded.success) throw new ServiceError("wechat-official.upload", { retryable: true });
      return uploaded.data.media_id;
    },
    async download(mediaId, signal) {
      const ask = { path: "media/get", query: { media_id: mediaId }, ...(signal && { signal }) };
      const { answer } = done(await call(ask));
      return { name: fileName(answer.disposition) ?? mediaId.slice(0, 20), bytes: answer.body };
    },
    async menu() {
      const called = await call({ path: "menu/get" });
      if (called.kind === "refused" && called.errcode === NO_MENU) return null;
      return done(called).json;
    },
    async createMenu(menu) {
      done(await post("menu/create", menu));
    },
  };
}

/** Of an answer that isn't what WeChat promises, nobody can say what was done. */
function judged(answer: HttpAnswer): Called {
  const { status, body, mime, disposition } = answer;
  if (status >= 500) return { kind: "unknown", code: `http-${status}` };
  if (status !== 200) return { kind: "unreached", code: `http-${status}` };
  const file = disposition.startsWith("attachment") || /^(?:image|audio|video)\//u.test(mime);
  if (file || body.length > MAX_JSON) return { kind: "ok", answer, json: null };
  const json = jsonOf(body);
  const outcome = Outcome.safeParse(json);
  if (!outcome.success) return { kind: "unknown", code: "not-json" };
  const errcode = outcome.data.errcode ?? 0;
  return errcode === 0 ? { kind: "ok", answer, json } : { kind: "refused", errcode };
}

/** For calls that may be repeated at will: what isn't done is an error. */
function done(called: Called): Extract<Called, { kind: "ok" }> {
  if (called.kind === "ok") return called;
  if (called.kind !== "refused") throw new ServiceError(`wechat-official.${called.code}`, { retryable: true });
  throw refusal(called.errcode);
}

/** What WeChat refused, as an error. */
export const refusal = (errcode: number): ServiceError =>
  new ServiceError(`wechat-official.${errcode}`, { retryable: ["later", "token"].includes(meaningOf(errcode)) });

/** The name in `attachment; filename="x.jpg"`, without any path. */
const fileName = (disposition: string): string | undefined => /filename="?([^"/\\;]{1,100})"?/u.exec(disposition)?.[1];
