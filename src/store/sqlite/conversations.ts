/** Starting conversations, hearing messages, and loading what a turn needs. */
import type { KeyObject } from "node:crypto";
import type { Selectable } from "kysely";
import type { Event, State } from "../../flows/conversation.ts";
import { seal, unsealText } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { Accepted, InMessage, Loaded, NewConversation, StoredMessage } from "../store.ts";
import type { Audit } from "./audit.ts";
import type { Clocks } from "./clocks.ts";
import { type BoundEvent, digestRows, digestState } from "./digest.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";
import { draftOfBot, type Transcript } from "./transcript.ts";

type Heading = Pick<
  Selectable<Tables["conversations"]>,
  "position" | "id" | "person" | "channel" | "version" | "last_seq" | "last_event_seq" | "inbox_seq" | "handled_seq"
>;

export interface Conversations {
  /** A conversation without its state. */
  row(conversation: string): Heading | undefined;
  /** Inside a write. */
  start(input: NewConversation): Loaded;
  /** Inside a write. */
  accept(message: InMessage): Accepted;
  load(conversation: string): Loaded | undefined;
  newestOf(channel: string, externalId: string): string | undefined;
  messages(conversation: string, range: { after: number; limit: number }): StoredMessage[];
  /** In order; null for each event of an erased person. */
  events(conversation: string): { seq: number; at: string; event: Event | null }[];
  sealState(key: KeyObject, conversation: string, version: number, state: State): Uint8Array;
  /** Inside a write: seals and numbers the events of a step; returns the row for the digest. */
  insertEvents(
    key: KeyObject,
    place: { conversation: string; after: number; auditSeq: number; at: string },
    events: Event[],
  ): BoundEvent[];
}

export function createConversations(
  statements: Statements,
  people: People,
  transcript: Transcript,
  clocks: Clocks,
  audit: Audit,
): Conversations {
  const { db, prepare } = statements;

  const selectRow = prepare((p: Slots<{ id: string }>) =>
    db
      .selectFrom("conversations")
      .select([
        "position",
        "id",
        "person",
        "channel",
        "version",
        "last_seq",
        "last_event_seq",
        "inbox_seq",
        "handled_seq",
      ])
      .where("id", "=", p.id),
  );
  const selectState = prepare((p: Slots<{ id: string }>) =>
    db
      .selectFrom("conversations")
      .innerJoin("states", "states.position", "conversations.position")
      .select(["person", "version", "inbox_seq", "handled_seq", "sealed_state"])
      .where("id", "=", p.id),
  );
  const insertRow = prepare((p: Slots<Omit<Tables["conversations"], "position">>) =>
    db.insertInto("conversations").values(p).returning("position"),
  );
  const insertState = prepare((p: Slots<Tables["states"]>) => db.insertInto("states").values(p));
  const advanceInbox = prepare((p: Slots<{ id: string; seq: number }>) =>
    db.updateTable("conversations").set({ last_seq: p.seq, inbox_seq: p.seq }).where("id", "=", p.id),
  );
  const selectSame = prepare((p: Slots<{ person: string; channel: string; external_id: string }>) =>
    db
      .selectFrom("messages")
      .select(["id", "seq"])
      .where("person", "=", p.person)
      .where("channel", "=", p.channel)
      .where("external_id", "=", p.external_id),
  );
  const selectInbox = prepare((p: Slots<{ conversation: string; after: number }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("conversation", "=", p.conversation)
      .where("seq", ">", p.after)
      .where("author", "=", "customer")
      .orderBy("seq"),
  );
  const selectRange = prepare((p: Slots<{ conversation: string; after: number; limit: number }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("conversation", "=", p.conversation)
      .where("seq", ">", p.after)
      .where("withdrawn_at", "is", null)
      .orderBy("seq")
      .limit(p.limit),
  );
  const insertEvent = prepare((p: Slots<Tables["events"]>) => db.insertInto("events").values(p));
  const selectEvents = prepare((p: Slots<{ conversation: string }>) =>
    db
      .selectFrom("events")
      .select(["seq", "count", "at", "sealed_body"])
      .where("conversation", "=", p.conversation)
      .orderBy("seq"),
  );
  const selectNewest = prepare((p: Slots<{ channel: string; lookup: string }>) =>
    db
      .selectFrom("conversations")
      .innerJoin("identities", "identities.person", "conversations.person")
      .select("conversations.id")
      .where("identities.channel", "=", p.channel)
      .where("identities.lookup", "=", p.lookup)
      .where("conversations.channel", "=", p.channel)
      .orderBy("conversations.position", "desc")
      .limit(1),
  );

  const eventsPlace = (conversation: string, seq: number) => `events/${conversation}/${seq}`;
  const statePlace = (id: string, version: number) => `conversations/${id}/${version}`;
  function sealState(key: KeyObject, conversation: string, version: number, state: State): Uint8Array {
    return seal(key, statePlace(conversation, version), JSON.stringify(state));
  }

  function insertEvents(
    key: KeyObject,
    place: { conversation: string; after: number; auditSeq: number; at: string },
    events: Event[],
  ): BoundEvent[] {
    const { conversation, at } = place;
    if (events.length === 0) return [];
    const seq = place.after + 1;
    const row = {
      conversation,
      seq,
      count: events.length,
      types: JSON.stringify(events.map((event) => event.type)),
      at,
      sealed_body: seal(key, eventsPlace(conversation, seq), JSON.stringify(events)),
      audit_seq: place.auditSeq,
    };
    insertEvent.run(row);
    return [row];
  }

  function load(conversation: string): Loaded | undefined {
    const row = selectState.first({ id: conversation });
    const key = row && people.key(row.person);
    if (!row || !key) return undefined;
    const state: State = JSON.parse(unsealText(key, statePlace(conversation, row.version), row.sealed_state));
    const inbox = transcript.read(row.person, selectInbox.all({ conversation, after: row.handled_seq }));
    return { conversation, person: row.person, state, version: row.version, inboxSeq: row.inbox_seq, inbox };
  }

  return {
    row: (conversation) => selectRow.first({ id: conversation }),
    load,
    sealState,
    insertEvents,
    start(input) {
      const { id, at, state } = input;
      const known = selectRow.first({ id });
      if (!known) {
        // The person gets the id of the conversation they were first met in: no other id is at hand, and it says nothing.
        const person = people.meet(input.identity, `p-${id}`, at);
        const key = people.keyForSealing(person);
        const auditSeq = audit.nextSeq(id);
        const version = 1;
        const sealed_state = sealState(key, id, version, state);
        const inserted = insertRow.first({
          id,
          person,
          channel: input.channel,
          version,
          last_seq: input.messages.length,
          last_event_seq: input.events.length,
          inbox_seq: 0,
          handled_seq: 0,
          created_at: at,
        });
        if (!inserted) throw new StoreError("store.failed", "a conversation was not inserted");
        insertState.run({ position: inserted.position, sealed_state });
        const events = insertEvents(key, { conversation: id, after: 0, auditSeq, at }, input.events);
        const messages = input.messages.map(
          (message, index) =>
            transcript.insert(key, { conversation: id, seq: index + 1, auditSeq }, draftOfBot(message)).bound,
        );
        audit.append(
          id,
          at,
          {
            actor: "customer",
            action: "conversation-started",
            detail: { channel: input.channel, identity: input.identity.strength },
          },
          { digest: digestRows({ messages, events }), state: digestState(version, sealed_state) },
        );
      }
      const loaded = load(id);
      if (!loaded) throw new StoreError("store.erased", "the person of this conversation was erased");
      return loaded;
    },
    accept(message) {
      const { conversation, channel, externalId, at } = message;
      const row = selectRow.first({ id: conversation });
      if (!row) throw new StoreError("store.unknown-conversation", conversation);
      const key = people.keyForSealing(row.person);
      const same = selectSame.first({ person: row.person, channel, external_id: externalId });
      if (same) return { id: same.id, seq: same.seq, duplicate: true };
      const seq = row.last_seq + 1;
      const auditSeq = audit.nextSeq(conversation);
      const { bound } = transcript.insert(
        key,
        { conversation, seq, auditSeq },
        {
          id: message.id,
          author: { kind: "customer" },
          kind: message.kind,
          text: message.text,
          choices: [],
          citations: [],
          attachments: message.attachments,
          secretsRemoved: message.secretsRemoved,
          at,
          sender: { person: row.person, channel, externalId },
        },
      );
      advanceInbox.run({ id: conversation, seq });
      clocks.set(conversation, { kind: "turn", due: message.turnDue });
      // The receipt itself is evidence (a message is notice to the bank at its instant), so it does not wait for the turn.
      audit.append(
        conversation,
        at,
        { actor: "customer", action: "message-received", detail: { message: message.id, seq } },
        { digest: digestRows({ messages: [bound] }) },
      );
      return { id: message.id, seq, duplicate: false };
    },
    newestOf: (channel, externalId) => selectNewest.first({ channel, lookup: people.lookup(channel, externalId) })?.id,
    events(conversation) {
      const row = selectRow.first({ id: conversation });
      const key = row && people.key(row.person);
      return selectEvents.all({ conversation }).flatMap(({ seq, count, at, sealed_body }) => {
        const events: Event[] | undefined = key
          ? JSON.parse(unsealText(key, eventsPlace(conversation, seq), sealed_body))
          : undefined;
        return Array.from({ length: count }, (_, index) => ({ seq: seq + index, at, event: events?.[index] ?? null }));
      });
    },
    messages(conversation, { after, limit }) {
      const row = selectRow.first({ id: conversation });
      if (!row) return [];
      return transcript.read(row.person, selectRange.all({ conversation, after, limit }));
    },
  };
}
