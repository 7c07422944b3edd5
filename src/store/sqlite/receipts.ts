/** What the customer has got and read. Marks are set once and never move. */
import { sql } from "kysely";
import type { Slots, Statements } from "./statements.ts";

export interface Receipts {
  /** Inside a write. */
  delivered(conversation: string, uptoSeq: number, at: string): void;
  /** Inside a write. What was read was delivered. */
  read(conversation: string, uptoSeq: number, at: string): void;
}

export function createReceipts(statements: Statements): Receipts {
  const { db, prepare } = statements;
  const deliver = prepare((p: Slots<{ conversation: string; upto: number; at: string }>) =>
    db
      .updateTable("messages")
      .set({ delivered_at: p.at })
      .where("conversation", "=", p.conversation)
      .where("seq", "<=", p.upto)
      .where("author", "!=", sql.lit("customer"))
      .where("delivered_at", "is", null)
      .where("withdrawn_at", "is", null),
  );
  const read = prepare((p: Slots<{ conversation: string; upto: number; at: string }>) =>
    db
      .updateTable("messages")
      .set({ read_at: p.at })
      .where("conversation", "=", p.conversation)
      .where("seq", "<=", p.upto)
      .where("author", "!=", sql.lit("customer"))
      .where("read_at", "is", null)
      .where("withdrawn_at", "is", null),
  );
  return {
    delivered(conversation, upto, at) {
      deliver.run({ conversation, upto, at });
    },
    read(conversation, upto, at) {
      deliver.run({ conversation, upto, at });
      read.run({ conversation, upto, at });
    },
  };
}
