/** Drafts in SQLite: one row each, the whole of it as JSON. */
import { Draft, type DraftStore, type KeptDraft } from "../drafts.ts";
import type { Statements } from "./statements.ts";

const MOST = 500;

export type Drafts = {
  [Name in keyof DraftStore]: (...args: Parameters<DraftStore[Name]>) => Awaited<ReturnType<DraftStore[Name]>>;
};

/** `keepDraft` runs inside a write. */
export function createDrafts({ db, all, run }: Statements): Drafts {
  const rowOf = (id: string) => all(db.selectFrom("drafts").selectAll().where("id", "=", id))[0];
  return {
    keepDraft(draft, revision) {
      if ((rowOf(draft.id)?.revision ?? 0) !== revision) return false;
      const { id, status, changedAt } = draft;
      const row = { status, changed_at: changedAt, revision: revision + 1, body: JSON.stringify(draft) };
      run(
        db
          .insertInto("drafts")
          .values({ id, ...row })
          .onConflict((c) => c.column("id").doUpdateSet(row)),
      );
      return true;
    },
    draft(id) {
      const row = rowOf(id);
      return row && draftOf(row);
    },
    drafts() {
      const kept = db.selectFrom("drafts").selectAll().where("status", "!=", "dropped");
      return all(kept.orderBy("changed_at", "desc").limit(MOST)).map(draftOf);
    },
  };
}

const draftOf = ({ body, revision }: { body: string; revision: number }): KeptDraft => ({
  ...Draft.parse(JSON.parse(body)),
  revision,
});
