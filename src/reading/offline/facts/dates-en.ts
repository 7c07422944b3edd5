/** Dates as English-speaking customers write them, and dates in figures. The spans leave out "in", "on", "since". */
import { DAY, date, dayOf, HOUR, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";
import {
  ago,
  type DateRange,
  monthRange,
  oneDay,
  openDay,
  partHours,
  pastDate,
  type Rule,
  range,
  thirdOf,
} from "./date-ranges.ts";
import { festival } from "./festivals.ts";
import { ENGLISH_NUMBER, englishNumber } from "./numerals.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])";
const WEEKDAY_FULL = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const WEEKDAY_NAME = `(${WEEKDAY_FULL}|mon|tues?|wed|thur?s?|fri|sat|sun)(?![a-z])`;
const BEFORE_MONTH = "in|since|during|of|from|until|till|through|around|late|early|mid";
const NTH = "(\\d{1,2})(?:st|nd|rd|th)";

/** Ratings and shares: "10/10", "24/7", "1/3 of it". */
const SHARE = /^(?:24\/7|\d{1,2}\/(?:5|10)|[1-3]\/[234])$/;
const DATE_BEFORE = /(?:\bon|\bsince|\bfrom|\bdated?|在|从|自|于|是) ?$/;
const DATE_AFTER = /^(?: ?(?:\d{1,2}[:点]|上午|下午|早上|晚上|中午|凌晨)|[日号]|那天|当天| at )/;

export const SLASH: Rule = {
  pattern: /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%])/g,
  resolve: (match, now) => {
    const [whole, a, b, y] = match;
    const [input, index] = [match.input ?? "", match.index ?? 0];
    if (
      SHARE.test(whole) &&
      !DATE_BEFORE.test(input.slice(Math.max(0, index - 6), index)) &&
      !DATE_AFTER.test(input.slice(index + whole.length, index + whole.length + 4))
    )
      return null;
    let [month, day] = [Number(a), Number(b)];
    if (month > 12) [month, day] = [day, month];
    if (y) {
      const year = Number(y) + (y.length === 2 ? 2000 : 0);
      return validDate(year, month, day) ? oneDay(date(year, month, day)) : null;
    }
    const past = month >= 1 && month <= 12 ? pastDate(now, month, day) : null;
    return past === null ? null : openDay(past, "year");
  },
};

function namedDay(now: number, month: number, day: number, year: string | undefined): DateRange | null {
  if (year) return validDate(Number(year), month, day) ? oneDay(date(Number(year), month, day)) : null;
  const past = pastDate(now, month, day);
  return past === null ? null : openDay(past, "year");
}
const monthIndex = (name: string | undefined) => MONTHS.indexOf((name ?? "").slice(0, 3)) + 1;
const weekdayIndex = (name: string | undefined) => WEEKDAYS.indexOf((name ?? "").slice(0, 3)) + 1;
const monday = (now: number) => dayOf(now) - (weekdayOf(now) - 1) * DAY;
const monthBack = (now: number, back: number) => {
  const first = date(yearOf(now), monthOf(now) - back, 1);
  return { year: yearOf(first), month: monthOf(first) };
};
const third = (word: string) => (/^(?:early|begin|start)/.test(word) ? "初" : /^mid/.test(word) ? "中" : "底");

export const ENGLISH_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?(?: to |-| - |/)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}|\\b${MONTH_NAME}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?: to | ?- ?)(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:,.]\\d|\\d)`,
      "g",
    ),
    resolve: ([, d1, d2, m1, m2, d3, d4], now) => {
      const month = monthIndex(m1 ?? m2);
      const [first, last] = [Number(d1 ?? d3), Number(d2 ?? d4)];
      const from = pastDate(now, month, first);
      if (from === null || last <= first || !validDate(yearOf(from), month, last)) return null;
      return { ...range(from, date(yearOf(from), month, last + 1), "day"), open: "year" };
    },
  },
  {
    pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g,
    resolve: ([, y, m, d]) =>
      validDate(Number(y), Number(m), Number(d)) ? oneDay(date(Number(y), Number(m), Number(d))) : null,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,:])(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}(?:\\.?,? (20\\d\\d)(?![\\d,]))?`,
      "g",
    ),
    resolve: ([, d, m, y], now) => namedDay(now, monthIndex(m), Number(d), y),
  },
  {
    pattern: new RegExp(
      `\\b${MONTH_NAME}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[,.]\\d| ?(?:yuan|rmb|usd|dollars?|times|days|am\\b|pm\\b))(?:,? (?:of )?(20\\d\\d)(?![\\d,]))?`,
      "g",
    ),
    resolve: ([, m, d, y], now) => namedDay(now, monthIndex(m), Number(d), y),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:(early|mid|late|(?:beginning|start|middle|end) of)[ -](?:in )?)?${MONTH_NAME})(?:\\.?,? (?:of )?(20\\d\\d)(?![\\d,]))?`,
      "g",
    ),
    resolve: (match, now) => {
      const [whole, part, m, y] = match;
      // "may" and "march" are words, short names too: months only where something leads to them.
      const before = (match.input ?? "").slice(Math.max(0, (match.index ?? 0) - 10), match.index);
      const led = new RegExp(`\\b(?:${BEFORE_MONTH}|last|this) $`).test(before);
      if (!part && !y && !led && (/^(?:may|march)$/.test(whole) || whole.length < 4)) return null;
      const month = monthIndex(m);
      const year = y ? Number(y) : date(yearOf(now), month, 1) <= now ? yearOf(now) : yearOf(now) - 1;
      const found = part ? thirdOf(year, month, third(part)) : monthRange(year, month);
      return y ? found : { ...found, open: "year" };
    },
  },
  { pattern: /\b(?:the )?day before yesterday\b/g, resolve: (_m, now) => oneDay(dayOf(now) - 2 * DAY) },
  {
    pattern:
      /\b(yesterday|today|this|last)(?:'s)? (morning|afternoon|evening|night|noon|lunchtime)\b|\b(yesterday|today|tonight)\b/g,
    resolve: (match, now) => {
      const back = match[1] === "yesterday" || match[1] === "last" || match[3] === "yesterday" ? 1 : 0;
      const day = dayOf(now) - back * DAY;
      const part = match[2] ? partHours(match[2]) : match[3] === "tonight" ? partHours("night") : null;
      return part ? oneDay(day, part) : oneDay(day);
    },
  },
  {
    pattern: new RegExp(
      `\\b${WEEKDAY_NAME}(?: of)? (last|this) week\\b|\\b(last|this) week(?:,? on)? ${WEEKDAY_NAME}|\\b${WEEKDAY_NAME} a week ago\\b`,
      "g",
    ),
    resolve: ([, first, which, which2, second, ago1], now) => {
      const weekday = weekdayIndex(first ?? second ?? ago1);
      const back = (which ?? which2) === "this" ? 0 : 7;
      return oneDay(monday(now) + (weekday - 1 - back) * DAY);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(last|this past|past|this|previous) )${WEEKDAY_NAME}|\\b(${WEEKDAY_FULL})(?![a-z])|(?<=\\b(?:on|since|from|until|till) )${WEEKDAY_NAME}`,
      "g",
    ),
    resolve: ([, which, named, bare, short], now) => {
      const weekday = weekdayIndex(named ?? bare ?? short);
      const back = (weekdayOf(now) - weekday + 7) % 7;
      const day = dayOf(now) - (back === 0 && which === "last" ? 7 : back) * DAY;
      return which ? oneDay(day) : openDay(day, "week");
    },
  },
  {
    pattern:
      /\b(?:the )?(week|month) before last\b|\b(?:(beginning|start|middle|end) of |(early|mid|late|earlier|later) )?(last|this|(?<!the )past) (week|month|year|weekend)\b|\b(?<=(?:over|at|on|during) )(?:the )weekend\b/g,
    resolve: ([, before, part, part2, which, unit], now) => {
      if (before === "week") return range(monday(now) - 14 * DAY, monday(now) - 7 * DAY, "week");
      if (before === "month") return monthRange(monthBack(now, 2).year, monthBack(now, 2).month);
      const back = which === "this" ? 0 : 1;
      if (unit === "month") {
        const { year, month } = monthBack(now, back);
        const named = part ?? (part2 && /^(?:early|mid|late)$/.test(part2) ? part2 : null);
        return named ? thirdOf(year, month, third(named)) : monthRange(year, month);
      }
      if (unit === "year") return range(date(yearOf(now) - back, 1, 1), date(yearOf(now) - back + 1, 1, 1), "year");
      const from = monday(now) - back * 7 * DAY;
      if (unit === "week") return range(from, from + 7 * DAY, "week");
      // "The weekend" alone is the one that has begun.
      const saturday = monday(now) + 5 * DAY - (unit ? back : weekdayOf(now) >= 6 ? 0 : 1) * 7 * DAY;
      return range(saturday, saturday + 2 * DAY, "week");
    },
  },
  {
    pattern: new RegExp(
      `\\b(half an|half a|a couple of|(\\d{1,3})(?: and a half)?|${ENGLISH_NUMBER})[ -]?(and a half )?(minute|min|hour|hr|day|week|fortnight|month|year)s?(?: and a half)? (?:ago|earlier|back|before now)\\b`,
      "g",
    ),
    resolve: ([whole, words = "", digits, , unit = ""], now) => {
      if (/couple/.test(words) && unit === "day") return range(dayOf(now) - 7 * DAY, dayOf(now), "week");
      const n = digits ? Number(digits) : /^half/.test(words) ? 0.5 : /couple/.test(words) ? 2 : englishNumber(words);
      if (n === null || n === 0) return null;
      const more = /and a half/.test(whole) ? 0.5 : 0;
      return unit === "fortnight" ? ago(2 * n, "week", now) : ago(n + more, unit, now);
    },
  },
  {
    pattern:
      /\b(?:just now|a moment ago|a few (?:minutes|moments) ago|moments ago|(?:earlier|later|early|late) today)\b/g,
    resolve: ([word = ""], now) => (word.endsWith("today") ? oneDay(dayOf(now)) : range(now - HOUR, now, "hour")),
  },
  {
    pattern: /\b(?:a )?few days (?:ago|back)\b|\b(?:the )?other day\b/g,
    resolve: (_m, now) => range(dayOf(now) - 7 * DAY, dayOf(now), "week"),
  },
  {
    pattern:
      /\b(last |this )?(?:the )?(national day|golden week|spring festival|(?:chinese|lunar) new year|new year's day|christmas|singles' day|double (?:11|eleven)|may day|mid-autumn|dragon boat)(?: (?:festival|holidays?|day|eve|week))*(?: (?:of )?(20\d\d))?/g,
    resolve: ([, which, words = "", y], now) => {
      const found = festival(words, y ? Number(y) : which === "this " ? yearOf(now) : null, now);
      return found ? range(found.from, found.from + found.days * DAY, found.days === 1 ? "day" : "week") : null;
    },
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:on|since|from|around|until|till|of|between|and|to|dated) )(?:the )?${NTH}(?: of (last|this) month)?(?= ?(?:[^ a-z\\d]|$)| (?:with|at|in|i|my|but|when|for|around|after|before|of|and|to|we|you|he|she|they|it|until|because|via|through|from|by|someone|there|a|an|the|morning|afternoon|evening|your|till)\\b)`,
      "g",
    ),
    resolve: ([, d, which], now) => {
      for (let back = which === "last" ? 1 : 0; back < 3; back += 1) {
        const { year, month } = monthBack(now, back);
        if (!validDate(year, month, Number(d))) continue;
        const at = date(year, month, Number(d));
        if (at <= now) return which ? oneDay(at) : openDay(at, "month");
      }
      return null;
    },
  },
  {
    pattern:
      /(?<=\b(?:in|since|from|during|of|early|late|mid|until|back in) )(20[0-3]\d)(?![\d,.:/-]\d|\d| ?(?:yuan|rmb|dollars?|usd))/g,
    resolve: ([, y], now) =>
      Number(y) <= yearOf(now) ? range(date(Number(y), 1, 1), date(Number(y) + 1, 1, 1), "year") : null,
  },
];
