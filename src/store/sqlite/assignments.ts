/** Presence, loads and cases nobody has, over SQLite. */

import { weightOf } from "../../cases/life/assign.ts";
import type { Grade } from "../../cases/life/case.ts";
import type { AssignmentStore, PresenceState } from "../assignments.ts";
import type { AuditNote } from "../store.ts";
import type { Audit } from "./audit.ts";
import { RUNNING } from "./migrations/0015-running-cases.ts";
import type { Statements } from "./statements.ts";

export interface AssignmentTables {
  presences: {
    staff: string;
    state: PresenceState;
    since: string;
    /** ISO date. */
    until: string | null;
    substitute: string | null;
  };
}

/** Chain of what staff do outside of cases. */
const CHAIN = "desk";
const SWITCH = "automatic-assignment";
const ENDED = ["withdrawn", "closed", "called-back"] as const;

export function createAssignments(
  { db, all, first, run }: Statements,
  audit: Pick<Audit, "append">,
  { read, write }: { read: <T>(look: () => T) => Promise<T>; write: <T>(change: () => T) => Promise<T> },
): AssignmentStore {
  const noted = (at: string, note: AuditNote) => audit.append(CHAIN, at, note);
  return {
    presences: () => read(() => all(db.selectFrom("presences").selectAll())),
    setPresence: (row, note) =>
      write(() => {
        run(db.replaceInto("presences").values(row));
        noted(row.since, note);
      }),
    automatic: () =>
      read(() => {
        const row = first(db.selectFrom("meta").select("value").where("key", "=", SWITCH));
        return row ? row.value === "on" : null;
      }),
    setAutomatic: (automatic, at, note) =>
      write(() => {
        run(db.replaceInto("meta").values({ key: SWITCH, value: automatic ? "on" : "off" }));
        noted(at, note);
      }),
    unowned: () =>
      read(() =>
        all(
          db
            .selectFrom("case_lives")
            .select(["key", "version"])
            .where("owner", "is", null)
            .where("stage", "not in", ENDED)
            .orderBy("key"),
        ),
      ),
    loads: () =>
      read(() => {
        const rows = all(
          db
            .selectFrom("case_lives")
            .select(({ fn }) => ["owner", "offered_to", "grade", fn.countAll<number>().as("cases")])
            .where(RUNNING)
            .groupBy(["owner", "offered_to", "grade"]),
        );
        const loads = new Map<string, number>();
        const add = (staff: string | null, grade: Grade, cases: number) => {
          if (staff !== null) loads.set(staff, (loads.get(staff) ?? 0) + weightOf(grade) * cases);
        };
        for (const { owner, offered_to, grade, cases } of rows) {
          add(owner, grade, cases);
          // What somebody is asked to take is as good as theirs.
          if (offered_to !== owner) add(offered_to, grade, cases);
        }
        return loads;
      }),
  };
}
