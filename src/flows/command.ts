/** What may be asked of a conversation: by the customer, staff, a clock or the core system. */
import type { Answer } from "./answer.ts";
import type { Cause, Identity, StaffRef, StatusLookup } from "./conversation.ts";
import type { KnownIncident } from "./incident.ts";
import type { CaseNotice } from "./notice.ts";
import type { Language, Reading } from "./reading.ts";
import type { CounterRight, RightsAnswered, RightsLookup, RightsWish } from "./rights.ts";

export const MESSAGE_KINDS = [
  "text",
  "image",
  "file",
  "sticker",
  "voice",
  "location",
  "contact",
  "red-packet",
  /** The customer took a message back after it was sent. */
  "recall",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface HeardMessage {
  id: string;
  /** Instant of receipt, ISO 8601. */
  at: string;
  text: string;
  kind: MessageKind;
  /** Secrets (password, one-time code) taken out before storage. */
  secretsRemoved: number;
}

export type Command =
  | { type: "open"; id: string; channel: string; identity: Identity; language: Language }
  /** One settled turn. `answer` is present when the turn holds a question; `lookup` when it asked for a case's state; `also` holds further complaints of the same breath. */
  | {
      type: "hear";
      messages: HeardMessage[];
      reading: Reading;
      answer: Answer | null;
      lookup: StatusLookup | null;
      also: Reading[];
      /** Open incidents that the words speak of; absent where there are none. */
      incidents?: readonly KnownIncident[];
      /** A wish about the customer's own data; `lookup` is null while nothing proves who has it. */
      rights?: { wish: RightsWish; lookup: RightsLookup | null };
    }
  | { type: "take"; matter: string; staff: StaffRef; undelivered: string[] }
  /** A colleague wrote to the customer beside the desk (from the phone of the bank's account): the bot yields. */
  | { type: "colleague-wrote"; message: string; staff: StaffRef; undelivered: string[] }
  | { type: "staff-reply"; message: string; staff: StaffRef }
  | { type: "hand-back"; staff: StaffRef }
  | { type: "resolve"; matter: string; staff: StaffRef; result: string; cause?: Cause }
  /** A person answers a suggestion, praise or a report. Answered once; a repeat changes nothing. */
  | { type: "answer-note"; record: string; staff: StaffRef }
  | { type: "core-opened"; matter: string; number: string }
  /** The channel's link was down: messages the customer wrote then may never have reached us. */
  | { type: "link-was-lost"; from: string; to: string }
  /** What staff did with the case. `id`: the same notice is told once. */
  | { type: "case-notice"; matter: string; id: string; notice: CaseNotice }
  /** A mass event is over; `by` is who said so, as the audit has it. */
  | { type: "incident-over"; matter: string; incident: string; ending: { zh: string; en: string }; by: string }
  /** What became of a request about the customer's own data. The same request is answered once. */
  | { type: "rights-answered"; request: string; right: CounterRight; answer: RightsAnswered; staff: StaffRef }
  /** A fact of the ledger is put right at the customer's request; the old one stays beside it. */
  | { type: "put-fact-right"; matter: string; fact: string; text: string; staff: StaffRef }
  /** The customer has been quiet for the bank's time. */
  | { type: "silence" }
  /** Nobody took over within the bank's time. */
  | { type: "wait-over" }
  /** Staff who took over have been quiet for the bank's time. */
  | { type: "staff-silent" };

/** Who acts in the audit. */
export type Refusal =
  | { code: "taken"; owner: StaffRef }
  | { code: "not-owner"; owner: StaffRef | null }
  | { code: "not-open" }
  | { code: "no-such-matter" };
