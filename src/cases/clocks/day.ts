/** Days as whole numbers (since 1970-01-01), for counting. */
import { instantAt, localTime } from "../zone.ts";

export const DAY_MS = 86_400_000;

/** Of an ISO date. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** ISO date of a day's number. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** What the zone's calendar and clock show at an instant (ms): the day's number and minutes after midnight. */
export function local(ms: number, zone: string): { day: number; minutes: number } {
  const { day, minutes } = localTime(ms, zone);
  return { day: dayNumber(day), minutes };
}

/** The instant (ms) at which the zone's clock shows that time of that day. */
export const at = (day: number, minutes: number, zone: string): number => instantAt(isoDay(day), minutes, zone);

/** The instant (ms) at which the day is over. */
export const endOf = (day: number, zone: string): number => at(day + 1, 0, zone);
