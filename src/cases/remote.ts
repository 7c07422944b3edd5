/**
 * Calls to a core system elsewhere: one breaker for all of them, a second try where that is safe, and every failure a
 * ServiceError whose code says what happened. The outbox repeats what is retryable.
 */
import type { z } from "zod";
import type { Breaker } from "../breaker.ts";
import { ServiceError } from "../service-error.ts";
import type { HttpAnswer, HttpCall, Transport } from "./transport.ts";

export interface RemoteCall<T> {
  method: HttpCall["method"];
  /** With the query: "/cases?limit=100". */
  path: string;
  body: string | null;
  /** Sent as Idempotency-Key. */
  key?: string;
  /** An empty answer is read as undefined. */
  answer: z.ZodType<T>;
  /** Repeating it does no harm over there, so a refused connection is tried again at once. */
  repeatable: boolean;
}

export interface Remote {
  call<T>(call: RemoteCall<T>): Promise<T>;
}

export interface RemoteParts {
  /** Without a slash at the end. */
  url: string;
  transport: Transport;
  breaker: Breaker;
  /** For each call, the tries of one call together. */
  timeoutMs: number;
  /** Tries beside the first. */
  retries: number;
  /** Headers of one try: a signature has a nonce of its own. */
  headers: (call: { method: string; path: string; body: string }) => Record<string, string>;
  /** Milliseconds. */
  clock: () => number;
  /** 0..1, for jitter. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

const FIRST_WAIT = 80;
/** Rest after a 429 that names none, in milliseconds. */
const BUSY_REST = 1000;
/** Calls at the same time. After an outage thousands may be due at once; more than this is put off, not queued here. */
const AT_ONCE = 50;

/**
 * Throws ServiceError. Retryable: `unavailable`, `timeout`, `tls`, `busy` (429, with its rest; or too many of our own at once), `resting` (the breaker is
 * open), `unauthorised` (401, 403: our key or certificate has to be put right), `wrong-answer` (no JSON, or not of the
 * contract), `redirected`. For good: `refused` (any other 4xx), `unknown-case` (404 or 410 on a case).
 */
export function createRemote(parts: RemoteParts): Remote {
  const { breaker, clock } = parts;
  const base = new URL(parts.url);
  const prefix = base.pathname.replace(/\/$/u, "");

  async function once<T>(call: RemoteCall<T>, timeoutMs: number): Promise<T> {
    const path = `${prefix}${call.path}`;
    const signed = parts.headers({ method: call.method, path, body: call.body ?? "" });
    const answer = await parts.transport({
      method: call.method,
      url: new URL(path, base),
      headers: {
        accept: "application/json",
        ...(call.body === null ? {} : { "content-type": "application/json" }),
        ...(call.key === undefined ? {} : { "idempotency-key": call.key }),
        ...signed,
      },
      body: call.body,
      timeoutMs,
    });
    refuseStatus(answer, clock());
    return parsed(answer.text, call.answer);
  }

  let underWay = 0;

  async function call<T>(asked: RemoteCall<T>): Promise<T> {
    if (underWay >= AT_ONCE) throw failure("busy", true, undefined, BUSY_REST);
    underWay += 1;
    try {
      return await tried(asked);
    } finally {
      underWay -= 1;
    }
  }

  async function tried<T>(asked: RemoteCall<T>): Promise<T> {
    const trying = breaker.state() !== "closed";
    if (!breaker.enter()) throw failure("resting", true);
    // One who tries whether it is back asks once.
    const tries = asked.repeatable && !trying ? parts.retries + 1 : 1;
    const started = performance.now();
    const left = () => parts.timeoutMs - (performance.now() - started);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await once(asked, Math.max(1, left()));
        breaker.succeeded();
        return result;
      } catch (error) {
        const failed = error instanceof ServiceError ? error : failure("unavailable", true, error);
        const wait = FIRST_WAIT * attempt * (0.5 + parts.random());
        const down = failed.code === "core-system.unavailable" && failed.restMs === null;
        if (!down || attempt >= tries || wait >= left()) {
          report(breaker, failed);
          throw failed;
        }
        await parts.sleep(wait);
      }
    }
  }

  return { call };
}

function failure(what: string, retryable: boolean, cause?: unknown, restMs?: number | null): ServiceError {
  return new ServiceError(`core-system.${what}`, { retryable, cause, restMs: restMs ?? null });
}

/** What a failure says of the whole core system. */
function report(breaker: Breaker, { code, restMs }: ServiceError): void {
  switch (code) {
    case "core-system.refused":
    case "core-system.unknown-case":
      return breaker.succeeded();
    default:
      return breaker.failed(restMs ?? undefined);
  }
}

function refuseStatus({ status, header }: HttpAnswer, now: number): void {
  if (status >= 200 && status < 300) return;
  const restMs = restOf(header("retry-after"), now);
  if (status >= 300 && status < 400) throw failure("redirected", true);
  if (status === 401 || status === 403) throw failure("unauthorised", true);
  if (status === 404 || status === 410) throw failure("unknown-case", false);
  if (status === 408) throw failure("timeout", true);
  if (status === 429) throw failure("busy", true, undefined, restMs ?? BUSY_REST);
  if (status >= 500) throw failure("unavailable", true, undefined, restMs);
  throw failure("refused", false);
}

/** Retry-After in seconds or as a date, in milliseconds. */
function restOf(text: string | null, now: number): number | null {
  if (text === null) return null;
  const ms = /^\d{1,9}$/u.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

/** A page of a proxy with status 200 is no answer of the core system. The text itself is not kept: it may be personal. */
function parsed<T>(text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = text.trim() === "" ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw failure("wrong-answer", true);
    throw error;
  }
  const read = schema.safeParse(value);
  if (!read.success) throw failure("wrong-answer", true);
  return read.data;
}
