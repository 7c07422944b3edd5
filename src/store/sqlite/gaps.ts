/** Open questions and entries in SQLite. What a customer asked is sealed under their key: erased with them. */

import { seal, unsealText } from "../../privacy/seal.ts";
import type { Entry, Gap, GapStore } from "../gaps.ts";
import type { Conversations } from "./conversations.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** Open questions that are read at most: the newest. */
const MOST = 2000;

export type Gaps = {
  [Name in keyof GapStore]: (...args: Parameters<GapStore[Name]>) => Awaited<ReturnType<GapStore[Name]>>;
};

/** Those that change something run inside a write. */
export function createGaps(statements: Statements, people: People, conversations: Pick<Conversations, "person">): Gaps {
  const { db, prepare, all, run } = statements;
  const insert = prepare((p: Slots<Tables["gaps"]>) =>
    db
      .insertInto("gaps")
      .values(p)
      .onConflict((c) => c.column("id").doNothing()),
  );
  const forget = prepare((p: Slots<{ conversation: string }>) =>
    db
      .deleteFrom("gaps")
      .where("conversation", "=", p.conversation)
      .where("kind", "=", "unclear")
      .where("settled_at", "is", null),
  );
  const insertEntry = prepare((p: Slots<Tables["entries"]>) =>
    db
      .insertInto("entries")
      .values(p)
      .onConflict((c) => c.column("id").doNothing()),
  );
  const keyOf = (conversation: string) => people.key(conversations.person(conversation) ?? "");

  return {
    addGap({ id, conversation, kind, language, at, text }) {
      const key = keyOf(conversation);
      if (!key) return;
      const sealed_text = seal(key, placeOf(id), text);
      insert.run({ id, conversation, kind, language, at, settled_at: null, sealed_text });
    },
    forgetUnclear(conversation) {
      forget.run({ conversation });
    },
    openGaps() {
      const rows = all(
        db.selectFrom("gaps").selectAll().where("settled_at", "is", null).orderBy("at", "desc").limit(MOST),
      );
      return rows.flatMap(({ id, conversation, kind, language, at, sealed_text }): Gap[] => {
        const key = keyOf(conversation);
        return key ? [{ id, conversation, kind, language, at, text: unsealText(key, placeOf(id), sealed_text) }] : [];
      });
    },
    settleGaps(ids, at) {
      if (ids.length > 0)
        run(
          db
            .updateTable("gaps")
            .set({ settled_at: at })
            .where("id", "in", [...ids]),
        );
    },
    addEntry({ id, kind, title, text, caseKey, at, by }) {
      insertEntry.run({
        id,
        kind,
        title,
        text,
        case_key: caseKey,
        at,
        staff_id: by.id,
        staff_name: by.name,
        approved_at: null,
        approver_id: null,
        approver_name: null,
      });
    },
    entries() {
      return all(db.selectFrom("entries").selectAll().orderBy("at", "desc").limit(MOST)).map(entryOf);
    },
    approve(id, at, by) {
      const change = { approved_at: at, approver_id: by.id, approver_name: by.name };
      run(db.updateTable("entries").set(change).where("id", "=", id).where("approved_at", "is", null));
    },
  };
}

const placeOf = (id: string): string => `gaps/${id}`;

function entryOf(row: Tables["entries"]): Entry {
  const { id, kind, title, text, case_key: caseKey, at, staff_id, staff_name } = row;
  const { approved_at, approver_id, approver_name } = row;
  const approved =
    approved_at !== null && approver_id !== null
      ? { at: approved_at, by: { id: approver_id, name: approver_name ?? "" } }
      : null;
  return { id, kind, title, text, caseKey, at, by: { id: staff_id, name: staff_name }, approved };
}
