/** Reports over the tables of records, cases and messages: nothing is counted twice in a table of its own. */
import { sql } from "kysely";
import type { ReportRow, ReportStore } from "../reports.ts";
import { millis } from "./instant.ts";
import { placesAfter } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";

export function createReports({ db, prepare }: Statements, read: <T>(look: () => T) => Promise<T>): ReportStore {
  const select = prepare((p: Slots<{ from: number; to: number }>) =>
    db
      .selectFrom("records")
      .innerJoin("conversations", "conversations.id", "records.conversation")
      .leftJoin("cases", (join) =>
        join.onRef("cases.record", "=", "records.record").on(
          // A matter taken up again has more than one case under its record: the latest is meant.
          "cases.key",
          "=",
          (eb) =>
            eb
              .selectFrom("cases as newest")
              .select("newest.key")
              .whereRef("newest.record", "=", "records.record")
              .orderBy("newest.requested_at", "desc")
              .limit(1),
        ),
      )
      .select([
        "records.record",
        "records.conversation",
        "records.matter",
        "records.received_at",
        "records.status",
        "records.business",
        "records.reason",
        "records.venue",
        "conversations.position",
        "conversations.channel",
        "cases.key",
        "cases.number",
        "cases.department",
        "cases.status as case_status",
        "cases.requested_at",
        "cases.due",
        "cases.resolved_at",
      ])
      .where("records.kind", "=", sql.lit("complaint"))
      .where("records.received_ms", ">=", p.from)
      .where("records.received_ms", "<", p.to)
      .orderBy("records.received_ms")
      .orderBy("records.record"),
  );
  const firstAnswer = prepare((p: Slots<{ after: number; end: number; since: string }>) =>
    db
      .selectFrom("messages")
      .select("at")
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("author", "=", sql.lit("staff"))
      .where("at", ">=", p.since)
      .orderBy("place")
      .limit(1),
  );

  return {
    complaints: (from, to) =>
      read(() =>
        select.all({ from: millis(from), to: millis(to) }).map((row): ReportRow => {
          const since = new Date(millis(row.received_at)).toISOString();
          const { key, department, case_status: status, requested_at: requestedAt, due } = row;
          const opened =
            key !== null && department !== null && status !== null && requestedAt !== null && due !== null
              ? { key, number: row.number, department, status, requestedAt, due, resolvedAt: row.resolved_at }
              : null;
          return {
            record: row.record,
            conversation: row.conversation,
            matter: row.matter,
            receivedAt: row.received_at,
            status: row.status,
            business: row.business,
            reason: row.reason,
            venue: row.venue,
            channel: row.channel,
            case: opened,
            firstAnswerAt: firstAnswer.first({ ...placesAfter(row.position, 0), since })?.at ?? null,
          };
        }),
      ),
  };
}
