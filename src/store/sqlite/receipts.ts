/** What the customer has got and read. Marks are set once and never move. */
import { sql } from "kysely";
import type { Headings } from "./headings.ts";
import { placesAfter } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";

export interface Receipts {
  /** Inside a write. */
  delivered(conversation: string, uptoSeq: number, at: string): void;
  /** Inside a write. What was read was delivered. */
  read(conversation: string, uptoSeq: number, at: string): void;
}

export function createReceipts(statements: Statements, headings: Headings): Receipts {
  const { db, prepare } = statements;
  const deliver = prepare((p: Slots<{ after: number; upto: number; at: string }>) =>
    db
      .updateTable("messages")
      .set({ delivered_at: p.at })
      .where("place", ">", p.after)
      .where("place", "<=", p.upto)
      .where("author", "!=", sql.lit("customer"))
      .where("delivered_at", "is", null)
      .where("withdrawn_at", "is", null),
  );
  const read = prepare((p: Slots<{ after: number; upto: number; at: string }>) =>
    db
      .updateTable("messages")
      .set({ read_at: p.at })
      .where("place", ">", p.after)
      .where("place", "<=", p.upto)
      .where("author", "!=", sql.lit("customer"))
      .where("read_at", "is", null)
      .where("withdrawn_at", "is", null),
  );
  function places(conversation: string, uptoSeq: number): { after: number; upto: number } | undefined {
    const row = headings.get(conversation)?.row;
    if (!row) return undefined;
    const { after, end } = placesAfter(row.position, 0);
    return { after, upto: Math.min(after + uptoSeq, end) };
  }
  return {
    delivered(conversation, uptoSeq, at) {
      const rows = places(conversation, uptoSeq);
      if (rows) deliver.run({ ...rows, at });
    },
    read(conversation, uptoSeq, at) {
      const rows = places(conversation, uptoSeq);
      if (!rows) return;
      deliver.run({ ...rows, at });
      read.run({ ...rows, at });
    },
  };
}
