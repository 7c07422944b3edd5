/** Who should have a case: the ranking behind an assignment. Pure; who is there and how much they have is given. */
import type { Business, Language } from "../../flows/reading.ts";
import type { Grade, KeptFrom } from "./case.ts";
import type { Person } from "./command.ts";
import { isKept, worksCases } from "./who.ts";

export interface Candidate extends Person {
  /** Languages they answer in. */
  languages: readonly ("zh" | "en")[];
  /** Business lines they know; empty where nothing is recorded. */
  skills: readonly Business[];
  /** Their duty hours hold now. */
  onDuty: boolean;
  /** Signed in and active. */
  present: boolean;
  /** Open cases they own; complex ones counted twice, major ones three times. */
  load: number;
}

export interface Wanted {
  department: string;
  business: Business | null;
  language: Language;
  grade: Grade;
  keptFrom: KeptFrom;
}

/** Why somebody stands where they do, for the list staff choose from. */
export interface Ranked {
  id: string;
  speaks: boolean;
  skilled: boolean;
  onDuty: boolean;
  present: boolean;
  load: number;
}

/**
 * The department's people, best first: who speaks the customer's language, is on duty, is there, knows the business,
 * and has least to do. A major case goes to a lead or above where the department has one. Nobody recused is in it.
 */
export function ranked(candidates: readonly Candidate[], wanted: Wanted): Ranked[] {
  const language = wanted.language === "en" ? "en" : "zh";
  const able = candidates.filter(
    (one) => one.department === wanted.department && worksCases(one) && !isKept(wanted.keptFrom, one),
  );
  const above = able.filter((one) => one.role !== "agent");
  const chosen = wanted.grade === "major" && above.length > 0 ? above : able;
  return chosen
    .map(({ id, languages, skills, onDuty, present, load }) => ({
      id,
      speaks: languages.includes(language),
      skilled: wanted.business !== null && skills.includes(wanted.business),
      onDuty,
      present,
      load,
    }))
    .sort((a, b) => compare(a, b));
}

function compare(a: Ranked, b: Ranked): number {
  for (const mark of ["speaks", "onDuty", "present", "skilled"] as const) {
    if (a[mark] !== b[mark]) return a[mark] ? -1 : 1;
  }
  return a.load - b.load || (a.id < b.id ? -1 : 1);
}

/** What an open case weighs in somebody's load. */
export const weightOf = (grade: Grade): number => ({ ordinary: 1, complex: 2, major: 3 })[grade];
