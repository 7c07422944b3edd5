/**
 * How near a clause is to a question, by several measures: how much of what was asked the clause speaks of anywhere, how like
 * the question its title, its typical questions and the ways of asking for it are. How the measures are weighed, and when
 * they are enough to answer, is learnt from test/fixtures/questions/practice.jsonl: `npm run train:knowledge`.
 */

import type { Language } from "../flows/reading.ts";
import type { Ranking } from "./learned/learned.ts";
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

export interface Nearness extends Evidence {
  /** Likeness of title and heading, 0 to 1. */
  heading: number;
  /** Likeness of the nearest typical question, 0 to 1. */
  question: number;
  /** The search engine's score, as a share of the best one. */
  search: number;
  /** Of the ways of asking: see ways.ts. */
  words: number;
  covered: number;
  together: number;
  /** Characters of the question, and its language. */
  length: number;
  asker: Language;
  one: number;
  three: number;
  text: number;
  sameLanguage: boolean;
  sameBusiness: boolean;
  /** The clause is a rule of the customer's own region. */
  sameRegion: boolean;
}

/** What the order of clauses rests on, each about 0 to 1, in the order of the learned weights. */
export const signalsOf = (near: Nearness): number[] => [
  near.met / Math.max(near.asked, ORDINARY),
  near.asked > 0 ? near.met / near.asked : 0,
  near.search,
  near.heading,
  near.question,
  near.words,
  near.covered,
  near.together,
  near.one,
  near.three,
  near.text,
  near.sameLanguage ? 1 : 0,
];

/** A customer whose complaint is about this business means its clauses, and a region's own rule goes before the general one. */
const SAME_BUSINESS = 0.2;
const SAME_REGION = 0.5;

/**
 * The signals of each candidate of one search, and after them each as a share of the greatest: a likeness of a half says little
 * where another clause has more, and much where none has.
 */
export function comparedSignals(near: readonly Nearness[]): number[][] {
  const all = near.map(signalsOf);
  const greatest = (all[0] ?? []).map((_, n) => Math.max(...all.map((signals) => signals[n] ?? 0)));
  return all.map((signals) => [...signals, ...signals.map((signal, n) => signal / Math.max(greatest[n] ?? 0, 1e-6))]);
}

/** Orders the clauses of one search; greater is nearer. In their order. */
export function ranksOf(near: readonly Nearness[], { order }: Pick<Ranking, "order">): number[] {
  return comparedSignals(near).map((signals, at) => {
    const sum = signals.reduce((total, signal, n) => total + signal * (order[n] ?? 0), 0);
    const one = near[at];
    return sum + (one?.sameBusiness ? SAME_BUSINESS : 0) + (one?.sameRegion ? SAME_REGION : 0);
  });
}

/** How the probability divides among the candidates, if one of them answers; in their order. */
export function sharesOf(ranks: readonly number[]): number[] {
  const most = Math.max(...ranks);
  const powers = ranks.map((rank) => Math.exp(rank - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Characters from which a question counts as a long story. */
const LONG = 60;

/** Candidates that are compared with the best one. */
const COMPARED = 6;

/**
 * What it rests on whether any candidate answers: the best one itself, how much it stands out from the next and what the
 * others have that it lacks. `near` best first. Short questions and other languages are met less, whatever they ask.
 */
export function groundsOf(near: readonly Nearness[], ranks: readonly number[], shares: readonly number[]): number[] {
  const [first, next] = near;
  const [rank = 0] = ranks;
  const [share = 0, second = 0, third = 0] = shares;
  if (!first) return [];
  const own = signalsOf(first);
  const others = next ? signalsOf(next) : own.map(() => 0);
  const compared = near.slice(0, COMPARED).map(signalsOf);
  return [
    1,
    ...own,
    ...own.map((signal, n) => signal - (others[n] ?? 0)),
    ...own.map((_, n) => Math.max(...compared.map((signals) => signals[n] ?? 0))),
    rank / 10,
    share,
    share + second + third,
    Math.min(first.asked, 2 * ORDINARY) / ORDINARY,
    // In a long story every likeness is smaller.
    Math.min(first.length, LONG) / LONG,
    Math.log1p(first.length),
    first.asker === "en" ? 1 : 0,
    first.asker === "zh-Hant" ? 1 : 0,
  ];
}

/** Likeness by vector from which a question is nearly one that is known, and from which it is the same. */
export const NEARLY = 0.8;
const SAME = 0.95;

/**
 * 0 to 1: how probable it is that the policies answer the question at all. Comparable between questions. The learnt weights
 * know only questions in other words than the clauses'; one that is asked in known words needs no weighing.
 */
export function aboutOf(
  near: readonly Nearness[],
  grounds: readonly number[],
  { about }: Pick<Ranking, "about">,
): number {
  const sum = grounds.reduce((total, ground, n) => total + ground * (about[n] ?? 0), 0);
  const known = ((near[0]?.one ?? 0) - NEARLY) / (SAME - NEARLY);
  return grounds.length === 0 ? 0 : Math.max(1 / (1 + Math.exp(-sum)), Math.min(1, known));
}

/**
 * Where nobody has written down how customers ask, only the clauses' own words can be compared: weighed by hand, for a bank's
 * first days.
 */
export const BY_HAND = {
  floors: { answer: 0.5, ask: 0.5 },

  rank(near: Nearness): number {
    const share = near.met / Math.max(near.asked, ORDINARY);
    const preference =
      (near.sameLanguage ? 0.2 : 0) + (near.sameBusiness ? SAME_BUSINESS : 0) + (near.sameRegion ? SAME_REGION : 0);
    return 12 * (share + 0.3 * near.search + 0.6 * near.heading + 0.4 * near.question + preference);
  },

  about(near: readonly Nearness[]): number {
    const [first] = near;
    if (!first || first.asked === 0) return 0;
    const { asked, met, heading } = first;
    const sure = 3.7 * (met / Math.max(asked, ORDINARY)) + 5.7 * (met / asked) + 0.28 * met + 3.4 * heading - 7.5;
    return 1 / (1 + Math.exp(-sure));
  },
};
