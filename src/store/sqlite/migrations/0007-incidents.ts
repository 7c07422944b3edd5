/** Mass events: alerts, incidents, and the complaints linked to them. Bodies are JSON of what the office wrote. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const incidents: Migration = {
  async up({ schema }) {
    await schema
      .createTable("incident_alerts")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("raised_ms", "integer", (c) => c.notNull())
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("incident_alerts_raised").on("incident_alerts").column("raised_ms").execute();
    await schema
      .createTable("incidents")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("status", "text", (c) => c.notNull())
      .addColumn("revision", "integer", (c) => c.notNull())
      .addColumn("opened_ms", "integer", (c) => c.notNull())
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
    await schema
      .createTable("incident_links")
      .addColumn("incident", "text", (c) => c.notNull().references("incidents.id"))
      .addColumn("conversation", "text", (c) => c.notNull().references("conversations.id"))
      .addColumn("matter", "text", (c) => c.notNull())
      .addColumn("record", "text", (c) => c.notNull())
      .addColumn("received_at", "text", (c) => c.notNull())
      .addColumn("how", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("end_told_at", "text")
      .addPrimaryKeyConstraint("incident_links_key", ["incident", "conversation", "matter"])
      .modifyEnd(sql`without rowid`)
      .execute();
    await schema
      .createIndex("incident_links_untold")
      .on("incident_links")
      .columns(["incident", "received_at"])
      .where(sql.ref("end_told_at"), "is", null)
      .execute();
  },
};
