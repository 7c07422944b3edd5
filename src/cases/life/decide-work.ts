/** The work between acceptance and decision: contact, waits, new facts, extensions, grades, promises. */
import { addDays, instantAt } from "../zone.ts";
import type { Grade, Urgency } from "./case.ts";
import { type Ask, add, blank, type Checked, type Draft, inDays, lies } from "./draft.ts";

export const investigate = (draft: Draft): Checked => add(draft, { type: "investigation-begun" });

export function contact(draft: Draft, { how }: Ask<"contact">): Checked {
  return add(draft, { type: "customer-contacted", how });
}

/** The bot asks for them in its own way; the answer comes back to the same owner. */
export function askFacts(draft: Draft, { facts }: Ask<"ask-facts">): Checked {
  if (facts.length === 0) return "text-needed";
  const { context, bank } = draft;
  const notice = context.id();
  add(draft, {
    type: "wait-begun",
    wait: context.id(),
    whom: "customer",
    reason: "facts",
    facts: [...new Set(facts)],
    until: inDays(draft, bank.limits.factsDays),
    notice,
  });
  return null;
}

export function wait(draft: Draft, { whom, reason, until }: Ask<"wait">): Checked {
  if (lies(draft, until) === "behind") return "bad-date";
  const { context } = draft;
  return add(draft, { type: "wait-begun", wait: context.id(), whom, reason, facts: [], until, notice: context.id() });
}

export function endWait(draft: Draft, { how }: Ask<"end-wait">): Checked {
  const { stage } = draft.state;
  if (!("wait" in stage)) return "wrong-stage";
  return add(draft, { type: "wait-ended", wait: stage.wait, how });
}

export const supplement = (draft: Draft, { messages }: Ask<"supplement">): Checked =>
  messages.length === 0 ? "unchanged" : add(draft, { type: "supplemented", messages });

/** New facts and reasons: the period begins again (Order 2020/3 art. 18). The customer is told the new day. */
export function restart(draft: Draft, { reason }: Ask<"restart">): Checked {
  if (blank(reason)) return "reason-needed";
  const { context, bank, state } = draft;
  const { due, pack, days } = bank.deadline(context.now, "ordinary", state.rule.pack);
  const rule = { pack, days };
  add(draft, { type: "restarted", receivedAt: context.now, reason, due, rule, notice: context.id() });
  return null;
}

/**
 * The complaint falls under other rules than it was registered under: its clocks are counted anew under them, from the
 * same receipt. A day that moves is told to the customer.
 */
export function chooseRegime(draft: Draft, { pack: wanted, reason }: Ask<"choose-regime">): Checked {
  if (blank(reason)) return "reason-needed";
  const { context, bank, state } = draft;
  if (wanted === state.rule.pack) return "unchanged";
  const found = bank.chosen(state.countedFrom, wanted);
  if (!found) return "no-such";
  const { due, pack, days } = found;
  const moved = due !== state.due;
  const rule = { pack, days };
  const notice = context.id();
  return add(draft, { type: "regime-chosen", reason, was: state.rule.pack, due, rule, moved, notice });
}

/** Instant at which the ISO date is over in the bank's zone. */
export const endOf = (draft: Pick<Draft, "bank">, day: string): string =>
  new Date(instantAt(addDays(day, 1), 0, draft.bank.zone)).toISOString();

/** Complex: to 30 days by the office. Especially complex: beyond that by management (Order 2020/3 art. 18). */
export function askExtension(draft: Draft, { to, reason }: Ask<"ask-extension">): Checked {
  if (blank(reason)) return "reason-needed";
  const { state, bank } = draft;
  if (lies(draft, endOf(draft, state.due)) === "behind") return "too-late";
  if (to <= state.due) return "bad-date";
  if (to > bank.deadline(state.countedFrom, "especially-complex", state.rule.pack).due) return "beyond-limit";
  if (openExtension(draft, null)) return "unchanged";
  return add(draft, { type: "extension-asked", extension: draft.context.id(), to, reason });
}

const openExtension = ({ state }: Draft, id: string | null) =>
  state.extensions.find((one) => (id === null || one.id === id) && one.approvedAt === null && one.refusedAt === null);

export function grantExtension(draft: Draft, { extension }: Ask<"grant-extension">): Checked {
  const { state, by, bank, context, who } = draft;
  const open = openExtension(draft, extension);
  if (!open || by.kind !== "staff") return "no-such";
  if (open.askedBy === by.id) return "own-request";
  // The customer has to hear of it before the old date: granted after it, nobody could be told in time.
  if (lies(draft, endOf(draft, state.due)) === "behind") return "too-late";
  const further = open.to > bank.deadline(state.countedFrom, "complex", state.rule.pack).due;
  if (further && !who.includes("manager")) return "above-authority";
  const { to } = open;
  const from = state.due;
  const told = { notice: context.id(), tellBy: endOf(draft, from) };
  return add(draft, { type: "extension-granted", extension, from, to, approvedBy: by.id, ...told });
}

export function refuseExtension(draft: Draft, { extension, reason }: Ask<"refuse-extension">): Checked {
  if (blank(reason)) return "reason-needed";
  const open = openExtension(draft, extension);
  if (!open) return "no-such";
  if (draft.by.kind === "staff" && open.askedBy === draft.by.id) return "own-request";
  return add(draft, { type: "extension-refused", extension, reason });
}

const GRADES: readonly Grade[] = ["ordinary", "complex", "major"];
const URGENCIES: readonly Urgency[] = ["III", "II", "I"];

/** Whoever works on it may raise it; lowering takes care off a customer and needs somebody above. */
export function changeGrade(draft: Draft, { grade, reason }: Ask<"grade">): Checked {
  if (blank(reason)) return "reason-needed";
  const was = draft.state.grade.value;
  if (was === grade) return "unchanged";
  if (GRADES.indexOf(grade) < GRADES.indexOf(was) && !above(draft)) return "lowering";
  return add(draft, { type: "graded", grade: { value: grade, rule: null, reason }, was });
}

export function changeUrgency(draft: Draft, { urgency, reason }: Ask<"urge">): Checked {
  if (blank(reason)) return "reason-needed";
  const was = draft.state.urgency.value;
  if (was === urgency) return "unchanged";
  if (URGENCIES.indexOf(urgency) < URGENCIES.indexOf(was) && !above(draft)) return "lowering";
  return add(draft, { type: "urgency-changed", urgency: { value: urgency, rule: null, reason }, was });
}

const above = ({ who }: Draft): boolean => who.some((one) => one === "lead" || one === "office" || one === "manager");

export function link(draft: Draft, { link: one }: Ask<"link">): Checked {
  const { state } = draft;
  if (one.key === state.key || state.links.some((known) => known.key === one.key)) return "unchanged";
  return add(draft, { type: "linked", link: one });
}

export function promise(draft: Draft, { words, until }: Ask<"promise">): Checked {
  if (blank(words)) return "text-needed";
  if (lies(draft, until) === "behind") return "bad-date";
  return add(draft, { type: "promised", promise: draft.context.id(), words, until });
}

const openPromise = ({ state }: Draft, id: string) =>
  state.promises.find((one) => one.id === id && one.keptAt === null);

export const keepPromise = (draft: Draft, { promise: id }: Ask<"keep-promise">): Checked =>
  openPromise(draft, id) ? add(draft, { type: "promise-kept", promise: id }) : "no-such";

export function movePromise(draft: Draft, { promise: id, until, reason }: Ask<"move-promise">): Checked {
  if (blank(reason)) return "reason-needed";
  if (!openPromise(draft, id)) return "no-such";
  if (lies(draft, until) === "behind") return "bad-date";
  return add(draft, { type: "promise-moved", promise: id, until, reason });
}

export const tellProgress = (draft: Draft, { next }: Ask<"tell-progress">): Checked =>
  add(draft, { type: "notice-owed", notice: draft.context.id(), kind: "progress", next });
