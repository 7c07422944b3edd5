/** The trained weights: one signed byte for each feature bucket and class, and a scale and a bias for each class. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUCKETS, type Features } from "./features.ts";
import { WIDTH } from "./heads.ts";

export interface Weights {
  /** `WIDTH` bytes a bucket. */
  bytes: Int8Array;
  /** What one unit of a class's bytes is worth. */
  scale: Float32Array;
  bias: Float32Array;
}

const FILE = join(import.meta.dirname, "weights.bin");

/** Throws when the file does not fit the features and heads of this code: then it has to be trained again. */
export function loadWeights(file: string = FILE): Weights {
  const raw = readFileSync(file);
  const head = 8 * WIDTH;
  if (raw.byteLength !== head + BUCKETS * WIDTH) throw new Error(`${file} is not for this reader: run npm run train`);
  const floats = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + head));
  return {
    scale: floats.subarray(0, WIDTH),
    bias: floats.subarray(WIDTH),
    bytes: new Int8Array(raw.buffer, raw.byteOffset + head, BUCKETS * WIDTH),
  };
}

export function bytesOf({ bytes, scale, bias }: Weights): Buffer {
  return Buffer.concat([
    Buffer.from(new Float32Array([...scale, ...bias]).buffer),
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ]);
}

/** Sums of whole numbers, one for each class: multiplied out once at the end. */
function sumOf(buckets: Uint32Array, bytes: Int8Array): Int32Array {
  const sums = new Int32Array(WIDTH);
  for (let at = 0; at < buckets.length; at += 1) {
    const row = (buckets[at] ?? 0) * WIDTH;
    for (let n = 0; n < WIDTH; n += 1) sums[n] = (sums[n] as number) + (bytes[row + n] as number);
  }
  return sums;
}

/** One score for each class of all heads. */
export function scoresOf({ runs, share, found }: Features, { bytes, scale, bias }: Weights): Float32Array {
  const fromRuns = sumOf(runs, bytes);
  const fromFound = sumOf(found, bytes);
  return bias.map((start, n) => start + (scale[n] ?? 0) * (share * (fromRuns[n] ?? 0) + (fromFound[n] ?? 0)));
}
