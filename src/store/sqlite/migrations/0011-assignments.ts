/** Who is there, whether cases are offered by rule, and who has seen the alerts of mass events. Ids, codes and instants. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const assignments: Migration = {
  async up({ schema }) {
    await schema
      .createTable("presences")
      .addColumn("staff", "text", (c) => c.primaryKey())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("since", "text", (c) => c.notNull())
      .addColumn("until", "text")
      .addColumn("substitute", "text")
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema
      .createTable("incident_calls")
      .addColumn("alert", "text", (c) => c.primaryKey())
      .addColumn("times", "integer", (c) => c.notNull())
      .addColumn("next_ms", "integer")
      .addColumn("seen_by", "text")
      .addColumn("seen_at", "text")
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema
      .createIndex("case_lives_unowned")
      .on("case_lives")
      .columns(["stage", "key"])
      .where(sql.ref("owner"), "is", null)
      .execute();
  },
};
