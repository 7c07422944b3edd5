/** Folds what happened into the case. Pure and total: never throws, never loses an owner, a notice or a promise. */
import type { CaseStage, CaseState } from "./case.ts";
import { extension, given, owe, proposal } from "./entries.ts";
import type { CaseEvent } from "./events.ts";
import { afterRelease, afterReopening, FIRST_ROUND, offered } from "./rounds.ts";
import { acceptedStage, assignedStage, backTo, endWait, hold, unowned, working } from "./stages.ts";

type Registered = Extract<CaseEvent, { type: "registered" }>;

function registered(event: Registered): CaseState {
  const { key, conversation, matter, record, receivedAt, due, rule, department, assisting, grade, urgency } = event;
  return {
    stage: { name: "registered" },
    key,
    conversation,
    matter,
    record,
    number: null,
    receivedAt,
    registeredAt: event.at,
    countedFrom: receivedAt,
    due,
    rule: { pack: rule.pack, days: rule.days },
    regime: rule.chosen ? { value: rule.pack, ...rule.chosen } : null,
    department,
    assisting,
    owner: null,
    holdings: [],
    offer: null,
    round: FIRST_ROUND,
    keptFrom: event.keptFrom,
    grade,
    urgency,
    contactedAt: null,
    toldAt: null,
    waits: [],
    extensions: [],
    proposals: [],
    decisions: [],
    reviews: [],
    notices: [],
    promises: [],
    links: event.links,
    mergedInto: null,
    escalated: 0,
    satisfied: null,
    marks: { solved: null, manner: null },
    lowMarkUntil: null,
    followed: 0,
    done: [event.cause],
  };
}

/** Null before the case is registered; what comes earlier is no part of its life. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState | null {
  if (!state) return event.type === "registered" ? registered(event) : null;
  if (event.type === "registered") return state;
  const next = fold(state, event);
  return next.done.includes(event.cause) ? next : { ...next, done: [...next.done, event.cause] };
}

export const evolveAll = (state: CaseState | null, events: readonly CaseEvent[]): CaseState | null =>
  events.reduce(evolve, state);

function fold(state: CaseState, event: Exclude<CaseEvent, Registered>): CaseState {
  switch (event.type) {
    case "numbered":
      return { ...state, number: event.number };
    case "followed":
      return { ...state, followed: Math.max(state.followed, event.upTo) };

    case "assigned":
      return { ...hold(state, event.to, event.at, event.how), stage: assignedStage(state), round: FIRST_ROUND };
    case "accepted":
      return { ...state, stage: acceptedStage(state) };
    case "released":
      return {
        ...hold(state, null, event.at, event.why),
        stage: unowned(state.stage),
        round: afterRelease(state.owner, event.why),
      };
    case "returned": {
      const round = { ...FIRST_ROUND, toOffice: true };
      return { ...hold(state, null, event.at, "returned"), department: event.to, stage: { name: "registered" }, round };
    }
    case "transfer-offered": {
      const by = event.by.kind === "staff" ? event.by.id : event.by.kind;
      return { ...state, offer: { to: event.to, by, at: event.at, reason: event.reason, until: null } };
    }
    case "transfer-refused":
    case "offer-ended":
      return { ...state, offer: null };
    case "offered":
      return offered(state, event);
    case "left-to-lead": {
      const left = { lead: event.lead, until: event.until };
      return { ...state, round: { ...state.round, left } };
    }
    case "department-changed":
      return { ...state, department: event.to, assisting: event.assisting, round: FIRST_ROUND };
    case "assisting-asked":
      return { ...state, assisting: [...state.assisting, event.department] };
    case "recused":
      return { ...state, keptFrom: { ...state.keptFrom, staff: [...state.keptFrom.staff, event.staff] } };
    case "escalated":
      return { ...state, escalated: event.level };
    case "reminded":
    case "calendar-adopted":
      return state;

    case "investigation-begun":
      return { ...state, stage: { name: "investigating" } };
    case "customer-contacted":
      return { ...state, contactedAt: state.contactedAt ?? event.at, toldAt: event.at };
    case "wait-begun": {
      const { wait, whom, reason, facts, until } = event;
      const name = whom === "customer" ? "waiting-customer" : "waiting-third-party";
      const begun = { id: wait, whom, reason, facts, since: event.at, until, endedAt: null };
      const stage: CaseStage = { name, wait, back: working(state.stage) };
      const kind = reason === "facts" ? "facts-wanted" : "waiting";
      return owe({ ...state, waits: [...state.waits, begun], stage }, event.notice, kind, event.at);
    }
    case "wait-ended": {
      const waits = state.waits.map((one) => (one.id === event.wait ? { ...one, endedAt: event.at } : one));
      const { stage } = state;
      const waited = "wait" in stage && stage.wait === event.wait;
      return { ...state, waits, stage: waited ? backTo(state, stage.back) : stage };
    }
    case "supplemented":
      return state;
    case "restarted": {
      const { due, rule, receivedAt } = event;
      return owe({ ...state, countedFrom: receivedAt, due, rule }, event.notice, "restarted", event.at);
    }
    case "regime-chosen": {
      const { due, rule, reason } = event;
      const regime = { value: rule.pack, rule: null, reason };
      return owe({ ...state, due, rule, regime }, event.notice, "new-day", event.at);
    }
    case "extension-asked": {
      const { extension: id, to, reason } = event;
      const askedBy = event.by.kind === "staff" ? event.by.id : event.by.kind;
      const open = { approvedBy: null, approvedAt: null, toldAt: null, refusedAt: null, notice: null, tellBy: null };
      const asked = { id, reason, askedBy, askedAt: event.at, from: state.due, to, ...open };
      return { ...state, extensions: [...state.extensions, asked] };
    }
    case "extension-refused":
      return extension(state, event.extension, { refusedAt: event.at });
    case "extension-granted": {
      const granted = {
        approvedBy: event.approvedBy,
        approvedAt: event.at,
        notice: event.notice,
        tellBy: event.tellBy,
      };
      return owe(extension(state, event.extension, granted), event.notice, "extension", event.at);
    }
    case "graded":
      return { ...state, grade: event.grade };
    case "urgency-changed":
      return { ...state, urgency: event.urgency };
    case "linked":
      return { ...state, links: [...state.links, event.link] };
    case "promised": {
      const by = event.by.kind === "staff" ? event.by.id : event.by.kind;
      const made = { id: event.promise, words: event.words, by, until: event.until, keptAt: null, moved: [] };
      return { ...state, promises: [...state.promises, made] };
    }
    case "promise-kept":
      return {
        ...state,
        promises: state.promises.map((one) => (one.id === event.promise ? { ...one, keptAt: event.at } : one)),
      };
    case "promise-moved":
      return {
        ...state,
        promises: state.promises.map((one) =>
          one.id === event.promise
            ? { ...one, until: event.until, moved: [...one.moved, { from: one.until, reason: event.reason }] }
            : one,
        ),
      };

    case "proposal-drafted": {
      const { proposal: id, text, amount, tier, approvals } = event;
      const draftedBy = event.by.kind === "staff" ? event.by.id : event.by.kind;
      const drafted = { id, text, amount, tier, approvals, draftedBy, passedBy: [], status: "with-office" as const };
      return {
        ...state,
        proposals: [...state.proposals, drafted],
        stage: { name: "proposal-with-office", proposal: id },
      };
    }
    case "proposal-passed": {
      const by = event.by.kind === "staff" ? event.by.id : event.by.kind;
      return proposal(state, event.proposal, ({ passedBy }) => ({ passedBy: [...passedBy, by] }));
    }
    case "proposal-sent-back": {
      const back = proposal(state, event.proposal, () => ({ status: "sent-back" }));
      return { ...back, stage: { name: "investigating" } };
    }
    case "proposal-made": {
      const made = proposal(state, event.proposal, () => ({ status: "made", answerBy: event.answerBy }));
      return owe(
        { ...made, stage: { name: "proposed", proposal: event.proposal } },
        event.notice,
        "proposal",
        event.at,
      );
    }
    case "proposal-agreed": {
      const agreed = proposal(state, event.proposal, () => ({ status: "agreed" }));
      return { ...agreed, stage: { name: "agreed", proposal: event.proposal } };
    }
    case "proposal-declined": {
      const declined = proposal(state, event.proposal, () => ({ status: "declined" }));
      return { ...declined, stage: { name: "declined", proposal: event.proposal } };
    }
    case "decided": {
      const { decision: id, at, outcome, findings, text, grounds, remedies, amount, notice } = event;
      const by = event.by.kind === "staff" ? event.by.id : event.by.kind;
      const origin = event.origin ? { origin: event.origin } : {};
      const made = { id, at, outcome, findings, text, grounds, remedies, amount, ...origin, by, notice };
      const ended = { ...endWait(state, at), decisions: [...state.decisions, made] };
      return owe({ ...ended, stage: { name: "decided", decision: id } }, notice, "decision", at);
    }

    case "notice-owed":
      return owe(state, event.notice, event.kind, event.at);
    case "notice-given":
      return given(state, event);

    case "review-asked": {
      const { review: id, decision, due } = event;
      const asked = { id, askedAt: event.at, decision, due, reviewer: null, outcome: null };
      const reviewed = { ...state, reviews: [...state.reviews, asked] };
      return owe({ ...reviewed, stage: { name: "under-review", review: id } }, event.notice, "review-begun", event.at);
    }
    case "review-decided": {
      const reviewer = event.by.kind === "staff" ? event.by.id : event.by.kind;
      const reviews = state.reviews.map((one) =>
        one.id === event.review ? { ...one, reviewer, outcome: event.outcome } : one,
      );
      const decision = state.reviews.find((one) => one.id === event.review)?.decision ?? "";
      const upheld: CaseStage = { name: "notified", decision };
      const next = { ...state, reviews, stage: event.outcome === "upheld" ? upheld : state.stage };
      return owe(next, event.notice, "review-decided", event.at);
    }
    case "reopened": {
      const { due, rule } = event;
      const again = {
        ...hold(state, null, event.at, "reopened"),
        round: afterReopening(state),
        countedFrom: event.at,
        due,
        rule,
        satisfied: null,
        lowMarkUntil: null,
      };
      return owe({ ...again, stage: { name: "reopened" } }, event.notice, "restarted", event.at);
    }
    case "withdrawn":
      return { ...endWait(state, event.at), offer: null, stage: { name: "withdrawn", at: event.at } };
    case "closed": {
      const { at, how, callBackBy } = event;
      return { ...endWait(state, at), offer: null, stage: { name: "closed", at, how, callBackBy } };
    }
    case "merged": {
      const stage: CaseStage = { name: "closed", at: event.at, how: "merged", callBackBy: null };
      const merged = { ...endWait(state, event.at), mergedInto: event.into, offer: null, stage };
      return owe(merged, event.notice, "merged", event.at);
    }
    case "marked":
      return { ...state, marks: { ...state.marks, [event.question]: event.mark } };
    case "call-back-owed": {
      const { stage } = state;
      const { at } = event;
      const closed = stage.name === "closed" ? stage : { name: "closed" as const, at, how: "resolved" as const };
      return { ...state, lowMarkUntil: event.until, stage: { ...closed, callBackBy: event.until } };
    }
    case "called-back":
      return { ...state, satisfied: event.satisfied, toldAt: event.at, stage: { name: "called-back", at: event.at } };
  }
}
