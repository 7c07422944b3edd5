/** Dates the slow way: as texts, one day after the other, times of day by trying. */
import type { CalendarYear } from "../../../src/bank/files/calendar.ts";

const formats = new Map<string, Intl.DateTimeFormat>();
const shown = new Map<string, string>();

/** "2026-11-22 09:00", as a clock on the wall there shows it. */
export function wall(ms: number, zone: string): string {
  const key = `${zone}${ms}`;
  const known = shown.get(key);
  if (known) return known;
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  formats.set(zone, format);
  const text = format.format(ms);
  if (shown.size > 200_000) shown.clear();
  shown.set(key, text);
  return text;
}

export const dateOf = (ms: number, zone: string): string => wall(ms, zone).slice(0, 10);
export const timeOf = (ms: number, zone: string): string => wall(ms, zone).slice(11, 16);

export function otherDay(date: string, step: 1 | -1): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + step);
  return day.toISOString().slice(0, 10);
}

export function daysAway(date: string, days: number): string {
  let day = date;
  for (let n = 0; n < Math.abs(days); n += 1) day = otherDay(day, days > 0 ? 1 : -1);
  return day;
}

const found = new Map<string, number>();

/** The first instant at which the wall shows that time of that day, or a later time of it. */
export function instantOf(date: string, time: string, zone: string): number {
  if (time === "24:00") return instantOf(otherDay(date, 1), "00:00", zone);
  const wanted = `${date} ${time}`;
  const known = found.get(wanted + zone);
  if (known !== undefined) return known;
  const near = Date.parse(`${date}T${time}:00Z`);
  for (let quarter = -14 * 4; quarter <= 14 * 4; quarter += 1) {
    const at = near + quarter * 900_000;
    if (wall(at, zone) !== wanted) continue;
    found.set(wanted + zone, at);
    return at;
  }
  // Left out by the change to summer time: an hour later.
  return instantOf(date, `${String(Number(time.slice(0, 2)) + 1).padStart(2, "0")}${time.slice(2)}`, zone);
}

export function isWorked(date: string, years: readonly CalendarYear[]): boolean {
  const year = years.find((one) => one.year === Number(date.slice(0, 4)));
  if (!year) throw new Error(`no calendar for ${date}`);
  if (year.workdays.some((day) => day === date)) return true;
  for (const off of year.daysOff) {
    for (let day = off.from; day <= off.to; day = otherDay(day, 1)) if (day === date) return false;
  }
  return !["Sat", "Sun"].includes(new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3));
}
