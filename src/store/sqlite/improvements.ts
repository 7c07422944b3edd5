/** Improvement tasks in SQLite. */
import type { ImprovementStore, TaskRow } from "../improvements.ts";
import type { Audit } from "./audit.ts";
import { millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";

/** The part of `Tables` that belongs to improvement tasks. */
export interface ImprovementTables {
  improvements: { id: string; status: TaskRow["status"]; revision: number; opened_ms: number; body: string };
  improvement_reminders: { task: string; key: string; at: string };
}

/** One chain for all of them: there are few. */
const CHAIN = "improvements";

interface Access {
  write<T>(operation: () => T): Promise<T>;
  read<T>(look: () => T): Promise<T>;
}

export function createImprovements(statements: Statements, audit: Audit, { write, read }: Access): ImprovementStore {
  const { db, prepare, all } = statements;
  const revisionOf = prepare((p: Slots<{ id: string }>) =>
    db.selectFrom("improvements").select("revision").where("id", "=", p.id),
  );
  const insert = prepare((p: Slots<ImprovementTables["improvements"]>) => db.insertInto("improvements").values(p));
  const update = prepare((p: Slots<Pick<ImprovementTables["improvements"], "id" | "status" | "revision" | "body">>) =>
    db.updateTable("improvements").set({ status: p.status, revision: p.revision, body: p.body }).where("id", "=", p.id),
  );
  const insertReminder = prepare((p: Slots<ImprovementTables["improvement_reminders"]>) =>
    db
      .insertInto("improvement_reminders")
      .values(p)
      .onConflict((c) => c.doNothing()),
  );

  return {
    tasks: (limit) =>
      read(() =>
        all(db.selectFrom("improvements").select("body").orderBy("opened_ms", "desc").orderBy("id").limit(limit)).map(
          ({ body }): TaskRow => JSON.parse(body),
        ),
      ),
    saveTask: (task, at, note) =>
      write(() => {
        const { id, status, revision } = task;
        const stored = revisionOf.first({ id });
        if ((stored?.revision ?? 0) !== revision - 1) return false;
        const body = JSON.stringify(task);
        if (stored) update.run({ id, status, revision, body });
        else insert.run({ id, status, revision, opened_ms: millis(task.openedAt), body });
        audit.append(CHAIN, at, note);
        return true;
      }),
    reminded: () =>
      read(() => {
        const keys = new Map<string, Set<string>>();
        for (const { task, key } of all(db.selectFrom("improvement_reminders").select(["task", "key"]))) {
          keys.set(task, (keys.get(task) ?? new Set()).add(key));
        }
        return keys;
      }),
    remind: (task, key, at, note) =>
      write(() => {
        if (insertReminder.run({ task, key, at }) === 0) return false;
        audit.append(CHAIN, at, note);
        return true;
      }),
  };
}
