/**
 * Which word stands in which place of which clause, and BM25 over it. A library of the usual kind keeps a map for each
 * word and place: 18 MB for 600 clauses, 300 for 10,000. Here a use of a word is one number in a row.
 */

/** BM25+ as most search engines set it: how soon repetition stops counting, how much length matters, the least a use counts. */
const K = 1.2;
const B = 0.7;
const LEAST = 0.5;
/** A use as one number: the entry, its place, and how often, from the highest bits to the lowest. */
const OFTEN_BITS = 8;
const PLACE_BITS = 3;
const MOST_OFTEN = (1 << OFTEN_BITS) - 1;

const NONE = new Uint32Array();

export interface Found {
  entry: number;
  score: number;
  /** How many of the words it uses. */
  words: number;
}

export class Postings<P extends string> {
  readonly #places: readonly P[];
  readonly #boosts: readonly number[];
  /** Each word's number. */
  readonly #words = new Map<string, number>();
  /** The uses of all words, word by word and in order of the entries, and where those of each word begin. */
  readonly #uses: Uint32Array;
  readonly #begins: Uint32Array;
  /** Different words in each place of each entry, entry by entry. */
  readonly #lengths: Uint16Array;
  readonly #averages: readonly number[];
  readonly #entries: number;

  /** At most 8 places; `boosts` says how much a word counts in each. Entries are numbered from 0. */
  constructor(boosts: Readonly<Record<P, number>>, entries: Iterable<Readonly<Record<P, readonly string[]>>>) {
    this.#places = Object.keys(boosts) as P[];
    this.#boosts = this.#places.map((place) => boosts[place]);
    const lists: number[][] = [];
    const lengths: number[] = [];
    let entry = 0;
    for (const words of entries) {
      for (const [place, name] of this.#places.entries()) {
        const often = new Map<string, number>();
        for (const word of words[name]) often.set(word, (often.get(word) ?? 0) + 1);
        lengths.push(often.size);
        for (const [word, times] of often) {
          const number = this.#words.get(word) ?? this.#words.size;
          this.#words.set(word, number);
          lists[number] ??= [];
          lists[number].push(((entry << PLACE_BITS) | place) * (MOST_OFTEN + 1) + Math.min(times, MOST_OFTEN));
        }
      }
      entry += 1;
    }
    this.#entries = entry;
    this.#lengths = Uint16Array.from(lengths);
    this.#averages = this.#places.map(
      (_, place) =>
        lengths.reduce((sum, length, at) => sum + (at % this.#places.length === place ? length : 0), 0) / entry,
    );
    this.#begins = new Uint32Array(lists.length + 1);
    for (const [number, list] of lists.entries()) this.#begins[number + 1] = (this.#begins[number] ?? 0) + list.length;
    this.#uses = new Uint32Array(this.#begins[lists.length] ?? 0);
    for (const [number, list] of lists.entries()) this.#uses.set(list, this.#begins[number]);
  }

  /** Number of entries that use the word in any place. */
  count(word: string): number {
    let count = 0;
    let last = -1;
    for (const use of this.#usesOf(word)) {
      if (entryOf(use) !== last) count += 1;
      last = entryOf(use);
    }
    return count;
  }

  /**
   * Entries that use any of the words, best first. Each word counts as its weight says; who meets more of the words
   * counts more.
   */
  search(weights: ReadonlyMap<string, number>, allowed: ReadonlySet<number>): Found[] {
    const scores = new Map<number, { score: number; words: number; last: string }>();
    for (const [word, weight] of weights) {
      const uses = this.#usesOf(word);
      const matching = this.#matching(uses);
      for (const use of uses) {
        const entry = entryOf(use);
        if (!allowed.has(entry)) continue;
        const place = placeOf(use);
        const often = use % (MOST_OFTEN + 1);
        const length = this.#lengths[entry * this.#places.length + place] ?? 0;
        const spread = 1 - B + (B * length) / (this.#averages[place] ?? 1);
        const frequency = (often * (K + 1)) / (often + K * spread);
        const score = weight * (this.#boosts[place] ?? 0) * this.#rarity(matching[place] ?? 0) * (LEAST + frequency);
        const known = scores.get(entry);
        if (!known) scores.set(entry, { score, words: 1, last: word });
        else {
          known.score += score;
          if (known.last !== word) known.words += 1;
          known.last = word;
        }
      }
    }
    const found = Array.from(scores, ([entry, { score, words }]) => ({ entry, score: score * words, words }));
    return found.sort((a, b) => b.score - a.score);
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
    const number = this.#words.get(word);
    return number === undefined ? NONE : this.#uses.subarray(this.#begins[number], this.#begins[number + 1]);
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

const entryOf = (use: number): number => Math.floor(use / 2 ** (OFTEN_BITS + PLACE_BITS));
const placeOf = (use: number): number => (use >>> OFTEN_BITS) & ((1 << PLACE_BITS) - 1);
