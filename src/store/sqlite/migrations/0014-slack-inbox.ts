/** Slack messages that were acknowledged and are not handled yet: where they lie in Slack, never what they say. */
import type { Migration } from "kysely/migration";

export const slackInbox: Migration = {
  async up({ schema }) {
    await schema
      .createTable("slack_inbox")
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("ts", "text", (c) => c.notNull())
      .addColumn("thread", "text", (c) => c.notNull())
      .addColumn("at_ms", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("slack_inbox_place", ["channel", "ts"])
      .execute();
  },
};
