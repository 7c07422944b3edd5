/**
 * All the ways in which a clause is asked for, and what it says, beside a question: in the same words, and by vectors that
 * know other words for the same thing.
 */
import type { Learned } from "./learned/learned.ts";
import { cosine, embed, featuresOf, keep, WIDTH } from "./learned/vectors.ts";
import type { MeaningFinder } from "./meanings.ts";
import { Postings } from "./postings.ts";
import { simplified } from "./question.ts";
import { plainQuestion, searchWords, units } from "./words.ts";

/** One clause: how it is asked for, and the pieces of its text. */
export interface Told {
  questions: readonly string[];
  texts: readonly string[];
}

/** How near the question is to each clause, 0 to 1, by number of the clause. */
export interface Nearness {
  /** Its nearest question in the same words. */
  words: Float32Array;
  /** Its nearest question by vector, the mean of its three nearest, and the nearest piece of its text. */
  one: Float32Array;
  three: Float32Array;
  text: Float32Array;
}

export class Ways {
  readonly #learned: Learned;
  readonly #finder: MeaningFinder;
  readonly #postings: Postings<"text">;
  /** Clause of each question, as the postings number them. */
  readonly #clauseOf: Int32Array;
  /** Vectors of questions and of texts, clause by clause, and where those of each clause begin. */
  readonly #questions: Int8Array;
  readonly #questionsFrom: Int32Array;
  readonly #texts: Int8Array;
  readonly #textsFrom: Int32Array;
  readonly #count: number;

  constructor(clauses: readonly Told[], finder: MeaningFinder, learned: Learned) {
    this.#learned = learned;
    this.#finder = finder;
    this.#count = clauses.length;
    const words: { text: string[] }[] = [];
    const place = (lists: readonly (readonly string[])[], indexed: boolean) => {
      const from = Int32Array.from([0, ...lists.map((list) => list.length)]);
      for (let n = 1; n < from.length; n += 1) from[n] = (from[n] ?? 0) + (from[n - 1] ?? 0);
      const all = new Int8Array((from.at(-1) ?? 0) * WIDTH);
      for (const [row, text] of lists.flat().entries()) {
        const { vector, words: said } = this.#read(text);
        if (indexed) words.push({ text: said });
        keep(vector, all, row);
      }
      return [all, from] as const;
    };
    [this.#questions, this.#questionsFrom] = place(
      clauses.map(({ questions }) => questions),
      true,
    );
    [this.#texts, this.#textsFrom] = place(
      clauses.map(({ texts }) => texts),
      false,
    );
    this.#postings = new Postings({ text: 1 }, words);
    this.#clauseOf = new Int32Array(words.length);
    for (let clause = 0; clause < this.#count; clause += 1)
      this.#clauseOf.fill(clause, this.#questionsFrom[clause], this.#questionsFrom[clause + 1]);
  }

  #read(text: string): { vector: Float32Array; words: string[] } {
    const found = units(simplified(plainQuestion(text)));
    const meanings = this.#finder.find(found).map(({ token }) => token);
    const { sounds, vectors } = this.#learned;
    return { vector: embed(featuresOf(found, meanings, sounds), vectors), words: [...searchWords(found), ...meanings] };
  }

  near(question: string): Nearness {
    const { vector: asked, words: said } = this.#read(question);
    const nearness = {
      words: new Float32Array(this.#count),
      one: new Float32Array(this.#count),
      three: new Float32Array(this.#count),
      text: new Float32Array(this.#count),
    };
    const weights = new Map(said.map((word) => [word, 1]));
    let most = 0;
    for (const word of weights.keys()) most += this.#postings.weightOf(word);
    for (const { entry, score, words } of this.#postings.search(weights, null)) {
      const clause = this.#clauseOf[entry] ?? 0;
      const share = most > 0 ? Math.min(1, score / words / (most * 2)) : 0;
      if (share > (nearness.words[clause] ?? 0)) nearness.words[clause] = share;
    }
    for (let clause = 0; clause < this.#count; clause += 1) {
      let first = 0;
      let second = 0;
      let third = 0;
      const end = this.#questionsFrom[clause + 1] ?? 0;
      for (let row = this.#questionsFrom[clause] ?? 0; row < end; row += 1) {
        const near = cosine(asked, this.#questions, row);
        if (near > first) [first, second, third] = [near, first, second];
        else if (near > second) [second, third] = [near, second];
        else if (near > third) third = near;
      }
      nearness.one[clause] = first;
      nearness.three[clause] = (first + second + third) / 3;
      let text = 0;
      const last = this.#textsFrom[clause + 1] ?? 0;
      for (let row = this.#textsFrom[clause] ?? 0; row < last; row += 1)
        text = Math.max(text, cosine(asked, this.#texts, row));
      nearness.text[clause] = text;
    }
    return nearness;
  }
}
