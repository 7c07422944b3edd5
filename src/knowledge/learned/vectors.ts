/**
 * Questions and clauses as vectors: near one another where they mean the same thing in other words. Each run of
 * characters, each word and each meaning of the synonyms has a vector of its own, learnt by `npm run train:knowledge` from
 * the many ways in which customers ask for one clause; a text is their sum, made one long.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BREAK, isHan } from "../words.ts";
import { type Sounds, soundOf } from "./sounds.ts";

/** Numbers in a vector. */
export const WIDTH = 128;
export const BUCKETS = 1 << 16;

/** FNV-1a over UTF-16 units, folded to a bucket. */
function bucketOf(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % BUCKETS;
}

const KIND = { one: 1, two: 2, three: 3, word: 4, pair: 5, meaning: 6, sound: 7 } as const;

/** Figures tell sums and days apart in a clause, not what is asked: all numbers are one. */
const NUMBER = /^[\d.,%]+$/;

/**
 * Buckets of a text, each once: of units of plain, simplified text (`units` in words.ts) and of the meanings found in it.
 */
export function featuresOf(units: readonly string[], meanings: readonly string[], sounds: Sounds): number[] {
  const found = new Set<number>();
  for (const [at, unit] of units.entries()) {
    if (unit === BREAK) continue;
    const next = units[at + 1];
    if (!isHan(unit)) {
      const word = NUMBER.test(unit) ? "0" : unit;
      found.add(bucketOf(KIND.word, word));
      if (next !== undefined && next !== BREAK && !isHan(next)) found.add(bucketOf(KIND.pair, `${word} ${next}`));
      continue;
    }
    found.add(bucketOf(KIND.one, unit));
    if (next === undefined || !isHan(next)) continue;
    found.add(bucketOf(KIND.two, unit + next));
    found.add(bucketOf(KIND.sound, String.fromCharCode(soundOf(unit, sounds), soundOf(next, sounds))));
    const third = units[at + 2];
    if (third !== undefined && isHan(third)) found.add(bucketOf(KIND.three, unit + next + third));
  }
  for (const meaning of meanings) found.add(bucketOf(KIND.meaning, meaning));
  return [...found];
}

export interface Vectors {
  /** `WIDTH` signed bytes a bucket. */
  bytes: Int8Array;
}

const FILE = join(import.meta.dirname, "vectors.bin");

/** Throws when the file does not fit this code: then it has to be trained again. */
export function loadVectors(file: string = FILE): Vectors {
  const raw = readFileSync(file);
  if (raw.byteLength !== BUCKETS * WIDTH) throw new Error(`${file} is not for this code: run npm run train:knowledge`);
  return { bytes: new Int8Array(raw.buffer, raw.byteOffset, raw.byteLength) };
}

/** Of one text at a time. */
const SUMS = new Int32Array(WIDTH);

/** The text's vector, of length 1; all zero where nothing in it was ever learnt. */
export function embed(features: readonly number[], { bytes }: Vectors): Float32Array {
  // Whole numbers until the end: the sums are the same, in two thirds of the time.
  const sums = SUMS.fill(0);
  for (const feature of features) {
    const row = feature * WIDTH;
    for (let k = 0; k < WIDTH; k += 1) sums[k] = ((sums[k] as number) + (bytes[row + k] as number)) | 0;
  }
  const vector = new Float32Array(WIDTH);
  let sum = 0;
  for (let k = 0; k < WIDTH; k += 1) sum += (sums[k] as number) ** 2;
  if (sum === 0) return vector;
  const length = Math.sqrt(sum);
  for (let k = 0; k < WIDTH; k += 1) vector[k] = (sums[k] as number) / length;
  return vector;
}

/** What one byte of a kept vector is worth; hardly any number of a vector of length 1 is beyond half. */
const STEP = 1 / 254;

/** Keeps a vector in a byte a number: a quarter of the memory, and the same order of clauses. */
export function keep(vector: Float32Array, into: Int8Array, row: number): void {
  for (let k = 0; k < WIDTH; k += 1)
    into[row * WIDTH + k] = Math.max(-127, Math.min(127, Math.round((vector[k] as number) / STEP)));
}

/** Whole numbers are multiplied in a third of the time; a sum of products stays below 2^31. */
const SCALE = 1 << 15;

/** A vector as it is compared with many kept ones. */
export const whole = (vector: Float32Array): Int32Array => Int32Array.from(vector, (x) => Math.round(x * SCALE));

/** Cosine of a whole vector and a kept one. */
export function cosine(vector: Int32Array, kept: Int8Array, row: number): number {
  const at = row * WIDTH;
  let [a, b] = [0, 0];
  for (let k = 0; k < WIDTH; k += 2) {
    a = (a + Math.imul(vector[k] as number, kept[at + k] as number)) | 0;
    b = (b + Math.imul(vector[k + 1] as number, kept[at + k + 1] as number)) | 0;
  }
  return ((a + b) / SCALE) * STEP;
}
