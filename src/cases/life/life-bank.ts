/** The bank as the life of a case sees it. */
import type { Bank } from "../../bank/bank.ts";
import type { Money } from "../../flows/reading.ts";
import { deadlineChosen, deadlineUnderRule } from "../regimes.ts";
import type { Approval, LifeBank } from "./bank.ts";
import type { Grade } from "./case.ts";
import type { Person } from "./command.ts";

export type LifeSource = Pick<
  Bank,
  "staff" | "tiers" | "routing" | "rules" | "packs" | "calendar" | "calendars" | "profile" | "grades" | "outlets"
>;

export function createLifeBank(bank: LifeSource): LifeBank {
  const { routing, profile, grades } = bank;
  return {
    zone: profile.zone,
    office: ({ departments }) =>
      departments.includes(routing.otherwise)
        ? (routing.recusal.to.find((slug) => !departments.includes(slug)) ?? routing.otherwise)
        : routing.otherwise,
    departments: new Set(Object.keys(routing.departments)),
    person(id) {
      const found = bank.staff.find((one) => one.id === id);
      if (!found) return null;
      const { role, tier, department, outlet } = found;
      return { id, role, tier, department, outlet };
    },
    deadline: (receivedAt, limit, current) => deadlineUnderRule(bank, receivedAt, limit, current),
    chosen: (receivedAt, pack) => deadlineChosen(bank, receivedAt, pack),
    approval: (amount, grade, drafter) => approval(bank, amount, grade, drafter),
    limits: grades.waits,
  };
}

/**
 * The lowest tier that may grant the amount, the grade's own tier where that is higher; nobody but the drafter where
 * both are within their tier and the grade asks for nobody. Null above the highest tier.
 */
function approval(
  { tiers, grades }: LifeSource,
  amount: Money | null,
  grade: Grade,
  drafter: Pick<Person, "tier">,
): Approval | null {
  const rule = grades.approvals[grade];
  const granting = Object.entries(tiers)
    // The tiers are in yuan: money of another currency is for the highest.
    .filter(([name, tier]) =>
      amount === null || amount.currency === "CNY" ? tier.grantsUpTo >= (amount?.minor ?? 0) : name === "4",
    )
    .map(([name]) => Number(name));
  if (granting.length === 0) return null;
  const tier = Math.max(rule.tier, Math.min(...granting));
  const two = tier >= grades.approvals.twoFromTier ? 2 : 0;
  return { tier, approvals: Math.max(rule.approvals, two, tier > drafter.tier ? 1 : 0) };
}
