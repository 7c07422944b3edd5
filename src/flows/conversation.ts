/**
 * The conversation: its words, its state, and what happens to it.
 *
 * Glossary (the same word in code, tables, API, interface and docs)
 * - **message**    one thing sent by a customer, the bot or staff.
 * - **turn**       the messages of one pause of the customer, handled together.
 * - **reading**    what a turn was understood to say.
 * - **matter**     one thing complained about. A conversation may hold several.
 * - **record**     the local entry of a complaint, with its number (受理编号, R-…). Always exists.
 * - **case**       the entry in the core system, opened when a person is needed (案件编号, C-…).
 * - **fact**       something the customer told us, with their words and the message.
 * - **gap**        a fact that was asked for, or wanted, and is not known; with the reason.
 * - **ledger**     the facts and gaps of a matter.
 * - **risk**       a signal that a person must see this, P0 (now), P1 (first), P2 (noted).
 * - **act**        what the bot has decided to say, before it is put into words.
 * - **bubble**     one outgoing message made of acts.
 * - **handover**   bringing a person in: requested, taken, returned.
 * - **staff**      a person of the bank. **owner** of a conversation: the bot or one of the staff.
 * - **incident**   a mass event: one trouble many customers complain of, opened by the office.
 * - **receipt**    the instant of the first complaint message; the clock starts there.
 * - **due**        the last calendar day on which the customer must have the answer.
 */
import type { Citation, KnownUnknown } from "./answer.ts";
import type { MessageKind } from "./command.ts";
import type { CaseNotice } from "./notice.ts";
import type {
  Abuse,
  Act,
  Business,
  Emotion,
  FactName,
  FoundFact,
  Language,
  Reading,
  Reason,
  RiskSlug,
  Venue,
} from "./reading.ts";
import type { CounterRight, MustKeep, Right, RightsAnswered, RightsProof } from "./rights.ts";

export type Identity = "anonymous" | "signed" | "verified";
export type Level = "P0" | "P1" | "P2";

/** A fact as kept: value and words as found, plus where it came from and what became of it. */
export type LedgerFact = FoundFact & {
  id: string;
  /** Message it was said in. */
  message: string;
  at: string;
  /** The customer agreed to the reading-back that held it. */
  confirmed: boolean;
  /** Id of the fact that took its place after a correction. Replaced facts stay in the ledger. */
  replacedBy: string | null;
};

export type GapReason = "unknown" | "declined" | "silent" | "asked-enough";
export interface Gap {
  name: FactName;
  reason: GapReason;
}

export interface Risk {
  slug: RiskSlug;
  level: Level;
  words: string;
  message: string;
  at: string;
}

/** Why a person is needed. Codes; names and sources are in bank/routing.yaml. */
export type HandoverReason =
  | "claim-unsettled"
  | "risk"
  | "wants-person"
  | "dissatisfied"
  | "no-answer"
  | "not-understood"
  | "silent";

/** The deadline pack a case is under. */
export interface CaseRule {
  pack: string;
  days: number;
  /** The bank's rule that chose it; absent where the bank's own pack counts anyway. */
  chosen?: { rule: string; reason: string };
}

export interface MatterCase {
  /** Idempotency key towards the core system. The same key opens one case. */
  key: string;
  department: string;
  /** ISO date, the last day for the answer. */
  due: string;
  /** Arithmetic of the date, to be shown: rule pack, receipt day, days. */
  rule: CaseRule;
  reasons: HandoverReason[];
  requestedAt: string;
  /** Number given by the core system; null while pending. */
  number: string | null;
  owner: StaffRef | null;
  /** Ids of notices of the case's life that were told: none is told twice. */
  told?: string[];
  /** Id of a proposal that waits for the customer's word. */
  proposal?: string;
}

export interface StaffRef {
  id: string;
  /** As shown to the customer: "客户经理 小周" or "Zhou (customer care)". */
  name: string;
}

/** Id of whoever writes from the phone of the bank's own account, beside the desk: which colleague it is, is not known. */
export const COLLEAGUE = "colleague";

/** What brought a complaint about, as found at closing: the first five go to their owners, the last one was explained. */
export const CAUSES = ["product", "rule", "system", "staff", "third-party", "misunderstanding"] as const;
export type Cause = (typeof CAUSES)[number];

export type MatterStatus = "open" | "settled" | "withdrawn" | "resolved";

/** How a customer may be, that calls for a different hand (the types of a complaint handler's manual). */
export type Manner = "rambling" | "stubborn" | "arrogant";

/** For whom somebody writes who is not the customer. */
export type OnBehalf = "relative" | "heir" | "organisation" | "agent";

export type SatisfactionQuestion = "solved" | "manner";
export interface Satisfaction {
  /** The question that waits for its answer; null once both were answered, or the customer spoke of something else. */
  asked: SatisfactionQuestion | null;
  /** Marks 1 to 5; null where the question was not answered. */
  solved: number | null;
  manner: number | null;
  /** ISO instant until which a person calls after a low mark; null while there is none. */
  callBackBy: string | null;
}

export interface Matter {
  id: string;
  record: string;
  receivedAt: string;
  /** Words of the first complaint message. */
  words: string;
  /** Messages that belong to it. */
  messages: string[];
  business: Business | null;
  reason: Reason | null;
  venue: Venue | null;
  facts: LedgerFact[];
  gaps: Gap[];
  /** How often each fact was asked for. */
  asked: Partial<Record<FactName, number>>;
  risks: Risk[];
  /** Read back to the customer and agreed to. */
  agreed: boolean;
  status: MatterStatus;
  case: MatterCase | null;
  /** Clauses shown to the customer about it. */
  cited: Citation[];
  emotion: { first: Emotion; peak: Emotion; latest: Emotion };
  /** Manners of the customer already met. */
  met: Manner[];
  /** What staff decided, when resolved. */
  result: string | null;
  /** Facts staff asked for, that the customer has neither given nor declined yet. */
  wanted?: FactName[];
  /** When it was settled, withdrawn or resolved; null again once it is taken up anew, absent before its first end. */
  endedAt?: string | null;
  /** Recorded at closing; absent where nobody named one. */
  cause?: Cause;
  /** How often it was taken up again; absent for never. */
  reopened?: number;
  /** What the customer was asked after the end, and the marks given; absent where nothing was asked. */
  satisfaction?: Satisfaction;
  /** The mass event it is part of; absent where there is none. */
  incident?: { id: string; over: boolean };
}

export type Asking =
  | { kind: "fact"; name: FactName }
  /** Privacy notice given; waits for the word before `name` is asked. */
  | { kind: "consent"; name: FactName }
  | { kind: "status-number" }
  | { kind: "status-proof"; number: string }
  /** Whose data it is has to be shown before anything is done with it. */
  | { kind: "rights-proof"; right: Right; number: string | null };

/** Suggestion, praise, whistle-blowing: recorded on their own track, never a complaint case. */
export interface Note {
  record: string;
  kind: "suggestion" | "praise" | "report";
  at: string;
  message: string;
  words: string;
  /** When a person answered it; absent as long as nobody has. */
  answeredAt?: string;
}

/** A message that may complain or only ask. Its time stays the time of receipt if it turns out to complain. */
export interface Held {
  message: string;
  at: string;
  words: string;
  reading: Reading;
}

export interface Common {
  id: string;
  channel: string;
  language: Language;
  identity: Identity;
  openedAt: string;
  lastHeardAt: string | null;
  turns: number;
  matters: Matter[];
  /** Matter under discussion. */
  current: string | null;
  notes: Note[];
  emotion: Emotion;
  consent: "not-asked" | "asked" | "asked-again" | "given" | "declined";
  /** Keys of wording variants already used: nothing is said twice in the same words. */
  said: string[];
  /** Risks whose urgent advice was given. */
  advised: RiskSlug[];
  boundarySet: boolean;
  /** Turns in a row in anger: from the second on the bot asks less and offers a person. */
  heated: number;
  personOffered: boolean;
  /** Clauses the customer was just asked to choose from; absent when the last question was another. */
  clarifying?: OfferedClause[];
  /** The clause that was last told, for who asks what it is based on; and of what, for who calls it unfair. */
  told?: { policy: string; clause: string; turn?: number; business?: Business };
  /** Words that may be a complaint, until the customer says whether they are one. */
  held: Held | null;
  /** Mass events of which the customer was told what is known; absent before the first. */
  incidentsTold?: string[];
  /** Turns in a row that could not be understood. */
  unclear: number;
  /** A person was asked for and none has taken over yet. `until`: when the bot reports back. */
  waiting: { since: string; until: string } | null;
  statusAttempts: number;
  /** Last question put to the customer, for "say that again". */
  lastBubbles: string[];
}

/** What the conversation is doing. One stage at a time; repairs cut across all of them. */
export type Stage =
  | { stage: "listening" }
  | { stage: "gathering"; asking: Asking }
  /** `mending`: the reading-back was wrong, and what is said now puts it right. */
  | { stage: "confirming"; mending?: true }
  | { stage: "answering" }
  | { stage: "offering"; offer: "person" | "withdrawal" | "complaint" | "proposal" }
  | { stage: "with-staff"; staff: StaffRef; since: string; lastStaffAt: string }
  | { stage: "following-up" }
  | { stage: "closed"; how: "settled" | "withdrawn" | "resolved" | "goodbye" };

export type State = Common & Stage;

/** Conversational acts that rest on no change of state. */
export type Courtesy =
  | { act: "greet" }
  | { act: "calm"; emotion: Emotion; business: Business | null; reason: Reason | null }
  | { act: "encourage" }
  | { act: "noted"; facts: LedgerFact[] }
  | { act: "explain-why"; name: FactName | null }
  | { act: "repeat"; text: string }
  | { act: "unclear"; attempt: number }
  | { act: "only-emoji" }
  | { act: "attachment-received"; count: number }
  | { act: "attachment-kept" }
  | { act: "media"; kind: MessageKind }
  | { act: "left-open"; reason: "unknown" | "declined" }
  | { act: "thanked" }
  | { act: "farewell" }
  | { act: "chat" }
  | { act: "privacy-warning" }
  | { act: "welcome-back"; days: number }
  | { act: "person-how" }
  | { act: "request-advice" }
  | { act: "waiting-still" }
  | { act: "lock-not-here" }
  | { act: "stay-with" }
  | { act: "nothing-to-withdraw" }
  | { act: "ask-anything-else" }
  | { act: "ask-what-is-wrong" }
  | { act: "check-again" }
  | { act: "not-mine" }
  | { act: "who-am-i" };

export interface StatusFound {
  number: string;
  record: string;
  /** unfinished: recorded, facts still being asked for. number-pending: the core system has not given its number yet. */
  status: MatterStatus | "unfinished" | "number-pending" | "waiting" | "with-person";
  department: string | null;
  due: string | null;
  owner: string | null;
}
/** Outcome of a look-up by number and phone's tail. */
export type StatusLookup =
  | { kind: "found"; case: StatusFound }
  | { kind: "no-match"; left: number }
  | { kind: "locked"; until: string };

/** One of several clauses that may have been meant, as it was offered. */
export interface OfferedClause {
  option: string;
  policy: string;
  clause: string;
}

/** What happened. Past tense, append-only, folded by `evolve`. */
export type Event =
  | { type: "conversation-opened"; id: string; channel: string; identity: Identity; language: Language; at: string }
  | { type: "turn-heard"; messages: string[]; at: string; act: Act; emotion: Emotion; abuse: Abuse }
  | { type: "language-chosen"; language: Language }
  | {
      type: "complaint-recorded";
      matter: string;
      record: string;
      receivedAt: string;
      message: string;
      words: string;
      business: Business | null;
      reason: Reason | null;
      venue: Venue | null;
      emotion: Emotion;
    }
  | {
      type: "matter-classified";
      matter: string;
      business: Business | null;
      reason: Reason | null;
      venue: Venue | null;
    }
  | { type: "matter-chosen"; matter: string }
  | { type: "matter-continued"; matter: string; messages: string[]; emotion: Emotion }
  | { type: "fact-learnt"; matter: string; fact: LedgerFact }
  /** `said`: the customer corrected it; else a later word only made it more exact, and nothing is said about it. */
  | { type: "fact-corrected"; matter: string; fact: LedgerFact; replaces: string; said: boolean }
  /** At the customer's request, by staff. */
  | { type: "fact-put-right"; matter: string; fact: LedgerFact; replaces: string; staff: StaffRef }
  | { type: "gap-marked"; matter: string; gap: Gap }
  | { type: "risk-raised"; matter: string; risk: Risk }
  | { type: "advice-given"; slugs: RiskSlug[] }
  | { type: "steps-told"; slugs: RiskSlug[] }
  | { type: "boundary-set" }
  | { type: "manner-met"; matter: string; manner: Manner; words: string; facts: LedgerFact[] }
  | { type: "behalf-noted"; matter: string; behalf: OnBehalf }
  | { type: "consent-asked"; name: FactName; again: boolean }
  | { type: "consent-given" }
  | { type: "consent-declined" }
  | { type: "fact-asked"; matter: string; name: FactName; attempt: number }
  | { type: "restated"; matter: string }
  | { type: "restatement-agreed"; matter: string }
  /** `business`: what the question was about, as far as its words tell. */
  | {
      type: "question-answered";
      matter: string | null;
      citations: Citation[];
      text: string;
      settles: boolean;
      business?: Business;
    }
  | { type: "question-ambiguous"; options: string[]; clauses?: OfferedClause[] }
  | { type: "question-unanswered"; matter: string | null; known?: KnownUnknown }
  | { type: "person-wanted"; staffed: boolean; opensAt: string | null; since: string; until: string }
  | { type: "wait-ended"; opensAt: string | null }
  /** Instants between which messages of the customer may have been lost before they reached us. */
  | { type: "loss-suspected"; from: string; to: string }
  | {
      type: "case-requested";
      matter: string;
      key: string;
      department: string;
      due: string;
      rule: CaseRule;
      reasons: HandoverReason[];
      at: string;
    }
  | { type: "case-opened"; matter: string; number: string }
  | { type: "case-supplemented"; matter: string; messages: string[] }
  | { type: "withdrawal-offered"; matter: string }
  | { type: "withdrawal-dropped" }
  | { type: "matter-withdrawn"; matter: string; at: string }
  | { type: "matter-settled"; matter: string; at: string }
  | { type: "matter-resolved"; matter: string; at: string; staff: StaffRef; result: string; cause?: Cause }
  | { type: "matter-reopened"; matter: string; at: string }
  /** Somebody else is to look at how it ended. */
  | { type: "review-wanted"; matter: string; at: string }
  | { type: "person-offered" }
  | { type: "complaint-offered"; held: Held }
  | { type: "complaint-declined" }
  | { type: "next-matter-offered"; matter: string }
  | { type: "staff-took"; matter: string; staff: StaffRef; at: string }
  /** Somebody of the bank talks to the customer without having taken a case. */
  | { type: "staff-stepped-in"; staff: StaffRef; at: string }
  | { type: "staff-said"; message: string; staff: StaffRef; at: string }
  | { type: "staff-returned"; staff: StaffRef; how: "handed-back" | "silent"; at: string }
  /** What staff did with the case, told to the customer. */
  | { type: "case-told"; matter: string; id: string; notice: CaseNotice; at: string }
  | { type: "facts-given"; matter: string }
  | { type: "proposal-offered"; matter: string }
  | { type: "proposal-agreed"; matter: string; proposal: string }
  | { type: "proposal-declined"; matter: string; proposal: string; words: string }
  | { type: "satisfaction-asked"; matter: string; question: SatisfactionQuestion }
  /** `callBackBy`: set where this mark is the first low one. */
  | {
      type: "satisfaction-answered";
      matter: string;
      question: SatisfactionQuestion;
      mark: number;
      callBackBy: string | null;
    }
  | { type: "satisfaction-dropped" }
  | { type: "note-recorded"; note: Note }
  | { type: "note-answered"; record: string; staff: StaffRef; at: string }
  | { type: "status-number-asked" }
  | { type: "status-proof-asked"; number: string }
  | { type: "status-told"; found: StatusFound }
  | { type: "status-refused"; left: number }
  | { type: "status-locked"; until: string }
  | { type: "rights-proof-asked"; right: Right; number: string | null }
  /** `person`: whose data it is about; somebody else than who writes where a complaint's number proved it. */
  | {
      type: "rights-requested";
      request: string;
      right: Right;
      person: string;
      proof: RightsProof;
      due: string;
      keep: MustKeep | null;
      at: string;
    }
  | { type: "rights-answered"; request: string; right: CounterRight; answer: RightsAnswered; at: string }
  | { type: "silence-noticed"; at: string }
  | { type: "replied"; courtesy: Courtesy }
  | { type: "bubbles-said"; messages: string[]; variants: string[]; texts: string[] }
  | { type: "reply-withdrawn"; messages: string[] }
  /** The texts are those that were approved. */
  | { type: "incident-told"; incident: string; version: number; known: { zh: string; en: string } }
  | { type: "incident-joined"; matter: string; incident: string }
  | { type: "incident-ended"; matter: string; incident: string; ending: { zh: string; en: string } }
  | { type: "conversation-closed"; how: "settled" | "withdrawn" | "resolved" | "goodbye" };
