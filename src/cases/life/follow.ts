/**
 * The life of a case follows its conversation: what customer and staff decided there becomes events here. Pure, and
 * the same whatever is delivered when: instants and ids come from the conversation's own events, and what was
 * followed is not followed again.
 */
import type { Event, Matter, MatterCase, State } from "../../flows/conversation.ts";
import { evolve as evolveConversation, opened } from "../../flows/evolve.ts";
import type { LifeBank } from "./bank.ts";
import type { CaseState, KeptFrom } from "./case.ts";
import type { By, LifeAsk } from "./command.ts";
import { decide } from "./decide.ts";
import { eventOf } from "./draft.ts";
import type { CaseEvent } from "./events.ts";
import { evolve, evolveAll } from "./evolve.ts";
import type { Weighed } from "./grade.ts";

/** An event of the conversation as stored; null when the customer was erased. */
export interface Entry {
  seq: number;
  at: string;
  event: Event | null;
}

/** What registration takes from the bank's rules. */
export interface Registry {
  assisting(matter: Matter): string[];
  keptFrom(matter: Matter): KeptFrom;
  grade(matter: Weighed): CaseState["grade"];
  urgency(matter: Weighed): CaseState["urgency"];
}

/** Clients may talk for an hour without each message being a contact of its own. */
const CONTACT_MS = 3_600_000;

interface Following {
  readonly bank: LifeBank;
  readonly registry: Registry;
  readonly matter: string;
  state: CaseState | null;
  events: CaseEvent[];
}

/** Events that bring `life` up to the last of `entries`, which are all of the conversation, in order. */
export function follow(
  life: CaseState | null,
  entries: readonly Entry[],
  matter: string,
  parts: { bank: LifeBank; registry: Registry },
): CaseEvent[] {
  const following: Following = { ...parts, matter, state: life, events: [] };
  let conversation: State | null = null;
  let last = life?.followed ?? 0;
  for (const { seq, at, event } of entries) {
    if (!event) break;
    const before: State | null = conversation;
    if (event.type === "conversation-opened") conversation = opened(event);
    else if (conversation) conversation = evolveConversation(conversation, event);
    if (!conversation || seq <= last) continue;
    const known = conversation.matters.find((one) => one.id === matter);
    if (!known?.case) continue;
    if (take(following, event, { seq, at, matter: known, opening: known.case, before })) last = seq;
  }
  const { state } = following;
  const end = following.events.at(-1);
  if (state && last > state.followed) {
    put(
      following,
      eventOf({ kind: "rule" }, end?.at ?? state.registeredAt, `e${last}`, { type: "followed", upTo: last }),
    );
  }
  return following.events;
}

function put(following: Following, event: CaseEvent): void {
  following.events.push(event);
  following.state = evolve(following.state, event);
}

interface At {
  seq: number;
  at: string;
  matter: Matter;
  opening: MatterCase;
  before: State | null;
}

/** What the case can't do at this point is passed over: the conversation is what happened, and never waits for it. */
function attempt(following: Following, { seq, at }: At, by: By, ask: LifeAsk, step = ""): boolean {
  const id = `e${seq}${step}`;
  let n = 0;
  const context = { now: at, id: () => `${id}.${n++}` };
  const { events, refusal } = decide(following.state, { ...ask, id, by }, following.bank, context);
  following.events.push(...events);
  following.state = evolveAll(following.state, events);
  return refusal === null;
}

/** True where the event concerned the case. */
function take(following: Following, event: Event, at: At): boolean {
  const { matter } = following;
  if ("matter" in event && event.matter !== matter) return false;
  const rule: By = { kind: "rule" };
  const customer: By = { kind: "customer" };
  switch (event.type) {
    case "case-requested":
      return register(following, event, at);
    case "case-opened":
      return attempt(following, at, { kind: "core-system" }, { type: "number", number: event.number }) || true;
    case "staff-took":
      own(following, at, event.staff.id);
      attempt(following, at, staffBy(following, event.staff.id), { type: "contact", how: "chat" }, "c");
      return true;
    case "staff-said":
      if (at.before?.current !== matter || !fresh(following, at)) return false;
      attempt(following, at, staffBy(following, event.staff.id), { type: "contact", how: "chat" });
      return true;
    case "staff-returned":
      if (event.how !== "silent" || following.state?.owner?.id !== event.staff.id) return false;
      return attempt(following, at, { kind: "clock" }, { type: "release", why: "went-silent" }) || true;
    case "person-wanted": {
      // Somebody else is called: in the conversation nobody has it any more, and so it is here.
      if (at.before?.current !== matter || at.before.stage === "with-staff" || !following.state?.owner) return false;
      return attempt(following, at, { kind: "clock" }, { type: "release", why: "called-anew" }) || true;
    }
    case "case-supplemented":
      return attempt(following, at, customer, { type: "supplement", messages: event.messages }) || true;
    case "facts-given":
      return attempt(following, at, customer, { type: "end-wait", how: "answered" }) || true;
    case "proposal-agreed":
    case "proposal-declined": {
      const agreed = event.type === "proposal-agreed";
      const words = event.type === "proposal-declined" ? event.words : null;
      return attempt(following, at, customer, { type: "answer-proposal", agreed, words }) || true;
    }
    case "case-told":
      return (
        attempt(following, at, rule, { type: "give-notice", notice: event.id, how: "chat", message: null }) || true
      );
    case "satisfaction-answered": {
      const { question, mark, callBackBy } = event;
      return attempt(following, at, customer, { type: "mark", question, mark, callBackBy }) || true;
    }
    case "matter-withdrawn":
      return attempt(following, at, customer, { type: "withdraw" }) || true;
    case "matter-resolved":
      return resolve(following, at, event.staff.id, event.result);
    case "review-wanted":
      // Out of time, or never decided: worked on again, and the customer is told that.
      return (
        attempt(following, at, customer, { type: "ask-review" }, "a") ||
        attempt(following, at, customer, { type: "reopen", reason: null }, "b") ||
        true
      );
    case "matter-reopened":
      return attempt(following, at, customer, { type: "reopen", reason: null }) || true;
    default:
      return false;
  }
}

function register(following: Following, event: Extract<Event, { type: "case-requested" }>, at: At): boolean {
  const { registry } = following;
  const { matter } = at;
  const { key, department, due, rule, reasons } = event;
  const keptFrom = registry.keptFrom(matter);
  return attempt(
    following,
    at,
    { kind: "rule" },
    {
      type: "register",
      key,
      conversation: key.slice(0, -matter.id.length - 1),
      matter: matter.id,
      record: matter.record,
      receivedAt: matter.receivedAt,
      department,
      assisting: registry.assisting(matter).filter((slug) => slug !== department),
      due,
      rule,
      reasons,
      grade: registry.grade(matter),
      urgency: registry.urgency(matter),
      keptFrom,
    },
  );
}

const STRANGER = { role: "agent" as const, tier: 0, department: "", outlet: null };

/** People who have left the list since still did what they did. */
const staffBy = ({ bank }: Following, id: string): By => ({
  kind: "staff",
  ...(bank.person(id) ?? { id, ...STRANGER }),
});

/** Whoever talks to the customer has the case. */
function own(following: Following, at: At, id: string): void {
  if (following.state?.owner?.id !== id) {
    attempt(following, at, { kind: "rule" }, { type: "assign", to: id, reason: null }, "a");
  }
  attempt(following, at, staffBy(following, id), { type: "accept" }, "b");
}

const fresh = ({ state }: Following, { at }: At): boolean =>
  state !== null && (state.toldAt === null || Date.parse(at) - Date.parse(state.toldAt) >= CONTACT_MS);

/** Decided, told and closed; what of it was done before is left as it is. */
function resolve(following: Following, at: At, staff: string, text: string): boolean {
  const by = staffBy(following, staff);
  const { state } = following;
  const decision = state?.decisions.at(-1);
  if (state?.stage.name === "decided" && decision) {
    const told: LifeAsk = { type: "give-notice", notice: decision.notice, how: "chat", message: null };
    attempt(following, at, { kind: "rule" }, told, "n");
  }
  if (following.state?.stage.name === "notified") {
    return (
      attempt(following, at, by, { type: "close" }, "c") ||
      attempt(following, at, { kind: "rule" }, { type: "close" }, "d") ||
      true
    );
  }
  const done = attempt(following, at, by, { type: "resolve", text }, "r");
  if (!done) attempt(following, at, { kind: "rule" }, { type: "resolve", text }, "s");
  return true;
}
