/**
 * The row of a conversation: its version, its counters and its clocks. With it the writing process keeps in
 * memory what the next turn asks for, the state and the messages that wait, of the conversations used last.
 */
import type { Selectable } from "kysely";
import type { State } from "../../flows/conversation.ts";
import { StoreError } from "../error.ts";
import type { StoredMessage } from "../store.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";
import type { Companion } from "./writer.ts";

/** Conversations kept in memory at a time, some 20 kB each. */
const KEPT = 1_000;

type Heading = Omit<Selectable<Tables["conversations"]>, "created_at">;
export type Dues = Pick<Heading, "turn_due" | "silence_due" | "wait_due" | "staff_silent_due" | "next_due_ms">;
type Changing = Dues & Pick<Heading, "version" | "last_seq" | "last_event_seq" | "inbox_seq" | "handled_seq">;

/** What is known of a conversation without asking the database. Never changed in place. */
export interface Known {
  row: Heading;
  /** Of the row's version. */
  state: State | undefined;
  /** Customer messages that no turn has handled, in order. */
  inbox: StoredMessage[] | undefined;
}

export interface Headings {
  get(conversation: string): Known | undefined;
  /** Inside a write. */
  insert(row: Omit<Heading, "position">, at: string, state: State): Known;
  /** Inside a write. What is given beside the changes is kept in memory; what is left out is forgotten. */
  change(known: Known, changes: Partial<Changing>, memory: Omit<Known, "row">): void;
  /** Keeps what was read from the database. */
  remember(known: Known): void;
  /** Nothing that was not committed stays in memory. */
  companion: Companion;
}

/** `keep`: nobody else writes, so what is in memory stays true. */
export function createHeadings(statements: Statements, keep: boolean): Headings {
  const { db, prepare } = statements;
  const select = prepare((p: Slots<{ id: string }>) =>
    db
      .selectFrom("conversations")
      .select([
        "position",
        "id",
        "person",
        "channel",
        "version",
        "last_seq",
        "last_event_seq",
        "inbox_seq",
        "handled_seq",
        "turn_due",
        "silence_due",
        "wait_due",
        "staff_silent_due",
        "next_due_ms",
      ])
      .where("id", "=", p.id),
  );
  const insert = prepare((p: Slots<Omit<Tables["conversations"], "position">>) =>
    db.insertInto("conversations").values(p).returning("position"),
  );
  const counters = (p: Slots<Changing>) => ({
    version: p.version,
    last_seq: p.last_seq,
    last_event_seq: p.last_event_seq,
    inbox_seq: p.inbox_seq,
    handled_seq: p.handled_seq,
    turn_due: p.turn_due,
    silence_due: p.silence_due,
    wait_due: p.wait_due,
    staff_silent_due: p.staff_silent_due,
  });
  const update = prepare((p: Slots<Changing & { position: number }>) =>
    db.updateTable("conversations").set(counters(p)).where("position", "=", p.position),
  );
  // Apart: SQLite writes an index anew whose column is set, also to the same value.
  const updateDue = prepare((p: Slots<Changing & { position: number }>) =>
    db
      .updateTable("conversations")
      .set({ ...counters(p), next_due_ms: p.next_due_ms })
      .where("position", "=", p.position),
  );

  /** Used last comes last. */
  const kept = new Map<string, Known>();
  /** Changed in this transaction. */
  let touched: string[] = [];

  function remember(known: Known): void {
    if (!keep) return;
    const { id } = known.row;
    kept.delete(id);
    kept.set(id, known);
    if (kept.size > KEPT) {
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    }
  }
  function undo(mark: number): void {
    for (const id of touched.splice(mark)) kept.delete(id);
  }

  return {
    get(conversation) {
      const known = kept.get(conversation);
      if (known) {
        remember(known);
        return known;
      }
      const row = select.first({ id: conversation });
      if (!row) return undefined;
      const read = { row, state: undefined, inbox: undefined };
      remember(read);
      return read;
    },
    insert(row, at, state) {
      const inserted = insert.first({ ...row, created_at: at });
      if (!inserted) throw new StoreError("store.failed", "a conversation was not inserted");
      const known = { row: { ...row, position: inserted.position }, state, inbox: [] };
      touched.push(row.id);
      remember(known);
      return known;
    },
    change({ row }, changes, memory) {
      const next = { ...row, ...changes };
      touched.push(row.id);
      (next.next_due_ms === row.next_due_ms ? update : updateDue).run(next);
      remember({ row: next, ...memory });
    },
    remember,
    companion: {
      mark: () => touched.length,
      undo,
      finish: () => undefined,
      clear(committed) {
        if (!committed) undo(0);
        touched = [];
      },
    },
  };
}
