/** Dates as English-speaking customers write them, and dates in figures. */
import { DAY, date, dayOf, HOUR, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";
import { ago, monthRange, oneDay, partHours, pastDate, type Rule, range } from "./date-ranges.ts";
import { ENGLISH_NUMBER, englishNumber } from "./numerals.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY_NAME =
  "(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

export const SLASH: Rule = {
  pattern: /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%])/g,
  resolve: ([whole, a, b, y], now) => {
    if (whole === "24/7") return null;
    let [month, day] = [Number(a), Number(b)];
    if (month > 12) [month, day] = [day, month];
    if (y) {
      const year = Number(y) + (y.length === 2 ? 2000 : 0);
      return validDate(year, month, day) ? oneDay(date(year, month, day)) : null;
    }
    const past = month >= 1 && month <= 12 ? pastDate(now, month, day) : null;
    return past === null ? null : oneDay(past);
  },
};

function namedDay(now: number, month: number, day: number, year: string | undefined) {
  if (year) return validDate(Number(year), month, day) ? oneDay(date(Number(year), month, day)) : null;
  const past = pastDate(now, month, day);
  return past === null ? null : oneDay(past);
}
const monthIndex = (name: string | undefined) => MONTHS.indexOf((name ?? "").slice(0, 3)) + 1;

export const ENGLISH_RULES: readonly Rule[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g,
    resolve: ([, y, m, d]) =>
      validDate(Number(y), Number(m), Number(d)) ? oneDay(date(Number(y), Number(m), Number(d))) : null,
  },
  {
    pattern: new RegExp(
      `\\b${MONTH_NAME} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (?:of )?(20\\d\\d))?`,
      "g",
    ),
    resolve: ([, m, d, y], now) => namedDay(now, monthIndex(m), Number(d), y),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}(?![a-z])(?:,? (20\\d\\d))?`, "g"),
    resolve: ([, d, m, y], now) => namedDay(now, monthIndex(m), Number(d), y),
  },
  {
    pattern: new RegExp(
      `\\b(?:in|last|since|during|of|from|early|late|mid) ${MONTH_NAME}(?![a-z])(?:,? (?:of )?(20\\d\\d))?`,
      "g",
    ),
    resolve: ([, m, y], now) => {
      const month = monthIndex(m);
      return monthRange(y ? Number(y) : date(yearOf(now), month, 1) <= now ? yearOf(now) : yearOf(now) - 1, month);
    },
  },
  { pattern: /\b(?:the )?day before yesterday\b/g, resolve: (_m, now) => oneDay(dayOf(now) - 2 * DAY) },
  {
    pattern:
      /\b(yesterday|today|this|last)(?:'s)? (morning|afternoon|evening|night|noon)\b|\b(yesterday|today|tonight)\b/g,
    resolve: (match, now) => {
      const day =
        dayOf(now) - (match[1] === "yesterday" || match[1] === "last" || match[3] === "yesterday" ? 1 : 0) * DAY;
      const part = match[2] ? partHours(match[2]) : match[3] === "tonight" ? partHours("night") : null;
      return part ? oneDay(day, part) : oneDay(day);
    },
  },
  {
    pattern: new RegExp(
      `\\b(last|on|this|since|this past|past) ${WEEKDAY_NAME}(?![a-z])|\\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b`,
      "g",
    ),
    resolve: (match, now) => {
      const weekday = WEEKDAYS.indexOf((match[2] ?? match[3] ?? "").slice(0, 3)) + 1;
      const today = weekdayOf(now);
      const back = (today - weekday + 7) % 7;
      return oneDay(dayOf(now) - (back === 0 && match[1] === "last" ? 7 : back) * DAY);
    },
  },
  {
    pattern: /\b(last|this|past) (week|month|year|weekend)\b/g,
    resolve: ([, which, unit], now) => {
      const back = which === "this" ? 0 : 1;
      if (unit === "month")
        return monthRange(
          yearOf(date(yearOf(now), monthOf(now) - back, 1)),
          monthOf(date(yearOf(now), monthOf(now) - back, 1)),
        );
      if (unit === "year") return range(date(yearOf(now) - back, 1, 1), date(yearOf(now) - back + 1, 1, 1), "year");
      const monday = dayOf(now) - (weekdayOf(now) - 1 + back * 7) * DAY;
      return unit === "weekend"
        ? range(monday + 5 * DAY, monday + 7 * DAY, "week")
        : range(monday, monday + 7 * DAY, "week");
    },
  },
  {
    pattern: new RegExp(
      `\\b(half an|(\\d{1,3})|${ENGLISH_NUMBER}) ?(minute|min|hour|hr|day|week|month|year)s? (?:ago|earlier|back)\\b`,
      "g",
    ),
    resolve: ([, words = "", digits, unit = ""], now) => {
      const n = digits ? Number(digits) : words === "half an" ? 0.5 : englishNumber(words);
      return n === null ? null : ago(n, unit, now);
    },
  },
  {
    pattern: /\b(?:just now|a moment ago|a few minutes ago|earlier today)\b/g,
    resolve: ([word], now) => (word === "earlier today" ? oneDay(dayOf(now)) : range(now - HOUR, now, "hour")),
  },
  {
    pattern: /\ba (?:few|couple of) days ago\b|\bthe other day\b/g,
    resolve: (_m, now) => range(dayOf(now) - 7 * DAY, dayOf(now), "week"),
  },
];
