/** Tables of the Slack desk: places, instants and ids; no text. */
import type { Migration } from "kysely/migration";

export const slack: Migration = {
  async up({ schema }) {
    await schema
      .createTable("slack_cards")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("conversation", "text", (c) => c.notNull())
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("ts", "text")
      .addColumn("round", "integer", (c) => c.notNull())
      .addColumn("upto_seq", "integer", (c) => c.notNull())
      .addColumn("upto_event", "integer", (c) => c.notNull())
      .addColumn("shown", "text")
      .execute();
    await schema.createIndex("slack_cards_place").on("slack_cards").columns(["channel", "ts"]).execute();
    await schema
      .createTable("slack_posts")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("ts", "text")
      .addColumn("at", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("slack_posts_subject").on("slack_posts").column("subject").execute();
    await schema
      .createTable("slack_heard")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("at_ms", "integer", (c) => c.notNull())
      .execute();
    await schema.createIndex("slack_heard_at").on("slack_heard").column("at_ms").execute();
    await schema
      .createTable("slack_live")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("staff", "text", (c) => c.notNull())
      .addColumn("until_ms", "integer", (c) => c.notNull())
      .execute();
    await schema
      .createTable("slack_alerts")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("conversation", "text", (c) => c.notNull())
      .addColumn("matter", "text", (c) => c.notNull())
      .addColumn("level", "text", (c) => c.notNull())
      .addColumn("slugs", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("times", "integer", (c) => c.notNull())
      .addColumn("next_ms", "integer")
      .addColumn("seen_by", "text")
      .execute();
  },
};
