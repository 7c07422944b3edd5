/** Who somebody is to a case. */
import type { CaseState, KeptFrom } from "./case.ts";
import type { By, Person } from "./command.ts";
import type { Who } from "./transitions.ts";

/** Everything the asker is to the case at this moment. */
export function standing(state: CaseState, by: By): Who[] {
  if (by.kind !== "staff") return [by.kind];
  if (isKept(state.keptFrom, by)) return [];
  const who: Who[] = [];
  if (state.owner?.id === by.id) who.push("owner");
  if (state.offer?.to.id === by.id) who.push("offered");
  switch (by.role) {
    case "agent":
      if (state.owner === null && by.department === state.department) who.push("colleague");
      break;
    case "lead":
      if (by.department === state.department) who.push("lead");
      break;
    case "office":
    case "manager":
      who.push(by.role);
      break;
    case "auditor":
    case "admin":
      return [];
  }
  return who;
}

/**
 * The person complained about and everybody of the outlet handle nothing of it (Order 2020/3 art. 17). Colleagues of a
 * person's department may: only the department itself does not answer for it.
 */
export const isKept = (kept: KeptFrom, person: Pick<Person, "id" | "outlet">): boolean =>
  kept.staff.includes(person.id) || (person.outlet !== null && kept.outlets.includes(person.outlet));

/** Roles that work complaints at all. */
export const worksCases = (person: Person): boolean => person.role !== "auditor" && person.role !== "admin";
