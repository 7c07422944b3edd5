/** When it happened: time words put together and turned into a range of instants. */
import { DAY, dayOf, HOUR, isoOf, MINUTE, wallOf } from "./calendar.ts";
import { ago, type DateRange, type Precision, range } from "./date-ranges.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { wholeNumber } from "./numerals.ts";
import { type ClockItem, type DateItem, type PartItem, timeItems } from "./time-items.ts";

const TIME_WORD =
  /[\d天日年月周点时早晚夜午晨刚前昨今号节]|过年|春节|国庆|元旦|五一|中秋|端午|清明|双十一|星期|礼拜|day|night|morning|week|month|year|ago|now|noon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
/** Between a date and its hour: "昨天，下午", "on Friday at 3pm", "周五的下午". */
const LINK = /^(?: ?[的,，]? ?(?:大概|大约|约|差不多|快|将近|at|around|about|in the|, at)? ?)$/;
/** A habit or an appointment, not the event. */
const HABIT_BEFORE = /(?:每(?:天|个|逢|年|到)?|天天|经常|总是?|老是?|一到|every |each |daily |到期日?[是为:]?)$/;
const GREETING_AFTER = /^好/;
/** "明年三月", "下个月5号", "八点后": still to come. */
const FUTURE_BEFORE = /(?:明年|后年|大后年|下个?月的?|下下个?月|明天|后天|下周|下个?星期|next |tomorrow )$/;
const APPOINTMENT_AFTER = /^(?:以后|之后|过后|后(?!来|台)|之前|以前|前(?:都|联系|打)| ?(?:onwards|or later))/;
/** "今天就要！", "今天之内", "今天给我答复": by when, not since when. */
const DEADLINE_AFTER =
  /^(?:就|都|我|也|你们|一定|能不能|可以|能|内|之内|以内|里)*(?:要(?!求我)|得(?!知)|必须|给我(?:答复|回复|回电|回话|解决|处理|办|退|说法|个|一个)|(?:之|以)?内|务必|解决|联系我|处理好|答复我|回复我|退给我)/;
/** "我昨天反映的事", "昨天那个投诉": when the customer told the bank, not when it happened. */
const TOLD_AFTER =
  /^(?:我|就|已经|刚|才|跟你们|和你们|向你们|给你们|在这里?|在这儿)*(?:(?:反映|投诉|反馈|提交|举报|登记)(?:了|过)?(?:的|你们|$|[,，。!?]|一次|过)|(?:说|讲|问)(?:过)?的(?=那|这|事|问题|$|[,，。!?])|(?:的|那个|那件|那笔|提的|交的)(?:投诉|工单|案子|单子|案件))/;
const TOLD_BEFORE =
  /(?:complain(?:ed|t)(?: i)?(?: made| filed| sent| raised| submitted)?(?: about it| to you)?|told you|(?:need|want) (?:it|this|that|an answer|a reply|my money)(?: back)?|by) $/;
/** "刚才", "刚刚": just a moment ago, said as a figure of speech beside the true time. */
const MOMENT_AGO = /^(?:就?刚才|刚刚|方才|just now)$/;
/** Signs and filler between two words for one time: "刚才，十分钟前", "昨天晚上，大概八点". */
const SAME_TIME = /^[\s,，、(（]*(?:也?就是?|大概|大约|差不多|应该|好像|是)?[\s,，]*$/;

interface Group {
  start: number;
  end: number;
  date: DateItem | null;
  part: PartItem | null;
  clock: ClockItem | null;
}

function groups(plain: string, now: number): Group[] {
  const out: Group[] = [];
  for (const item of timeItems(plain, now)) {
    const last = out.at(-1);
    const linked = last !== undefined && item.start - last.end <= 8 && LINK.test(plain.slice(last.end, item.start));
    if (
      last &&
      linked &&
      item.kind === "part" &&
      !last.part &&
      !last.clock &&
      last.date?.precision === "day" &&
      !last.date.part
    ) {
      last.part = item;
      last.end = item.end;
    } else if (last && linked && item.kind === "part" && last.clock && !last.part && item.start - last.end <= 1) {
      last.part = item;
      last.end = item.end;
    } else if (
      last &&
      linked &&
      item.kind === "clock" &&
      !last.clock &&
      (!last.date || last.date.precision === "day")
    ) {
      last.clock = item;
      last.end = item.end;
    } else if (
      last &&
      linked &&
      item.kind === "date" &&
      !last.date &&
      last.clock &&
      /^(?: ?(?:on )?)$/.test(plain.slice(last.end, item.start))
    ) {
      last.date = item;
      last.end = item.end;
    } else {
      out.push({
        start: item.start,
        end: item.end,
        date: item.kind === "date" ? item : null,
        part: item.kind === "part" ? item : null,
        clock: item.kind === "clock" ? item : null,
      });
    }
  }
  return out;
}

function hourOf(clock: ClockItem, hours: readonly [number, number] | null): number {
  const { hour } = clock;
  if (clock.pm === true) return hour < 12 ? hour + 12 : hour;
  if (clock.pm === false) return hour === 12 ? 0 : hour;
  if (!hours) return hour;
  const [from, to] = hours;
  if (from >= 17) {
    // 晚上八点 is 20, 昨晚一点 is after midnight, 晚上十二点 the end of the day.
    if (hour <= 5) return hour + 24;
    return hour < 12 ? hour + 12 : hour === 12 ? 24 : hour;
  }
  if (from === 11) return hour <= 2 ? hour + 12 : hour;
  if (from === 12) return hour < 12 ? hour + 12 : hour;
  return to === 6 && hour === 12 ? 0 : hour;
}

function resolve(group: Group, now: number): { from: number; to: number; precision: Precision } | null {
  const { date, part, clock } = group;
  const hours = part?.hours ?? date?.part ?? null;
  if (!hours && !clock) return date ? { from: date.from, to: date.to, precision: date.precision } : null;
  let day = date ? date.from : dayOf(now);
  const on = (base: number): { from: number; to: number; precision: Precision } => {
    if (!clock) {
      const [from, to] = hours ?? [0, 24];
      return { from: base + from * HOUR, to: base + to * HOUR, precision: "part-of-day" };
    }
    const from = base + hourOf(clock, hours) * HOUR + (clock.minute ?? 0) * MINUTE;
    return {
      from,
      to: from + (clock.minute === null ? HOUR : MINUTE),
      precision: clock.minute === null ? "hour" : "minute",
    };
  };
  // Without a date the last such time is meant.
  if (!date && on(day).from > now) day -= DAY;
  return on(day);
}

interface Dated {
  from: number;
  to: number;
  precision: Precision;
  start: number;
  end: number;
}

/**
 * Two expressions of one time are one fact, the more precise. They are one when they stand side by side and the
 * wider holds the narrower, or when one of them is only "just now".
 */
function mergeSameTime(plain: string, times: readonly Dated[]): Dated[] {
  const out: Dated[] = [];
  for (const time of times) {
    const at = out.findIndex((other) => {
      const holds = (a: Dated, b: Dated) => a.from <= b.from && b.to <= a.to + HOUR;
      if (!holds(other, time) && !holds(time, other)) return false;
      const beside = time.start >= other.end && SAME_TIME.test(plain.slice(other.end, time.start));
      const wider = other.to - other.from >= time.to - time.from ? other : time;
      return beside || MOMENT_AGO.test(plain.slice(wider.start, wider.end));
    });
    const other = out[at];
    if (!other) {
      out.push(time);
      continue;
    }
    const exact = other.to - other.from <= time.to - time.from ? other : time;
    const beside = time.start - other.end <= 4 && SAME_TIME.test(plain.slice(other.end, time.start));
    out[at] = beside ? { ...exact, start: other.start, end: time.end } : exact;
  }
  return out;
}

const N = `(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})`;
/** Answers to "when?" that are no dates in a story: "好几天了", "最近", "有半个月了". */
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

function askedTime(plain: string, now: number): Dated | null {
  if (plain.length > 40) return null;
  for (const [pattern, resolved] of ASKED) {
    const match = pattern.exec(plain);
    const found = match ? resolved(match, now) : null;
    if (match && found && found.from <= now)
      return {
        from: found.from,
        to: found.to,
        precision: found.precision,
        start: match.index,
        end: match.index + match[0].length,
      };
  }
  return null;
}

/** When the matter happened, relative to the message's instant in the customer's zone. Future times are none. */
export function findOccurred(source: FactSource, appointments: readonly { start: number; end: number }[]): FactDraft[] {
  const { plain, zone, asking } = source;
  // An answer to "when may we ring you?" tells nothing of the matter.
  if (asking === "contact-time" || (asking !== "occurred" && !TIME_WORD.test(plain))) return [];
  const now = wallOf(source.at, zone);
  if (Number.isNaN(now)) return [];
  const times: Dated[] = [];
  const found = groups(plain, now);
  for (const group of found) {
    const before = plain.slice(Math.max(0, group.start - 6), group.start);
    if (HABIT_BEFORE.test(before) || FUTURE_BEFORE.test(before)) continue;
    const rest = plain.slice(group.end, group.end + 16);
    if (TOLD_AFTER.test(rest) || /^'s complaint/.test(rest)) continue;
    if (TOLD_BEFORE.test(plain.slice(Math.max(0, group.start - 40), group.start))) continue;
    if (APPOINTMENT_AFTER.test(plain.slice(group.end, group.end + 5)) && !group.date) continue;
    if (appointments.some((span) => span.start <= group.start && group.end <= span.end)) continue;
    if (!group.date && !group.clock) {
      // A bare part of the day says when only if nothing better does: "晚上打电话骚扰" is a habit.
      const after = plain.slice(group.end, group.end + 4);
      if (GREETING_AFTER.test(after) || found.some((other) => other.date !== null)) continue;
      if (
        asking !== "occurred" &&
        group.part &&
        group.part.hours[0] >= 17 &&
        !/^(?:被|收|发现|刷|扣|少|转|来)/.test(after)
      )
        continue;
    }
    const when = resolve(group, now);
    if (!when || when.from > now || (when.to > now && DEADLINE_AFTER.test(rest))) continue;
    times.push({ from: when.from, to: when.to, precision: when.precision, start: group.start, end: group.end });
  }
  if (times.length === 0 && asking === "occurred") {
    const answer = askedTime(plain, now);
    if (answer) times.push(answer);
  }
  return mergeSameTime(plain, times).map(({ from, to, precision, start, end }) => ({
    name: "occurred",
    value: { from: isoOf(from, zone), to: isoOf(to, zone), precision },
    start,
    end,
  }));
}
