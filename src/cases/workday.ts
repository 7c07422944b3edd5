/** Which days the bank works. */
import type { CalendarYear } from "../bank/files/calendar.ts";

/**
 * Monday to Friday without the holidays, and the weekend days that make up for them.
 * Throws RangeError for a year without a calendar: never a guess.
 */
export function isWorkday(day: string, calendar: ReadonlyMap<number, CalendarYear>): boolean {
  const year = calendar.get(Number(day.slice(0, 4)));
  if (!year) throw new RangeError(`no calendar of ${day.slice(0, 4)}`);
  if (year.workdays.includes(day)) return true;
  if (year.daysOff.some((off) => off.from <= day && day <= off.to)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
