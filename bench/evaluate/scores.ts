/** Figures of merit, with the interval they are known in. */

export interface Share {
  value: number;
  /** 95 %. */
  low: number;
  high: number;
  n: number;
}

/** Wilson's interval: honest for few messages and for shares near 0 and 1. */
export function share(hits: number, n: number): Share {
  if (n === 0) return { value: Number.NaN, low: 0, high: 1, n };
  const z = 1.96;
  const p = hits / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n };
}

export interface Pair {
  truth: string;
  said: string;
}

function f1(hits: number, missed: number, wrong: number): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + missed + wrong);
}

/** Mean of the classes' F1, over the classes that occur. */
export function macroF1(pairs: readonly Pair[]): number {
  const classes = [...new Set(pairs.map(({ truth }) => truth))];
  const scores = classes.map((name) => {
    const hits = pairs.filter(({ truth, said }) => truth === name && said === name).length;
    const missed = pairs.filter(({ truth, said }) => truth === name && said !== name).length;
    const wrong = pairs.filter(({ truth, said }) => truth !== name && said === name).length;
    return f1(hits, missed, wrong);
  });
  return scores.length === 0 ? Number.NaN : scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** Interval of any figure by drawing the messages again, 300 times. */
export function bootstrap<T>(rows: readonly T[], figure: (rows: readonly T[]) => number): Share {
  let seed = 12345;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const draws = Array.from({ length: 300 }, () =>
    figure(
      Array.from({ length: rows.length }, () => rows[Math.floor(random() * rows.length)]).filter(
        (row) => row !== undefined,
      ),
    ),
  ).sort((a, b) => a - b);
  return { value: figure(rows), low: draws[7] ?? Number.NaN, high: draws[292] ?? Number.NaN, n: rows.length };
}

/** F1 of what was found against what is there, each counted once. */
export const f1Of = ({ hits, missed, wrong }: { hits: number; missed: number; wrong: number }): number =>
  f1(hits, missed, wrong);

/** The confusions that occur most, "question taken for complaint: 7". */
export function confusions(pairs: readonly Pair[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { truth, said } of pairs) {
    if (truth !== said) counts.set(`${truth} → ${said}`, (counts.get(`${truth} → ${said}`) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([name, n]) => `${name} ${n}`);
}
