/** All clauses in one search index: built once, asked with filters. */
import type { Business, Language } from "../flows/reading.ts";
import type { Clause } from "./clauses.ts";
import { MeaningFinder, type Synonyms } from "./meanings.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { Postings } from "./postings.ts";
import { type Feature, readQuestion, simplified, singleCharacters } from "./question.ts";
import { evidence, type Field, type Line, likeness, lineOf, Rarity, rankOf, relevanceOf } from "./relevance.ts";
import { type Cut, isHan, jiebaCut, plain, plainQuestion, searchWords, units } from "./words.ts";

export interface Entry {
  policy: Policy;
  clause: Clause;
}

/** `score`, 0 to 1: of the first, how probable it is that it is about the question; less as the others come behind. */
export interface Hit extends Entry {
  score: number;
}

export interface SearchFilter {
  /** Day asked for, ISO date in Asia/Shanghai. */
  on: string;
  language: Language;
  /** Staff may read what customers may. */
  audience: Audience;
  business?: Business | null;
}

/** How much a word counts in each place. */
const BOOST: Record<Field, number> = { questions: 3, heading: 3, summary: 2, keywords: 1, title: 1.5, body: 1 };
/** Candidates that are looked at closely. */
const CANDIDATES = 40;
/** Score of a clause that shares all of at least so many lone characters: they prove little. */
const LONE_CHARACTERS = { score: 0.6, count: 5 };
/** Days, audiences and languages whose clauses are kept at hand. */
const VIEWS = 16;

export class ClauseIndex {
  readonly policies: readonly Policy[];
  readonly entries: Entry[] = [];
  readonly #finder: MeaningFinder;
  readonly #cut: Cut;
  readonly #rarity: Rarity;
  readonly #postings: Postings<Field>;
  readonly #lines = new Map<number, { heading: Line; questions: Line[] }>();
  readonly #views = new Map<string, Set<number>>();
  #characters: Postings<"text"> | undefined;

  /** `cut` may be shared with other readers of Chinese: its dictionary is large. */
  constructor(policies: readonly Policy[], synonyms: Synonyms, cut?: Cut) {
    this.policies = policies;
    this.#finder = new MeaningFinder(synonyms);
    const phrases = [...synonyms.meanings, ...synonyms.aspects].flatMap((meaning) => meaning.zh);
    this.#cut = cut ?? jiebaCut([...phrases, ...policies.flatMap((policy) => policy.keywords)]);
    for (const policy of policies) for (const clause of policy.clauses) this.entries.push({ policy, clause });
    this.#postings = new Postings(BOOST, this.#wordsOfEntries());
    this.#rarity = new Rarity(this.entries.length, (word) => this.#postings.count(word));
  }

  *#wordsOfEntries(): Generator<Record<Field, string[]>> {
    let of: Policy | undefined;
    let title: string[] = [];
    let keywords: string[] = [];
    for (const { policy, clause } of this.entries) {
      if (policy !== of) {
        title = this.words(policy.title);
        keywords = this.words(policy.keywords.join("\n"));
      }
      of = policy;
      yield {
        questions: this.words(clause.questions.join("\n")),
        heading: this.words(clause.heading),
        summary: this.words(clause.summary),
        body: this.words(clause.body),
        title,
        keywords,
      };
    }
  }

  /** The index words of a text, meanings among them. */
  words(text: string): string[] {
    const found = units(plain(text));
    return [...searchWords(found), ...this.#finder.find(found).map((meaning) => meaning.token)];
  }

  features(question: string): Feature[] {
    return readQuestion(question, this.#finder, this.#cut);
  }

  /** Clauses that speak of the question, best first. Only those in force that day and meant for the audience. */
  search(question: string, filter: SearchFilter, limit: number): Hit[] {
    const features = this.features(question);
    if (features.every((feature) => feature.bonus)) return [];
    const allowed = this.#view(filter);
    const weights = new Map<string, number>();
    for (const { words, weight } of features) {
      for (const word of words) {
        weights.set(word, Math.max(weights.get(word) ?? 0, weight / words.length));
      }
    }
    const found = this.#postings.search(weights, allowed);
    const [first] = found;
    if (!first) return this.#searchCharacters(question, allowed, limit);

    const asked = lineOf(this.words(simplified(plainQuestion(question))), this.#rarity);
    const wanted = filter.language === "en" ? "en" : "zh";
    const candidates = found.slice(0, CANDIDATES).flatMap((result) => {
      const entry = this.entries[result.entry];
      if (!entry) return [];
      const sameLanguage = entry.policy.language === wanted;
      const lines = this.#linesOf(result.entry, entry);
      const near = {
        ...evidence(
          features,
          (word) => this.#postings.placesOf(result.entry, word),
          wanted === "en" && !sameLanguage,
          this.#rarity,
        ),
        heading: likeness(asked, lines.heading),
        question: Math.max(0, ...lines.questions.map((line) => likeness(asked, line))),
        search: result.score / first.score,
        sameLanguage,
        sameBusiness: filter.business ? entry.policy.business.includes(filter.business) : false,
      };
      return [{ ...entry, rank: rankOf(near), relevance: relevanceOf(near) }];
    });
    candidates.sort((a, b) => b.rank - a.rank);
    const best = candidates[0]?.rank ?? 1;
    return candidates
      .slice(0, limit)
      .map(({ policy, clause, rank, relevance }) => ({ policy, clause, score: (relevance * rank) / best }));
  }

  /** Entries in force on a day for an audience; a clause that exists in the wanted language hides its translations. */
  #view({ on, language, audience }: SearchFilter): Set<number> {
    const wanted = language === "en" ? "en" : "zh";
    const key = `${on} ${audience} ${wanted}`;
    const known = this.#views.get(key);
    if (known) return known;
    const current = versionsInForce(this.policies, on, audience);
    const chosen = new Map<string, number>();
    for (const [id, { policy, clause }] of this.entries.entries()) {
      if (!current.has(policy)) continue;
      const name = `${policy.id} ${clause.number}`;
      if (!chosen.has(name) || policy.language === wanted) chosen.set(name, id);
    }
    const view = new Set(chosen.values());
    if (this.#views.size >= VIEWS) this.#views.clear();
    this.#views.set(key, view);
    return view;
  }

  #linesOf(id: number, { policy, clause }: Entry): { heading: Line; questions: Line[] } {
    const known = this.#lines.get(id);
    if (known) return known;
    const lines = {
      heading: lineOf(this.words(`${policy.title} ${clause.heading}`), this.#rarity),
      questions: clause.questions.map((question) => lineOf(this.words(question), this.#rarity)),
    };
    this.#lines.set(id, lines);
    return lines;
  }

  #searchCharacters(question: string, allowed: ReadonlySet<number>, limit: number): Hit[] {
    const asked = singleCharacters(question);
    if (asked.length === 0) return [];
    this.#characters ??= this.#indexCharacters();
    const found = this.#characters.search(new Map(asked.map((character) => [character, 1])), allowed);
    return found.slice(0, limit).flatMap(({ entry: id, words }) => {
      const entry = this.entries[id];
      const share = words / Math.max(asked.length, LONE_CHARACTERS.count);
      return entry ? [{ ...entry, score: LONE_CHARACTERS.score * share }] : [];
    });
  }

  /** Only built when a question shares no word with any clause. */
  #indexCharacters(): Postings<"text"> {
    return new Postings(
      { text: 1 },
      this.entries.map(({ clause }) => {
        const text = [clause.heading, clause.summary, ...clause.questions].join("\n");
        return { text: units(plain(text)).filter(isHan) };
      }),
    );
  }
}
