/** Calendars against today: a year without any calendar is an error, never a guess. */
import { dirname, join } from "node:path";
import type { CalendarYear } from "./files/calendar.ts";
import type { Problem } from "./problem.ts";
import { type Sound, stem } from "./source.ts";

/**
 * This year's and next year's have to be there for every calendar in use: a deadline of December ends in January.
 * `files` are all there are, `years` those that could be read, `wanted` names of calendars; `today` is an ISO date.
 */
export function checkCalendars(
  files: string[],
  years: Sound<CalendarYear>[],
  wanted: readonly string[],
  today: string,
): Problem[] {
  const problems = years.flatMap(checkYear);
  years.forEach((year, index) => {
    const same = (other: Sound<CalendarYear>) =>
      other.value.calendar === year.value.calendar &&
      other.value.year === year.value.year &&
      other.value.status === year.value.status;
    const twin = years.slice(0, index).find(same);
    if (twin) problems.push(year.problem(["year"], `${year.value.year} is already in ${twin.file}`));
    problems.push(...checkAdopted(year, years));
  });
  const [first] = files;
  if (first === undefined) return problems;
  const thisYear = Number(today.slice(0, 4));
  for (const name of wanted) {
    for (const year of [thisYear, thisYear + 1]) {
      const known = years.some(({ value }) => value.calendar === name && value.year === year);
      // A file that could not be read may be the one: its own mistakes come first.
      if (known || files.some((file) => [`${name}-${year}`, `${name}-${year}-provisional`].includes(stem(file))))
        continue;
      problems.push({
        file: join(dirname(first), `${name}-${year}.json`),
        line: 1,
        message: `is missing: the calendar of ${year} (provisional until the official one)`,
      });
    }
  }
  return problems;
}

/** Dates already told rest on the provisional file: the day on which they may begin to move has to be known. */
function checkAdopted({ value, problem }: Sound<CalendarYear>, years: Sound<CalendarYear>[]): Problem[] {
  if (value.status === "provisional") {
    return value.adopted === null ? [] : [problem(["adopted"], "is for official calendars")];
  }
  const before = years.some(
    (other) =>
      other.value.calendar === value.calendar &&
      other.value.year === value.year &&
      other.value.status === "provisional",
  );
  if (!before || value.adopted !== null) return [];
  return [problem(["adopted"], "is missing: the day on which this file was put beside the provisional one")];
}

function checkYear({ file, value, problem }: Sound<CalendarYear>): Problem[] {
  const name = `${value.calendar}-${value.year}`;
  if (
    !stem(file)
      .replace(/-provisional$/, "")
      .endsWith(String(value.year))
  ) {
    return [problem(["year"], `${value.year} is in the file of another year`)];
  }
  if (stem(file) !== name && stem(file) !== `${name}-provisional`) {
    return [problem(["calendar"], `${value.calendar} is in a file of another name`)];
  }
  const problems: Problem[] = [];
  if (stem(file).endsWith("-provisional") !== (value.status === "provisional")) {
    problems.push(problem(["status"], "a provisional calendar is named -provisional.json, and no other is"));
  }
  const inYear = (date: string) => date.startsWith(`${value.year}-`);
  value.daysOff.forEach((off, index) => {
    const wrong = (message: string) => problems.push(problem(["daysOff", index], message));
    if (!inYear(off.from) || !inYear(off.to)) wrong(`lies outside ${value.year}`);
    if (value.daysOff.slice(0, index).some((other) => other.from <= off.to && off.from <= other.to)) {
      wrong("overlaps an earlier entry");
    }
  });
  value.workdays.forEach((day, index) => {
    const wrong = (message: string) => problems.push(problem(["workdays", index], `${day} ${message}`));
    if (!inYear(day)) wrong(`lies outside ${value.year}`);
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) wrong("is neither a Saturday nor a Sunday");
    if (value.daysOff.some((off) => off.from <= day && day <= off.to)) wrong("is also a day off");
    if (value.workdays.indexOf(day) < index) wrong("is there twice");
  });
  return problems;
}
