/**
 * What finding somebody for a case needs of the store: who is there, whose load is how heavy, which cases nobody has.
 *
 * Promises
 * - What a call has resolved for is durable, and its audit entry was written in the same transaction.
 */
import type { AuditNote } from "./store.ts";

/** online: back, whatever was said before. */
export type PresenceState = "online" | "away" | "leave";

/** What somebody said last of where they are. */
export interface PresenceRow {
  staff: string;
  state: PresenceState;
  /** ISO instant. */
  since: string;
  /** Last day of a leave, ISO date; null where it was not said, and for the other states. */
  until: string | null;
  /** Staff id of who stands in during a leave. */
  substitute: string | null;
}

export interface AssignmentStore {
  presences(): Promise<PresenceRow[]>;
  setPresence(row: PresenceRow, note: AuditNote): Promise<void>;
  /** What the office has chosen on the desk; null while the bank's file decides. */
  automatic(): Promise<boolean | null>;
  setAutomatic(automatic: boolean, at: string, note: AuditNote): Promise<void>;
  /** Running cases nobody has, in order of key. `version` rises with each step of the case's life. */
  unowned(): Promise<{ key: string; version: number }[]>;
  /** Weight of the running cases each of the staff has or is offered. */
  loads(): Promise<ReadonlyMap<string, number>>;
}
