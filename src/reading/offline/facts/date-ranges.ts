/** Ranges of wall-clock time, and what dates in every language are resolved with. */
import { DAY, date, dayOf, HOUR, MINUTE, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";
import { wholeNumber } from "./numerals.ts";

export type Precision = "minute" | "hour" | "part-of-day" | "day" | "week" | "month" | "year";

/** Half-open, in wall-clock milliseconds. */
export interface DateRange {
  from: number;
  to: number;
  precision: Precision;
  /** Hours of the part of the day when the word names both: 昨晚. */
  part?: readonly [number, number];
  /** Left something open: the week of a weekday, the month of a day, the year of a date. The last one is taken. */
  open?: "week" | "month" | "year";
}

export function range(from: number, to: number, precision: Precision, part?: readonly [number, number]): DateRange {
  return { from, to, precision, ...(part ? { part } : {}) };
}
export const oneDay = (day: number, part?: readonly [number, number]) => range(day, day + DAY, "day", part);
export const openDay = (day: number, open: NonNullable<DateRange["open"]>): DateRange => ({ ...oneDay(day), open });

export function monthRange(year: number, month: number): DateRange {
  return range(date(year, month, 1), date(year, month + 1, 1), "month");
}

/** 初, 中, 底 of a month: ten days each, to the week. */
export function thirdOf(year: number, month: number, which: string): DateRange {
  if (/初|上旬/.test(which)) return range(date(year, month, 1), date(year, month, 11), "week");
  if (/中/.test(which)) return range(date(year, month, 11), date(year, month, 21), "week");
  return range(date(year, month, 21), date(year, month + 1, 1), "week");
}

/** The latest such day that is not in the future. */
export function pastDate(now: number, month: number, day: number): number | null {
  for (let year = yearOf(now); year > yearOf(now) - 5; year -= 1) {
    if (validDate(year, month, day) && date(year, month, day) <= now) return date(year, month, day);
  }
  return null;
}

export function yearWord(word: string | undefined, now: number): number | null {
  if (!word) return null;
  const year = yearOf(now);
  if (word.startsWith("大前年")) return year - 3;
  if (word.startsWith("前年")) return year - 2;
  if (word.startsWith("去年") || word.startsWith("上年") || word === "last year") return year - 1;
  if (word.startsWith("今年") || word.startsWith("本年") || word === "this year") return year;
  const digits = /\d{4}|\d{2}/.exec(word)?.[0];
  if (digits) return Number(digits) + (digits.length === 2 ? 2000 : 0);
  return wholeNumber(/^[二两][零〇一二三四五六七八九]{3}/.exec(word)?.[0]);
}

const PARTS: readonly [RegExp, readonly [number, number]][] = [
  [/^凌晨|early hours/, [0, 6]],
  [/^(?:一?大?清[晨早]|早|一大?早|晨|上午|[头前上]晌|上昼|朝早)|morning/, [6, 12]],
  [/^(?:中午|正午|晌午|午间)|(?<!after)noon$|midday|lunchtime/, [11, 13]],
  [/^(?:下午|午后|[下后过]晌|晏昼|下昼)|afternoon/, [12, 18]],
  [/^(?:傍晚|黄昏|擦黑)/, [17, 20]],
  [/^大?(?:半夜|深夜|夜里|后半夜|午夜)/, [22, 30]],
  [/^(?:大?晚|夜)|evening|night/, [18, 24]],
];
/** Hours of a part of the day; above 24 is the next day. */
export function partHours(word: string): readonly [number, number] | null {
  for (const [pattern, hours] of PARTS) if (pattern.test(word)) return hours;
  return null;
}

type Resolve = (m: RegExpMatchArray, now: number) => DateRange | null;
export interface Rule {
  pattern: RegExp;
  resolve: Resolve;
}

const unitSpan = (unit: string): { ms: number; precision: Precision } | null => {
  if (/^(?:分|min)/.test(unit)) return { ms: MINUTE, precision: "minute" };
  if (/小时|钟头|^钟$|^hour|^hr/.test(unit)) return { ms: HOUR, precision: "hour" };
  if (/天|日|^day/.test(unit)) return { ms: DAY, precision: "day" };
  if (/周|星期|礼拜|^week/.test(unit)) return { ms: 7 * DAY, precision: "week" };
  if (/月|^month/.test(unit)) return { ms: 30 * DAY, precision: "month" };
  return /年|^year/.test(unit) ? { ms: 365 * DAY, precision: "year" } : null;
};

export function ago(n: number, unit: string, now: number): DateRange | null {
  const span = unitSpan(unit);
  if (!span || n > 10_000) return null;
  if (span.precision === "minute" || span.precision === "hour") {
    const at = now - n * span.ms;
    const step = span.precision === "minute" ? MINUTE : HOUR;
    // "Half an hour ago" is exact to the minute.
    const grain = Number.isInteger(n) ? step : MINUTE;
    const from = Math.floor(at / grain) * grain;
    return range(from, from + grain, grain === MINUTE ? "minute" : span.precision);
  }
  // Half a year is six months, and so is every part of a year.
  const months = span.precision === "year" && !Number.isInteger(n) ? Math.round(n * 12) : n;
  if (months !== n || (span.precision === "month" && Number.isInteger(n))) {
    const first = date(yearOf(now), monthOf(now) - months, 1);
    return monthRange(yearOf(first), monthOf(first));
  }
  if (span.precision === "year" && Number.isInteger(n))
    return range(date(yearOf(now) - n, 1, 1), date(yearOf(now) - n + 1, 1, 1), "year");
  const day = dayOf(now - n * span.ms);
  if (span.precision === "week") {
    const monday = day - (weekdayOf(day) - 1) * DAY;
    return range(monday, monday + 7 * DAY, "week");
  }
  return span.precision === "day" ? oneDay(day) : range(day - 3 * DAY, day + 4 * DAY, "week");
}
