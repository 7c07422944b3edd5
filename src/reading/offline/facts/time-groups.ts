/** Words for one time put together: "昨天下午三点", "2:15 am on Thursday", "31 October to 1 November". */
import { DAY, date, dayOf, HOUR, MINUTE, monthOf, weekdayOf, yearOf } from "./calendar.ts";
import { hourOf } from "./clock.ts";
import type { Precision } from "./date-ranges.ts";
import { type ClockItem, type DateItem, type PartItem, type TimeItem, timeItems } from "./time-items.ts";

export interface Group {
  start: number;
  end: number;
  date: DateItem | null;
  part: PartItem | null;
  clock: ClockItem | null;
  /** Goes on to here: "3号到5号". */
  until: Group | null;
}
/** Wall-clock, half-open. */
export interface Resolved {
  from: number;
  to: number;
  precision: Precision;
}

/** Between a date and its hour: "昨天，下午", "on Friday at 3pm", "周五的下午". */
const LINK =
  /^(?:[)）]? ?[的,，]? ?(?:大概|大约|大致|约|差不多|快|将近|接近|at|around|about|at around|at about|at almost|in the|during the|at|,? at)? ?)$/;
/** Between a part of the day or an hour and its date: "afternoon of 2 November", "4 pm on Thursday". */
const OF = /^(?: ?(?:of|on|,)? ?(?:the )?)$/;
const TO = /^ ?(?:到|至|[-~]|to|till|until|through) ?(?:the )?$/;
const AND = /^ and (?:the )?$/;

function attach(group: Group, item: TimeItem, between: string): boolean {
  const whole = group.date === null || (group.date.precision === "day" && !group.until);
  if (item.kind === "part") {
    if (group.part || group.date?.part || !whole) return false;
    // "3点半下午" is rare, "9 in the evening" is not.
    if (group.clock ? !/^ ?(?:in the |at |during the )?$/.test(between) : !LINK.test(between) || !group.date)
      return false;
    group.part = item;
  } else if (item.kind === "clock") {
    if (group.clock || !whole || !LINK.test(between)) return false;
    group.clock = item;
  } else if (group.date && item.open === "week" && !group.part && !group.clock) {
    // "11月8日周日", "11月8日（周日）": said twice.
    if (group.date.precision !== "day" || !/^ ?[,，(（]?$/.test(between)) return false;
    if (weekdayOf(item.from) !== weekdayOf(group.date.from)) return false;
  } else {
    if (group.date || item.precision !== "day" || (group.part && item.part)) return false;
    if (!OF.test(between) || (!group.clock && !group.part?.weak)) return false;
    group.date = item;
  }
  group.end = item.end;
  return true;
}

function single(item: TimeItem): Group {
  return {
    start: item.start,
    end: item.end,
    date: item.kind === "date" ? item : null,
    part: item.kind === "part" ? item : null,
    clock: item.kind === "clock" ? item : null,
    until: null,
  };
}

/** "from A to B", "between A and B", "3号到5号": the first goes on to the second. */
function withRanges(plain: string, groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const last = out.at(-1);
    const between = last ? plain.slice(last.end, group.start) : "";
    const same =
      last && !last.until && ((last.date && group.date) || (last.clock && group.clock && !group.date && !group.part));
    if (
      last &&
      same &&
      (TO.test(between) ||
        (AND.test(between) && /between (?:the )?$/.test(plain.slice(Math.max(0, last.start - 12), last.start))))
    ) {
      last.until = group;
      last.end = group.end;
    } else out.push(group);
  }
  return out;
}

/** Every expression of time, in order. Words that mean a time only beside another are left out alone. */
export function timeGroups(plain: string, now: number): Group[] {
  const out: Group[] = [];
  for (const item of timeItems(plain, now)) {
    const last = out.at(-1);
    const near = last !== undefined && item.start >= last.end && item.start - last.end <= 12;
    if (!last || !near || !attach(last, item, plain.slice(last.end, item.start))) out.push(single(item));
  }
  const sure = out.filter(
    ({ date: day, part, clock }) => day !== null || (part && !part.weak) || (clock && (!clock.weak || part !== null)),
  );
  return withRanges(plain, sure);
}

/** The day and the part of it that was told last. */
export interface Told {
  day: number;
  part: readonly [number, number] | null;
}

/** Without a date an hour is on the day told last, or the last such hour. */
function bareClock(clock: ClockItem, told: Told | null, now: number): Resolved {
  const length = clock.minute === null ? HOUR : MINUTE;
  const precision = clock.minute === null ? "hour" : "minute";
  const at = (day: number, hour: number) => day + hour * HOUR + (clock.minute ?? 0) * MINUTE;
  if (told) {
    const from = at(told.day, hourOf(clock, clock.exact ? null : told.part));
    if (from <= now) return { from, to: from + length, precision };
  }
  const today = dayOf(now);
  const hours =
    clock.exact || clock.pm !== null || clock.hour > 12 || clock.hour === 0
      ? [hourOf(clock, null)]
      : [clock.hour % 12, (clock.hour % 12) + 12];
  const starts = [today, today - DAY].flatMap((day) => hours.map((hour) => at(day, hour)));
  const past = starts.filter((start) => start <= now);
  const last = Math.max(...past);
  // Half a day back and more, business hours are meant rather than the night.
  const byDay = past.find((start) => start !== last && clock.hour >= 8 && start - dayOf(start) <= 12 * HOUR);
  const from = now - last > 6 * HOUR && byDay !== undefined ? byDay : last;
  return { from, to: from + length, precision };
}

export function resolveGroup(group: Group, now: number, told: Told | null): Resolved | null {
  const { date: day, part, clock, until } = group;
  if (until) return resolveRange({ ...group, until: null }, until, now, told);
  const hours = part?.hours ?? day?.part ?? null;
  if (day && !hours && !clock) return { from: day.from, to: day.to, precision: day.precision };
  if (clock && !day && !hours) return bareClock(clock, told, now);
  const on = (base: number): Resolved => {
    if (!clock) {
      const [from, to] = hours ?? [0, 24];
      const precision = to - from === 1 ? "hour" : "part-of-day";
      return { from: base + from * HOUR, to: base + to * HOUR, precision };
    }
    const from = base + hourOf(clock, hours) * HOUR + (clock.minute ?? 0) * MINUTE;
    const length = clock.minute === null ? HOUR : MINUTE;
    return { from, to: from + length, precision: clock.minute === null ? "hour" : "minute" };
  };
  const base = day ? day.from : told && clock && on(told.day).from <= now ? told.day : dayOf(now);
  // "今天半夜两点" is over, and without a date the last such time is meant.
  if (on(base).from > now && (!day || (base === dayOf(now) && clock && hourOf(clock, hours) >= 24)))
    return on(base - DAY);
  return on(base);
}

function resolveRange(first: Group, second: Group, now: number, told: Told | null): Resolved | null {
  const from = resolveGroup(first, now, told);
  if (!from) return null;
  if (!second.date) {
    const part = first.part?.hours ?? first.date?.part ?? null;
    // Two in the night belongs to the evening before.
    const day = dayOf(from.from) - (part && part[0] >= 17 && from.from - dayOf(from.from) < 12 * HOUR ? DAY : 0);
    const to = resolveGroup(second, now, { day, part });
    return to && to.from > from.from ? { ...from, to: to.from } : from;
  }
  const to = resolveGroup(second, now, null);
  if (!to) return from;
  // "8月15日到20日", "上周一到周三": the second stands in the month or week of the first.
  let shift = 0;
  if (second.date.open === "month") {
    const day = new Date(to.from).getUTCDate();
    shift = date(yearOf(from.from), monthOf(from.from), day) - dayOf(to.from);
    if (to.from + shift < from.from) shift = date(yearOf(from.from), monthOf(from.from) + 1, day) - dayOf(to.from);
  } else if (second.date.open === "week") {
    while (to.from + shift < from.from) shift += 7 * DAY;
    while (to.from + shift - from.from >= 7 * DAY) shift -= 7 * DAY;
  } else if (second.date.open === "year" && to.from < from.from) shift = 365 * DAY;
  if (to.to + shift <= from.from) return from;
  return { from: from.from, to: to.to + shift, precision: from.precision };
}
