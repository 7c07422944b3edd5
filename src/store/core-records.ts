/**
 * What is kept of the core system's word: how a case stands over there, where both sides differ, and which signed
 * calls were seen. Our own facts never change through it.
 *
 * Promises
 * - A nonce is accepted once, also across a restart.
 * - A word that is older than what is kept, or the same again, changes nothing.
 * - A difference is kept until both sides agree or a person has settled it, and never twice.
 */
import type { CaseStatus } from "./store.ts";

/** A case as the core system has it. Null where it says nothing. Codes and dates only, no personal data. */
export interface CoreCase {
  number: string;
  /** Our key, where it gives it back. */
  key: string | null;
  record: string | null;
  status: "open" | "closed" | null;
  department: string | null;
  /** ISO date. */
  due: string | null;
  /** Its own name of the internal step. */
  step: string | null;
  finding: Finding | null;
  /** Counts the changes of this case over there, from 1; null where it doesn't count. */
  sequence: number | null;
}

export const FINDINGS = ["upheld", "partly-upheld", "not-upheld"] as const;
/** The core system's finding, by code; its words are in the core system. */
export type Finding = (typeof FINDINGS)[number];

/** case: one side has it, the other doesn't. */
export const CONFLICT_FIELDS = ["case", "number", "status", "department", "due"] as const;
export type ConflictField = (typeof CONFLICT_FIELDS)[number];

export interface Difference {
  field: ConflictField;
  /** Null where this side has nothing. */
  ours: string | null;
  theirs: string | null;
}

export interface CoreConflict extends Difference {
  id: number;
  number: string;
  /** Null when no case here belongs to it. */
  key: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** Our side of a case, as far as it is compared. */
export interface OwnCase {
  key: string;
  conversation: string;
  record: string;
  number: string | null;
  status: CaseStatus;
  department: string;
  due: string;
  /** What becomes of its calls to the core system: one is waiting, one was given up, or nothing is on the way. */
  calls: "waiting" | "dead" | "none";
}

export interface CoreRecords {
  /** False when it was used before. Nonces older than `keptMs` before `at` are forgotten. */
  useNonce(nonce: string, at: string, keptMs: number): Promise<boolean>;
  /** Keeps how a case stands over there. False when as much or more is known already. */
  keep(there: CoreCase, at: string): Promise<boolean>;
  kept(number: string): Promise<CoreCase | undefined>;

  /** By key, then by number, then the latest of the record. */
  ownCase(of: Pick<CoreCase, "key" | "number" | "record">): Promise<OwnCase | undefined>;
  /** In order of key. Left out are those of erased persons that never got a number: there is nothing left to hand over. */
  ownCases(page: { after: string | null; limit: number }): Promise<OwnCase[]>;
  /** Numbers the embedded core system gave, in order of key. */
  numbers(page: { after: string | null; limit: number }): Promise<{ key: string; number: string }[]>;

  /**
   * The differences of one case as they are now: new ones are kept, those no longer there are settled.
   * Gives back the new ones. What a person settled stays so while both sides say the same.
   */
  differ(
    of: { number: string; key: string | null },
    differences: readonly Difference[],
    at: string,
  ): Promise<Difference[]>;
  /** Not settled, oldest first. */
  conflicts(limit: number): Promise<CoreConflict[]>;
  /** False when there is no such open conflict. `by`: staff id. */
  settle(id: number, at: string, by: string): Promise<boolean>;

  /** Queues the opening of a case again, where it is neither waiting nor was the person erased. True when it did. */
  requeueOpening(key: string, at: string): Promise<boolean>;
}
