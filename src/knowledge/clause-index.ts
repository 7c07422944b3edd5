/** All clauses in one search index: built once, asked with filters. */
import type { Business, Language } from "../flows/reading.ts";
import { type Asked, askedName, NOT_ASKED } from "./asked.ts";
import type { Clause } from "./clauses.ts";
import { type Learned, loadLearned, type Ranking } from "./learned/learned.ts";
import { MeaningFinder, type Synonyms } from "./meanings.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { Postings } from "./postings.ts";
import { type Feature, readQuestion, simplified, singleCharacters } from "./question.ts";
import {
  aboutOf,
  BY_HAND,
  evidence,
  type Field,
  groundsOf,
  type Line,
  likeness,
  lineOf,
  type Nearness,
  Rarity,
  rankOf,
  sharesOf,
} from "./relevance.ts";
import { readWith, Ways, type Nearness as WaysNear } from "./ways.ts";
import { buildWays, isKept, nameOf, readKept, type Told, type WaysIndex, writeKept } from "./ways-index.ts";
import { type Cut, isHan, jiebaCut, plain, plainQuestion, searchWords, units } from "./words.ts";

export interface Entry {
  policy: Policy;
  clause: Clause;
}

/** `score`: how probable it is, 0 to 1, that this clause answers the question. All candidates' together are at most 1. */
export interface Hit extends Entry {
  score: number;
  /** How probable it is that the policies answer the question at all; the same for all of one search. */
  about: number;
}

export interface SearchFilter {
  /** Day asked for, ISO date in Asia/Shanghai. */
  on: string;
  language: Language;
  /** Staff may read what customers may. */
  audience: Audience;
  business?: Business | null;
  /** Where the customer belongs: a region's own rules are found by nobody else. */
  region?: string;
}

/** How much a word counts in each place. */
const BOOST: Record<Field, number> = { questions: 3, heading: 3, summary: 2, keywords: 1, title: 1.5, body: 1 };
/** Candidates that are looked at closely: by words, and by ways of asking. */
const CANDIDATES = 30;
const NEAREST = 30;
/** Score of a clause that shares all of at least so many lone characters: they prove little. */
const LONE_CHARACTERS = { score: 0.6, count: 5 };
/** Days, audiences and languages whose clauses are kept at hand. */
const VIEWS = 16;

interface IndexOptions {
  /** May be shared with other readers of Chinese: its dictionary is large. */
  cut?: Cut;
  /** How customers ask for the clauses, beside their typical questions. */
  asked?: Asked;
  /** A folder where the ways of asking are kept ready; without it they are made at the first question. */
  keepIn?: string;
  learned?: Learned;
}

interface View {
  entries: Set<number>;
  /** Entry that stands for each clause in this view. */
  ofClause: Map<number, number>;
}

/** The pieces of a clause that a question may be like. */
export const textsOf = (policy: Policy, clause: Clause): string[] => [
  `${policy.title} ${clause.heading} ${clause.summary}`,
  clause.summary,
  ...clause.body.split(/\n\s*\n/),
];

/** Clauses nearest by their ways of asking and by their text. */
function nearest({ covered, together, three, one, text }: WaysNear, count: number): number[] {
  const of = (n: number, ...rows: Float32Array[]) => rows.reduce((sum, row) => sum + (row[n] ?? 0), 0);
  const score = (n: number) => of(n, three, one, text, covered, together);
  const all = Array.from(three, (_, n) => ({ n, score: score(n) })).sort((a, b) => b.score - a.score);
  return all.slice(0, count).map(({ n }) => n);
}

export class ClauseIndex {
  readonly policies: readonly Policy[];
  readonly entries: Entry[] = [];
  readonly #finder: MeaningFinder;
  readonly #cut: Cut;
  readonly #rarity: Rarity;
  readonly #postings: Postings<Field>;
  readonly #lines = new Map<number, { heading: Line; questions: Line[] }>();
  readonly #views = new Map<string, View>();
  readonly #synonyms: Synonyms;
  readonly #learned: Learned;
  readonly #keepIn: string | undefined;
  #ways: Ways | undefined;
  /** Number of each entry's clause in `#ways`: a clause and its translation are asked for in the same ways. */
  readonly #clauseOf: number[] = [];
  readonly #ranking: Ranking;
  readonly #asked: Asked;
  #characters: Postings<"text"> | undefined;

  constructor(
    policies: readonly Policy[],
    synonyms: Synonyms,
    { cut, asked = NOT_ASKED, keepIn, learned = loadLearned() }: IndexOptions = {},
  ) {
    this.policies = policies;
    this.#finder = new MeaningFinder(synonyms);
    const phrases = [...synonyms.meanings, ...synonyms.aspects].flatMap((meaning) => meaning.zh);
    this.#cut = cut ?? jiebaCut([...phrases, ...policies.flatMap((policy) => policy.keywords)]);
    for (const policy of policies) for (const clause of policy.clauses) this.entries.push({ policy, clause });
    this.#postings = new Postings(BOOST, this.#wordsOfEntries());
    this.#rarity = new Rarity(this.entries.length, (word) => this.#postings.count(word));
    this.#ranking = learned.ranking;
    this.#synonyms = synonyms;
    this.#learned = learned;
    this.#keepIn = keepIn;
    this.#asked = asked;
    this.#number();
  }

  /** Makes the ways of asking and keeps them where none are kept yet: two seconds for 25,000 of them. */
  warm(): void {
    if (this.#keepIn === undefined || !isKept(this.#keepIn, this.#nameOfWays())) this.#makeWays();
  }

  #nearWays(): Ways {
    if (!this.#ways) {
      const kept = this.#keepIn === undefined ? null : readKept(this.#keepIn, this.#nameOfWays());
      this.#ways = new Ways(kept ?? this.#makeWays(), readWith(this.#finder, this.#learned));
    }
    return this.#ways;
  }

  #makeWays(): WaysIndex {
    const index = buildWays(this.#tell(), readWith(this.#finder, this.#learned));
    if (this.#keepIn !== undefined) writeKept(this.#keepIn, this.#nameOfWays(), index);
    return index;
  }

  #nameOfWays(): string {
    const hashes = this.entries.map(({ policy, clause }) => `${policy.title} ${clause.hash}`);
    const { vectors } = this.#learned.ranking;
    return nameOf([this.#asked.digest, vectors, JSON.stringify(this.#synonyms), ...hashes]);
  }

  /** From which scores a clause is shown, and from which it is asked what was meant: calibrated with the weights. */
  get floors(): Ranking["floors"] {
    return this.#byHand ? BY_HAND.floors : this.#ranking.floors;
  }

  /** The weights were learnt where every clause is asked for in many ways. */
  get #byHand(): boolean {
    return this.#asked.digest === NOT_ASKED.digest;
  }

  #rankOf(near: Nearness): number {
    return this.#byHand ? BY_HAND.rank(near) : rankOf(near, this.#ranking);
  }

  /** A clause and its translation are asked for in the same ways: one number for both. */
  #number(): void {
    const numbers = new Map<string, number>();
    for (const { policy, clause } of this.entries) {
      const name = askedName(policy.file, clause.number);
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      this.#clauseOf.push(number);
    }
  }

  #tell(): Told[] {
    const asked = this.#asked.read();
    const told: { questions: string[]; texts: string[] }[] = [];
    for (const [id, { policy, clause }] of this.entries.entries()) {
      const number = this.#clauseOf[id] ?? 0;
      const questions = asked.get(askedName(policy.file, clause.number)) ?? [];
      const one = told[number] ?? { questions: [...questions], texts: [] };
      one.questions.push(...clause.questions);
      one.texts.push(...textsOf(policy, clause));
      told[number] = one;
    }
    return told;
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
    const { features, measured } = this.measure(question, filter);
    if (features.every((feature) => feature.bonus)) return [];
    if (measured.length === 0) return this.#searchCharacters(question, this.#view(filter).entries, limit);
    const ranked = measured.map(({ near, ...entry }) => ({ ...entry, near, rank: this.#rankOf(near) }));
    ranked.sort((a, b) => b.rank - a.rank);
    const ranks = ranked.map(({ rank }) => rank);
    const shares = sharesOf(ranks);
    const near = ranked.map((one) => one.near);
    const about = this.#byHand ? BY_HAND.about(near) : aboutOf(near, groundsOf(near, ranks, shares), this.#ranking);
    return ranked
      .slice(0, limit)
      .map(({ policy, clause }, n) => ({ policy, clause, score: about * (shares[n] ?? 0), about }));
  }

  /** How near the clauses are that may be meant, by every measure. */
  measure(question: string, filter: SearchFilter): { features: Feature[]; measured: (Entry & { near: Nearness })[] } {
    const features = this.features(question);
    const { entries: allowed, ofClause } = this.#view(filter);
    const weights = new Map<string, number>();
    for (const { words, weight } of features) {
      for (const word of words) {
        weights.set(word, Math.max(weights.get(word) ?? 0, weight / words.length));
      }
    }
    const found = this.#postings.search(weights, allowed);
    const scores = new Map(found.map(({ entry, score }) => [entry, score]));
    const first = found[0]?.score ?? 1;
    const ways = this.#nearWays().near(question);
    const chosen = new Set(found.slice(0, CANDIDATES).map(({ entry }) => entry));
    for (const clause of nearest(ways, NEAREST)) {
      const entry = ofClause.get(clause);
      if (entry !== undefined) chosen.add(entry);
    }
    const asked = lineOf(this.words(simplified(plainQuestion(question))), this.#rarity);
    const wanted = filter.language === "en" ? "en" : "zh";
    const measured = [...chosen].flatMap((id) => {
      const entry = this.entries[id];
      if (!entry) return [];
      const sameLanguage = entry.policy.language === wanted;
      const lines = this.#linesOf(id, entry);
      const way = this.#clauseOf[id] ?? 0;
      const near: Nearness = {
        ...evidence(
          features,
          (word) => this.#postings.placesOf(id, word),
          wanted === "en" && !sameLanguage,
          this.#rarity,
        ),
        heading: likeness(asked, lines.heading),
        question: Math.max(0, ...lines.questions.map((line) => likeness(asked, line))),
        search: (scores.get(id) ?? 0) / first,
        words: ways.words[way] ?? 0,
        covered: ways.covered[way] ?? 0,
        together: ways.together[way] ?? 0,
        length: question.length,
        one: ways.one[way] ?? 0,
        three: ways.three[way] ?? 0,
        text: ways.text[way] ?? 0,
        sameLanguage,
        sameRegion: filter.region !== undefined && entry.policy.regions?.includes(filter.region) === true,
        sameBusiness: filter.business ? entry.policy.business.includes(filter.business) : false,
      };
      return [{ ...entry, near }];
    });
    return { features, measured };
  }

  /** Entries in force on a day for an audience; a clause that exists in the wanted language hides its translations. */
  #view({ on, language, audience, region }: SearchFilter): View {
    const wanted = language === "en" ? "en" : "zh";
    const key = `${on} ${audience} ${wanted} ${region ?? ""}`;
    const known = this.#views.get(key);
    if (known) return known;
    const current = versionsInForce(this.policies, on, audience);
    const chosen = new Map<string, number>();
    for (const [id, { policy, clause }] of this.entries.entries()) {
      if (!current.has(policy)) continue;
      if (policy.regions && (region === undefined || !policy.regions.includes(region))) continue;
      const name = `${policy.id} ${clause.number}`;
      if (!chosen.has(name) || policy.language === wanted) chosen.set(name, id);
    }
    const entries = new Set(chosen.values());
    const view = { entries, ofClause: new Map([...entries].map((id) => [this.#clauseOf[id] ?? 0, id])) };
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
      return entry ? [{ ...entry, score: LONE_CHARACTERS.score * share, about: LONE_CHARACTERS.score }] : [];
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
