/** A question taken apart: what it is about, and how much each part counts. */
import { Converter } from "opencc-js/t2cn";
import { ASPECT, type MeaningFinder } from "./meanings.ts";
import { isNoise } from "./noise.ts";
import { BREAK, type Cut, isHan, plainQuestion, searchWords, units } from "./words.ts";

/** One thing asked about. */
export interface Feature {
  /** Index words that show it; matched as a share of those present. */
  words: string[];
  weight: number;
  /** Only adds to the score: its absence tells nothing. */
  bonus: boolean;
}

const WEIGHT = { meaning: 1.4, word: 1, inMeaning: 0.35, crossing: 0.5, aspect: 0.5 };

let simplify: ((text: string) => string) | undefined;

/** Simplified form of Chinese text; simplified and other text stays as it is. */
export function simplified(text: string): string {
  const convert = simplify ?? Converter({ from: "t", to: "cn" });
  simplify = convert;
  return convert(text);
}

/** Takes a question apart; of traditional Chinese, its simplified form. */
export function readQuestion(question: string, finder: MeaningFinder, cut: Cut): Feature[] {
  const text = simplified(plainQuestion(question));
  const found = units(text);
  const features = new Map<string, Feature>();
  const add = (words: string[], weight: number, bonus: boolean) => {
    const key = words.join(" ");
    const known = features.get(key);
    if (!known || (known.bonus && !bonus)) features.set(key, { words, weight, bonus });
  };

  const covered = new Set<number>();
  for (const meaning of finder.find(found)) {
    if (meaning.token.startsWith(ASPECT)) {
      add([meaning.token], WEIGHT.aspect, true);
      continue;
    }
    add([meaning.token], WEIGHT.meaning, false);
    for (let at = meaning.start; at < meaning.end; at += 1) covered.add(at);
  }

  let at = 0;
  while (at < found.length) {
    const unit = found[at] ?? BREAK;
    if (unit === BREAK) at += 1;
    else if (isHan(unit)) {
      let end = at;
      while (end < found.length && isHan(found[end] ?? BREAK)) end += 1;
      readHan(found.slice(at, end), at, covered, cut, add);
      at = end;
    } else {
      const inside = covered.has(at);
      if (!isNoise(unit)) add([unit], inside ? WEIGHT.inMeaning : WEIGHT.word, inside);
      at += 1;
    }
  }
  return [...features.values()];
}

/** The single characters of a question, for the fallback; without those of noise words. */
export function singleCharacters(question: string): string[] {
  const found = units(simplified(plainQuestion(question)));
  return [...new Set(found.filter((unit) => isHan(unit) && !isNoise(unit)))];
}

function readHan(
  run: string[],
  offset: number,
  covered: ReadonlySet<number>,
  cut: Cut,
  add: (words: string[], weight: number, bonus: boolean) => void,
): void {
  let at = offset;
  let before: { text: string; noise: boolean } | undefined;
  for (const text of cut(run.join(""))) {
    const characters = [...text];
    const noise = isNoise(text);
    const inside = characters.every((_, index) => covered.has(at + index));
    if (!noise && characters.length > 1) {
      add([...new Set(searchWords(characters))], inside ? WEIGHT.inMeaning : WEIGHT.word, inside);
    }
    // 卡 + 丢: words of one character say something only beside their neighbour.
    if (before && !noise && !before.noise) {
      add([(before.text.at(-1) ?? "") + (characters[0] ?? "")], WEIGHT.crossing, true);
    }
    before = { text, noise };
    at += characters.length;
  }
}
