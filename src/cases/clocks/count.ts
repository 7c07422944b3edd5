/** Counting days and hours with what is left out. Pure arithmetic, no rule of its own. */
import type { Workdays } from "./workdays.ts";

/** Days after `from` up to and with `to` do not count; `to` is null while the pause lasts. */
export interface DayPause {
  from: number;
  to: number | null;
}

export interface DayCount {
  /** Day on which the count begins. */
  from: number;
  /** Whether that day is day 1. */
  first: "excluded" | "included";
  count: number;
  /** Only days that are worked count. */
  working: boolean;
  /** A last day that is a day off moves to the next one that is worked. */
  rollForward: boolean;
  /** Null where nothing asks which days are worked. */
  workdays: Workdays | null;
  pauses: readonly DayPause[];
}

/**
 * `reached` is the day the count falls on, `last` that day after rolling forward. Null while a pause that has not
 * ended keeps it from being reached.
 */
export function countDays(of: DayCount): { reached: number; last: number } | null {
  const open = Math.min(...of.pauses.filter((pause) => pause.to === null).map((pause) => pause.from));
  let left = of.count;
  let day = of.first === "included" ? of.from : of.from + 1;
  for (; ; day += 1) {
    if (day > open) return null;
    if (counts(of, day)) left -= 1;
    if (left === 0) break;
  }
  let last = day;
  if (of.rollForward) while (!works(of.workdays, last)) last += 1;
  return { reached: day, last };
}

/** How many days up to and with `until` the count has used. */
export function daysUsed(of: Omit<DayCount, "count" | "rollForward">, until: number): number {
  let used = 0;
  for (let day = of.first === "included" ? of.from : of.from + 1; day <= until; day += 1) {
    if (counts(of, day)) used += 1;
  }
  return used;
}

function counts(of: Omit<DayCount, "count" | "rollForward">, day: number): boolean {
  if (of.pauses.some((pause) => pause.from < day && (pause.to === null || day <= pause.to))) return false;
  return !of.working || works(of.workdays, day);
}

function works(workdays: Workdays | null, day: number): boolean {
  if (!workdays) throw new RangeError("no calendar is named for counting working days");
  return workdays.works(day);
}

/** A stretch of time (ms) that does not count; `to` is null while it lasts. */
export interface Stretch {
  from: number;
  to: number | null;
}

/** The instant (ms) at which `length` ms have passed since `from`; null while a pause keeps it from being reached. */
export function countTime(from: number, length: number, pauses: readonly Stretch[]): number | null {
  let end = from + length;
  let reached = from;
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const begins = Math.max(pause.from, reached);
    if (begins >= end) break;
    if (pause.to === null) return null;
    if (pause.to <= begins) continue;
    end += pause.to - begins;
    reached = pause.to;
  }
  return end;
}
