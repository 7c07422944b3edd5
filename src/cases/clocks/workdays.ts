/** Which days are worked, by the calendars a case goes by. */
import type { CalendarYear } from "../../bank/files/calendar.ts";
import { DAY_MS, dayNumber, weekdayOf, yearOf } from "./day.ts";

export interface Workdays {
  /** Throws RangeError for a day of a year without a calendar: never a guess. */
  works(day: number): boolean;
  /** Years of which only the provisional calendar is used. */
  provisional: ReadonlySet<number>;
}

/** A year becomes a row of bits once; files are never changed in place. */
const rows = new WeakMap<CalendarYear, Uint8Array>();
const made = new WeakMap<readonly CalendarYear[], Map<string, Workdays>>();

function rowOf(year: CalendarYear): Uint8Array {
  const known = rows.get(year);
  if (known) return known;
  const first = Date.UTC(year.year, 0, 1) / DAY_MS;
  const row = new Uint8Array(366);
  for (let n = 0; n < row.length; n += 1) row[n] = [0, 6].includes(weekdayOf(first + n)) ? 0 : 1;
  for (const { from, to } of year.daysOff) row.fill(0, dayNumber(from) - first, dayNumber(to) - first + 1);
  for (const day of year.workdays) row[dayNumber(day) - first] = 1;
  rows.set(year, row);
  return row;
}

/** The days of calendars of which each year is there once. */
export function workdaysOf(years: readonly CalendarYear[]): Workdays {
  const byYear = new Map(
    years.map((year) => [year.year, { first: Date.UTC(year.year, 0, 1) / DAY_MS, row: rowOf(year) }]),
  );
  return {
    works(day) {
      const number = yearOf(day);
      const year = byYear.get(number);
      if (!year) throw new RangeError(`no calendar of ${number}`);
      return year.row[day - year.first] === 1;
    },
    provisional: new Set(years.filter((year) => year.status === "provisional").map((year) => year.year)),
  };
}

/**
 * The days a case goes by. Of a year that is there twice, the official calendar counts when it was there on the day
 * of receipt (number) or an event of the case took it over; until then the provisional one, so that no date moves
 * because a file was added.
 */
export function workdaysFor(years: readonly CalendarYear[], received: number, adopted: ReadonlySet<number>): Workdays {
  const chosen = new Map<number, CalendarYear>();
  for (const year of years) {
    const other = chosen.get(year.year);
    if (!other || preferred(year, other, received, adopted)) chosen.set(year.year, year);
  }
  const key = [...chosen.values()].map(({ year, status }) => `${year}${status}`).join();
  const known = made.get(years) ?? new Map<string, Workdays>();
  made.set(years, known);
  const days = known.get(key) ?? workdaysOf([...chosen.values()]);
  known.set(key, days);
  return days;
}

function preferred(year: CalendarYear, other: CalendarYear, received: number, adopted: ReadonlySet<number>): boolean {
  const official = year.status === "official" ? year : other;
  const known = official.adopted === null || dayNumber(official.adopted) <= received || adopted.has(official.year);
  return known ? year.status === "official" : year.status === "provisional";
}
