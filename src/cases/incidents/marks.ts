/**
 * What can be common to complaints: the axes, the outlet, signs of trouble the bank has listed, error codes, and plain
 * words. A mark is a slug with its kind in front ("venue:mobile-app", "sign:sign-in", "word:人脸"); nothing else of a
 * complaint is kept by the detector.
 */
import type { Bank } from "../../bank/bank.ts";
import type { Axes } from "../../flows/bank.ts";

export interface Told extends Omit<Axes, "risks"> {
  /** In the customer's words, personal data masked. */
  text: string;
  /** Places named, in the customer's words. */
  places: readonly string[];
}

export type Marker = (told: Told) => string[];

/** Marks of the kinds people and the reader have decided on; the rest are words. */
export const isWord = (mark: string): boolean => mark.startsWith("word:");

/** "提示错误码 E5023", "error code 1027": what the screen said, in the customer's typing. */
const CODE =
  /(?:错误码?|代码|报错|提示|error|code)[^\p{L}\d]{0,3}(?:code|码|为|是|:|：)?[^\p{L}\d]{0,3}([a-z]{0,5}[-_]?\d{3,6})(?![\d*])/giu;
const HAN = /\p{Script=Han}/u;
/** Words of one complaint that are looked at; a long story tells its trouble at the beginning. */
const WORDS_AT_MOST = 40;
const TEXT_AT_MOST = 600;

export function createMarker({ emergency, outlets }: Pick<Bank, "emergency" | "outlets">): Marker {
  const signs = Object.entries(emergency.signs).map(([slug, { words }]) => ({
    mark: `sign:${slug}`,
    has: finder(words),
  }));
  const calls = Object.entries(outlets).map(([slug, { names, aliases }]) => ({
    mark: `outlet:${slug}`,
    calls: [names.zh, names.en, ...aliases].map(fold),
  }));
  const words = new Intl.Segmenter("zh", { granularity: "word" });

  return ({ text, business, reason, venue, places }) => {
    const plain = fold(text).slice(0, TEXT_AT_MOST);
    const where = places.map(fold);
    const marks = new Set<string>();
    if (business) marks.add(`business:${business}`);
    if (reason) marks.add(`reason:${reason}`);
    if (venue) marks.add(`venue:${venue}`);
    for (const outlet of calls) {
      if (outlet.calls.some((call) => where.some((place) => place.includes(call)))) marks.add(outlet.mark);
    }
    for (const sign of signs) if (sign.has(plain)) marks.add(sign.mark);
    for (const [, code = ""] of plain.matchAll(CODE)) marks.add(`code:${code.replace(/[-_]/gu, "")}`);
    let counted = 0;
    for (const { segment, isWordLike } of words.segment(plain)) {
      if (!isWordLike || segment.length < (HAN.test(segment) ? 2 : 4) || /\d/u.test(segment)) continue;
      marks.add(`word:${segment}`);
      counted += 1;
      if (counted >= WORDS_AT_MOST) break;
    }
    return [...marks];
  };
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("’", "'");

/** One pass for all words of a sign. */
function finder(words: readonly string[]): (text: string) => boolean {
  const pattern = words.map((word) => (HAN.test(word) ? escaped(word) : `(?<![a-z])${escaped(word)}`)).join("|");
  const found = new RegExp(pattern, "u");
  return (text) => found.test(text);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
