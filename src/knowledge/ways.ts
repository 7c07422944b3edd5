/**
 * All the ways in which a clause is asked for, and what it says, beside a question: in the same words, and by vectors that
 * know other words for the same thing.
 */
import { best } from "./best.ts";
import { usesOf } from "./inverted.ts";
import type { Learned } from "./learned/learned.ts";
import { cosine, embed, featuresOf, whole } from "./learned/vectors.ts";
import type { MeaningFinder } from "./meanings.ts";
import { simplified } from "./question.ts";
import type { Read, WaysIndex } from "./ways-index.ts";
import { plainQuestion, searchWords, units } from "./words.ts";

/** How near the question is to each clause, 0 to 1, by number of the clause. */
export interface Nearness {
  /** Its nearest question in the same words. */
  words: Float32Array;
  /** How much of the question's words is used by any of its questions; words nobody used count as the rarest. */
  covered: Float32Array;
  /** How its questions together speak of what was asked: BM25 over them as one text. */
  together: Float32Array;
  /** Its nearest question by vector, the mean of its three nearest, and the nearest piece of its text. */
  one: Float32Array;
  three: Float32Array;
  text: Float32Array;
}

/** BM25: how soon repetition stops counting, how much the length matters, and the least a use counts in a short text. */
const K = 1.2;
const B = 0.7;
const LEAST = 0.5;

/** A text as it is compared: its vector, and its words. */
export function readWith(finder: MeaningFinder, learned: Learned): (text: string) => Read {
  const sounds = learned.sounds();
  const vectors = learned.vectors();
  return (text) => {
    const found = units(simplified(plainQuestion(text)));
    const meanings = finder.find(found).map(({ token }) => token);
    return { vector: embed(featuresOf(found, meanings, sounds), vectors), words: [...searchWords(found), ...meanings] };
  };
}

/** Clauses whose questions are compared one by one. */
const BY_VECTOR = 100;
const IN_WORDS = 40;

export class Ways {
  readonly #index: WaysIndex;
  readonly #read: (text: string) => Read;
  readonly #clauseOf: Uint32Array;
  readonly #clauses: number;
  /** What one of its words is worth in each question: less in a long one. */
  readonly #worth: Float64Array;
  /** Words of all questions of each clause. */
  readonly #told: Float32Array;
  readonly #toldOnAverage: number;
  /** Of each question, for one search at a time. */
  readonly #scores: Float32Array;
  readonly #runs: Uint32Array;

  constructor(index: WaysIndex, read: (text: string) => Read) {
    this.#index = index;
    this.#read = read;
    const { questionsFrom, lengths } = index;
    this.#clauses = questionsFrom.length - 1;
    this.#clauseOf = new Uint32Array(lengths.length);
    for (let clause = 0; clause < this.#clauses; clause += 1)
      this.#clauseOf.fill(clause, questionsFrom[clause], questionsFrom[clause + 1]);
    this.#told = new Float32Array(this.#clauses);
    for (const [row, length] of lengths.entries()) {
      const clause = this.#clauseOf[row] ?? 0;
      this.#told[clause] = (this.#told[clause] ?? 0) + length;
    }
    this.#toldOnAverage = this.#told.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#clauses);
    this.#scores = new Float32Array(lengths.length);
    this.#runs = new Uint32Array(this.#clauses + 1);
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    this.#worth = Float64Array.from(lengths, (length) => LEAST + (K + 1) / (1 + K * (1 - B + (B * length) / average)));
  }

  near(question: string): Nearness {
    const { vector: read, words } = this.#read(question);
    const vector = whole(read);
    const inWords = this.#nearInWords([...new Set(words)]);
    return { ...inWords, ...this.#nearByVector(vector, this.#worthALook(vector, inWords)) };
  }

  /** The clauses nearest on the whole, by vector and in words: only their questions are compared one by one. */
  #worthALook(asked: Int32Array, { covered, together }: Pick<Nearness, "covered" | "together">): Set<number> {
    const middles = new Float32Array(this.#clauses);
    for (let clause = 0; clause < this.#clauses; clause += 1)
      middles[clause] = cosine(asked, this.#index.middles, clause);
    return new Set([...best(middles, BY_VECTOR), ...best(covered, IN_WORDS), ...best(together, IN_WORDS)]);
  }

  #nearInWords(asked: readonly string[]): Pick<Nearness, "words" | "covered" | "together"> {
    const { lengths } = this.#index;
    const together = new Float32Array(this.#clauses);
    let most = 0;
    const scores = this.#scores.fill(0);
    const covered = new Float32Array(this.#clauses);
    let all = 0;
    for (const word of asked) {
      const uses = usesOf(this.#index, word);
      const weight = Math.log(1 + (lengths.length - uses.length + 0.5) / (uses.length + 0.5));
      all += weight;
      let last = -1;
      let runs = 0;
      for (let at = 0; at < uses.length; at += 1) {
        const row = uses[at] ?? 0;
        scores[row] = (scores[row] ?? 0) + weight * (this.#worth[row] ?? 0);
        const clause = this.#clauseOf[row] ?? 0;
        if (clause !== last) {
          covered[clause] = (covered[clause] ?? 0) + weight;
          this.#runs[runs] = at;
          runs += 1;
        }
        last = clause;
      }
      this.#runs[runs] = uses.length;
      most += this.#addTogether(uses, runs, together);
    }
    const words = new Float32Array(this.#clauses);
    if (all === 0) return { words, covered, together };
    const { questionsFrom } = this.#index;
    for (let clause = 0; clause < this.#clauses; clause += 1) {
      if (covered[clause] === 0) continue;
      let greatest = 0;
      const end = questionsFrom[clause + 1] ?? 0;
      for (let row = questionsFrom[clause] ?? 0; row < end; row += 1) greatest = Math.max(greatest, scores[row] ?? 0);
      words[clause] = Math.min(1, greatest / (2 * all));
      covered[clause] = (covered[clause] ?? 0) / all;
      together[clause] = (together[clause] ?? 0) / most;
    }
    return { words, covered, together };
  }

  /**
   * Adds what one word says of each clause; returns the most it could. The questions of a clause stand one after another:
   * `#runs` says where those of each begin among the uses.
   */
  #addTogether(uses: Uint32Array, runs: number, together: Float32Array): number {
    const weight = Math.log(1 + (this.#clauses - runs + 0.5) / (runs + 0.5));
    for (let run = 0; run < runs; run += 1) {
      const begin = this.#runs[run] ?? 0;
      const times = (this.#runs[run + 1] ?? 0) - begin;
      const clause = this.#clauseOf[uses[begin] ?? 0] ?? 0;
      const spread = 1 - B + (B * (this.#told[clause] ?? 0)) / this.#toldOnAverage;
      together[clause] = (together[clause] ?? 0) + (weight * times * (K + 1)) / (times + K * spread);
    }
    return weight * (K + 1);
  }

  #nearByVector(asked: Int32Array, clauses: ReadonlySet<number>): Pick<Nearness, "one" | "three" | "text"> {
    const { questions, questionsFrom, texts, textsFrom } = this.#index;
    const near = {
      one: new Float32Array(this.#clauses),
      three: new Float32Array(this.#clauses),
      text: new Float32Array(this.#clauses),
    };
    for (const clause of clauses) {
      let [first, second, third] = [0, 0, 0];
      const end = questionsFrom[clause + 1] ?? 0;
      for (let row = questionsFrom[clause] ?? 0; row < end; row += 1) {
        const likeness = cosine(asked, questions, row);
        if (likeness > first) [first, second, third] = [likeness, first, second];
        else if (likeness > second) [second, third] = [likeness, second];
        else if (likeness > third) third = likeness;
      }
      near.one[clause] = first;
      near.three[clause] = (first + second + third) / 3;
      let text = 0;
      const last = textsFrom[clause + 1] ?? 0;
      for (let row = textsFrom[clause] ?? 0; row < last; row += 1) text = Math.max(text, cosine(asked, texts, row));
      near.text[clause] = text;
    }
    return near;
  }
}
