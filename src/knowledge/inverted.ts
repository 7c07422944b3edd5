/**
 * Which word is used where, as rows of numbers: kept in a file as it stands, and patched when a few texts change. A word is
 * known by its digest; two of 100,000 words share one about once, which costs a hair of one score.
 */

import { createHash } from "node:crypto";

export interface Inverted {
  /** Digests of all words, in order. */
  words: Uint32Array;
  /** Where the uses of each word begin; one more than there are words. */
  begins: Uint32Array;
  /** The uses of each word, in order. What a use says is its owner's matter. */
  uses: Uint32Array;
}

/** FNV-1a: a word as one number. */
export function digestOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash ^= word.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

/** 64 bits of a text's SHA-256: texts of the same pair are the same. */
export function digestPair(text: string): [number, number] {
  const hash = createHash("sha256").update(text).digest();
  return [hash.readUInt32LE(0), hash.readUInt32LE(4)];
}

/** What an index of before still says: `moved` gives a use its new number, or -1 where its text is gone. */
export interface Still {
  of: Inverted;
  moved(use: number): number;
}

/** An index of the uses by digest of the word, with those of an older index that still hold. */
export function invert(fresh: ReadonlyMap<number, readonly number[]>, still?: Still): Inverted {
  const old = still?.of ?? { words: new Uint32Array(), begins: new Uint32Array(1), uses: new Uint32Array() };
  const added = Uint32Array.from(fresh.keys()).sort();
  let count = 0;
  for (const list of fresh.values()) count += list.length;
  const words = new Uint32Array(old.words.length + added.length);
  const begins = new Uint32Array(words.length + 1);
  const uses = new Uint32Array(old.uses.length + count);
  let [number, end] = [0, 0];
  let [o, a] = [0, 0];
  while (o < old.words.length || a < added.length) {
    const mine = old.words[o] ?? Number.POSITIVE_INFINITY;
    const theirs = added[a] ?? Number.POSITIVE_INFINITY;
    const word = Math.min(mine, theirs);
    const start = end;
    let ordered = true;
    const put = (use: number) => {
      if (end > start && use < (uses[end - 1] ?? 0)) ordered = false;
      uses[end] = use;
      end += 1;
    };
    if (mine === word && still) {
      for (let at = old.begins[o] ?? 0; at < (old.begins[o + 1] ?? 0); at += 1) {
        const use = still.moved(old.uses[at] ?? 0);
        if (use >= 0) put(use);
      }
    }
    if (theirs === word) for (const use of fresh.get(word) ?? []) put(use);
    if (mine === word) o += 1;
    if (theirs === word) a += 1;
    if (end === start) continue;
    if (!ordered) uses.subarray(start, end).sort();
    words[number] = word;
    begins[number] = start;
    number += 1;
  }
  begins[number] = end;
  return { words: words.slice(0, number), begins: begins.slice(0, number + 1), uses: uses.slice(0, end) };
}

/** The uses of a word, in order; none where nobody uses it. */
export function usesOf({ words, begins, uses }: Inverted, word: string): Uint32Array {
  const digest = digestOf(word);
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) < digest) low = middle + 1;
    else high = middle;
  }
  return words[low] === digest ? uses.subarray(begins[low], begins[low + 1]) : uses.subarray(0, 0);
}
