/** One HTTP request, with what a sender must know when it fails: could the other side have got it? */
import http, { type RequestOptions } from "node:http";
import https from "node:https";
import { TLSSocket } from "node:tls";

export interface HttpAnswer {
  status: number;
  /** Lower case, without parameters. */
  mime: string;
  disposition: string;
  body: Buffer;
}

/** `reached` no: nothing can have arrived, the request was never written. Otherwise it may have. Codes only, no address. */
export class HttpFailure extends Error {
  readonly code: string;
  readonly reached: "no" | "maybe";
  constructor(code: string, reached: HttpFailure["reached"]) {
    super(code);
    this.name = "HttpFailure";
    this.code = code;
    this.reached = reached;
  }
}

export interface HttpRequest {
  method: "GET" | "POST";
  url: URL;
  body?: { mime: string; bytes: Uint8Array };
  /** Milliseconds from the beginning to the last byte. */
  timeoutMs: number;
  /** Longest answer, in bytes. */
  maxBytes: number;
  signal?: AbortSignal;
}

/** These come before a connection stands. */
const NEVER_CONNECTED: readonly string[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
];

/** Throws HttpFailure and nothing else. */
export function httpRequest(asked: HttpRequest): Promise<HttpAnswer> {
  const { url, method, body, timeoutMs, maxBytes } = asked;
  const headers = body ? { "Content-Type": body.mime, "Content-Length": body.bytes.length } : {};
  const signal = asked.signal
    ? AbortSignal.any([asked.signal, AbortSignal.timeout(timeoutMs)])
    : AbortSignal.timeout(timeoutMs);
  // No connection is kept: on one that has just been closed by the other side nobody can tell whether the request got through.
  const options: RequestOptions = { method, headers, signal, agent: false };
  return new Promise((resolve, reject) => {
    let connected = false;
    const fail = (error: unknown) => {
      const code = failureCode(error, signal);
      reject(new HttpFailure(code, connected && !NEVER_CONNECTED.includes(code) ? "maybe" : "no"));
    };
    const request = (url.protocol === "https:" ? https : http).request(url, options, (answer) => {
      connected = true;
      const parts: Buffer[] = [];
      let size = 0;
      answer.on("data", (part: Buffer) => {
        size += part.length;
        if (size > maxBytes) request.destroy(new HttpFailure("answer-too-large", "maybe"));
        parts.push(part);
      });
      answer.on("error", fail);
      answer.on("end", () => {
        const mime = (answer.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
        const disposition = answer.headers["content-disposition"] ?? "";
        resolve({ status: answer.statusCode ?? 0, mime, disposition, body: Buffer.concat(parts) });
      });
    });
    request.on("error", fail);
    request.on("socket", (socket) => {
      const mark = () => {
        connected = true;
      };
      if (!socket.connecting) return mark();
      socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", mark);
    });
    request.end(body?.bytes);
  });
}

function failureCode(error: unknown, signal: AbortSignal): string {
  if (error instanceof HttpFailure) return error.code;
  if (signal.aborted) return signal.reason instanceof DOMException ? signal.reason.name : "AbortError";
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "failed";
}
