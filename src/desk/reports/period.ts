/** Periods of reports: ISO dates of the bank's zone, both included. */
import { addDays, daysBetween, instantAt } from "../../cases/zone.ts";

export interface Period {
  from: string;
  to: string;
}

const monthOf = (day: string): Period => {
  const from = `${day.slice(0, 7)}-01`;
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1) };
};

export const wholeMonth = (day: string): Period => monthOf(day);

/** The time to compare with: the month before a month, else as many days right before. */
export function periodBefore({ from, to }: Period): Period {
  const month = monthOf(from);
  const last = addDays(from, -1);
  if (month.from === from && month.to === to) return monthOf(last);
  return { from: addDays(from, -(daysBetween(from, to) + 1)), to: last };
}

export function daysOf({ from, to }: Period): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
}

/** Instants of its beginning and of its end, which is not included. */
export function boundsOf({ from, to }: Period, zone: string): { from: string; to: string } {
  const iso = (day: string) => new Date(instantAt(day, 0, zone)).toISOString();
  return { from: iso(from), to: iso(addDays(to, 1)) };
}
