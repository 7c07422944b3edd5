/** Fits how the measures of nearness are weighed, and from when an answer is given, on the practice questions. */

import type { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import { ALSO_RELEVANT } from "../../src/knowledge/judge.ts";
import type { Ranking } from "../../src/knowledge/learned/learned.ts";
import { aboutOf, groundsOf, type Nearness, rankOf, sharesOf, signalsOf } from "../../src/knowledge/relevance.ts";
import type { AskedQuestion } from "./questions.ts";

/** Steps of descent; both problems are small and convex. */
const STEPS = 1_500;
const RATE = 0.05;
/** Pull of every weight towards nothing. */
const DECAY = { order: 1e-3, about: 3e-3 };
const START = 3;
/** A wrong clause shown, of all questions; and a question without answer that is not refused, of those. */
const AT_MOST = { wrong: 0.025, unrefused: 0.15 };

interface Case {
  /** Best first, once they are in order. */
  near: Nearness[];
  right: boolean[];
  policies: string[];
  answerable: boolean;
  weight: number;
}

/** Questions, and the index they are asked of. */
export interface Asking {
  index: ClauseIndex;
  questions: readonly AskedQuestion[];
  /** How much one of them counts in learning. */
  weight: number;
}

/** Order and floors are learnt from the first, whether there is any answer from all. */
export function fitRanking(askings: readonly Asking[]): Omit<Ranking, "vectors"> {
  const [first = [], ...rest] = askings.map(casesOf);
  const cases = [...first, ...rest.flat()];
  const ranking = { order: fitOrder(first), about: [] as number[], floors: { answer: 0, ask: 0 } };
  const judged = cases.filter(({ near }) => near.length > 0).map((one) => inOrder(one, ranking));
  ranking.about = fitAbout(judged);
  const judgedFirst = judged.slice(0, first.length);
  ranking.floors = floorsOf(judgedFirst.map((one) => ({ ...one, about: aboutOf(one.near, one.grounds, ranking) })));
  return ranking;
}

function casesOf({ index, questions, weight }: Asking): Case[] {
  return questions.map(({ q, language, right, on, region }): Case => {
    const filter = { on, language, audience: "customer" as const, ...(region ? { region } : {}) };
    const { measured } = index.measure(q, filter);
    return {
      near: measured.map(({ near }) => near),
      right: measured.map(({ policy, clause }) => right.includes(`${policy.id}#${clause.number}`)),
      policies: measured.map(({ policy }) => policy.id),
      answerable: right.length > 0,
      weight,
    };
  });
}

interface Judged {
  near: Nearness[];
  grounds: number[];
  /** Best first. */
  right: boolean[];
  shares: number[];
  answerable: boolean;
  weight: number;
  /** The first two are clauses of one policy. */
  siblings: boolean;
}

function inOrder({ near, right, policies, answerable, weight }: Case, ranking: Pick<Ranking, "order">): Judged {
  const ranked = near.map((one, n) => ({ one, rank: rankOf(one, ranking), right: right[n] === true, of: policies[n] }));
  ranked.sort((a, b) => b.rank - a.rank);
  const ranks = ranked.map(({ rank }) => rank);
  const shares = sharesOf(ranks);
  const inRank = ranked.map(({ one }) => one);
  const grounds = groundsOf(inRank, ranks, shares);
  const siblings = ranked[0]?.of === ranked[1]?.of;
  return { near: inRank, grounds, right: ranked.map((one) => one.right), shares, answerable, weight, siblings };
}

/** The right clauses against all other candidates of their question. */
function fitOrder(cases: readonly Case[]): number[] {
  const lists = cases
    .filter(({ right }) => right.some(Boolean))
    .map(({ near, right, weight }) => ({ signals: near.map(signalsOf), right, weight }));
  const whole = lists.reduce((sum, { weight }) => sum + weight, 0);
  const slope = (weights: readonly number[]) => {
    const gradient = weights.map((weight) => DECAY.order * weight);
    for (const { signals, right, weight } of lists) {
      const scores = signals.map((one) => dot(one, weights));
      const all = sharesOf(scores);
      const good = sharesOf(scores.map((score, n) => (right[n] ? score : Number.NEGATIVE_INFINITY)));
      for (const [n, one] of signals.entries()) {
        const off = (((all[n] ?? 0) - (good[n] ?? 0)) * weight) / whole;
        for (const [k, value] of one.entries()) gradient[k] = (gradient[k] ?? 0) + off * value;
      }
    }
    return gradient;
  };
  // More likeness never speaks against a clause.
  return descend(lists[0]?.signals[0]?.map(() => START) ?? [], slope, () => 0);
}

/** Whether any policy answers: told from the best one, not from whether that is the right one. */
function fitAbout(cases: readonly Judged[]): number[] {
  const width = cases[0]?.grounds.length ?? 0;
  const of = (k: number) => cases.map(({ grounds }) => grounds[k] ?? 0);
  // Measured from their mean in units of their spread, all grounds are learnt at the same pace.
  const means = Array.from({ length: width }, (_, k) => (k === 0 ? 0 : mean(of(k))));
  const spreads = means.map((m, k) => (k === 0 ? 1 : Math.sqrt(mean(of(k).map((x) => (x - m) ** 2))) + 1e-6));
  const whole = cases.reduce((sum, { weight }) => sum + weight, 0);
  const even = cases.map(({ grounds, answerable, weight }) => ({
    answerable,
    weight,
    grounds: grounds.map((x, k) => (x - (means[k] ?? 0)) / (spreads[k] ?? 1)),
  }));
  const slope = (weights: readonly number[]) => {
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : DECAY.about * weight));
    for (const { grounds, answerable, weight } of even) {
      const off = (1 / (1 + Math.exp(-dot(grounds, weights))) - (answerable ? 1 : 0)) * (weight / whole);
      for (const [k, value] of grounds.entries()) gradient[k] = (gradient[k] ?? 0) + off * value;
    }
    return gradient;
  };
  const learnt = descend(
    means.map(() => 0),
    slope,
    () => Number.NEGATIVE_INFINITY,
  );
  const weights = learnt.map((weight, k) => weight / (spreads[k] ?? 1));
  weights[0] = (learnt[0] ?? 0) - weights.reduce((sum, weight, k) => sum + (k === 0 ? 0 : weight * (means[k] ?? 0)), 0);
  return weights.map(short);
}

/** The lowest floors at which no more goes wrong than may. */
function floorsOf(cases: readonly (Judged & { about: number })[]): Ranking["floors"] {
  const first = cases.map(({ about, shares: [first = 0, second = 0], right, siblings }) => {
    // Two clauses of one policy are shown together: see `shownOf` in answer.ts.
    const both = siblings && second * about >= ALSO_RELEVANT;
    return { score: about * (first + (both ? second : 0)), wrong: !(right[0] || (both && right[1])) };
  });
  const none = cases.filter(({ answerable }) => !answerable).map(({ about }) => about);
  const steps = Array.from({ length: 99 }, (_, n) => (n + 1) / 100);
  const wrongAt = (floor: number) => first.filter(({ score, wrong }) => wrong && score >= floor).length / cases.length;
  const unrefusedAt = (floor: number) => none.filter((score) => score >= floor).length / none.length;
  return {
    answer: steps.find((floor) => wrongAt(floor) <= AT_MOST.wrong) ?? 1,
    ask: steps.find((floor) => unrefusedAt(floor) <= AT_MOST.unrefused) ?? 1,
  };
}

/** Adam, without surprises. No weight falls below its `least`. */
function descend(
  from: readonly number[],
  slope: (weights: readonly number[]) => number[],
  least: (weight: number) => number,
): number[] {
  const weights = [...from];
  const mean = weights.map(() => 0);
  const square = weights.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    for (const [k, g] of slope(weights).entries()) {
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * g;
      square[k] = 0.999 * (square[k] ?? 0) + 0.001 * g * g;
      const move = (mean[k] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      weights[k] = Math.max(least(k), (weights[k] ?? 0) - RATE * move);
    }
  }
  return weights.map(short);
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, n) => sum + x * (b[n] ?? 0), 0);
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const short = (weight: number): number => Math.round(weight * 1000) / 1000;
