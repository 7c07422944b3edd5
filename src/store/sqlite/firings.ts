/** What the clocks of cases have said, over SQLite. */
import type { FiringRow, FiringStore } from "../firing-store.ts";
import { isoInstant, millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";

/** The same promises, kept inside the caller's transaction. */
export type Firings = {
  [K in keyof FiringStore]: (...given: Parameters<FiringStore[K]>) => Awaited<ReturnType<FiringStore[K]>>;
};

export function createFirings({ db, prepare }: Statements): Firings {
  const due = prepare((p: Slots<{ now: number; limit: number }>) =>
    db
      .selectFrom("case_clocks")
      .select("case_key")
      .where("next_ms", "<=", p.now)
      .orderBy("next_ms")
      .orderBy("case_key")
      .limit(p.limit),
  );
  const next = prepare((_: Slots<object>) =>
    db.selectFrom("case_clocks").select("next_ms").where("next_ms", "is not", null).orderBy("next_ms").limit(1),
  );
  const ofCase = prepare((p: Slots<{ caseKey: string }>) =>
    db
      .selectFrom("case_firings")
      .selectAll()
      .where("case_key", "=", p.caseKey)
      .orderBy("fired_at")
      .orderBy("planned_at"),
  );
  const keysOf = prepare((p: Slots<{ caseKey: string }>) =>
    db.selectFrom("case_firings").select("key").where("case_key", "=", p.caseKey),
  );
  const add = prepare((p: Slots<FiringRow & { caseKey: string }>) =>
    db
      .insertInto("case_firings")
      .values({
        case_key: p.caseKey,
        key: p.key,
        clock: p.clock,
        point: p.point,
        planned_at: p.plannedAt,
        fired_at: p.firedAt,
        folded_into: p.foldedInto,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const set = prepare((p: Slots<{ caseKey: string; at: number | null }>) =>
    db
      .insertInto("case_clocks")
      .values({ case_key: p.caseKey, next_ms: p.at })
      .onConflict((conflict) => conflict.column("case_key").doUpdateSet({ next_ms: p.at })),
  );
  const all = prepare((p: Slots<{ now: number }>) => db.updateTable("case_clocks").set({ next_ms: p.now }));
  return {
    dueCases: (now, limit) => due.all({ now: millis(now), limit }).map((row) => row.case_key),
    nextDue() {
      const ms = next.first({})?.next_ms ?? null;
      return ms === null ? null : isoInstant(ms);
    },
    fired: (caseKey) => new Set(keysOf.all({ caseKey }).map((row) => row.key)),
    firings: (caseKey) =>
      ofCase.all({ caseKey }).map((row) => ({
        key: row.key,
        clock: row.clock,
        point: row.point,
        plannedAt: row.planned_at,
        firedAt: row.fired_at,
        foldedInto: row.folded_into,
      })),
    record(caseKey, rows) {
      for (const { key, clock, point, plannedAt, firedAt, foldedInto } of rows) {
        add.run({ caseKey, key, clock, point, plannedAt, firedAt, foldedInto });
      }
    },
    schedule(caseKey, at) {
      set.run({ caseKey, at: at === null ? null : millis(at) });
    },
    lookAtAll(now) {
      all.run({ now: millis(now) });
    },
  };
}
