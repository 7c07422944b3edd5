/** Records and cases as staff list them, notes on cases, and the proof for look-ups. */
import type { KeyObject } from "node:crypto";
import { seal, unsealText } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { CaseNote, CaseQuery, CaseRow, RecordRow, Step } from "../store.ts";
import type { Audit } from "./audit.ts";
import type { Conversations } from "./conversations.ts";
import { digestRows } from "./digest.ts";
import { millis } from "./instant.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

export interface CaseFiles {
  /** Inside a write: records, cases and phone tails of a step. */
  save(key: KeyObject, conversation: string, step: Pick<Step, "records" | "cases" | "phoneTails">): void;
  records(query: { kind?: RecordRow["kind"]; conversation?: string; limit: number }): RecordRow[];
  cases(query: CaseQuery): CaseRow[];
  case(ref: string): CaseRow | undefined;
  findByProof(ref: string, tail: string): { record: RecordRow; case: CaseRow | null } | undefined;
  /** Inside a write. A note with the same id is kept once. Returns the case's conversation. */
  addNote(note: CaseNote & { text: string }): string;
  notes(key: string): CaseNote[];
  /** Inside a write. */
  forgetTails(conversation: string): void;
}

type RecordColumns = Tables["records"];
type CaseColumns = Tables["cases"];

function recordOf(row: RecordColumns): RecordRow {
  const { record, conversation, matter, kind, status, business, reason, venue } = row;
  return {
    record,
    conversation,
    matter,
    kind,
    receivedAt: row.received_at,
    status,
    business,
    reason,
    venue,
    complete: row.complete === 1,
  };
}

const summaryPlace = (key: string) => `cases/${key}`;
const notePlace = (id: string) => `case-notes/${id}`;

export function createCaseFiles(
  statements: Statements,
  people: People,
  conversations: Pick<Conversations, "person">,
  audit: Audit,
): CaseFiles {
  const { db, prepare, all } = statements;

  const saveRecord = prepare((p: Slots<RecordColumns>) =>
    db
      .insertInto("records")
      .values(p)
      .onConflict((c) =>
        c.column("record").doUpdateSet((eb) => ({
          kind: eb.ref("excluded.kind"),
          status: eb.ref("excluded.status"),
          business: eb.ref("excluded.business"),
          reason: eb.ref("excluded.reason"),
          venue: eb.ref("excluded.venue"),
          complete: eb.ref("excluded.complete"),
        })),
      ),
  );
  const saveCase = prepare((p: Slots<CaseColumns>) => db.replaceInto("cases").values(p));
  const dropTails = prepare((p: Slots<{ key: string }>) => db.deleteFrom("phone_tails").where("key", "=", p.key));
  const dropTailsOf = prepare((p: Slots<{ conversation: string }>) =>
    db.deleteFrom("phone_tails").where("conversation", "=", p.conversation),
  );
  const insertTail = prepare((p: Slots<Tables["phone_tails"]>) => db.replaceInto("phone_tails").values(p));
  const selectTail = prepare((p: Slots<{ key: string; hash: string }>) =>
    db.selectFrom("phone_tails").select("conversation").where("key", "=", p.key).where("hash", "=", p.hash),
  );
  const selectTails = prepare((p: Slots<{ key: string }>) =>
    db.selectFrom("phone_tails").select("hash").where("key", "=", p.key),
  );
  const selectRecord = prepare((p: Slots<{ record: string }>) =>
    db.selectFrom("records").selectAll().where("record", "=", p.record),
  );
  const selectCase = prepare((p: Slots<{ ref: string }>) =>
    db
      .selectFrom("cases")
      .selectAll()
      .where((eb) => eb.or([eb("key", "=", p.ref), eb("number", "=", p.ref), eb("record", "=", p.ref)]))
      // A matter taken up again has more than one case under its record: the latest is meant.
      .orderBy("requested_at", "desc")
      .limit(1),
  );
  const selectNotes = prepare((p: Slots<{ case_key: string }>) =>
    db.selectFrom("case_notes").selectAll().where("case_key", "=", p.case_key).orderBy("audit_seq"),
  );
  const selectNote = prepare((p: Slots<{ id: string }>) =>
    db.selectFrom("case_notes").select("id").where("id", "=", p.id),
  );
  const insertNote = prepare((p: Slots<Tables["case_notes"]>) => db.insertInto("case_notes").values(p));

  function caseOf(row: CaseColumns): CaseRow {
    const person = conversations.person(row.conversation);
    const key = person === undefined ? undefined : people.key(person);
    return {
      key: row.key,
      record: row.record,
      conversation: row.conversation,
      matter: row.matter,
      channel: row.channel,
      language: row.language,
      number: row.number,
      department: row.department,
      status: row.status,
      owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" },
      receivedAt: row.received_at,
      requestedAt: row.requested_at,
      due: row.due,
      business: row.business,
      reason: row.reason,
      venue: row.venue,
      emotion: row.emotion,
      risks: JSON.parse(row.risks),
      summary: key ? unsealText(key, summaryPlace(row.key), row.sealed_summary) : "",
      resolvedAt: row.resolved_at,
      updatedAt: row.updated_at,
    };
  }

  function find(ref: string): CaseRow | undefined {
    const row = selectCase.first({ ref });
    return row && caseOf(row);
  }

  return {
    save(key, conversation, step) {
      for (const row of step.records) {
        saveRecord.run({
          record: row.record,
          conversation: row.conversation,
          matter: row.matter,
          kind: row.kind,
          received_at: row.receivedAt,
          received_ms: millis(row.receivedAt),
          status: row.status,
          business: row.business,
          reason: row.reason,
          venue: row.venue,
          complete: row.complete ? 1 : 0,
        });
      }
      for (const row of step.cases) {
        saveCase.run({
          key: row.key,
          record: row.record,
          conversation: row.conversation,
          matter: row.matter,
          channel: row.channel,
          language: row.language,
          number: row.number,
          department: row.department,
          status: row.status,
          owner_id: row.owner?.id ?? null,
          owner_name: row.owner?.name ?? null,
          received_at: row.receivedAt,
          received_ms: millis(row.receivedAt),
          requested_at: row.requestedAt,
          due: row.due,
          business: row.business,
          reason: row.reason,
          venue: row.venue,
          emotion: row.emotion,
          risks: JSON.stringify(row.risks),
          sealed_summary: seal(key, summaryPlace(row.key), row.summary),
          resolved_at: row.resolvedAt,
          updated_at: row.updatedAt,
        });
      }
      // The tails of a step are all that hold for their key: a corrected number takes the old one's place.
      for (const tailKey of new Set(step.phoneTails.map((entry) => entry.key))) {
        const hashes = step.phoneTails
          .filter(({ key: of }) => of === tailKey)
          .map(({ tail }) => people.proof(tailKey, tail));
        const known = selectTails.all({ key: tailKey });
        if (known.length === hashes.length && known.every(({ hash }) => hashes.includes(hash))) continue;
        dropTails.run({ key: tailKey });
        for (const hash of hashes) insertTail.run({ key: tailKey, conversation, hash });
      }
    },
    records({ kind, conversation, limit }) {
      let query = db.selectFrom("records").selectAll().orderBy("received_ms").orderBy("record").limit(limit);
      if (kind !== undefined) query = query.where("kind", "=", kind);
      if (conversation !== undefined) query = query.where("conversation", "=", conversation);
      return all(query).map(recordOf);
    },
    cases({ status, department, owner, limit, after }) {
      let query = db.selectFrom("cases").selectAll().orderBy("due").orderBy("received_ms").orderBy("key").limit(limit);
      if (status !== undefined) query = query.where("status", "=", status);
      if (department !== undefined) query = query.where("department", "=", department);
      if (owner !== undefined) query = query.where("owner_id", "=", owner);
      if (after !== undefined) {
        query = query.where((eb) =>
          eb(
            eb.refTuple("due", "received_ms", "key"),
            ">",
            eb
              .selectFrom("cases as last")
              .select(["last.due", "last.received_ms", "last.key"])
              .where("last.key", "=", after)
              .$asTuple("due", "received_ms", "key"),
          ),
        );
      }
      return all(query).map(caseOf);
    },
    case: find,
    findByProof(ref, tail) {
      const found = find(ref);
      const record = selectRecord.first({ record: found?.record ?? ref });
      if (!record) return undefined;
      const known = found ?? null;
      // A complaint without a case has its tail under the key the case would have.
      const own = `${record.conversation}/${record.matter}`;
      const keys = [record.record, own, known?.key, known?.number].filter((key) => typeof key === "string");
      const proven = keys.some((key) => selectTail.first({ key, hash: people.proof(key, tail) }) !== undefined);
      return proven ? { record: recordOf(record), case: known } : undefined;
    },
    addNote(note) {
      const { id, at, staff, text } = note;
      const found = find(note.case);
      if (!found || found.key !== note.case) throw new StoreError("store.unknown-case", note.case);
      if (selectNote.first({ id })) return found.conversation;
      const key = people.keyForSealing(conversations.person(found.conversation) ?? "");
      const row = {
        id,
        case_key: note.case,
        at,
        staff_id: staff.id,
        staff_name: staff.name,
        sealed_body: seal(key, notePlace(id), text),
        audit_seq: audit.nextSeq(note.case),
      };
      insertNote.run(row);
      audit.append(
        note.case,
        at,
        { actor: `staff:${staff.id}`, action: "note-added", detail: { note: id } },
        { digest: digestRows({ notes: [row] }) },
      );
      return found.conversation;
    },
    notes(caseKey) {
      const found = find(caseKey);
      const person = found && conversations.person(found.conversation);
      const key = person === undefined ? undefined : people.key(person);
      return selectNotes.all({ case_key: caseKey }).map((row) => ({
        id: row.id,
        case: row.case_key,
        at: row.at,
        staff: { id: row.staff_id, name: row.staff_name },
        text: key ? unsealText(key, notePlace(row.id), row.sealed_body) : null,
      }));
    },
    forgetTails(conversation) {
      dropTailsOf.run({ conversation });
    },
  };
}
