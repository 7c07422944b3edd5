/** Fits how the measures of nearness are weighed, and from when an answer is given, on the practice questions. */

import type { ClauseIndex, Hit } from "../../src/knowledge/clause-index.ts";
import type { Entry } from "../../src/knowledge/entries.ts";
import type { Ranking } from "../../src/knowledge/learned/learned.ts";
import {
  aboutOf,
  comparedSignals,
  groundsOf,
  type Nearness,
  ranksOf,
  sharesOf,
} from "../../src/knowledge/relevance.ts";
import { descend, dot, mean, short } from "./descend.ts";
import { type Floors, floorsOf } from "./floors.ts";
import type { AskedQuestion } from "./questions.ts";

/** Pull of every weight towards nothing. */
const DECAY = { order: 1e-3, about: 3e-3 };
const START = 3;
/** Floors rest on what is told of questions that the weights were not fitted on: each in turn is one of so many parts. */
const FOLDS = 5;

interface Case {
  candidates: (Entry & { near: Nearness; right: boolean })[];
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

type Weights = Pick<Ranking, "order" | "about">;

/** Order and floors are learnt from the first, whether there is any answer from all. */
export function fitRanking(askings: readonly Asking[]): Weights & { floors: Floors } {
  const [first = [], ...rest] = askings.map(casesOf);
  const also = rest.flat();
  const unfitted = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(
      first.filter((_, n) => n % FOLDS !== fold),
      also,
    );
    return first.filter((_, n) => n % FOLDS === fold).map((one) => ({ ...one, hits: hitsOf(one, weights) }));
  });
  return { ...fitWeights(first, also), floors: floorsOf(unfitted.flat()) };
}

function fitWeights(first: readonly Case[], also: readonly Case[]): Weights {
  const order = fitOrder(first);
  return { order, about: fitAbout([...first, ...also].flatMap((one) => inOrder(one, { order }) ?? [])) };
}

function casesOf({ index, questions, weight }: Asking): Case[] {
  return questions.map(({ q, language, right, on, region }): Case => {
    const filter = { on, language, audience: "customer" as const, ...(region ? { region } : {}) };
    const { measured } = index.measure(q, filter);
    const candidates = measured.map((one) => ({
      ...one,
      right: right.includes(`${one.policy.id}#${one.clause.number}`),
    }));
    return { candidates, answerable: right.length > 0, weight };
  });
}

interface Ordered {
  /** Best first. */
  candidates: Case["candidates"];
  grounds: number[];
  shares: number[];
  answerable: boolean;
  weight: number;
}

/** Null where nothing was found. */
function inOrder({ candidates, answerable, weight }: Case, weights: Pick<Ranking, "order">): Ordered | null {
  if (candidates.length === 0) return null;
  const given = ranksOf(
    candidates.map(({ near }) => near),
    weights,
  );
  const ranked = candidates.map((one, n) => ({ one, rank: given[n] ?? 0 })).sort((a, b) => b.rank - a.rank);
  const ranks = ranked.map(({ rank }) => rank);
  const shares = sharesOf(ranks);
  const ordered = ranked.map(({ one }) => one);
  const grounds = groundsOf(
    ordered.map(({ near }) => near),
    ranks,
    shares,
  );
  return { candidates: ordered, grounds, shares, answerable, weight };
}

/** What a search with these weights would find. */
function hitsOf(one: Case, weights: Weights): (Hit & { right: boolean })[] {
  const ordered = inOrder(one, weights);
  if (!ordered) return [];
  const about = aboutOf(
    ordered.candidates.map(({ near }) => near),
    ordered.grounds,
    weights,
  );
  return ordered.candidates.map(({ policy, clause, right }, n) => {
    return { policy, clause, right, about, score: about * (ordered.shares[n] ?? 0) };
  });
}

/** The right clauses against all other candidates of their question. */
function fitOrder(cases: readonly Case[]): number[] {
  const lists = cases.filter(({ candidates }) => candidates.some(({ right }) => right));
  const signals = lists.map(({ candidates }) => comparedSignals(candidates.map(({ near }) => near)));
  const width = signals[0]?.[0]?.length ?? 0;
  // In one row of numbers: there are a hundred thousand candidates, and each is looked at a thousand times.
  const rows = Float64Array.from(signals.flat(2));
  const scores = new Float64Array(rows.length / Math.max(1, width));
  const whole = lists.reduce((sum, { weight }) => sum + weight, 0);
  const slope = (weights: readonly number[]) => {
    const gradient = Float64Array.from(weights, (weight) => DECAY.order * weight);
    let begin = 0;
    for (const { candidates, weight } of lists) {
      for (let n = 0; n < candidates.length; n += 1) {
        let score = 0;
        for (let k = 0; k < width; k += 1) score += (rows[(begin + n) * width + k] ?? 0) * (weights[k] ?? 0);
        scores[begin + n] = score;
      }
      const own = [...scores.subarray(begin, begin + candidates.length)];
      const all = sharesOf(own);
      const good = sharesOf(own.map((score, n) => (candidates[n]?.right ? score : Number.NEGATIVE_INFINITY)));
      for (let n = 0; n < candidates.length; n += 1) {
        const off = (((all[n] ?? 0) - (good[n] ?? 0)) * weight) / whole;
        for (let k = 0; k < width; k += 1)
          gradient[k] = (gradient[k] ?? 0) + off * (rows[(begin + n) * width + k] ?? 0);
      }
      begin += candidates.length;
    }
    return [...gradient];
  };
  // More likeness never speaks against a clause.
  return descend(new Array<number>(width).fill(START), slope, 0);
}

/**
 * Whether any policy answers: told from the best one, not from whether that is the right one. Where the best one says that
 * there is no rule, a question without a rule is answered as it should be: those teach nothing.
 */
function fitAbout(all: readonly Ordered[]): number[] {
  const cases = all.filter(({ candidates: [best], answerable }) => answerable || best?.policy.kind !== "known-unknown");
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
  );
  const weights = learnt.map((weight, k) => weight / (spreads[k] ?? 1));
  weights[0] = (learnt[0] ?? 0) - weights.reduce((sum, weight, k) => sum + (k === 0 ? 0 : weight * (means[k] ?? 0)), 0);
  return weights.map(short);
}
