/** The outbox: effects of committed steps, waiting to be delivered. */
import { sql } from "kysely";
import type { DeadLetter, OutboxItem, Step } from "../store.ts";
import { millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";

export interface Outbox {
  /** Inside a write. A key that was queued before is left as it is. */
  queue(conversation: string, effects: Step["effects"], at: string): void;
  /**
   * Inside a write: leases what is ready, at most `limit`. Ready is an item that is due, under no running
   * lease, and the first of its conversation and destination that is neither done nor dead.
   * Attempts are counted at the claim, so a crash of the worker counts too.
   */
  claim(now: string, leaseMs: number, limit: number): OutboxItem[];
  succeed(id: number): void;
  postpone(id: number, due: string, error: string): void;
  hold(id: number, due: string, code: string): void;
  bury(id: number, at: string, error: string): void;
  revive(id: number, at: string): void;
  dead(): DeadLetter[];
  pending(): number;
}

// Written into the query, not bound: only so does SQLite see that the partial index fits.
const pendingOnly = sql<"pending">`'pending'`;
const deadOnly = sql<"dead">`'dead'`;

export function createOutbox(statements: Statements): Outbox {
  const { db, prepare } = statements;

  const insert = prepare(
    (
      p: Slots<{
        key: string;
        conversation: string;
        destination: OutboxItem["destination"];
        effect: string;
        status: "pending";
        attempts: number;
        due_ms: number;
        leased_until_ms: number;
        created_at: string;
      }>,
    ) =>
      db
        .insertInto("outbox")
        .values(p)
        .onConflict((c) => c.column("key").doNothing()),
  );
  const claim = prepare((p: Slots<{ now: number; until: number; limit: number }>) =>
    db
      .updateTable("outbox")
      .set((eb) => ({ leased_until_ms: p.until, attempts: eb("attempts", "+", eb.lit(1)) }))
      .where("id", "in", (eb) =>
        eb
          .selectFrom("outbox as item")
          .select("item.id")
          .where("item.status", "=", pendingOnly)
          .where("item.due_ms", "<=", p.now)
          .where("item.leased_until_ms", "<=", p.now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom("outbox as earlier")
                  .select("earlier.id")
                  .where("earlier.status", "=", pendingOnly)
                  .whereRef("earlier.conversation", "=", "item.conversation")
                  .whereRef("earlier.destination", "=", "item.destination")
                  .whereRef("earlier.id", "<", "item.id"),
              ),
            ),
          )
          .orderBy("item.id")
          .limit(p.limit),
      )
      .returning(["id", "key", "destination", "effect", "attempts", "created_at"]),
  );
  const done = prepare((p: Slots<{ id: number }>) =>
    db.updateTable("outbox").set({ status: "done", error: null }).where("id", "=", p.id),
  );
  const postpone = prepare((p: Slots<{ id: number; due: number; error: string }>) =>
    db
      .updateTable("outbox")
      .set({ due_ms: p.due, leased_until_ms: 0, error: p.error })
      .where("id", "=", p.id)
      .where("status", "=", pendingOnly),
  );
  const hold = prepare((p: Slots<{ id: number; due: number; error: string }>) =>
    db
      .updateTable("outbox")
      .set({ due_ms: p.due, leased_until_ms: 0, attempts: 0, error: p.error })
      .where("id", "=", p.id)
      .where("status", "=", pendingOnly),
  );
  const bury = prepare((p: Slots<{ id: number; at: string; error: string }>) =>
    db
      .updateTable("outbox")
      .set({ status: "dead", died_at: p.at, error: p.error })
      .where("id", "=", p.id)
      .where("status", "=", pendingOnly),
  );
  const revive = prepare((p: Slots<{ id: number; due: number }>) =>
    db
      .updateTable("outbox")
      .set({ status: "pending", attempts: 0, due_ms: p.due, leased_until_ms: 0, died_at: null, error: null })
      .where("id", "=", p.id)
      .where("status", "=", deadOnly),
  );
  const selectDead = prepare(() =>
    db
      .selectFrom("outbox")
      .select(["id", "key", "destination", "effect", "attempts", "created_at", "error", "died_at"])
      .where("status", "=", deadOnly)
      .orderBy("id"),
  );
  const countPending = prepare(() =>
    db
      .selectFrom("outbox")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("status", "=", pendingOnly),
  );

  function item(row: {
    id: number;
    key: string;
    destination: OutboxItem["destination"];
    effect: string;
    attempts: number;
    created_at: string;
  }): OutboxItem {
    const { id, key, destination, attempts } = row;
    return { id, key, destination, effect: JSON.parse(row.effect), attempts, createdAt: row.created_at };
  }

  return {
    queue(conversation, effects, at) {
      for (const { key, destination, effect } of effects) {
        insert.run({
          key,
          conversation,
          destination,
          effect: JSON.stringify(effect),
          status: "pending",
          attempts: 0,
          due_ms: millis(at),
          leased_until_ms: 0,
          created_at: at,
        });
      }
    },
    claim(now, leaseMs, limit) {
      const at = millis(now);
      // RETURNING promises no order.
      return claim
        .all({ now: at, until: at + leaseMs, limit })
        .map(item)
        .sort((a, b) => a.id - b.id);
    },
    succeed(id) {
      done.run({ id });
    },
    postpone(id, due, error) {
      postpone.run({ id, due: millis(due), error });
    },
    hold(id, due, code) {
      hold.run({ id, due: millis(due), error: code });
    },
    bury(id, at, error) {
      bury.run({ id, at, error });
    },
    revive(id, at) {
      revive.run({ id, due: millis(at) });
    },
    dead: () => selectDead.all({}).map((row) => ({ ...item(row), error: row.error ?? "", diedAt: row.died_at ?? "" })),
    pending: () => countPending.first({})?.n ?? 0,
  };
}
