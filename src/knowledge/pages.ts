/** The policies to read through: a clause in full as it was on a day, and what there is. */
import type { Business } from "../flows/reading.ts";
import type { Entry } from "./entries.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";

/** A clause in full, for a page and for proof. */
interface ClauseText {
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
interface PolicyOutline {
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

export interface Pages {
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
}

export function createPages(policies: readonly Policy[]): Pages {
  return {
    clause(id, number, language, on, audience = "customer") {
      for (const policy of versionsInForce(policies, on, audience)) {
        if (policy.id !== id || policy.language !== language) continue;
        const clause = policy.clauses.find((each) => each.number === number);
        if (clause) return clauseText({ policy, clause });
      }
      return undefined;
    },

    list(language, on, audience = "customer") {
      const current = [...versionsInForce(policies, on, audience)].filter(({ kind }) => kind === undefined);
      const own = new Set(current.filter((policy) => policy.language === language).map((policy) => policy.id));
      return current
        .filter((policy) => policy.language === language || !own.has(policy.id))
        .map(outline)
        .sort((a, b) => a.title.localeCompare(b.title, language));
    },
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
