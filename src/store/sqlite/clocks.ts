/** Clocks: one of each kind for a conversation. They stay until a step changes them. */
import type { ClockChange, ClockKind, DueClock } from "../store.ts";
import { millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

export interface Clocks {
  /** Inside a write: moves the clock, or stops it. */
  set(conversation: string, change: ClockChange): void;
  stopAll(conversation: string): void;
  due(now: string, limit: number): DueClock[];
  next(): string | undefined;
}

export function createClocks(statements: Statements): Clocks {
  const { db, prepare } = statements;
  const save = prepare((p: Slots<Tables["clocks"]>) =>
    db
      .insertInto("clocks")
      .values(p)
      .onConflict((c) =>
        c
          .columns(["conversation", "kind"])
          .doUpdateSet((eb) => ({ due: eb.ref("excluded.due"), due_ms: eb.ref("excluded.due_ms") })),
      ),
  );
  const stop = prepare((p: Slots<{ conversation: string; kind: ClockKind }>) =>
    db.deleteFrom("clocks").where("conversation", "=", p.conversation).where("kind", "=", p.kind),
  );
  const stopAll = prepare((p: Slots<{ conversation: string }>) =>
    db.deleteFrom("clocks").where("conversation", "=", p.conversation),
  );
  const selectDue = prepare((p: Slots<{ now: number; limit: number }>) =>
    db
      .selectFrom("clocks")
      .select(["conversation", "kind", "due"])
      .where("due_ms", "<=", p.now)
      .orderBy("due_ms")
      .orderBy("conversation")
      .limit(p.limit),
  );
  const selectNext = prepare(() => db.selectFrom("clocks").select("due").orderBy("due_ms").limit(1));
  return {
    set(conversation, { kind, due }) {
      if (due === null) stop.run({ conversation, kind });
      else save.run({ conversation, kind, due, due_ms: millis(due) });
    },
    stopAll: (conversation) => {
      stopAll.run({ conversation });
    },
    due: (now, limit) => selectDue.all({ now: millis(now), limit }).map((clock) => ({ ...clock })),
    next: () => selectNext.first({})?.due,
  };
}
