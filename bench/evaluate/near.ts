/** Whether the unseen messages were seen after all: how much of each stands in one message to practise on. */
import type { Labelled } from "./messages.ts";

const NEAR = 0.7;

const runs = (text: string): Set<string> => {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
};

/** Jaccard's measure over runs of three characters; texts of fewer than eight characters are compared whole. */
export function nearDuplicates(unseen: readonly Labelled[], practice: readonly Labelled[]): string {
  const index = new Map<string, number[]>();
  const sizes = practice.map(({ text }, n) => {
    const own = runs(text);
    for (const run of own) {
      const list = index.get(run);
      if (list) list.push(n);
      else index.set(run, [n]);
    }
    return own.size;
  });
  const whole = new Set(practice.map(({ text }) => text.trim()));
  let same = 0;
  let near = 0;
  for (const { text } of unseen) {
    if (whole.has(text.trim())) same += 1;
    const own = runs(text);
    if (own.size < 6) continue;
    const shared = new Map<number, number>();
    for (const run of own) for (const n of index.get(run) ?? []) shared.set(n, (shared.get(n) ?? 0) + 1);
    const best = Math.max(0, ...[...shared].map(([n, count]) => count / (own.size + (sizes[n] ?? 0) - count)));
    if (best >= NEAR) near += 1;
  }
  return `${same} stand in both, ${near} are nearly the same (three-character runs, Jaccard ≥ ${NEAR})`;
}
