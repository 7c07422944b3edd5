/** Words of time in plain text: dates, parts of a day and clock times, each resolved on its own. */
import { DAY, date, dayOf, festival, HOUR, MINUTE, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";
import { ENGLISH_NUMBER, englishNumber, HAN_NUMBER, wholeNumber } from "./numerals.ts";

export type Precision = "minute" | "hour" | "part-of-day" | "day" | "week" | "month" | "year";

export interface DateItem {
  kind: "date";
  start: number;
  end: number;
  from: number;
  to: number;
  precision: Precision;
  /** Hours of the part of the day when the word names both: 昨晚. */
  part?: readonly [number, number];
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

const N = `(?:\\d{1,3}|${HAN_NUMBER}{1,4})`;
const DAYNUM = `(?:[12]\\d|3[01]|0?[1-9]|[一二三四五六七八九十廿]{1,3})`;
const MONTHNUM = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";

function range(
  from: number,
  to: number,
  precision: Precision,
  part?: readonly [number, number],
): Omit<DateItem, "kind" | "start" | "end"> {
  return { from, to, precision, ...(part ? { part } : {}) };
}
const oneDay = (day: number, part?: readonly [number, number]) => range(day, day + DAY, "day", part);

function monthRange(year: number, month: number): Omit<DateItem, "kind" | "start" | "end"> {
  return range(date(year, month, 1), date(year, month + 1, 1), "month");
}

/** 初, 中, 底 of a month: ten days each, to the week. */
function thirdOf(year: number, month: number, which: string): Omit<DateItem, "kind" | "start" | "end"> {
  if (/初|上旬/.test(which)) return range(date(year, month, 1), date(year, month, 11), "week");
  if (/中/.test(which)) return range(date(year, month, 11), date(year, month, 21), "week");
  return range(date(year, month, 21), date(year, month + 1, 1), "week");
}

/** The latest such day that is not in the future. */
function pastDate(now: number, month: number, day: number): number | null {
  for (let year = yearOf(now); year > yearOf(now) - 5; year -= 1) {
    if (validDate(year, month, day) && date(year, month, day) <= now) return date(year, month, day);
  }
  return null;
}

function yearWord(word: string | undefined, now: number): number | null {
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

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY_NAME =
  "(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

type Resolve = (m: RegExpMatchArray, now: number) => Omit<DateItem, "kind" | "start" | "end"> | null;
interface Rule {
  /** Cheap test that spares the expression. */
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

function ago(n: number, unit: string, now: number): Omit<DateItem, "kind" | "start" | "end"> | null {
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

const HAN_RULES: readonly Rule[] = [
  {
    pattern: /(?<!\d)(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)[日号]?/g,
    resolve: ([, y, m, d]) =>
      validDate(Number(y), Number(m), Number(d)) ? oneDay(date(Number(y), Number(m), Number(d))) : null,
  },
  {
    pattern: new RegExp(
      `(?<![\\d第])(今年|去年|前年|大前年|\\d{4}年)?的?(?<!\\d)(${MONTHNUM})月(?:份的?)?(?:(${DAYNUM})(?!\\d)[日号]?(?!分|个|笔|次|万|千|百|点|元|块|人)|(底|末|初|中旬|上旬|下旬|中))?`,
      "g",
    ),
    resolve: (match, now) => {
      const [, y, m, d, third] = match;
      const month = wholeNumber(m);
      const given = yearWord(y, now);
      if (month === null) return null;
      if (d) {
        const day = wholeNumber(d);
        if (day === null) return null;
        if (given !== null) return validDate(given, month, day) ? oneDay(date(given, month, day)) : null;
        const past = pastDate(now, month, day);
        return past === null ? null : oneDay(past);
      }
      const year = given ?? (date(yearOf(now), month, 1) <= now ? yearOf(now) : yearOf(now) - 1);
      return third ? thirdOf(year, month, third) : monthRange(year, month);
    },
  },
  {
    pattern: new RegExp(
      `(上上|上|这|本|当)个?月(?:份)?(?:的)?(?:(${DAYNUM})(?!\\d)[日号]|(底|末|初|中旬|上旬|下旬|中))?`,
      "g",
    ),
    resolve: ([, which, d, third], now) => {
      const back = which === "上上" ? 2 : which === "上" ? 1 : 0;
      const first = date(yearOf(now), monthOf(now) - back, 1);
      if (d) {
        const day = wholeNumber(d);
        return day !== null && validDate(yearOf(first), monthOf(first), day)
          ? oneDay(date(yearOf(first), monthOf(first), day))
          : null;
      }
      return third ? thirdOf(yearOf(first), monthOf(first), third) : monthRange(yearOf(first), monthOf(first));
    },
  },
  {
    pattern: /(?<![个一二三四五六七八九十\d上这本每])月(初|底|末|中旬)(?!龄)/g,
    resolve: ([, third = ""], now) =>
      thirdOf(yearOf(now), monthOf(now) - (/初/.test(third) || new Date(now).getUTCDate() > 20 ? 0 : 1), third),
  },
  {
    pattern:
      /(大前|前|昨|今)(?:天|日|儿个?)?(凌晨|清晨|早上|早晨|一早|上午|中午|下午|傍晚|晚上|夜里|深夜|半夜|晚间|晚|夜|早|晨)|(大前|前|昨|今)(?:天|日(?!头)|儿个?(?![^,，。!? ]{0,2}子))/g,
    resolve: (match, now) => {
      const which = match[1] ?? match[3];
      const back = which === "大前" ? 3 : which === "前" ? 2 : which === "昨" ? 1 : 0;
      const day = dayOf(now) - back * DAY;
      const part = match[2] ? partHours(match[2]) : null;
      return part ? oneDay(day, part) : oneDay(day);
    },
  },
  {
    pattern:
      /(?<![每\d一二两三四五六七八九十几])(上上个?|上个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天末](?![年岁])|[1-6](?!\d))/g,
    resolve: ([, which, d = ""], now) => {
      const monday = dayOf(now) - (weekdayOf(now) - 1) * DAY;
      const back = which?.startsWith("上上") ? 14 : which?.startsWith("上") ? 7 : 0;
      if (d === "末") {
        const saturday = monday + 5 * DAY - (which || weekdayOf(now) >= 6 ? back : 7) * DAY;
        return range(saturday, saturday + 2 * DAY, "week");
      }
      const weekday = d === "日" || d === "天" ? 7 : (wholeNumber(d) ?? 1);
      let day = monday + (weekday - 1 - back) * DAY;
      if (!which && day > now) day -= 7 * DAY;
      return oneDay(day);
    },
  },
  {
    pattern: /(上上个?|上个?|这个?|本)(?:周|星期|礼拜)(?![一二三四五六日天末1-6])/g,
    resolve: ([, which = ""], now) => {
      const monday =
        dayOf(now) -
        (weekdayOf(now) - 1) * DAY -
        (which.startsWith("上上") ? 14 : which.startsWith("上") ? 7 : 0) * DAY;
      return range(monday, monday + 7 * DAY, "week");
    },
  },
  {
    pattern: new RegExp(
      `(?:(半)个?多?(小时|钟头|天|月|年)|(${N})(个半|个多|个|来|多)?(分钟|小时|钟头|天|日|周|星期|礼拜|月|年)(?:多)?)(?:之前|以前|前(?![后台]))`,
      "g",
    ),
    resolve: ([, half, halfUnit, n, more, unit], now) => {
      if (half && halfUnit) return ago(0.5, halfUnit, now);
      const count = wholeNumber(n);
      return count === null || !unit ? null : ago(count + (more === "个半" ? 0.5 : 0), unit, now);
    },
  },
  { pattern: /前(?:几|两|些)天/g, resolve: (_m, now) => range(dayOf(now) - 7 * DAY, dayOf(now), "week") },
  { pattern: /刚才|刚刚|方才/g, resolve: (_m, now) => range(now - HOUR, now, "hour") },
  {
    pattern:
      /(今年|去年|前年|大前年|\d{4}年)?的?(国庆|十一假期|春节|过年|元旦|五一|劳动节|中秋|端午|清明|双十一|双11|(?<!\d)618(?!\d))(?:节)?(?:期间|假期|那天|当天|长假|前后|那会儿?)?/g,
    resolve: ([, y, name = ""], now) => {
      const given = yearWord(y, now);
      for (const year of given === null ? [yearOf(now), yearOf(now) - 1] : [given]) {
        const found = festival(name, year);
        if (found && found.from <= now)
          return range(found.from, found.from + found.days * DAY, found.days === 1 ? "day" : "week");
      }
      return null;
    },
  },
  {
    pattern: /(大前年|前年|去年|今年)(年?初|年?底|年?末|上半年|下半年)?|(?<!\d)(20[0-4]\d)年(?!\d)/g,
    resolve: ([whole, word, third, digits], now) => {
      const year = digits ? Number(digits) : yearWord(word, now);
      if (year === null || whole === "") return null;
      if (!third) return range(date(year, 1, 1), date(year + 1, 1, 1), "year");
      if (/初/.test(third)) return range(date(year, 1, 1), date(year, 3, 1), "month");
      if (third === "上半年") return range(date(year, 1, 1), date(year, 7, 1), "month");
      return third === "下半年"
        ? range(date(year, 7, 1), date(year + 1, 1, 1), "month")
        : range(date(year, 11, 1), date(year + 1, 1, 1), "month");
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d第月每单账尾编工门楼线一二三四五六七八九十.:/-])(${DAYNUM})[号日](?!窗|柜|线|楼|机|店|码|卡|员|院|门|桌|台|本|元|常|期|子|[a-z\\d])`,
      "g",
    ),
    resolve: ([, d], now) => {
      const day = wholeNumber(d);
      if (day === null || day < 1 || day > 31) return null;
      for (let back = 0; back < 3; back += 1) {
        const first = date(yearOf(now), monthOf(now) - back, 1);
        if (!validDate(yearOf(first), monthOf(first), day)) continue;
        const at = date(yearOf(first), monthOf(first), day);
        if (at <= now) return oneDay(at);
      }
      return null;
    },
  },
];

const SLASH: Rule = {
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

const ENGLISH_RULES: readonly Rule[] = [
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
