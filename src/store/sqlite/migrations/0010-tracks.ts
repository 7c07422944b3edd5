/** What staff did with suggestions, praise and reports. */
import type { Migration } from "kysely/migration";

export const tracks: Migration = {
  async up({ schema }) {
    await schema
      .createTable("track_steps")
      .addColumn("record", "text", (c) => c.notNull().references("records.record"))
      .addColumn("seq", "integer", (c) => c.notNull())
      .addColumn("type", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("staff_id", "text", (c) => c.notNull())
      .addColumn("department", "text")
      .addPrimaryKeyConstraint("track_steps_key", ["record", "seq"])
      .execute();
  },
};
