/** Applying one decided step, whole or not at all. */
import { StoreError } from "../error.ts";
import type { ClockChange, CommitResult, Step, StoredMessage } from "../store.ts";
import type { Audit } from "./audit.ts";
import type { CaseFiles } from "./cases.ts";
import { setClocks } from "./clocks.ts";
import type { DeliveryRows } from "./deliveries.ts";
import { type BoundMessage, digestRows } from "./digest.ts";
import type { Headings } from "./headings.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import { placesAfter } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { States } from "./states.ts";
import type { Steps } from "./steps.ts";
import type { Tables } from "./tables.ts";
import { draftOfBot, type Transcript } from "./transcript.ts";

export interface CommitParts {
  statements: Statements;
  people: People;
  transcript: Transcript;
  headings: Headings;
  states: States;
  steps: Steps;
  outbox: Outbox;
  deliveries: Pick<DeliveryRows, "hasBegun">;
  cases: CaseFiles;
  audit: Audit;
}

/** Returns the function that applies a step inside a write. */
export function createCommit(parts: CommitParts): (step: Step) => CommitResult {
  const { headings, people, transcript, states, steps, outbox, deliveries, cases, audit } = parts;
  const { db, prepare } = parts.statements;

  const selectUnsent = prepare((p: Slots<{ id: string; after: number; end: number }>) =>
    db
      .selectFrom("messages")
      .select(["place", "author", "kind", "delivered_at", "read_at"])
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("id", "=", p.id),
  );
  const withdraw = prepare((p: Slots<{ place: number; at: string }>) =>
    db
      .updateTable("messages")
      .set({ withdrawn_at: p.at })
      .where("place", "=", p.place)
      .where("withdrawn_at", "is", null),
  );
  const insertConsent = prepare((p: Slots<Tables["consents"]>) => db.insertInto("consents").values(p));

  return (step) => {
    const { conversation, at } = step;
    const known = headings.get(conversation);
    if (!known) throw new StoreError("store.unknown-conversation", conversation);
    const { row } = known;
    const { position } = row;
    const key = people.keyForSealing(row.person);
    if (row.version !== step.expectVersion) return { ok: false, conflict: true };
    if (step.expectInboxSeq !== undefined && row.inbox_seq !== step.expectInboxSeq)
      return { ok: false, conflict: true };

    const withdrawals: number[] = [];
    for (const id of step.withdraw) {
      const message = selectUnsent.first({ id, ...placesAfter(position, 0) });
      if (message?.author !== "bot" || (message.kind !== "question" && message.kind !== "chat")) continue;
      // The step says that these were never heard; the customer has one after all, so it must be decided again.
      const got = message.delivered_at !== null || message.read_at !== null || deliveries.hasBegun(id);
      if (got) return { ok: false, conflict: true };
      withdrawals.push(message.place);
    }
    for (const place of withdrawals) withdraw.run({ place, at });

    const version = row.version + 1;
    const auditSeq = audit.nextSeq(conversation);
    const sealed = steps.seal(key, { conversation, version, after: row.last_event_seq }, step);
    const stored: StoredMessage[] = [];
    const boundMessages: BoundMessage[] = [];
    for (const message of step.messages) {
      const seq = row.last_seq + stored.length + 1;
      const inserted = transcript.insert(key, { conversation, position, seq, auditSeq }, draftOfBot(message));
      stored.push(inserted.stored);
      boundMessages.push(inserted.bound);
    }
    const isTurn = step.expectInboxSeq !== undefined;
    const clocks: ClockChange[] = isTurn ? [{ kind: "turn", due: null }, ...step.clocks] : step.clocks;
    headings.change(
      known,
      {
        version,
        last_seq: row.last_seq + stored.length,
        last_event_seq: row.last_event_seq + step.events.length,
        handled_seq: step.expectInboxSeq ?? row.handled_seq,
        ...setClocks(row, clocks),
      },
      { state: step.state, inbox: isTurn ? [] : known.inbox },
    );
    const snapshot = states.keep(key, { conversation, position, version, auditSeq }, step.state);
    outbox.queue(conversation, step.effects, at);
    cases.save(key, conversation, step);
    if (step.consent) {
      const { given, noticeVersion } = step.consent;
      insertConsent.run({ conversation, given: given ? 1 : 0, notice_version: noticeVersion, at });
    }
    audit.append(conversation, at, step.audit, {
      digest: digestRows({ messages: boundMessages, step: sealed }),
      state: snapshot,
      step: sealed,
    });
    return { ok: true, version, messages: stored };
  };
}
