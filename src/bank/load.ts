/** Loads a bank's folder whole, or lists everything that is wrong with it. */
import { join } from "node:path";
import type { Bank } from "./bank.ts";
import { checkCalendars } from "./check-calendars.ts";
import { checkFacts } from "./check-facts.ts";
import { checkReferences } from "./check-references.ts";
import { checkRules } from "./check-rules.ts";
import { CalendarYear } from "./files/calendar.ts";
import { Emergency } from "./files/emergency.ts";
import { Facts } from "./files/facts.ts";
import { Profile } from "./files/profile.ts";
import { Risks } from "./files/risks.ts";
import { Routing } from "./files/routing.ts";
import { RulePack } from "./files/rules.ts";
import { StaffFile } from "./files/staff.ts";
import { Taxonomy } from "./files/taxonomy.ts";
import { createNames } from "./names.ts";
import type { Problem } from "./problem.ts";
import { filesIn, isSound, readSource } from "./source.ts";

/**
 * Reads bank.yaml, taxonomy.yaml, staff.yaml, risks.yaml, facts.yaml, routing.yaml, emergency.yaml, rules/*.yaml and
 * calendar/*.json under `folder`. Policies and wording have their own loaders.
 *
 * `today` (ISO date) decides which calendar years and which deadline pack have to be there.
 * Never throws for what a file holds: every mistake comes back with file and line.
 */
export function loadBank(
  folder: string,
  today: string = new Date().toISOString().slice(0, 10),
): { bank: Bank } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const profile = readSource(join(folder, "bank.yaml"), Profile, problems);
  const taxonomy = readSource(join(folder, "taxonomy.yaml"), Taxonomy, problems);
  const staff = readSource(join(folder, "staff.yaml"), StaffFile, problems);
  const risks = readSource(join(folder, "risks.yaml"), Risks, problems);
  const facts = readSource(join(folder, "facts.yaml"), Facts, problems);
  const routing = readSource(join(folder, "routing.yaml"), Routing, problems);
  const emergency = readSource(join(folder, "emergency.yaml"), Emergency, problems);

  const packFiles = filesIn(join(folder, "rules"), ".yaml", problems);
  const packs = packFiles.map((file) => readSource(file, RulePack, problems)).filter(isSound);
  problems.push(...checkRules(packFiles, packs, today));
  const yearFiles = filesIn(join(folder, "calendar"), ".json", problems);
  const years = yearFiles.map((file) => readSource(file, CalendarYear, problems)).filter(isSound);
  problems.push(...checkCalendars(yearFiles, years, today));

  problems.push(...checkReferences({ staff, risks, routing, emergency }));
  if (isSound(facts)) problems.push(...checkFacts(facts));
  const sound =
    isSound(profile) && isSound(taxonomy) && isSound(staff) && isSound(risks) && isSound(facts) && isSound(routing);
  if (!sound || !isSound(emergency) || problems.length > 0) return { problems: problems.sort(byPlace) };
  const parts = {
    profile: profile.value,
    taxonomy: taxonomy.value,
    staff: staff.value,
    risks: risks.value,
    facts: facts.value,
    routing: routing.value,
  };
  const bank: Bank = {
    folder,
    profile: parts.profile,
    taxonomy: parts.taxonomy,
    facts: parts.facts,
    routing: parts.routing,
    emergency: emergency.value,
    ...parts.staff,
    ...parts.risks,
    rules: packs.map((pack) => pack.value).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    calendar: new Map(years.map((year) => [year.value.year, year.value])),
    names: createNames(parts),
  };
  return { bank };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
