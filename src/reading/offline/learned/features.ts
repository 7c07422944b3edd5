/**
 * What the trained weights look at: short runs of characters or words, and what the rules found. Each is hashed into
 * one of `BUCKETS`; training and reading share this file, so a feature always means the same weight.
 */
import type { Hits } from "../scan.ts";

export const BUCKETS = 1 << 16;
/** What a cue or an opinion counts, beside the runs of text. */
export const FOUND_SHARE = 0.5;
/** Characters looked at: the beginning and the end of a long story tell what it is. */
const HEAD = 500;
const TAIL = 200;

/** What the rules made of the message, as names: "act=complaint", "reason=pricing". */
export type Opinions = readonly string[];

export interface Features {
  /** Buckets of the runs of text; each counts `share`, so that long messages don't drown the rest. */
  runs: readonly number[];
  share: number;
  /** Buckets of shapes, cues and opinions; each counts `FOUND_SHARE`. */
  found: readonly number[];
}

/** FNV-1a over UTF-16 units, folded to a bucket. */
function bucketOf(seed: number, text: string, from: number, to: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = from; at < to; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % BUCKETS;
}

const KIND = { one: 1, two: 2, three: 3, word: 4, pair: 5, triple: 6, stem: 7, tag: 8, opinion: 9, shape: 10 } as const;

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff;
const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;

/** Digits are alike, whatever they count. */
const normal = (plain: string): string => {
  const text = plain.length <= HEAD + TAIL ? plain : `${plain.slice(0, HEAD)}\n${plain.slice(-TAIL)}`;
  return text.replace(/\d+(?:[.,]\d+)*/g, "0").replace(/\s+/g, " ");
};

export function featuresOf(plain: string, hits: Hits, opinions: Opinions): Features {
  const text = normal(plain);
  const runs = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      runs.add(bucketOf(KIND.one, text, at, at + 1));
      if (at + 1 < text.length) runs.add(bucketOf(KIND.two, text, at, at + 2));
    } else if (!isLatin(code) && code !== 0x20) runs.add(bucketOf(KIND.one, text, at, at + 1));
  }
  const words = text.match(/[a-z][a-z']*/g) ?? [];
  for (const [at, word] of words.entries()) {
    runs.add(bucketOf(KIND.word, word, 0, word.length));
    if (word.length > 5) runs.add(bucketOf(KIND.stem, word, 0, 5));
    const next = words[at + 1];
    if (next === undefined) continue;
    const pair = `${word} ${next}`;
    runs.add(bucketOf(KIND.pair, pair, 0, pair.length));
    const third = words[at + 2];
    if (third === undefined) continue;
    const triple = `${pair} ${third}`;
    runs.add(bucketOf(KIND.triple, triple, 0, triple.length));
  }
  const shapes = [
    `long${Math.min(8, Math.floor(Math.log2(plain.length + 1)))}`,
    plain.includes("?") ? "asks" : "tells",
    `bang${Math.min(3, plain.match(/!/g)?.length ?? 0)}`,
  ];
  const found: number[] = [];
  for (const shape of shapes) found.push(bucketOf(KIND.shape, shape, 0, shape.length));
  for (const opinion of opinions) found.push(bucketOf(KIND.opinion, opinion, 0, opinion.length));
  for (const [tag, score] of hits.scores()) {
    if (tag.startsWith("concept.")) {
      found.push(bucketOf(KIND.tag, tag, 0, tag.length));
      continue;
    }
    const name = `${tag}:${Math.min(4, Math.ceil(score / 2))}`;
    found.push(bucketOf(KIND.tag, tag, 0, tag.length), bucketOf(KIND.tag, name, 0, name.length));
  }
  return {
    runs: [...runs],
    share: 2.5 / Math.sqrt(Math.max(8, runs.size)),
    found,
  };
}
