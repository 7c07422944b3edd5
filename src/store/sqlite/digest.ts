/**
 * Digest of the rows written together: what an audit entry binds. It covers sealed bytes, never
 * what they say, so it can be recomputed after the person was erased.
 */
import { createHash } from "node:crypto";
import type { Tables } from "./tables.ts";

const messageColumns = [
  "place",
  "id",
  "author",
  "staff_id",
  "staff_name",
  "kind",
  "secrets_removed",
  "citations",
  "attachments",
  "channel",
  "external_id",
  "at",
] as const;

/** Columns that never change after the insert. */
export type BoundMessage = Pick<Tables["messages"], (typeof messageColumns)[number] | "sealed_body">;
/** What an entry itself holds of its step. */
export interface BoundStep {
  version: number;
  event_seq: number;
  event_count: number;
  sealed_step: Uint8Array;
}
type BoundAttachment = Pick<Tables["attachments"], "id" | "mime" | "size" | "sealed_name" | "sealed_bytes">;
type BoundNote = Pick<Tables["case_notes"], "id" | "at" | "staff_id" | "staff_name" | "sealed_body">;

export interface BoundRows {
  /** In order of place. */
  messages?: BoundMessage[];
  step?: BoundStep | undefined;
  attachments?: BoundAttachment[];
  notes?: BoundNote[];
}

export function hasRows(rows: BoundRows): boolean {
  return (
    rows.step !== undefined || [rows.messages, rows.attachments, rows.notes].some((list) => list && list.length > 0)
  );
}

/** SHA-256 over kind, clear columns, length and bytes of each row. */
export function digestRows(rows: BoundRows): Uint8Array {
  const hash = createHash("sha256");
  function add(clear: unknown[], sealed: Uint8Array): void {
    hash.update(JSON.stringify([...clear, sealed.length])).update(sealed);
  }
  for (const row of rows.messages ?? []) add(["message", ...messageColumns.map((name) => row[name])], row.sealed_body);
  if (rows.step) {
    const { version, event_seq, event_count, sealed_step } = rows.step;
    add(["step", version, event_seq, event_count], sealed_step);
  }
  for (const row of rows.attachments ?? []) {
    add(["attachment-name", row.id, row.mime, row.size], row.sealed_name);
    add(["attachment-bytes", row.id], row.sealed_bytes);
  }
  for (const row of rows.notes ?? []) add(["note", row.id, row.at, row.staff_id, row.staff_name], row.sealed_body);
  return hash.digest();
}

/** SHA-256 over a conversation's sealed state, its version and the entry that binds it. */
export function digestState({ version, audit_seq, sealed_state }: Omit<Tables["states"], "position">): Uint8Array {
  return createHash("sha256").update(`state ${version} ${audit_seq} `).update(sealed_state).digest();
}
