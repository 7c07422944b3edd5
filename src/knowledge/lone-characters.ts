/** Clauses that share single characters with a question: for questions that share no word with any. */
import type { Hit } from "./clause-index.ts";
import type { Entry } from "./entries.ts";
import { type Postings, postingsOf } from "./postings.ts";
import { singleCharacters } from "./question.ts";
import { isHan, plain, units } from "./words.ts";

/** Score of a clause that shares all of at least so many characters: they prove little. */
const ALL = { score: 0.6, count: 5 };

export class LoneCharacters {
  readonly #entries: readonly Entry[];
  #postings: Postings<"text"> | undefined;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  search(question: string, allowed: ReadonlySet<number>, limit: number): Hit[] {
    const asked = singleCharacters(question);
    if (asked.length === 0) return [];
    this.#postings ??= this.#index();
    const found = this.#postings.search(new Map(asked.map((character) => [character, 1])), allowed);
    return found.slice(0, limit).flatMap(({ entry: id, words }) => {
      const entry = this.#entries[id];
      const share = words / Math.max(asked.length, ALL.count);
      return entry ? [{ ...entry, score: ALL.score * share, about: ALL.score }] : [];
    });
  }

  /** Only built when a question shares no word with any clause. */
  #index(): Postings<"text"> {
    return postingsOf(
      { text: 1 },
      this.#entries.map(({ clause }) => {
        const text = [clause.heading, clause.summary, ...clause.questions].join("\n");
        return { text: units(plain(text)).filter(isHan) };
      }),
    );
  }
}
