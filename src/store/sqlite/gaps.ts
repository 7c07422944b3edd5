/** Open questions in SQLite. What a customer asked is sealed under their key: erased with them. */

import { seal, unsealText } from "../../privacy/seal.ts";
import type { Gap, GapStore } from "../gaps.ts";
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
  };
}

const placeOf = (id: string): string => `gaps/${id}`;
