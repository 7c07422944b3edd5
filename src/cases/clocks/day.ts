/** Days as whole numbers (since 1970-01-01), for counting. */
import { instantOfWall, wallMs } from "../zone.ts";

export const DAY_MS = 86_400_000;

/** Of an ISO date. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Named again and again: every point of a clock carries its last day. A century of them is kept at most. */
const named = new Map<number, string>();
const MOST_NAMED = 36_525;

/** ISO date of a day's number. */
export function isoDay(day: number): string {
  const known = named.get(day);
  if (known !== undefined) return known;
  const name = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (named.size >= MOST_NAMED) named.clear();
  named.set(day, name);
  return name;
}

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** What the zone's calendar and clock show at an instant (ms): the day's number and minutes after midnight. */
export function local(ms: number, zone: string): { day: number; minutes: number } {
  const wall = wallMs(ms, zone);
  const day = Math.floor(wall / DAY_MS);
  return { day, minutes: Math.floor((wall - day * DAY_MS) / 60_000) };
}

/** The instant (ms) at which the zone's clock shows that time of that day. */
export const at = (day: number, minutes: number, zone: string): number =>
  instantOfWall(day * DAY_MS + minutes * 60_000, zone);

/** The instant (ms) at which the day is over. */
export const endOf = (day: number, zone: string): number => at(day + 1, 0, zone);
