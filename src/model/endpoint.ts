/**
 * One call to an OpenAI-compatible endpoint. The only place that imports `openai`, and only when a call is made.
 * The SDK waits ten minutes, tries three times and follows redirects by default; here every call has its own end,
 * is made once, and goes nowhere but to the address that was allowed.
 */
import type { Failure, Tokens } from "./asked.ts";
import { checkCompletion } from "./completion.ts";
import type { ModelSettings } from "./settings.ts";

export interface Question {
  system: string;
  user: string;
  /** Name and JSON schema of the answer. */
  output: string;
  schema: Record<string, unknown>;
}

export type Reply = { tokens: Tokens | null } & (
  | { ok: true; text: string }
  | { ok: false; reason: Failure /** The endpoint asks to be left alone for so long. */; restMs?: number }
);

export interface Endpoint {
  /** Ends with `signal` at the latest. */
  ask(question: Question, signal: AbortSignal): Promise<Reply>;
}

/** Bytes of a body that are read: far more than any answer, far less than memory. */
const MAX_BODY = 2_000_000;

type Mode = "json_schema" | "json_object";
type Outcome = Reply | { schemaRefused: true };

export function createEndpoint(settings: ModelSettings): Endpoint {
  let client: ReturnType<typeof openClient> | undefined;
  /** Endpoints that don't know schemas are asked in the older way from then on. */
  let mode: Mode = "json_schema";

  async function call(question: Question, how: Mode, signal: AbortSignal): Promise<Outcome> {
    client ??= openClient(settings);
    const { api, errors } = await client;
    const { output: name, schema } = question;
    const told = `${question.system}\n\nAnswer with one JSON object and nothing else. It keeps this schema:\n${JSON.stringify({ title: name, ...schema })}`;
    try {
      const body: unknown = await api.chat.completions.create(
        {
          model: settings.name,
          messages: [
            { role: "system", content: how === "json_schema" ? question.system : told },
            { role: "user", content: question.user },
          ],
          temperature: 0,
          max_tokens: settings.maxOutputTokens,
          response_format:
            how === "json_schema"
              ? { type: "json_schema", json_schema: { name, schema, strict: true } }
              : { type: "json_object" },
        },
        { signal, timeout: settings.timeoutMs, maxRetries: 0 },
      );
      return checkCompletion(body);
    } catch (error) {
      return fault(error);
    }

    function fault(error: unknown): Outcome {
      if (signal.aborted) return failed(whyEnded(signal));
      if (error instanceof SyntaxError || error instanceof BodyTooLong) return failed("not-json");
      if (error instanceof errors.APIConnectionTimeoutError) return failed("timeout");
      if (!(error instanceof errors.APIError) || error.status === undefined) return failed("server");
      const { status, headers } = error;
      if (how === "json_schema" && (status === 400 || status === 422)) return { schemaRefused: true };
      if (status === 429) return { ...failed("rate-limited"), ...rest(headers?.get("retry-after")) };
      if (status === 408) return failed("timeout");
      if (status >= 500) return failed("server");
      // A redirect would carry the customer's words to an address nobody allowed.
      return failed(status >= 300 && status < 400 ? "not-allowed" : "rejected");
    }
  }

  return {
    async ask(question, signal) {
      const first = await call(question, mode, signal);
      if (!("schemaRefused" in first)) return first;
      const second = await call(question, "json_object", signal);
      if ("schemaRefused" in second) return failed("rejected");
      // Remembered only when the older way gets an answer: the fault may have been another.
      if (second.ok) mode = "json_object";
      return second;
    },
  };
}

const failed = (reason: Failure) => ({ ok: false as const, reason, tokens: null });

/** Of an ended signal: a deadline is the endpoint's fault, anything else the caller's change of mind. */
export const whyEnded = (signal: AbortSignal): Failure =>
  signal.reason instanceof DOMException && signal.reason.name === "TimeoutError" ? "timeout" : "cancelled";

/** Seconds only; a date would hang on two clocks. */
function rest(header: string | null | undefined): { restMs?: number } {
  return header && /^\d{1,6}$/u.test(header) ? { restMs: Number(header) * 1000 } : {};
}

class BodyTooLong extends Error {}

/** Stops reading an answer that doesn't end. */
const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!response.body) return response;
  let size = 0;
  const bounded = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > MAX_BODY) controller.error(new BodyTooLong());
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(bounded, { status, statusText, headers });
};

/** The SDK with every habit of its own switched off: no retries, no redirects, bodies of bounded size. */
export async function openClient(settings: Pick<ModelSettings, "url" | "key" | "timeoutMs">) {
  const errors = await import("openai");
  const api = new errors.OpenAI({
    baseURL: settings.url,
    // The SDK insists on a key. Without one none is sent.
    apiKey: settings.key ?? "none",
    ...(settings.key === null ? { defaultHeaders: { Authorization: null } } : {}),
    adminAPIKey: null,
    organization: null,
    project: null,
    timeout: settings.timeoutMs,
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch,
    fetchOptions: { redirect: "manual" },
  });
  return { api, errors };
}
