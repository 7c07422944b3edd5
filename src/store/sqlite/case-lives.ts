/** Lives of cases: the row of each, and its events in the audit entries of the chain named by its key. */
import type { CaseEvent } from "../../cases/life/events.ts";
import type { LifeRow, LifeStep, StoredLife } from "../../cases/life/store.ts";
import { seal, unsealText } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { Audit } from "./audit.ts";
import type { Conversations } from "./conversations.ts";
import { digestRows } from "./digest.ts";
import type { Firings } from "./firings.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import { placesAfter } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

export interface CaseLives {
  load(key: string): StoredLife | undefined;
  row(key: string): LifeRow | undefined;
  /** Inside a write. */
  commit(step: LifeStep): { ok: true; version: number } | { ok: false; conflict: true };
  rows(query: { after?: string; limit: number; owner?: string; running?: boolean }): LifeRow[];
  keysOfPerson(conversation: string): string[];
}

const ENDED = ["withdrawn", "closed", "called-back"] as const;
const lifePlace = (key: string, version: number) => `lives/${key}/${version}`;

function rowOf(row: Tables["case_lives"]): LifeRow {
  const { key, conversation, stage, department, owner, grade, urgency, due } = row;
  return {
    key,
    conversation,
    stage,
    department,
    owner,
    grade,
    urgency,
    due,
    next: row.next_at,
    offeredTo: row.offered_to,
    keptFrom: JSON.parse(row.kept_from),
    hidden: row.hidden === 1,
  };
}

export function createCaseLives(
  statements: Statements,
  parts: {
    people: People;
    conversations: Pick<Conversations, "person">;
    audit: Audit;
    outbox: Outbox;
    firings: Pick<Firings, "schedule">;
  },
): CaseLives {
  const { people, conversations, audit, outbox, firings } = parts;
  const { db, prepare, all } = statements;
  const select = prepare((p: Slots<{ key: string }>) =>
    db.selectFrom("case_lives").selectAll().where("key", "=", p.key),
  );
  const save = prepare((p: Slots<Tables["case_lives"]>) => db.replaceInto("case_lives").values(p));
  const selectChain = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("chains").select("position").where("chain", "=", p.chain),
  );
  const selectSteps = prepare((p: Slots<{ after: number; end: number }>) =>
    db
      .selectFrom("audit")
      .select(["version", "sealed_step"])
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("sealed_step", "is not", null)
      .orderBy("place"),
  );
  const selectOfPerson = prepare((p: Slots<{ conversation: string }>) =>
    db
      .selectFrom("cases")
      .innerJoin("conversations as theirs", "theirs.id", "cases.conversation")
      .innerJoin("conversations as mine", "mine.person", "theirs.person")
      .select("cases.key")
      .where("mine.id", "=", p.conversation)
      .orderBy("cases.received_ms")
      .orderBy("cases.key"),
  );

  function events(key: string, conversation: string): CaseEvent[] | null {
    const person = conversations.person(conversation);
    const secret = person === undefined ? undefined : people.key(person);
    const chain = selectChain.first({ chain: key });
    if (!secret || !chain) return null;
    return selectSteps.all(placesAfter(chain.position, 0)).flatMap((row) => {
      if (!row.sealed_step) return [];
      const step: CaseEvent[] = JSON.parse(unsealText(secret, lifePlace(key, row.version ?? 0), row.sealed_step));
      return step;
    });
  }

  return {
    load(key) {
      const row = select.first({ key });
      return row && { version: row.version, events: events(key, row.conversation), row: rowOf(row) };
    },
    row(key) {
      const row = select.first({ key });
      return row && rowOf(row);
    },
    commit({ expectVersion, at, row, events: happened, effects, audit: note }) {
      const person = conversations.person(row.conversation);
      if (person === undefined) throw new StoreError("store.unknown-conversation", row.conversation);
      const known = select.first({ key: row.key });
      if ((known?.version ?? 0) !== expectVersion) return { ok: false, conflict: true };
      const version = expectVersion + 1;
      const after = known?.last_event_seq ?? 0;
      const step = {
        version,
        event_seq: after + 1,
        event_count: happened.length,
        sealed_step: seal(people.keyForSealing(person), lifePlace(row.key, version), JSON.stringify(happened)),
      };
      save.run({
        key: row.key,
        conversation: row.conversation,
        version,
        last_event_seq: after + happened.length,
        stage: row.stage,
        department: row.department,
        owner: row.owner,
        grade: row.grade,
        urgency: row.urgency,
        due: row.due,
        next_at: row.next,
        offered_to: row.offeredTo,
        kept_from: JSON.stringify(row.keptFrom),
        hidden: row.hidden ? 1 : 0,
        updated_at: at,
      });
      outbox.queue(row.conversation, effects, at);
      // Its clocks may have moved.
      firings.schedule(row.key, at);
      audit.append(row.key, at, note, { digest: digestRows({ step }), step });
      return { ok: true, version };
    },
    rows({ after, limit, owner, running }) {
      let query = db.selectFrom("case_lives").selectAll().orderBy("key").limit(limit);
      if (after !== undefined) query = query.where("key", ">", after);
      if (owner !== undefined) query = query.where("owner", "=", owner);
      if (running) query = query.where("stage", "not in", ENDED);
      return all(query).map(rowOf);
    },
    keysOfPerson: (conversation) => selectOfPerson.all({ conversation }).map(({ key }) => key),
  };
}
