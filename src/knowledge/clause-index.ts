/** All clauses in one search index: built once, asked with filters. */
import MiniSearch from "minisearch";
import type { Business, Language } from "../flows/reading.ts";
import type { Clause } from "./clauses.ts";
import { MeaningFinder, type Synonyms } from "./meanings.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { type Feature, readQuestion, simplified, singleCharacters } from "./question.ts";
import { evidence, FIELDS, type Field, type Line, likeness, lineOf, Rarity, rankOf, relevanceOf } from "./relevance.ts";
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
  readonly #rarity = new Rarity();
  /** Numbers in place of words: the engine scans its 2,000 first characters for each Chinese word, but only 36 of these. */
  readonly #codes = new Map<string, string>();
  readonly #index: MiniSearch<Record<Field, string> & { id: number }>;
  readonly #lines = new Map<number, { heading: Line; questions: Line[] }>();
  readonly #views = new Map<string, Set<number>>();
  #characters: MiniSearch<{ id: number; text: string }> | undefined;

  /** `cut` may be shared with other readers of Chinese: its dictionary is large. */
  constructor(policies: readonly Policy[], synonyms: Synonyms, cut?: Cut) {
    this.policies = policies;
    this.#finder = new MeaningFinder(synonyms);
    const phrases = [...synonyms.meanings, ...synonyms.aspects].flatMap((meaning) => meaning.zh);
    this.#cut = cut ?? jiebaCut([...phrases, ...policies.flatMap((policy) => policy.keywords)]);
    this.#index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
      searchOptions: { boost: BOOST, combineWith: "OR" },
    });
    for (const policy of policies) {
      const title = this.words(policy.title);
      const keywords = this.words(policy.keywords.join("\n"));
      for (const clause of policy.clauses) this.#add({ policy, clause }, title, keywords);
    }
  }

  #add(entry: Entry, title: string[], keywords: string[]): void {
    const { clause } = entry;
    const words = {
      questions: this.words(clause.questions.join("\n")),
      heading: this.words(clause.heading),
      summary: this.words(clause.summary),
      body: this.words(clause.body),
      title,
      keywords,
    };
    this.#rarity.add(new Set(FIELDS.flatMap((field) => words[field])));
    const coded = (field: Field) => words[field].map((word) => this.#codeOf(word)).join(" ");
    this.#index.add({
      id: this.entries.push(entry) - 1,
      questions: coded("questions"),
      heading: coded("heading"),
      summary: coded("summary"),
      keywords: coded("keywords"),
      title: coded("title"),
      body: coded("body"),
    });
  }

  #codeOf(word: string): string {
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    const code = this.#codes.size.toString(36);
    this.#codes.set(word, code);
    return code;
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
        const code = this.#codes.get(word);
        if (code !== undefined) weights.set(code, Math.max(weights.get(code) ?? 0, weight / words.length));
      }
    }
    const found = this.#index.search([...weights.keys()].join(" "), {
      boostTerm: (term) => weights.get(term) ?? 1,
      filter: (result) => allowed.has(result.id),
    });
    const [first] = found;
    if (!first) return this.#searchCharacters(question, allowed, limit);

    const asked = lineOf(this.words(simplified(plainQuestion(question))), this.#rarity);
    const wanted = filter.language === "en" ? "en" : "zh";
    const candidates = found.slice(0, CANDIDATES).flatMap((result) => {
      const entry = this.entries[result.id];
      if (!entry) return [];
      const sameLanguage = entry.policy.language === wanted;
      const lines = this.#linesOf(result.id, entry);
      const near = {
        ...evidence(
          features,
          (word) => result.match[this.#codes.get(word) ?? ""],
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
    const found = this.#characters.search(asked.join(" "), {
      tokenize: (text) => text.split(" "),
      filter: (result) => allowed.has(result.id),
    });
    return found.slice(0, limit).flatMap((result) => {
      const entry = this.entries[result.id];
      const share = result.queryTerms.length / Math.max(asked.length, LONE_CHARACTERS.count);
      return entry ? [{ ...entry, score: LONE_CHARACTERS.score * share }] : [];
    });
  }

  /** Only built when a question shares no word with any clause: it would double the cost of starting. */
  #indexCharacters(): MiniSearch<{ id: number; text: string }> {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ["text"],
      tokenize: (text) => units(plain(text)).filter(isHan),
      processTerm: (term) => term,
    });
    index.addAll(
      this.entries.map(({ clause }, id) => ({
        id,
        text: [clause.heading, clause.summary, ...clause.questions].join("\n"),
      })),
    );
    return index;
  }
}
