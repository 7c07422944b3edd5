/** Whether a case may be ended towards the customer by one person alone. Pure. */
import type { LifeBank } from "./bank.ts";
import type { CaseState } from "./case.ts";
import type { Person } from "./command.ts";

/**
 * True while the grade asks for others to pass what is proposed (bank/grades.yaml) and nothing was passed yet. What
 * was proposed and passed may be decided, whatever the customer said to it.
 */
export const needsProposal = (state: CaseState, person: Person, bank: Pick<LifeBank, "approval">): boolean => {
  const needed = bank.approval(null, state.grade.value, person);
  return (needed === null || needed.approvals > 0) && passed(state).length === 0;
};

/** Proposals that have reached the customer: all who had to have passed them. */
export const passed = (state: CaseState): CaseState["proposals"] =>
  state.proposals.filter(({ status }) => status === "made" || status === "agreed" || status === "declined");
