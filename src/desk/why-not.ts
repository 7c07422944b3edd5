/** Why somebody who sees a case can't do something with it, before they have written a word. The action asks again. */
import type { CaseAbilities } from "./permissions.ts";
import { type DeskRefusal, refuse } from "./refusal.ts";
import type { CaseView } from "./view.ts";

/** Null when they can. */
export function whyNot({ can, item, talking }: CaseView, ability: keyof CaseAbilities): DeskRefusal | null {
  if (can[ability]) return null;
  // Auditors may not even write a note.
  if (!can.note) return refuse("not-allowed").refusal;
  if (item.status !== "open") return refuse("not-open").refusal;
  const other = item.mine ? talking : (item.owner ?? talking);
  return refuse("not-owner", other).refusal;
}
