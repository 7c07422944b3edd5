/** Answers from the bank's policies, offline: the clause's own summary, with the clause quoted. */
import type { Answer, Citation } from "../flows/answer.ts";
import type { Business, Language } from "../flows/reading.ts";
import { ClauseIndex, type Entry } from "./clause-index.ts";
import type { Synonyms } from "./meanings.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";
import { quoteFrom } from "./quote.ts";
import { type ClauseDocument, PolicyRetriever } from "./retriever.ts";
import type { Cut } from "./words.ts";

/** Below this score the bank's policies say nothing about it. Measured in test/knowledge/questions.test.ts. */
export const RELEVANCE_FLOOR = 0.55;
/** A second clause is cited when it comes this near to the first. */
const ALSO_RELEVANT = 0.85;
/** Two policies this near to each other could both be meant… */
const NEARLY_EQUAL = 0.98;
/** …unless the first is surely about it. */
const SURE = 0.8;

export interface AnswerOptions {
  language: Language;
  /** Day asked for, ISO date in Asia/Shanghai: only text in force that day is used. */
  on: string;
  /** Default: customer. */
  audience?: Audience;
  business?: Business | null;
}

/** A clause in full, for a page and for proof. */
export interface ClauseText {
  policy: string;
  title: string;
  clause: string;
  heading: string;
  version: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  language: "zh" | "en";
  audience: Audience;
  summary: string;
  questions: string[];
  body: string;
  hash: string;
}

/** A policy as a page lists it. */
export interface PolicyOutline {
  policy: string;
  title: string;
  version: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  language: "zh" | "en";
  audience: Audience;
  business: Business[];
  clauses: { clause: string; heading: string; summary: string }[];
}

export interface Knowledge {
  /** Never throws for what the question holds; at most its first 2,000 characters are read. */
  answer(question: string, options: AnswerOptions): Promise<Answer>;
  /** The clause as in force on a day (ISO date); staff policies only for staff. */
  clause(
    policy: string,
    clause: string,
    language: "zh" | "en",
    on: string,
    audience?: Audience,
  ): ClauseText | undefined;
  /** Policies in force on a day, by title; where one lacks the language, it is listed in the other. */
  list(language: "zh" | "en", on: string, audience?: Audience): PolicyOutline[];
  /** A retriever over the same index, for one day, language and audience. */
  retriever(options: AnswerOptions & { limit?: number }): PolicyRetriever;
}

/** `cut` may share a dictionary that is loaded anyway; without it jieba is loaded at the first question. */
export function createKnowledge({
  policies,
  synonyms,
  cut,
}: {
  policies: readonly Policy[];
  synonyms: Synonyms;
  cut?: Cut;
}): Knowledge {
  const index = new ClauseIndex(policies, synonyms, cut);
  const byHash = new Map(index.entries.map((entry) => [entry.clause.hash, entry]));

  const retriever = ({ audience = "customer", ...options }: AnswerOptions & { limit?: number }) =>
    new PolicyRetriever({ index, audience, ...options });

  const cite = (document: ClauseDocument, weight: (text: string) => number): Citation => {
    const { policy, clause, title, heading, version, effectiveFrom, language, hash } = document.metadata;
    const quote = quoteFrom(document.pageContent, weight);
    return { policy, clause, title, heading, version, effectiveFrom, quote, language, hash };
  };

  return {
    async answer(question, options) {
      const found = await retriever(options).invoke(question);
      const [first, second] = found;
      if (!first || first.metadata.score < RELEVANCE_FLOOR) return { kind: "unknown" };
      const near = second ? second.metadata.score / first.metadata.score : 0;
      if (second && near >= NEARLY_EQUAL && first.metadata.score < SURE && !samePolicy(first, second)) {
        return { kind: "clarify", options: [first.metadata.heading, second.metadata.heading] };
      }

      const summary = byHash.get(first.metadata.hash)?.clause.summary ?? first.metadata.heading;
      const weight = weigher(index, question);
      const citations = [cite(first, weight)];
      if (second && near >= ALSO_RELEVANT && second.metadata.score >= RELEVANCE_FLOOR)
        citations.push(cite(second, weight));
      return { kind: "found", text: summary, citations, score: first.metadata.score };
    },

    clause(id, number, language, on, audience = "customer") {
      for (const policy of versionsInForce(policies, on, audience)) {
        if (policy.id !== id || policy.language !== language) continue;
        const clause = policy.clauses.find((each) => each.number === number);
        if (clause) return clauseText({ policy, clause });
      }
      return undefined;
    },

    list(language, on, audience = "customer") {
      const current = [...versionsInForce(policies, on, audience)];
      const own = new Set(current.filter((policy) => policy.language === language).map((policy) => policy.id));
      return current
        .filter((policy) => policy.language === language || !own.has(policy.id))
        .map(outline)
        .sort((a, b) => a.title.localeCompare(b.title, language));
    },

    retriever,
  };
}

function samePolicy(a: ClauseDocument, b: ClauseDocument): boolean {
  return a.metadata.policy === b.metadata.policy;
}

/** How much of the question a piece of text holds. */
function weigher(index: ClauseIndex, question: string): (text: string) => number {
  const features = index.features(question);
  return (text) => {
    const words = new Set(index.words(text));
    let sum = 0;
    for (const feature of features) {
      const met = feature.words.filter((word) => words.has(word)).length;
      sum += (feature.weight * met) / feature.words.length;
    }
    return sum;
  };
}

function clauseText({ policy, clause }: Entry): ClauseText {
  return {
    policy: policy.id,
    title: policy.title,
    clause: clause.number,
    heading: clause.heading,
    version: policy.version,
    effectiveFrom: policy.effectiveFrom,
    effectiveTo: policy.effectiveTo ?? null,
    language: policy.language,
    audience: policy.audience,
    summary: clause.summary,
    questions: clause.questions,
    body: clause.body,
    hash: clause.hash,
  };
}

function outline(policy: Policy): PolicyOutline {
  return {
    policy: policy.id,
    title: policy.title,
    version: policy.version,
    effectiveFrom: policy.effectiveFrom,
    effectiveTo: policy.effectiveTo ?? null,
    language: policy.language,
    audience: policy.audience,
    business: policy.business,
    clauses: policy.clauses.map(({ number, heading, summary }) => ({ clause: number, heading, summary })),
  };
}
