/** Where one of the staff is, from what they said last. Pure. */

import type { PresenceRow } from "../../store/assignments.ts";
import { dayIn } from "../zone.ts";

export type Presence =
  | { state: "online" }
  | { state: "away"; since: string }
  /** `until`: ISO date, the last day; null where it was not said. */
  | { state: "leave"; until: string | null; substitute: string | null };

/**
 * Nobody has to say that they are here: without a word, duty hours alone count. "Away" is for the day on which it was
 * said, so that a forgotten one keeps nobody from tomorrow's work; a leave ends with its last day.
 */
export function presenceOf(row: PresenceRow | undefined, now: string, zone: string): Presence {
  const today = dayIn(zone, now);
  switch (row?.state) {
    case "away":
      return dayIn(zone, row.since) === today ? { state: "away", since: row.since } : { state: "online" };
    case "leave": {
      const { until, substitute } = row;
      return until === null || today <= until ? { state: "leave", until, substitute } : { state: "online" };
    }
    default:
      return { state: "online" };
  }
}
