/**
 * The tables as Kysely sees them. Columns named `sealed_*` hold bytes sealed under
 * the key of the person; all others are codes, ids and instants. `*_ms` columns repeat
 * an instant in milliseconds for comparison, since ISO texts may carry different offsets.
 */
import type { Generated } from "kysely";
import type { Grade, StageName, Urgency } from "../../cases/life/case.ts";
import type { TrackStep } from "../../cases/tracks/track.ts";
import type { MatterStatus } from "../../flows/conversation.ts";
import type { Business, Emotion, Language, Reason, Venue } from "../../flows/reading.ts";
import type { CounterRight, RightsOutcome, RightsProof } from "../../flows/rights.ts";
import type { ConflictField, CoreCase } from "../core-records.ts";
import type { PartState } from "../deliveries.ts";
import type { Gap } from "../gaps.ts";
import type { CaseStatus, OutboxItem, RecordRow, StoredAuthor, StoredMessage } from "../store.ts";
import type { AssignmentTables } from "./assignments.ts";
import type { ImprovementTables } from "./improvements.ts";
import type { IncidentCallTables } from "./incident-calls.ts";
import type { IncidentTables } from "./incidents.ts";
import type { SlackTables } from "./slack.ts";

export interface Tables extends SlackTables, IncidentTables, ImprovementTables, AssignmentTables, IncidentCallTables {
  meta: { key: string; value: string };
  persons: {
    id: string;
    /** Null once erased. */
    wrapped_key: Uint8Array | null;
    created_at: string;
    erased_at: string | null;
  };
  identities: {
    channel: string;
    /** Keyed hash of the id at the channel; null once erased, so that the person is met anew. */
    lookup: string | null;
    person: string;
    strength: string;
    sealed_external_id: Uint8Array;
  };
  consents: { conversation: string; given: number; notice_version: string; at: string };
  conversations: {
    position: Generated<number>;
    id: string;
    person: string;
    channel: string;
    version: number;
    last_seq: number;
    last_event_seq: number;
    /** Highest seq of a customer's message, 0 before the first. */
    inbox_seq: number;
    /** Up to here turns have handled the customer's messages. */
    handled_seq: number;
    /** Clocks, one of each kind; null when it does not run. */
    turn_due: string | null;
    silence_due: string | null;
    wait_due: string | null;
    staff_silent_due: string | null;
    /** The earliest of them. */
    next_due_ms: number | null;
    created_at: string;
  };
  /** Apart from the conversations, whose small rows change with every accepted message. */
  states: {
    position: number;
    /** Of the sealed state. Later versions are it with the events of the steps since. */
    version: number;
    sealed_state: Uint8Array;
    /** Entry of the conversation's audit chain that binds the row. */
    audit_seq: number;
  };
  messages: {
    /** Position of the conversation, and the message's number within it. */
    place: number;
    id: string;
    author: StoredAuthor["kind"];
    staff_id: string | null;
    staff_name: string | null;
    kind: StoredMessage["kind"];
    /** JSON: [text, choices]. */
    sealed_body: Uint8Array;
    secrets_removed: number;
    citations: string;
    attachments: string;
    /** As the sender named it; null for what the bank sends. */
    channel: string | null;
    external_id: string | null;
    at: string;
    delivered_at: string | null;
    read_at: string | null;
    withdrawn_at: string | null;
    /** Entry of the conversation's audit chain that binds the row. */
    audit_seq: number;
  };
  attachments: {
    id: string;
    conversation: string;
    sealed_name: Uint8Array;
    mime: string;
    size: number;
    sealed_bytes: Uint8Array;
    audit_seq: number;
  };
  outbox: {
    id: Generated<number>;
    key: string;
    conversation: string;
    destination: OutboxItem["destination"];
    effect: string;
    status: "pending" | "done" | "dead";
    attempts: number;
    due_ms: number;
    leased_until_ms: number;
    error: string | null;
    created_at: string;
    died_at: string | null;
  };
  deliveries: {
    /** Id of the message and number of the part. */
    part: string;
    conversation: string;
    message: string;
    state: PartState;
    provider_id: string | null;
    at: string;
    at_ms: number;
  };
  records: {
    record: string;
    conversation: string;
    matter: string;
    kind: RecordRow["kind"];
    received_at: string;
    received_ms: number;
    status: MatterStatus;
    business: Business | null;
    reason: Reason | null;
    venue: Venue | null;
    complete: number;
  };
  cases: {
    key: string;
    record: string;
    conversation: string;
    matter: string;
    channel: string;
    language: Language;
    number: string | null;
    department: string;
    status: CaseStatus;
    owner_id: string | null;
    owner_name: string | null;
    received_at: string;
    received_ms: number;
    requested_at: string;
    due: string;
    business: Business | null;
    reason: Reason | null;
    venue: Venue | null;
    emotion: Emotion;
    risks: string;
    sealed_summary: Uint8Array;
    resolved_at: string | null;
    updated_at: string;
  };
  /** When the clocks of a case are looked at next; null when nothing will be due. */
  case_clocks: { case_key: string; next_ms: number | null };
  /** What the clocks of cases have said; by case and key. */
  case_firings: {
    case_key: string;
    key: string;
    clock: string;
    point: string;
    planned_at: string;
    fired_at: string;
    folded_into: string | null;
  };
  phone_tails: { key: string; conversation: string; hash: string };
  case_notes: {
    id: string;
    case_key: string;
    at: string;
    staff_id: string;
    staff_name: string;
    sealed_body: Uint8Array;
    audit_seq: number;
  };
  case_lives: {
    key: string;
    conversation: string;
    version: number;
    last_event_seq: number;
    stage: StageName;
    department: string;
    owner: string | null;
    grade: Grade;
    urgency: Urgency;
    due: string;
    next_at: string | null;
    offered_to: string | null;
    /** JSON: staff ids. */
    kept_from: string;
    hidden: number;
    updated_at: string;
  };
  track_steps: {
    record: string;
    seq: number;
    type: TrackStep["type"];
    at: string;
    staff_id: string;
    department: string | null;
  };
  gaps: {
    id: string;
    conversation: string;
    kind: Gap["kind"];
    language: Language;
    at: string;
    settled_at: string | null;
    sealed_text: Uint8Array;
  };
  drafts: { id: string; status: string; changed_at: string; revision: number; body: string };
  rights_requests: {
    id: string;
    person: string;
    conversation: string;
    right: CounterRight;
    proof: RightsProof;
    requested_at: string;
    due: string;
    /** Null until it is answered. */
    outcome: RightsOutcome | null;
    answered_at: string | null;
    staff_id: string | null;
    staff_name: string | null;
    not_before: string | null;
    done_at: string | null;
  };
  /** Persons whose data is kept because the law asks for it, and used for nothing else. */
  withheld: { person: string; since: string; request: string };
  attempts: { key: string; count: number; since_ms: number };
  tokens: { hash: string; purpose: "sign-in" | "session"; staff: string; expires_ms: number };
  core_numbers: { key: string; number: string; at: string };
  /** As the core system last told it. */
  core_cases: CoreCase & { at: string };
  core_conflicts: {
    id: Generated<number>;
    number: string;
    key: string | null;
    field: ConflictField;
    ours: string | null;
    theirs: string | null;
    first_seen_at: string;
    last_seen_at: string;
    settled_at: string | null;
    /** Staff id, or "agreement" when both sides say the same again. */
    settled_by: string | null;
  };
  core_nonces: { nonce: string; at_ms: number };
  /** One for each conversation and case, and for "staff" and "system". */
  chains: {
    position: Generated<number>;
    chain: string;
    /** 1 when the chain is longer than at the last checkpoint. */
    grown: number;
  };
  audit: {
    /** Position of the chain, and the entry's number within it. */
    place: number;
    at: string;
    actor: string;
    action: string;
    detail: string;
    /** What the step decided, for the entry of a step; else null. The version that it made: */
    version: number | null;
    /** Seq of the first of its events, and how many there are. */
    event_seq: number | null;
    event_count: number | null;
    /** Line of JSON: events in order; after it the trace, if there is one. */
    sealed_step: Uint8Array | null;
    /** SHA-256 over what is sealed in the entry and in the rows written with it. */
    digest: Uint8Array | null;
    /** SHA-256 over the sealed state written with the entry. */
    state_digest: Uint8Array | null;
    prev: Uint8Array;
    hash: Uint8Array;
    /** Signature of the chain as it ends with this entry. */
    mac: Uint8Array;
  };
}
