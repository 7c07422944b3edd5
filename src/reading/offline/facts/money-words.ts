/** Sums in English words: "fifteen hundred", "three and a half thousand", "a grand". */
import { matchesOf } from "../../../matches.ts";
import type { Candidate } from "./money-figures.ts";
import { ENGLISH_NUMBER, englishNumber, scaleOf } from "./numerals.ts";

const WORD_UNIT =
  "(?:(?:us|hk|hong kong|canadian|australian) )?(?:dollars?|bucks?|yuan|pounds?|quid|euros?|rmb|cents?|pence|hkd|usd|yen|kuai|grand)";
const WORDS = new RegExp(
  `(?<![a-z])(?<!(?:few|several|many|some|couple of|\\d) )(?:(half) a (million|thousand|grand)|(${ENGLISH_NUMBER})(and a half) (hundred|thousand|million|grand)|(${ENGLISH_NUMBER})) ?(${WORD_UNIT}(?![a-z]))?`,
  "g",
);

/** Every number in words that names a unit or is a large one. */
export function inWords(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const match of matchesOf(WORDS, text)) {
    const [whole, half, halfScale, wholePart, andHalf, scale, plainWords, unit] = match;
    const words = wholePart ?? plainWords ?? "";
    const size = (name: string | undefined) => (name === "grand" ? 1000 : name === "hundred" ? 100 : scaleOf(name));
    const number = half ? 0.5 * size(halfScale) : englishNumber(words.replace(/ and ?$/, ""));
    if (number === null || number <= 0) continue;
    const value = andHalf ? (number + 0.5) * size(scale) : number;
    const scaled = half !== undefined || andHalf !== undefined || /hundred|thousand|million/.test(words);
    if (!unit && !scaled) continue;
    const bare = unit ? whole : whole.replace(/[ -](?:and )?$/, "");
    out.push({
      value,
      start: match.index,
      figure: match.index,
      end: match.index + bare.length,
      sign: undefined,
      unit,
      scaled: false,
      grouped: scaled,
      dashed: false,
    });
  }
  return out;
}
