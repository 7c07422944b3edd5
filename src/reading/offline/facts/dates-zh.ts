/** Dates of the calendar as Chinese customers write them: days, months, weeks. */
import { DAY, date, dayOf, monthOf, validDate, weekdayOf, yearOf } from "./calendar.ts";
import { monthRange, oneDay, openDay, pastDate, type Rule, range, thirdOf, yearWord } from "./date-ranges.ts";
import { wholeNumber } from "./numerals.ts";

export const YEAR =
  "大前年|前年|去年|今年|(?<!以)上年(?=[度初底末]|\\d|的)|\\d{4}年|(?<!\\d)[012]\\d年|[二两][零〇][零〇一二][零〇一二三四五六七八九]年";
const DAYNUM =
  "(?:[12]\\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])";
const MONTHNUM = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const THIRD = "底|末|初|[上中下]旬|中(?![行国信秋午])";

const monday = (now: number) => dayOf(now) - (weekdayOf(now) - 1) * DAY;
const weeksBack = (which: string | undefined) => (which?.startsWith("上上") ? 14 : which?.startsWith("上") ? 7 : 0);

/** "周末" alone: a habit or a question unless something happened then. */
const HAPPENED = /^[^,，。!?]{0,14}(?:[了过被没]|的时候)/;
const IN_GENERAL = /^[^,，。!?]{0,12}(?:[吗么?]|能|可以|上班|开门|都|也|总|老是|一般|经常|准|从来)/;
/** Before "10.28" when it is a number after all. */
const NUMBER_BEFORE = /(?:[了是扣收付少差率息元共约值涨跌于为给费款额价比分版第¥$]|[a-z\d]) ?$/;

const DATED_NEXT =
  "那天|当天|这天| ?(?:凌晨|早上|上午|中午|下午|傍晚|晚上|半夜)| ?\\d{1,2}[:点]|(?:我|在|去|被|扣|刷|转|买|办|存|取|开|提交|申请|打|到账|还|汇|发现)";

export const HAN_DATES: readonly Rule[] = [
  {
    // 11月3-5号, 8月15日至20日
    pattern: new RegExp(
      `(?<![\\d第近.])(${YEAR})?(?<!\\d)(${MONTHNUM})月(\\d{1,2})[日号]?(?:[-~到至])(\\d{1,2})[日号]`,
      "g",
    ),
    resolve: ([, y, m, first, last], now) => {
      const month = wholeNumber(m);
      const given = yearWord(y, now);
      if (month === null || Number(last) <= Number(first)) return null;
      const from = given === null ? pastDate(now, month, Number(first)) : date(given, month, Number(first));
      if (from === null || !validDate(yearOf(from), month, Number(last))) return null;
      return range(from, date(yearOf(from), month, Number(last) + 1), "day");
    },
  },
  {
    pattern: /(?<!\d)(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)[日号]?/g,
    resolve: ([, y, m, d]) =>
      validDate(Number(y), Number(m), Number(d)) ? oneDay(date(Number(y), Number(m), Number(d))) : null,
  },
  {
    pattern: new RegExp(
      `(?<![\\d第近.])(${YEAR})?的?(?<!\\d)(${MONTHNUM})月(?:份)?(?:的?(?:(\\d{1,2})(?![\\d,.]\\d|\\d)(?:[日号](?![内线楼])|(?![分个笔次万千百点元块人天年折%张条家期位台套wk]))|(${DAYNUM})[日号])|(${THIRD}))?`,
      "g",
    ),
    resolve: (match, now) => {
      const [, y, m, figures, words, third] = match;
      const month = wholeNumber(m);
      const given = yearWord(y, now);
      if (month === null) return null;
      const d = figures ?? words;
      if (d) {
        const day = wholeNumber(d.replace("廿", "二十"));
        if (day === null) return null;
        if (given !== null) return validDate(given, month, day) ? oneDay(date(given, month, day)) : null;
        const past = pastDate(now, month, day);
        return past === null ? null : openDay(past, "year");
      }
      const year = given ?? (date(yearOf(now), month, 1) <= now ? yearOf(now) : yearOf(now) - 1);
      const found = third ? thirdOf(year, month, third) : monthRange(year, month);
      return given === null ? { ...found, open: "year" } : found;
    },
  },
  {
    pattern: new RegExp(
      `(?<![以早晚])(上上|上一?|这一?|本|今(?=个))个?月(?:份)?(?:的?(${DAYNUM})(?!\\d)[日号]|(${THIRD}))?`,
      "g",
    ),
    resolve: ([, which, d, third], now) => {
      const back = which === "上上" ? 2 : which?.startsWith("上") ? 1 : 0;
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
    pattern: /(?<![个一二三四五六七八九十\d上下这本每])月(初|底|末|中旬|中(?![行国信秋午]))(?!龄)/g,
    resolve: ([, third = ""], now) =>
      thirdOf(yearOf(now), monthOf(now) - (/初/.test(third) || new Date(now).getUTCDate() > 20 ? 0 : 1), third),
  },
  {
    pattern:
      /(?<![每逢隔\d一二两三四五六七八九十几]|下个?)(上上个?|上个?|这个?|本)?(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜))?(一(?![直次回趟共般个样起点些路生]|下(?![午晌昼班周]))|[二三四五六日天末](?![年岁个])|[1-6](?![\d个次]))/g,
    resolve: (match, now) => {
      const [whole, which, d = ""] = match;
      const back = weeksBack(which);
      if (d === "末") {
        const rest = (match.input ?? "").slice((match.index ?? 0) + whole.length);
        if (!which && (!HAPPENED.test(rest) || IN_GENERAL.test(rest))) return null;
        const saturday = monday(now) + 5 * DAY - (which || weekdayOf(now) >= 6 ? back : 7) * DAY;
        return range(saturday, saturday + 2 * DAY, "week");
      }
      const weekday = d === "日" || d === "天" ? 7 : (wholeNumber(d) ?? 1);
      const day = monday(now) + (weekday - 1 - back) * DAY;
      if (which) return oneDay(day);
      return openDay(day > now ? day - 7 * DAY : day, "week");
    },
  },
  {
    pattern: /(上上个?|上一?个?|这一?个?|本|今个)(?:周(?!期)|星期|礼拜)/g,
    resolve: ([, which = ""], now) => {
      const from = monday(now) - weeksBack(which) * DAY;
      return range(from, from + 7 * DAY, "week");
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d第月每单账尾编工门楼线型户一二三四五六七八九十.:/-])(?!一日)(${DAYNUM})(?!\\d)(?:号(?!窗|柜|线|楼|机|店|码|卡|员|院|门|桌|台|本|元|厅|馆|仓|铺|字|小哥|小姐姐|出口|坐席|信托|产品|文件|公告|难求|[a-z\\d])|日(?!年化|内|以内|之内|子|常|期|元|圆|币|均|本|息|[a-z\\d]))`,
      "g",
    ),
    resolve: ([, d], now) => {
      const day = wholeNumber(d?.replace("廿", "二十"));
      if (day === null || day < 1 || day > 31) return null;
      for (let back = 0; back < 3; back += 1) {
        const first = date(yearOf(now), monthOf(now) - back, 1);
        if (!validDate(yearOf(first), monthOf(first), day)) continue;
        const at = date(yearOf(first), monthOf(first), day);
        if (at <= now) return openDay(at, "month");
      }
      return null;
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d.a-z+/-])(1[0-2]|0?[1-9])(?:\\.(0[1-9]|[12]\\d|3[01]|[1-9])|-(0[1-9]|[12]\\d|3[01]))(?:[日号]|(?=${DATED_NEXT}))(?![\\d.-])`,
      "g",
    ),
    resolve: (match, now) => {
      const [, m, d, dashed] = match;
      if (NUMBER_BEFORE.test((match.input ?? "").slice(Math.max(0, (match.index ?? 0) - 3), match.index))) return null;
      const past = pastDate(now, Number(m), Number(d ?? dashed));
      return past === null ? null : openDay(past, "year");
    },
  },
];
