/** Calendars against today: a year without any calendar is an error, never a guess. */
import { dirname, join } from "node:path";
import type { CalendarYear } from "./files/calendar.ts";
import type { Problem } from "./problem.ts";
import { type Sound, stem } from "./source.ts";

/**
 * This year's and next year's have to be there: a deadline of December ends in January.
 * `files` are all there are, `years` those that could be read; `today` is an ISO date.
 */
export function checkCalendars(files: string[], years: Sound<CalendarYear>[], today: string): Problem[] {
  const problems = years.flatMap(checkYear);
  years.forEach((year, index) => {
    const twin = years.slice(0, index).find((other) => other.value.year === year.value.year);
    if (twin) problems.push(year.problem(["year"], `${year.value.year} is already in ${twin.file}`));
  });
  const [first] = files;
  if (first === undefined) return problems;
  const thisYear = Number(today.slice(0, 4));
  for (const wanted of [thisYear, thisYear + 1]) {
    if (years.some((year) => year.value.year === wanted) || files.some((file) => stem(file).endsWith(`${wanted}`)))
      continue;
    const file = join(dirname(first), `${stem(first).replace(/\d+$/, "")}${wanted}.json`);
    problems.push({
      file,
      line: 1,
      message: `is missing: the calendar of ${wanted} (provisional until the official one)`,
    });
  }
  return problems;
}

function checkYear({ file, value, problem }: Sound<CalendarYear>): Problem[] {
  if (!stem(file).endsWith(String(value.year))) {
    return [problem(["year"], `${value.year} is in the file of another year`)];
  }
  const problems: Problem[] = [];
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
