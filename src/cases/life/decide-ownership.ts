/** Who has the case, and how it changes hands. */
import type { CaseStage, Owner } from "./case.ts";
import type { Person } from "./command.ts";
import { type Ask, add, blank, type Checked, type Draft } from "./draft.ts";
import { isKept, worksCases } from "./who.ts";

/** Above the handler: lead, department head, management. */
const TOP = 3;

export const ownerOf = (person: Person): Owner => ({ id: person.id, department: person.department });

/** The person when they may have the case; only the office gives it to another department. */
export function candidate(draft: Draft, id: string): Person | Exclude<Checked, null> {
  const { bank, state, who } = draft;
  const person = bank.person(id);
  if (!person || !worksCases(person)) return "no-such-person";
  if (isKept(state.keptFrom, person)) return "recused";
  if (person.department === state.department || MOVES.some((one) => who.includes(one))) return person;
  return "other-department";
}
const MOVES = ["office", "manager", "rule"] as const;

function give(draft: Draft, person: Person, how: "rule" | "person" | "transfer", reason: string | null): void {
  add(draft, { type: "assigned", to: ownerOf(person), how, reason });
}

/** Given by the office to somebody of another department, the case goes along, and with it who answers for it. */
function move(draft: Draft, to: string): void {
  const { department, assisting } = draft.state;
  if (to === department) return;
  add(draft, { type: "department-changed", from: department, to, assisting: assisting.filter((one) => one !== to) });
}

export function assign(draft: Draft, { to, reason }: Ask<"assign">): Checked {
  const person = candidate(draft, to);
  if (typeof person === "string") return person;
  const { state, by } = draft;
  if (state.owner?.id === person.id) return "already-owner";
  if (person.department !== state.department && state.keptFrom.departments.includes(person.department)) {
    return "recused";
  }
  if (state.owner && by.kind === "staff" && blank(reason)) return "reason-needed";
  if (by.kind === "staff") move(draft, person.department);
  give(draft, person, by.kind === "staff" ? "person" : "rule", reason);
  return null;
}

export function accept(draft: Draft): Checked {
  const { by, state } = draft;
  if (by.kind !== "staff") return "not-yours";
  if (state.owner && state.owner.id !== by.id) return "not-yours";
  if (!state.owner) give(draft, by, "person", null);
  else if (!mayAccept(state.stage)) return "unchanged";
  return add(draft, { type: "accepted", owner: ownerOf(by) });
}

const mayAccept = (stage: CaseStage): boolean =>
  ["registered", "assigned", "reopened"].includes("back" in stage ? stage.back : stage.name);

export function release(draft: Draft, { why }: Ask<"release">): Checked {
  if (!draft.state.owner) return "unchanged";
  return add(draft, { type: "released", why });
}

/** 退回: to the office only, with a reason. */
export function giveBack(draft: Draft, { reason }: Ask<"return">): Checked {
  if (blank(reason)) return "reason-needed";
  const { state, bank } = draft;
  const office = bank.office(state.keptFrom);
  if (state.department === office) return "already-office";
  return add(draft, { type: "returned", from: state.department, to: office, reason });
}

/** What the rules have offered gives way to whoever decides by hand; what somebody has offered waits for its answer. */
export function offerTransfer(draft: Draft, { to, reason }: Ask<"offer-transfer">): Checked {
  if (blank(reason)) return "reason-needed";
  const person = candidate(draft, to);
  if (typeof person === "string") return person;
  const { state } = draft;
  const { offer } = state;
  if (offer && offer.by !== "rule") return "offer-open";
  if (state.owner?.id === person.id) return "already-owner";
  if (person.department !== state.department && state.keptFrom.departments.includes(person.department)) {
    return "recused";
  }
  if (offer) add(draft, { type: "offer-ended", to: offer.to.id, why: "by-hand" });
  return add(draft, { type: "transfer-offered", to: ownerOf(person), reason });
}

export function acceptTransfer(draft: Draft): Checked {
  const { by, state } = draft;
  if (by.kind !== "staff" || state.offer?.to.id !== by.id) return "no-offer";
  const { reason, by: from } = state.offer;
  // Offered by the rules, the department that answers for it stays the same: only the office moves a case.
  if (from === "rule") give(draft, by, "rule", null);
  else {
    move(draft, by.department);
    give(draft, by, "transfer", reason);
  }
  return add(draft, { type: "accepted", owner: ownerOf(by) });
}

export function refuseTransfer(draft: Draft, { reason }: Ask<"refuse-transfer">): Checked {
  if (blank(reason)) return "reason-needed";
  return add(draft, { type: "transfer-refused", reason });
}

export function askAssistance(draft: Draft, { department, reason }: Ask<"ask-assistance">): Checked {
  if (blank(reason)) return "reason-needed";
  const { state, bank } = draft;
  if (!bank.departments.has(department)) return "no-such-department";
  if (state.keptFrom.departments.includes(department)) return "recused";
  if (state.department === department || state.assisting.includes(department)) return "unchanged";
  return add(draft, { type: "assisting-asked", department, reason });
}

/** Named since the complaint came in: from now on this person handles and sees nothing of it. */
export function recuse(draft: Draft, { staff, reason }: Ask<"recuse">): Checked {
  if (blank(reason)) return "reason-needed";
  if (!draft.bank.person(staff)) return "no-such-person";
  if (draft.state.keptFrom.staff.includes(staff)) return "unchanged";
  const had = draft.state.owner?.id === staff;
  const offered = draft.state.offer?.to.id === staff;
  if (offered) add(draft, { type: "transfer-refused", reason });
  if (had) add(draft, { type: "released", why: "recused" });
  return add(draft, { type: "recused", staff, reason });
}

export function escalate(draft: Draft, { reason, clock }: Ask<"escalate">): Checked {
  if (blank(reason)) return "reason-needed";
  const { escalated } = draft.state;
  if (escalated >= TOP) return "unchanged";
  return add(draft, { type: "escalated", level: escalated + 1, to: null, clock: clock ?? null, reason });
}

export const remind = (draft: Draft, { clock }: Ask<"remind">): Checked =>
  add(draft, { type: "reminded", clock, to: draft.state.owner?.id ?? null });
