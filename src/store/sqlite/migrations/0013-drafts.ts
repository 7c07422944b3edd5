/** Drafts of texts for customers. Entries of before, which nobody was told, become drafts of known-unknowns to be gone over. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const drafts: Migration = {
  async up(db) {
    await db.schema
      .createTable("drafts")
      .addColumn("id", "text", (c) => c.primaryKey().notNull())
      .addColumn("status", "text", (c) => c.notNull())
      .addColumn("changed_at", "text", (c) => c.notNull())
      .addColumn("revision", "integer", (c) => c.notNull())
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("drafts_changed").on("drafts").column("changed_at").execute();
    await sql`
      insert into drafts (id, status, changed_at, revision, body)
      select 'entry-' || rowid, 'writing', at, 1, json_object(
        'id', 'entry-' || rowid,
        'kind', 'known-unknown',
        'status', 'writing',
        'created', json_object('at', at, 'by', json_object('id', staff_id, 'name', staff_name)),
        'writers', json_array(json_object('id', staff_id, 'name', staff_name)),
        'gaps', json_array(),
        'caseKey', case_key,
        'submitted', null,
        'approved', null,
        'note', null,
        'published', null,
        'changedAt', at,
        'text', '---' || char(10) || 'id: entry-' || rowid || char(10) || 'kind: known-unknown' || char(10)
          || 'title: ' || json_quote(title) || char(10) || 'language: zh' || char(10) || 'version: "1.0"' || char(10)
          || 'effectiveFrom: ' || substr(at, 1, 10) || char(10) || 'audience: customer' || char(10)
          || 'business: []' || char(10) || 'keywords: []' || char(10) || '---' || char(10) || char(10)
          || '## 1 ' || replace(title, char(10), ' ') || char(10)
          || '> 摘要：' || replace(text, char(10), ' ') || char(10)
          || '> 常问：' || replace(title, char(10), ' ') || char(10) || char(10) || text || char(10)
      ) from entries`.execute(db);
    await db.schema.dropTable("entries").execute();
  },
};
