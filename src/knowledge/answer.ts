/** Answers from the bank's policies, offline: the clause's own summary, with the clause quoted. */
import type { Answer, Citation, KnownUnknown } from "../flows/answer.ts";
import type { Business, Language, Venue } from "../flows/reading.ts";
import type { Asked } from "./asked.ts";
import { ClauseIndex, type Hit } from "./clause-index.ts";
import type { Entry } from "./entries.ts";
import { groupAlike } from "./group.ts";
import type { IndexRows } from "./index-rows.ts";
import { among, candidateOf, judge, noRuleIn, rulesAmong, TRACED } from "./judge.ts";
import type { Composer } from "./llm/compose.ts";
import type { Synonyms } from "./meanings.ts";
import { createPages, type Pages } from "./pages.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { quoteFrom, type Wanted, withFigures } from "./quote.ts";
import { type Regions, regionIn } from "./regions.ts";
import type { PolicyRetriever } from "./retriever.ts";
import { builtIn, type Search, type Turn } from "./search.ts";
import { venueIn } from "./venues.ts";
import { wantedBy } from "./wanted.ts";
import type { Cutter } from "./words.ts";

/** How many clauses are looked through for those of one business. */
const ABOUT_LIMIT = 25;
/** Clauses a model puts an answer together from. */
const COMPOSED_FROM = 5;
export const LIMIT = 5;

interface AnswerOptions {
  language: Language;
  /** Day asked for, ISO date in Asia/Shanghai: only text in force that day is used. */
  on: string;
  /** Default: customer. */
  audience?: Audience;
  business?: Business | null;
  /** Where the customer belongs; without it, what the question says of it. */
  region?: string;
  /** Where the business was done; without it, what the question says of it. */
  venue?: Venue;
  /** Present where a model may be asked. */
  turn?: Turn;
  /** This clause, which the customer chose. */
  picked?: { policy: string; clause: string };
  /** With `picked`: the clause in full, with its version and date, to show what an answer was based on. */
  whole?: boolean;
  /** Only policies of this business: an explanation of a fee on one card is none for another. */
  about?: Business;
  /** Whether a rule answers, whatever is said where there is none. */
  rulesOnly?: boolean;
}

export interface Knowledge extends Pages {
  /** Makes ready and keeps what the first question needs; without it the first question waits. */
  warm(): void;
  /** Opens what was made ready, so that the next question does not. */
  open(): void;
  /** Places of texts that ask the same. */
  group(texts: readonly string[]): number[][];
  /** True where the first question would have to wait for it. */
  waits(): boolean;
  /** Never throws for what the question holds; at most its first 2,000 characters are read. */
  answer(question: string, options: AnswerOptions): Promise<Answer>;
  /** A retriever over the same index, for one day, language and audience. */
  retriever(options: AnswerOptions & { limit?: number }): Promise<PolicyRetriever>;
}

export interface KnowledgeParts {
  policies: readonly Policy[];
  synonyms: Synonyms;
  /** How customers ask for the clauses. */
  asked?: Asked;
  /** The bank's regions, from bank.yaml. */
  regions?: Regions;
  /** A folder where what takes long to make is kept. */
  keepIn?: string;
  /** Shares the dictionary of Chinese words with others. */
  cutter?: Cutter;
  /** Made of these very texts, elsewhere. */
  rows?: IndexRows;
  /** Another search than the built-in one, which it may use. */
  searchWith?: (index: ClauseIndex, builtIn: Search) => Search;
  /** Puts answers together where a model may be asked; else the clause's own summary answers. */
  compose?: Composer;
}

export function createKnowledge({
  policies,
  synonyms,
  asked: ways,
  regions = {},
  keepIn,
  cutter,
  rows,
  searchWith,
  compose,
}: KnowledgeParts): Knowledge {
  const index = new ClauseIndex(policies, synonyms, {
    ...(cutter && { cutter }),
    ...(rows && { rows }),
    ...(ways && { asked: ways }),
    ...(keepIn !== undefined && { keepIn }),
  });
  const search = searchWith ? searchWith(index, builtIn(index)) : builtIn(index);

  const chosen = (
    picked: { policy: string; clause: string },
    question: string,
    { language, on, whole }: AnswerOptions,
  ): Answer => {
    const current = versionsInForce(policies, on, "customer");
    const own = index.entries.filter(
      ({ policy, clause }) => current.has(policy) && policy.id === picked.policy && clause.number === picked.clause,
    );
    const entry = own.find(({ policy }) => policy.language === (language === "en" ? "en" : "zh")) ?? own[0];
    if (!entry) return { kind: "unknown" };
    if (whole)
      return {
        kind: "found",
        text: basisOf(entry, language),
        citations: [citationOf(entry, entry.clause.body)],
        score: 1,
      };
    const quote = quoteOf(entry, wantedBy(index, question));
    return { kind: "found", text: entry.clause.summary, citations: [citationOf(entry, quote)], score: 1 };
  };

  return {
    warm: () => index.warm(),
    open: () => index.open(),
    waits: () => index.waits,
    group: (texts) => groupAlike(texts, index.vectorOf),

    async answer(question, options) {
      const { about, picked, rulesOnly = false, ...given } = options;
      if (picked) return chosen(picked, question, given);
      const region = given.region ?? regionIn(question, regions);
      const venue = given.venue ?? venueIn(question);
      const all = await search(question, {
        ...given,
        audience: given.audience ?? "customer",
        limit: about || rulesOnly ? ABOUT_LIMIT : LIMIT,
        ...(region !== undefined && { region }),
        ...(venue !== undefined && { venue }),
      });
      const known = about || rulesOnly ? undefined : knownUnknown(noRuleIn(all, index.floors.answer));
      const rules = rulesAmong(all);
      // A fee is explained by a rule of its own business, never by there being none.
      const found = about
        ? among(rules.filter(({ policy }) => policy.business.includes(about)))
        : rulesOnly
          ? among(rules)
          : rules;
      const candidates = (known ? all : found).slice(0, TRACED).map(candidateOf);
      if (known) return { kind: "unknown", known, candidates };
      const judged = judge(found, index.floors, about !== undefined);
      if (judged.kind === "nothing") return { kind: "unknown", candidates };
      const { turn, language } = given;
      const composed =
        compose && turn ? await compose(question, found.slice(0, COMPOSED_FROM), { language, turn }) : null;
      const trace = composed ? { composed: composed.trace } : {};
      if (composed?.kind === "composed") {
        const citations = composed.support.map(({ entry, quote }) => citationOf(entry, quote));
        return { kind: "found", text: composed.text, citations, score: found[0]?.about ?? 0, candidates, ...trace };
      }
      if (judged.kind === "ask") return { kind: "clarify", options: judged.options, candidates, ...trace };
      if (composed?.kind === "unsupported") return { kind: "unknown", candidates, ...trace };
      const wanted = wantedBy(index, question);
      const { hits, score } = judged;
      const citations = hits.map((hit) => citationOf(hit, quoteOf(hit, wanted)));
      return { kind: "found", text: hits[0].clause.summary, citations, score, candidates, ...trace };
    },

    ...createPages(policies),

    // LangChain is loaded when somebody wants it: it takes 0.1 s and 35 MB, and answering needs none of it.
    async retriever({ audience = "customer", ...options }) {
      const { PolicyRetriever } = await import("./retriever.ts");
      return new PolicyRetriever({ search, audience, ...options });
    },
  };
}

/** What is said because there is no rule. */
function knownUnknown(hit: Hit | undefined): KnownUnknown | undefined {
  if (!hit) return undefined;
  const { policy, clause } = hit;
  const { number, hash } = clause;
  return { text: clause.summary, policy: policy.id, clause: number, version: policy.version, hash };
}

const quoteOf = ({ clause }: Entry, wanted: Wanted): string =>
  withFigures(quoteFrom(clause.body, wanted), clause.body, clause.summary);

/** Which rule it is: said before the clause in full. */
function basisOf({ policy: { title, version, effectiveFrom }, clause: { number } }: Entry, language: Language): string {
  return language === "en"
    ? `It is clause ${number} of “${title}”, version ${version}, in force since ${effectiveFrom}.`
    : `依据是《${title}》第${number}条，版本${version}，${effectiveFrom}起施行。`;
}

function citationOf({ policy, clause }: Entry, quote: string): Citation {
  const { id, title, version, effectiveFrom, language } = policy;
  const { number, heading, hash } = clause;
  return { policy: id, clause: number, title, heading, version, effectiveFrom, quote, language, hash };
}
