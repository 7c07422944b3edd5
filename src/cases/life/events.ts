/**
 * What happened to a case. Past tense, append-only, folded by `evolve`.
 * Clocks are derived from these alone: every event has its instant, and those that move a date hold it.
 */
import type { CaseRule, Cause, HandoverReason, SatisfactionQuestion } from "../../flows/conversation.ts";
import type { FactName, Money } from "../../flows/reading.ts";
import type {
  Grade,
  KeptFrom,
  Link,
  NoticeKind,
  NoticeWay,
  Outcome,
  Owner,
  Rated,
  Urgency,
  WaitReason,
} from "./case.ts";

/** Who did it. rule: what the bank's files decide by themselves, routing and grading among them. */
export type Actor =
  | { kind: "staff"; id: string }
  | { kind: "customer" }
  | { kind: "rule" }
  | { kind: "clock" }
  | { kind: "core-system" };

/**
 * `at`: ISO instant. `cause`: id of the command that brought it, so that a repeat is known. Free text (`reason`, `text`, `words` and the parts of a decision) is personal: sealed when stored.
 */
export type CaseEvent = { at: string; by: Actor; cause: string } & Happened;
export type CaseEventType = Happened["type"];

/** lead, substitute, office, duty (a shift of the roster): in this order, when no colleague is left. */
export type OfferedAs = "colleague" | "lead" | "substitute" | "office" | "duty";
/** concerned: the complaint turned out to be about them. */
export type OfferEnd = "not-accepted" | "not-there" | "concerned" | "by-hand";

export type Happened =
  /** `receivedAt` is when clocks begin; `at` when the number was given. */
  | {
      type: "registered";
      key: string;
      conversation: string;
      matter: string;
      record: string;
      receivedAt: string;
      department: string;
      assisting: string[];
      due: string;
      rule: CaseRule;
      reasons: HandoverReason[];
      grade: Rated<Grade>;
      urgency: Rated<Urgency>;
      keptFrom: KeptFrom;
      links: Link[];
    }
  | { type: "numbered"; number: string }
  /** The conversation was followed up to this event of it; nothing else changed. */
  | { type: "followed"; upTo: number }

  // Ownership
  | { type: "assigned"; to: Owner; how: "rule" | "person" | "escalation" | "transfer"; reason: string | null }
  | { type: "accepted"; owner: Owner }
  /** The owner has it no longer; the department still has. */
  | { type: "released"; why: "went-silent" | "recused" | "returned" | "reopened" | "left" | "called-anew" }
  | { type: "returned"; from: string; to: string; reason: string }
  | { type: "transfer-offered"; to: Owner; reason: string }
  | { type: "transfer-refused"; reason: string }
  /** By the bank's rules; `as` says why it was this person's turn. */
  | { type: "offered"; to: Owner; as: OfferedAs; until: string | null }
  | { type: "offer-ended"; to: string; why: OfferEnd }
  | { type: "left-to-lead"; lead: string | null; until: string }
  | { type: "department-changed"; from: string; to: string; assisting: string[] }
  | { type: "assisting-asked"; department: string; reason: string }
  | { type: "recused"; staff: string; reason: string }
  /** `level`: 1 lead, 2 department head, 3 management. `clock`: slug of the clock that ended; null when staff did it. */
  | { type: "escalated"; level: number; to: string | null; clock: string | null; reason: string | null }
  /** 催办. */
  | { type: "reminded"; clock: string; to: string | null }

  // The work
  | { type: "investigation-begun" }
  /** First or later contact of a person with the customer. */
  | { type: "customer-contacted"; how: NoticeWay }
  | {
      type: "wait-begun";
      wait: string;
      whom: "customer" | "third-party";
      reason: WaitReason;
      facts: FactName[];
      until: string;
      notice: string | null;
    }
  | { type: "wait-ended"; wait: string; how: "answered" | "over" | "by-staff" }
  /** New material from the customer: message ids. It restarts nothing by itself. */
  | { type: "supplemented"; messages: string[] }
  /** New facts and reasons: the period begins again on the day of `receivedAt`, until `due`. */
  | {
      type: "restarted";
      receivedAt: string;
      reason: string;
      due: string;
      rule: { pack: string; days: number };
      notice: string;
    }
  /** Another deadline pack than before, from the same receipt. `moved`: the last day is another one with it. */
  | {
      type: "regime-chosen";
      reason: string;
      was: string;
      due: string;
      rule: { pack: string; days: number };
      moved: boolean;
      notice: string;
    }
  | { type: "extension-asked"; extension: string; to: string; reason: string }
  | { type: "extension-refused"; extension: string; reason: string }
  /** The last day moves when `notice` is given, and only when that is before `tellBy`, the end of day `from`. */
  | {
      type: "extension-granted";
      extension: string;
      from: string;
      to: string;
      approvedBy: string;
      notice: string;
      tellBy: string;
    }
  | { type: "graded"; grade: Rated<Grade>; was: Grade }
  | { type: "urgency-changed"; urgency: Rated<Urgency>; was: Urgency }
  | { type: "linked"; link: Link }
  | { type: "promised"; promise: string; words: string; until: string }
  | { type: "promise-kept"; promise: string }
  | { type: "promise-moved"; promise: string; until: string; reason: string }

  // Proposal and decision
  | {
      type: "proposal-drafted";
      proposal: string;
      text: string;
      amount: Money | null;
      tier: number;
      approvals: number;
    }
  | { type: "proposal-sent-back"; proposal: string; reason: string }
  | { type: "proposal-passed"; proposal: string }
  | { type: "proposal-made"; proposal: string; notice: string; answerBy: string }
  | { type: "proposal-agreed"; proposal: string }
  | { type: "proposal-declined"; proposal: string; words: string | null }
  | {
      type: "decided";
      decision: string;
      outcome: Outcome;
      findings: string;
      text: string;
      grounds: string;
      remedies: string;
      amount: Money | null;
      /** What brought the complaint about, as far as it was named; `cause` is the command's here. */
      origin?: Cause;
      notice: string;
    }

  // What the customer is told. Progress told is a notice of kind "progress"; `next`: instant until which the next word is owed.
  | { type: "notice-owed"; notice: string; kind: NoticeKind; next: string | null }
  /** `message`: id of the message that carried it; null where it was rung, written or said. `at` is when it was given. */
  | { type: "notice-given"; notice: string; kind: NoticeKind; how: NoticeWay; message: string | null }

  // The end, and after it
  | { type: "review-asked"; review: string; decision: string; due: string; notice: string }
  | { type: "review-decided"; review: string; outcome: "upheld" | "changed"; reason: string; notice: string }
  /** A new answer is owed: the period begins again on the day of `at`, until `due`. */
  | {
      type: "reopened";
      reason: string | null;
      due: string;
      rule: { pack: string; days: number };
      notice: string | null;
    }
  | { type: "withdrawn" }
  | { type: "closed"; how: "resolved" | "settled"; callBackBy: string | null }
  | { type: "merged"; into: string; reason: string; notice: string }
  /** The official calendar of a year has come: what rests on the provisional one is counted again. */
  | { type: "calendar-adopted"; calendar: string; year: number }
  | { type: "marked"; question: SatisfactionQuestion; mark: number }
  /** A low mark: somebody of the bank calls until then, which the customer was told. */
  | { type: "call-back-owed"; until: string }
  | { type: "called-back"; satisfied: boolean; marks: { solved: number; manner: number } | null };
