/** How clauses are found for a question. The built-in search is one way; a model or a bank's own retriever may be others. */
import type { ClauseIndex, Hit, SearchFilter } from "./clause-index.ts";
import type { Entry } from "./entries.ts";

/** On whose behalf a model may be asked, and how long. */
export interface Turn {
  conversation: string;
  signal: AbortSignal;
}

export interface SearchAsk extends SearchFilter {
  limit: number;
  /** Absent where no model may be asked. */
  turn?: Turn;
}

/** Clauses best first, at most as many as asked for, only of those the filter allows. */
export type Search = (question: string, ask: SearchAsk) => Promise<Hit[]>;

export const builtIn =
  (index: ClauseIndex): Search =>
  async (question, ask) =>
    index.search(question, ask, ask.limit);

/**
 * The clauses in another order. How probable it is that the first answers, and the second, was calibrated for the built-in
 * search: those probabilities stay, and go with the places.
 */
export function inOrder(order: readonly Entry[], hits: readonly Hit[]): Hit[] {
  const scores = hits.map(({ score }) => score).sort((a, b) => b - a);
  const about = hits[0]?.about ?? 0;
  return order.map(({ policy, clause }, place) => ({ policy, clause, score: scores[place] ?? 0, about }));
}

/** How soon a place in a list stops counting, as everybody sets it. */
const DAMPING = 60;

/** Several lists as one, by reciprocal rank: who stands high in most of them comes first. */
export function fuse<T>(lists: readonly (readonly T[])[], key: (item: T) => string): T[] {
  const sums = new Map<string, { item: T; sum: number }>();
  for (const list of lists)
    for (const [place, item] of list.entries()) {
      const known = sums.get(key(item)) ?? { item, sum: 0 };
      known.sum += 1 / (DAMPING + place + 1);
      sums.set(key(item), known);
    }
  return [...sums.values()].sort((a, b) => b.sum - a.sum).map(({ item }) => item);
}
