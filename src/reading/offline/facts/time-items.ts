/** Words of time in plain text: dates, parts of a day and clock times, each resolved on its own. */
import { type DateRange, partHours, type Rule } from "./date-ranges.ts";
import { ENGLISH_RULES, SLASH } from "./dates-en.ts";
import { HAN_RULES } from "./dates-zh.ts";
import { HAN_NUMBER, wholeNumber } from "./numerals.ts";

export interface DateItem extends DateRange {
  kind: "date";
  start: number;
  end: number;
}
export interface PartItem {
  kind: "part";
  start: number;
  end: number;
  hours: readonly [number, number];
}
export interface ClockItem {
  kind: "clock";
  start: number;
  end: number;
  hour: number;
  minute: number | null;
  pm: boolean | null;
}
export type TimeItem = DateItem | PartItem | ClockItem;

const HAN_PART = /凌晨|清晨|早上|早晨|一大?早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|夜间|深夜|大?半夜/g;
const HAN_CLOCK = new RegExp(
  `(?<![\\d有差a-z.])(2[0-4]|1\\d|0?\\d|${HAN_NUMBER}{1,3})(?:点钟?(?!半?[数差评击名开个赞])|时(?![候间常不]))(?:(半)|(一|三)刻|([0-5]?\\d|[零〇]?${HAN_NUMBER}{1,3})(?:分(?!钟)|(?=[^\\d十百千万元块个次%点])|$)|(?:钟|整|多|左右|许))?`,
  "g",
);
const COLON_CLOCK = /(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)? ?(am|pm|a\.m\.|p\.m\.)?(?![\d:])/g;
const ENGLISH_CLOCK = /(?<![\d:.$])(1[0-2]|[1-9]) ?(am|pm|a\.m\.?|p\.m\.?|o'clock)(?![a-z])/g;
const ENGLISH_PART = /\b(?:in the (?:morning|afternoon|evening)|at night|at noon|at midnight)\b/g;

/** Every time word, in order of its start. Wall-clock `now` resolves the relative ones. */
export function timeItems(plain: string, now: number): TimeItem[] {
  const items: TimeItem[] = [];
  const dates = (rules: readonly Rule[]) => {
    for (const { pattern, resolve } of rules) {
      for (const match of plain.matchAll(pattern)) {
        const start = match.index + (match[0].startsWith("的") ? 1 : 0);
        const end = match.index + match[0].length;
        if (items.some((item) => item.start < end && start < item.end)) continue;
        const resolved = resolve(match, now);
        if (resolved) items.push({ kind: "date", start, end, ...resolved });
      }
    }
  };
  const han = /[\u3400-\u9fff]/.test(plain);
  if (han) dates(HAN_RULES);
  if (/[a-z]/.test(plain) && /\d|day|night|morning|week|month|year|ago|now|in /.test(plain)) dates(ENGLISH_RULES);
  if (plain.includes("/")) dates([SLASH]);
  const free = (start: number, end: number) => !items.some((item) => item.start < end && start < item.end);
  if (han) {
    for (const match of plain.matchAll(HAN_PART)) {
      const hours = partHours(match[0].replace(/^大/, "").replace(/^一大?早/, "早"));
      const end = match.index + match[0].length;
      if (hours && free(match.index, end)) items.push({ kind: "part", start: match.index, end, hours });
    }
    for (const match of plain.matchAll(HAN_CLOCK)) {
      const hour = wholeNumber(match[1]);
      const end = match.index + match[0].length;
      if (hour === null || hour > 24 || !free(match.index, end)) continue;
      // "一点都不好", "快一点": a little, not one o'clock.
      if (match[0] === "一点" && !/[午晨夜上晚早里]$/.test(plain.slice(0, match.index))) continue;
      const minute = match[2]
        ? 30
        : match[3]
          ? match[3] === "一"
            ? 15
            : 45
          : match[4]
            ? wholeNumber(match[4].replace(/^[零〇](?=.)/, ""))
            : null;
      if (minute !== null && minute > 59) continue;
      items.push({ kind: "clock", start: match.index, end, hour, minute, pm: null });
    }
  }
  if (plain.includes(":")) {
    for (const match of plain.matchAll(COLON_CLOCK)) {
      const end = match.index + match[0].trimEnd().length;
      if (free(match.index, end))
        items.push({
          kind: "clock",
          start: match.index,
          end,
          hour: Number(match[1]),
          minute: Number(match[2]),
          pm: match[3] ? match[3].startsWith("p") : null,
        });
    }
  }
  if (/\d ?(?:am|pm|a\.m|p\.m|o')/.test(plain)) {
    for (const match of plain.matchAll(ENGLISH_CLOCK)) {
      const end = match.index + match[0].length;
      if (free(match.index, end))
        items.push({
          kind: "clock",
          start: match.index,
          end,
          hour: Number(match[1]),
          minute: null,
          pm: match[2]?.startsWith("o") ? null : (match[2]?.startsWith("p") ?? null),
        });
    }
  }
  if (/\b(?:in the|at) /.test(plain)) {
    for (const match of plain.matchAll(ENGLISH_PART)) {
      const end = match.index + match[0].length;
      const hours = match[0].endsWith("midnight") ? ([0, 1] as const) : partHours(match[0].replace(/^at /, ""));
      if (hours && free(match.index, end)) items.push({ kind: "part", start: match.index, end, hours });
    }
  }
  return items.sort((a, b) => a.start - b.start);
}
