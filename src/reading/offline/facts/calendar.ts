/**
 * Wall-clock arithmetic. A "wall" is the wall clock of a zone written as if it were UTC, in
 * milliseconds: days and hours add up on it, and only the output needs the zone's offset.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

/** Offset of the zone at an instant, in milliseconds east of UTC. */
function offsetAt(instant: number, zone: string): number {
  // China has had one offset since 1991; no need to ask each time.
  if (zone === "Asia/Shanghai" && instant > Date.UTC(1992, 0, 1)) return 8 * HOUR;
  const parts = formatFor(zone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return wall - Math.floor(instant / 1000) * 1000;
}

export function wallOf(at: string, zone: string): number {
  const instant = Date.parse(at);
  return instant + offsetAt(instant, zone);
}

/** "2026-11-20T18:00:00+08:00" */
export function isoOf(wall: number, zone: string): string {
  const guess = offsetAt(wall, zone);
  const offset = offsetAt(wall - guess, zone);
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${new Date(wall).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export const dayOf = (wall: number) => Math.floor(wall / DAY) * DAY;
export const yearOf = (wall: number) => new Date(wall).getUTCFullYear();
export const monthOf = (wall: number) => new Date(wall).getUTCMonth() + 1;
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (wall: number) => new Date(wall).getUTCDay() || 7;
export const date = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);

export function validDate(year: number, month: number, day: number): boolean {
  const at = new Date(date(year, month, day));
  return year > 1949 && year < 2100 && at.getUTCMonth() + 1 === month && at.getUTCDate() === day;
}
