/** Parts sent to push channels, in SQLite. */
import { sql } from "kysely";
import { unsealText } from "../../privacy/seal.ts";
import type { Address, PartRow, PartState } from "../deliveries.ts";
import type { Headings } from "./headings.ts";
import { millis } from "./instant.ts";
import type { People } from "./people.ts";
import { placesAfter } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

export interface DeliveryRows {
  address(conversation: string): Address | undefined;
  /** Inside a write. */
  begin(part: { part: string; conversation: string; message: string; at: string }): PartRow | null;
  /** Inside a write. */
  settle(part: string, state: PartState, providerId: string | null, at: string): void;
  /** Inside a write. */
  abandon(part: string): void;
  countSince(conversation: string, since: string): number;
  begun(conversation: string): string[];
  /** Whether a part of the message has begun. */
  hasBegun(message: string): boolean;
  waiting(conversation: string): { message: string; since: string; error: string | null }[];
  /** Inside a write. */
  release(conversation: string, at: string): void;
}

// Written into the query, not bound: only so does SQLite see that the partial index fits.
const pendingOnly = sql<"pending">`'pending'`;
const toCustomer = sql<"customer">`'customer'`;

export function createDeliveries(statements: Statements, people: People, headings: Headings): DeliveryRows {
  const { db, prepare } = statements;
  const selectAddress = prepare((p: Slots<{ person: string; channel: string }>) =>
    db
      .selectFrom("identities")
      .select("sealed_external_id")
      .where("person", "=", p.person)
      .where("channel", "=", p.channel)
      .limit(1),
  );
  const selectHeard = prepare((p: Slots<{ after: number; end: number }>) =>
    db
      .selectFrom("messages")
      .select("at")
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("author", "=", "customer")
      .orderBy("place", "desc")
      .limit(1),
  );
  const selectPart = prepare((p: Slots<{ part: string }>) =>
    db.selectFrom("deliveries").selectAll().where("part", "=", p.part),
  );
  const insertPart = prepare((p: Slots<Tables["deliveries"]>) => db.insertInto("deliveries").values(p));
  const settlePart = prepare(
    (p: Slots<{ part: string; state: PartState; provider_id: string | null; at: string; at_ms: number }>) =>
      db
        .updateTable("deliveries")
        .set({ state: p.state, provider_id: p.provider_id, at: p.at, at_ms: p.at_ms })
        .where("part", "=", p.part),
  );
  const deletePart = prepare((p: Slots<{ part: string }>) =>
    db.deleteFrom("deliveries").where("part", "=", p.part).where("state", "=", "sending"),
  );
  const countParts = prepare((p: Slots<{ conversation: string; since: number }>) =>
    db
      .selectFrom("deliveries")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("conversation", "=", p.conversation)
      .where("at_ms", ">", p.since)
      .where("state", "in", ["sending", "sent", "silent"]),
  );
  const selectBegun = prepare((p: Slots<{ conversation: string }>) =>
    db.selectFrom("deliveries").select("message").distinct().where("conversation", "=", p.conversation),
  );
  const selectOfMessage = prepare((p: Slots<{ message: string }>) =>
    db.selectFrom("deliveries").select("part").where("message", "=", p.message).limit(1),
  );
  const selectWaiting = prepare((p: Slots<{ conversation: string }>) =>
    db
      .selectFrom("outbox")
      .select(["effect", "created_at", "error"])
      .where("status", "=", pendingOnly)
      .where("conversation", "=", p.conversation)
      .where("destination", "=", toCustomer)
      .orderBy("id"),
  );
  const releaseAll = prepare((p: Slots<{ conversation: string; due: number }>) =>
    db
      .updateTable("outbox")
      .set({ due_ms: p.due })
      .where("status", "=", pendingOnly)
      .where("conversation", "=", p.conversation)
      .where("destination", "=", toCustomer)
      .where("due_ms", ">", p.due),
  );

  return {
    address(conversation) {
      const row = headings.get(conversation)?.row;
      const key = row && people.key(row.person);
      if (!row || !key) return undefined;
      const identity = selectAddress.first({ person: row.person, channel: row.channel });
      if (!identity) return undefined;
      const to = unsealText(key, `identities/${row.person}/${row.channel}`, identity.sealed_external_id);
      const heard = selectHeard.first(placesAfter(row.position, 0));
      return { channel: row.channel, to, lastHeardAt: heard?.at ?? null };
    },
    begin({ part, conversation, message, at }) {
      const known = selectPart.first({ part });
      if (known) return { part, state: known.state, providerId: known.provider_id, at: known.at };
      insertPart.run({ part, conversation, message, state: "sending", provider_id: null, at, at_ms: millis(at) });
      return null;
    },
    settle: (part, state, providerId, at) => {
      settlePart.run({ part, state, provider_id: providerId, at, at_ms: millis(at) });
    },
    abandon: (part) => {
      deletePart.run({ part });
    },
    countSince: (conversation, since) => countParts.first({ conversation, since: millis(since) })?.n ?? 0,
    begun: (conversation) => selectBegun.all({ conversation }).map((row) => row.message),
    hasBegun: (message) => selectOfMessage.first({ message }) !== undefined,
    waiting: (conversation) =>
      selectWaiting.all({ conversation }).flatMap(({ effect, created_at, error }) => {
        const message = messageIn(effect);
        return message === null ? [] : [{ message, since: created_at, error }];
      }),
    release: (conversation, at) => {
      releaseAll.run({ conversation, due: millis(at) });
    },
  };
}

function messageIn(effect: string): string | null {
  const { message }: { message?: unknown } = JSON.parse(effect);
  return typeof message === "string" ? message : null;
}
