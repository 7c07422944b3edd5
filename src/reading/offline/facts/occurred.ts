/** When it happened: time words put together and turned into a range of instants. */
import { askedTime } from "./asked-time.ts";
import { dayOf, HOUR, isoOf, wallOf } from "./calendar.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { tellsEvent } from "./not-the-event.ts";
import { type Resolved, resolveGroup, type Told, timeGroups } from "./time-groups.ts";

const TIME_WORD =
  /[\d天日年月周点时早晚夜午晨晌昼刚前昨今号节]|过年|除夕|国庆|元旦|五一|六一|十一|中秋|端午|清明|圣诞|双十|星期|礼拜|琴日|寻日|头先|啱啱|day|night|morning|evening|week|month|year|ago|now|noon|christmas|festival|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/;
/** "刚才", "刚刚": just a moment ago, said as a figure of speech beside the true time. */
const MOMENT_AGO = /^(?:就?刚才|刚刚|方才|just now)$/;
/** Signs and filler between two words for one time: "刚才，十分钟前", "昨天晚上，大概八点". */
const SAME_TIME = /^[\s,，、(（]*(?:也?就?是?|大概|大约|差不多|应该|好像|是|the|on)?[\s,，]*$/;

interface Dated extends Resolved {
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

/** When the matter happened, relative to the message's instant in the customer's zone. Future times are none. */
export function findOccurred(source: FactSource, appointments: readonly { start: number; end: number }[]): FactDraft[] {
  const { plain, zone, asking } = source;
  // An answer to "when may we ring you?" tells nothing of the matter.
  if (asking === "contact-time" || (asking !== "occurred" && !TIME_WORD.test(plain))) return [];
  const now = wallOf(source.at, zone);
  if (Number.isNaN(now)) return [];
  const times: Dated[] = [];
  const groups = timeGroups(plain, now);
  const dated = groups.some((group) => group.date !== null);
  let told: Told | null = null;
  for (const group of groups) {
    if (appointments.some((span) => span.start <= group.start && group.end <= span.end)) continue;
    const when = resolveGroup(group, now, told);
    if (!when) continue;
    if (group.date && group.date.precision === "day")
      told = { day: dayOf(group.date.from), part: group.part?.hours ?? group.date.part ?? null };
    if (!tellsEvent(plain, group, when, now, dated, asking === "occurred")) continue;
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
