/** Questions the policies left open, and what staff wrote about them. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const gaps: Migration = {
  async up({ schema }) {
    await schema
      .createTable("gaps")
      .addColumn("id", "text", (c) => c.primaryKey().notNull())
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("settled_at", "text")
      .addColumn("sealed_text", "blob", (c) => c.notNull())
      .execute();
    await schema.createIndex("gaps_open").on("gaps").column("at").where(sql.ref("settled_at"), "is", null).execute();
    await schema.createIndex("gaps_conversation").on("gaps").column("conversation").execute();
    await schema
      .createTable("entries")
      .addColumn("id", "text", (c) => c.primaryKey().notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("title", "text", (c) => c.notNull())
      .addColumn("text", "text", (c) => c.notNull())
      .addColumn("case_key", "text")
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("staff_id", "text", (c) => c.notNull())
      .addColumn("staff_name", "text", (c) => c.notNull())
      .addColumn("approved_at", "text")
      .addColumn("approver_id", "text")
      .addColumn("approver_name", "text")
      .execute();
  },
};
