/** The waits that do not count for a clock. */
import type { ClockSpec } from "../../bank/files/rules.ts";
import type { WaitReason } from "../life/case.ts";
import type { DayPause } from "./count.ts";
import { local } from "./day.ts";
import type { ClockMark } from "./marks.ts";

/** Times in ms; `to` is null while it lasts. */
export interface ClockPause {
  id: string;
  reason: WaitReason;
  from: number;
  to: number | null;
}

/**
 * As they were known at `asOf` (ms). Where the pack wants the customer told, a wait begins to count as a pause with
 * the notice of it, and without one never.
 */
export function pausesOf(spec: ClockSpec, marks: readonly ClockMark[], asOf = Number.POSITIVE_INFINITY): ClockPause[] {
  const waits = new Map<string, { reason: WaitReason; from: number | null; to: number | null }>();
  for (const mark of marks) {
    if (mark.known > asOf) break;
    switch (mark.type) {
      case "paused":
        if (spec.pauses.includes(mark.reason)) {
          waits.set(mark.id, { reason: mark.reason, from: spec.pausesToldOnly ? null : mark.at, to: null });
        }
        break;
      case "pause-told": {
        const wait = waits.get(mark.id);
        if (wait && wait.to === null) wait.from ??= mark.at;
        break;
      }
      case "pause-over": {
        for (const [id, wait] of waits) if (mark.id === null || mark.id === id) wait.to ??= mark.at;
        break;
      }
      default:
        break;
    }
  }
  return [...waits].flatMap(([id, { reason, from, to }]) => (from === null ? [] : [{ id, reason, from, to }]));
}

/** In days: the day on which a wait begins counts, the day on which it ends does not. */
export function inDays(pauses: readonly ClockPause[], zone: string): DayPause[] {
  return pauses.map(({ from, to }) => ({
    from: local(from, zone).day,
    to: to === null ? null : local(to, zone).day,
  }));
}
