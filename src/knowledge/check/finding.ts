/** What a check of the policies finds: one line each for a compliance officer. */
import type { Policy } from "../policies.ts";

/** An error must be mended before customers are told it; a warning is to be looked at; info is only counted. */
export type Severity = "error" | "warning" | "info";

/** Which check found it. Programs rely on these names. */
export type Check =
  | "load"
  | "contradiction"
  | "summary-figure"
  | "translation-figure"
  | "reference"
  | "gap"
  | "ended"
  | "not-begun"
  | "not-found"
  | "same-question"
  | "known-unknown"
  | "jargon"
  | "long-sentence"
  | "long-summary";

export interface Finding {
  file: string;
  /** From 1. */
  line: number;
  severity: Severity;
  check: Check;
  /** In the language of the file. */
  message: string;
}

/** The sentence in the language of the policy it is about. */
export function inWordsOf(policy: Policy, zh: string, en: string): string {
  return policy.language === "zh" ? zh : en;
}
