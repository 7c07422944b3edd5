/**
 * The store port: what the rest of the product may rely on.
 *
 * Promises
 * - What `accept` or `commit` has resolved for survives kill -9 and power loss.
 * - A message is stored once for each externalId of its conversation, whatever is repeated; other words or files
 *   under the same id are refused with `store.id-taken`, never dropped in silence.
 * - A step is applied whole or not at all, and only on the version it was decided on.
 * - Message bodies, events, states and personal values lie sealed under the key of their person.
 * - Every commit appends to the audit chain of its conversation in the same transaction.
 * - Operations of different conversations may share one durable commit.
 */

import type { LifeStore } from "../cases/life/store.ts";
import type { BubbleKind } from "../flows/acts.ts";
import type { Citation } from "../flows/answer.ts";
import type { MessageKind } from "../flows/command.ts";
import type { Event, Identity, Level, MatterStatus, State } from "../flows/conversation.ts";
import type { RightsRequested } from "../flows/effects.ts";
import type { Business, Emotion, Language, Reason, RiskSlug, Venue } from "../flows/reading.ts";
import type { Deliveries } from "./deliveries.ts";

export interface IdentityRef {
  channel: string;
  /** Id of the customer at the channel: visitor id, customer id, WeChat id. */
  externalId: string;
  strength: Identity;
}

export interface NewConversation {
  id: string;
  channel: string;
  identity: IdentityRef;
  at: string;
  state: State;
  events: Event[];
  messages: OutMessage[];
  effects: Step["effects"];
}

export interface InMessage {
  id: string;
  conversation: string;
  channel: string;
  /** Id given by the sender (client message id, provider's MsgId). */
  externalId: string;
  kind: MessageKind;
  /** Secrets already removed. */
  text: string;
  secretsRemoved: number;
  attachments: string[];
  at: string;
  /** When the turn should start, ISO instant; kept so that a restart keeps it. */
  turnDue: string;
}

export interface OutMessage {
  id: string;
  author: { kind: "bot" } | { kind: "staff"; id: string; name: string };
  kind: BubbleKind | "staff";
  text: string;
  choices: string[];
  citations: Citation[];
  attachments: string[];
  at: string;
}

export type StoredAuthor = { kind: "customer" } | OutMessage["author"];

export interface StoredMessage {
  id: string;
  conversation: string;
  /** Order within the conversation, from 1, and cursor for readers. */
  seq: number;
  author: StoredAuthor;
  kind: MessageKind | OutMessage["kind"];
  /** Null when the person was erased. */
  text: string | null;
  choices: string[];
  citations: Citation[];
  attachments: string[];
  externalId: string | null;
  /** Secrets taken out of a customer's message before it was stored. */
  secretsRemoved: number;
  at: string;
  deliveredAt: string | null;
  readAt: string | null;
  withdrawnAt: string | null;
}

export type Accepted = { id: string; seq: number; duplicate: boolean };

/** Everything a turn reads before it decides. */
export interface Loaded {
  conversation: string;
  person: string;
  state: State;
  version: number;
  /** Highest seq of the customer's messages; a commit on an older one is refused, so the turn starts over. */
  inboxSeq: number;
  /** Customer messages that no turn has handled, in order. */
  inbox: StoredMessage[];
}

export type ClockKind = "turn" | "silence" | "wait" | "staff-silent";
export interface ClockChange {
  kind: ClockKind;
  /** ISO instant, or null to stop it. */
  due: string | null;
}
export interface DueClock {
  conversation: string;
  kind: ClockKind;
  due: string;
}

export type Effect =
  | { type: "open-case"; key: string; conversation: string; matter: string }
  | { type: "supplement-case"; key: string; conversation: string; matter: string; messages: string[] }
  | { type: "close-case"; key: string; conversation: string; matter: string; how: "withdrawn" | "resolved" }
  | { type: "alert"; key: string; conversation: string; matter: string; level: Level; slugs: RiskSlug[] }
  /** The person was erased: the core system is told. */
  | { type: "erase-case"; key: string; conversation: string; matter: string }
  /** A message for a push channel. `key` is the conversation's. */
  | { type: "deliver"; key: string; conversation: string; message: string }
  /** Staff surfaces are told that the case changed. */
  | { type: "tell-staff"; key: string; conversation: string; matter: string }
  /** Staff surfaces call the duty group. */
  | { type: "page-staff"; key: string; conversation: string; matter: string; level: Level; slugs: RiskSlug[] }
  /** A request about the customer's own data is put on the desk's list. `matter` is empty: it is about all of them. */
  | { type: "rights-request"; key: string; conversation: string; matter: ""; request: RightsRequested }
  /** The life of the case follows what its conversation decided; `tell-case`: the conversation is told what staff did. */
  | { type: "follow-case" | "tell-case"; key: string; conversation: string; matter: string };

export interface OutboxItem {
  id: number;
  /** Unique; the same key is queued once. */
  key: string;
  /** customer: the push channel of the conversation. staff: surfaces where staff hear of cases. life: of the case itself. */
  destination: "core" | "duty" | "customer" | "staff" | "life";
  effect: Effect;
  attempts: number;
  createdAt: string;
}
export interface DeadLetter extends OutboxItem {
  /** Code, never text. */
  error: string;
  diedAt: string;
}

/** Clear columns of a record: codes and dates only. */
export interface RecordRow {
  record: string;
  conversation: string;
  matter: string;
  kind: "complaint" | "suggestion" | "praise" | "report";
  receivedAt: string;
  status: MatterStatus;
  business: Business | null;
  reason: Reason | null;
  venue: Venue | null;
  /** All required facts known, or their gaps marked. */
  complete: boolean;
}

export type CaseStatus = "open" | "withdrawn" | "resolved";

/** A case as staff see it in lists. `summary` is personal and lies sealed. */
export interface CaseRow {
  key: string;
  record: string;
  conversation: string;
  matter: string;
  channel: string;
  language: Language;
  number: string | null;
  department: string;
  status: CaseStatus;
  owner: { id: string; name: string } | null;
  receivedAt: string;
  requestedAt: string;
  due: string;
  business: Business | null;
  reason: Reason | null;
  venue: Venue | null;
  emotion: Emotion;
  risks: { slug: RiskSlug; level: Level }[];
  /** First words of the complaint, personal data masked. */
  summary: string;
  resolvedAt: string | null;
  updatedAt: string;
}

export interface AuditNote {
  actor: string;
  action: string;
  /** Codes and ids only; never customer text. */
  detail: Record<string, string | number | boolean | null | string[]>;
}

/** One decided step, to be applied whole. */
export interface Step {
  conversation: string;
  expectVersion: number;
  /** Present for customer turns: refuse when a newer customer message is there. */
  expectInboxSeq?: number;
  at: string;
  state: State;
  events: Event[];
  messages: OutMessage[];
  /** Ids of bot messages to withdraw if the customer has not got them. */
  withdraw: string[];
  effects: { key: string; destination: OutboxItem["destination"]; effect: Effect }[];
  clocks: ClockChange[];
  records: RecordRow[];
  cases: CaseRow[];
  /** For look-ups by number and the phone's last four digits: kept as keyed hash only. */
  phoneTails: { key: string; tail: string }[];
  consent: { given: boolean; noticeVersion: string } | null;
  /** Redacted reading and answer of the turn, kept for replay. */
  trace: string | null;
  audit: AuditNote;
}

export type CommitResult = { ok: true; version: number; messages: StoredMessage[] } | { ok: false; conflict: true };

export interface CaseQuery {
  status?: CaseStatus;
  department?: string;
  owner?: string;
  limit: number;
  /** Case key to continue after, in order of due date and receipt. */
  after?: string;
}

export interface CaseNote {
  id: string;
  case: string;
  at: string;
  staff: { id: string; name: string };
  /** Internal, never shown to the customer. Null when erased. */
  text: string | null;
}

export interface Attachment {
  id: string;
  conversation: string;
  name: string;
  mime: string;
  size: number;
}

export interface ChainReport {
  chains: number;
  entries: number;
  /** Empty when all is well. */
  problems: { chain: string; seq: number | null; problem: string }[];
}

export interface Store {
  /** Makes the person on first sight of the identity. */
  startConversation(input: NewConversation): Promise<Loaded>;
  /** Newest conversation of an identity on a channel, if any. */
  conversationOf(channel: string, externalId: string): Promise<string | undefined>;

  accept(message: InMessage): Promise<Accepted>;
  load(conversation: string): Promise<Loaded | undefined>;
  commit(step: Step): Promise<CommitResult>;
  /** Messages with seq above `after`, in order; withdrawn ones are left out. */
  messages(conversation: string, range: { after: number; limit: number }): Promise<StoredMessage[]>;
  /** The last messages, in order; withdrawn ones are left out. */
  latest(conversation: string, limit: number): Promise<StoredMessage[]>;
  /** One message of it, withdrawn ones too. */
  message(conversation: string, id: string): Promise<StoredMessage | undefined>;
  events(conversation: string): Promise<{ seq: number; at: string; event: Event | null }[]>;
  markDelivered(conversation: string, uptoSeq: number, at: string): Promise<void>;
  markRead(conversation: string, uptoSeq: number, at: string): Promise<void>;

  addAttachment(attachment: Attachment & { bytes: Uint8Array; at: string }): Promise<void>;
  attachment(id: string): Promise<(Attachment & { bytes: Uint8Array }) | undefined>;

  /** Clocks due at `now`, earliest first. They stay until a step changes them. */
  dueClocks(now: string, limit: number): Promise<DueClock[]>;
  nextClock(): Promise<string | undefined>;

  /** What went out on push channels, and what waits. */
  readonly deliveries: Deliveries;

  /** Claims ready items under a lease; order kept within a conversation and destination. */
  claim(now: string, leaseMs: number, limit: number): Promise<OutboxItem[]>;
  succeed(id: number): Promise<void>;
  /** Back off until `due`. */
  postpone(id: number, due: string, error: string): Promise<void>;
  /** Waits until `due` through no fault of its own: tries are counted anew. */
  hold(id: number, due: string, code: string): Promise<void>;
  bury(id: number, at: string, error: string): Promise<void>;
  deadLetters(): Promise<DeadLetter[]>;
  /** Puts a dead letter back in the queue. */
  revive(id: number, at: string): Promise<void>;
  pendingEffects(): Promise<number>;

  records(query: { kind?: RecordRow["kind"]; conversation?: string; limit: number }): Promise<RecordRow[]>;
  cases(query: CaseQuery): Promise<CaseRow[]>;
  /** By key, number or record. */
  case(ref: string): Promise<CaseRow | undefined>;
  /** Case or record number together with the phone's last four digits. */
  findByProof(ref: string, tail: string): Promise<{ record: RecordRow; case: CaseRow | null } | undefined>;
  /** Counts a failed try for `key`; true when another may be made. */
  countAttempt(
    key: string,
    now: string,
    limit: number,
    windowMs: number,
  ): Promise<{ allowed: boolean; left: number; until: string }>;
  /** `effects` are queued with the note. */
  addCaseNote(note: CaseNote & { text: string }, effects?: Step["effects"]): Promise<void>;
  caseNotes(key: string): Promise<CaseNote[]>;

  /** One-time links and sessions of staff: only a hash of the token is kept. */
  saveToken(token: { hash: string; purpose: "sign-in" | "session"; staff: string; expiresAt: string }): Promise<void>;
  /** For `sign-in` the token is used up by this call. */
  useToken(hash: string, purpose: "sign-in" | "session", now: string): Promise<string | undefined>;
  dropToken(hash: string): Promise<void>;

  /** Embedded core system: one number for each key, whatever is repeated. */
  coreOpen(key: string, number: string, at: string): Promise<{ number: string; created: boolean }>;

  /** What becomes of cases after their number is given. */
  readonly lives: LifeStore;

  audit(chain: string, at: string, note: AuditNote): Promise<void>;
  auditEntries(
    chain: string,
  ): Promise<{ seq: number; at: string; actor: string; action: string; detail: AuditNote["detail"] }[]>;
  verifyAudit(): Promise<ChainReport>;

  /** Destroys the key of a person: bodies, events and states become unreadable; chains still verify. */
  erasePerson(person: string, at: string): Promise<{ conversations: number; messages: number }>;
  personOf(conversation: string): Promise<string | undefined>;

  /** Resolves when all that was written before is durable, then closes. */
  close(): Promise<void>;
}
