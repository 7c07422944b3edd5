/**
 * The clocks of a case the slow way, for comparison: every event read anew for every clock, every day looked at by
 * itself. Shares the packs and the events with the product, and none of its code.
 */
import type { ClockSpec, RulePack } from "../../../src/bank/files/rules.ts";
import type { FiringSetup } from "../../../src/cases/clocks/firings.ts";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { dateOf, instantOf, isWorked, otherDay } from "./slow-days.ts";

export interface SlowClock {
  spec: ClockSpec;
  pack: RulePack;
  /** "answer", "promise:p1". */
  name: string;
  run: number;
  from: number;
  /** "2027-01-04", or an instant for clocks that count no days; null while it stands still. */
  due: string | null;
  endsAt: number | null;
  over: boolean;
}

interface Thing {
  name: string;
  about: string | null;
  at: number;
  until: number | null;
}

/** What an event is to the clocks. */
function thingsOf(event: CaseEvent): Thing[] {
  const thing = (name: string, about: string | null = null, until: string | null = null, at = event.at): Thing => ({
    name,
    about,
    at: new Date(at).getTime(),
    until: until === null ? null : new Date(until).getTime(),
  });
  if (event.type === "registered") return [thing("receipt", null, null, event.receivedAt), thing("registered")];
  if (event.type === "restarted") return [thing("restarted", null, null, event.receivedAt)];
  if (event.type === "customer-contacted") return [thing("contacted"), thing("told")];
  if (event.type === "called-back") return [thing("told"), thing("called-back")];
  if (event.type === "notice-given") {
    return event.kind === "decision" ? [thing("told"), thing("decision-given")] : [thing("told")];
  }
  if (event.type === "wait-begun") return [thing(`waiting-${event.whom}`, event.wait, event.until)];
  if (event.type === "wait-ended") return [thing("wait-ended", event.wait)];
  if (event.type === "promised") return [thing("promised", event.promise, event.until)];
  if (event.type === "promise-moved") return [thing("promise-moved", event.promise, event.until)];
  if (event.type === "promise-kept") return [thing("promise-kept", event.promise)];
  if (event.type === "proposal-made") return [thing("proposal-made", event.proposal, event.answerBy)];
  if (event.type === "proposal-agreed" || event.type === "proposal-declined") {
    return [thing("proposal-answered", event.proposal)];
  }
  if (event.type === "closed") return [thing("closed", null, event.callBackBy)];
  if (event.type === "returned") return [thing("released")];
  if (event.type === "withdrawn" || event.type === "merged") return [thing("closed")];
  return [thing(event.type)];
}

export function slowClocks(setup: FiringSetup, events: readonly CaseEvent[]): SlowClock[] {
  const clocks: SlowClock[] = [];
  for (const pack of setup.packs) for (const spec of pack.clocks) clocks.push(...slowRuns(setup, pack, spec, events));
  return clocks;
}

function slowRuns(setup: FiringSetup, pack: RulePack, spec: ClockSpec, events: readonly CaseEvent[]): SlowClock[] {
  let grade = "";
  for (const event of events) if (event.type === "registered" || event.type === "graded") grade = event.grade.value;
  if (spec.for.grade && !spec.for.grade.some((one) => one === grade)) return [];
  if (spec.for.business && !spec.for.business.some((one) => one === setup.business)) return [];
  if (spec.for.notBusiness?.some((one) => one === setup.business)) return [];

  const single = spec.length !== "as-told";
  const found: { about: string; run: number; from: number; until: number | null; over: boolean; index: number }[] = [];
  events.forEach((event, index) => {
    for (const { name, about, at, until } of thingsOf(event)) {
      const is = (list: readonly string[]) => list.includes(name);
      const old = found.find((one) => one.about === (single ? "" : (about ?? "")));
      let again = is(spec.starts) && (!old || old.over);
      if (is(spec.renews)) again = old !== undefined && !old.over;
      if (is(spec.restarts)) again = old !== undefined;
      if (!single && until === null) again = false;
      if (again && old) Object.assign(old, { run: old.run + 1, from: at, until, over: false, index });
      else if (again) found.push({ about: single ? "" : (about ?? ""), run: 1, from: at, until, over: false, index });
      else if (is(spec.stops)) {
        for (const one of found) if (one === old || (!single && about === null)) one.over = true;
      }
    }
  });
  return found.map(({ about, run, from, until, over, index }) => {
    const name = about === "" ? spec.clock : `${spec.clock}:${about}`;
    return { spec, pack, name, run, from, over, ...slowEnd(setup, pack, spec, events, { from, until, index }) };
  });
}

/** Waits that do not count, of the events up to `upTo`: from when, until when. */
function slowPauses(spec: ClockSpec, events: readonly CaseEvent[], upTo: number): [number, number][] {
  const pauses: [number, number][] = [];
  const seen = events.slice(0, upTo + 1);
  seen.forEach((begun, index) => {
    if (begun.type !== "wait-begun" || !spec.pauses.some((one) => one === begun.reason)) return;
    const later = seen.slice(index + 1);
    const end = later.find(
      (one) =>
        (one.type === "wait-ended" && one.wait === begun.wait) ||
        ["decided", "closed", "withdrawn", "merged"].includes(one.type),
    );
    const told = later.find((one) => one.type === "notice-given" && one.notice === begun.notice);
    const until = end ? Date.parse(end.at) : Number.POSITIVE_INFINITY;
    if (!spec.pausesToldOnly) pauses.push([Date.parse(begun.at), until]);
    else if (told && (!end || later.indexOf(told) < later.indexOf(end))) pauses.push([Date.parse(told.at), until]);
  });
  return pauses;
}

function slowEnd(
  setup: FiringSetup,
  pack: RulePack,
  spec: ClockSpec,
  events: readonly CaseEvent[],
  begin: { from: number; until: number | null; index: number },
): Pick<SlowClock, "due" | "endsAt"> {
  const at = (ms: number | null) => ({ due: ms === null ? null : new Date(ms).toISOString(), endsAt: ms });
  if (spec.length === "as-told") return at(begin.until);
  const { count, unit } = spec.length;
  const pauses = slowPauses(spec, events, events.length);
  if (unit === "hours" || unit === "minutes") {
    // Minute by minute; instants within a minute are kept.
    let left = count * (unit === "hours" ? 60 : 1);
    let now = begin.from;
    for (; left > 0; now += 60_000) {
      if (pauses.some(([from, to]) => from <= now && to === Number.POSITIVE_INFINITY)) return at(null);
      if (!pauses.some(([from, to]) => from <= now && now < to)) left -= 1;
    }
    return at(now);
  }
  const { zone } = pack;
  const years = slowYears(setup, pack, events);
  const counts = (date: string, standing: [number, number][]): boolean => {
    const midnight = instantOf(date, "00:00", zone);
    if (standing.some(([from, to]) => from < midnight && midnight <= to)) return false;
    return unit !== "working-days" || isWorked(date, years);
  };
  const first = dateOf(begin.from, zone);
  const start = pack.counting.firstDay === "included" ? first : otherDay(first, 1);
  const reach = (days: number): string | null => {
    let left = days;
    for (let date = start; ; date = otherDay(date, 1)) {
      const midnight = instantOf(date, "00:00", zone);
      if (pauses.some(([from, to]) => from < midnight && to === Number.POSITIVE_INFINITY)) return null;
      if (counts(date, pauses)) left -= 1;
      if (left === 0) return date;
    }
  };
  let days = unit === "weeks" ? count * 7 : count;
  let step = 0;
  events.forEach((event, index) => {
    const extension = spec.extensions[step];
    if (event.type !== "extension-granted" || index < begin.index || !extension) return;
    const told = events.find((one) => one.type === "notice-given" && one.notice === event.notice);
    const standing = slowPauses(spec, events, index);
    if (pack.applies === "internal" && asOf(days, standing) !== event.from) return;
    let used = 0;
    for (let date = start; date <= event.to; date = otherDay(date, 1)) if (counts(date, standing)) used += 1;
    if (!told || Date.parse(told.at) >= Date.parse(event.tellBy) || used <= days) return;
    days = Math.min(used, extension.to);
    step += 1;
  });
  function asOf(wanted: number, standing: [number, number][]): string | null {
    let left = wanted;
    for (let date = start; ; date = otherDay(date, 1)) {
      const midnight = instantOf(date, "00:00", zone);
      if (standing.some(([from, to]) => from < midnight && to === Number.POSITIVE_INFINITY)) return null;
      if (counts(date, standing)) left -= 1;
      if (left === 0) return date;
    }
  }
  let due = reach(days);
  if (due === null) return { due: null, endsAt: null };
  while (pack.counting.rollForward && !isWorked(due, years)) due = otherDay(due, 1);
  return { due, endsAt: instantOf(due, "24:00", zone) };
}

export function slowYears(setup: FiringSetup, pack: RulePack, events: readonly CaseEvent[]) {
  const all = pack.calendar === null ? [] : (setup.calendars.get(pack.calendar) ?? []);
  const registered = events.find((event) => event.type === "registered");
  const received = registered?.type === "registered" ? dateOf(Date.parse(registered.receivedAt), pack.zone) : "";
  return all.filter((year) => {
    const twins = all.filter((one) => one.year === year.year);
    if (twins.length === 1) return true;
    const official = twins.find((one) => one.status === "official");
    const taken = events.some(
      (event) => event.type === "calendar-adopted" && event.calendar === pack.calendar && event.year === year.year,
    );
    const officialCounts = official?.adopted === null || (official?.adopted ?? "9") <= received || taken;
    return (year.status === "official") === officialCounts;
  });
}
