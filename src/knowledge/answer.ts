/** Answers from the bank's policies, offline: the clause's own summary, with the clause quoted. */
import type { Answer, Candidate, Citation } from "../flows/answer.ts";
import type { Business, Language, Venue } from "../flows/reading.ts";
import type { Asked } from "./asked.ts";
import { ClauseIndex } from "./clause-index.ts";
import type { IndexRows } from "./index-rows.ts";
import type { Synonyms } from "./meanings.ts";
import { createPages, type Pages } from "./pages.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { quoteFrom, type Wanted } from "./quote.ts";
import { type Regions, regionIn } from "./regions.ts";
import type { ClauseDocument, PolicyRetriever } from "./retriever.ts";
import { venueIn } from "./venues.ts";
import { wantedBy } from "./wanted.ts";
import type { Cutter } from "./words.ts";

/** Clauses named in the trace of an answer. */
const TRACED = 5;
/** A second clause is cited from this probability on. */
export const ALSO_RELEVANT = 0.15;
/** An explanation of a complaint, among the clauses of its own business: the customer says whether it settles the matter. */
const EXPLAINS = 0.5;
/** Things a customer may choose from. */
const OPTIONS = 3;

/** How many clauses are looked through for those of one business. */
const ABOUT_LIMIT = 25;

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
  /** This clause, which the customer chose. */
  picked?: { policy: string; clause: string };
  /** Only policies of this business: an explanation of a fee on one card is none for another. */
  about?: Business;
}

export interface Knowledge extends Pages {
  /** Makes ready and keeps what the first question needs; without it the first question waits. */
  warm(): void;
  /** Opens what was made ready, so that the next question does not. */
  open(): void;
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
}

export function createKnowledge({
  policies,
  synonyms,
  asked: ways,
  regions = {},
  keepIn,
  cutter,
  rows,
}: KnowledgeParts): Knowledge {
  const index = new ClauseIndex(policies, synonyms, {
    ...(cutter && { cutter }),
    ...(rows && { rows }),
    ...(ways && { asked: ways }),
    ...(keepIn !== undefined && { keepIn }),
  });
  const byHash = new Map(index.entries.map((entry) => [entry.clause.hash, entry]));

  // LangChain is loaded with the first question: it takes 0.1 s and 35 MB, and starting needs none of it.
  const retriever = async ({ audience = "customer", ...options }: AnswerOptions & { limit?: number }) => {
    const { PolicyRetriever } = await import("./retriever.ts");
    return new PolicyRetriever({ index, audience, ...options });
  };

  const chosen = (
    picked: { policy: string; clause: string },
    question: string,
    { language, on }: AnswerOptions,
  ): Answer => {
    const current = versionsInForce(policies, on, "customer");
    const own = index.entries.filter(
      ({ policy, clause }) => current.has(policy) && policy.id === picked.policy && clause.number === picked.clause,
    );
    const entry = own.find(({ policy }) => policy.language === (language === "en" ? "en" : "zh")) ?? own[0];
    if (!entry) return { kind: "unknown" };
    const { policy, clause } = entry;
    const { id, title, version, effectiveFrom } = policy;
    const quote = quoteFrom(clause.body, wantedBy(index, question));
    const citation: Citation = {
      policy: id,
      clause: clause.number,
      title,
      heading: clause.heading,
      version,
      effectiveFrom,
      quote,
      language: policy.language,
      hash: clause.hash,
    };
    return { kind: "found", text: clause.summary, citations: [citation], score: 1 };
  };

  const cite = (document: ClauseDocument, wanted: Wanted): Citation => {
    const { policy, clause, title, heading, version, effectiveFrom, language, hash } = document.metadata;
    const quote = quoteFrom(document.pageContent, wanted);
    return { policy, clause, title, heading, version, effectiveFrom, quote, language, hash };
  };

  return {
    warm: () => index.warm(),
    open: () => index.open(),
    waits: () => index.waits,

    async answer(question, options) {
      const { about, picked, ...given } = options;
      if (picked) return chosen(picked, question, given);
      const region = given.region ?? regionIn(question, regions);
      const venue = given.venue ?? venueIn(question);
      const asked = { ...given, ...(region !== undefined && { region }), ...(venue !== undefined && { venue }) };
      const documents = await retriever(about ? { ...asked, limit: ABOUT_LIMIT } : asked);
      const all = await documents.invoke(question);
      const fits = (hash: string) => !about || byHash.get(hash)?.policy.business.includes(about);
      const found = about ? among(all.filter((document) => fits(document.metadata.hash))) : all;
      const candidates = found.slice(0, TRACED).map(candidateOf);
      const [first, second] = found;
      const { answer: shown, ask } = index.floors;
      if (!first) return { kind: "unknown", candidates };
      const { documents: cited, score } = shownOf(first, second);
      if (score < (about ? EXPLAINS : shown)) {
        const options = optionsOf(found);
        if (first.metadata.about < ask || options.length < 2) return { kind: "unknown", candidates };
        return { kind: "clarify", options, candidates };
      }
      const summary = byHash.get(first.metadata.hash)?.clause.summary ?? first.metadata.heading;
      const wanted = wantedBy(index, question);
      const citations = cited.map((document) => cite(document, wanted));
      return { kind: "found", text: summary, citations, score, candidates };
    },

    ...createPages(policies),
    retriever,
  };
}

function candidateOf({ metadata: { policy, clause, version, score, hash } }: ClauseDocument): Candidate {
  return { policy, clause, version, score, hash };
}

/** Where only some may be meant, the probability is theirs alone. */
function among(found: readonly ClauseDocument[]): ClauseDocument[] {
  const sum = found.reduce((total, { metadata }) => total + metadata.score, 0);
  const scale = sum > 0 ? (found[0]?.metadata.about ?? 0) / sum : 1;
  return found.map((document) => ({
    ...document,
    metadata: { ...document.metadata, score: document.metadata.score * scale },
  }));
}

/** Clauses that are shown, and how probable it is that one of them answers. Two of one policy are read together. */
function shownOf(first: ClauseDocument, second: ClauseDocument | undefined) {
  const also = second && second.metadata.score >= ALSO_RELEVANT ? second : undefined;
  if (!also) return { documents: [first], score: first.metadata.score };
  const together = also.metadata.policy === first.metadata.policy;
  return { documents: [first, also], score: first.metadata.score + (together ? also.metadata.score : 0) };
}

/** Headings of the likeliest clauses; with their policies' titles where they are of several. */
function optionsOf(found: readonly ClauseDocument[]): string[] {
  const likeliest = found.slice(0, OPTIONS).map(({ metadata }) => metadata);
  const several = new Set(likeliest.map(({ policy }) => policy)).size > 1;
  return likeliest.map(({ title, heading }) => (several ? `${title}：${heading}` : heading));
}
