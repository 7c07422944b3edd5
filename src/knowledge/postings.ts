/**
 * Which word stands in which place of which clause, and BM25 over it. A library of the usual kind keeps a map for each
 * word and place: 18 MB for 600 clauses, 300 for 10,000. Here a use of a word is one number in a row.
 */

import { digestOf, digestPair, type Inverted, invert, usesOf } from "./inverted.ts";

/** BM25+ as most search engines set it: how soon repetition stops counting, how much length matters, the least a use counts. */
const K = 1.2;
const B = 0.7;
const LEAST = 0.5;
/** A use as one number: the entry, its place, and how often, from the highest bits to the lowest. */
const OFTEN_BITS = 8;
const PLACE_BITS = 3;
const MOST_OFTEN = (1 << OFTEN_BITS) - 1;

/** Words whose number of entries is remembered. */
const COUNTS = 20_000;
/** Numbers a use may take within one entry. */
const USES = 2 ** (OFTEN_BITS + PLACE_BITS);

export interface Found {
  entry: number;
  score: number;
  /** How many of the words it uses. */
  words: number;
}

/** Score and number of words by entry, and the entries that have any. */
export interface Scored {
  scores: Float64Array;
  words: Uint16Array;
  entries: number[];
}

export interface PostingsIndex extends Inverted {
  /** Different words in each place of each entry, entry by entry. */
  lengths: Uint32Array;
  /** For each entry two numbers of its texts' digest. */
  digests: Uint32Array;
}

/** An entry's words in each place; asked for only where no entry of the same digest was indexed before. */
export interface Indexed<P extends string> {
  digest: string;
  /** Its words are others than those of before, though its texts are not. */
  anew?: boolean;
  words(): Readonly<Record<P, readonly string[]>>;
}

/** At most 8 places. `before`: made of the same places. */
export function buildPostings<P extends string>(
  places: readonly P[],
  entries: readonly Indexed<P>[],
  before?: PostingsIndex,
): PostingsIndex {
  const stood = new Map<string, number>();
  const olds = (before?.digests.length ?? 0) / 2;
  for (let old = 0; old < olds; old += 1) stood.set(`${before?.digests[2 * old]} ${before?.digests[2 * old + 1]}`, old);
  const moved = new Int32Array(olds).fill(-1);
  const digests = new Uint32Array(2 * entries.length);
  const lengths = new Uint32Array(places.length * entries.length);
  const uses = new Map<number, number[]>();
  for (const [entry, { digest, anew, words }] of entries.entries()) {
    const pair = digestPair(digest);
    digests.set(pair, 2 * entry);
    const old = stood.get(pair.join(" "));
    if (before && old !== undefined && !anew && moved[old] === -1) {
      moved[old] = entry;
      lengths.set(before.lengths.subarray(places.length * old, places.length * (old + 1)), places.length * entry);
      continue;
    }
    const texts = words();
    for (const [place, name] of places.entries()) {
      const often = new Map<string, number>();
      for (const word of texts[name]) often.set(word, (often.get(word) ?? 0) + 1);
      lengths[places.length * entry + place] = often.size;
      for (const [word, times] of often) {
        const use = ((entry << PLACE_BITS) | place) * (MOST_OFTEN + 1) + Math.min(times, MOST_OFTEN);
        const found = digestOf(word);
        const list = uses.get(found);
        if (list) list.push(use);
        else uses.set(found, [use]);
      }
    }
  }
  const still = before && {
    of: before,
    moved: (use: number) => {
      const entry = moved[entryOf(use)] ?? -1;
      return entry < 0 ? -1 : entry * USES + (use % USES);
    },
  };
  return { ...invert(uses, still), lengths, digests };
}

/** Postings of a few texts that are not kept. */
export function postingsOf<P extends string>(
  boosts: Readonly<Record<P, number>>,
  entries: readonly Readonly<Record<P, readonly string[]>>[],
): Postings<P> {
  const places = Object.keys(boosts) as P[];
  const indexed = entries.map((words, entry) => ({ digest: String(entry), words: () => words }));
  return new Postings(places, boosts, buildPostings(places, indexed));
}

export class Postings<P extends string> {
  readonly #places: readonly P[];
  readonly #boosts: readonly number[];
  readonly #index: PostingsIndex;
  readonly #averages: readonly number[];
  readonly #counts = new Map<string, number>();
  readonly #entries: number;

  /** `boosts` says how much a word counts in each place. Entries are numbered from 0. */
  constructor(places: readonly P[], boosts: Readonly<Record<P, number>>, index: PostingsIndex) {
    this.#places = places;
    this.#boosts = places.map((place) => boosts[place]);
    this.#index = index;
    const { lengths } = index;
    this.#entries = index.digests.length / 2;
    const sums = places.map(() => 0);
    for (const [at, length] of lengths.entries()) {
      const place = at % places.length;
      sums[place] = (sums[place] ?? 0) + length;
    }
    this.#averages = sums.map((sum) => sum / this.#entries);
  }

  /** Number of entries that use the word in any place. */
  count(word: string): number {
    const known = this.#counts.get(word);
    if (known !== undefined) return known;
    let count = 0;
    let last = -1;
    for (const use of this.#usesOf(word)) {
      if (entryOf(use) !== last) count += 1;
      last = entryOf(use);
    }
    if (this.#counts.size >= COUNTS) this.#counts.clear();
    this.#counts.set(word, count);
    return count;
  }

  /** Entries that use any of the words, best first. */
  search(weights: ReadonlyMap<string, number>, allowed: ReadonlySet<number>): Found[] {
    const { scores, words, entries } = this.score(weights, allowed);
    const found = entries.map((entry) => ({ entry, score: scores[entry] ?? 0, words: words[entry] ?? 0 }));
    return found.sort((a, b) => b.score - a.score);
  }

  /**
   * What every entry has of the words. Each word counts as its weight says; who meets more of the words counts more.
   */
  score(weights: ReadonlyMap<string, number>, allowed: ReadonlySet<number>): Scored {
    const scores = new Float64Array(this.#entries);
    const words = new Uint16Array(this.#entries);
    const lastWord = new Uint16Array(this.#entries);
    const entries: number[] = [];
    let number = 0;
    for (const [word, weight] of weights) {
      number += 1;
      const uses = this.#usesOf(word);
      const rarities = this.#matching(uses).map((matching) => this.#rarity(matching));
      for (let at = 0; at < uses.length; at += 1) {
        const use = uses[at] ?? 0;
        const entry = entryOf(use);
        if (!allowed.has(entry)) continue;
        const place = placeOf(use);
        const often = use % (MOST_OFTEN + 1);
        const length = this.#index.lengths[entry * this.#places.length + place] ?? 0;
        const spread = 1 - B + (B * length) / (this.#averages[place] ?? 1);
        const frequency = (often * (K + 1)) / (often + K * spread);
        scores[entry] =
          (scores[entry] ?? 0) + weight * (this.#boosts[place] ?? 0) * (rarities[place] ?? 0) * (LEAST + frequency);
        if (words[entry] === 0) entries.push(entry);
        if (lastWord[entry] !== number) words[entry] = (words[entry] ?? 0) + 1;
        lastWord[entry] = number;
      }
    }
    for (const entry of entries) scores[entry] = (scores[entry] ?? 0) * (words[entry] ?? 0);
    return { scores, words, entries };
  }

  /** The places in which an entry uses a word; null where it does not. */
  placesOf(entry: number, word: string): P[] | null {
    const uses = this.#usesOf(word);
    // The first use of this entry or a later one.
    let low = 0;
    for (let high = uses.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (entryOf(uses[middle] ?? 0) < entry) low = middle + 1;
      else high = middle;
    }
    const places: P[] = [];
    for (; low < uses.length && entryOf(uses[low] ?? 0) === entry; low += 1) {
      const place = this.#places[placeOf(uses[low] ?? 0)];
      if (place) places.push(place);
    }
    return places.length > 0 ? places : null;
  }

  #usesOf(word: string): Uint32Array {
    return usesOf(this.#index, word);
  }

  /** Entries with the word in each place. */
  #matching(uses: Iterable<number>): number[] {
    const matching = this.#places.map(() => 0);
    for (const use of uses) matching[placeOf(use)] = (matching[placeOf(use)] ?? 0) + 1;
    return matching;
  }

  #rarity(matching: number): number {
    return Math.log(1 + (this.#entries - matching + 0.5) / (matching + 0.5));
  }
}

const entryOf = (use: number): number => Math.floor(use / USES);
const placeOf = (use: number): number => (use >>> OFTEN_BITS) & ((1 << PLACE_BITS) - 1);
