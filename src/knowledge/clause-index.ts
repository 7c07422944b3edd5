/** All clauses in one search index: asked with filters. */
import type { Business } from "../flows/reading.ts";
import { type Asked, NOT_ASKED } from "./asked.ts";
import { best } from "./best.ts";
import { clausesOf, type Entry, entriesOf } from "./entries.ts";
import {
  areKept,
  FIELDS,
  type IndexRows,
  keptRows,
  makeAndKeep,
  makeRows,
  type RowSources,
  wordsWith,
} from "./index-rows.ts";
import { type Learned, loadLearned, type Ranking } from "./learned/learned.ts";
import { LoneCharacters } from "./lone-characters.ts";
import { MeaningFinder, type Synonyms } from "./meanings.ts";
import type { Policy } from "./policies.ts";
import { Postings } from "./postings.ts";
import { type Feature, readQuestion, simplified } from "./question.ts";
import {
  aboutOf,
  BY_HAND,
  evidence,
  type Field,
  groundsOf,
  type Line,
  likeness,
  lineOf,
  NEARLY,
  type Nearness,
  Rarity,
  ranksOf,
  sharesOf,
} from "./relevance.ts";
import { createViews, type ViewFilter } from "./views.ts";
import { readWith, Ways, type Nearness as WaysNear } from "./ways.ts";
import { type Cut, type Cutter, jiebaCutter, plainQuestion } from "./words.ts";

/** `score`: how probable it is, 0 to 1, that this clause answers the question. All candidates' together are at most 1. */
export interface Hit extends Entry {
  score: number;
  /** How probable it is that the policies answer the question at all; the same for all of one search. */
  about: number;
}

export interface SearchFilter extends ViewFilter {
  business?: Business | null;
}

/** How much a word counts in each place. */
const BOOST: Record<Field, number> = { questions: 3, heading: 3, summary: 2, keywords: 1, title: 1.5, body: 1 };
/** Candidates that are looked at closely: by words, and by ways of asking. */
const CANDIDATES = 30;
const NEAREST = 30;

interface IndexOptions {
  /** May be shared with other indexes: its dictionary is large. */
  cutter?: Cutter;
  /** How customers ask for the clauses, beside their typical questions. */
  asked?: Asked;
  /** A folder where what takes long to make is kept; without it that is made at the first question. */
  keepIn?: string;
  learned?: Learned;
  /** Made of these very texts, elsewhere. */
  rows?: IndexRows;
}

/** What the rows of numbers are searched with. */
interface Search {
  postings: Postings<Field>;
  rarity: Rarity;
  ways: Ways;
}

/** Clauses nearest by their ways of asking and by their text. */
function nearest({ covered, together, three, one, text }: WaysNear, count: number): number[] {
  const scores = new Float64Array(three.length);
  for (let n = 0; n < scores.length; n += 1)
    scores[n] = (three[n] ?? 0) + (one[n] ?? 0) + (text[n] ?? 0) + (covered[n] ?? 0) + (together[n] ?? 0);
  return best(scores, count);
}

export class ClauseIndex {
  readonly entries: readonly Entry[];
  readonly words: (text: string) => string[];
  readonly #finder: MeaningFinder;
  readonly #cut: Cut;
  readonly #lines = new Map<number, { heading: Line; questions: Line[] }>();
  readonly #view: ReturnType<typeof createViews>;
  readonly #sources: RowSources;
  readonly #keepIn: string | undefined;
  /** Number of each entry's clause among the ways of asking. */
  readonly #clauseOf: readonly number[];
  #rows: IndexRows | undefined;
  #search: Search | undefined;
  readonly #characters: LoneCharacters;

  constructor(
    policies: readonly Policy[],
    synonyms: Synonyms,
    { cutter = jiebaCutter(), asked = NOT_ASKED, keepIn, learned = loadLearned(), rows }: IndexOptions = {},
  ) {
    this.entries = entriesOf(policies);
    this.#characters = new LoneCharacters(this.entries);
    this.#clauseOf = clausesOf(this.entries);
    this.#view = createViews(policies, this.entries, this.#clauseOf);
    this.#finder = new MeaningFinder(synonyms);
    this.words = wordsWith(this.#finder);
    const phrases = [...synonyms.meanings, ...synonyms.aspects].flatMap((meaning) => meaning.zh);
    this.#cut = cutter([...phrases, ...policies.flatMap((policy) => policy.keywords)]);
    this.#sources = { entries: this.entries, asked, synonyms, learned };
    this.#keepIn = keepIn;
    this.#rows = rows;
  }

  /** Makes what a search needs and keeps it, where it is not kept yet: two seconds for 25,000 ways of asking. */
  warm(): void {
    if (this.waits) this.#rows = this.#make();
  }

  /** Opens what was made, and makes it where it is not kept. */
  open(): void {
    this.#ready();
  }

  /** True where a search has to wait until everything is made. */
  get waits(): boolean {
    return !this.#search && !this.#rows && (this.#keepIn === undefined || !areKept(this.#keepIn, this.#sources));
  }

  #make(): IndexRows {
    return this.#keepIn === undefined ? makeRows(this.#sources) : makeAndKeep(this.#keepIn, this.#sources);
  }

  #ready(): Search {
    if (this.#search) return this.#search;
    const kept = this.#keepIn === undefined ? null : keptRows(this.#keepIn, this.#sources);
    const { postings, ways } = this.#rows ?? kept ?? this.#make();
    const words = new Postings(FIELDS, BOOST, postings);
    this.#search = {
      postings: words,
      rarity: new Rarity(this.entries.length, (word) => words.count(word)),
      ways: new Ways(ways, readWith(this.#finder, this.#sources.learned)),
    };
    this.#rows = undefined;
    return this.#search;
  }

  /** From which scores a clause is shown, and from which it is asked what was meant: calibrated with the weights. */
  get floors(): Ranking["floors"] {
    return this.#byHand ? BY_HAND.floors : this.#sources.learned.ranking.floors;
  }

  /** The weights were learnt where every clause is asked for in many ways. */
  get #byHand(): boolean {
    return this.#sources.asked.digest === NOT_ASKED.digest;
  }

  #ranksOf(near: readonly Nearness[]): number[] {
    return this.#byHand ? near.map(BY_HAND.rank) : ranksOf(near, this.#sources.learned.ranking);
  }

  /** Where a text lies among all that can be asked. */
  readonly vectorOf = (text: string): Float32Array => readWith(this.#finder, this.#sources.learned)(text).vector;

  features(question: string): Feature[] {
    return readQuestion(question, this.#finder, this.#cut);
  }

  /** All clauses that the filter lets through. */
  allowed(filter: SearchFilter): Entry[] {
    return [...this.#view(filter).entries].flatMap((id) => this.entries[id] ?? []);
  }

  /** Clauses that speak of the question, best first. Only those in force that day and meant for the audience. */
  search(question: string, filter: SearchFilter, limit: number): Hit[] {
    const { features, measured } = this.measure(question, filter);
    // Words that say nothing by themselves may be known together: "取完钱忘拿了". "问这么多干什么" is not.
    if (features.every(({ bonus }) => bonus) && !measured.some(({ near }) => near.one >= NEARLY)) return [];
    if (measured.length === 0) return this.#characters.search(question, this.#view(filter).entries, limit);
    const places = this.#ranksOf(measured.map(({ near }) => near));
    const ranked = measured.map((one, n) => ({ ...one, rank: places[n] ?? 0 }));
    ranked.sort((a, b) => b.rank - a.rank);
    const ranks = ranked.map(({ rank }) => rank);
    const shares = sharesOf(ranks);
    const near = ranked.map((one) => one.near);
    const about = this.#byHand
      ? BY_HAND.about(near)
      : aboutOf(near, groundsOf(near, ranks, shares), this.#sources.learned.ranking);
    return ranked
      .slice(0, limit)
      .map(({ policy, clause }, n) => ({ policy, clause, score: about * (shares[n] ?? 0), about }));
  }

  /** How near the clauses are that may be meant, by every measure. */
  measure(question: string, filter: SearchFilter): { features: Feature[]; measured: (Entry & { near: Nearness })[] } {
    const features = this.features(question);
    const { postings, rarity, ways: allWays } = this.#ready();
    const { entries: allowed, ofClause } = this.#view(filter);
    const weights = new Map<string, number>();
    for (const { words, weight } of features) {
      for (const word of words) {
        weights.set(word, Math.max(weights.get(word) ?? 0, weight / words.length));
      }
    }
    const { scores, entries: met } = postings.score(weights, allowed);
    const found = best(
      met.map((entry) => scores[entry] ?? 0),
      CANDIDATES,
    ).map((place) => met[place] ?? 0);
    const first = scores[found[0] ?? -1] ?? 1;
    const ways = allWays.near(question);
    const chosen = new Set(found);
    for (const clause of nearest(ways, NEAREST)) {
      const entry = ofClause.get(clause);
      if (entry !== undefined) chosen.add(entry);
    }
    const asked = lineOf(this.words(simplified(plainQuestion(question))), rarity);
    const wanted = filter.language === "en" ? "en" : "zh";
    const measured = [...chosen].flatMap((id) => {
      const entry = this.entries[id];
      if (!entry) return [];
      const sameLanguage = entry.policy.language === wanted;
      const lines = this.#linesOf(id, entry, rarity);
      const way = this.#clauseOf[id] ?? 0;
      const near: Nearness = {
        ...evidence(features, (word) => postings.placesOf(id, word), wanted === "en" && !sameLanguage, rarity),
        heading: likeness(asked, lines.heading),
        question: Math.max(0, ...lines.questions.map((line) => likeness(asked, line))),
        search: (scores[id] ?? 0) / first,
        words: ways.words[way] ?? 0,
        covered: ways.covered[way] ?? 0,
        together: ways.together[way] ?? 0,
        length: question.length,
        asker: filter.language,
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

  #linesOf(id: number, { policy, clause }: Entry, rarity: Rarity): { heading: Line; questions: Line[] } {
    const known = this.#lines.get(id);
    if (known) return known;
    const lines = {
      heading: lineOf(this.words(`${policy.title} ${clause.heading}`), rarity),
      questions: clause.questions.map((question) => lineOf(this.words(question), rarity)),
    };
    this.#lines.set(id, lines);
    return lines;
  }
}
