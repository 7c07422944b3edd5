/** When a clock speaks up. */
import type { Distance, Point, Reminders } from "../../bank/files/reminders.ts";
import { minutesOf } from "../../bank/terms.ts";
import { type Clock, clockKey } from "./clock.ts";
import { at, isoDay, local } from "./day.ts";
import { afterQuiet, beforeQuiet, onWorkday } from "./quiet.ts";
import type { Workdays } from "./workdays.ts";

export interface PlannedPoint {
  /** Names it for ever: fired once, whatever happens. Holds the end it is about, so that a new end is warned about anew. */
  key: string;
  point: Point;
  /** ms. */
  at: number;
}

/**
 * The points of a running clock up to and with the first one after `until` (ms) of those that come again and again.
 * A clock that has ended, or whose end is not known while it stands still, has none.
 */
export function pointsOf(clock: Clock, reminders: Reminders, until: number): PlannedPoint[] {
  const { end, run, spec, since, workdays } = clock;
  if (end === null || run.endedAt !== null) return [];
  const ladder = reminders.ladders[spec.ladder];
  if (!ladder) throw new RangeError(`no ladder ${spec.ladder}`);
  const { zone } = clock.pack;
  const planned: PlannedPoint[] = [];
  for (const point of ladder.points) {
    for (let again = 0; ; again += 1) {
      const raw = rawInstant(clock, { end }, point, again, reminders, workdays);
      if (raw === null || (raw <= run.from && point.after === undefined)) break;
      const moved = undisturbed(raw, point, clock, { end }, reminders, workdays, ladder.urgent);
      if (moved === null) break;
      // Never before what made it due: an event of the night is spoken of in the morning.
      const instant = moved >= since ? moved : ladder.urgent ? since : afterQuiet(since, reminders.quiet, zone);
      planned.push({ key: keyOf(clock, { end }, point, again), point, at: instant });
      if (point.every === undefined || raw > until) break;
    }
  }
  return planned;
}

interface Ended {
  end: NonNullable<Clock["end"]>;
}

function keyOf(clock: Clock, { end }: Ended, { point, share, every }: Point, again: number): string {
  const name = `${clockKey(clock)}/${clock.run.run}/${point}`;
  // Half of the time comes once, even when the end moves afterwards.
  if (share !== undefined) return name;
  const about = end.day === null ? new Date(end.at).toISOString() : isoDay(end.day);
  return `${name}@${about}${every === undefined ? "" : `+${again}`}`;
}

function rawInstant(
  { pack, run }: Clock,
  { end }: Ended,
  point: Point,
  again: number,
  { time }: Reminders,
  workdays: Workdays | null,
): number | null {
  const clockTime = minutesOf(point.time ?? time);
  if (point.share !== undefined) return Math.round(run.from + point.share * (end.at - run.from));
  if (point.before !== undefined) return before(end, point.before, clockTime, pack.zone, workdays);
  if (point.after === undefined) return null;
  const first = after(end, point.after, pack.zone, workdays);
  if (point.every === undefined || again === 0) return first;
  const more = again * point.every.count;
  if (point.every.unit === "hours") return first + more * 3_600_000;
  return laterDays(first, more, pack.zone);
}

function before(end: Ended["end"], by: Distance, time: number, zone: string, workdays: Workdays | null): number {
  const lastDay = end.day ?? local(end.at, zone).day;
  switch (by.unit) {
    case "minutes":
      return end.at - by.count * 60_000;
    case "hours":
      return end.at - by.count * 3_600_000;
    case "days":
      return at(lastDay - by.count, time, zone);
    case "working-days":
      return at(walk(lastDay, -by.count, workdays), time, zone);
  }
}

function after(end: Ended["end"], by: Distance, zone: string, workdays: Workdays | null): number {
  switch (by.unit) {
    case "minutes":
      return end.at + by.count * 60_000;
    case "hours":
      return end.at + by.count * 3_600_000;
    case "days":
      return laterDays(end.at, by.count, zone);
    case "working-days":
      return at(walk(end.day ?? local(end.at, zone).day, by.count, workdays) + 1, 0, zone);
  }
}

/** The same time of day, whatever the clocks of the zone did in between. */
function laterDays(ms: number, days: number, zone: string): number {
  if (days === 0) return ms;
  const { day, minutes } = local(ms, zone);
  return at(day + days, minutes, zone) + (ms % 60_000);
}

/** So many working days away, either way. */
function walk(from: number, days: number, workdays: Workdays | null): number {
  if (!workdays) throw new RangeError("no calendar is named for counting working days");
  const step = Math.sign(days);
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day += step;
    if (workdays.works(day)) left -= 1;
  }
  return day;
}

/** Out of the quiet hours and off the days off; null for a warning that no time is left for. */
function undisturbed(
  ms: number,
  point: Point,
  { pack, run }: Clock,
  { end }: Ended,
  reminders: Reminders,
  workdays: Workdays | null,
  urgent: boolean,
): number | null {
  let instant = ms;
  const toStaff = point.does === "warn" || point.does === "remind";
  if (toStaff && point.after === undefined && reminders.onWorkdays && workdays && end.day !== null) {
    instant = onWorkday(ms, run.from, workdays, pack.zone);
  }
  if (urgent) return instant;
  const later = afterQuiet(instant, reminders.quiet, pack.zone);
  if (point.after !== undefined || later < end.at) return later;
  const earlier = beforeQuiet(instant, reminders.quiet, pack.zone);
  return earlier > run.from ? earlier : null;
}
