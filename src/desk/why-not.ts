/** Why somebody who sees a case can't do something with it, before they have written a word. The action asks again. */
import { refusal } from "../cases/life/refusal.ts";
import { TRANSITIONS } from "../cases/life/transitions.ts";
import type { DeskStep } from "./life-steps.ts";
import type { LifeView } from "./life-view.ts";
import { type CaseAbilities, powersOf } from "./permissions.ts";
import { type DeskRefusal, refuse, refuseStep } from "./refusal.ts";
import type { StaffMember } from "./staff.ts";
import { possible } from "./step-fields.ts";
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

/** Null when they may take the step now; `life` as this person sees it. The step asks again. */
export function whyNotStep(staff: StaffMember, life: LifeView, type: DeskStep["type"]): DeskRefusal | null {
  if (!powersOf(staff).works) return refuse("not-allowed").refusal;
  if (!TRANSITIONS[type].from.includes(life.stage.slug)) return refuseStep(refusal("wrong-stage")).refusal;
  if (type === "offer-transfer" && life.offer && !life.offer.byRule) return refuseStep(refusal("offer-open")).refusal;
  if (!life.steps.includes(type)) return refuseStep(refusal("not-yours")).refusal;
  return possible(type, life) ? null : refuseStep(refusal("no-such")).refusal;
}
