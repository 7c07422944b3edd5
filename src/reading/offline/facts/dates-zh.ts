/** Dates as Chinese customers write them. */
import { DAY, date, dayOf, festival, HOUR, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";
import { ago, monthRange, oneDay, partHours, pastDate, type Rule, range, thirdOf, yearWord } from "./date-ranges.ts";
import { HAN_NUMBER, wholeNumber } from "./numerals.ts";

const N = `(?:\\d{1,3}|${HAN_NUMBER}{1,4})`;
const DAYNUM = `(?:[12]\\d|3[01]|0?[1-9]|[一二三四五六七八九十廿]{1,3})`;
const MONTHNUM = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";

export const HAN_RULES: readonly Rule[] = [
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
