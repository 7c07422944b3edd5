/** Requests of customers about their own data, and persons whose data is kept but not used. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const rights: Migration = {
  async up({ schema }) {
    await schema
      .createTable("rights_requests")
      .addColumn("id", "text", (c) => c.primaryKey().notNull())
      .addColumn("person", "text", (c) => c.notNull().references("persons.id"))
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("right", "text", (c) => c.notNull())
      .addColumn("proof", "text", (c) => c.notNull())
      .addColumn("requested_at", "text", (c) => c.notNull())
      .addColumn("due", "text", (c) => c.notNull())
      .addColumn("outcome", "text")
      .addColumn("answered_at", "text")
      .addColumn("staff_id", "text")
      .addColumn("staff_name", "text")
      .addColumn("not_before", "text")
      .addColumn("done_at", "text")
      .execute();
    await schema
      .createIndex("rights_requests_waiting")
      .on("rights_requests")
      .column("due")
      .where(sql.ref("done_at"), "is", null)
      .execute();
    await schema
      .createTable("withheld")
      .addColumn("person", "text", (c) => c.primaryKey().notNull().references("persons.id"))
      .addColumn("since", "text", (c) => c.notNull())
      .addColumn("request", "text", (c) => c.notNull())
      .execute();
  },
};
