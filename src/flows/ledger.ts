import type { FlowBank, Requirement } from "./bank.ts";
import type { LedgerFact, Matter, State } from "./conversation.ts";
import { underFourteen } from "./minor.ts";
import type { FactName, FoundFact } from "./reading.ts";

/** Facts that stand: not replaced by a correction. */
export const standing = (matter: Matter): LedgerFact[] => matter.facts.filter((fact) => fact.replacedBy === null);

/** The latest standing fact of a name. */
export const known = (matter: Matter, name: FactName): LedgerFact | undefined =>
  standing(matter).findLast((fact) => fact.name === name);

/** Names of which a complaint may hold several: two charges, two clerks, more evidence. */
const SEVERAL: readonly FactName[] = ["amount", "occurred", "evidence", "transaction-ref", "staff", "counterparty"];

export type Change = { kind: "learn" } | { kind: "correct"; replaces: LedgerFact } | { kind: "same" };

/**
 * How a found fact changes the ledger. `correct`: the customer put it right, or answered the question for it.
 * `beside`: it was said in one breath with another of its name. The same value again changes nothing; a second
 * value of a single-valued name replaces the first.
 */
export function changeFor(matter: Matter, found: FoundFact, how: "add" | "correct" | "beside"): Change {
  const same = standing(matter).find((fact) => fact.name === found.name && sameValue(fact, found));
  if (same) return { kind: "same" };
  const refined = standing(matter).find((fact) => sameTime(fact, found));
  if (refined) return { kind: "correct", replaces: refined };
  const before = known(matter, found.name);
  const replaces = how === "correct" || (how === "add" && !SEVERAL.includes(found.name));
  return before && replaces ? { kind: "correct", replaces: before } : { kind: "learn" };
}

/** "刚刚" and "十分钟前" speak of one time: later words that are more exact take the place of the first. */
function sameTime(a: FoundFact, b: FoundFact): boolean {
  if (a.name !== "occurred" || b.name !== "occurred") return false;
  const range = ({ from, to }: { from: string; to: string }) => [Date.parse(from), Date.parse(to)] as const;
  const [oldFrom, oldTo] = range(a.value);
  const [from, to] = range(b.value);
  return from < oldTo && to > oldFrom && to - from <= oldTo - oldFrom;
}

const sameValue = (a: FoundFact, b: FoundFact): boolean => JSON.stringify(a.value) === JSON.stringify(b.value);

/** Staff have the case and say what they still need: nothing else is asked any more. */
export const askedByStaff = (matter: Matter): boolean => matter.case !== null && matter.wanted !== undefined;

/** Requirements still open, in the order they are asked: not known, no gap marked, not held by the bank. */
export function missing(matter: Matter, state: State, bank: FlowBank): Requirement[] {
  return bank.requirements(matter).filter((needed) => {
    if (askedByStaff(matter) && !matter.wanted?.includes(needed.name)) return false;
    if (needed.personal && (state.consent === "declined" || underFourteen(matter))) return false;
    // Staff want it, or more of it, whatever is known already.
    if (matter.wanted?.includes(needed.name)) return true;
    if (needed.held && state.identity === "verified") return false;
    // Without a phone there is nothing to ring at a good time.
    if (needed.name === "contact-time" && matter.gaps.some((gap) => gap.name === "phone")) return false;
    return !known(matter, needed.name) && !matter.gaps.some((gap) => gap.name === needed.name);
  });
}

/** Requirements that will stay empty because personal data was declined. */
export function declinedPersonal(matter: Matter, bank: FlowBank): Requirement[] {
  return bank
    .requirements(matter)
    .filter(
      (needed) => needed.personal && !known(matter, needed.name) && !matter.gaps.some((g) => g.name === needed.name),
    );
}

export const currentMatter = (state: State): Matter | undefined =>
  state.matters.find((matter) => matter.id === state.current);

export const openMatters = (state: State): Matter[] => state.matters.filter((matter) => matter.status === "open");
