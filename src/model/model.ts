/**
 * A question to the language model, as a value: personal data out, prompt filled, budget, breaker and line kept,
 * the answer checked against its schema, personal data back in. Nothing here decides anything about a customer.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Breaker, createBreaker } from "../breaker.ts";
import type { PersonalSpan } from "../flows/reading.ts";
import type { Ask, Asked, Failure, Tokens } from "./asked.ts";
import { createCache } from "./cache.ts";
import { jsonIn } from "./completion.ts";
import { createEndpoint, type Question, type Reply, whyEnded } from "./endpoint.ts";
import { createGate } from "./gate.ts";
import { type Hidden, hidePersonal } from "./hide.ts";
import { hostProblem } from "./hosts.ts";
import { isIn } from "./language.ts";
import { createLedger, estimateTokens } from "./ledger.ts";
import { fillPrompt } from "./prompts.ts";
import type { ModelSettings } from "./settings.ts";

export interface ModelParts {
  /** ISO instant. */
  now: () => string;
  /** The bank's date, ISO: when the day's budget starts anew. */
  today: () => string;
  /** Finds what must not leave in clear; `detectPersonal` of the privacy rules. */
  detectPersonal: (text: string) => readonly PersonalSpan[];
  /** Told of every ask, for logs and counters. Codes and figures only. */
  report?: (call: ModelCall) => void;
}

export interface ModelCall {
  /** "read@1" */
  prompt: string;
  conversation: string;
  outcome: "ok" | Failure;
  cached: boolean;
  tokens: Tokens;
  cost: number;
  ms: number;
}

export interface ModelUsage {
  /** ISO date in the bank's zone. */
  day: string;
  tokensOfDay: number;
  /** Since the start. */
  cost: number;
  outcomes: Partial<Record<"ok" | Failure, number>>;
  breaker: ReturnType<Breaker["state"]>;
}

export interface Model {
  /** As the endpoint knows it. */
  name: string;
  /**
   * Never rejects for a fault of the model, the network or the answer. Throws a TypeError when the inputs are not
   * those the prompt declares.
   */
  ask<T>(ask: Ask<T>): Promise<Asked<T>>;
  usage(): ModelUsage;
  /** Tokens of today. */
  tokensOf(conversation: string): number;
}

const NOTHING: Tokens = { input: 0, output: 0 };
/** What says something about the words that were sent, and nothing about the endpoint's health. */
const NOT_THE_ENDPOINTS: ReadonlySet<Failure> = new Set(["refused", "wrong-language", "cancelled"]);
/** The endpoint may have worked, and will bill, although no count came back. */
const WORKED: ReadonlySet<Failure> = new Set(["timeout", "cancelled", "truncated", "refused", "empty", "wrong-shape"]);

/** Nothing is imported or sent before the first ask. An endpoint that isn't allowed is never asked. */
export function createModel(settings: ModelSettings, parts: ModelParts): Model {
  const clock = () => Date.parse(parts.now());
  const endpoint = createEndpoint(settings);
  const breaker = createBreaker(settings.breaker, clock);
  const gate = createGate(settings.concurrency);
  const ledger = createLedger(settings, parts.today);
  /** Answers as they came, placeholders in place of personal data. */
  const cache = createCache<unknown>(settings.cache, clock);
  const allowed = hostProblem(settings) === null;
  const outcomes: ModelUsage["outcomes"] = {};
  let cost = 0;

  /** One call inside budget, line and breaker. */
  async function call(question: Question, conversation: string, signal: AbortSignal): Promise<Sent> {
    const input = estimateTokens(question.system + question.user);
    const settle = ledger.reserve(conversation, input + settings.maxOutputTokens);
    if (!settle) return { failure: "budget", tokens: NOTHING };
    let tokens = NOTHING;
    try {
      if (!(await gate.enter(signal))) return { failure: whyEnded(signal), tokens };
      try {
        if (!breaker.enter()) return { failure: "breaker-open", tokens };
        const reply = await endpoint.ask(question, signal).catch((error: unknown) => {
          breaker.left();
          throw error;
        });
        tokens = reply.tokens ?? { input: reply.ok || WORKED.has(reply.reason) ? input : 0, output: 0 };
        return { reply, tokens };
      } finally {
        gate.leave();
      }
    } finally {
      settle(tokens);
    }
  }

  /** The endpoint's health, told once the answer was looked at as a whole. */
  function judge(failure: Failure | null, restMs?: number): void {
    if (failure === null) breaker.succeeded();
    else if (NOT_THE_ENDPOINTS.has(failure)) breaker.left();
    else breaker.failed(restMs);
  }

  return {
    name: settings.name,
    usage: () => {
      const { day, tokens } = ledger.ofDay();
      return { day, tokensOfDay: tokens, cost, outcomes: { ...outcomes }, breaker: breaker.state() };
    },
    tokensOf: (conversation) => ledger.ofConversation(conversation),

    async ask<T>(ask: Ask<T>): Promise<Asked<T>> {
      const started = clock();
      const { prompt, conversation } = ask;
      const done = (found: Found<T>, tokens: Tokens, cached: boolean): Asked<T> => {
        const ms = Math.max(0, clock() - started);
        const price = (tokens.input * settings.price.input + tokens.output * settings.price.output) / 1e6;
        const outcome = found.ok ? "ok" : found.reason;
        cost += price;
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        const spent = { tokens, cost: price, ms };
        parts.report?.({ prompt: `${prompt.name}@${prompt.version}`, conversation, outcome, cached, ...spent });
        return found.ok ? { ...found, cached, ...spent } : { ...found, ...spent };
      };

      const hidden = hidePersonal(ask.inputs, parts.detectPersonal, ask.personal);
      const { system, user } = fillPrompt(prompt, hidden.inputs);
      if (!allowed) return done({ ok: false, reason: "not-allowed" }, NOTHING, false);
      const schema = jsonSchemaOf(ask.schema);
      const key = digest([settings.name, prompt.digest, system, user, JSON.stringify(schema)]);
      const kept = cache.get(key);
      if (kept !== undefined) return done(understand(ask, kept, hidden), NOTHING, true);

      const deadline = AbortSignal.timeout(settings.timeoutMs);
      const signal = ask.signal ? AbortSignal.any([ask.signal, deadline]) : deadline;
      const sent = await call({ system, user, output: prompt.output, schema }, conversation, signal);
      const { tokens } = sent;
      if ("failure" in sent) return done({ ok: false, reason: sent.failure }, tokens, false);
      const { reply } = sent;
      if (!reply.ok) {
        judge(reply.reason, reply.restMs);
        return done({ ok: false, reason: reply.reason }, tokens, false);
      }
      const answer = jsonIn(reply.text);
      const found = answer === undefined ? NOT_JSON : understand(ask, answer, hidden);
      judge(found.ok ? null : found.reason);
      if (found.ok) cache.put(key, answer);
      return done(found, tokens, false);
    },
  };
}

type Sent = { tokens: Tokens } & ({ reply: Reply } | { failure: Failure });
type Found<T> = { ok: true; data: T } | { ok: false; reason: Failure };
const NOT_JSON = { ok: false as const, reason: "not-json" as const };

/** Personal data back in, then the schema and the language. */
function understand<T>(ask: Ask<T>, answer: unknown, hidden: Hidden): Found<T> {
  const { value, stray } = hidden.restore(answer);
  const parsed = ask.schema.safeParse(value);
  if (!parsed.success || stray) return { ok: false, reason: "wrong-shape" };
  if (ask.prose && !isIn(ask.language, ask.prose(parsed.data))) return { ok: false, reason: "wrong-language" };
  return { ok: true, data: parsed.data };
}

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

/** Lengths stand before the parts: no two lists of parts give one digest. */
const digest = (parts: readonly string[]): string =>
  createHash("sha256")
    .update(parts.map((part) => `${part.length}:${part}`).join(""))
    .digest("hex");
