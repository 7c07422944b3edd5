/** Tasks that come of closed complaints, and what their owners were reminded of. */
import type { Migration } from "kysely/migration";

export const improvements: Migration = {
  async up({ schema }) {
    await schema
      .createTable("improvements")
      .addColumn("id", "text", (c) => c.primaryKey().notNull())
      .addColumn("status", "text", (c) => c.notNull())
      .addColumn("revision", "integer", (c) => c.notNull())
      .addColumn("opened_ms", "integer", (c) => c.notNull())
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
    await schema
      .createTable("improvement_reminders")
      .addColumn("task", "text", (c) => c.notNull().references("improvements.id"))
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("improvement_reminders_key", ["task", "key"])
      .execute();
  },
};
