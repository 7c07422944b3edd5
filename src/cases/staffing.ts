/** When people are there. */
import type { CalendarYear } from "../bank/files/calendar.ts";
import type { Profile } from "../bank/files/profile.ts";
import { type Hours, minutesOf } from "../bank/terms.ts";
import type { Staffing } from "../flows/bank.ts";
import { isWorkday } from "./workday.ts";
import { addDays, instantAt, instantMs, isoInZone, localTime } from "./zone.ts";

/** What the hours need of the bank. */
export interface Roster {
  zone: string;
  hours: Profile["staffed"]["hours"];
  calendar: ReadonlyMap<number, CalendarYear>;
}

/** Longest run of days off that is looked across for the next opening. */
const LOOK_AHEAD_DAYS = 31;

/**
 * Whether somebody is online at `now` (ISO instant), and if not, when staffed hours begin again.
 * Opening time is included, closing time is not. Hours are wall-clock hours of the zone, whatever its summer time.
 */
export function staffing(roster: Roster, now: string): Staffing {
  const ms = instantMs(now);
  const { day } = localTime(ms, roster.zone);
  const opens: number[] = [];
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const date = addDays(day, ahead);
    for (const hours of roster.hours) {
      if (!appliesOn(hours, date, roster.calendar)) continue;
      const from = instantAt(date, minutesOf(hours.from), roster.zone);
      const to = instantAt(date, minutesOf(hours.to), roster.zone);
      if (from <= ms && ms < to) return { open: true, opensAt: null };
      if (from > ms) opens.push(from);
    }
    if (opens.length > 0) break;
  }
  const next = opens.sort((a, b) => a - b)[0];
  return { open: false, opensAt: next === undefined ? null : isoInZone(next, roster.zone) };
}

/** Whether one person's duty hours hold `now`. */
export function onDuty(duty: Hours, roster: Omit<Roster, "hours">, now: string): boolean {
  return staffing({ ...roster, hours: [duty] }, now).open;
}

/** Whether hours of such days are hours of this ISO day. */
export function appliesOn(hours: Pick<Hours, "on">, day: string, calendar: Roster["calendar"]): boolean {
  switch (hours.on) {
    case "every-day":
      return true;
    case "workdays":
      return isWorkday(day, calendar);
    case "days-off":
      return !isWorkday(day, calendar);
  }
}
