/** What customers and staff attach: sealed, and bound to the audit by the digest of the sealed bytes. */
import { createHash } from "node:crypto";
import { seal, unseal, unsealText } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { Attachment } from "../store.ts";
import type { Audit } from "./audit.ts";
import type { Conversations } from "./conversations.ts";
import { digestRows } from "./digest.ts";
import type { People } from "./people.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

export interface Attachments {
  /** Inside a write. The same id is kept once. */
  add(attachment: Attachment & { bytes: Uint8Array; at: string }): void;
  /** Undefined when unknown, or when the person was erased. */
  get(id: string): (Attachment & { bytes: Uint8Array }) | undefined;
}

const namePlace = (id: string) => `attachments/${id}/name`;
const bytesPlace = (id: string) => `attachments/${id}/bytes`;

export function createAttachments(
  statements: Statements,
  people: People,
  conversations: Pick<Conversations, "person">,
  audit: Audit,
): Attachments {
  const { db, prepare } = statements;
  const insert = prepare((p: Slots<Tables["attachments"]>) => db.insertInto("attachments").values(p));
  const select = prepare((p: Slots<{ id: string }>) => db.selectFrom("attachments").selectAll().where("id", "=", p.id));
  const selectId = prepare((p: Slots<{ id: string }>) =>
    db.selectFrom("attachments").select("id").where("id", "=", p.id),
  );

  return {
    add({ id, conversation, name, mime, size, bytes, at }) {
      const person = conversations.person(conversation);
      if (person === undefined) throw new StoreError("store.unknown-conversation", conversation);
      const key = people.keyForSealing(person);
      if (selectId.first({ id })) return;
      const row = {
        id,
        conversation,
        sealed_name: seal(key, namePlace(id), name),
        mime,
        size,
        sealed_bytes: seal(key, bytesPlace(id), bytes),
        audit_seq: audit.nextSeq(conversation),
      };
      insert.run(row);
      const sha256 = createHash("sha256").update(row.sealed_bytes).digest("hex");
      audit.append(
        conversation,
        at,
        { actor: "customer", action: "attachment-stored", detail: { attachment: id, mime, size, sha256 } },
        { digest: digestRows({ attachments: [row] }) },
      );
    },
    get(id) {
      const row = select.first({ id });
      const person = row && conversations.person(row.conversation);
      const key = person === undefined ? undefined : people.key(person);
      if (!row || !key) return undefined;
      return {
        id,
        conversation: row.conversation,
        name: unsealText(key, namePlace(id), row.sealed_name),
        mime: row.mime,
        size: row.size,
        bytes: new Uint8Array(unseal(key, bytesPlace(id), row.sealed_bytes)),
      };
    },
  };
}
