/**
 * Trains the vectors by which questions and clauses are compared. Two questions for one clause, or a question and a piece of
 * its text, are drawn together, and away from those of all other clauses of the same batch. The same policies give the
 * same bytes.
 */
import { BUCKETS, WIDTH } from "../../src/knowledge/learned/vectors.ts";
import { mulberry } from "../evaluate/train.ts";

/** One clause: features of each way of asking, and of each piece of its text. */
export interface Taught {
  questions: number[][];
  texts: number[][];
}

const EPOCHS = 16;
const BATCH = 256;
/** Of the first epoch; it falls evenly to a tenth. */
const RATE = 0.1;
/** Cosines are multiplied by it before they compete. */
const SHARPNESS = 10;
/** Share of features left out each time, so that no single word decides. */
const LEFT_OUT = 0.5;
/** How often the partner is a text of the clause and not another question. */
const TO_TEXT = 0.35;
/** A pull weaker than this moves nothing. */
const UNFELT = 1e-3;
const SEED = 7;
/** Weights beyond so many times the usual are cut off when they become bytes. */
const RARE = 5;

/** One side of the pairs of a batch. */
class Side {
  readonly features: (readonly number[])[] = [];
  readonly units = new Float32Array(BATCH * WIDTH);
  readonly gradient = new Float32Array(BATCH * WIDTH);
  readonly #lengths = new Float32Array(BATCH);

  /** Sums the features of each text and makes the sum one long. */
  embed(table: Float32Array, count: number): void {
    const { units } = this;
    this.gradient.fill(0);
    for (let n = 0; n < count; n += 1) {
      const at = n * WIDTH;
      units.fill(0, at, at + WIDTH);
      for (const feature of this.features[n] ?? []) {
        const row = feature * WIDTH;
        for (let k = 0; k < WIDTH; k += 1) units[at + k] = (units[at + k] as number) + (table[row + k] as number);
      }
      let sum = 1e-9;
      for (let k = 0; k < WIDTH; k += 1) sum += (units[at + k] as number) ** 2;
      const length = Math.sqrt(sum);
      this.#lengths[n] = length;
      for (let k = 0; k < WIDTH; k += 1) units[at + k] = (units[at + k] as number) / length;
    }
  }

  /** Moves the features against the gradient, each by less the more often it was moved. */
  learn(table: Float32Array, squares: Float32Array, count: number, rate: number): void {
    const { units, gradient } = this;
    for (let n = 0; n < count; n += 1) {
      const at = n * WIDTH;
      // Only what turns the vector counts: its length is made one.
      let along = 0;
      for (let k = 0; k < WIDTH; k += 1) along += (gradient[at + k] as number) * (units[at + k] as number);
      let square = 0;
      for (let k = 0; k < WIDTH; k += 1) {
        const turned = (gradient[at + k] as number) - along * (units[at + k] as number);
        gradient[at + k] = turned / (this.#lengths[n] as number);
        square += (gradient[at + k] as number) ** 2;
      }
      for (const feature of this.features[n] ?? []) {
        squares[feature] = (squares[feature] as number) + square / WIDTH;
        const step = rate / Math.sqrt(squares[feature] as number);
        const row = feature * WIDTH;
        for (let k = 0; k < WIDTH; k += 1)
          table[row + k] = (table[row + k] as number) - step * (gradient[at + k] as number);
      }
    }
  }
}

export function train(clauses: readonly Taught[]): Int8Array {
  const random = mulberry(SEED);
  const table = beginning(clauses, random);
  const squares = new Float32Array(BUCKETS).fill(1e-8);
  const left = new Side();
  const right = new Side();
  const pulls = new Float32Array(BATCH * BATCH);
  const order = clauses.map((_, n) => n);
  const rounds = Math.ceil(clauses.reduce((sum, { questions }) => sum + questions.length, 0) / BATCH);

  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const thinned = (features: readonly number[]) => {
    const kept = features.filter(() => random() >= LEFT_OUT);
    return kept.length > 0 ? kept : features;
  };
  const draw = (n: number, { questions, texts }: Taught) => {
    const one = pick(questions);
    const other = random() < TO_TEXT ? pick(texts) : pick(questions);
    left.features[n] = thinned(one);
    right.features[n] = thinned(other === one ? pick(texts) : other);
  };

  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE * (1 - (0.9 * epoch) / EPOCHS);
    for (let round = 0; round < rounds; round += 1) {
      shuffle(order, random);
      const chosen = order.slice(0, BATCH);
      for (const [n, clause] of chosen.entries()) draw(n, clauses[clause] as Taught);
      left.embed(table, chosen.length);
      right.embed(table, chosen.length);
      compete(left, right, pulls, chosen.length);
      left.learn(table, squares, chosen.length, rate);
      right.learn(table, squares, chosen.length, rate);
    }
  }
  return toBytes(table);
}

/** Small numbers for every feature of the texts; what never occurs stays nothing. */
function beginning(clauses: readonly Taught[], random: () => number): Float32Array {
  const seen = new Uint8Array(BUCKETS);
  for (const { questions, texts } of clauses)
    for (const one of [...questions, ...texts]) for (const feature of one) seen[feature] = 1;
  const table = new Float32Array(BUCKETS * WIDTH);
  for (let n = 0; n < table.length; n += 1) if (seen[Math.floor(n / WIDTH)] === 1) table[n] = (random() - 0.5) * 0.2;
  return table;
}

function shuffle(order: number[], random: () => number): void {
  for (let n = order.length - 1; n > 0; n -= 1) {
    const other = Math.floor(random() * (n + 1));
    [order[n], order[other]] = [order[other] as number, order[n] as number];
  }
}

/** Each text competes for its partner against all others of the batch, from both sides; the gradients follow. */
function compete(left: Side, right: Side, pulls: Float32Array, count: number): void {
  const scores = new Float32Array(count * count);
  for (let a = 0; a < count; a += 1)
    for (let b = 0; b < count; b += 1)
      scores[a * count + b] = dot(left.units, a * WIDTH, right.units, b * WIDTH) * SHARPNESS;
  pulls.fill(0);
  for (let a = 0; a < count; a += 1) {
    for (const across of [true, false]) {
      const at = (b: number) => (across ? a * count + b : b * count + a);
      let sum = 0;
      for (let b = 0; b < count; b += 1) sum += Math.exp((scores[at(b)] as number) - SHARPNESS);
      for (let b = 0; b < count; b += 1) {
        const share = Math.exp((scores[at(b)] as number) - SHARPNESS) / sum;
        pulls[at(b)] = (pulls[at(b)] as number) + (share - (a === b ? 1 : 0)) / 2;
      }
    }
  }
  for (let a = 0; a < count; a += 1)
    for (let b = 0; b < count; b += 1) {
      const pull = (pulls[a * count + b] as number) * SHARPNESS;
      if (Math.abs(pull) < UNFELT) continue;
      addTimes(left.gradient, a * WIDTH, right.units, b * WIDTH, pull);
      addTimes(right.gradient, b * WIDTH, left.units, a * WIDTH, pull);
    }
}

/** Four sums beside one another: one would wait for itself at every step. */
function dot(a: Float32Array, at: number, b: Float32Array, bt: number): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let k = 0; k < WIDTH; k += 4) {
    s += (a[at + k] as number) * (b[bt + k] as number);
    t += (a[at + k + 1] as number) * (b[bt + k + 1] as number);
    u += (a[at + k + 2] as number) * (b[bt + k + 2] as number);
    v += (a[at + k + 3] as number) * (b[bt + k + 3] as number);
  }
  return s + t + u + v;
}

function addTimes(into: Float32Array, at: number, from: Float32Array, bt: number, times: number): void {
  for (let k = 0; k < WIDTH; k += 1) into[at + k] = (into[at + k] as number) + times * (from[bt + k] as number);
}

function toBytes(table: Float32Array): Int8Array {
  let most = 0;
  let square = 0;
  let used = 0;
  for (const value of table) {
    most = Math.max(most, Math.abs(value));
    square += value * value;
    if (value !== 0) used += 1;
  }
  const scale = 127 / Math.min(most, RARE * Math.sqrt(square / used));
  return Int8Array.from(table, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))));
}
