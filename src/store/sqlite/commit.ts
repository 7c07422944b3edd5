/** Applying one decided step, whole or not at all. */
import { seal } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { CommitResult, Step, StoredMessage } from "../store.ts";
import type { Audit } from "./audit.ts";
import type { CaseFiles } from "./cases.ts";
import type { Clocks } from "./clocks.ts";
import type { Conversations } from "./conversations.ts";
import { type BoundMessage, digestRows, digestState } from "./digest.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";
import { draftOfBot, type Transcript } from "./transcript.ts";

export interface CommitParts {
  statements: Statements;
  people: People;
  conversations: Conversations;
  transcript: Transcript;
  clocks: Clocks;
  outbox: Outbox;
  cases: CaseFiles;
  audit: Audit;
}

/** Returns the function that applies a step inside a write. */
export function createCommit(parts: CommitParts): (step: Step) => CommitResult {
  const { people, conversations, transcript, clocks, outbox, cases, audit } = parts;
  const { db, prepare } = parts.statements;

  const advance = prepare(
    (p: Slots<Pick<Tables["conversations"], "id" | "version" | "last_seq" | "last_event_seq" | "handled_seq">>) =>
      db
        .updateTable("conversations")
        .set({
          version: p.version,
          last_seq: p.last_seq,
          last_event_seq: p.last_event_seq,
          handled_seq: p.handled_seq,
        })
        .where("id", "=", p.id),
  );
  const saveState = prepare((p: Slots<Tables["states"]>) =>
    db.updateTable("states").set({ sealed_state: p.sealed_state }).where("position", "=", p.position),
  );
  const selectUnsent = prepare((p: Slots<{ id: string; conversation: string }>) =>
    db
      .selectFrom("messages")
      .select(["seq", "author", "kind", "delivered_at", "read_at"])
      .where("id", "=", p.id)
      .where("conversation", "=", p.conversation),
  );
  const withdraw = prepare((p: Slots<{ conversation: string; seq: number; at: string }>) =>
    db
      .updateTable("messages")
      .set({ withdrawn_at: p.at })
      .where("conversation", "=", p.conversation)
      .where("seq", "=", p.seq)
      .where("withdrawn_at", "is", null),
  );
  const insertTrace = prepare((p: Slots<Tables["traces"]>) => db.insertInto("traces").values(p));
  const insertConsent = prepare((p: Slots<Tables["consents"]>) => db.insertInto("consents").values(p));

  return (step) => {
    const { conversation, at } = step;
    const row = conversations.row(conversation);
    if (!row) throw new StoreError("store.unknown-conversation", conversation);
    const key = people.keyForSealing(row.person);
    if (row.version !== step.expectVersion) return { ok: false, conflict: true };
    if (step.expectInboxSeq !== undefined && row.inbox_seq !== step.expectInboxSeq)
      return { ok: false, conflict: true };

    const withdrawals: number[] = [];
    for (const id of step.withdraw) {
      const message = selectUnsent.first({ id, conversation });
      if (message?.author !== "bot" || (message.kind !== "question" && message.kind !== "chat")) continue;
      // The step says that these were never heard; the customer has one after all, so it must be decided again.
      if (message.delivered_at !== null || message.read_at !== null) return { ok: false, conflict: true };
      withdrawals.push(message.seq);
    }
    for (const seq of withdrawals) withdraw.run({ conversation, seq, at });

    const version = row.version + 1;
    const auditSeq = audit.nextSeq(conversation);
    const sealed_state = conversations.sealState(key, conversation, version, step.state);
    const events = conversations.insertEvents(
      key,
      { conversation, after: row.last_event_seq, auditSeq, at },
      step.events,
    );
    const stored: StoredMessage[] = [];
    const bound: BoundMessage[] = [];
    for (const message of step.messages) {
      const seq = row.last_seq + stored.length + 1;
      const inserted = transcript.insert(key, { conversation, seq, auditSeq }, draftOfBot(message));
      stored.push(inserted.stored);
      bound.push(inserted.bound);
    }
    advance.run({
      id: conversation,
      version,
      last_seq: row.last_seq + stored.length,
      last_event_seq: row.last_event_seq + step.events.length,
      handled_seq: step.expectInboxSeq ?? row.handled_seq,
    });
    saveState.run({ position: row.position, sealed_state });

    if (step.expectInboxSeq !== undefined) {
      clocks.set(conversation, { kind: "turn", due: null });
    }
    for (const change of step.clocks) clocks.set(conversation, change);
    outbox.queue(conversation, step.effects, at);
    cases.save(key, conversation, step);
    if (step.consent) {
      const { given, noticeVersion } = step.consent;
      insertConsent.run({ conversation, given: given ? 1 : 0, notice_version: noticeVersion, at });
    }
    if (step.trace !== null) {
      const sealed_body = seal(key, `traces/${conversation}/${version}`, step.trace);
      insertTrace.run({ conversation, version, at, sealed_body });
    }
    audit.append(conversation, at, step.audit, {
      digest: digestRows({ messages: bound, events }),
      state: digestState(version, sealed_state),
    });
    return { ok: true, version, messages: stored };
  };
}
