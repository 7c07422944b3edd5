/** Days and times of day in a zone, from instants and back. Days are ISO dates, times minutes after midnight. */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow and it never changes: one a zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, format);
  return format;
}

/** Milliseconds of an ISO instant. Throws RangeError when it is none. */
export function instantMs(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError("not an ISO instant");
  return ms;
}

/** Offsets change on a quarter of an hour only, and asking for one is slow: known ones by zone and quarter. */
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_OFFSETS = 50_000;
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which the zone's clock is ahead of UTC at that instant. */
function offsetAt(ms: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known || known.size > MOST_OFFSETS) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(ms / QUARTER_MS);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(ms, zone);
    known.set(quarter, offset);
  }
  return offset;
}

function readOffset(ms: number, zone: string): number {
  const part = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const at = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const wall = Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
  return wall - Math.floor(ms / 1000) * 1000;
}

/** What the zone's clock shows at that instant, as the milliseconds at which UTC would show the same. */
export const wallMs = (ms: number, zone: string): number => ms + offsetAt(ms, zone);

/** The instant (ms) at which the zone's clock shows that; see `instantAt` for the hours of change. */
export function instantOfWall(wall: number, zone: string): number {
  const before = offsetAt(wall - DAY_MS, zone);
  const after = offsetAt(wall + DAY_MS, zone);
  const first = wall - before;
  if (offsetAt(first, zone) === before) return first;
  const second = wall - after;
  return offsetAt(second, zone) === after ? second : first;
}

/** What the zone's calendar and clock show at that instant. */
export function localTime(ms: number, zone: string): { day: string; minutes: number } {
  const wall = new Date(wallMs(ms, zone));
  return { day: wall.toISOString().slice(0, 10), minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/**
 * The instant at which the zone's clock shows that time of that day. A time that the change to summer time
 * leaves out is taken an hour later; one that comes twice is taken the first time.
 */
export function instantAt(day: string, minutes: number, zone: string): number {
  return instantOfWall(Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS, zone);
}

/** "2026-11-22T08:30:00+08:00": seconds, with the zone's offset. */
export function isoInZone(ms: number, zone: string): string {
  const offset = offsetAt(ms, zone);
  const wall = new Date(ms + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / MINUTE_MS;
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** ISO date of an ISO instant in a zone. */
export const dayIn = (zone: string, instant: string): string => localTime(Date.parse(instant), zone).day;

/** The same day so many years on (ISO dates); 29 February becomes 1 March where there is none, so that nothing ends early. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}
