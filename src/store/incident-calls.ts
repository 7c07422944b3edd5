/**
 * Which alerts of mass events the duty group was called about, and who has seen them. Ids and instants only.
 *
 * Promises
 * - What resolves is durable; that somebody has seen an alert was entered in the audit with it.
 */
import type { AuditNote } from "./store.ts";

export interface CallRow {
  /** Id of the alert. */
  alert: string;
  /** How often the group was called. */
  times: number;
  /** ISO instant of the next call; null once somebody has seen it or judged it. */
  nextDue: string | null;
  /** Staff id. */
  seenBy: string | null;
  seenAt: string | null;
}

export interface IncidentCalls {
  call(alert: string): Promise<CallRow | undefined>;
  saveCall(row: CallRow): Promise<void>;
  /** The first who says so. False when somebody was before. */
  seen(alert: string, staff: string, at: string, note: AuditNote): Promise<boolean>;
}
