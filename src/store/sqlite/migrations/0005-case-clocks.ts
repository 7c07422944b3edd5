/** What the clocks of cases have said, and when each case is looked at next. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const caseClocks: Migration = {
  async up({ schema }) {
    await schema
      .createTable("case_clocks")
      .addColumn("case_key", "text", (c) => c.primaryKey().notNull())
      .addColumn("next_ms", "integer")
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema
      .createIndex("case_clocks_next")
      .on("case_clocks")
      .column("next_ms")
      .where(sql.ref("next_ms"), "is not", null)
      .execute();
    await schema
      .createTable("case_firings")
      .addColumn("case_key", "text", (c) => c.notNull())
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("clock", "text", (c) => c.notNull())
      .addColumn("point", "text", (c) => c.notNull())
      .addColumn("planned_at", "text", (c) => c.notNull())
      .addColumn("fired_at", "text", (c) => c.notNull())
      .addColumn("folded_into", "text")
      .addPrimaryKeyConstraint("case_firings_key", ["case_key", "key"])
      .modifyEnd(sql`without rowid`)
      .execute();
  },
};
