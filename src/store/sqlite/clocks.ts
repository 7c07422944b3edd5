/** Clocks: one of each kind for a conversation, in its row. They stay until a step changes them. */
import type { ClockChange, ClockKind, DueClock } from "../store.ts";
import type { Dues } from "./headings.ts";
import { millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";

const COLUMNS = {
  turn: "turn_due",
  silence: "silence_due",
  wait: "wait_due",
  "staff-silent": "staff_silent_due",
} as const satisfies Record<ClockKind, keyof Dues>;
const KINDS = ["turn", "silence", "wait", "staff-silent"] as const satisfies ClockKind[];

export const NO_CLOCKS: Dues = {
  turn_due: null,
  silence_due: null,
  wait_due: null,
  staff_silent_due: null,
  next_due_ms: null,
};

/** The columns after the changes. Throws RangeError for what is no instant. */
export function setClocks(before: Dues, changes: readonly ClockChange[]): Dues {
  const { turn_due, silence_due, wait_due, staff_silent_due } = before;
  const after: Dues = { turn_due, silence_due, wait_due, staff_silent_due, next_due_ms: null };
  for (const { kind, due } of changes) after[COLUMNS[kind]] = due;
  for (const kind of KINDS) {
    const due = after[COLUMNS[kind]];
    if (due === null) continue;
    const ms = millis(due);
    if (after.next_due_ms === null || ms < after.next_due_ms) after.next_due_ms = ms;
  }
  return after;
}

export interface Clocks {
  due(now: string, limit: number): DueClock[];
  next(): string | undefined;
}

export function createClocks(statements: Statements): Clocks {
  const { db, prepare } = statements;
  const select = prepare((p: Slots<{ now: number; limit: number }>) =>
    db
      .selectFrom("conversations")
      .select(["id", "turn_due", "silence_due", "wait_due", "staff_silent_due"])
      .where("next_due_ms", "<=", p.now)
      .orderBy("next_due_ms")
      .orderBy("id")
      .limit(p.limit),
  );
  function due(now: number, limit: number): DueClock[] {
    const running = select.all({ now, limit }).flatMap((row) =>
      KINDS.flatMap((kind) => {
        const at = row[COLUMNS[kind]];
        return at === null ? [] : [{ ms: millis(at), clock: { conversation: row.id, kind, due: at } }];
      }),
    );
    return running
      .filter(({ ms }) => ms <= now)
      .sort((a, b) => a.ms - b.ms || (a.clock.conversation < b.clock.conversation ? -1 : 1))
      .slice(0, limit)
      .map(({ clock }) => clock);
  }
  return {
    due: (now, limit) => due(millis(now), limit),
    next: () => due(Number.MAX_SAFE_INTEGER, 1)[0]?.due,
  };
}
