/** Calls about alerts of mass events, over SQLite. */
import type { CallRow, IncidentCalls } from "../incident-calls.ts";
import type { Audit } from "./audit.ts";
import { INCIDENT_CHAIN } from "./incidents.ts";
import { isoInstant, millis } from "./instant.ts";
import type { Statements } from "./statements.ts";

export interface IncidentCallTables {
  incident_calls: {
    alert: string;
    times: number;
    next_ms: number | null;
    seen_by: string | null;
    seen_at: string | null;
  };
}

export function createIncidentCalls(
  { db, first, run }: Statements,
  audit: Pick<Audit, "append">,
  { read, write }: { read: <T>(look: () => T) => Promise<T>; write: <T>(change: () => T) => Promise<T> },
): IncidentCalls {
  const rowOf = (alert: string): CallRow | undefined => {
    const row = first(db.selectFrom("incident_calls").selectAll().where("alert", "=", alert));
    if (!row) return undefined;
    const { times, next_ms, seen_by: seenBy, seen_at: seenAt } = row;
    return { alert, times, nextDue: next_ms === null ? null : isoInstant(next_ms), seenBy, seenAt };
  };
  const save = ({ alert, times, nextDue, seenBy, seenAt }: CallRow) =>
    run(
      db.replaceInto("incident_calls").values({
        alert,
        times,
        next_ms: nextDue === null ? null : millis(nextDue),
        seen_by: seenBy,
        seen_at: seenAt,
      }),
    );
  return {
    call: (alert) => read(() => rowOf(alert)),
    saveCall: (row) =>
      write(() => {
        save(row);
      }),
    seen: (alert, staff, at, note) =>
      write(() => {
        const row = rowOf(alert);
        if (row?.seenBy) return false;
        save({ alert, times: row?.times ?? 0, nextDue: null, seenBy: staff, seenAt: at });
        audit.append(INCIDENT_CHAIN, at, note);
        return true;
      }),
  };
}
