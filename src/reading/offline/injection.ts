/** Orders to the bot hidden in a customer's words, and prying into what is not theirs. Only noted: customer text is never an instruction. */
import { matchesOf } from "../../matches.ts";
import { ORDERS_EN } from "./lexicon/injection-en.ts";
import { DISGUISE, MARKUP, undisguised } from "./lexicon/injection-format.ts";
import { PAIRINGS } from "./lexicon/injection-pairs.ts";
import { PRYING } from "./lexicon/injection-prying.ts";
import { ORDERS_ZH } from "./lexicon/injection-zh.ts";
import type { Hits } from "./scan.ts";
import { createSieve } from "./sieve.ts";

const HAN = /[\u4e00-\u9fff]/;
const LATIN_WORDS = /[a-z]{2,} [a-z]/;
const SENTENCE = /[^。!?\n]{3,160}/g;
/** What tells an order: one pattern, or several in one sentence with its exceptions. */
type Sign =
  | { kind: "prying" | "disguise" | "markup" | "zh" | "en"; pattern: RegExp }
  | { kind: "pair"; all: readonly RegExp[]; none: readonly RegExp[] };

const signs = (kind: "prying" | "disguise" | "markup" | "zh" | "en", patterns: readonly RegExp[]): Sign[] =>
  patterns.map((pattern) => ({ kind, pattern }));
const possibleSigns = createSieve<Sign>(
  [
    ...signs("prying", PRYING),
    ...signs("disguise", DISGUISE),
    ...signs("markup", MARKUP),
    ...signs("zh", ORDERS_ZH),
    ...signs("en", ORDERS_EN),
    ...PAIRINGS.map(({ all, none }) => ({ kind: "pair", all, none }) as const),
  ],
  (sign) => (sign.kind === "pair" ? sign.all : [sign.pattern]),
);

function inOneSentence(text: string, all: readonly RegExp[], none: readonly RegExp[]): boolean {
  for (const [sentence] of matchesOf(SENTENCE, text))
    if (all.every((one) => one.test(sentence)) && !none.some((one) => one.test(sentence))) return true;
  return false;
}

function shows(sign: Sign, text: string): boolean {
  switch (sign.kind) {
    case "pair":
      return inOneSentence(text, sign.all, sign.none);
    case "zh":
      return HAN.test(text) && sign.pattern.test(text);
    case "en":
      return LATIN_WORDS.test(text) && sign.pattern.test(text);
    default:
      return sign.pattern.test(text);
  }
}

export interface Orders {
  /** The text asks for what belongs to other customers or to the bank alone. */
  prying: boolean;
  /** The text gives the bot orders or tries to talk it out of its rules, be it inside an honest complaint. */
  injection: boolean;
}

/** Takes the plain form of the text and the cues in it. */
export function findOrders(plain: string, hits: Hits): Orders {
  const possible = possibleSigns(plain);
  const prying = possible.some((sign) => sign.kind === "prying" && shows(sign, plain));
  if (prying || hits.has("injection") || possible.some((sign) => sign.kind !== "prying" && shows(sign, plain)))
    return { prying, injection: true };
  for (const words of undisguised(plain)) {
    const hidden = possibleSigns(words).some(
      (sign) => sign.kind !== "prying" && sign.kind !== "disguise" && shows(sign, words),
    );
    if (hidden) return { prying, injection: true };
  }
  return { prying, injection: false };
}
