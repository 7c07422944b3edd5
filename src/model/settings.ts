/** The settings of the language model, with what was expected for each that can't be used. Off unless a URL is set. */
import { z } from "zod";
import { hostProblem } from "./hosts.ts";

export interface ModelSettings {
  /** Base address of an OpenAI-compatible API, such as http://127.0.0.1:8000/v1. */
  url: string;
  /** Null for an endpoint without keys. */
  key: string | null;
  name: string;
  /** Longest time of one call, waiting for a free place included. */
  timeoutMs: number;
  /** Most tokens of one answer. */
  maxOutputTokens: number;
  /** Most tokens, both ways, of one conversation in a day. */
  tokensPerConversation: number;
  /** Most tokens, both ways, of all conversations in a day. */
  tokensPerDay: number;
  /** For a million tokens, in the currency the bank is billed in. */
  price: { input: number; output: number };
  /** Calls at the same time. */
  concurrency: number;
  /** After so many failures in a row the endpoint is left alone for the pause. */
  breaker: { failures: number; pauseMs: number };
  cache: { entries: number; maxAgeMs: number };
  allowCrossBorder: boolean;
  /** Hosts allowed beside this machine and private networks. */
  hosts: string[];
}

const whole = (what: string, from: number, to: number) =>
  z.coerce.number(`expected ${what}`).int(`expected ${what}`).min(from, `expected ${what}`).max(to, `expected ${what}`);
const price = z.coerce
  .number("expected the price of a million tokens")
  .min(0, "expected the price of a million tokens, 0 or more")
  .default(0);

const Given = z.object({
  TINGSU_MODEL_URL: z
    .url({ protocol: /^https?$/u, error: "expected an address such as http://127.0.0.1:8000/v1" })
    .optional(),
  TINGSU_MODEL_KEY: z.string().optional(),
  TINGSU_MODEL_NAME: z.string().optional(),
  TINGSU_MODEL_TIMEOUT_MS: whole("milliseconds from 100 to 60000", 100, 60_000).default(4000),
  TINGSU_MODEL_MAX_OUTPUT_TOKENS: whole("tokens from 50 to 20000", 50, 20_000).default(1000),
  TINGSU_MODEL_TOKENS_PER_CONVERSATION: whole("tokens, 0 or more", 0, 1e12).default(200_000),
  TINGSU_MODEL_TOKENS_PER_DAY: whole("tokens, 0 or more", 0, 1e15).default(10_000_000),
  TINGSU_MODEL_PRICE_INPUT: price,
  TINGSU_MODEL_PRICE_OUTPUT: price,
  TINGSU_MODEL_CONCURRENCY: whole("calls at a time from 1 to 1000", 1, 1000).default(8),
  TINGSU_MODEL_BREAKER_FAILURES: whole("failures in a row from 1 to 1000", 1, 1000).default(5),
  TINGSU_MODEL_BREAKER_PAUSE_MS: whole("milliseconds from 100 to 3600000", 100, 3_600_000).default(30_000),
  TINGSU_MODEL_HOSTS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .pipe(
      z.array(
        z.string().regex(/^[a-z0-9.-]+$/iu, "expected host names such as model.bank.example, separated by commas"),
      ),
    ),
  TINGSU_ALLOW_CROSS_BORDER: z.enum(["true", "false"], "expected true or false").default("false"),
});

const CACHE = { entries: 500, maxAgeMs: 600_000 };

/**
 * `settings` is null when no model is set up, or when something is wrong with it. Problems name the variable and
 * what was expected, never the value: it may be the key.
 */
export function modelSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: ModelSettings | null;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
    return { settings: null, problems };
  }
  const { data } = parsed;
  const { TINGSU_MODEL_URL: url, TINGSU_MODEL_NAME: name } = data;
  if (!url) {
    const alone = (["TINGSU_MODEL_NAME", "TINGSU_MODEL_KEY"] as const).find((each) => data[each] !== undefined);
    const problem = `TINGSU_MODEL_URL: expected an address such as http://127.0.0.1:8000/v1, since ${alone} is set`;
    return { settings: null, problems: alone ? [problem] : [] };
  }
  const allowCrossBorder = data.TINGSU_ALLOW_CROSS_BORDER === "true";
  const problems: string[] = [];
  const host = hostProblem({ url, hosts: data.TINGSU_MODEL_HOSTS, allowCrossBorder });
  if (host) problems.push(`TINGSU_MODEL_URL: ${host}`);
  if (!name) problems.push("TINGSU_MODEL_NAME: expected the model's name, since TINGSU_MODEL_URL is set");
  if (!name || problems.length > 0) return { settings: null, problems };
  const settings: ModelSettings = {
    url,
    key: data.TINGSU_MODEL_KEY ?? null,
    name,
    timeoutMs: data.TINGSU_MODEL_TIMEOUT_MS,
    maxOutputTokens: data.TINGSU_MODEL_MAX_OUTPUT_TOKENS,
    tokensPerConversation: data.TINGSU_MODEL_TOKENS_PER_CONVERSATION,
    tokensPerDay: data.TINGSU_MODEL_TOKENS_PER_DAY,
    price: { input: data.TINGSU_MODEL_PRICE_INPUT, output: data.TINGSU_MODEL_PRICE_OUTPUT },
    concurrency: data.TINGSU_MODEL_CONCURRENCY,
    breaker: { failures: data.TINGSU_MODEL_BREAKER_FAILURES, pauseMs: data.TINGSU_MODEL_BREAKER_PAUSE_MS },
    cache: CACHE,
    allowCrossBorder,
    hosts: data.TINGSU_MODEL_HOSTS,
  };
  return { settings, problems };
}
