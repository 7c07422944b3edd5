/** Festivals and sales days, by the names customers use. */
import { DAY, date, yearOf } from "./calendar.ts";

/** Festivals that move; [month, day] per year. Years outside the table give nothing rather than a guess. */
const LUNAR: Readonly<Record<string, Readonly<Record<number, readonly [number, number]>>>> = {
  春节: { 2022: [2, 1], 2023: [1, 22], 2024: [2, 10], 2025: [1, 29], 2026: [2, 17], 2027: [2, 6], 2028: [1, 26] },
  端午: { 2022: [6, 3], 2023: [6, 22], 2024: [6, 10], 2025: [5, 31], 2026: [6, 19], 2027: [6, 9], 2028: [5, 28] },
  中秋: { 2022: [9, 10], 2023: [9, 29], 2024: [9, 17], 2025: [10, 6], 2026: [9, 25], 2027: [9, 15], 2028: [10, 3] },
};
const FIXED: Readonly<Record<string, readonly [month: number, day: number, days: number]>> = {
  国庆: [10, 1, 7],
  五一: [5, 1, 5],
  元旦: [1, 1, 1],
  清明: [4, 4, 3],
  双十一: [11, 11, 1],
  双十二: [12, 12, 1],
  六一: [6, 1, 1],
  圣诞: [12, 25, 1],
  "618": [6, 18, 1],
};
const NAMES: readonly [RegExp, string][] = [
  [/^十一|^国庆|national day|golden week/, "国庆"],
  [/^过年|^春节|^大年|^年三十|^除夕|spring festival|chinese new year|lunar new year/, "春节"],
  [/^五一|^劳动节|may day|labou?r day/, "五一"],
  [/^双(?:十一|11)|singles' day|double (?:11|eleven)/, "双十一"],
  [/^双(?:十二|12)/, "双十二"],
  [/^六一|^儿童节/, "六一"],
  [/^圣诞|christmas/, "圣诞"],
  [/^中秋|mid-autumn/, "中秋"],
  [/^端午|dragon boat/, "端午"],
  [/^元旦|new year's day/, "元旦"],
  [/^清明/, "清明"],
  [/^618/, "618"],
];

/** First wall and number of days of a festival in a year; null where the table ends. */
function festivalIn(words: string, year: number): { from: number; days: number } | null {
  const name = NAMES.find(([pattern]) => pattern.test(words))?.[1];
  if (name === undefined) return null;
  const moving = LUNAR[name];
  if (!moving) {
    const fixed = FIXED[name];
    return fixed ? { from: date(year, fixed[0], fixed[1]), days: fixed[2] } : null;
  }
  const on = moving[year];
  if (!on) return null;
  const first = date(year, on[0], on[1]);
  if (/^除夕|^年三十|^大年三十/.test(words)) return { from: first - DAY, days: 1 };
  const nth = /^大年初([一二三四五六七])/.exec(words)?.[1];
  if (nth) return { from: first + "一二三四五六七".indexOf(nth) * DAY, days: 1 };
  return { from: first, days: name === "春节" ? 7 : 3 };
}

/** The festival of `year`, or the last that has begun. */
export function festival(words: string, year: number | null, now: number): { from: number; days: number } | null {
  for (const one of year === null ? [yearOf(now), yearOf(now) - 1] : [year]) {
    const found = festivalIn(words, one);
    if (found && found.from <= now) return found;
  }
  return null;
}
