import type { Deadline } from "./bank.ts";
import type { CaseRule, HandoverReason, Matter } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { currentMatter } from "./ledger.ts";
import type { RiskSlug } from "./reading.ts";
import { plusMinutes } from "./time.ts";

/** Danger to life: no more questions, a person and help first. */
export const LIFE: readonly RiskSlug[] = ["self-harm", "violence"];
/** A person at once, whatever the matter is (银保监办发〔2021〕40号 for the elderly; PIPL art. 31 for minors). */
const AT_ONCE: readonly RiskSlug[] = ["vulnerable", "minor"];

export const urgent = (matter: Matter): boolean => matter.risks.some((risk) => risk.level === "P0");
export const lifeInDanger = (matter: Matter): boolean => matter.risks.some((risk) => LIFE.includes(risk.slug));
export const needsPersonAtOnce = (matter: Matter): boolean =>
  matter.risks.some((risk) => risk.level === "P0" || AT_ONCE.includes(risk.slug));

/** A claim that no explanation settles needs a person; so does any P0 or P1 risk. */
export const mustHandOver = (matter: Matter): boolean =>
  matter.risks.some((risk) => risk.level === "P0" || risk.level === "P1");

/** Opens the case of a matter, once. The key makes every repeat harmless. */
export function requestCase(draft: Draft, id: string, reasons: HandoverReason[]): void {
  const matter = draft.state.matters.find((candidate) => candidate.id === id);
  if (!matter || matter.case) return;
  const risky = mustHandOver(matter) && !reasons.includes("risk");
  const deadline = draft.bank.deadline(matter.receivedAt, { matter, channel: draft.state.channel });
  add(draft, {
    type: "case-requested",
    matter: id,
    key: `${draft.state.id}/${id}`,
    department: draft.bank.route(matter),
    due: deadline.due,
    rule: ruleOf(deadline),
    reasons: risky ? ["risk", ...reasons] : reasons,
    at: draft.context.now,
  });
}

const ruleOf = ({ pack, days, chosen }: Deadline): CaseRule => ({ pack, days, ...(chosen ? { chosen } : {}) });

/** The customer needs or wants a person: the case opens, and an honest time is told. */
export function wantPerson(draft: Draft, reason: HandoverReason): void {
  const matter = currentMatter(draft.state);
  if (matter?.status !== "open") return;
  requestCase(draft, matter.id, [reason]);
  const { now } = draft.context;
  const { open, opensAt } = draft.bank.staffing(now);
  const until = plusMinutes(now, draft.bank.limits.takeMinutes);
  add(draft, { type: "person-wanted", staffed: open, opensAt, since: now, until });
}
