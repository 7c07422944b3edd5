/** Figures in Chinese text. */
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

const DIGITS = "\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?";
const HANZI = "[一二两三四五六七八九十百半]+";
const NUMBER = `(?:${DIGITS}|${HANZI})`;
const SCALE = "(?:万|亿|千|百)?";
const CURRENCIES = "美元|港元|港币|欧元|日元|英镑|澳元|加元|元|块";
const TIMES = "个?工作日|个?交易日|个?自然日|天|日|个?小时|分钟|秒|周岁|周|个?星期|个?月|个?季度|年";
const RATES = "%|％|‰";
/** Only a hanzi with one of these is a count: 三笔, and not 一律 or 二类. */
const COUNTERS = "次|笔|张|份|期|倍|岁|名|人|枚|克|件|户|台|页|位|条";
const UNIT = `(?:${CURRENCIES}|${TIMES}|${RATES}|${COUNTERS}|积分)`;
const TO = "(?:及?以上)?(?:至|到|—|–|-|~|～)";

const DATE = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号])?|(\d{4})年/g;
const CLOCK = /(\d{1,2})(?:[:：](\d{2})|点)(?:(?:至|到|—|–|-)(\d{1,2})(?:[:：](\d{2})|点))?/g;
const SHARE = new RegExp(`(百|千|万)分之(${NUMBER})`, "g");
const AMOUNT = new RegExp(`(第)?(?:(${NUMBER})(${SCALE})(${UNIT})?${TO})?(${NUMBER})(${SCALE})\\s?(${UNIT})?`, "g");
/** What holds numbers that are no figures: menu paths, titles, telephone numbers and their keys, laws, versions, codes. */
const NO_FIGURES =
  /「[^」]*」|《[^》]*》|\d{3,4}-\d{3,4}-\d{4}|按\d+|第[\d一二三四五六七八九十百]+[条款号章]|[^，。；、]*?[发〔]\d{4}[〕]\d+号|[一二三四]分之[一二三四]|[A-Za-z]+-?\d+|\d+[×xX]24|[四三二]类|三方|十有八九|[几数好][十百千万亿]+|400(?=电话|热线)/g;

export function chineseFigures(text: string): Figure[] {
  return readFigures(text, NO_FIGURES, [
    [DATE, readDate],
    [CLOCK, readClock],
    [SHARE, readShare],
    [AMOUNT, readAmount],
  ]);
}

function readDate([, year, month, day, only]: RegExpExecArray): Read {
  return plainFigure("date", dateValue(Number(year ?? only ?? 0), Number(month ?? 0), Number(day ?? 0)));
}

function readClock([, hour, minute, untilHour, untilMinute]: RegExpExecArray): Read {
  const values = [clock(hour, minute)];
  if (untilHour !== undefined) values.push(clock(untilHour, untilMinute));
  return { ...plainFigure("clock", ...values), loose: values.every((value) => value % 1440 === 0) };
}

function readShare([, of, text = ""]: RegExpExecArray): Read | null {
  const number = numberOf(text, "");
  return number === null ? null : plainFigure("percent", number * (of === "百" ? 1 : of === "千" ? 0.1 : 0.01));
}

/** "每月20日" is a day of the month, "20日内" are twenty days. */
function readAmount(match: RegExpExecArray): Read | null {
  const [whole, ordinal, low, lowScale = "", lowUnit, high = "", highScale = "", unit = ""] = match;
  const hanzi = !/^\d/.test(high);
  if (hanzi && unit === "") return null;
  const to = numberOf(high, highScale);
  if (to === null) return null;
  const after = match.input.slice(match.index + whole.length);
  const dayOfMonth = unit === "日" && low === undefined && !/^[之以]?内|^后/.test(after);
  if (ordinal !== undefined || dayOfMonth) return { ...plainFigure("ordinal", to), loose: hanzi };
  if (unit === "" && low === undefined && HOTLINE.test(high)) return plainFigure("hotline", to);
  const { kind, size, counted } = measureOf(unit);
  const loose = hanzi ? to <= 1 || kind === "count" : unit === "" && to < 10;
  if (low === undefined) return { kind, values: [to * size], numbers: [to], unit: counted, loose };
  const from = numberOf(low, lowScale);
  if (from === null) return null;
  const first = lowUnit === undefined ? size : measureOf(lowUnit).size;
  return { kind, values: [from * first, to * size], numbers: [from, to], unit: counted, loose };
}

function measureOf(unit: string): Measure & { counted: string } {
  const money = moneyOf(unit);
  if (money) return { kind: money, size: 1, counted: "" };
  const measure = MEASURES.get(unit.replace(/^个/, ""));
  return measure ? { ...measure, counted: "" } : { ...COUNT, counted: unit };
}

const MEASURES = new Map<string, Measure>([
  ["工作日", WORKING_DAY],
  ["交易日", { kind: "working days", size: 1 }],
  ["自然日", DAY],
  ["天", DAY],
  ["日", DAY],
  ["小时", HOUR],
  ["分钟", MINUTE],
  ["秒", SECOND],
  ["周", WEEK],
  ["星期", WEEK],
  ["月", MONTH],
  ["季度", QUARTER],
  ["年", YEAR],
  ["%", PERCENT],
  ["％", PERCENT],
  ["‰", { kind: "percent", size: 0.1 }],
]);

function moneyOf(unit: string): Kind | null {
  if (unit === "元" || unit === "块") return "money yuan";
  if (unit === "港币") return "money 港元";
  return new RegExp(`^(?:${CURRENCIES})$`).test(unit) ? `money ${unit}` : null;
}

function clock(hour = "0", minute = "0"): number {
  return Number(hour) * 60 + Number(minute);
}

const SCALES = new Map([
  ["", 1],
  ["百", 100],
  ["千", 1000],
  ["万", 10_000],
  ["亿", 100_000_000],
]);
const HANZI_DIGITS = "零一二三四五六七八九";

/** Null for what names no one number: 两三, 五六. */
function numberOf(text: string, scale: string): number | null {
  const number = /^\d/.test(text) ? Number(text.replace(/[,，]/g, "")) : hanziNumber(text);
  return number === null ? null : number * (SCALES.get(scale) ?? 1);
}

function hanziNumber(text: string): number | null {
  if (text === "半") return 0.5;
  const match = /^(?:([一二两三四五六七八九])百)?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(text);
  if (!match) return null;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (hanzi: string | undefined) => HANZI_DIGITS.indexOf((hanzi ?? "零").replace("两", "二"));
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}
