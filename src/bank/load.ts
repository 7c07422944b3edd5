/** Loads a bank's folder whole, or lists everything that is wrong with it. */
import { join } from "node:path";
import type { Bank } from "./bank.ts";
import { checkCalendars } from "./check-calendars.ts";
import { checkFacts } from "./check-facts.ts";
import { checkReferences } from "./check-references.ts";
import { checkRegimes } from "./check-regimes.ts";
import { checkReminders } from "./check-reminders.ts";
import { checkRules } from "./check-rules.ts";
import { CalendarYear } from "./files/calendar.ts";
import { Emergency } from "./files/emergency.ts";
import { Facts } from "./files/facts.ts";
import { Grades } from "./files/grades.ts";
import { Profile } from "./files/profile.ts";
import { Regimes } from "./files/regimes.ts";
import { Reminders } from "./files/reminders.ts";
import { Retention } from "./files/retention.ts";
import { Risks } from "./files/risks.ts";
import { Routing } from "./files/routing.ts";
import { RulePack } from "./files/rules.ts";
import { StaffFile } from "./files/staff.ts";
import { Taxonomy } from "./files/taxonomy.ts";
import { Tracks } from "./files/tracks.ts";
import { createNames } from "./names.ts";
import type { Problem } from "./problem.ts";
import { filesIn, isSound, readSource, type Sound, type Source } from "./source.ts";

/**
 * Reads bank.yaml, taxonomy.yaml, staff.yaml, risks.yaml, facts.yaml, routing.yaml, grades.yaml, regimes.yaml, tracks.yaml, reminders.yaml, retention.yaml, emergency.yaml,
 * rules/*.yaml and calendar/*.json under `folder`. Policies and wording have their own loaders.
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
  const grades = readSource(join(folder, "grades.yaml"), Grades, problems);
  const regimes = readSource(join(folder, "regimes.yaml"), Regimes, problems);
  const tracks = readSource(join(folder, "tracks.yaml"), Tracks, problems);
  const emergency = readSource(join(folder, "emergency.yaml"), Emergency, problems);

  const reminders = readSource(join(folder, "reminders.yaml"), Reminders, problems);

  const retention = readSource(join(folder, "retention.yaml"), Retention, problems);

  const regime = isSound(profile) ? profile.value.regime : null;
  const packFiles = filesIn(join(folder, "rules"), ".yaml", problems);
  const packs = packFiles.map((file) => readSource(file, RulePack, problems)).filter(isSound);
  problems.push(...checkRules(packFiles, packs, regime, today));
  const yearFiles = filesIn(join(folder, "calendar"), ".json", problems);
  const years = yearFiles.map((file) => readSource(file, CalendarYear, problems)).filter(isSound);
  problems.push(...checkCalendars(yearFiles, years, calendarsInUse(profile, packs), today));

  problems.push(...checkReferences({ staff, risks, routing, emergency }));
  if (isSound(reminders)) problems.push(...checkReminders(reminders, packs));
  if (isSound(regimes)) problems.push(...checkRegimes(regimes, packs, isSound(staff) ? staff.value.outlets : {}));
  if (isSound(facts)) problems.push(...checkFacts(facts));
  const sound =
    isSound(profile) &&
    isSound(taxonomy) &&
    isSound(staff) &&
    isSound(risks) &&
    isSound(facts) &&
    isSound(routing) &&
    isSound(grades) &&
    isSound(regimes) &&
    isSound(tracks) &&
    isSound(emergency) &&
    isSound(reminders) &&
    isSound(retention);
  if (!sound || problems.length > 0) return { problems: problems.sort(byPlace) };
  const parts = {
    profile: profile.value,
    taxonomy: taxonomy.value,
    staff: staff.value,
    risks: risks.value,
    facts: facts.value,
    routing: routing.value,
  };
  const allPacks = packs.map((pack) => pack.value).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const calendars = Map.groupBy(
    years.map((year) => year.value),
    (year) => year.calendar,
  );
  const bank: Bank = {
    folder,
    profile: parts.profile,
    taxonomy: parts.taxonomy,
    facts: parts.facts,
    routing: parts.routing,
    grades: grades.value,
    regimes: regimes.value,
    tracks: tracks.value.tracks,
    emergency: emergency.value,
    ...parts.staff,
    ...parts.risks,
    reminders: reminders.value,
    retention: retention.value,
    packs: allPacks,
    rules: allPacks.filter((pack) => pack.regime === parts.profile.regime && pack.applies !== "internal"),
    calendars,
    calendar: yearsOf(calendars.get(parts.profile.calendar) ?? []),
    names: createNames(parts),
  };
  return { bank };
}

/** The bank's own, and that of each pack. */
function calendarsInUse(profile: Source<Profile> | undefined, packs: Sound<RulePack>[]): string[] {
  const own = isSound(profile) ? [profile.value.calendar] : [];
  return [...new Set([...own, ...packs.flatMap((pack) => pack.value.calendar ?? [])])];
}

/** Of each year the official calendar, or the provisional one as long as there is no other. */
function yearsOf(calendar: readonly CalendarYear[]): Map<number, CalendarYear> {
  const provisionalFirst = [...calendar].sort(
    (a, b) => Number(a.status === "official") - Number(b.status === "official"),
  );
  return new Map(provisionalFirst.map((year) => [year.year, year]));
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
