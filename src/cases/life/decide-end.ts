/** Proposal, decision, notice, and what comes after: review, reopening, closing, call back. */
import { addDays, dayIn } from "../zone.ts";
import { passed } from "./approved.ts";
import type { Decision, Proposal } from "./case.ts";
import { endOf } from "./decide-work.ts";
import { type Ask, add, blank, type Checked, type Draft, inDays, lies } from "./draft.ts";

/** Within the drafter's own authority it goes to the customer at once; else to those who must pass it. */
export function propose(draft: Draft, { text, amount }: Ask<"propose">): Checked {
  if (blank(text)) return "text-needed";
  const { by, bank, state, context } = draft;
  if (by.kind !== "staff") return "not-yours";
  const needed = bank.approval(amount, state.grade.value, by);
  if (!needed) return "committee";
  const proposal = context.id();
  add(draft, { type: "proposal-drafted", proposal, text, amount, ...needed });
  if (needed.approvals === 0) make(draft, proposal);
  return null;
}

function make(draft: Draft, proposal: string): void {
  const answerBy = inDays(draft, draft.bank.limits.proposalDays);
  add(draft, { type: "proposal-made", proposal, notice: draft.context.id(), answerBy });
}

function current({ state }: Draft): Proposal | undefined {
  const { stage } = state;
  return "proposal" in stage ? state.proposals.find((one) => one.id === stage.proposal) : undefined;
}

/** Two pairs of eyes: never the drafter's, never the same twice, and one of them with the tier it needs. */
export function passProposal(draft: Draft): Checked {
  const { by, bank } = draft;
  const proposal = current(draft);
  if (!proposal || by.kind !== "staff") return "no-such";
  if (proposal.draftedBy === by.id) return "own-request";
  if (proposal.passedBy.includes(by.id)) return "already-passed";
  const last = proposal.passedBy.length + 1 >= proposal.approvals;
  const tiers = [by.tier, ...proposal.passedBy.map((id) => bank.person(id)?.tier ?? 0)];
  if (last && Math.max(...tiers) < proposal.tier) return "above-authority";
  add(draft, { type: "proposal-passed", proposal: proposal.id });
  if (last) make(draft, proposal.id);
  return null;
}

export function sendBackProposal(draft: Draft, { reason }: Ask<"send-back-proposal">): Checked {
  if (blank(reason)) return "reason-needed";
  const proposal = current(draft);
  if (!proposal) return "no-such";
  if (draft.by.kind === "staff" && proposal.draftedBy === draft.by.id) return "own-request";
  return add(draft, { type: "proposal-sent-back", proposal: proposal.id, reason });
}

export function answerProposal(draft: Draft, { agreed, words }: Ask<"answer-proposal">): Checked {
  const proposal = current(draft);
  if (!proposal) return "no-such";
  if (agreed) return add(draft, { type: "proposal-agreed", proposal: proposal.id });
  return add(draft, { type: "proposal-declined", proposal: proposal.id, words });
}

/**
 * Order 2020/3 art. 19: what was verified, the decision, basis and reasons, remedies. Money that the decider's tier
 * may not grant must have been passed as a proposal.
 */
export function decideCase(draft: Draft, command: Ask<"decide">): Checked {
  const { outcome, findings, text, grounds, remedies, amount } = command;
  if ([findings, text, grounds, remedies].some(blank)) return "incomplete";
  const { by, bank, state, context } = draft;
  if (by.kind !== "staff") return "not-yours";
  const needed = bank.approval(amount, state.grade.value, by);
  const granted = passed(state).some(
    (one) => one.amount?.currency === amount?.currency && (one.amount?.minor ?? 0) >= (amount?.minor ?? 0),
  );
  if (!needed) return "committee";
  if (needed.approvals > 0 && !granted) return "above-authority";
  const decision = context.id();
  add(draft, {
    type: "decided",
    decision,
    outcome,
    findings,
    text,
    grounds,
    remedies,
    amount,
    ...(command.cause ? { origin: command.cause } : {}),
    notice: context.id(),
  });
  return null;
}

/** Proof that the customer was told (art. 21). */
export function giveNotice(draft: Draft, { notice: id, how, message }: Ask<"give-notice">): Checked {
  const notice = draft.state.notices.find((one) => one.id === id);
  if (!notice || notice.givenAt !== null) return "no-such";
  return add(draft, { type: "notice-given", notice: id, kind: notice.kind, how, message });
}

/** The person who talks to the customer ended it there: decided, told and closed in one. */
export function resolve(draft: Draft, { text }: Ask<"resolve">): Checked {
  if (blank(text)) return "incomplete";
  const { context } = draft;
  const notice = context.id();
  const parts = { findings: text, text, grounds: text, remedies: text };
  add(draft, { type: "decided", decision: context.id(), outcome: "explained", ...parts, amount: null, notice });
  add(draft, { type: "notice-given", notice, kind: "decision", how: "chat", message: null });
  return shut(draft);
}

function shut(draft: Draft): null {
  const callBackBy = inDays(draft, draft.bank.limits.callBackDays);
  return add(draft, { type: "closed", how: "resolved", callBackBy });
}

export const close = (draft: Draft): Checked => shut(draft);

export const withdraw = (draft: Draft): Checked => add(draft, { type: "withdrawn" });

export function merge(draft: Draft, { into, reason }: Ask<"merge">): Checked {
  if (blank(reason)) return "reason-needed";
  if (into === draft.state.key) return "unchanged";
  return add(draft, { type: "merged", into, reason, notice: draft.context.id() });
}

/** 回访: whoever is not satisfied has the case opened again at once. */
export function callBack(draft: Draft, { satisfied, marks }: Ask<"call-back">): Checked {
  add(draft, { type: "called-back", satisfied, marks });
  return satisfied ? null : reopenNow(draft, null);
}

/**
 * The customer's own marks. Two that are not low are the call back; a low one calls a person, by the instant the
 * customer was told.
 */
export function mark(draft: Draft, { question, mark: given, callBackBy }: Ask<"mark">): Checked {
  if (draft.state.marks[question] !== null) return "unchanged";
  add(draft, { type: "marked", question, mark: given });
  if (callBackBy !== null) return add(draft, { type: "call-back-owed", until: callBackBy });
  const { marks, lowMarkUntil, stage } = draft.state;
  const { solved, manner } = marks;
  if (solved === null || manner === null || lowMarkUntil !== null || stage.name !== "closed") return null;
  return add(draft, { type: "called-back", satisfied: true, marks: { solved, manner } });
}

export const reopen = (draft: Draft, { reason }: Ask<"reopen">): Checked =>
  blank(reason) && draft.by.kind === "staff" ? "reason-needed" : reopenNow(draft, reason);

function reopenNow(draft: Draft, reason: string | null): null {
  const { due, pack, days } = draft.bank.deadline(draft.context.now, "ordinary", draft.state.rule.pack);
  return add(draft, { type: "reopened", reason, due, rule: { pack, days }, notice: draft.context.id() });
}

/** 核查: within 30 days of the decision, decided within 30 days (Order 2020/3 art. 20). */
export function askReview(draft: Draft): Checked {
  const { state, bank, context } = draft;
  const decision = state.decisions.at(-1);
  if (!decision) return "no-such";
  const { zone, limits } = bank;
  const last = addDays(dayIn(zone, decision.at), limits.reviewAskDays);
  if (lies(draft, endOf(draft, last)) === "behind") return "review-late";
  const due = addDays(dayIn(zone, context.now), limits.reviewDays);
  const review = context.id();
  return add(draft, { type: "review-asked", review, decision: decision.id, due, notice: context.id() });
}

export function decideReview(draft: Draft, { outcome, reason }: Ask<"decide-review">): Checked {
  if (blank(reason)) return "reason-needed";
  const { state, by, context } = draft;
  const review = reviewed(draft);
  if (!review || by.kind !== "staff") return "no-such";
  const decision: Decision | undefined = state.decisions.find((one) => one.id === review.decision);
  if (decision?.by === by.id) return "own-decision";
  add(draft, { type: "review-decided", review: review.id, outcome, reason, notice: context.id() });
  return outcome === "changed" ? reopenNow(draft, reason) : null;
}

function reviewed({ state }: Draft) {
  const { stage } = state;
  return stage.name === "under-review" ? state.reviews.find((one) => one.id === stage.review) : undefined;
}
