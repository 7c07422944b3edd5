/** One HTTP call with an end: over TLS with a client certificate where there is one, no redirect followed, no endless answer. */
import http from "node:http";
import https from "node:https";
import { ServiceError } from "../service-error.ts";

/** PEM texts. */
export interface TlsFiles {
  certificate: string | null;
  key: string | null;
  /** Instead of the machine's own certification authorities. */
  authority: string | null;
}

export interface HttpCall {
  method: "GET" | "POST" | "PUT";
  url: URL;
  headers: Record<string, string>;
  body: string | null;
  /** Milliseconds for all of it: connecting, sending, waiting, reading. */
  timeoutMs: number;
}

export interface HttpAnswer {
  status: number;
  header(name: string): string | null;
  text: string;
}

export type Transport = (call: HttpCall) => Promise<HttpAnswer>;

/** Largest answer read, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Throws ServiceError, always retryable: `core-system.timeout`, `core-system.tls` (a certificate that can't be trusted,
 * or ours refused), `core-system.wrong-answer` (too large or cut short), else `core-system.unavailable`.
 */
export function createTransport(tls: TlsFiles | null): Transport {
  const agent = new https.Agent({
    keepAlive: true,
    ...(tls?.certificate ? { cert: tls.certificate } : {}),
    ...(tls?.key ? { key: tls.key } : {}),
    ...(tls?.authority ? { ca: tls.authority } : {}),
  });

  return ({ method, url, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const secure = url.protocol === "https:";
      const all = body === null ? headers : { ...headers, "content-length": String(Buffer.byteLength(body)) };
      const options = { method, headers: all, ...(secure ? { agent } : {}) };
      const request = secure ? https.request(url, options) : http.request(url, options);
      const giveUp = (error: unknown) => {
        clearTimeout(deadline);
        reject(failureOf(error));
        request.destroy();
      };
      const deadline = setTimeout(
        () => giveUp(new ServiceError("core-system.timeout", { retryable: true })),
        timeoutMs,
      );
      request.on("error", giveUp);
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST) giveUp(new ServiceError("core-system.wrong-answer", { retryable: true }));
          else chunks.push(chunk);
        });
        response.on("error", giveUp);
        response.on("close", () => {
          // Cut off in the middle: what was meant is not known.
          if (!response.complete) giveUp(new ServiceError("core-system.unavailable", { retryable: true }));
        });
        response.on("end", () => {
          if (!response.complete) return;
          clearTimeout(deadline);
          const header = (name: string) => {
            const value = response.headers[name.toLowerCase()];
            return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
          };
          resolve({ status: response.statusCode ?? 0, header, text: Buffer.concat(chunks).toString("utf8") });
        });
      });
      request.end(body ?? undefined);
    });
}

const TLS_CODES =
  /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/u;

function failureOf(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const what = TLS_CODES.test(code) ? "core-system.tls" : "core-system.unavailable";
  return new ServiceError(what, { retryable: true, cause: error });
}
