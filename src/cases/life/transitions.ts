/**
 * The table of what may be done with a case: at which stages, by whom, what it tells the customer and what it does
 * to the clocks. What must be present besides is checked where the command is decided.
 */
import type { NoticeKind, StageName } from "./case.ts";
import type { LifeAsk } from "./command.ts";

/**
 * - owner       the one of the staff who has it
 * - offered     the one a transfer was offered to
 * - colleague   anybody of the department who works cases, where nobody has it
 * - lead        a lead of its department
 * - office      the complaint office, whatever the department
 * - manager     management
 * - customer, rule, clock, core-system: not of the staff
 */
export type Who =
  | "owner"
  | "offered"
  | "colleague"
  | "lead"
  | "office"
  | "manager"
  | "customer"
  | "rule"
  | "clock"
  | "core-system";

/** starts: the period runs. pauses, resumes: where the rule pack allows it. stops: an answer is no longer owed. */
export type ClockChange = "none" | "starts" | "pauses" | "resumes" | "restarts" | "extends" | "stops";

export interface Transition {
  from: readonly StageName[];
  who: readonly Who[];
  tells: NoticeKind | null;
  clocks: ClockChange;
}

const WORKING = ["assigned", "accepted", "investigating", "declined", "reopened"] as const;
const WAITING = ["waiting-customer", "waiting-third-party"] as const;
const PROPOSING = ["proposal-with-office", "proposed", "agreed"] as const;
/** The answer is still owed. */
const RUNNING: readonly StageName[] = ["registered", ...WORKING, ...WAITING, ...PROPOSING];
const OPEN: readonly StageName[] = [...RUNNING, "decided", "notified", "under-review"];
const ENDED: readonly StageName[] = ["withdrawn", "closed", "called-back"];
const ALL: readonly StageName[] = [...OPEN, ...ENDED];

const OVER: readonly Who[] = ["lead", "office", "manager"];
const HANDLER: readonly Who[] = ["owner", ...OVER];

const row = (
  from: readonly StageName[],
  who: readonly Who[],
  tells: NoticeKind | null = null,
  clocks: ClockChange = "none",
): Transition => ({ from, who, tells, clocks });

export const TRANSITIONS: Record<LifeAsk["type"], Transition> = {
  register: row([], ["rule"], null, "starts"),
  number: row(ALL, ["core-system"]),

  assign: row(OPEN, [...OVER, "rule", "clock"]),
  accept: row(["registered", "assigned", "reopened", ...WAITING, ...PROPOSING], ["owner", "colleague", ...OVER]),
  release: row(OPEN, ["owner", "clock", ...OVER]),
  return: row(["registered", "assigned", "accepted", "investigating"], ["owner", "lead"]),
  "offer-transfer": row(OPEN, HANDLER),
  "accept-transfer": row(OPEN, ["offered"]),
  "refuse-transfer": row(OPEN, ["offered"]),
  offer: row(OPEN, ["rule"]),
  "end-offer": row(OPEN, ["rule"]),
  "leave-to-lead": row(OPEN, ["rule"]),
  "ask-assistance": row(OPEN, HANDLER),
  recuse: row(OPEN, HANDLER),
  escalate: row(OPEN, [...HANDLER, "clock"]),
  remind: row(OPEN, [...OVER, "clock"]),
  "adopt-calendar": row(ALL, ["rule", "clock"]),

  investigate: row(["accepted", "declined", "reopened"], ["owner"]),
  contact: row(ALL, HANDLER),
  "ask-facts": row(WORKING, ["owner"], "facts-wanted", "pauses"),
  wait: row(WORKING, ["owner", "office"], "waiting", "pauses"),
  "end-wait": row(WAITING, [...HANDLER, "customer", "clock"], null, "resumes"),
  supplement: row(ALL, ["customer"]),
  restart: row(RUNNING, HANDLER, "restarted", "restarts"),
  "choose-regime": row(RUNNING, OVER, "new-day", "restarts"),
  "ask-extension": row(RUNNING, ["owner", "lead"]),
  "grant-extension": row(RUNNING, ["office", "manager"], "extension", "extends"),
  "refuse-extension": row(RUNNING, ["office", "manager"]),
  grade: row(OPEN, HANDLER),
  urge: row(OPEN, HANDLER),
  link: row(ALL, ["rule", ...HANDLER]),
  promise: row(OPEN, HANDLER),
  "keep-promise": row(ALL, HANDLER),
  "move-promise": row(OPEN, HANDLER),
  "tell-progress": row(OPEN, [...HANDLER, "clock"], "progress"),

  propose: row(["accepted", "investigating", "declined", "reopened"], ["owner"], "proposal"),
  "pass-proposal": row(["proposal-with-office"], OVER, "proposal"),
  "send-back-proposal": row(["proposal-with-office"], OVER),
  "answer-proposal": row(["proposed"], ["customer", "owner"]),
  decide: row(["accepted", "investigating", "declined", "agreed", "reopened"], ["owner"], "decision"),
  "give-notice": row(ALL, [...HANDLER, "rule"]),
  resolve: row(RUNNING, [...HANDLER, "rule"], null, "stops"),

  close: row(["notified"], [...HANDLER, "rule"], null, "stops"),
  withdraw: row(OPEN, ["customer"], null, "stops"),
  merge: row(["registered", ...WORKING], ["rule", "office", "manager"], "merged", "stops"),
  "call-back": row(["closed"], HANDLER),
  mark: row(["closed", "called-back"], ["customer"]),
  reopen: row(["notified", ...ENDED], ["customer", "office", "manager", "owner"], "restarted", "restarts"),
  "ask-review": row(["notified", "closed", "called-back"], ["customer", "office", "manager"], "review-begun", "starts"),
  "decide-review": row(["under-review"], ["office", "manager"], "review-decided", "stops"),
};
