/** Extensions of a clock that counts days: how far each leads, and whether it counts. */
import type { ClockSpec } from "../../bank/files/rules.ts";
import type { GrantedExtension } from "./clock.ts";
import { countDays, daysUsed } from "./count.ts";
import { dayNumber } from "./day.ts";
import type { ClockMark } from "./marks.ts";
import { inDays, pausesOf } from "./pauses.ts";
import type { Run } from "./runs.ts";
import type { Workdays } from "./workdays.ts";

export interface Counted {
  spec: ClockSpec;
  run: Run;
  zone: string;
  /** The law's clocks take every extension; one of the bank's own only what was granted for its own last day. */
  internal: boolean;
  day: number;
  first: "excluded" | "included";
  working: boolean;
  rollForward: boolean;
  workdays: Workdays | null;
}

/**
 * The grants of this run, in order. Each takes the pack's next step. A step leads to the day that was granted, but
 * never past the pack's limit; it counts only when the customer was told before the old last day was over.
 */
export function extensionsOf(of: Counted, count: number, marks: readonly ClockMark[]): GrantedExtension[] {
  const granted: GrantedExtension[] = [];
  let current = count;
  for (const mark of marks) {
    const step = of.spec.extensions[granted.filter((each) => each.counts).length];
    if (mark.type !== "extended" || mark.known < of.run.known || !step) continue;
    const told = marks.find((each) => each.type === "notice-given" && each.notice === mark.notice);
    if (of.internal && endAsOf(of, current, marks, mark.known) !== dayNumber(mark.from)) continue;
    const pauses = inDays(pausesOf(of.spec, marks, mark.known), of.zone);
    const { day: from, first, working, workdays } = of;
    const wanted = daysUsed({ from, first, working, workdays, pauses }, dayNumber(mark.to));
    const counts = told !== undefined && told.at < mark.tellBy && wanted > current;
    const reaches = Math.min(step.to, wanted);
    granted.push({ slug: step.slug, count: reaches, grantedAt: mark.known, toldAt: told?.at ?? null, counts });
    if (counts) current = reaches;
  }
  return granted;
}

/** The last day as it was known at `asOf` (ms); null while it could not be told. */
function endAsOf(of: Counted, count: number, marks: readonly ClockMark[], asOf: number): number | null {
  const pauses = inDays(pausesOf(of.spec, marks, asOf), of.zone);
  const { day: from, first, working, rollForward, workdays } = of;
  return countDays({ from, first, count, working, rollForward, workdays, pauses })?.last ?? null;
}
