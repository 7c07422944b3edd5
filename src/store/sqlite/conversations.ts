/** Starting conversations, hearing messages, and loading what a turn needs. */
import { StoreError } from "../error.ts";
import type { Accepted, InMessage, Loaded, NewConversation, StoredMessage } from "../store.ts";
import type { Audit } from "./audit.ts";
import { NO_CLOCKS, setClocks } from "./clocks.ts";
import { digestRows } from "./digest.ts";
import type { Headings } from "./headings.ts";
import type { Outbox } from "./outbox.ts";
import type { People } from "./people.ts";
import { placesAfter, seqOf } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { States } from "./states.ts";
import type { Steps } from "./steps.ts";
import type { Tables } from "./tables.ts";
import { draftOfBot, type Transcript } from "./transcript.ts";

export interface Conversations {
  person(conversation: string): string | undefined;
  /** Inside a write. */
  start(input: NewConversation): Loaded;
  /** Inside a write. */
  accept(message: InMessage): Accepted;
  load(conversation: string): Loaded | undefined;
  newestOf(channel: string, externalId: string): string | undefined;
  messages(conversation: string, range: { after: number; limit: number }): StoredMessage[];
  latest(conversation: string, limit: number): StoredMessage[];
  message(conversation: string, id: string): StoredMessage | undefined;
}

export interface ConversationParts {
  statements: Statements;
  headings: Headings;
  people: People;
  transcript: Transcript;
  states: States;
  steps: Steps;
  outbox: Outbox;
  audit: Audit;
}

export function createConversations(parts: ConversationParts): Conversations {
  const { headings, people, transcript, states, steps, outbox, audit } = parts;
  const { db, prepare } = parts.statements;

  const selectSame = prepare((p: Slots<{ after: number; end: number; external_id: string }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("external_id", "=", p.external_id),
  );
  const selectInbox = prepare((p: Slots<{ after: number; end: number }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("author", "=", "customer")
      .orderBy("place"),
  );
  const selectRange = prepare((p: Slots<{ after: number; end: number; limit: number }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("withdrawn_at", "is", null)
      .orderBy("place")
      .limit(p.limit),
  );
  const selectLatest = prepare((p: Slots<{ after: number; end: number; limit: number }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("withdrawn_at", "is", null)
      .orderBy("place", "desc")
      .limit(p.limit),
  );
  const selectOne = prepare((p: Slots<{ after: number; end: number; id: string }>) =>
    db
      .selectFrom("messages")
      .selectAll()
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("id", "=", p.id),
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

  /** The outcome of the message stored under the same external id. Only a repeat comes here, so only it pays for unsealing. */
  function repeated(row: { id: string; person: string }, same: Tables["messages"], message: InMessage): Accepted {
    const [stored] = transcript.read(row, [same]);
    const alike = stored?.text === message.text && stored.attachments.join() === message.attachments.join();
    if (!alike)
      throw new StoreError("store.id-taken", `${message.conversation}: another message is stored under the id`);
    return { id: same.id, seq: seqOf(same.place), duplicate: true };
  }

  function load(conversation: string): Loaded | undefined {
    const known = headings.get(conversation);
    const key = known && people.key(known.row.person);
    if (!known || !key) return undefined;
    const { row } = known;
    const state = known.state ?? states.read(key, row);
    const inbox = known.inbox ?? transcript.read(row, selectInbox.all(placesAfter(row.position, row.handled_seq)));
    headings.remember({ row, state, inbox });
    return { conversation, person: row.person, state, version: row.version, inboxSeq: row.inbox_seq, inbox };
  }

  return {
    person: (conversation) => headings.get(conversation)?.row.person,
    load,
    start(input) {
      const { id, at, state } = input;
      if (!headings.get(id)) {
        // The person gets the id of the conversation they were first met in: no other id is at hand, and it says nothing.
        const person = people.meet(input.identity, `p-${id}`, at);
        const key = people.keyForSealing(person);
        const auditSeq = audit.nextSeq(id);
        const version = 1;
        const row = {
          id,
          person,
          channel: input.channel,
          version,
          last_seq: input.messages.length,
          last_event_seq: input.events.length,
          inbox_seq: 0,
          handled_seq: 0,
          ...NO_CLOCKS,
        };
        const { position } = headings.insert(row, at, state).row;
        const step = steps.seal(key, { conversation: id, version, after: 0 }, { events: input.events, trace: null });
        const snapshot = states.keep(key, { conversation: id, position, version, auditSeq }, state);
        const messages = input.messages.map((message, index) => {
          const where = { conversation: id, position, seq: index + 1, auditSeq };
          return transcript.insert(key, where, draftOfBot(message)).bound;
        });
        outbox.queue(id, input.effects, at);
        audit.append(
          id,
          at,
          {
            actor: "customer",
            action: "conversation-started",
            detail: { channel: input.channel, identity: input.identity.strength },
          },
          { digest: digestRows({ messages, step }), state: snapshot, step },
        );
      }
      const loaded = load(id);
      if (!loaded) throw new StoreError("store.erased", "the person of this conversation was erased");
      return loaded;
    },
    accept(message) {
      const { conversation, channel, externalId, at } = message;
      const known = headings.get(conversation);
      if (!known) throw new StoreError("store.unknown-conversation", conversation);
      const { row } = known;
      const key = people.keyForSealing(row.person);
      const same = selectSame.first({ ...placesAfter(row.position, 0), external_id: externalId });
      if (same) return repeated(row, same, message);
      const seq = row.last_seq + 1;
      const auditSeq = audit.nextSeq(conversation);
      const { bound, stored } = transcript.insert(
        key,
        { conversation, position: row.position, seq, auditSeq },
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
          sender: { channel, externalId },
        },
      );
      const clocks = setClocks(row, [{ kind: "turn", due: message.turnDue }]);
      headings.change(
        known,
        { last_seq: seq, inbox_seq: seq, ...clocks },
        { state: known.state, inbox: known.inbox && [...known.inbox, stored] },
      );
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
    messages(conversation, { after, limit }) {
      const row = headings.get(conversation)?.row;
      return row ? transcript.read(row, selectRange.all({ ...placesAfter(row.position, after), limit })) : [];
    },
    latest(conversation, limit) {
      const row = headings.get(conversation)?.row;
      return row ? transcript.read(row, selectLatest.all({ ...placesAfter(row.position, 0), limit }).reverse()) : [];
    },
    message(conversation, id) {
      const row = headings.get(conversation)?.row;
      return row && transcript.read(row, selectOne.all({ ...placesAfter(row.position, 0), id }))[0];
    },
  };
}
