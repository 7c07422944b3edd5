/** Groups acts into outgoing messages: danger first, then feelings and receipts, answers, and one question last. */
import type { BubbleKind, SayAct } from "./acts.ts";

export interface BubblePlan {
  kind: BubbleKind;
  acts: SayAct[];
}

type Place = "safety" | "first" | "receipt" | "answer" | "question";

const PLACE: Record<SayAct["act"], Place> = {
  "urgent-advice": "safety",
  greet: "first",
  boundary: "first",
  meet: "first",
  media: "first",
  "on-behalf": "first",
  "risk-steps": "first",
  "privacy-warning": "first",
  "welcome-back": "first",
  calm: "first",
  noted: "first",
  corrected: "first",
  "attachment-received": "first",
  "attachment-kept": "first",
  thanked: "first",
  farewell: "first",
  chat: "first",
  "request-advice": "first",
  "waiting-still": "first",
  "lock-not-here": "first",
  "stay-with": "first",
  "not-mine": "first",
  "who-am-i": "first",
  "nothing-to-withdraw": "first",
  "consent-declined": "first",
  "withdrawal-dropped": "first",
  "only-emoji": "first",
  "staff-left": "receipt",
  "wait-ended": "receipt",
  "say-it-again": "receipt",
  recorded: "receipt",
  "second-recorded": "receipt",
  reopened: "receipt",
  "case-requested": "receipt",
  "case-number": "receipt",
  "person-coming": "receipt",
  "person-later": "receipt",
  supplemented: "receipt",
  withdrawn: "receipt",
  settled: "receipt",
  "staff-joined": "receipt",
  resolved: "receipt",
  "case-owner": "receipt",
  "case-moved": "receipt",
  "facts-wanted": "receipt",
  "case-waiting": "receipt",
  "case-progress": "receipt",
  "case-extended": "receipt",
  "proposal-agreed": "receipt",
  "proposal-declined": "receipt",
  "review-begun": "receipt",
  "review-decided": "receipt",
  "case-restarted": "receipt",
  "case-merged": "receipt",
  "note-recorded": "receipt",
  "incident-known": "receipt",
  "incident-over": "receipt",
  status: "receipt",
  "status-refused": "receipt",
  "status-locked": "receipt",
  answer: "answer",
  "no-answer": "answer",
  "no-rule": "answer",
  "explain-why": "question",
  repeat: "question",
  unclear: "question",
  encourage: "question",
  "person-how": "question",
  "ask-consent": "question",
  ask: "question",
  restate: "question",
  clarify: "question",
  "offer-person": "question",
  "offer-complaint": "question",
  "offer-withdrawal": "question",
  "offer-proposal": "question",
  "next-matter": "question",
  "ask-status-number": "question",
  "ask-status-proof": "question",
  "ask-anything-else": "question",
  "ask-what-is-wrong": "question",
  "check-again": "question",
};

/** Every act is said once; the order of acts inside a bubble is the order of decision. */
export function bubblePlans(acts: readonly SayAct[]): BubblePlan[] {
  const at = (...places: Place[]): SayAct[] => acts.filter((act) => places.includes(PLACE[act.act]));
  const opening = [...at("first"), ...at("receipt")];
  const plans: BubblePlan[] = [
    { kind: "safety", acts: at("safety") },
    { kind: at("receipt").length > 0 ? "receipt" : "chat", acts: opening },
    { kind: "answer", acts: at("answer") },
    { kind: "question", acts: at("question") },
  ];
  return plans.filter((plan) => plan.acts.length > 0);
}
