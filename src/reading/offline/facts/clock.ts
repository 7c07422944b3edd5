/** Hours and minutes: "三点半", "14:25", "9点来钟", "half past seven", "4 pm". */
import { matchesOf } from "../../../matches.ts";
import { HAN_NUMBER, wholeNumber } from "./numerals.ts";

export interface Clock {
  start: number;
  end: number;
  hour: number;
  minute: number | null;
  /** Said with am or pm. */
  pm: boolean | null;
  /** Written as 24 hours: "08:30", "17:58". */
  exact: boolean;
  /** Means an hour only beside a date or a part of the day: "at seven". */
  weak: boolean;
}

const HOUR = `(2[0-4]|1\\d|0?\\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])`;
const MINUTES = `[0-5]?\\d|[零〇]\\d|[零〇]?${HAN_NUMBER}{1,3}`;
/** 8点半, 两点一刻, 凌晨两点四十, 14时25分. A single digit behind 点 is a decimal: 三点五. */
const HAN_CLOCK = new RegExp(
  `(?<![\\d第有差a-z.百千万零一二两三四五六七八九十])${HOUR}(?:点钟?|[时時](?![候间常不刻段效机限]))(?:(半)|([一二两三123])刻|过?(${MINUTES})分(?![钟之期行])|([0-5]\\d|[零〇]\\d|[零〇]?${HAN_NUMBER}{2,3}|[零〇]${HAN_NUMBER})(?![\\d十百千万亿元块个次%点:折倍成.]))?(?:来钟|多钟?|几分?(?=[^\\d千百万]|$)|钟|整|许|左右|前后|出头)*`,
  "g",
);
/** What follows 点 when it is no hour: 三点五, 两点建议, 8点数. */
const NO_HOUR =
  /^(?:[\d零一二两三四五六七八九](?!(?:[直下个笔次人张到起看查过开位名条台]))|半?[数差评击名赞](?!\d)|个(?=赞)|开(?=[这那始])|建议|要求|意见|原因|问题|诉求|疑问|希望|不满|理由|说明|质疑|想法|需要|关于|小|心|菜|餐|单|滴|头|子)/;
const POINTS_BEFORE =
  /(?:[说讲提这那几分共]|降到|降至|降为|涨到|利率|年化|费率|收益|息|以下|如下|强调|补充|反映|注意|总结|主要|以上|扣|打|给)$/;
/** "昨天下午一点" is an hour, "快一点", "一点都不" are not. */
const ONE_BEFORE = /(?:午|凌晨|夜里|[早晚]上|昨晚|昨夜|今早|深夜|半夜|[下头]晌|晏昼)$/;
const SHORT_OF = new RegExp(
  `(?<![\\d有a-z])(?:差(${HAN_NUMBER}{1,2}|\\d{1,2})分钟?(?:就?到|不到)?${HOUR}点|${HOUR}点差(${HAN_NUMBER}{1,2}|\\d{1,2})分)`,
  "g",
);
const COLON_CLOCK =
  /(?<![\d:.])([01]?\d|2[0-4])(?::([0-5]\d)(?::[0-5]\d)?|\.([0-5]\d)(?= ?[ap]\.?m)) ?(am|pm|a\.m\.|p\.m\.)?(?![\d:])/g;
const ENGLISH_HOURS: readonly string[] = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const NAMED_HOUR = `(${ENGLISH_HOURS.join("|")}|1[0-2]|[1-9])`;
const ENGLISH_CLOCK = new RegExp(
  `(?<![\\d:.,$a-z-])(?:(half past|quarter past|a quarter past|quarter to|a quarter to|(?:five|ten|twenty|\\d{1,2}) (?:past|to)) )?${NAMED_HOUR}(?: (thirty|fifteen|forty-five))?(?: ?(am|pm|a\\.m\\.?|p\\.m\\.?|o'clock|sharp|ish))?(?![\\d:%a-z-]|[.,]\\d)`,
  "g",
);
/** "at 3 different shops" is no hour. */
const WEAK_AFTER =
  /^(?: ?[^ a-z\d]| (?:in the|at night|on|and|but|when|while|i|my|the|yesterday|this|last|to|or|there|it|we|he|she|someone)\b| ?$)/;

function hanMinute(half: string | undefined, quarters: string | undefined, minutes: string | undefined) {
  if (half) return 30;
  if (quarters) return 15 * (wholeNumber(quarters) ?? 1);
  return minutes ? wholeNumber(minutes.replace(/^[零〇](?=.)/, "")) : null;
}

function hanClocks(plain: string): Clock[] {
  const out: Clock[] = [];
  for (const match of matchesOf(SHORT_OF, plain)) {
    const [whole, less, next, base, lacking] = match;
    const hour = wholeNumber(next ?? base);
    const minutes = wholeNumber(less ?? lacking);
    if (hour === null || minutes === null || hour < 1 || minutes > 30 || minutes < 1) continue;
    const span = { start: match.index, end: match.index + whole.length };
    out.push({ ...span, hour: hour - 1, minute: 60 - minutes, pm: null, exact: false, weak: false });
  }
  for (const match of matchesOf(HAN_CLOCK, plain)) {
    const [whole, hours, half, quarters, spoken, figures] = match;
    const hour = wholeNumber(hours);
    const end = match.index + whole.length;
    if (hour === null || hour > 24) continue;
    const before = plain.slice(Math.max(0, match.index - 4), match.index);
    const minute = hanMinute(half, quarters, spoken ?? figures);
    if (minute !== null && minute > 59) continue;
    if (minute === null && (NO_HOUR.test(plain.slice(end, end + 3)) || POINTS_BEFORE.test(before))) continue;
    if (/^一点$/.test(whole) && !ONE_BEFORE.test(before)) continue;
    if (out.some((other) => other.start < end && match.index < other.end)) continue;
    const exact = hour > 12 || /^0\d/.test(hours ?? "");
    out.push({ start: match.index, end, hour, minute, pm: null, exact, weak: false });
  }
  return out;
}

const pmOf = (word: string | undefined) => (word && /^[ap]/.test(word) ? word.startsWith("p") : null);

function englishClocks(plain: string): Clock[] {
  const out: Clock[] = [];
  for (const match of matchesOf(ENGLISH_CLOCK, plain)) {
    const [whole, lead, hours = "", behind, half] = match;
    const end = match.index + whole.length;
    const named = ENGLISH_HOURS.indexOf(hours) + 1;
    let hour = named > 0 ? named : Number(hours);
    let minute: number | null = behind ? ({ thirty: 30, fifteen: 15 }[behind] ?? 45) : null;
    if (lead) {
      const by = /half/.test(lead) ? 30 : /quarter/.test(lead) ? 15 : minutesIn(lead);
      minute = lead.endsWith("to") ? 60 - by : by;
      if (lead.endsWith("to")) hour = hour === 1 ? 12 : hour - 1;
    }
    const sure = half !== undefined || (lead !== undefined && !/^\d/.test(lead));
    const before = plain.slice(Math.max(0, match.index - 7), match.index);
    if (!sure && (!/\b(?:at|around|about|from) $/.test(before) || !WEAK_AFTER.test(plain.slice(end, end + 12))))
      continue;
    out.push({ start: match.index, end, hour, minute, pm: pmOf(half), exact: false, weak: !sure });
  }
  return out;
}

function minutesIn(lead: string): number {
  const word = lead.split(" ")[0] ?? "";
  return /\d/.test(word) ? Number(word) : word === "five" ? 5 : word === "ten" ? 10 : 20;
}

/** Every clock time of the text, not in order. */
export function clocks(plain: string): Clock[] {
  const out: Clock[] = [];
  if (/[点时時]/.test(plain)) out.push(...hanClocks(plain));
  if (/\d[:.]\d\d/.test(plain))
    for (const match of matchesOf(COLON_CLOCK, plain))
      out.push({
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        hour: Number(match[1]),
        minute: Number(match[2] ?? match[3]),
        pm: pmOf(match[4]),
        exact: match[4] === undefined,
        weak: false,
      });
  if (/\d ?(?:am|pm|a\.m|p\.m)|o'clock|\b(?:at|around|about|from|past|to) (?:\d|[onetwfursivgl])/.test(plain))
    out.push(...englishClocks(plain));
  return out;
}

/** The hour of the day, above 24 after midnight, with the part of the day it was said with. */
export function hourOf(clock: Clock, part: readonly [number, number] | null): number {
  const { hour, pm } = clock;
  if (pm === true) return hour < 12 ? hour + 12 : hour;
  if (pm === false) return hour === 12 ? 0 : hour;
  if (!part) return hour;
  const [from, to] = part;
  if (from >= 17) {
    // 晚上八点 is 20, 昨晚一点 is after midnight, 晚上十二点 the end of the day.
    if (hour <= 5) return hour + 24;
    return hour < 12 ? hour + 12 : hour === 12 ? 24 : hour;
  }
  if (from === 11) return hour <= 2 ? hour + 12 : hour;
  if (from === 12) return hour < 12 ? hour + 12 : hour;
  return to === 6 && hour === 12 ? 0 : hour;
}
