/** What comes back from a model: data that keeps its schema, or a coded reason. Never an exception for the model's faults. */
import type { z } from "zod";
import type { Language, PersonalKind } from "../flows/reading.ts";
import type { Prompt } from "./prompts.ts";

export type Failure =
  /** No complete answer within the time of the call or of the caller. */
  | "timeout"
  /** The caller gave up for a reason of its own. */
  | "cancelled"
  | "rate-limited"
  /** 5xx, no connection, a connection cut. */
  | "server"
  /** Another 4xx: the address, the key or the model's name is wrong. */
  | "rejected"
  /** The answer stops before its end. */
  | "truncated"
  /** A page, a string, or words around broken JSON. */
  | "not-json"
  /** JSON that isn't what was asked for. */
  | "wrong-shape"
  | "refused"
  | "empty"
  | "wrong-language"
  /** The tokens of the conversation or of the day are used up. */
  | "budget"
  /** The endpoint failed several times in a row and rests. */
  | "breaker-open"
  /** The endpoint, or where it sends us, may not get customers' words. */
  | "not-allowed";

export interface Tokens {
  input: number;
  output: number;
}

interface Spent {
  tokens: Tokens;
  /** In the currency of the prices in the settings. */
  cost: number;
  /** Milliseconds by the injected clock. */
  ms: number;
}

export type Asked<T> =
  | ({ ok: true; data: T /** Answered from memory, for nothing. */; cached: boolean } & Spent)
  | ({ ok: false; reason: Failure } & Spent);

/** A value to keep from the model although no detector sees it, such as a name the customer gave a turn before. */
export interface KnownPersonal {
  kind: PersonalKind | "staff";
  text: string;
}

export interface Ask<T> {
  prompt: Prompt;
  /** One value for each input the prompt declares. */
  inputs: Readonly<Record<string, string>>;
  schema: z.ZodType<T>;
  conversation: string;
  /** Language of the customer; `prose` is held to it. */
  language: Language;
  /** The part of the answer people will read. Absent where the answer is labels and quotations. */
  prose?: (data: T) => string;
  personal?: readonly KnownPersonal[];
  /** The caller's own budget of time. */
  signal?: AbortSignal;
}
