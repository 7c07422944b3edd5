/** Calls of the web API. */

import type { z } from "zod";
import type { Language } from "../../../flows/reading.ts";
import type { About, AttachmentAdded, MessageAccepted, MessageList, Opened } from "../schemas.ts";
import type { Credentials, Pending } from "./storage.ts";

/** A call that didn't work out. `status` 0: no answer at all. */
export class CallError extends Error {
  readonly status: number;
  readonly code: string;
  /** Sentence for the customer, in their language; empty when there was no answer. */
  readonly title: string;
  readonly retryAfterMs: number;
  constructor(status: number, code: string, title: string, retryAfterMs: number) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryAfterMs = retryAfterMs;
  }
  /** The key no longer fits: a new conversation has to be opened. */
  get keyLost(): boolean {
    return this.status === 401 || this.status === 404;
  }
  /** Trying the same again may work. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

function callError(status: number, body: string, retryAfter: string | null): CallError {
  let problem: { code?: unknown; title?: unknown } = {};
  try {
    problem = JSON.parse(body);
  } catch {
    // a proxy's HTML page: the status alone must do
  }
  const { code, title } = problem ?? {};
  const seconds = Number(retryAfter ?? 0);
  return new CallError(
    status,
    typeof code === "string" ? code : "unknown",
    typeof title === "string" ? title : "",
    Number.isFinite(seconds) ? seconds * 1000 : 0,
  );
}

export interface Client {
  about(): Promise<z.infer<typeof About>>;
  open(known: Credentials | undefined, identityToken: string | undefined): Promise<z.infer<typeof Opened>>;
  send(key: Credentials, pending: Pending): Promise<z.infer<typeof MessageAccepted>>;
  list(key: Credentials, after: number): Promise<z.infer<typeof MessageList>>;
  events(key: Credentials, after: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  typing(key: Credentials): Promise<void>;
  read(key: Credentials, upto: number): Promise<void>;
  /** A file of the conversation, with the name it was sent under. */
  file(key: Credentials, id: string): Promise<{ name: string; bytes: Blob }>;
  upload(key: Credentials, file: File, onProgress: (part: number) => void): Promise<z.infer<typeof AttachmentAdded>>;
}

/** `base` is the origin the script came from; `language` is asked at each call, because it can be switched. */
export function createClient(base: string, language: () => Language): Client {
  const url = (key: Credentials, rest: string) =>
    `${base}/api/v1/conversations/${encodeURIComponent(key.conversation)}/${rest}`;

  async function call(target: string, key: Credentials | undefined, body?: unknown, signal?: AbortSignal) {
    const headers: Record<string, string> = { "Accept-Language": language() };
    if (key) headers.Authorization = `Bearer ${key.token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response: Response;
    try {
      response = await fetch(target, {
        method: body === undefined ? "GET" : "POST",
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        signal: signal ?? AbortSignal.timeout(20_000),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new CallError(0, "network", "", 0);
    }
    if (!response.ok) throw callError(response.status, await response.text(), response.headers.get("Retry-After"));
    return response;
  }

  return {
    about: async () => (await call(`${base}/api/v1/about?language=${language()}`, undefined)).json(),
    open: async (known, identityToken) =>
      (await call(`${base}/api/v1/conversations`, known, { language: language(), identityToken })).json(),
    send: async (key, { clientId, text, kind, attachments }) =>
      (await call(url(key, "messages"), key, { clientId, text, kind, attachments })).json(),
    list: async (key, after) => (await call(url(key, `messages?after=${after}`), key)).json(),
    async events(key, after, signal) {
      const { body } = await call(url(key, `events?after=${after}`), key, undefined, signal);
      if (!body) throw new CallError(0, "network", "", 0);
      return body;
    },
    async typing(key) {
      await call(url(key, "typing"), key, {});
    },
    async read(key, upto) {
      await call(url(key, "read"), key, { upto });
    },
    async file(key, id) {
      const response = await call(url(key, `attachments/${encodeURIComponent(id)}`), key);
      const named = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
      return { name: named ? decodeURIComponent(named) : id, bytes: await response.blob() };
    },
    // XMLHttpRequest, because fetch doesn't tell how far an upload is
    upload: (key, file, onProgress) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("POST", url(key, "attachments"));
        request.setRequestHeader("Authorization", `Bearer ${key.token}`);
        request.setRequestHeader("Accept-Language", language());
        request.timeout = 120_000;
        request.upload.onprogress = (e) => e.lengthComputable && onProgress(e.loaded / e.total);
        request.onload = () =>
          request.status === 201
            ? resolve(JSON.parse(request.responseText))
            : reject(callError(request.status, request.responseText, request.getResponseHeader("Retry-After")));
        request.onerror = request.ontimeout = () => reject(new CallError(0, "network", "", 0));
        const form = new FormData();
        form.append("file", file);
        request.send(form);
      }),
  };
}
