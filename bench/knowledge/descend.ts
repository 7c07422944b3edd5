/** Going down a slope to the least error: Adam, without surprises. */

/** Steps of descent; the problems are small. */
const STEPS = 800;
const RATE = 0.05;

/** The weights where the slope is flat, from `from` on, rounded to thousandths; none below `least`. */
export function descend(
  from: readonly number[],
  slope: (weights: readonly number[]) => number[],
  least = Number.NEGATIVE_INFINITY,
): number[] {
  const weights = [...from];
  const mean = weights.map(() => 0);
  const square = weights.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    for (const [k, g] of slope(weights).entries()) {
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * g;
      square[k] = 0.999 * (square[k] ?? 0) + 0.001 * g * g;
      const move = (mean[k] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      weights[k] = Math.max(least, (weights[k] ?? 0) - RATE * move);
    }
  }
  return weights.map(short);
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, n) => sum + x * (b[n] ?? 0), 0);
export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
export const short = (weight: number): number => Math.round(weight * 1000) / 1000;
