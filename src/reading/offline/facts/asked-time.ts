/** Answers to "when?" that are no dates in a story: "好几天了", "最近", "有半个月了". */
import { DAY, dayOf, HOUR } from "./calendar.ts";
import { ago, type DateRange, range } from "./date-ranges.ts";
import { wholeNumber } from "./numerals.ts";

const N = `(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})`;
const ASKED: readonly [RegExp, (match: RegExpMatchArray, now: number) => DateRange | null][] = [
  [
    /好几天|[这前]几天|几天了|两三天|三四天|a few days|several days|couple of days|other day/,
    (_m, now) => range(dayOf(now) - 7 * DAY, dayOf(now) + DAY, "week"),
  ],
  [
    /好几个?(?:周|星期|礼拜)|几个(?:星期|礼拜)|半个(?:多)?月|a few weeks|couple of weeks/,
    (_m, now) => range(dayOf(now) - 31 * DAY, dayOf(now), "month"),
  ],
  [/好几个月|几个月|半年|a few months|several months/, (_m, now) => range(dayOf(now) - 183 * DAY, dayOf(now), "year")],
  [
    /最近|近期|这阵子|这段时间|有一阵|有段时间|前阵子|不久|recently|lately|a while/,
    (_m, now) => range(dayOf(now) - 31 * DAY, dayOf(now) + DAY, "month"),
  ],
  [
    new RegExp(`(${N})个?(小时|天|周|星期|礼拜|月|年)(?:多)?了`),
    (match, now) => {
      const n = wholeNumber(match[1]);
      return n === null || !match[2] ? null : ago(n, match[2], now);
    },
  ],
  [/^(?:就)?(?:刚|刚刚|刚才|现在|方才|just now|now)(?:才|吧|啊|呀|的)?$/, (_m, now) => range(now - HOUR, now, "hour")],
];

/** The time a short answer gives, or null. */
export function askedTime(plain: string, now: number): (DateRange & { start: number; end: number }) | null {
  if (plain.length > 40) return null;
  for (const [pattern, resolved] of ASKED) {
    const match = pattern.exec(plain);
    const found = match ? resolved(match, now) : null;
    if (match && found && found.from <= now)
      return { ...found, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
