/**
 * The port to the bank's core system, which owns the case's number, its internal steps and the finding.
 *
 * Promises
 * - At least once: a call may be repeated after any failure. The same key opens one case and always gives its number.
 * - Calls for one case come in order: open, then supplements, then close; an erasure comes last of all.
 * - What cannot be done throws `ServiceError`; `retryable` says whether the same call may succeed later.
 */
import type { Gap, HandoverReason, Level } from "../flows/conversation.ts";
import type { Business, Emotion, FactName, Language, Reason, RiskSlug, Venue } from "../flows/reading.ts";
import type { CoreCase } from "../store/core-records.ts";

/** What the people of the department need on first sight. Holds personal data: for the core system only. */
export interface CaseSummary {
  channel: string;
  language: Language;
  /** First words of the complaint. */
  words: string;
  business: Business | null;
  reason: Reason | null;
  venue: Venue | null;
  emotion: Emotion;
  /** Why a person is needed. */
  reasons: HandoverReason[];
  risks: { slug: RiskSlug; level: Level }[];
  /** In the customer's words, corrections applied. */
  facts: { name: FactName; text: string; confirmed: boolean }[];
  gaps: Gap[];
}

export interface OpenCase {
  /** The same key opens one case. */
  key: string;
  record: string;
  department: string;
  /** ISO date. */
  due: string;
  /** ISO instant of the first complaint message. */
  receivedAt: string;
  summary: CaseSummary;
}

export interface CoreSystem {
  open(input: OpenCase): Promise<{ number: string }>;
  /** New messages of the customer. A message id that was handed over before is not added again. */
  supplement(input: {
    key: string;
    number: string;
    messages: { id: string; at: string; text: string }[];
  }): Promise<void>;
  /** Closing a closed case changes nothing. */
  close(input: { key: string; number: string; how: "withdrawn" | "resolved"; at: string }): Promise<void>;
  /**
   * The customer's data was erased: what the case holds of them over there has to go. `number` is null where we never
   * heard it. Doing it again, or for a key that was never opened, changes nothing.
   */
  erase(input: { key: string; number: string | null; at: string }): Promise<void>;
  /**
   * What the core system holds, a page at a time, each case once. `after` is the `next` of the page before, null at
   * the start; `next` is null at the end. Cases opened meanwhile may be left out.
   */
  list(page: { after: string | null; limit: number }): Promise<{ cases: CoreCase[]; next: string | null }>;
}
