/** What became of the parts sent to push channels. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const deliveries: Migration = {
  async up({ schema }) {
    await schema
      .createTable("deliveries")
      .addColumn("part", "text", (c) => c.primaryKey().notNull())
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("message", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("provider_id", "text")
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("at_ms", "integer", (c) => c.notNull())
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema.createIndex("deliveries_conversation").on("deliveries").columns(["conversation", "at_ms"]).execute();
    await schema.createIndex("deliveries_message").on("deliveries").column("message").execute();
  },
};
