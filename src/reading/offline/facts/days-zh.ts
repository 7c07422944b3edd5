/** Times told from today in Chinese: 昨晚, 三天前, 前几天, 去年底, 国庆那几天. */
import { DAY, date, dayOf, HOUR, yearOf } from "./calendar.ts";
import { ago, type DateRange, oneDay, partHours, type Rule, range, yearWord } from "./date-ranges.ts";
import { YEAR } from "./dates-zh.ts";
import { festival } from "./festivals.ts";
import { HAN_NUMBER, wholeNumber } from "./numerals.ts";

const N = `(?:\\d{1,3}|${HAN_NUMBER}{1,4})`;
/** Parts of a day, longest first. */
export const HAN_PARTS =
  "凌晨|一?大?清[晨早]|早上|早晨|(?<![周期拜])一大?早(?!上)|朝早|[头前上]晌|上昼|上午|中午|正午|晌午|午间|下午|午后|[下后过]晌|晏昼|下昼|傍晚|黄昏|晚上|晚间|晚黑|夜晚|夜里|夜间|深夜|后半夜|大?半夜|午夜";

const months = (year: number, from: number, count: number): DateRange =>
  range(date(year, from, 1), date(year, from + count, 1), "month");

const SEASONS: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };

/** Part of a year: 初, 年底, 上半年, 夏天, 三季度. */
function partOfYear(year: number, words: string): DateRange {
  if (/初/.test(words)) return months(year, 1, 2);
  if (/中/.test(words)) return months(year, 6, 2);
  if (/[底末]/.test(words)) return months(year, 11, 2);
  if (words === "上半年") return months(year, 1, 6);
  if (words === "下半年") return months(year, 7, 6);
  const season = SEASONS[words.replace("的", "").charAt(0)];
  if (season) return months(year, season, 3);
  const quarter = wholeNumber(/[一二三四1-4]/.exec(words)?.[0]) ?? 1;
  return months(year, quarter * 3 - 2, 3);
}

const lastDays = (now: number) => range(dayOf(now) - 7 * DAY, dayOf(now), "week");

export const HAN_DAYS: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:(半)个?多?(小时|钟头|钟|天|月|年)|(个把|个半)(小时|钟头|星期|礼拜|月)|([一两三])刻钟|(${N})(个半|个多|个|来|多)?(分钟|小时|钟头|天|周|星期|礼拜|月|年)多?|(${HAN_NUMBER}{1,3})日)(?:之前|以前|前(?![后台往]))`,
      "g",
    ),
    resolve: ([, half, halfUnit, about, aboutUnit, quarters, n, more, unit, days], now) => {
      if (half && halfUnit) return ago(0.5, halfUnit, now);
      if (about && aboutUnit) return ago(about === "个半" ? 1.5 : 1, aboutUnit, now);
      if (quarters) return ago(15 * (wholeNumber(quarters) ?? 1), "分钟", now);
      const count = wholeNumber(n ?? days);
      if (count === null) return null;
      return ago(count + (more === "个半" ? 0.5 : 0), unit ?? "天", now);
    },
  },
  {
    pattern: new RegExp(
      `(?:(大前|(?<![目之以提从当年眼])前)(?:天(?![天气])|日|儿个?|个(?=${HAN_PARTS}))|(昨|(?<![至如迄])今)(?:天|日(?!头)|儿个?(?![^,，。!? ]{0,2}子)|个(?=${HAN_PARTS}))|[琴寻噚擒](?:日|(?=晚))|夜个|((?<![天年月周日期时分钟以之目提当眼面])前(?=晚|夜)|昨(?=晚|夜|${HAN_PARTS})|(?<![至如迄])今(?=晚|夜|${HAN_PARTS}))|(今)(?=早|晨|朝早))((?:${HAN_PARTS})|[晚夜早晨](?!上好))?`,
      "g",
    ),
    resolve: ([whole, before, near, short, , part], now) => {
      const word = before ?? near ?? short ?? (whole.startsWith("今") ? "今" : "昨");
      const back = word === "大前" ? 3 : word === "前" ? 2 : word === "昨" ? 1 : 0;
      const day = dayOf(now) - back * DAY;
      const hours = part ? partHours(part) : null;
      return hours ? oneDay(day, hours) : oneDay(day);
    },
  },
  {
    pattern:
      /(?<![提之目以])前(?:几|两|些)(?:天|日(?!元))(?:子|里)?|前些(?:日子|时候)|好?几天(?:之前|以前|前(?![后台往]))/g,
    resolve: (_m, now) => lastDays(now),
  },
  {
    pattern: /刚才|刚刚(?![好够满成毕退工开学会])|方才|头先|啱啱|(?<!好)几分钟前/g,
    resolve: (_m, now) => range(now - HOUR, now, "hour"),
  },
  {
    pattern: new RegExp(
      `(${YEAR})?的?(国庆|(?<![万千百二三四五六七八九])十一(?=假期|期间|长假|黄金周|放假|那几天|小?长假)|春节|过年|大年初[一二三四五六七]|大?年三十|除夕|元旦|(?<![万千百十零])五一|劳动节|中秋|端午|清明|双十[一二]|双1[12](?!\\d)|(?<![万千百十零])六一|儿童节|圣诞|(?<!\\d)618(?=那天|当天|期间|活动|大促|的时候|前后|那会))节?(?:(?:小?长)?假期?期?间?|期间|黄金周|放假(?:期间)?|那几天|那天|当天|前后|的时候|那会儿?|那阵子?)?`,
      "g",
    ),
    resolve: ([, y, words = ""], now) => {
      const year = yearWord(y, now);
      const found = festival(words, year, now);
      if (!found) return null;
      const days = range(found.from, found.from + found.days * DAY, found.days === 1 ? "day" : "week");
      return year === null ? { ...days, open: "year" } : days;
    },
  },
  {
    pattern: new RegExp(
      `(${YEAR.replace("[012]\\d年", "[012]\\d年(?=[初底末]|年[初底]|[上下]半年|的?[春夏秋冬][天季]|就?[办买开签借贷存投])")})(?!度|检|报|费|[来内]|前的|出生|生人|生的|了)(?:(年?[初底末](?![一二三])|年中(?![国行心间])|[上下]半年|的?[春夏秋冬][天季]|第?[一二三四1-4]季度))?`,
      "g",
    ),
    resolve: (match, now) => {
      const [whole, word, third] = match;
      const rest = (match.input ?? "").slice((match.index ?? 0) + whole.length);
      // "今年七十一", "今年15岁了": an age.
      if (!third && word === "今年" && AGE.test(rest)) return null;
      const year = yearWord(word, now);
      if (year === null) return null;
      return third ? partOfYear(year, third) : range(date(year, 1, 1), date(year + 1, 1, 1), "year");
    },
  },
  {
    pattern: /(?<![年\d去今前每])(年初|[上下]半年)(?![一二三])/g,
    resolve: ([, words = ""], now) => partOfYear(yearOf(now), words),
  },
];

const AGE = new RegExp(
  `^(?:已经|都|才|刚|快|就|也|虚岁|周岁|整)*(?:\\d{1,3}|${HAN_NUMBER}{1,4})多?(?:岁|周岁|了|[,，。!?、 ]|$)`,
);
