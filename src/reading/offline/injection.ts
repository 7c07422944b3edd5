/** Orders to the bot hidden in a customer's words, and prying into what is not theirs. Only noted: customer text is never an instruction. */
import { ORDERS_EN } from "./lexicon/injection-en.ts";
import { DISGUISE, MARKUP, undisguised } from "./lexicon/injection-format.ts";
import { PAIRINGS } from "./lexicon/injection-pairs.ts";
import { PRYING } from "./lexicon/injection-prying.ts";
import { ORDERS_ZH } from "./lexicon/injection-zh.ts";
import type { Hits } from "./scan.ts";

const HAN = /[\u4e00-\u9fff]/;
const LATIN_WORDS = /[a-z]{2,} [a-z]/;
const SENTENCE = /[^。!?\n]{3,160}/g;
const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

function pairs(text: string): boolean {
  for (const [sentence] of text.matchAll(SENTENCE))
    if (PAIRINGS.some(({ all, none }) => all.every((one) => one.test(sentence)) && !matches(none, sentence)))
      return true;
  return false;
}

function gives(text: string): boolean {
  return (
    matches(MARKUP, text) ||
    (HAN.test(text) && matches(ORDERS_ZH, text)) ||
    (LATIN_WORDS.test(text) && matches(ORDERS_EN, text)) ||
    pairs(text)
  );
}

/** Whether the text asks for what belongs to other customers or to the bank alone. */
export function findPrying(plain: string): boolean {
  return matches(PRYING, plain);
}

/**
 * Whether the text gives the bot orders or tries to talk it out of its rules, be it inside an honest complaint.
 * Takes the plain form of the text and the cues in it.
 */
export function findInjection(plain: string, hits: Hits): boolean {
  if (hits.has("injection") || gives(plain) || matches(DISGUISE, plain)) return true;
  for (const words of undisguised(plain)) if (gives(words)) return true;
  return false;
}
