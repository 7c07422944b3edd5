/** Fits how the measures of nearness are weighed, and how sure one may be, on the practice questions. */
import type { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import type { Ranking } from "../../src/knowledge/learned/learned.ts";
import { groundsOf, rankOf, signalsOf } from "../../src/knowledge/relevance.ts";
import type { AskedQuestion } from "./questions.ts";

/** Steps of plain gradient descent; both problems are small and convex. */
const STEPS = 3_000;
const RATE = 0.5;
/** Pull of every weight towards nothing. */
const DECAY = { order: 1e-3, doubt: 1e-3 };
/** Cosines differ by little: what is learnt is how sharply. */
const START = 3;

type Measured = ReturnType<ClauseIndex["measure"]>["measured"];
interface Case {
  measured: Measured;
  right: boolean[];
  answerable: boolean;
}

export function fitRanking(index: ClauseIndex, questions: readonly AskedQuestion[]): Ranking {
  const cases = questions.map(({ q, language, right, on, region }): Case => {
    const filter = { on, language, audience: "customer" as const, ...(region ? { region } : {}) };
    const { measured } = index.measure(q, filter);
    const answers = measured.map(({ policy, clause }) => right.includes(`${policy.id}#${clause.number}`));
    return { measured, right: answers, answerable: right.length > 0 };
  });
  const order = fitOrder(cases.filter(({ right }) => right.some(Boolean)));
  const ranking = { order, doubt: [], floor: 0 };
  const judged = cases.map(({ measured, right }) => {
    const ranked = measured
      .map((one, n) => ({ ...one, rank: rankOf(one.near, ranking), right: right[n] === true }))
      .sort((a, b) => b.rank - a.rank);
    return { grounds: groundsOf(ranked), right: ranked[0]?.right === true };
  });
  const doubt = fitDoubt(judged.filter(({ grounds }) => grounds.length > 0));
  return { order, doubt, floor: 0.5 };
}

/** The right clause against all other candidates of its question. */
function fitOrder(cases: readonly Case[]): number[] {
  const lists = cases.map(({ measured, right }) => ({ signals: measured.map(({ near }) => signalsOf(near)), right }));
  const weights: number[] = Array.from({ length: lists[0]?.signals[0]?.length ?? 0 }, () => START);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight) => DECAY.order * weight);
    for (const { signals, right } of lists) {
      const scores = signals.map((one) => dot(one, weights));
      const all = softmax(scores);
      const good = softmax(scores.map((score, n) => (right[n] ? score : -Infinity)));
      for (const [n, one] of signals.entries())
        for (const [k, value] of one.entries())
          gradient[k] = (gradient[k] ?? 0) + (((all[n] ?? 0) - (good[n] ?? 0)) * value) / lists.length;
    }
    for (const [k, g] of gradient.entries()) weights[k] = Math.max(0, (weights[k] ?? 0) - RATE * 4 * g);
  }
  return weights.map(short);
}

function fitDoubt(cases: readonly { grounds: number[]; right: boolean }[]): number[] {
  const weights: number[] = (cases[0]?.grounds ?? []).map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : DECAY.doubt * weight));
    for (const { grounds, right } of cases) {
      const off = 1 / (1 + Math.exp(-dot(grounds, weights))) - (right ? 1 : 0);
      for (const [k, value] of grounds.entries()) gradient[k] = (gradient[k] ?? 0) + (off * value) / cases.length;
    }
    for (const [k, g] of gradient.entries()) weights[k] = (weights[k] ?? 0) - RATE * 0.2 * g;
  }
  return weights.map(short);
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, n) => sum + x * (b[n] ?? 0), 0);
const short = (weight: number): number => Math.round(weight * 1000) / 1000;

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
