import type { FactName, FoundFact, PersonalSpan } from "../../../flows/reading.ts";
import type { Hits } from "../scan.ts";

type WithoutText<F> = F extends FoundFact ? Omit<F, "text"> : never;
/** A fact before its words are cut from the original. */
export type FactDraft = WithoutText<FoundFact>;

export interface FactSource {
  /** The text in plain form, as long as the original. */
  plain: string;
  original: string;
  hits: Hits;
  personal: readonly PersonalSpan[];
  /** Digits of a number, also of one said in words: "一三八…" is 138…. */
  digitsIn: (words: string) => string;
  at: string;
  zone: string;
  asking: FactName | null;
  /** The text replies to something the bot asked, a fact or not. */
  replying: boolean;
}

export function overlaps(spans: readonly { start: number; end: number }[], start: number, end: number): boolean {
  return spans.some((span) => span.start < end && start < span.end);
}
