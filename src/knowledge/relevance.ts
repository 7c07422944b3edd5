/**
 * How near a clause is to a question. Two views of it: how much of what was
 * asked the clause speaks of anywhere, and how like the question its title and
 * heading, or one of its typical questions, are. The weights were fitted on the
 * typical questions of the example bank, each hidden from its own clause, and on
 * test/knowledge/questions.yaml.
 */
import { MEANING } from "./meanings.ts";
import type { Feature } from "./question.ts";

/** Where in a clause, or in its policy, a word may stand. */
export type Field = "questions" | "heading" | "summary" | "keywords" | "title" | "body";

/** How surely a word found in this place means that the clause is about it. */
const ABOUT: Record<string, number> = { questions: 1, heading: 1, summary: 0.9, title: 0.8, keywords: 0.6, body: 0.6 };
/** Rarity of a word that one clause uses, whatever the number of clauses: the scores of a small bank mean the same. */
const RAREST = 6;
/** A word no clause uses counts like one that few use. */
const UNKNOWN_WORD = 4;
/** English words say little about a Chinese clause: only shared meanings can be found there. */
const FOREIGN_WORD = 0.35;
/** What a question of ordinary length asks, in weight. Shorter ones cannot be met as surely. */
const ORDINARY = 12;

/** How rare words are among the clauses: what few clauses say tells them apart. */
export class Rarity {
  readonly #clauses: number;
  readonly #count: (word: string) => number;

  /** Of so many clauses; `count` says how many of them use a word. */
  constructor(clauses: number, count: (word: string) => number) {
    this.#clauses = clauses;
    this.#count = count;
  }

  of(word: string): number {
    const count = this.#count(word);
    return count === 0 ? UNKNOWN_WORD : (RAREST * this.#surprise(count)) / this.#surprise(1);
  }

  #surprise(count: number): number {
    return Math.log(1 + (this.#clauses - count + 0.5) / (count + 0.5));
  }
}

/** Weight of what was asked, and of what of it the clause speaks of. Bonus features can make `met` the greater. */
interface Evidence {
  asked: number;
  met: number;
}

/** `fieldsOf` names the fields of the clause that hold a word. */
export function evidence(
  features: readonly Feature[],
  fieldsOf: (word: string) => readonly string[] | null,
  foreign: boolean,
  rarity: Rarity,
): Evidence {
  let asked = 0;
  let met = 0;
  for (const { words, weight, bonus } of features) {
    const known = foreign && /^[a-z]/.test(words[0] ?? "") ? FOREIGN_WORD : 1;
    for (const word of words) {
      const value = (known * weight * rarity.of(word)) / words.length;
      if (!bonus) asked += value;
      const fields = fieldsOf(word);
      if (fields) met += value * Math.max(...fields.map((field) => ABOUT[field] ?? 0));
    }
  }
  return { asked, met };
}

/** A line of text as weighted words. */
export interface Line {
  weights: ReadonlyMap<string, number>;
  length: number;
}

const MEANING_IN_LINE = 1.5;

export function lineOf(words: readonly string[], rarity: Rarity): Line {
  const weights = new Map<string, number>();
  let sum = 0;
  for (const word of new Set(words)) {
    const weight = rarity.of(word) * (word.startsWith(MEANING) ? MEANING_IN_LINE : 1);
    weights.set(word, weight);
    sum += weight * weight;
  }
  return { weights, length: Math.sqrt(sum) };
}

/** Cosine of two lines, 0 to 1. */
export function likeness(a: Line, b: Line): number {
  if (a.length === 0 || b.length === 0) return 0;
  let dot = 0;
  for (const [word, weight] of a.weights) dot += weight * (b.weights.get(word) ?? 0);
  return dot / (a.length * b.length);
}

interface Nearness extends Evidence {
  /** Likeness of title and heading, 0 to 1. */
  heading: number;
  /** Likeness of the nearest typical question, 0 to 1. */
  question: number;
  /** The search engine's score, as a share of the best one. */
  search: number;
  sameLanguage: boolean;
  sameBusiness: boolean;
}

/** Orders the clauses of one search. */
export function rankOf(near: Nearness): number {
  const share = near.met / Math.max(near.asked, ORDINARY);
  const preference = (near.sameLanguage ? 0.2 : 0) + (near.sameBusiness ? 0.2 : 0);
  return share + 0.3 * near.search + 0.6 * near.heading + 0.4 * near.question + preference;
}

/** 0 to 1: how probable it is that the clause is about the question at all. Comparable between questions. */
export function relevanceOf({ asked, met, heading }: Nearness): number {
  if (asked === 0) return 0;
  const sure = 3.7 * (met / Math.max(asked, ORDINARY)) + 5.7 * (met / asked) + 0.28 * met + 3.4 * heading - 7.5;
  return 1 / (1 + Math.exp(-sure));
}
