/** What the life of a case must know of the bank. Data and pure functions, made from bank/ by the wiring. */
import type { Deadline } from "../../flows/bank.ts";
import type { Money } from "../../flows/reading.ts";
import type { Limit } from "../deadline.ts";
import type { Grade, KeptFrom } from "./case.ts";
import type { Person } from "./command.ts";

/** What must happen before a proposal reaches the customer. */
export interface Approval {
  /** Authority tier at least one of those who pass it must have. */
  tier: number;
  /** People beside the drafter. */
  approvals: number;
}

export interface LifeBank {
  zone: string;
  /** Department that takes back what was sent by mistake; another one where the complaint is about it. */
  office(kept: KeptFrom): string;
  departments: ReadonlySet<string>;
  /** Null for who is not on the list, or works no complaints. */
  person(id: string): Person | null;
  /** The last day for what was received at `receivedAt` (ISO instant) and is under the pack `current`. */
  deadline(receivedAt: string, limit: Limit, current: string): Deadline;
  /** The same under a pack that staff choose; null where it can't be chosen. */
  chosen(receivedAt: string, pack: string): Deadline | null;
  /** Null where the amount is above every tier and goes to the committee. */
  approval(amount: Money | null, grade: Grade, drafter: Person): Approval | null;
  /** Days, calendar; all instants are counted from the event. */
  limits: {
    /** How long the customer is waited for, for facts and for a word on a proposal. */
    factsDays: number;
    proposalDays: number;
    callBackDays: number;
    /** Order 2020/3 art. 20: days in which a review may be asked for, and in which it is decided. */
    reviewAskDays: number;
    reviewDays: number;
    /** Repeat complaints: days looked back. */
    repeatDays: number;
  };
}

/** Time and ids are arguments. */
export interface LifeContext {
  /** ISO instant. */
  now: string;
  /** A fresh id, unique within the case. */
  id: () => string;
}
