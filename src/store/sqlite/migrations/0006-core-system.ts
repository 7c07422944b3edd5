/** What the core system says of its cases, where both sides differ, and the nonces of its signed calls. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const coreSystem: Migration = {
  async up(db) {
    const { schema } = db;
    await schema
      .createTable("core_cases")
      .addColumn("number", "text", (c) => c.primaryKey().notNull())
      .addColumn("key", "text")
      .addColumn("record", "text")
      .addColumn("status", "text")
      .addColumn("department", "text")
      .addColumn("due", "text")
      .addColumn("step", "text")
      .addColumn("finding", "text")
      .addColumn("sequence", "integer")
      .addColumn("at", "text", (c) => c.notNull())
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema
      .createTable("core_conflicts")
      .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
      .addColumn("number", "text", (c) => c.notNull())
      .addColumn("key", "text")
      .addColumn("field", "text", (c) => c.notNull())
      .addColumn("ours", "text")
      .addColumn("theirs", "text")
      .addColumn("first_seen_at", "text", (c) => c.notNull())
      .addColumn("last_seen_at", "text", (c) => c.notNull())
      .addColumn("settled_at", "text")
      .addColumn("settled_by", "text")
      .execute();
    await schema.createIndex("core_conflicts_number").on("core_conflicts").columns(["number", "field"]).execute();
    await schema
      .createIndex("core_conflicts_open")
      .on("core_conflicts")
      .column("id")
      .where(sql.ref("settled_at"), "is", null)
      .execute();
    await schema
      .createTable("core_nonces")
      .addColumn("nonce", "text", (c) => c.primaryKey().notNull())
      .addColumn("at_ms", "integer", (c) => c.notNull())
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema.createIndex("core_nonces_at").on("core_nonces").column("at_ms").execute();
  },
};
