/** Figures in English text. */
import {
  COUNT,
  DAY,
  dateValue,
  type Figure,
  HOTLINE,
  HOUR,
  type Kind,
  type Measure,
  MINUTE,
  MONTH,
  PERCENT,
  plainFigure,
  QUARTER,
  type Read,
  readFigures,
  SECOND,
  WEEK,
  WORKING_DAY,
  YEAR,
} from "./figure.ts";

const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const MORE_WORDS = new Map([
  ["once", 1],
  ["twice", 2],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["ninety", 90],
]);
const MONTHS = "January February March April May June July August September October November December".split(" ");

const DIGITS = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
const NUMBER = `(?:${DIGITS}|\\b(?:${[...WORDS, ...MORE_WORDS.keys()].join("|")}|half an?|an?)\\b)`;
const SCALE = "(?:[\\s-](?:thousand|million|billion))?";
const MONEY = "yuan|RMB|CNY|US dollars?|dollars?|USD|Hong Kong dollars?|HKD|euros?|EUR|yen|pounds?|GBP";
const TIMES =
  "(?:working|business|trading)[\\s-]days?|(?:calendar[\\s-])?days?|hours?|minutes?|seconds?|weeks?|months?|quarters?|years?";
const UNIT = `(?:[\\s-]?(?:%|(?:(?:${MONEY}|${TIMES}|per\\s?cent|times)\\b)))`;
const AMOUNT = new RegExp(
  `(US\\$|\\$|¥|RMB\\s?|CNY\\s?)?(?:(${DIGITS})(${SCALE})(${UNIT})?(?:\\s?[–—-]\\s?|\\sto\\s)(?=\\d))?(${NUMBER})(${SCALE})(st|nd|rd|th)?(${UNIT})?`,
  "gi",
);
const DATE = new RegExp(
  `(?:(\\d{1,2})\\s)?\\b(${MONTHS.join("|")})\\b(?:\\s(\\d{1,2})(?!\\d))?(?:,?\\s(\\d{4}))?|\\b(20\\d{2})\\b(?!,)`,
  "g",
);
const CLOCK =
  /(\d{1,2}):(\d{2})(?:\s?([ap])\.?m\b\.?)?(?:\s?(?:–|—|-|to)\s?(\d{1,2}):(\d{2})(?:\s?([ap])\.?m\b\.?)?)?|\b(\d{1,2})\s?([ap])\.?m\b\.?|\b(midnight)\b/g;
/** What holds numbers that are no figures: menu paths, telephone numbers and their keys, clauses and laws, classes. */
const NO_FIGURES =
  /"[^"]*>[^"]*"|“[^”]*>[^”]*”|\d{3,4}-\d{3,4}-\d{4}|\bpress \d+|\b(?:clauses?|articles?|no\.|version) \d+(?:(?:, | and | or )\d+)*|\b[A-Z]+-?\d+\b|\b(?:the )?400 number|\b24\/7|(?:one|two|three|four)[\s-](?:half|thirds?|quarters?)\b/gi;

export function englishFigures(text: string): Figure[] {
  return readFigures(text, NO_FIGURES, [
    [DATE, readDate],
    [CLOCK, readClock],
    [AMOUNT, readAmount],
  ]);
}

function readDate([whole, before, month, after, year, only]: RegExpExecArray): Read | null {
  if (whole === "May" || whole === "March") return null;
  const monthNumber = month === undefined ? 0 : MONTHS.indexOf(month) + 1;
  return plainFigure("date", dateValue(Number(year ?? only ?? 0), monthNumber, Number(before ?? after ?? 0)));
}

function readClock(match: RegExpExecArray): Read {
  const [, hour, minute, half, untilHour, untilMinute, untilHalf, whole, wholeHalf, midnight] = match;
  const values = midnight === undefined ? [clock(hour ?? whole, minute, half ?? wholeHalf)] : [0];
  if (untilHour !== undefined) values.push(clock(untilHour, untilMinute, untilHalf));
  return { ...plainFigure("clock", ...values), loose: values.every((value) => value % 1440 === 0) };
}

function readAmount(match: RegExpExecArray): Read | null {
  const [, sign, low, lowScale = "", lowUnit, high = "", highScale = "", ordinal, unit = ""] = match;
  const word = !/^\d/.test(high);
  const measure = sign === undefined ? measureOf(unit) : { kind: currencyOf(sign.trim()), size: 1 };
  const to = numberOf(high, highScale);
  if (ordinal !== undefined) return plainFigure("ordinal", to);
  if (unit === "" && low === undefined && HOTLINE.test(high)) return plainFigure("hotline", to);
  if (unit === "" && /^(?:an?|half an?)$/i.test(high)) return null;
  const loose = word ? to <= 1 || measure.kind === "count" : measure.kind === "count" && to < 10;
  if (low === undefined) return { kind: measure.kind, values: [to * measure.size], numbers: [to], unit: "", loose };
  const from = numberOf(low, lowScale);
  const first = lowUnit === undefined ? measure.size : measureOf(lowUnit).size;
  return { kind: measure.kind, values: [from * first, to * measure.size], numbers: [from, to], unit: "", loose };
}

const MEASURES: readonly [RegExp, Measure][] = [
  [/^(working|business|trading)/, WORKING_DAY],
  [/^(calendar|day)/, DAY],
  [/^hour/, HOUR],
  [/^minute/, MINUTE],
  [/^second/, SECOND],
  [/^week/, WEEK],
  [/^month/, MONTH],
  [/^quarter/, QUARTER],
  [/^year/, YEAR],
  [/^(%|per)/, PERCENT],
  [/^times?/, COUNT],
];

function measureOf(text: string): Measure {
  const unit = text.replace(/^[\s-]/, "").toLowerCase();
  if (unit === "") return COUNT;
  return MEASURES.find(([pattern]) => pattern.test(unit))?.[1] ?? { kind: currencyOf(unit), size: 1 };
}

function currencyOf(name: string): Kind {
  const lower = name.toLowerCase();
  if (/^(yuan|rmb|cny|¥)/.test(lower)) return "money yuan";
  if (/^(hong|hkd)/.test(lower)) return "money 港元";
  if (/^(eur)/.test(lower)) return "money 欧元";
  if (/^yen/.test(lower)) return "money 日元";
  return /^(pound|gbp)/.test(lower) ? "money 英镑" : "money 美元";
}

function clock(hour = "0", minute = "0", half?: string): number {
  const afternoon = half?.toLowerCase() === "p" && Number(hour) < 12 ? 12 : 0;
  return (Number(hour) + afternoon) * 60 + Number(minute);
}

function numberOf(text: string, scale: string): number {
  const word = text.toLowerCase();
  const size = /million/i.test(scale) ? 1e6 : /thousand/i.test(scale) ? 1e3 : /billion/i.test(scale) ? 1e9 : 1;
  if (/^\d/.test(word)) return Number(word.replaceAll(",", "")) * size;
  if (word.startsWith("half")) return 0.5 * size;
  return (MORE_WORDS.get(word) ?? (WORDS.indexOf(word) >= 0 ? WORDS.indexOf(word) + 1 : 1)) * size;
}
