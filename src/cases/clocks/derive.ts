/** All clocks of a case, from its events and the packs it keeps. */
import type { ClockSpec, Length, RulePack } from "../../bank/files/rules.ts";
import type { Clock, ClockSetup } from "./clock.ts";
import { countDays, countTime } from "./count.ts";
import { endOf, local, yearOf } from "./day.ts";
import { extensionsOf } from "./extend.ts";
import type { ClockMark } from "./marks.ts";
import { inDays, pausesOf } from "./pauses.ts";
import { type Run, runsOf } from "./runs.ts";
import { type Workdays, workdaysFor } from "./workdays.ts";

const UNIT_MS = { minutes: 60_000, hours: 3_600_000 } as const;

/**
 * In the order of the packs and their clocks; each as its latest run, ended or not. The same events give the same
 * clocks at any time: nothing here knows what time it is. Throws RangeError for a year without a calendar.
 */
export function clocksOf(setup: ClockSetup, marks: readonly ClockMark[]): Clock[] {
  return setup.packs.flatMap((pack) => {
    const workdays = workdaysIn(setup, pack, marks);
    return pack.clocks
      .filter((spec) => applies(spec, setup, marks))
      .flatMap((spec) => runsOf(spec, marks).map((run) => clockOf(pack, spec, run, marks, workdays)));
  });
}

function workdaysIn(setup: ClockSetup, pack: RulePack, marks: readonly ClockMark[]): Workdays | null {
  if (pack.calendar === null) return null;
  const receipt = marks.find((mark) => mark.type === "mark" && mark.mark === "receipt");
  const adopted = marks.flatMap((mark) =>
    mark.type === "calendar-adopted" && mark.calendar === pack.calendar ? [mark.year] : [],
  );
  const received = receipt ? local(receipt.at, pack.zone).day : 0;
  return workdaysFor(setup.calendars.get(pack.calendar) ?? [], received, new Set(adopted));
}

function applies({ for: only }: ClockSpec, { business }: ClockSetup, marks: readonly ClockMark[]): boolean {
  const grade = marks.findLast((mark) => mark.type === "graded");
  return (
    (only.business === undefined || (business !== null && only.business.includes(business))) &&
    (only.notBusiness === undefined || business === null || !only.notBusiness.includes(business)) &&
    (only.grade === undefined || (grade?.type === "graded" && only.grade.includes(grade.grade)))
  );
}

function clockOf(
  pack: RulePack,
  spec: ClockSpec,
  run: Run,
  marks: readonly ClockMark[],
  workdays: Workdays | null,
): Clock {
  const pauses = pausesOf(spec, marks).filter((pause) => pause.to === null || pause.to > run.from);
  const since = movedAt(spec, run, marks);
  const common = { pack, spec, run, pauses, since, workdays };
  const { length } = spec;
  if (length === "as-told") {
    const end = run.until === null ? null : { day: null, at: run.until };
    return { ...common, end, reached: null, count: null, extensions: [], provisional: [] };
  }
  if (length.unit === "minutes" || length.unit === "hours") {
    const at = countTime(run.from, length.count * UNIT_MS[length.unit], pauses);
    const end = at === null ? null : { day: null, at };
    return { ...common, end, reached: null, count: null, extensions: [], provisional: [] };
  }
  return { ...common, ...inDaysOf(pack, spec, run, marks, workdays, length, common) };
}

function inDaysOf(
  pack: RulePack,
  spec: ClockSpec,
  run: Run,
  marks: readonly ClockMark[],
  workdays: Workdays | null,
  length: Length,
  { pauses }: Pick<Clock, "pauses">,
): Pick<Clock, "end" | "reached" | "count" | "extensions" | "provisional"> {
  const { zone, counting } = pack;
  const from = local(run.from, zone).day;
  const first = counting.firstDay;
  const { rollForward } = counting;
  const working = length.unit === "working-days";
  const internal = pack.applies === "internal";
  const ordinary = daysIn(length);
  const counted = { spec, run, zone, internal, day: from, first, working, rollForward, workdays };
  const extensions = spec.extensions.length > 0 ? extensionsOf(counted, ordinary, marks) : [];
  const count = extensions.findLast((extension) => extension.counts)?.count ?? ordinary;
  const days = countDays({ from, first, count, working, rollForward, workdays, pauses: inDays(pauses, zone) });
  return {
    end: days && { day: days.last, at: endOf(days.last, zone) },
    reached: days?.reached ?? null,
    count,
    extensions,
    provisional: days && (working || rollForward) ? restsOn(from, days.last, workdays) : [],
  };
}

/** In days, whichever the unit of a clock that counts them. */
export const daysIn = (length: Length): number => (length.unit === "weeks" ? length.count * 7 : length.count);

function restsOn(from: number, to: number, workdays: Workdays | null): number[] {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (workdays?.provisional.has(year)) years.push(year);
  return years;
}

/** The last event that had a say in the end of this run. */
function movedAt(spec: ClockSpec, run: Run, marks: readonly ClockMark[]): number {
  const own = new Set(marks.flatMap((m) => (m.type === "paused" && spec.pauses.includes(m.reason) ? [m.id] : [])));
  const moved = marks.findLast((mark) => {
    switch (mark.type) {
      case "paused":
      case "pause-told":
      case "pause-over":
        return mark.id === null ? own.size > 0 : own.has(mark.id);
      case "graded":
        return spec.for.grade !== undefined;
      case "extended":
      case "notice-given":
        return spec.extensions.length > 0 && isOfExtension(mark.notice, marks);
      case "calendar-adopted":
        return true;
      case "mark":
        return false;
      default:
        return mark satisfies never;
    }
  });
  return Math.max(run.known, moved?.known ?? 0);
}

function isOfExtension(notice: string, marks: readonly ClockMark[]): boolean {
  return marks.some((mark) => mark.type === "extended" && mark.notice === notice);
}
