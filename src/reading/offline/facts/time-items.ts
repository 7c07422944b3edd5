/** Words of time in plain text: dates, parts of a day and clock times, each resolved on its own. */

import { matchesOf } from "../../../matches.ts";
import { createSieve, type Sieve } from "../sieve.ts";
import { type Clock, clocks } from "./clock.ts";
import { type DateRange, partHours, type Rule } from "./date-ranges.ts";
import { ENGLISH_RULES, SLASH } from "./dates-en.ts";
import { HAN_DATES } from "./dates-zh.ts";
import { HAN_DAYS, HAN_PARTS } from "./days-zh.ts";

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
  /** Means a time only beside a date: "in the morning". */
  weak: boolean;
}
export interface ClockItem extends Clock {
  kind: "clock";
}
export type TimeItem = DateItem | PartItem | ClockItem;

/** "等了一上午", "每天晚上": how long, how often. */
const HAN_PART = new RegExp(
  `(?<!(?:(?<![周期拜])一|[整大每半]|整个|一个|几个)(?=[上下中早晚]))(?:${HAN_PARTS}|(?<=[日号天一二三四五六])[晚早](?=[\\d一二三四五六七八九十]))`,
  "g",
);
const ENGLISH_PART =
  /\b(?:in the |during the |at )?(?:early hours|early morning|morning|afternoon|evening|night|noon|midday|midnight|lunchtime)(?![a-z])/g;
const ENGLISH_DATE =
  /\d|day|night|morning|week|month|year|ago|now|festival|christmas|double|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|on (?:mon|tue|wed|thu|fri|sat|sun)|since (?:mon|tue|wed|thu|fri|sat|sun)|last (?:mon|tue|wed|thu|fri|sat|sun))/;
const HAN_DATE =
  /[天日号月年周末期拜前昨今刚方琴寻噚擒夜头啱\d]|除夕|五一|六一|十一|双十|春节|国庆|中秋|端午|清明|圣诞|元旦|半年/;

const sieved = (rules: readonly Rule[]) => createSieve(rules, ({ pattern }) => [pattern]);
const hanRules = sieved([...HAN_DATES, ...HAN_DAYS]);
const englishRules = sieved(ENGLISH_RULES);
const slashed = sieved([SLASH]);

/** Every time word, in order of its start. Wall-clock `now` resolves the relative ones. */
export function timeItems(plain: string, now: number): TimeItem[] {
  const items: TimeItem[] = [];
  const free = (start: number, end: number) => !items.some((item) => item.start < end && start < item.end);
  const dates = (possible: Sieve<Rule>) => {
    for (const { pattern, resolve } of possible(plain)) {
      for (const match of matchesOf(pattern, plain)) {
        const start = match.index + (match[0].startsWith("的") ? 1 : 0);
        const end = match.index + match[0].length;
        if (!free(start, end)) continue;
        const resolved = resolve(match, now);
        if (resolved) items.push({ kind: "date", start, end, ...resolved });
      }
    }
  };
  const han = /[\u3400-\u9fff]/.test(plain);
  const latin = /[a-z]/.test(plain);
  if (han && HAN_DATE.test(plain)) {
    dates(hanRules);
  }
  if (latin && ENGLISH_DATE.test(plain)) dates(englishRules);
  dates(slashed);
  if (han) {
    for (const match of matchesOf(HAN_PART, plain)) {
      const hours = partHours(match[0]);
      const end = match.index + match[0].length;
      if (hours && free(match.index, end))
        items.push({ kind: "part", start: match.index, end, hours, weak: match[0].length === 1 });
    }
  }
  for (const clock of clocks(plain)) if (free(clock.start, clock.end)) items.push({ kind: "clock", ...clock });
  if (latin && /morning|noon|evening|night|midday|lunch|early hours/.test(plain)) {
    for (const match of matchesOf(ENGLISH_PART, plain)) {
      const lead = /^(?:in the |during the |at )/.exec(match[0])?.[0].length ?? 0;
      const start = match.index + lead;
      const end = match.index + match[0].length;
      const hours = match[0].endsWith("midnight") ? ([24, 25] as const) : partHours(match[0].slice(lead));
      if (hours && free(start, end)) items.push({ kind: "part", start, end, hours, weak: true });
    }
  }
  return items.sort((a, b) => a.start - b.start);
}
