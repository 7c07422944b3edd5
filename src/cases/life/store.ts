/**
 * Where lives of cases are kept.
 *
 * Promises
 * - A step is applied whole or not at all, only on the version it was decided on, and together with its effects.
 * - Events are append-only. They lie sealed under the key of the customer, in the audit chain named by the case's key:
 *   after an erasure they can't be read, and the chain still verifies.
 * - The row beside them holds codes and dates only, and stays readable.
 */
import type { AuditNote, Step } from "../../store/store.ts";
import type { Grade, StageName, Urgency } from "./case.ts";
import type { CaseEvent } from "./events.ts";

/** What lists and reports may look at without opening the events. */
export interface LifeRow {
  key: string;
  conversation: string;
  stage: StageName;
  department: string;
  owner: string | null;
  grade: Grade;
  urgency: Urgency;
  /** ISO date, the statutory last day. */
  due: string;
  /** ISO instant until which something has to happen; null when nothing is owed. */
  next: string | null;
  /** Staff id a transfer waits for. */
  offeredTo: string | null;
  /** Staff ids it is kept from, besides those the complaint itself names. */
  keptFrom: string[];
  /** Staff misconduct: kept from the people and outlets it is about on every surface. */
  hidden: boolean;
}

export interface LifeStep {
  /** 0 before the first. */
  expectVersion: number;
  at: string;
  row: LifeRow;
  events: CaseEvent[];
  effects: Step["effects"];
  audit: AuditNote;
}

export interface StoredLife {
  version: number;
  /** In order; null when the customer was erased. */
  events: CaseEvent[] | null;
  row: LifeRow;
}

export interface LifeStore {
  load(key: string): Promise<StoredLife | undefined>;
  row(key: string): Promise<LifeRow | undefined>;
  /** Throws StoreError `store.erased` or `store.unknown-conversation`. */
  commit(step: LifeStep): Promise<{ ok: true; version: number } | { ok: false; conflict: true }>;
  /** Rows by key, after `after`, `limit` at most. */
  rows(query: { after?: string; limit: number; owner?: string; running?: boolean }): Promise<LifeRow[]>;
  /** Keys of all cases of the person whose conversation it is. */
  keysOfPerson(conversation: string): Promise<string[]>;
}
