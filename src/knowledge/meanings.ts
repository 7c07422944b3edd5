/**
 * What customers call things: "卡被吃了", "吞卡", "the ATM kept my card" are one
 * meaning. Found in questions and in clauses alike, a meaning lets them meet
 * whatever the words, and across languages.
 */
import { z } from "zod";
import { MUST } from "./faults.ts";
import type { Problem } from "./policies.ts";
import { BREAK, isHan, plain, units } from "./words.ts";
import { readYamlFile } from "./yaml-file.ts";

const Meaning = z
  .strictObject({
    /** A gap of up to six characters is written …: "卡…吃". */
    zh: z.array(z.string().min(1)).default([]),
    /** A gap of up to three words is written …: "card … stolen". */
    en: z.array(z.string().min(1)).default([]),
  })
  .refine((meaning) => meaning.zh.length + meaning.en.length > 0, MUST.phrase.en);
const File = z.strictObject({
  meanings: z.array(Meaning),
  /** How long, where, why …: they tell the clauses of one policy apart and find nothing alone. */
  aspects: z.array(Meaning).default([]),
});

export type Synonyms = z.infer<typeof File>;

/** Reads `bank/synonyms.yaml`. With any problem, what could not be read is left out. */
export function loadSynonyms(file: string): { synonyms: Synonyms; problems: Problem[] } {
  const read = readYamlFile(file, File);
  return read.ok
    ? { synonyms: read.value, problems: [] }
    : { synonyms: { meanings: [], aspects: [] }, problems: read.problems };
}

/**
 * Only the phrases that two files don't share: a text without any of them is read alike with both. A meaning goes by its name,
 * so one put in, taken out or moved changes no other.
 */
export function changedBetween(before: Synonyms, now: Synonyms): Synonyms {
  const changed = (old: Synonyms["meanings"], fresh: Synonyms["meanings"]): Synonyms["meanings"] => {
    const [was, is] = [new Map(named(old)), new Map(named(fresh))];
    return [...new Set([...was.keys(), ...is.keys()])].map((name) => ({
      zh: unshared(was.get(name)?.zh ?? [], is.get(name)?.zh ?? []),
      en: unshared(was.get(name)?.en ?? [], is.get(name)?.en ?? []),
    }));
  };
  return { meanings: changed(before.meanings, now.meanings), aspects: changed(before.aspects, now.aspects) };
}

/** Meanings by name, which is their first phrase; of several that begin alike the later ones are counted. */
function named(meanings: Synonyms["meanings"]): [string, Synonyms["meanings"][number]][] {
  const seen = new Map<string, number>();
  return meanings.map((meaning) => {
    const first = plain(meaning.zh[0] ?? meaning.en[0] ?? "");
    const times = (seen.get(first) ?? 0) + 1;
    seen.set(first, times);
    return [times === 1 ? first : `${first} ${times}`, meaning];
  });
}

function unshared(a: readonly string[], b: readonly string[]): string[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((phrase) => !inB.has(phrase)), ...b.filter((phrase) => !inA.has(phrase))];
}

/** What tokens begin with: no word of a text does. */
export const MEANING = "#";
export const ASPECT = "?";

const GAP = "…";
const MAX_GAP = { han: 6, latin: 3 };

interface Node {
  next: Map<string, Node>;
  /** Tokens of meanings whose phrase ends here. */
  ends: string[];
  /** Phrases that go on after a gap. */
  gaps: { rest: string[][]; token: string }[];
}

/** A meaning found in text: the units it stands on, end exclusive. */
interface FoundMeaning {
  token: string;
  start: number;
  end: number;
}

/** Finds meanings in units of plain text, in one pass whatever the number of phrases. */
export class MeaningFinder {
  readonly #root: Node = node();

  constructor(synonyms: Synonyms) {
    for (const [name, { zh, en }] of named(synonyms.meanings)) {
      for (const phrase of [...zh, ...en]) this.#add(phrase, MEANING + name);
    }
    for (const [name, { zh, en }] of named(synonyms.aspects)) {
      for (const phrase of [...zh, ...en]) this.#add(phrase, ASPECT + name);
    }
  }

  find(text: readonly string[]): FoundMeaning[] {
    const found: FoundMeaning[] = [];
    for (let start = 0; start < text.length; start += 1) {
      let at: Node | undefined = this.#root;
      for (let end = start; at; end += 1) {
        for (const token of at.ends) found.push({ token, start, end });
        for (const { rest, token } of at.gaps) {
          const stop = matchRest(text, end, rest);
          if (stop !== undefined) found.push({ token, start, end: stop });
        }
        const unit: string | undefined = text[end];
        at = unit === undefined ? undefined : at.next.get(unit);
      }
    }
    return found;
  }

  #add(phrase: string, token: string): void {
    const [first, ...rest] = phrase.split(GAP).map((part) => units(plain(part)).filter((unit) => unit !== BREAK));
    if (!first || first.length === 0) return;
    let at = this.#root;
    for (const unit of first) {
      const next = at.next.get(unit) ?? node();
      at.next.set(unit, next);
      at = next;
    }
    const gaps = rest.filter((part) => part.length > 0);
    if (gaps.length === 0) at.ends.push(token);
    else at.gaps.push({ rest: gaps, token });
  }
}

function node(): Node {
  return { next: new Map(), ends: [], gaps: [] };
}

/** End of the phrase's remaining parts after `from`, each within a gap that no punctuation breaks. */
function matchRest(text: readonly string[], from: number, parts: readonly string[][]): number | undefined {
  let at = from;
  for (const part of parts) {
    const gap = isHan(part[0] ?? "") ? MAX_GAP.han : MAX_GAP.latin;
    let hit: number | undefined;
    for (let start = at; start <= at + gap && hit === undefined; start += 1) {
      if (text[start - 1] === BREAK && start > at) break;
      if (part.every((unit, offset) => text[start + offset] === unit)) hit = start + part.length;
    }
    if (hit === undefined) return undefined;
    at = hit;
  }
  return at;
}
