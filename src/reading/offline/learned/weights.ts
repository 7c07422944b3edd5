/**
 * The trained weights: one signed byte for each feature bucket and unit of the hidden layer, and from there a number for
 * each unit and class.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUCKETS, type Features, FOUND_SHARE } from "./features.ts";
import { WIDTH } from "./heads.ts";

/** Nets that learnt apart and are asked together: what only one of them sees in a word counts half. */
export const NETS = 2;
/** Units of a net's hidden layer. What one decision learns of a word helps all others through it. */
export const UNITS = 104;
/** Units of all nets, side by side. */
export const HIDDEN = NETS * UNITS;

export interface Weights {
  /** `HIDDEN` bytes a bucket. */
  bytes: Int8Array;
  /** What one step of a unit's bytes is worth. */
  scale: Float32Array;
  innerBias: Float32Array;
  /** `HIDDEN` numbers a class. */
  outer: Float32Array;
  bias: Float32Array;
}

const FILE = join(import.meta.dirname, "weights.bin");
const FLOATS = 2 * HIDDEN + WIDTH * HIDDEN + WIDTH;

/** Throws when the file does not fit the features and heads of this code: then it has to be trained again. */
export function loadWeights(file: string = FILE): Weights {
  const raw = readFileSync(file);
  const head = 4 * FLOATS;
  if (raw.byteLength !== head + BUCKETS * HIDDEN) throw new Error(`${file} is not for this reader: run npm run train`);
  const floats = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + head));
  let at = 0;
  const next = (length: number) => {
    at += length;
    return floats.subarray(at - length, at);
  };
  return {
    scale: next(HIDDEN),
    innerBias: next(HIDDEN),
    outer: next(WIDTH * HIDDEN),
    bias: next(WIDTH),
    bytes: new Int8Array(raw.buffer, raw.byteOffset + head, BUCKETS * HIDDEN),
  };
}

export function bytesOf({ bytes, scale, innerBias, outer, bias }: Weights): Buffer {
  const floats = [scale, innerBias, outer, bias].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  return Buffer.concat([...floats, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
}

/** Sums of whole numbers, one for each unit: multiplied out once at the end. Four buckets at a time, for speed. */
function addUp(buckets: readonly number[], bytes: Int8Array, sums: Int32Array): void {
  sums.fill(0);
  const byte = (at: number) => bytes[at] as number;
  const row = (n: number) => (buckets[n] as number) * HIDDEN;
  let n = 0;
  for (; n + 3 < buckets.length; n += 4) {
    const [a, b, c, d] = [row(n), row(n + 1), row(n + 2), row(n + 3)];
    for (let k = 0; k < HIDDEN; k += 1)
      sums[k] = (sums[k] as number) + byte(a + k) + byte(b + k) + byte(c + k) + byte(d + k);
  }
  for (; n < buckets.length; n += 1)
    for (let k = 0; k < HIDDEN; k += 1) sums[k] = (sums[k] as number) + byte(row(n) + k);
}

/** One score for each class of all heads, from the units of the hidden layer. */
export function classScores(hidden: Float32Array, outer: Float32Array, bias: Float32Array): Float32Array {
  const units = hidden.length;
  const scores = new Float32Array(WIDTH);
  for (let c = 0; c < WIDTH; c += 1) {
    const row = c * units;
    let sum = bias[c] as number;
    for (let k = 0; k < units; k += 1) sum += (outer[row + k] as number) * (hidden[k] as number);
    scores[c] = sum;
  }
  return scores;
}

// Used again for every message: arrays of this kind cost more to make than to fill.
const fromRuns = new Int32Array(HIDDEN);
const fromFound = new Int32Array(HIDDEN);
const hidden = new Float32Array(HIDDEN);

/** One score for each class of all heads. */
export function scoresOf(
  { runs, share, found }: Features,
  { bytes, scale, innerBias, outer, bias }: Weights,
): Float32Array {
  addUp(runs, bytes, fromRuns);
  addUp(found, bytes, fromFound);
  for (let k = 0; k < HIDDEN; k += 1) {
    const sum = share * (fromRuns[k] as number) + FOUND_SHARE * (fromFound[k] as number);
    hidden[k] = Math.tanh((innerBias[k] as number) + (scale[k] as number) * sum);
  }
  return classScores(hidden, outer, bias);
}
