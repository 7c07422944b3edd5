/** Every act the bot can decide, with the values its words may depend on. The type keeps the list complete. */
import type { SayAct } from "../../src/flows/acts.ts";
import type { HandoverReason, LedgerFact, StatusFound } from "../../src/flows/conversation.ts";
import { Business, type Emotion, type FactName, Reason, RiskSlug } from "../../src/flows/reading.ts";
import type { MustKeep, Right, RightsAnswered, RightsProof } from "../../src/flows/rights.ts";
import { shippedBank } from "../cases/shipped-bank.ts";
import { aMatter, NOW } from "./shipped-wording.ts";

type Name = SayAct["act"];
type Samples = { [N in Name]: Extract<SayAct, { act: N }>[] };

const EMOTIONS: readonly Emotion[] = [0, 1, 2, 3];
const STATUSES: readonly StatusFound["status"][] = [
  "unfinished",
  "number-pending",
  "waiting",
  "with-person",
  "open",
  "settled",
  "withdrawn",
  "resolved",
];
const record = "R-7K2M-4821";
const INCIDENT = {
  zh: "手机银行登录出现故障，正在抢修",
  en: "Signing in to mobile banking is disturbed; we are working on it",
};
const KEEP: MustKeep = {
  until: "2029-11-22",
  years: 3,
  basis: shippedBank.retention.keep.complaint.basis,
};
const PROOFS: readonly RightsProof[] = ["session", "number-and-phone", "signed"];
const RIGHTS: readonly Right[] = ["copy", "correct", "delete"];
const RIGHTS_ANSWERS: readonly RightsAnswered[] = [
  { outcome: "copied" },
  { outcome: "corrected" },
  { outcome: "erased", from: "2026-11-23" },
  { outcome: "withheld", from: "2026-11-23", keep: KEEP },
  { outcome: "withheld", from: "2026-11-23", keep: { ...KEEP, until: null } },
  { outcome: "declined", why: "资料里有他人的隐私" },
  { outcome: "shown" },
  { outcome: "taken-back", why: "您改变了主意" },
];
const staff = { id: "s1", name: "客户经理 小周" };
const citations: Extract<SayAct, { act: "answer" }>["citations"] = [];
const lead = "年费只在首年没有消费时收取。";

const names = Object.keys(shippedBank.facts.facts).filter((name): name is FactName => name in shippedBank.facts.facts);

/** One for each value of `field`. */
const each = <const T, A>(values: readonly T[], act: (value: T) => A): A[] => values.map(act);

const source = { message: "m1", at: NOW, confirmed: false, replacedBy: null, text: "", start: 0, end: 0 };
const amount = (id: string, minor: number): LedgerFact => ({
  id,
  name: "amount",
  value: { minor, currency: "CNY" },
  ...source,
});
const wish = (value: string): LedgerFact => ({ id: "w1", name: "desired-outcome", value, ...source });
const requested = (complete: boolean, afterSilence: boolean): Extract<SayAct, { act: "case-requested" }> => {
  const reasons: HandoverReason[] = [afterSilence ? "silent" : "claim-unsettled"];
  return { act: "case-requested", record, department: "retail", due: "2026-12-06", reasons, complete, afterSilence };
};

export const everyAct: Samples = {
  greet: [{ act: "greet" }],
  calm: EMOTIONS.flatMap((emotion) =>
    [null, ...Business.options].flatMap((business) =>
      each([null, ...Reason.options], (reason) => ({ act: "calm" as const, emotion, business, reason })),
    ),
  ),
  encourage: [{ act: "encourage" }],
  noted: [
    { act: "noted", facts: [amount("f1", 3000)] },
    { act: "noted", facts: [wish("退还手续费"), amount("f1", 3000)] },
  ],
  "explain-why": each([null, ...names], (name) => ({ act: "explain-why", name })),
  repeat: [{ act: "repeat", text: "是哪天的事？" }],
  unclear: each([1, 2, 3], (attempt) => ({ act: "unclear", attempt })),
  "only-emoji": [{ act: "only-emoji" }],
  "attachment-received": [{ act: "attachment-received", count: 2 }],
  "attachment-kept": [{ act: "attachment-kept" }],
  "left-open": each(["unknown", "declined"] as const, (reason) => ({ act: "left-open" as const, reason })),
  thanked: [{ act: "thanked" }],
  farewell: [{ act: "farewell" }],
  chat: [{ act: "chat" }],
  "privacy-warning": [{ act: "privacy-warning" }],
  "welcome-back": [{ act: "welcome-back", days: 3 }],
  "person-how": [{ act: "person-how" }],
  "request-advice": [{ act: "request-advice" }],
  "say-it-again": [{ act: "say-it-again", from: "2026-11-22T10:00:00+08:00", to: "2026-11-22T10:03:00+08:00" }],
  "waiting-still": [{ act: "waiting-still" }],
  "lock-not-here": [{ act: "lock-not-here" }],
  "stay-with": [{ act: "stay-with" }],
  "not-mine": [{ act: "not-mine" }],
  "who-am-i": [{ act: "who-am-i" }],
  "nothing-to-withdraw": [{ act: "nothing-to-withdraw" }],
  "ask-anything-else": [{ act: "ask-anything-else" }],
  "ask-what-is-wrong": [{ act: "ask-what-is-wrong" }],
  "check-again": [{ act: "check-again" }],
  "urgent-advice": each(RiskSlug.options, (slug) => ({ act: "urgent-advice", slugs: [slug] })),
  boundary: [{ act: "boundary" }],
  "risk-steps": each(RiskSlug.options, (slug) => ({ act: "risk-steps", slugs: [slug] })),
  meet: each(["rambling", "stubborn", "arrogant"], (manner) => ({
    act: "meet",
    manner,
    words: "卡被吞了没人管",
    facts: [amount("f1", 3000), amount("f2", 30_000)],
  })),
  media: each(["voice", "location", "contact", "red-packet", "recall"], (kind) => ({ act: "media", kind })),
  "on-behalf": each(["relative", "heir", "organisation", "agent"], (behalf) => ({ act: "on-behalf", behalf })),
  recorded: [{ act: "recorded", record }],
  corrected: [{ act: "corrected", fact: amount("f2", 30_000), was: amount("f1", 3000) }],
  "ask-consent": each([false, true], (again) => ({ act: "ask-consent", name: "phone", again })),
  "consent-declined": [{ act: "consent-declined" }],
  // The bank sets how often is asked; two is what it ships with.
  ask: names.flatMap((name) => each([1, 2, 3], (attempt) => ({ act: "ask" as const, name, attempt }))),
  restate: [{ act: "restate", matter: aMatter() }],
  answer: each([true, false], (settles) => ({ act: "answer", text: lead, citations, settles })),
  clarify: [{ act: "clarify", options: ["信用卡年费怎么收", "怎样免年费"] }],
  "no-answer": each([true, false], (inComplaint) => ({ act: "no-answer", inComplaint })),
  "no-rule": each([true, false], (inComplaint) => ({ act: "no-rule", text: lead, inComplaint })),
  "person-coming": [{ act: "person-coming", until: "2026-11-22T02:10:00.000Z" }],
  "person-later": [{ act: "person-later", opensAt: "2026-11-23T08:30:00+08:00" }],
  "wait-ended": each([null, "2026-11-23T08:30:00+08:00"], (opensAt) => ({ act: "wait-ended", opensAt })),
  "case-requested": [requested(true, false), requested(false, false), requested(true, true), requested(false, true)],
  "case-number": [{ act: "case-number", number: "C-20261122-4F7Q" }],
  supplemented: [{ act: "supplemented" }],
  "offer-complaint": [{ act: "offer-complaint" }],
  "offer-person": [{ act: "offer-person" }],
  "offer-withdrawal": [{ act: "offer-withdrawal", record }],
  "withdrawal-dropped": [{ act: "withdrawal-dropped" }],
  withdrawn: [{ act: "withdrawn", record }],
  settled: [{ act: "settled", record }],
  reopened: [{ act: "reopened", record }],
  "next-matter": [{ act: "next-matter", words: "还有手机银行登不上" }],
  "second-recorded": [{ act: "second-recorded", record }],
  "staff-joined": [{ act: "staff-joined", staff }],
  "staff-left": each(["handed-back", "silent"], (how) => ({ act: "staff-left", staff, how })),
  resolved: [{ act: "resolved", staff, result: "已退回", record }],
  "case-owner": [{ act: "case-owner", staff, department: "retail" }],
  "case-moved": [{ act: "case-moved", department: "retail" }],
  "facts-wanted": [{ act: "facts-wanted" }],
  "case-waiting": each(
    ["documents", "customer-choice", "mediation", "outside-appraisal", "outside-body", "other-department"],
    (reason) => ({
      act: "case-waiting",
      whom: reason === "documents" || reason === "customer-choice" ? "customer" : "third-party",
      reason,
      until: "2026-11-29T02:00:00.000Z",
    }),
  ),
  "case-progress": each([null, "2026-11-25T02:00:00.000Z"], (next) => ({
    act: "case-progress",
    next,
    dated: next !== null,
  })),
  "case-extended": [{ act: "case-extended", due: "2026-12-22", reason: "等银联回单。" }],
  "offer-proposal": each([null, "2026-12-02T02:00:00.000Z"], (answerBy) => ({
    act: "offer-proposal",
    answerBy,
    again: answerBy === null,
  })),
  "proposal-agreed": [{ act: "proposal-agreed" }],
  "proposal-declined": [{ act: "proposal-declined" }],
  "ask-solved": [{ act: "ask-solved" }],
  "ask-manner": [{ act: "ask-manner" }],
  "mark-low": [{ act: "mark-low", until: "2026-12-02T02:00:00.000Z" }],
  "mark-thanks": [{ act: "mark-thanks" }],
  "case-new-day": [{ act: "case-new-day", due: "2026-12-22" }],
  "review-begun": [{ act: "review-begun", due: "2026-12-22" }],
  "review-decided": each(["upheld", "changed"], (outcome) => ({ act: "review-decided", outcome })),
  "case-restarted": [{ act: "case-restarted", due: "2026-12-22" }],
  "case-merged": [{ act: "case-merged", into: "C-20261122-4F7Q" }],
  "note-recorded": each(["suggestion", "praise", "report"], (kind) => ({ act: "note-recorded", kind, record })),
  "incident-known": [{ act: "incident-known", known: INCIDENT }],
  "incident-over": each([true, false], (open) => ({ act: "incident-over", ending: INCIDENT, record, open })),
  "ask-status-number": [{ act: "ask-status-number" }],
  "ask-status-proof": [{ act: "ask-status-proof" }],
  status: STATUSES.flatMap((status) =>
    each(["2026-12-06", null], (due) => ({
      act: "status" as const,
      found: { number: "C-20261122-4F7Q", record, status, department: due && "retail", due, owner: null },
    })),
  ),
  "status-refused": [{ act: "status-refused", left: 3 }],
  "status-locked": [{ act: "status-locked", until: "2026-11-22T03:00:00.000Z" }],
  "ask-rights-proof": each([true, false], (numbered) => ({ act: "ask-rights-proof", right: "delete", numbered })),
  "rights-requested": RIGHTS.flatMap((right) =>
    each([null, KEEP, { ...KEEP, until: null }], (keep) => keep).flatMap((keep) =>
      each(PROOFS, (proof) => ({
        act: "rights-requested" as const,
        right,
        proof,
        request: "P-7K2M4821",
        due: "2026-12-14",
        keep,
      })),
    ),
  ),
  "rights-answered": each(RIGHTS_ANSWERS, (answer) => ({
    act: "rights-answered",
    right: "delete",
    request: "P-7K2M4821",
    answer,
  })),
};

/** Acts that open a reply, or tell: a question may follow them, so they ask none. */
export const ASKS_NOTHING: readonly Name[] = [
  "urgent-advice",
  "greet",
  "boundary",
  "risk-steps",
  "meet",
  "media",
  "on-behalf",
  "privacy-warning",
  "welcome-back",
  "calm",
  "noted",
  "corrected",
  "attachment-received",
  "attachment-kept",
  "left-open",
  "thanked",
  "farewell",
  "chat",
  "request-advice",
  "waiting-still",
  "lock-not-here",
  "stay-with",
  "not-mine",
  "who-am-i",
  "nothing-to-withdraw",
  "consent-declined",
  "withdrawal-dropped",
  "only-emoji",
  "staff-left",
  "wait-ended",
  "say-it-again",
  "recorded",
  "second-recorded",
  "reopened",
  "case-requested",
  "case-number",
  "person-coming",
  "person-later",
  "supplemented",
  "withdrawn",
  "settled",
  "staff-joined",
  "resolved",
  "case-owner",
  "case-moved",
  "facts-wanted",
  "case-waiting",
  "case-progress",
  "case-extended",
  "proposal-agreed",
  "proposal-declined",
  "review-begun",
  "review-decided",
  "case-restarted",
  "case-merged",
  "mark-low",
  "mark-thanks",
  "case-new-day",
  "note-recorded",
  "incident-known",
  "incident-over",
  "status",
  "status-refused",
  "status-locked",
  "rights-requested",
  "rights-answered",
  "no-answer",
  "no-rule",
  // The next complaint is named, then its first question is asked in the same message.
  "next-matter",
];
