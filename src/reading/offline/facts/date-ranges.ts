/** Ranges of wall-clock time, and what dates in every language are resolved with. */
import { DAY, date, dayOf, HOUR, MINUTE, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";

export type Precision = "minute" | "hour" | "part-of-day" | "day" | "week" | "month" | "year";

/** Half-open, in wall-clock milliseconds. */
export interface DateRange {
  from: number;
  to: number;
  precision: Precision;
  /** Hours of the part of the day when the word names both: 昨晚. */
  part?: readonly [number, number];
}

export function range(from: number, to: number, precision: Precision, part?: readonly [number, number]): DateRange {
  return { from, to, precision, ...(part ? { part } : {}) };
}
export const oneDay = (day: number, part?: readonly [number, number]) => range(day, day + DAY, "day", part);

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
  if (word.startsWith("去年") || word === "last year") return year - 1;
  if (word.startsWith("今年") || word.startsWith("本年") || word === "this year") return year;
  const digits = /\d{4}/.exec(word);
  return digits ? Number(digits[0]) : null;
}

const PARTS: readonly [RegExp, readonly [number, number]][] = [
  [/^凌晨/, [0, 6]],
  [/^(?:清晨|早上|早晨|一早|大清早|早间|上午|今早|早|晨|morning|in the morning)/, [6, 12]],
  [/^(?:中午|正午|noon|midday)/, [11, 13]],
  [/^(?:下午|午后|afternoon|in the afternoon)/, [12, 18]],
  [/^(?:傍晚)/, [17, 20]],
  [/^(?:半夜|深夜|夜里|大半夜|后半夜)/, [22, 30]],
  [/^(?:晚上|晚间|夜间|夜晚|大晚上|晚|夜|evening|night|in the evening|at night|tonight)/, [18, 24]],
];
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
  if (/小时|钟头|^hour|^hr/.test(unit)) return { ms: HOUR, precision: "hour" };
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
  if (span.precision === "month" && Number.isInteger(n)) {
    const first = new Date(date(yearOf(now), monthOf(now) - n, 1)).getTime();
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
