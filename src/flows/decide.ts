/**
 * The one decision: a state and a command give events, or a refusal.
 * Pure and deterministic; the same arguments give the same events.
 */
import type { FlowBank } from "./bank.ts";
import type { Command, Refusal } from "./command.ts";
import { COLLEAGUE, type Event, type Matter, type StaffRef, type State } from "./conversation.ts";
import { recordHeld } from "./doubt.ts";
import { add, type Context, type Draft, draftOf } from "./draft.ts";
import { opened } from "./evolve.ts";
import { nextMatter, proceed } from "./gather.ts";
import { requestCase } from "./handover.ts";
import { hear } from "./hear.ts";
import { endIncident } from "./incident.ts";
import { find, markGaps } from "./learn.ts";
import { missing, openMatters } from "./ledger.ts";
import { factsGiven, tellNotice, wanting } from "./notice.ts";
import { putFactRight } from "./put-right.ts";

export interface Decision {
  events: Event[];
  refusal: Refusal | null;
}

/** Opens a conversation: the first events and the state after them. */
export function open(command: Extract<Command, { type: "open" }>, context: Context): { events: Event[]; state: State } {
  const { id, channel, identity, language } = command;
  const event: Event = { type: "conversation-opened", id, channel, identity, language, at: context.now };
  return { events: [event, { type: "replied", courtesy: { act: "greet" } }], state: opened({ ...event }) };
}

export function decide(
  state: State,
  command: Exclude<Command, { type: "open" }>,
  bank: FlowBank,
  context: Context,
): Decision {
  const draft = draftOf(state, bank, context);
  const refusal = run(draft, command);
  return refusal ? { events: [], refusal } : { events: draft.events, refusal: null };
}

function run(draft: Draft, command: Exclude<Command, { type: "open" }>): Refusal | null {
  switch (command.type) {
    case "hear": {
      const wanted = wanting(draft);
      hear(draft, command);
      factsGiven(draft, wanted);
      return null;
    }
    case "take":
      return take(draft, command.matter, command.staff, command.undelivered);
    case "colleague-wrote":
      colleagueWrote(draft, command);
      return null;
    case "staff-reply":
      return reply(draft, command.staff, command.message);
    case "hand-back":
      return handBack(draft, command.staff);
    case "resolve":
      return resolve(draft, command);
    case "answer-note":
      return answerNote(draft, command);
    case "core-opened":
      return coreOpened(draft, command.matter, command.number);
    case "link-was-lost":
      add(draft, { type: "loss-suspected", from: command.from, to: command.to });
      return null;
    case "case-notice":
      return caseNotice(draft, command);
    case "put-fact-right":
      return putFactRight(draft, command);
    case "rights-answered": {
      const { request, right, answer } = command;
      add(draft, { type: "rights-answered", request, right, answer, at: draft.context.now });
      return null;
    }
    case "incident-over":
      endIncident(draft, command.matter, command.incident, command.ending);
      return null;
    case "silence":
      completeUnfinished(draft);
      return null;
    case "wait-over":
      waitOver(draft);
      return null;
    case "staff-silent":
      staffSilent(draft);
      return null;
  }
}

/** One of the staff takes a case; the first wins. What the customer has not got yet is taken back. */
function take(draft: Draft, id: string, staff: StaffRef, undelivered: string[]): Refusal | null {
  const matter = find(draft, id);
  if (!matter?.case) return { code: "no-such-matter" };
  if (matter.status !== "open") return { code: "not-open" };
  const { owner } = matter.case;
  if (owner && owner.id !== staff.id) return { code: "taken", owner };
  const { state } = draft;
  if (state.stage === "with-staff") {
    if (state.staff.id !== staff.id && state.staff.id !== COLLEAGUE) return { code: "taken", owner: state.staff };
    if (owner) return null;
  }
  if (undelivered.length > 0) add(draft, { type: "reply-withdrawn", messages: undelivered });
  add(draft, { type: "staff-took", matter: id, staff, at: draft.context.now });
  return null;
}

/** Nobody owns the case by this; when they fall silent, the bot comes back as after any member of staff. */
function colleagueWrote(
  draft: Draft,
  { message, staff, undelivered }: Extract<Command, { type: "colleague-wrote" }>,
): void {
  const at = draft.context.now;
  const { state } = draft;
  if (undelivered.length > 0) add(draft, { type: "reply-withdrawn", messages: undelivered });
  if (state.stage !== "with-staff") add(draft, { type: "staff-stepped-in", staff, at });
  add(draft, { type: "staff-said", message, staff, at });
}

function reply(draft: Draft, staff: StaffRef, message: string): Refusal | null {
  const refusal = notWith(draft.state, staff);
  if (refusal) return refusal;
  add(draft, { type: "staff-said", message, staff, at: draft.context.now });
  return null;
}

function handBack(draft: Draft, staff: StaffRef): Refusal | null {
  const refusal = notWith(draft.state, staff);
  if (refusal) return refusal;
  add(draft, { type: "staff-returned", staff, how: "handed-back", at: draft.context.now });
  resume(draft);
  return null;
}

const notWith = (state: State, staff: StaffRef): Refusal | null => {
  if (state.stage !== "with-staff") return { code: "not-owner", owner: null };
  return state.staff.id === staff.id ? null : { code: "not-owner", owner: state.staff };
};

function resolve(draft: Draft, command: Extract<Command, { type: "resolve" }>): Refusal | null {
  const { matter: id, staff, result, cause } = command;
  const matter = find(draft, id);
  if (!matter?.case) return { code: "no-such-matter" };
  if (matter.status !== "open") return { code: "not-open" };
  if (matter.case.owner?.id !== staff.id) return { code: "not-owner", owner: matter.case.owner };
  add(draft, {
    type: "matter-resolved",
    matter: id,
    at: draft.context.now,
    staff,
    result,
    ...(cause ? { cause } : {}),
  });
  if (openMatters(draft.state).length === 0) add(draft, { type: "conversation-closed", how: "resolved" });
  else resume(draft);
  return null;
}

function answerNote(draft: Draft, { record, staff }: Extract<Command, { type: "answer-note" }>): Refusal | null {
  const note = draft.state.notes.find((one) => one.record === record);
  if (!note) return { code: "no-such-matter" };
  if (!note.answeredAt) add(draft, { type: "note-answered", record, staff, at: draft.context.now });
  return null;
}

function caseNotice(draft: Draft, command: Extract<Command, { type: "case-notice" }>): Refusal | null {
  const { matter, id, notice } = command;
  const wrong = tellNotice(draft, matter, id, notice);
  if (wrong) return { code: wrong };
  const ended = draft.events.some((event) => event.type === "matter-resolved");
  if (ended && openMatters(draft.state).length === 0) add(draft, { type: "conversation-closed", how: "resolved" });
  else if (ended) resume(draft);
  return null;
}

function coreOpened(draft: Draft, id: string, number: string): Refusal | null {
  const matter = find(draft, id);
  if (!matter?.case || matter.case.number) return null;
  add(draft, { type: "case-opened", matter: id, number });
  return null;
}

/** A customer who vents and leaves has complained: the record is completed, gaps marked, the case opened. */
function completeUnfinished(draft: Draft): void {
  // What may have been a complaint and was never said not to be one is one.
  if (draft.state.held) recordHeld(draft, draft.state.held);
  const unfinished = openMatters(draft.state).filter((matter) => !matter.case && draft.state.stage !== "with-staff");
  if (unfinished.length === 0) return;
  add(draft, { type: "silence-noticed", at: draft.context.now });
  for (const matter of unfinished) {
    const names = missing(matter, draft.state, draft.bank).map((needed) => needed.name);
    markGaps(draft, matter.id, "silent", names);
    requestCase(draft, matter.id, ["silent"]);
  }
}

/** Nobody took over in time: said honestly, and the contact is asked for. */
function waitOver(draft: Draft): void {
  if (!draft.state.waiting) return;
  add(draft, { type: "wait-ended", opensAt: draft.bank.staffing(draft.context.now).opensAt });
  if (draft.state.stage !== "gathering" && draft.state.stage !== "confirming") resume(draft);
}

function staffSilent(draft: Draft): void {
  const { state } = draft;
  if (state.stage !== "with-staff") return;
  add(draft, { type: "staff-returned", staff: state.staff, how: "silent", at: draft.context.now });
  resume(draft);
}

/** The bot goes on where it was: with a fact still missing, or with the next complaint. */
function resume(draft: Draft): void {
  if (draft.state.stage === "with-staff") return;
  const matter: Matter | undefined = draft.state.matters.find((candidate) => candidate.id === draft.state.current);
  if (matter?.status !== "open") return nextMatter(draft);
  if (!matter.agreed && missing(matter, draft.state, draft.bank).length > 0) return proceed(draft);
}
