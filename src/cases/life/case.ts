/**
 * The life of a case after its number is given: its words and its state.
 *
 * Glossary (the same word in code, tables, desk and docs; those of `flows/conversation.ts` hold here too)
 * - **case life**      what becomes of a case from registration to the call back. Event-sourced: `events.ts`, `evolve.ts`, `decide.ts`.
 * - **receipt**        the instant of the first complaint message. Clocks count from there, not from registration.
 * - **department**     the first responsible department (第一责任部门); exactly one. **assisting** ones help and answer for nothing.
 * - **office**         the complaint office: assigns, takes back what was sent by mistake, passes proposals, extends.
 * - **owner**          the one of the staff who has the case. While nobody has it, the department's lead answers for the next date.
 * - **holding**        one stretch of ownership, kept for ever: who, of which department, from when, until when, why it ended.
 * - **offer**          a transfer (转办) that waits for the other side's word; the owner stays the owner until then. Or a case
 *                      nobody has, offered by the bank's rules to whoever is there (自动派单), until it is taken back.
 * - **round**          the offers of one such case, one colleague after the other; with nobody left it lies with the lead.
 * - **return**         退回: a department that got a case by mistake gives it back to the office, with a reason, never on to others.
 * - **wait**           the case stands still for the customer or a third party, for a named reason, until a named instant.
 * - **restart**        新的事实和理由: the period begins again (Order 2020/3 art. 18).
 * - **extension**      延期: a later last day, asked for, approved by somebody else, and told to the customer before the old one.
 * - **proposal**       处理方案: drafted by the owner, passed by the office or the tier it needs, made to the customer, agreed to or declined.
 * - **decision**       处理决定: what was verified, basis and reasons, remedies (Order 2020/3 art. 19).
 * - **notice**         what the customer is told. Owed by an event, given when the channel took it; proof is kept (art. 21).
 * - **promise**        something the customer was told will be done, with its instant. Kept, or moved with a reason; never dropped.
 * - **review**         核查 of a decision by the superior, asked for within 30 days of it (art. 20).
 * - **call back**      回访 after closing: satisfied, or the case is reopened.
 * - **grade**          普通 / 复杂 / 重大. **urgency** I (highest), II, III. Both with the reason and who set them.
 */
import type { Cause } from "../../flows/conversation.ts";
import type { FactName, Money } from "../../flows/reading.ts";

export type Grade = "ordinary" | "complex" | "major";
export type Urgency = "I" | "II" | "III";

/** A value of a case with why it is so: by which rule of bank/grades.yaml, or by whom of the staff and in which words. */
export interface Rated<T extends string> {
  value: T;
  /** Rule slug, or null where staff chose it. */
  rule: string | null;
  /** Basis of the rule, or the words of staff. */
  reason: string;
}

export interface Owner {
  /** Staff id. */
  id: string;
  department: string;
}

/** One stretch of ownership. `to` is null while it lasts. */
export interface Holding {
  owner: Owner;
  from: string;
  to: string | null;
  /** Event that ended it; null while it lasts. */
  ended: string | null;
}

export interface Offer {
  to: Owner;
  by: string;
  at: string;
  reason: string;
  /** Instant at which it is taken back; null for one that waits for as long as it takes. */
  until: string | null;
}

/** How far the rules have got in finding somebody for a case nobody has. */
export interface Round {
  /** Staff ids it was offered to in this round. */
  tried: string[];
  /** Returned by a department: now it is for the office to say who answers for it. */
  toOffice: boolean;
  /** Nobody was there: who answers meanwhile, and the instant at which the next round begins. */
  left: { lead: string | null; until: string } | null;
}

/** Mediation and outside appraisal may be left out of the statutory days where the customer is told (art. 18, 23). */
export type WaitReason =
  | "facts"
  | "documents"
  | "customer-choice"
  | "mediation"
  | "outside-appraisal"
  | "outside-body"
  | "other-department";

export interface Wait {
  id: string;
  whom: "customer" | "third-party";
  reason: WaitReason;
  /** Facts the customer was asked for. */
  facts: FactName[];
  since: string;
  /** Instant at which the owner looks again, answered or not. */
  until: string;
  endedAt: string | null;
}

export interface Extension {
  id: string;
  reason: string;
  askedBy: string;
  askedAt: string;
  /** ISO date, the last day it replaces and the one it brings. */
  from: string;
  to: string;
  approvedBy: string | null;
  approvedAt: string | null;
  refusedAt: string | null;
  /** When the customer was told; must lie before the end of `from`. */
  toldAt: string | null;
  notice: string | null;
  /** Instant at which the old last day is over. Told later, the extension is void. */
  tellBy: string | null;
}

export type ProposalStatus = "with-office" | "sent-back" | "made" | "agreed" | "declined";
export interface Proposal {
  id: string;
  text: string;
  amount: Money | null;
  /** Authority tier that must pass it: bank/staff.yaml, by amount and grade. */
  tier: number;
  /** How many people beside the drafter must pass it. */
  approvals: number;
  draftedBy: string;
  passedBy: string[];
  status: ProposalStatus;
  /** Instant until which the customer is asked for a word; set when it was made to them. */
  answerBy?: string;
}

export type Outcome = "upheld" | "partly-upheld" | "not-upheld" | "explained";
export interface Decision {
  id: string;
  at: string;
  outcome: Outcome;
  findings: string;
  /** The words of the decision itself. */
  text: string;
  grounds: string;
  remedies: string;
  amount: Money | null;
  /** What brought the complaint about; absent where nobody named it. */
  origin?: Cause;
  by: string;
  notice: string;
}

export interface Notice {
  id: string;
  kind: NoticeKind;
  owedAt: string;
  /** Null until the customer's channel, or a person, has given it. */
  givenAt: string | null;
  how: NoticeWay | null;
}

export type NoticeKind =
  | "facts-wanted"
  | "waiting"
  | "progress"
  | "extension"
  | "proposal"
  | "decision"
  | "review-begun"
  | "review-decided"
  | "restarted"
  | "new-day"
  | "merged";
export type NoticeWay = "chat" | "phone" | "letter" | "email" | "in-person";

/** A decision reviewed. */
export interface Review {
  id: string;
  askedAt: string;
  decision: string;
  /** ISO date, the last day for its outcome. */
  due: string;
  reviewer: string | null;
  outcome: "upheld" | "changed" | null;
}

export interface Promised {
  id: string;
  words: string;
  by: string;
  until: string;
  keptAt: string | null;
  /** Earlier instants it was moved from, each with the reason. */
  moved: { from: string; reason: string }[];
}

/** An earlier case of the same person. repeat: within 90 days; same-period: merged as art. 18 allows. */
export interface Link {
  key: string;
  as: "repeat" | "same-period";
}

/** Who must not see or handle it: from the complaint itself, and named since. */
export interface KeptFrom {
  staff: string[];
  outlets: string[];
  departments: string[];
  /** Staff misconduct or whistle-blowing: hidden from them in lists, search, reports and on every staff surface. */
  hidden: boolean;
}

export interface CaseState {
  stage: CaseStage;
  key: string;
  conversation: string;
  matter: string;
  record: string;
  number: string | null;
  receivedAt: string;
  registeredAt: string;
  /** Receipt of what the running period is counted from: the complaint, new facts, or the wish to take it up again. */
  countedFrom: string;
  /** ISO date, the statutory last day told to the customer as it stands now. */
  due: string;
  rule: { pack: string; days: number };
  /** Why it is under this pack: a rule of bank/regimes.yaml, or who chose it with which words; null where the bank's own counts anyway. */
  regime: Rated<string> | null;
  department: string;
  assisting: string[];
  owner: Owner | null;
  holdings: Holding[];
  offer: Offer | null;
  round: Round;
  keptFrom: KeptFrom;
  grade: Rated<Grade>;
  urgency: Rated<Urgency>;
  /** First contact of a person with the customer. */
  contactedAt: string | null;
  /** Last time the customer was told anything. */
  toldAt: string | null;
  waits: Wait[];
  extensions: Extension[];
  proposals: Proposal[];
  decisions: Decision[];
  reviews: Review[];
  notices: Notice[];
  promises: Promised[];
  links: Link[];
  /** Key of the case this one was merged into. */
  mergedInto: string | null;
  /** Level of the escalation chain reached: 0 handler, 1 lead, 2 department head, 3 management. */
  escalated: number;
  satisfied: boolean | null;
  /** What the customer answered by themselves after the end, 1 to 5; null where they did not. */
  marks: { solved: number | null; manner: number | null };
  /** Instant until which a person calls after a low mark. */
  lowMarkUntil: string | null;
  /** Last event of the conversation this life has followed. */
  followed: number;
  /** Ids of commands done: a repeat changes nothing. */
  done: string[];
}

/** Where the handling was when something else began, so that it goes on there. */
export type Working = "assigned" | "accepted" | "investigating" | "declined" | "reopened";

/** What the case is at. One stage at a time; ownership, promises and clocks run across all of them. */
export type CaseStage =
  | { name: "registered" }
  | { name: "assigned" }
  | { name: "accepted" }
  | { name: "investigating" }
  | { name: "waiting-customer"; wait: string; back: Working }
  | { name: "waiting-third-party"; wait: string; back: Working }
  | { name: "proposal-with-office"; proposal: string }
  | { name: "proposed"; proposal: string }
  | { name: "agreed"; proposal: string }
  | { name: "declined"; proposal: string }
  | { name: "decided"; decision: string }
  | { name: "notified"; decision: string }
  | { name: "under-review"; review: string }
  | { name: "reopened" }
  | { name: "withdrawn"; at: string }
  /** `callBackBy`: instant until which somebody rings, or null where none is owed. */
  | { name: "closed"; at: string; how: ClosedHow; callBackBy: string | null }
  | { name: "called-back"; at: string };
export type ClosedHow = "resolved" | "settled" | "merged";
export type StageName = CaseStage["name"];
