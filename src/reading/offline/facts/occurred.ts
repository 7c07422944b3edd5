/** When it happened: time words put together and turned into a range of instants. */
import { DAY, dayOf, HOUR, isoOf, MINUTE, wallOf } from "./calendar.ts";
import type { Precision } from "./date-ranges.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { type ClockItem, type DateItem, type PartItem, timeItems } from "./time-items.ts";

const TIME_WORD =
  /[\d天日年月周点时早晚夜午晨刚前昨今号节]|过年|春节|国庆|元旦|五一|中秋|端午|清明|双十一|星期|礼拜|day|night|morning|week|month|year|ago|now|noon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
/** Between a date and its hour: "昨天，下午", "on Friday at 3pm", "周五的下午". */
const LINK = /^(?: ?[的,，]? ?(?:大概|大约|约|差不多|快|将近|at|around|about|in the|, at)? ?)$/;
/** A habit or an appointment, not the event. */
const HABIT_BEFORE = /(?:每(?:天|个|逢|年|到)?|天天|经常|总是?|老是?|一到|every |each |daily |到期日?[是为:]?)$/;
const GREETING_AFTER = /^好/;

interface Group {
  start: number;
  end: number;
  date: DateItem | null;
  part: PartItem | null;
  clock: ClockItem | null;
}

function groups(plain: string, now: number): Group[] {
  const out: Group[] = [];
  for (const item of timeItems(plain, now)) {
    const last = out.at(-1);
    const linked = last !== undefined && item.start - last.end <= 8 && LINK.test(plain.slice(last.end, item.start));
    if (
      last &&
      linked &&
      item.kind === "part" &&
      !last.part &&
      !last.clock &&
      last.date?.precision === "day" &&
      !last.date.part
    ) {
      last.part = item;
      last.end = item.end;
    } else if (last && linked && item.kind === "part" && last.clock && !last.part && item.start - last.end <= 1) {
      last.part = item;
      last.end = item.end;
    } else if (
      last &&
      linked &&
      item.kind === "clock" &&
      !last.clock &&
      (!last.date || last.date.precision === "day")
    ) {
      last.clock = item;
      last.end = item.end;
    } else if (
      last &&
      linked &&
      item.kind === "date" &&
      !last.date &&
      last.clock &&
      /^(?: ?(?:on )?)$/.test(plain.slice(last.end, item.start))
    ) {
      last.date = item;
      last.end = item.end;
    } else {
      out.push({
        start: item.start,
        end: item.end,
        date: item.kind === "date" ? item : null,
        part: item.kind === "part" ? item : null,
        clock: item.kind === "clock" ? item : null,
      });
    }
  }
  return out;
}

function hourOf(clock: ClockItem, hours: readonly [number, number] | null): number {
  const { hour } = clock;
  if (clock.pm === true) return hour < 12 ? hour + 12 : hour;
  if (clock.pm === false) return hour === 12 ? 0 : hour;
  if (!hours) return hour;
  const [from, to] = hours;
  if (from >= 17) {
    // 晚上八点 is 20, 昨晚一点 is after midnight, 晚上十二点 the end of the day.
    if (hour <= 5) return hour + 24;
    return hour < 12 ? hour + 12 : hour === 12 ? 24 : hour;
  }
  if (from === 11) return hour <= 2 ? hour + 12 : hour;
  if (from === 12) return hour < 12 ? hour + 12 : hour;
  return to === 6 && hour === 12 ? 0 : hour;
}

function resolve(group: Group, now: number): { from: number; to: number; precision: Precision } | null {
  const { date, part, clock } = group;
  const hours = part?.hours ?? date?.part ?? null;
  if (!hours && !clock) return date ? { from: date.from, to: date.to, precision: date.precision } : null;
  let day = date ? date.from : dayOf(now);
  const on = (base: number): { from: number; to: number; precision: Precision } => {
    if (!clock) {
      const [from, to] = hours ?? [0, 24];
      return { from: base + from * HOUR, to: base + to * HOUR, precision: "part-of-day" };
    }
    const from = base + hourOf(clock, hours) * HOUR + (clock.minute ?? 0) * MINUTE;
    return {
      from,
      to: from + (clock.minute === null ? HOUR : MINUTE),
      precision: clock.minute === null ? "hour" : "minute",
    };
  };
  // Without a date the last such time is meant.
  if (!date && on(day).from > now) day -= DAY;
  return on(day);
}

/** When the matter happened, relative to the message's instant in the customer's zone. Future times are none. */
export function findOccurred(source: FactSource, appointments: readonly { start: number; end: number }[]): FactDraft[] {
  const { plain, zone } = source;
  if (!TIME_WORD.test(plain)) return [];
  const now = wallOf(source.at, zone);
  if (Number.isNaN(now)) return [];
  const facts: FactDraft[] = [];
  const found = groups(plain, now);
  for (const group of found) {
    const before = plain.slice(Math.max(0, group.start - 6), group.start);
    if (HABIT_BEFORE.test(before)) continue;
    if (appointments.some((span) => span.start <= group.start && group.end <= span.end)) continue;
    if (!group.date && !group.clock) {
      // A bare part of the day says when only if nothing better does: "晚上打电话骚扰" is a habit.
      const after = plain.slice(group.end, group.end + 4);
      if (GREETING_AFTER.test(after) || found.some((other) => other.date !== null)) continue;
      if (group.part && group.part.hours[0] >= 17 && !/^(?:被|收|发现|刷|扣|少|转|来)/.test(after)) continue;
    }
    const range = resolve(group, now);
    if (!range || range.from > now) continue;
    facts.push({
      name: "occurred",
      value: { from: isoOf(range.from, zone), to: isoOf(range.to, zone), precision: range.precision },
      start: group.start,
      end: group.end,
    });
  }
  return facts;
}
