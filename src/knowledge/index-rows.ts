/**
 * What searching the clauses rests on, as rows of numbers: which word stands where, and the ways of asking. Made of the bank's
 * texts in two seconds, kept in a file and read from it in milliseconds; where a few texts changed, only those are read anew.
 */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Asked } from "./asked.ts";
import { askedName, clausesOf, type Entry, textsOf } from "./entries.ts";
import { isKept, keptBefore, type Rows, readKept, writeKept } from "./kept.ts";
import type { Learned } from "./learned/learned.ts";
import { changedBetween, MeaningFinder, type Synonyms } from "./meanings.ts";
import type { Policy } from "./policies.ts";
import { buildPostings, type Indexed, type PostingsIndex } from "./postings.ts";
import { simplified } from "./question.ts";
import type { Field } from "./relevance.ts";
import { readWith } from "./ways.ts";
import { buildWays, type Told, type WaysIndex } from "./ways-index.ts";
import { plain, searchWords, units } from "./words.ts";

/** Of this form of the rows; another number makes kept files of before useless. */
const FORM = 4;

export const FIELDS: readonly Field[] = ["questions", "heading", "summary", "keywords", "title", "body"];

export interface IndexRows {
  postings: PostingsIndex;
  ways: WaysIndex;
}

export interface RowSources {
  entries: readonly Entry[];
  asked: Asked;
  synonyms: Synonyms;
  learned: Learned;
}

/** The index words of a text, meanings among them. */
export function wordsWith(finder: MeaningFinder): (text: string) => string[] {
  return (text) => {
    const found = units(plain(text));
    return [...searchWords(found), ...finder.find(found).map((meaning) => meaning.token)];
  };
}

/** `before`: rows of other texts, read with the same vectors and the same synonyms, or with those of `was`. */
export function makeRows(sources: RowSources, before?: IndexRows, was?: Synonyms): IndexRows {
  const finder = new MeaningFinder(sources.synonyms);
  const anew = was ? new MeaningFinder(changedBetween(was, sources.synonyms)) : null;
  return {
    postings: buildPostings(FIELDS, indexed(sources.entries, wordsWith(finder), anew), before?.postings),
    ways: buildWays(tell(sources, anew), readWith(finder, sources.learned), before?.ways),
  };
}

/** Whether the texts have any of the phrases, with traditional characters as they stand or as they are compared. */
function usesAny(changed: MeaningFinder | null, texts: readonly string[], compared: boolean): boolean {
  if (!changed) return false;
  const text = plain(texts.join("\n"));
  return changed.find(units(compared ? simplified(text) : text)).length > 0;
}

/** What is kept in the folder for these very texts; null where there is none. */
export const keptRows = (folder: string, sources: RowSources): IndexRows | null => rowsIn(folder, nameOf(sources));

export const areKept = (folder: string, sources: RowSources): boolean => isKept(folder, nameOf(sources));

/** Makes the rows, of what is kept of other texts or of other synonyms where there is some, and keeps them. */
export function makeAndKeep(folder: string, sources: RowSources, was: Synonyms = sources.synonyms): IndexRows {
  const keptWith = (synonyms: Synonyms) => {
    const last = keptBefore(folder, `${FAMILY}-${readerOf({ ...sources, synonyms })}-`);
    return (last === undefined ? null : rowsIn(folder, last)) ?? undefined;
  };
  const same = keptWith(sources.synonyms);
  // Ways of asking that can't be read now can't be compared either: then all is made anew.
  const other = same || sources.asked.broken.size > 0 ? undefined : keptWith(was);
  const rows = same ? makeRows(sources, same) : makeRows(sources, other, other && was);
  writeKept(folder, nameOf(sources), inOrder(rows));
  return rows;
}

const FAMILY = "clauses";

/** Changes with whatever reads a text otherwise than before. */
function readerOf({ synonyms, learned }: RowSources): string {
  return digest([String(FORM), learned.ranking.vectors, JSON.stringify(synonyms)]).slice(0, 16);
}

function nameOf(sources: RowSources): string {
  const { entries, asked } = sources;
  const texts = entries.map(
    ({ policy, clause }) =>
      `${askedName(policy.file, clause.number)} ${policy.title} ${policy.keywords} ${clause.hash}`,
  );
  return `${FAMILY}-${readerOf(sources)}-${digest([asked.digest, ...texts]).slice(0, 24)}.idx`;
}

function digest(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
}

function tell({ entries, asked }: RowSources, anew: MeaningFinder | null): Told[] {
  const questions = asked.read();
  const numbers = clausesOf(entries);
  const all: { name: string; questions: string[]; texts: string[]; held: boolean }[] = [];
  for (const [id, entry] of entries.entries()) {
    const number = numbers[id] ?? 0;
    const name = askedName(entry.policy.file, entry.clause.number);
    const held = asked.broken.has(basename(entry.policy.file));
    const one = all[number] ?? { name, questions: [...(questions.get(name) ?? [])], texts: [], held };
    one.questions.push(...entry.clause.questions);
    one.texts.push(...textsOf(entry));
    all[number] = one;
  }
  if (anew === null) return all;
  return all.map((one) => ({ ...one, anew: usesAny(anew, [...one.questions, ...one.texts], true) }));
}

function indexed(
  entries: readonly Entry[],
  words: (text: string) => string[],
  anew: MeaningFinder | null,
): Indexed<Field>[] {
  let of: { policy: Policy; title: string[]; keywords: string[] } | undefined;
  return entries.map(({ policy, clause }) => ({
    digest: JSON.stringify([policy.title, policy.keywords, clause.hash]),
    anew: usesAny(
      anew,
      [policy.title, ...policy.keywords, clause.heading, clause.summary, clause.body, ...clause.questions],
      false,
    ),
    words() {
      if (of?.policy !== policy)
        of = { policy, title: words(policy.title), keywords: words(policy.keywords.join("\n")) };
      return {
        questions: words(clause.questions.join("\n")),
        heading: words(clause.heading),
        summary: words(clause.summary),
        body: words(clause.body),
        title: of.title,
        keywords: of.keywords,
      };
    },
  }));
}

/** In the order in which they are kept. */
function inOrder({ postings: p, ways: w }: IndexRows): Rows {
  return {
    numbers: [
      ...[p.words, p.begins, p.uses, p.lengths, p.digests],
      ...[w.words, w.begins, w.uses, w.lengths, w.questionsFrom, w.textsFrom, w.digests],
    ],
    bytes: [w.questions, w.texts, w.middles],
  };
}

const NONE = new Uint32Array();
const NO_BYTES = new Int8Array();

function rowsIn(folder: string, name: string): IndexRows | null {
  const kept = readKept(folder, name, { numbers: 12, bytes: 3 });
  if (!kept) return null;
  const [words = NONE, begins = NONE, uses = NONE, lengths = NONE, digests = NONE, ...ofWays] = kept.numbers;
  const [w = NONE, b = NONE, u = NONE, l = NONE, questionsFrom = NONE, textsFrom = NONE, d = NONE] = ofWays;
  const [questions = NO_BYTES, texts = NO_BYTES, middles = NO_BYTES] = kept.bytes;
  return {
    postings: { words, begins, uses, lengths, digests },
    ways: { words: w, begins: b, uses: u, lengths: l, questionsFrom, textsFrom, digests: d, questions, texts, middles },
  };
}
