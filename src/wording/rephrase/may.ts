/** Which bubbles a model may put into other words: courtesy and plain questions. What binds or protects stays as it is. */
import type { Bubble, SayAct } from "../../flows/acts.ts";

const MAY: Readonly<Record<SayAct["act"], boolean>> = {
  calm: true,
  noted: true,
  encourage: true,
  meet: true,
  "attachment-received": true,
  "only-emoji": true,
  thanked: true,
  farewell: true,
  chat: true,
  "welcome-back": true,
  unclear: true,
  "person-how": true,
  ask: true,
  "next-matter": true,
  "ask-anything-else": true,
  "ask-what-is-wrong": true,
  "ask-status-number": true,
  "ask-status-proof": true,
  /** The sentence from the policy stays word for word; what leads up to it may change. */
  answer: true,

  // Danger and rights.
  "urgent-advice": false,
  "risk-steps": false,
  "stay-with": false,
  "privacy-warning": false,
  boundary: false,
  // Who is speaking, what may be asked and why (PIPL art. 17, 28; labelling of generated text).
  greet: false,
  "who-am-i": false,
  "not-mine": false,
  "ask-consent": false,
  "consent-declined": false,
  "explain-why": false,
  "on-behalf": false,
  // The record: what the customer agrees to, or is told twice on request.
  restate: false,
  corrected: false,
  "check-again": false,
  repeat: false,
  clarify: false,
  // A yes or no that sets something going.
  "offer-person": false,
  "offer-complaint": false,
  "offer-withdrawal": false,
  "offer-proposal": false,
  "withdrawal-dropped": false,
  "nothing-to-withdraw": false,
  // Limits of the bot: a model is tempted to help all the same.
  "no-answer": false,
  "no-rule": false,
  "request-advice": false,
  media: false,
  "attachment-kept": false,
  "lock-not-here": false,
  // Receipts, numbers, times, people.
  "waiting-still": false,
  "staff-left": false,
  "staff-joined": false,
  "wait-ended": false,
  "say-it-again": false,
  recorded: false,
  "second-recorded": false,
  reopened: false,
  "case-requested": false,
  "case-number": false,
  "person-coming": false,
  "person-later": false,
  supplemented: false,
  withdrawn: false,
  settled: false,
  resolved: false,
  "case-owner": false,
  "case-moved": false,
  "facts-wanted": false,
  "case-waiting": false,
  "case-progress": false,
  "case-extended": false,
  "proposal-agreed": false,
  "proposal-declined": false,
  "review-begun": false,
  "review-decided": false,
  "case-restarted": false,
  "case-merged": false,
  "note-recorded": false,
  // Approved word for word by two people.
  "incident-known": false,
  "incident-over": false,
  status: false,
  "status-refused": false,
  "status-locked": false,
};

export function mayRephrase(kind: Bubble["kind"], acts: readonly SayAct[]): boolean {
  if (kind === "safety" || kind === "receipt") return false;
  // "Does this settle it?" closes a complaint.
  return acts.length > 0 && acts.every((act) => MAY[act.act] && !(act.act === "answer" && act.settles));
}
