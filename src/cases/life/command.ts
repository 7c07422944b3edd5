/** What may be asked of a case, and by whom. */
import type { Role } from "../../bank/files/staff.ts";
import type { CaseRule, Cause, HandoverReason, SatisfactionQuestion } from "../../flows/conversation.ts";
import type { FactName, Money } from "../../flows/reading.ts";
import type { Grade, KeptFrom, Link, NoticeWay, Outcome, Rated, Urgency, WaitReason } from "./case.ts";
import type { OfferEnd, OfferedAs } from "./events.ts";

/** One of the staff as the rules must know them. */
export interface Person {
  id: string;
  role: Role;
  tier: number;
  department: string;
  outlet: string | null;
}

/** Who asks. rule: the bank's files by themselves. */
export type By =
  | ({ kind: "staff" } & Person)
  | { kind: "customer" }
  | { kind: "rule" }
  | { kind: "clock" }
  | { kind: "core-system" };

interface Register {
  type: "register";
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
}

export type LifeAsk =
  | Register
  | { type: "number"; number: string }
  // Ownership
  | { type: "assign"; to: string; reason: string | null }
  /** The assigned person says yes, or somebody of the department takes what nobody has. */
  | { type: "accept" }
  | { type: "release"; why: "went-silent" | "left" | "called-anew" }
  | { type: "return"; reason: string }
  | { type: "offer-transfer"; to: string; reason: string }
  | { type: "accept-transfer" }
  | { type: "refuse-transfer"; reason: string }
  /** By the rules, to somebody who is there. `until`: instant at which it is taken back. */
  | { type: "offer"; to: string; as: OfferedAs; until: string | null }
  | { type: "end-offer"; why: OfferEnd }
  /** Nobody is there: the lead answers, and the next round begins at `until`. */
  | { type: "leave-to-lead"; lead: string | null; until: string }
  | { type: "ask-assistance"; department: string; reason: string }
  | { type: "recuse"; staff: string; reason: string }
  | { type: "escalate"; reason: string; clock?: string }
  | { type: "remind"; clock: string }
  | { type: "adopt-calendar"; calendar: string; year: number }
  // The work
  | { type: "investigate" }
  | { type: "contact"; how: NoticeWay }
  | { type: "ask-facts"; facts: FactName[] }
  | { type: "wait"; whom: "customer" | "third-party"; reason: Exclude<WaitReason, "facts">; until: string }
  | { type: "end-wait"; how: "answered" | "over" | "by-staff" }
  | { type: "supplement"; messages: string[] }
  | { type: "restart"; reason: string }
  | { type: "choose-regime"; pack: string; reason: string }
  | { type: "ask-extension"; to: string; reason: string }
  | { type: "grant-extension"; extension: string }
  | { type: "refuse-extension"; extension: string; reason: string }
  | { type: "grade"; grade: Grade; reason: string }
  | { type: "urge"; urgency: Urgency; reason: string }
  | { type: "link"; link: Link }
  | { type: "promise"; words: string; until: string }
  | { type: "keep-promise"; promise: string }
  | { type: "move-promise"; promise: string; until: string; reason: string }
  /** The customer is told how far it is, even when there is nothing new. `next`: until when the next word comes. */
  | { type: "tell-progress"; next: string | null }
  // Proposal and decision
  | { type: "propose"; text: string; amount: Money | null }
  | { type: "pass-proposal" }
  | { type: "send-back-proposal"; reason: string }
  | { type: "answer-proposal"; agreed: boolean; words: string | null }
  | {
      type: "decide";
      outcome: Outcome;
      findings: string;
      text: string;
      grounds: string;
      remedies: string;
      amount: Money | null;
      /** What brought the complaint about; absent or null where nobody named it. */
      cause?: Cause | null | undefined;
    }
  | { type: "give-notice"; notice: string; how: NoticeWay; message: string | null }
  /** Staff ended it towards the customer with one text that holds all parts: decided, told and closed together. */
  | { type: "resolve"; text: string }
  // The end, and after it
  | { type: "close" }
  | { type: "withdraw" }
  | { type: "merge"; into: string; reason: string }
  | { type: "call-back"; satisfied: boolean; marks: { solved: number; manner: number } | null }
  /** The customer's own mark, 1 to 5, after the end. `callBackBy`: instant until which they were told a person calls. */
  | { type: "mark"; question: SatisfactionQuestion; mark: number; callBackBy: string | null }
  | { type: "reopen"; reason: string | null }
  | { type: "ask-review" }
  | { type: "decide-review"; outcome: "upheld" | "changed"; reason: string };

export type LifeCommand = LifeAsk & {
  /** The same for a repeat of the same wish, which then changes nothing. */
  id: string;
  by: By;
};
