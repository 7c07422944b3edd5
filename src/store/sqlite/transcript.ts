/** Messages of a conversation: sealing, numbering, reading back. */

import type { KeyObject } from "node:crypto";
import type { MessageKind } from "../../flows/command.ts";
import { seal, unsealText } from "../../privacy/seal.ts";
import type { OutMessage, StoredAuthor, StoredMessage } from "../store.ts";
import type { BoundMessage } from "./digest.ts";
import type { People } from "./people.ts";
import { placeOf, seqOf } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

type MessageRow = Tables["messages"];

/** A message on its way in, from either side. */
export interface Draft {
  id: string;
  author: StoredAuthor;
  kind: MessageKind | OutMessage["kind"];
  text: string;
  choices: string[];
  citations: OutMessage["citations"];
  attachments: string[];
  secretsRemoved: number;
  at: string;
  /** Who sent it, for a customer's message. */
  sender: { channel: string; externalId: string } | null;
}

export interface Transcript {
  /** Inserts a message under a key; returns it as stored, and its row for the digest. */
  insert(
    key: KeyObject,
    where: { conversation: string; position: number; seq: number; auditSeq: number },
    draft: Draft,
  ): { stored: StoredMessage; bound: BoundMessage };
  /** Rows as readers get them; texts are null when the person was erased. */
  read(of: { id: string; person: string }, rows: MessageRow[]): StoredMessage[];
}

const bodyPlace = (id: string) => `messages/${id}`;

export function draftOfBot(message: OutMessage): Draft {
  return { ...message, secretsRemoved: 0, sender: null };
}

function authorOf(row: MessageRow): StoredAuthor {
  switch (row.author) {
    case "customer":
    case "bot":
      return { kind: row.author };
    case "staff":
      return { kind: "staff", id: row.staff_id ?? "", name: row.staff_name ?? "" };
  }
}

export function createTranscript(statements: Statements, people: People): Transcript {
  const { db, prepare } = statements;
  const insertMessage = prepare((p: Slots<MessageRow>) => db.insertInto("messages").values(p));

  return {
    insert(key, { conversation, position, seq, auditSeq }, draft) {
      const { id, author, kind, text, choices, citations, attachments, at, sender } = draft;
      const row: MessageRow = {
        place: placeOf(position, seq),
        id,
        author: author.kind,
        staff_id: author.kind === "staff" ? author.id : null,
        staff_name: author.kind === "staff" ? author.name : null,
        kind,
        // Choices may repeat the customer's words, so they go with the text.
        sealed_body: seal(key, bodyPlace(id), JSON.stringify([text, choices])),
        secrets_removed: draft.secretsRemoved,
        citations: JSON.stringify(citations),
        attachments: JSON.stringify(attachments),
        channel: sender?.channel ?? null,
        external_id: sender?.externalId ?? null,
        at,
        delivered_at: null,
        read_at: null,
        withdrawn_at: null,
        audit_seq: auditSeq,
      };
      insertMessage.run(row);
      const stored: StoredMessage = {
        id,
        conversation,
        seq,
        author,
        kind,
        text,
        secretsRemoved: draft.secretsRemoved,
        choices,
        citations,
        attachments,
        externalId: row.external_id,
        at,
        deliveredAt: null,
        readAt: null,
        withdrawnAt: null,
      };
      return { stored, bound: row };
    },
    read({ id: conversation, person }, rows) {
      const key = people.key(person);
      return rows.map((row) => {
        const body: [string, string[]] | undefined = key
          ? JSON.parse(unsealText(key, bodyPlace(row.id), row.sealed_body))
          : undefined;
        return {
          id: row.id,
          conversation,
          seq: seqOf(row.place),
          author: authorOf(row),
          kind: row.kind,
          text: body ? body[0] : null,
          secretsRemoved: row.secrets_removed,
          choices: body ? body[1] : [],
          citations: JSON.parse(row.citations),
          attachments: JSON.parse(row.attachments),
          externalId: row.external_id,
          at: row.at,
          deliveredAt: row.delivered_at,
          readAt: row.read_at,
          withdrawnAt: row.withdrawn_at,
        };
      });
    },
  };
}
