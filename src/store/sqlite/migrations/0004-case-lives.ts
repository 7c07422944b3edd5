/** The life of cases: one row a case with codes and dates; its events lie sealed in the audit chain of its key. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const caseLives: Migration = {
  async up({ schema }) {
    await schema
      .createTable("case_lives")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("last_event_seq", "integer", (c) => c.notNull())
      .addColumn("stage", "text", (c) => c.notNull())
      .addColumn("department", "text", (c) => c.notNull())
      .addColumn("owner", "text")
      .addColumn("grade", "text", (c) => c.notNull())
      .addColumn("urgency", "text", (c) => c.notNull())
      .addColumn("due", "text", (c) => c.notNull())
      .addColumn("next_at", "text")
      .addColumn("offered_to", "text")
      .addColumn("kept_from", "text", (c) => c.notNull())
      .addColumn("hidden", "integer", (c) => c.notNull())
      .addColumn("updated_at", "text", (c) => c.notNull())
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema.createIndex("case_lives_conversation").on("case_lives").column("conversation").execute();
    // Earlier cases of a person are looked for with every new one.
    await schema.createIndex("cases_conversation").on("cases").column("conversation").execute();
    await schema.createIndex("case_lives_owner").on("case_lives").columns(["owner", "stage"]).execute();
  },
};
