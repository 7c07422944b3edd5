/** What follows from events. Pure; the intake words the acts, the outbox carries out the rest. */
import type { SayAct } from "./acts.ts";
import type { FlowBank } from "./bank.ts";
import type { Event, Matter, State } from "./conversation.ts";
import { untold } from "./gather.ts";
import { known, openMatters } from "./ledger.ts";
import { followed, noticeAct } from "./notice-effects.ts";
import { plusMinutes } from "./time.ts";

export type CaseEffect =
  | { type: "open-case"; matter: string }
  | { type: "supplement-case"; matter: string; messages: string[] }
  | { type: "close-case"; matter: string; how: "withdrawn" | "resolved" }
  | { type: "alert"; matter: string }
  /** The life of the case follows what was decided here. */
  | { type: "follow-case"; matter: string };

export interface Effects {
  acts: SayAct[];
  cases: CaseEffect[];
  withdraw: string[];
  consent: boolean | null;
  /** Requests about the customer's own data. */
  rights: RightsRequested[];
}

export type RightsRequested = Extract<Event, { type: "rights-requested" }>;

/** `state` is the state after the events. */
export function effectsOf(events: readonly Event[], state: State): Effects {
  const effects: Effects = { acts: [], cases: [], withdraw: [], consent: null, rights: [] };
  const first = new Set<string>();
  for (const event of events) {
    if (event.type === "complaint-recorded") first.add(event.matter);
    const act = saidAlready(event, events) ? null : actOf(event, events, state, first);
    if (act) effects.acts.push(act);
    const effect = caseEffect(event, state);
    if (effect) effects.cases.push(effect);
    for (const matter of followed(event, state)) {
      const known = effects.cases.some((one) => one.type === "follow-case" && one.matter === matter);
      if (!known) effects.cases.push({ type: "follow-case", matter });
    }
    if (event.type === "rights-requested") effects.rights.push(event);
    if (event.type === "reply-withdrawn") effects.withdraw.push(...event.messages);
    if (event.type === "consent-given") effects.consent = true;
    if (event.type === "consent-declined") effects.consent = false;
  }
  return effects;
}

/** The hand-over names the record's number, and a file's receipt that it went to the case: neither is said twice in one reply. */
function saidAlready(event: Event, events: readonly Event[]): boolean {
  switch (event.type) {
    case "complaint-recorded":
      return events.some((other) => other.type === "case-requested" && other.matter === event.matter);
    case "case-supplemented":
      return events.some((other) => other.type === "replied" && other.courtesy.act === "attachment-received");
    default:
      return false;
  }
}

const waits = (state: State): boolean => ["gathering", "confirming", "offering", "answering"].includes(state.stage);

function matterOf(state: State, id: string): Matter {
  const matter = state.matters.find((candidate) => candidate.id === id);
  if (!matter) throw new Error(`event names matter ${id}, which the state does not hold`);
  return matter;
}

function actOf(event: Event, events: readonly Event[], state: State, recorded: ReadonlySet<string>): SayAct | null {
  switch (event.type) {
    case "replied":
      return event.courtesy;
    case "advice-given":
      return { act: "urgent-advice", slugs: event.slugs };
    case "steps-told":
      return { act: "risk-steps", slugs: event.slugs };
    case "boundary-set":
      return { act: "boundary" };
    case "manner-met":
      return { act: "meet", manner: event.manner, words: event.words, facts: event.facts };
    case "behalf-noted":
      return { act: "on-behalf", behalf: event.behalf };
    case "complaint-recorded":
      return recorded.size > 1
        ? { act: "second-recorded", record: event.record }
        : { act: "recorded", record: event.record };
    case "fact-corrected": {
      const matter = matterOf(state, event.matter);
      const was = matter.facts.find((fact) => fact.id === event.replaces);
      return was && event.said ? { act: "corrected", fact: event.fact, was } : null;
    }
    case "consent-asked":
      return { act: "ask-consent", name: event.name, again: event.again };
    case "consent-declined":
      return { act: "consent-declined" };
    case "fact-asked":
      return { act: "ask", name: event.name, attempt: event.attempt };
    case "restated":
      return { act: "restate", matter: matterOf(state, event.matter) };
    case "question-answered":
      return { act: "answer", text: event.text, citations: event.citations, settles: event.settles };
    case "question-ambiguous":
      return { act: "clarify", options: event.options };
    case "question-unanswered":
      return event.known
        ? { act: "no-rule", text: event.known.text, inComplaint: event.matter !== null }
        : { act: "no-answer", inComplaint: event.matter !== null };
    case "person-wanted":
      return event.staffed || !event.opensAt
        ? { act: "person-coming", until: event.until }
        : { act: "person-later", opensAt: event.opensAt };
    case "loss-suspected":
      return { act: "say-it-again", from: event.from, to: event.to };
    case "wait-ended":
      return { act: "wait-ended", opensAt: event.opensAt };
    case "case-requested":
      return {
        act: "case-requested",
        record: matterOf(state, event.matter).record,
        department: event.department,
        due: event.due,
        reasons: event.reasons,
        complete: matterOf(state, event.matter).gaps.length === 0,
        afterSilence: event.reasons.includes("silent"),
      };
    case "case-opened":
      // Never after a question that waits for its answer: then it is told with the agreed reading-back. And nothing is
      // said of a number that came when all was over.
      return waits(state) || untold(matterOf(state, event.matter)) || matterOf(state, event.matter).status !== "open"
        ? null
        : { act: "case-number", number: event.number };
    case "restatement-agreed": {
      const number = matterOf(state, event.matter).case?.number;
      return number ? { act: "case-number", number } : null;
    }
    case "case-supplemented":
      return state.stage === "with-staff" ? null : { act: "supplemented" };
    case "withdrawal-offered":
      return { act: "offer-withdrawal", record: matterOf(state, event.matter).record };
    case "withdrawal-dropped":
      return { act: "withdrawal-dropped" };
    case "matter-withdrawn":
      return { act: "withdrawn", record: matterOf(state, event.matter).record };
    case "matter-settled":
      return { act: "settled", record: matterOf(state, event.matter).record };
    case "matter-resolved":
      return {
        act: "resolved",
        staff: event.staff,
        result: event.result,
        record: matterOf(state, event.matter).record,
      };
    case "matter-reopened":
      return { act: "reopened", record: matterOf(state, event.matter).record };
    case "person-offered":
      return { act: "offer-person" };
    case "complaint-offered":
      return { act: "offer-complaint" };
    case "next-matter-offered":
      return { act: "next-matter", words: matterOf(state, event.matter).words };
    case "staff-took":
      return { act: "staff-joined", staff: event.staff };
    case "staff-returned":
      return { act: "staff-left", staff: event.staff, how: event.how };
    case "case-told":
      return noticeAct(event.notice, state);
    case "proposal-offered": {
      const made = events.find((other) => other.type === "case-told" && other.matter === event.matter);
      const notice = made?.type === "case-told" && made.notice.kind === "proposal" ? made.notice : null;
      return { act: "offer-proposal", answerBy: notice?.answerBy ?? null, again: notice === null };
    }
    case "proposal-agreed":
      return { act: "proposal-agreed" };
    case "proposal-declined":
      return { act: "proposal-declined" };
    case "satisfaction-asked":
      return { act: event.question === "solved" ? "ask-solved" : "ask-manner" };
    case "satisfaction-answered":
      if (event.callBackBy !== null) return { act: "mark-low", until: event.callBackBy };
      return event.question === "manner" ? { act: "mark-thanks" } : null;
    case "note-recorded":
      return { act: "note-recorded", kind: event.note.kind, record: event.note.record };
    case "incident-told":
      return { act: "incident-known", known: event.known };
    case "incident-ended": {
      const { record, status } = matterOf(state, event.matter);
      return { act: "incident-over", ending: event.ending, record, open: status === "open" };
    }
    case "status-number-asked":
      return { act: "ask-status-number" };
    case "status-proof-asked":
      return { act: "ask-status-proof" };
    case "status-told":
      return { act: "status", found: event.found };
    case "status-refused":
      return { act: "status-refused", left: event.left };
    case "status-locked":
      return { act: "status-locked", until: event.until };
    case "rights-proof-asked":
      return { act: "ask-rights-proof", right: event.right, numbered: event.number !== null };
    case "rights-requested": {
      const { right, proof, request, due, keep } = event;
      return { act: "rights-requested", right, proof, request, due, keep };
    }
    case "rights-answered":
      return { act: "rights-answered", request: event.request, right: event.right, answer: event.answer };
    case "satisfaction-dropped":
    case "note-answered":
    case "incident-joined":
    case "conversation-opened":
    case "turn-heard":
    case "language-chosen":
    case "matter-classified":
    case "matter-chosen":
    case "matter-continued":
    case "fact-learnt":
    case "fact-put-right":
    case "gap-marked":
    case "risk-raised":
    case "consent-given":
    case "staff-stepped-in":
    case "staff-said":
    case "silence-noticed":
    case "facts-given":
    case "review-wanted":
    case "complaint-declined":
    case "bubbles-said":
    case "reply-withdrawn":
    case "conversation-closed":
      return null;
  }
}

function caseEffect(event: Event, state: State): CaseEffect | null {
  switch (event.type) {
    case "case-requested":
      return { type: "open-case", matter: event.matter };
    case "case-supplemented":
      return { type: "supplement-case", matter: event.matter, messages: event.messages };
    case "risk-raised":
      return event.risk.level === "P2" ? null : { type: "alert", matter: event.matter };
    case "matter-withdrawn":
      return matterOf(state, event.matter).case ? { type: "close-case", matter: event.matter, how: "withdrawn" } : null;
    case "matter-resolved":
      return { type: "close-case", matter: event.matter, how: "resolved" };
    case "case-told":
      return event.notice.kind === "merged" ? { type: "close-case", matter: event.matter, how: "resolved" } : null;
    default:
      return null;
  }
}

export interface ClockTimes {
  silence: string | null;
  wait: string | null;
  "staff-silent": string | null;
}

/** When the conversation has to be looked at again, from its state alone. */
export function clocksOf(state: State, bank: FlowBank): ClockTimes {
  const unfinished = state.held !== null || openMatters(state).some((matter) => !matter.case);
  const quiet = unfinished && state.stage !== "with-staff" && state.lastHeardAt;
  return {
    silence: quiet ? plusMinutes(quiet, bank.limits.silenceMinutes) : null,
    wait: state.waiting?.until ?? null,
    "staff-silent": staffSilentAt(state, bank),
  };
}

/** Counts from taking over, or from a customer's message that waits for an answer. */
function staffSilentAt(state: State, bank: FlowBank): string | null {
  if (state.stage !== "with-staff") return null;
  const answered = state.lastStaffAt > state.since && state.lastStaffAt >= (state.lastHeardAt ?? "");
  if (answered) return null;
  const waitingSince = [state.since, state.lastHeardAt ?? "", state.lastStaffAt].sort().at(-1) ?? state.since;
  return plusMinutes(waitingSince, bank.limits.staffSilentMinutes);
}

/** Phone's last four digits of a matter, for look-ups. */
export function phoneTail(matter: Matter): string | null {
  const phone = known(matter, "phone");
  const digits = phone?.name === "phone" ? phone.value.replace(/\D/gu, "") : "";
  return digits.length >= 4 ? digits.slice(-4) : null;
}
