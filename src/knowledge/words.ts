/**
 * Text to search words. Chinese is indexed by pairs of neighbouring characters,
 * which need no dictionary; English by words with their endings cut. One stream
 * of units (a Chinese character, a Latin word, a number) serves both.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Jieba } from "@node-rs/jieba";
import { isNoise } from "./noise.ts";
import { stem } from "./stem.ts";

/** Longest question that is read, in UTF-16 units. What matters stands at the beginning. */
const MAX_QUESTION = 2000;

/** Stands between units that do not touch: punctuation, line ends. */
export const BREAK = "|";

const HAN = /\p{Script=Han}/u;
const UNIT =
  /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+(?:['’.\-][[\p{L}\p{N}]--\p{Script=Han}]+)*|[^\s\p{L}\p{N}]/gv;

/** Full-width forms, capitals, control characters and the old spelling 帐 are one with their plain forms. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replaceAll("帐", "账");
}

/** A question as it is searched: capped and plain. */
export function plainQuestion(question: string): string {
  return plain(question.slice(0, MAX_QUESTION)).slice(0, MAX_QUESTION);
}

/** Units of plain text, in order. */
export function units(text: string): string[] {
  const found: string[] = [];
  for (const [unit] of text.matchAll(UNIT)) {
    if (HAN.test(unit)) found.push(unit);
    else if (/^[\p{L}\p{N}]/u.test(unit)) found.push(stem(unit));
    else if (found.at(-1) !== BREAK && found.length > 0) found.push(BREAK);
  }
  return found;
}

export function isHan(unit: string): boolean {
  return HAN.test(unit);
}

/** Pairs of touching Chinese characters, and every Latin word or number. */
export function searchWords(found: readonly string[]): string[] {
  const words: string[] = [];
  for (const [index, unit] of found.entries()) {
    if (unit === BREAK) continue;
    if (!isHan(unit)) {
      if (!isNoise(unit)) words.push(unit);
      continue;
    }
    const next = found[index + 1];
    if (next !== undefined && isHan(next)) words.push(unit + next);
  }
  return words;
}

/** Cuts plain Chinese text into words. */
export type Cut = (text: string) => string[];

/** Makes cuts that know domain words beside the dictionary's. */
export type Cutter = (domainWords: Iterable<string>) => Cut;

/**
 * jieba, loaded at the first question: its dictionary takes 0.2 s and 40 MB, which the index does not need. All cuts of one
 * cutter share it, and know one another's words.
 */
export function jiebaCutter(): Cutter {
  let jieba: Jieba | undefined;
  const known = new Set<string>();
  return (domainWords) => {
    const words = [...domainWords].filter((word) => /^\p{Script=Han}{2,8}$/u.test(word));
    let told = false;
    return (text) => {
      jieba ??= loadJieba();
      const fresh = told ? [] : words.filter((word) => !known.has(word));
      told = true;
      if (fresh.length > 0) jieba.loadDict(Buffer.from(fresh.map((word) => `${word} 100000 n`).join("\n")));
      for (const word of fresh) known.add(word);
      return jieba.cut(text, false);
    };
  };
}

function loadJieba(): Jieba {
  // Read here and not imported: the package's module is read at start, and keeps the text beside jieba's own copy.
  const dictionary = createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt");
  return Jieba.withDict(readFileSync(dictionary));
}
