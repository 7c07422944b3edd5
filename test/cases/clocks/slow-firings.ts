/** What should have been said about a case, and when: told again from its whole history, slowly. */
import type { Point } from "../../../src/bank/files/reminders.ts";
import type { FiringSetup } from "../../../src/cases/clocks/firings.ts";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { type SlowClock, slowClocks, slowYears } from "./slow-clocks.ts";
import { dateOf, daysAway, instantOf, isWorked, otherDay, timeOf } from "./slow-days.ts";

export interface SlowFiring {
  key: string;
  /** ms. */
  at: number;
  folded: string[];
}

/** Times (ms) in which nothing could be fired. */
export type Outage = readonly [from: number, to: number];

export function slowFirings(
  setup: FiringSetup,
  events: readonly CaseEvent[],
  until: number,
  outages: readonly Outage[] = [],
): SlowFiring[] {
  const said: SlowFiring[] = [];
  const done = new Set<string>();
  /** What each clock looked like, and since when it looks like that. */
  let looks = new Map<string, { look: string; since: number }>();
  const instants = [...new Set(events.map((event) => Date.parse(event.at)))].sort((a, b) => a - b);
  instants.forEach((now, index) => {
    const next = instants[index + 1] ?? until;
    const past = events.filter((event) => Date.parse(event.at) <= now);
    const before = looks;
    looks = new Map();
    const waiting: { clock: string; toCustomer: boolean; key: string; at: number; planned: number }[] = [];
    for (const clock of slowClocks(setup, past)) {
      const id = `${clock.pack.pack}/${clock.name}`;
      const look = `${clock.run} ${clock.over} ${clock.endsAt}`;
      const old = before.get(id);
      const since = old?.look === look ? old.since : now;
      looks.set(id, { look, since });
      if (clock.over || clock.endsAt === null) continue;
      for (const { key, point, at } of slowPoints(setup, clock, past, since, next)) {
        if (done.has(key)) continue;
        const up = outages.reduce((time, [from, to]) => (from <= time && time < to ? to : time), at);
        const toCustomer = point.tells.includes("customer");
        if (up <= next) waiting.push({ clock: id, toCustomer, key, at: up, planned: at });
      }
    }
    // Those of one clock that come at the same moment are said as one.
    for (const one of waiting.sort((a, b) => a.at - b.at || a.planned - b.planned)) {
      if (done.has(one.key)) continue;
      const together = waiting.filter(
        (other) =>
          other.clock === one.clock &&
          other.toCustomer === one.toCustomer &&
          other.at === one.at &&
          !done.has(other.key),
      );
      for (const { key } of together) done.add(key);
      const keys = together.map(({ key }) => key);
      said.push({ key: keys.at(-1) ?? "", at: one.at, folded: keys.slice(0, -1) });
    }
  });
  return said;
}

function slowPoints(
  setup: FiringSetup,
  clock: SlowClock,
  events: readonly CaseEvent[],
  since: number,
  until: number,
): { key: string; point: Point; at: number }[] {
  const ladder = setup.reminders.ladders[clock.spec.ladder];
  const endsAt = clock.endsAt ?? 0;
  const { zone } = clock.pack;
  const { quiet } = setup.reminders;
  const isQuiet = (ms: number) => timeOf(ms, zone) >= quiet.from || timeOf(ms, zone) < quiet.to;
  const morning = (ms: number) => {
    if (!isQuiet(ms)) return ms;
    const date = dateOf(ms, zone);
    return instantOf(timeOf(ms, zone) >= quiet.from ? otherDay(date, 1) : date, quiet.to, zone);
  };
  const evening = (ms: number) => {
    const date = dateOf(ms, zone);
    const night = timeOf(ms, zone) < quiet.to ? otherDay(date, -1) : date;
    return instantOf(night, quiet.from, zone) - 60_000;
  };
  const years = slowYears(setup, clock.pack, events);
  const counted = clock.due !== null && clock.due.length === 10;
  const result: { key: string; point: Point; at: number }[] = [];
  for (const point of ladder?.points ?? []) {
    for (let again = 0; ; again += 1) {
      const raw = slowInstant(setup, clock, point, again, years);
      if (!point.after && raw <= clock.from) break;
      let at = raw;
      const held = ["warn", "remind"].includes(point.does) && !point.after && setup.reminders.onWorkdays;
      if (held && years.length > 0 && counted) {
        let date = dateOf(at, zone);
        while (date >= dateOf(clock.from, zone) && !isWorked(date, years)) date = otherDay(date, -1);
        const earlier = date === dateOf(at, zone) ? at : instantOf(date, timeOf(at, zone), zone);
        if (earlier > clock.from) at = earlier;
      }
      if (!ladder?.urgent) {
        const later = morning(at);
        if (point.after || later < endsAt) at = later;
        else at = isQuiet(at) ? evening(at) : at;
        if (!point.after && at <= clock.from) break;
      }
      if (at < since) at = ladder?.urgent ? since : morning(since);
      const about = point.share === undefined ? `@${clock.due}${point.every ? `+${again}` : ""}` : "";
      result.push({ key: `${clock.name}/${clock.run}/${point.point}${about}`, point, at });
      if (!point.every || raw > until) break;
    }
  }
  return result;
}

function slowInstant(
  setup: FiringSetup,
  clock: SlowClock,
  point: Point,
  again: number,
  years: ReturnType<typeof slowYears>,
): number {
  const { zone } = clock.pack;
  const endsAt = clock.endsAt ?? 0;
  const time = point.time ?? setup.reminders.time;
  if (point.share !== undefined) return Math.round(clock.from + (endsAt - clock.from) * point.share);
  const lastDay = clock.due?.length === 10 ? clock.due : dateOf(endsAt, zone);
  const worked = (steps: number, step: 1 | -1) => {
    let date = lastDay;
    for (let left = steps; left > 0; ) {
      date = otherDay(date, step);
      if (isWorked(date, years)) left -= 1;
    }
    return date;
  };
  const hours = { minutes: 1 / 60, hours: 1, days: 0, "working-days": 0 };
  if (point.before) {
    const { count, unit } = point.before;
    if (unit === "days") return instantOf(daysAway(lastDay, -count), time, zone);
    if (unit === "working-days") return instantOf(worked(count, -1), time, zone);
    return endsAt - Math.round(count * hours[unit] * 3_600_000);
  }
  const { count, unit } = point.after ?? { count: 0, unit: "days" };
  const shifted = (ms: number, days: number) =>
    days === 0 ? ms : instantOf(daysAway(dateOf(ms, zone), days), timeOf(ms, zone), zone) + (ms % 60_000);
  let first = endsAt + Math.round(count * hours[unit] * 3_600_000);
  if (unit === "days") first = shifted(endsAt, count);
  if (unit === "working-days") first = instantOf(worked(count, 1), "24:00", zone);
  if (!point.every || again === 0) return first;
  const more = again * point.every.count;
  return point.every.unit === "hours" ? first + more * 3_600_000 : shifted(first, more);
}
