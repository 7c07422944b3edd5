/** Words customers don't use, in text for customers, from the bank's own list. */
import { z } from "zod";
import type { Problem } from "../policies.ts";
import { readYamlFile } from "../yaml-file.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import type { Passage } from "./passages.ts";

const Word = z.strictObject({
  word: z.string().trim().min(1),
  /** What to say instead. */
  say: z.string().trim().min(1),
  language: z.enum(["zh", "en"]),
  /** Longer words that hold the word and are plain: 敞口 in 敞口信封. */
  except: z.array(z.string().min(1)).default([]),
});
const File = z.strictObject({ words: z.array(Word) });

export type JargonWord = z.infer<typeof Word>;

/** Reads `bank/jargon.yaml`. With any problem there are no words. */
export function loadJargon(file: string): { words: JargonWord[]; problems: Problem[] } {
  const read = readYamlFile(file, File);
  return read.ok ? { words: read.value.words, problems: [] } : { words: [], problems: read.problems };
}

/** Names of menus and papers are not ours to change. */
const NAMES = /「[^」]*」|《[^》]*》|"[^"]*>[^"]*"|“[^”]*>[^”]*”/gu;
const EXPLAINS = {
  zh: /也就是|就是说|意思是|是指|指的是|即：|叫做?/u,
  en: /\b(?:that is|meaning|means|in other words|i\.e\.|called)\b/iu,
};

/** Each word once a clause, at the first line it stands in; none that the clause explains. */
export function jargonIn({ policy, clause, summary, body }: Passage, words: readonly JargonWord[]): Finding[] {
  if (policy.audience !== "customer") return [];
  const lines = [{ line: clause.line, text: clause.heading }, summary, ...body];
  const found: Finding[] = [];
  for (const entry of words.filter(({ language }) => language === policy.language)) {
    const places = lines.flatMap(({ line, text }) => {
      const plain = withoutNames(text, entry);
      return placesOf(entry, plain).map((at) => ({ line, explained: explained(plain, at, entry) }));
    });
    const [first] = places;
    if (!first || places.some((place) => place.explained)) continue;
    found.push({
      file: policy.file,
      line: first.line,
      severity: "warning",
      check: "jargon",
      message: inWordsOf(
        policy,
        `客户不说“${entry.word}”，可以说“${entry.say}”，或在后面用（…）解释`,
        `customers don't say "${entry.word}"; say "${entry.say}", or explain it in brackets`,
      ),
    });
  }
  return found;
}

/** Lower case, with names and the plain longer words blank. */
function withoutNames(text: string, { except }: JargonWord): string {
  const rest = text.toLowerCase().replace(NAMES, (name) => " ".repeat(name.length));
  return except.reduce((left, longer) => left.replaceAll(longer.toLowerCase(), " ".repeat(longer.length)), rest);
}

function placesOf({ word, language }: JargonWord, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word.toLowerCase()); at >= 0; at = text.indexOf(word.toLowerCase(), at + 1)) {
    const inWord = /[a-z]/.test(text[at - 1] ?? "") || /[a-z]/.test(text[at + word.length] ?? "");
    if (language === "zh" || !inWord) places.push(at);
  }
  return places;
}

/** 溢缴款（多还的钱）, 多还的钱（溢缴款）, a table of words and what they mean, or a sentence that says what it is. */
function explained(text: string, at: number, { word, language }: JargonWord): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + word.length);
  if (/^\|\s*$/.test(before) && /^\s*\|/.test(after)) return true;
  if (/^[”"’\s]*[（(]/u.test(after) || /[（(][^（()）]*$/u.test(before)) return true;
  const sentence = `${/[^。！？\n]*$/u.exec(before)?.[0] ?? ""}${word}${/^[^。！？\n]*/u.exec(after)?.[0] ?? ""}`;
  return EXPLAINS[language].test(sentence);
}
