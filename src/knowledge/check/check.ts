/** All checks of a folder of policies, in one list. What has ended is left as it was; only its versions are looked at. */
import type { Synonyms } from "../meanings.ts";
import { loadPolicies, type Problem } from "../policies.ts";
import { jiebaCutter } from "../words.ts";
import { notFound, sameQuestions } from "./asked.ts";
import { contradictions } from "./contradictions.ts";
import type { Finding } from "./finding.ts";
import { type JargonWord, jargonIn } from "./jargon.ts";
import { knownAnswered } from "./known-unknowns.ts";
import { tooLong } from "./lengths.ts";
import { summaryFigures, translationFigures } from "./own-figures.ts";
import { passagesOf } from "./passages.ts";
import { danglingReferences } from "./references.ts";
import { lastDay, versionFaults } from "./validity.ts";

interface CheckOptions {
  /** Folder of policies. */
  folder: string;
  synonyms: Synonyms;
  jargon: readonly JargonWord[];
  /** ISO date in the bank's zone. */
  today: string;
}

/** By file and line. Policies that are in force today or will be; loading mistakes are errors. */
export async function checkPolicies({ folder, synonyms, jargon, today }: CheckOptions): Promise<Finding[]> {
  const { policies, problems } = loadPolicies(folder);
  const passages = policies.filter((policy) => lastDay(policy) >= today).flatMap((policy) => passagesOf(policy));
  const cut = jiebaCutter()([]);
  return [
    ...problems.map(asFinding),
    ...versionFaults(policies, today),
    ...contradictions(passages, today, cut),
    ...passages.flatMap(summaryFigures),
    ...translationFigures(passages, today),
    ...danglingReferences(passages, policies, today),
    ...(await notFound(passages, policies, synonyms, today)),
    ...sameQuestions(passages, today),
    ...(await knownAnswered(passages, policies, synonyms, today)),
    ...passages.flatMap((passage) => jargonIn(passage, jargon)),
    ...passages.flatMap(tooLong),
  ].sort((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line);
}

/** A mistake met while loading makes the file or the clause unusable, or shows that it cannot be meant so. */
export function asFinding(problem: Problem): Finding {
  const { file, line, message } = problem;
  return { file, line, message, severity: "error", check: "load" };
}
