/**
 * Tables and indexes, step by step. A step once released is never changed; a new one follows it.
 * Every page that a turn touches is written to the disk with it. So what a turn adds, messages and audit
 * entries, goes to the end of its table, and one index finds it by place (see place.ts).
 */
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StoreError } from "../error.ts";
import { storeError } from "./database.ts";
import { deliveries } from "./migrations/0002-deliveries.ts";
import { slack } from "./migrations/0003-slack.ts";
import { caseLives } from "./migrations/0004-case-lives.ts";
import { caseClocks } from "./migrations/0005-case-clocks.ts";
import { coreSystem } from "./migrations/0006-core-system.ts";
import { incidents } from "./migrations/0007-incidents.ts";
import { gaps } from "./migrations/0008-gaps.ts";
import { rights } from "./migrations/0009-rights.ts";
import { tracks } from "./migrations/0010-tracks.ts";
import { assignments } from "./migrations/0011-assignments.ts";
import { improvements } from "./migrations/0012-improvements.ts";
import { drafts } from "./migrations/0013-drafts.ts";
import { slackInbox } from "./migrations/0014-slack-inbox.ts";
import { runningCases } from "./migrations/0015-running-cases.ts";
import type { Tables } from "./tables.ts";

const first: Migration = {
  async up(db) {
    const { schema } = db;
    await schema
      .createTable("meta")
      .addColumn("key", "text", (c) => c.primaryKey().notNull())
      .addColumn("value", "text", (c) => c.notNull())
      .modifyEnd(sql`without rowid`)
      .execute();

    await schema
      .createTable("persons")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("wrapped_key", "blob")
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("erased_at", "text")
      .execute();
    await schema
      .createTable("identities")
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("lookup", "text")
      .addColumn("person", "text", (c) => c.notNull().references("persons.id"))
      .addColumn("strength", "text", (c) => c.notNull())
      .addColumn("sealed_external_id", "blob", (c) => c.notNull())
      .addUniqueConstraint("identities_lookup", ["channel", "lookup"])
      .execute();
    await schema.createIndex("identities_person").on("identities").column("person").execute();

    await schema
      .createTable("conversations")
      .addColumn("position", "integer", (c) => c.primaryKey())
      .addColumn("id", "text", (c) => c.notNull().unique())
      .addColumn("person", "text", (c) => c.notNull().references("persons.id"))
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("last_seq", "integer", (c) => c.notNull())
      .addColumn("last_event_seq", "integer", (c) => c.notNull())
      .addColumn("inbox_seq", "integer", (c) => c.notNull())
      .addColumn("handled_seq", "integer", (c) => c.notNull())
      .addColumn("turn_due", "text")
      .addColumn("silence_due", "text")
      .addColumn("wait_due", "text")
      .addColumn("staff_silent_due", "text")
      .addColumn("next_due_ms", "integer")
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await schema
      .createIndex("conversations_due")
      .on("conversations")
      .column("next_due_ms")
      .where(sql.ref("next_due_ms"), "is not", null)
      .execute();
    // Apart from the small row that every accepted message changes.
    await schema
      .createTable("states")
      .addColumn("position", "integer", (c) => c.primaryKey().references("conversations.position"))
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("sealed_state", "blob", (c) => c.notNull())
      .addColumn("audit_seq", "integer", (c) => c.notNull())
      .execute();
    await schema
      .createIndex("conversations_person")
      .on("conversations")
      .columns(["person", "channel", "position"])
      .execute();
    await schema
      .createTable("consents")
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("given", "integer", (c) => c.notNull())
      .addColumn("notice_version", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .execute();

    await schema
      .createTable("messages")
      .addColumn("place", "integer", (c) => c.notNull())
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("author", "text", (c) => c.notNull())
      .addColumn("staff_id", "text")
      .addColumn("staff_name", "text")
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("secrets_removed", "integer", (c) => c.notNull())
      .addColumn("citations", "text", (c) => c.notNull())
      .addColumn("attachments", "text", (c) => c.notNull())
      .addColumn("channel", "text")
      .addColumn("external_id", "text")
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("delivered_at", "text")
      .addColumn("read_at", "text")
      .addColumn("withdrawn_at", "text")
      .addColumn("audit_seq", "integer", (c) => c.notNull())
      .addColumn("sealed_body", "blob", (c) => c.notNull())
      .execute();
    await schema
      // With the sender's id, by which a message is known again without looking at the rows.
      .createIndex("messages_place")
      .unique()
      .on("messages")
      .columns(["place", "external_id"])
      .execute();
    await schema
      .createTable("attachments")
      .addColumn("id", "text", (c) => c.notNull().unique())
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("mime", "text", (c) => c.notNull())
      .addColumn("size", "integer", (c) => c.notNull())
      .addColumn("audit_seq", "integer", (c) => c.notNull())
      .addColumn("sealed_name", "blob", (c) => c.notNull())
      .addColumn("sealed_bytes", "blob", (c) => c.notNull())
      .execute();
    await schema.createIndex("attachments_conversation").on("attachments").column("conversation").execute();

    await schema
      .createTable("outbox")
      .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
      .addColumn("key", "text", (c) => c.notNull().unique())
      .addColumn("conversation", "text", (c) => c.notNull())
      .addColumn("destination", "text", (c) => c.notNull())
      .addColumn("effect", "text", (c) => c.notNull())
      .addColumn("status", "text", (c) => c.notNull())
      .addColumn("attempts", "integer", (c) => c.notNull())
      .addColumn("due_ms", "integer", (c) => c.notNull())
      .addColumn("leased_until_ms", "integer", (c) => c.notNull())
      .addColumn("error", "text")
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("died_at", "text")
      .execute();
    await schema
      .createIndex("outbox_pending")
      .on("outbox")
      .columns(["conversation", "destination", "id"])
      .where(sql.ref("status"), "=", sql.lit("pending"))
      .execute();
    await schema.createIndex("outbox_status").on("outbox").columns(["status", "due_ms"]).execute();

    await schema
      .createTable("records")
      .addColumn("record", "text", (c) => c.primaryKey())
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("matter", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("received_at", "text", (c) => c.notNull())
      .addColumn("received_ms", "integer", (c) => c.notNull())
      .addColumn("status", "text", (c) => c.notNull())
      .addColumn("business", "text")
      .addColumn("reason", "text")
      .addColumn("venue", "text")
      .addColumn("complete", "integer", (c) => c.notNull())
      .execute();
    await schema.createIndex("records_conversation").on("records").column("conversation").execute();
    await schema.createIndex("records_received").on("records").columns(["received_ms", "record"]).execute();
    await schema
      .createTable("cases")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("record", "text", (c) => c.notNull())
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("matter", "text", (c) => c.notNull())
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("number", "text")
      .addColumn("department", "text", (c) => c.notNull())
      .addColumn("status", "text", (c) => c.notNull())
      .addColumn("owner_id", "text")
      .addColumn("owner_name", "text")
      .addColumn("received_at", "text", (c) => c.notNull())
      .addColumn("received_ms", "integer", (c) => c.notNull())
      .addColumn("requested_at", "text", (c) => c.notNull())
      .addColumn("due", "text", (c) => c.notNull())
      .addColumn("business", "text")
      .addColumn("reason", "text")
      .addColumn("venue", "text")
      .addColumn("emotion", "integer", (c) => c.notNull())
      .addColumn("risks", "text", (c) => c.notNull())
      .addColumn("resolved_at", "text")
      .addColumn("updated_at", "text", (c) => c.notNull())
      .addColumn("sealed_summary", "blob", (c) => c.notNull())
      .execute();
    await schema.createIndex("cases_order").on("cases").columns(["due", "received_ms", "key"]).execute();
    await schema.createIndex("cases_record").on("cases").column("record").execute();
    await schema.createIndex("cases_number").on("cases").column("number").execute();
    await schema
      .createTable("phone_tails")
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("conversation", "text", (c) => c.notNull())
      .addColumn("hash", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("phone_tails_key", ["key", "hash"])
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema.createIndex("phone_tails_conversation").on("phone_tails").column("conversation").execute();
    await schema
      .createTable("case_notes")
      .addColumn("id", "text", (c) => c.notNull().unique())
      .addColumn("case_key", "text", (c) => c.notNull().references("cases.key"))
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("staff_id", "text", (c) => c.notNull())
      .addColumn("staff_name", "text", (c) => c.notNull())
      .addColumn("audit_seq", "integer", (c) => c.notNull())
      .addColumn("sealed_body", "blob", (c) => c.notNull())
      .execute();
    await schema.createIndex("case_notes_case").on("case_notes").column("case_key").execute();

    await schema
      .createTable("attempts")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("count", "integer", (c) => c.notNull())
      .addColumn("since_ms", "integer", (c) => c.notNull())
      .execute();
    await schema
      .createTable("tokens")
      .addColumn("hash", "text", (c) => c.primaryKey())
      .addColumn("purpose", "text", (c) => c.notNull())
      .addColumn("staff", "text", (c) => c.notNull())
      .addColumn("expires_ms", "integer", (c) => c.notNull())
      .execute();
    await schema
      .createTable("core_numbers")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("number", "text", (c) => c.notNull().unique())
      .addColumn("at", "text", (c) => c.notNull())
      .execute();

    await schema
      .createTable("chains")
      .addColumn("position", "integer", (c) => c.primaryKey())
      .addColumn("chain", "text", (c) => c.notNull().unique())
      .addColumn("grown", "integer", (c) => c.notNull())
      .execute();
    await schema
      .createIndex("chains_grown")
      .on("chains")
      .column("chain")
      .where(sql.ref("grown"), "=", sql.lit(1))
      .execute();
    await schema
      .createTable("audit")
      .addColumn("place", "integer", (c) => c.notNull().unique())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("actor", "text", (c) => c.notNull())
      .addColumn("action", "text", (c) => c.notNull())
      .addColumn("detail", "text", (c) => c.notNull())
      .addColumn("digest", "blob")
      .addColumn("state_digest", "blob")
      .addColumn("prev", "blob", (c) => c.notNull())
      .addColumn("hash", "blob", (c) => c.notNull())
      .addColumn("mac", "blob", (c) => c.notNull())
      .addColumn("version", "integer")
      .addColumn("event_seq", "integer")
      .addColumn("event_count", "integer")
      .addColumn("sealed_step", "blob")
      .execute();
  },
};

const steps: Record<string, Migration> = {
  "0001": first,
  "0002": deliveries,
  "0003": slack,
  "0004": caseLives,
  "0005": caseClocks,
  "0006": coreSystem,
  "0007": incidents,
  "0008": gaps,
  "0009": rights,
  "0010": tracks,
  "0011": assignments,
  "0012": improvements,
  "0013": drafts,
  "0014": slackInbox,
  "0015": runningCases,
};

/** Brings the tables up to this version. Throws StoreError when they are of a newer one. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some((table) => table.name === "kysely_migration")) {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    const unknown = rows.map((row) => row.name).filter((name) => !(name in steps));
    if (unknown.length > 0) {
      throw new StoreError("store.newer-version", `the database has steps this version lacks: ${unknown.join(", ")}`);
    }
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw storeError(error, "making the tables");
}
