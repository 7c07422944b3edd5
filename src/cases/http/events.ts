/**
 * POST /core/events: the core system tells of a change made over there. Signed, fresh, and each call once; a repeat or
 * a late one does no harm. Answers 202 when the word is kept, also of a case nobody here knows.
 *
 * A standard handler of Request and Response, so that any server can mount it.
 */
import { ServiceError } from "../../service-error.ts";
import { type CoreWordParts, takeWord } from "../core-word.ts";
import { CoreEvent } from "./contract.ts";
import { coreCase } from "./core.ts";
import { SIGNATURE_WINDOW, type SigningKey, verifySignature } from "./signature.ts";

/** Largest event, in bytes. */
const LARGEST = 64 * 1024;
/** A nonce is kept as long as a call may be early and late together, and a little more. */
const NONCE_KEPT_MS = (2 * SIGNATURE_WINDOW + 60) * 1000;

export interface CoreEventsParts extends CoreWordParts {
  keys: readonly SigningKey[];
  /** Codes only. */
  report: (failure: { route: string; error: unknown }) => void;
}

export type CoreEventsHandler = (request: Request) => Promise<Response>;

/** 202 taken, 401 not signed or not fresh, 409 the nonce came before, 413 too large, 422 not of the contract, 503 try again. */
export function createCoreEvents(parts: CoreEventsParts): CoreEventsHandler {
  const { records, keys, now } = parts;

  async function handle(request: Request): Promise<Response> {
    const body = await readBody(request);
    if (body === null) return answer(413, { code: "too-large" });
    const { pathname, search } = new URL(request.url);
    const call = { method: request.method, path: pathname + search, body };
    const verified = verifySignature(call, (name) => request.headers.get(name), keys, Date.parse(now()));
    if (!verified.ok) {
      parts.report({
        route: "POST /core/events",
        error: new ServiceError(`core-events.${verified.code}`, { retryable: false }),
      });
      return answer(401, { code: verified.code });
    }
    const read = CoreEvent.safeParse(jsonOf(body));
    if (!read.success) {
      parts.report({
        route: "POST /core/events",
        error: new ServiceError("core-events.invalid", { retryable: false }),
      });
      return answer(422, { code: "invalid" });
    }
    // Last: a call that can't be used may be sent again as it is, once we can use it.
    if (!(await records.useNonce(verified.nonce, now(), NONCE_KEPT_MS))) return answer(409, { code: "replayed" });
    return answer(202, { result: await takeWord(parts, coreCase(read.data.case)) });
  }

  return async (request) => {
    try {
      return await handle(request);
    } catch (error) {
      parts.report({ route: "POST /core/events", error });
      return answer(503, { code: "try-again" });
    }
  };
}

function answer(status: number, body: Record<string, string>): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** Null when it is too large; read no further than that. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
