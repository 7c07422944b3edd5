/** All clauses in one search index: built once, asked with filters. */
import MiniSearch from "minisearch";
import type { Business, Language } from "../flows/reading.ts";
import type { Clause } from "./clauses.ts";
import { MeaningFinder, type Synonyms } from "./meanings.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { type Feature, readQuestion, singleCharacters } from "./question.ts";
import { BREAK, type Cut, isHan, jiebaCut, plain, searchWords, units } from "./words.ts";

export interface Entry {
  policy: Policy;
  clause: Clause;
}

/** `score` from 0 to 1: how much of what was asked the clause speaks of. */
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

const FIELDS = ["questions", "heading", "summary", "keywords", "title", "body"] as const;
type Field = (typeof FIELDS)[number];

/** How much a word counts in each place. */
const BOOST: Record<Field, number> = { questions: 3, heading: 3, summary: 2, keywords: 1, title: 1.5, body: 1 };
/** How surely a word found in this place means that the clause is about it. */
const ABOUT: Record<Field, number> = {
  questions: 1,
  heading: 1,
  summary: 0.9,
  keywords: 0.75,
  title: 0.8,
  body: 0.6,
};
/** Candidates that are looked at closely. */
const CANDIDATES = 40;
const UNKNOWN_WORD = 4;
const SAME_LANGUAGE = 1.12;
const SAME_BUSINESS = 1.06;
/** A match on lone characters proves little. */
const FALLBACK_SHARE = 0.5;

export class ClauseIndex {
  readonly policies: readonly Policy[];
  readonly entries: readonly Entry[];
  readonly #finder: MeaningFinder;
  readonly #cut: Cut;
  readonly #index: MiniSearch<Record<Field, string> & { id: number }>;
  readonly #documents = new Map<string, number>();
  readonly #views = new Map<string, Set<number>>();
  #characters: MiniSearch<{ id: number; text: string }> | undefined;

  /** `cut` may be shared with other readers of Chinese: its dictionary is large. */
  constructor(policies: readonly Policy[], synonyms: Synonyms, cut?: Cut) {
    this.policies = policies;
    this.entries = policies.flatMap((policy) => policy.clauses.map((clause) => ({ policy, clause })));
    this.#finder = new MeaningFinder(synonyms);
    this.#cut =
      cut ??
      jiebaCut([
        ...synonyms.meanings.flatMap((meaning) => meaning.zh),
        ...policies.flatMap((policy) => policy.keywords),
      ]);
    this.#index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: (text) => this.words(text),
      processTerm: (term) => term,
      searchOptions: { boost: BOOST, combineWith: "OR" },
    });
    this.#index.addAll(
      this.entries.map(({ policy, clause }, id) => ({
        id,
        questions: clause.questions.join("\n"),
        heading: clause.heading,
        summary: clause.summary,
        keywords: policy.keywords.join("\n"),
        title: policy.title,
        body: clause.body,
      })),
    );
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
    if (features.length === 0) return [];
    const allowed = this.#view(filter);
    const weights = new Map<string, number>();
    for (const feature of features) {
      for (const word of feature.words) {
        weights.set(word, Math.max(weights.get(word) ?? 0, feature.weight / feature.words.length));
      }
    }
    const found = this.#index.search([...weights.keys()].join(" "), {
      tokenize: (text) => text.split(" "),
      boostTerm: (term) => weights.get(term) ?? 1,
      filter: (result) => allowed.has(result.id),
    });
    const candidates = found.slice(0, CANDIDATES);
    const hits = candidates.flatMap((result) => {
      const entry = this.entries[result.id];
      if (!entry) return [];
      const share = this.#share(features, result.match);
      return [{ ...entry, score: share * this.#preference(entry, filter), rank: result.score }];
    });
    const best = hits[0]?.rank ?? 1;
    for (const hit of hits) hit.score = Math.min(1, hit.score * (0.75 + 0.25 * (hit.rank / best)));
    if (hits.length === 0) return this.#searchCharacters(question, allowed, limit);
    return hits
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ policy, clause, score }) => ({ policy, clause, score }));
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
    if (this.#views.size >= 16) this.#views.clear();
    this.#views.set(key, view);
    return view;
  }

  #share(features: readonly Feature[], match: Record<string, string[]>): number {
    let asked = 0;
    let met = 0;
    for (const { words, weight, bonus } of features) {
      const each = words.map((word) => {
        const rarity = this.#rarity(word);
        const fields = match[word];
        const about = fields ? Math.max(...FIELDS.map((field) => (fields.includes(field) ? ABOUT[field] : 0))) : 0;
        return { rarity, met: rarity * about };
      });
      const share = weight / words.length;
      if (!bonus) asked += share * each.reduce((sum, { rarity }) => sum + rarity, 0);
      met += share * each.reduce((sum, word) => sum + word.met, 0);
    }
    return asked === 0 ? 0 : met / asked;
  }

  #rarity(word: string): number {
    let count = this.#documents.get(word);
    if (count === undefined) {
      count = this.#index.search(word, { tokenize: (text) => [text] }).length;
      this.#documents.set(word, count);
    }
    if (count === 0) return UNKNOWN_WORD;
    return Math.log(1 + (this.entries.length - count + 0.5) / (count + 0.5));
  }

  #preference({ policy }: Entry, filter: SearchFilter): number {
    const wanted = filter.language === "en" ? "en" : "zh";
    const language = policy.language === wanted ? SAME_LANGUAGE : 1;
    return filter.business && policy.business.includes(filter.business) ? language * SAME_BUSINESS : language;
  }

  #searchCharacters(question: string, allowed: ReadonlySet<number>, limit: number): Hit[] {
    const asked = singleCharacters(question);
    if (asked.length === 0) return [];
    this.#characters ??= this.#indexCharacters();
    return this.#characters
      .search(asked.join(" "), { tokenize: (text) => text.split(" "), filter: (result) => allowed.has(result.id) })
      .slice(0, limit)
      .flatMap((result) => {
        const entry = this.entries[result.id];
        return entry ? [{ ...entry, score: (FALLBACK_SHARE * result.queryTerms.length) / asked.length }] : [];
      });
  }

  #indexCharacters(): MiniSearch<{ id: number; text: string }> {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ["text"],
      tokenize: (text) => units(plain(text)).filter((unit) => unit !== BREAK && isHan(unit)),
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
