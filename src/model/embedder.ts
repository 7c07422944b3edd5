/**
 * Texts as vectors, from an OpenAI-compatible endpoint: personal data out first, bounded in time, left alone while it fails.
 * Like every call to a model it goes nowhere but to an allowed host, and its faults are values.
 */
import { z } from "zod";
import { createBreaker } from "../breaker.ts";
import type { PersonalSpan } from "../flows/reading.ts";
import type { Failure } from "./asked.ts";
import { openClient, whyEnded } from "./endpoint.ts";
import { hidePersonal } from "./hide.ts";
import { hostProblem } from "./hosts.ts";
import { createLedger, estimateTokens } from "./ledger.ts";
import type { ModelSettings } from "./settings.ts";

export type Embedded = { ok: true; vectors: Float32Array[] } | { ok: false; reason: Failure };

export interface Embedder {
  /** As the endpoint knows the model. */
  name: string;
  /** As many vectors as texts, in order, of one length. Never rejects for a fault of the endpoint. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedded>;
}

export interface EmbedderParts {
  /** ISO instant. */
  now: () => string;
  /** The bank's date. */
  today: () => string;
  detectPersonal: (text: string) => readonly PersonalSpan[];
}

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
});

/** Tokens of a day are counted apart from those of the other model. */
const ALL = "embeddings";

export function createEmbedder(settings: ModelSettings, parts: EmbedderParts): Embedder {
  const breaker = createBreaker(settings.breaker, () => Date.parse(parts.now()));
  const ledger = createLedger({ ...settings, tokensPerConversation: settings.tokensPerDay }, parts.today);
  const allowed = hostProblem(settings) === null;
  let client: ReturnType<typeof openClient> | undefined;

  async function call(input: string[], signal: AbortSignal): Promise<Embedded> {
    client ??= openClient(settings);
    const { api, errors } = await client;
    try {
      const body: unknown = await api.embeddings.create(
        { model: settings.name, input, encoding_format: "float" },
        { signal, timeout: settings.timeoutMs, maxRetries: 0 },
      );
      return vectorsIn(body, input.length);
    } catch (error) {
      if (signal.aborted) return { ok: false, reason: whyEnded(signal) };
      if (error instanceof SyntaxError) return { ok: false, reason: "not-json" };
      if (!(error instanceof errors.APIError) || error.status === undefined) return { ok: false, reason: "server" };
      if (error.status === 429) return { ok: false, reason: "rate-limited" };
      return { ok: false, reason: error.status >= 500 ? "server" : error.status < 400 ? "not-allowed" : "rejected" };
    }
  }

  return {
    name: settings.name,
    async embed(texts, signal) {
      if (!allowed) return { ok: false, reason: "not-allowed" };
      if (texts.length === 0) return { ok: true, vectors: [] };
      const hidden = texts.map((text) => hidePersonal({ text }, parts.detectPersonal).inputs.text ?? "");
      const cost = hidden.reduce((sum, text) => sum + estimateTokens(text), 0);
      const settle = ledger.reserve(ALL, cost);
      if (!settle) return { ok: false, reason: "budget" };
      if (!breaker.enter()) {
        settle({ input: 0, output: 0 });
        return { ok: false, reason: "breaker-open" };
      }
      const deadline = AbortSignal.timeout(settings.timeoutMs);
      const found = await call(hidden, signal ? AbortSignal.any([signal, deadline]) : deadline);
      settle({ input: cost, output: 0 });
      if (found.ok) breaker.succeeded();
      else if (found.reason === "cancelled") breaker.left();
      else breaker.failed();
      return found;
    },
  };
}

/** In the order of the texts, each of length 1. */
function vectorsIn(body: unknown, count: number): Embedded {
  if (typeof body !== "object" || body === null) return { ok: false, reason: "not-json" };
  const parsed = Answer.safeParse(body);
  if (!parsed.success) return { ok: false, reason: "wrong-shape" };
  const byPlace = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
  const width = parsed.data.data[0]?.embedding.length;
  const vectors: Float32Array[] = [];
  for (let place = 0; place < count; place += 1) {
    const numbers = byPlace.get(place);
    if (!numbers || numbers.length !== width) return { ok: false, reason: "wrong-shape" };
    const length = Math.hypot(...numbers);
    if (!Number.isFinite(length) || length === 0) return { ok: false, reason: "wrong-shape" };
    vectors.push(Float32Array.from(numbers, (x) => x / length));
  }
  return { ok: true, vectors };
}
