/**
 * What the clocks of cases have said, and when each case is to be looked at next.
 *
 * Promises
 * - A key is kept once for a case; recording it again changes nothing.
 * - What was recorded is durable when the promise resolves.
 */
import type { Step } from "./store.ts";

export interface FiringRow {
  /** Names the point of the clock for ever. */
  key: string;
  clock: string;
  point: string;
  /** ISO instants: for when it was planned, and when it was said. */
  plannedAt: string;
  firedAt: string;
  /** Key of the later one that it was said with; null where it was said itself. */
  foldedInto: string | null;
}

export interface FiringStore {
  /** Keys of cases to be looked at, earliest first. */
  dueCases(now: string, limit: number): Promise<string[]>;
  /** ISO instant at which the next case is due; null when none is. */
  nextDue(): Promise<string | null>;
  /** Keys that were fired or folded for a case. */
  fired(caseKey: string): Promise<ReadonlySet<string>>;
  /** Everything that was said about a case, in the order in which it was. */
  firings(caseKey: string): Promise<FiringRow[]>;
  /** `effects` are queued with the rows; an effect of the same key only once. */
  record(caseKey: string, rows: readonly FiringRow[], effects?: Step["effects"]): Promise<void>;
  /** When the case is to be looked at next; null when nothing will be due. */
  schedule(caseKey: string, next: string | null): Promise<void>;
  /** Every case that was ever scheduled is looked at once: clocks may have moved while nobody looked. */
  lookAtAll(now: string): Promise<void>;
}
