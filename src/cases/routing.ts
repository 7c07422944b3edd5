/** The one department that answers for a complaint (第一责任部门), and those that help. */
import type { Bank } from "../bank/bank.ts";
import type { Routing } from "../bank/files/routing.ts";
import type { Matter } from "../flows/conversation.ts";
import { recused } from "./recusal.ts";

export interface Route {
  /** First responsible department. */
  department: string;
  /** Departments that are told and help. Never one that is recused. */
  together: string[];
  /** What the choice rests on; null where no rule fitted. */
  basis: string | null;
  /** The rule's own department was passed over because the complaint is about it, its people or its outlet. */
  recusal: boolean;
}

export type Routed = Pick<Matter, "business" | "reason" | "venue" | "risks" | "facts">;

/** The first rule that fits decides; when its department is concerned itself, the first of the recusal's that is not. */
export function route(bank: Pick<Bank, "staff" | "outlets" | "routing">, matter: Routed): Route {
  const { routing } = bank;
  const out = new Set(recused(bank, matter).departments);
  const rule = routing.rules.find((each) => fits(each.when, matter));
  const wanted = rule?.to ?? routing.otherwise;
  const together = (rule?.together ?? []).filter((slug) => !out.has(slug));
  if (!out.has(wanted)) return { department: wanted, together, basis: rule?.basis ?? null, recusal: false };
  const department =
    routing.recusal.to.find((slug) => !out.has(slug)) ?? routing.recusal.to.at(-1) ?? routing.otherwise;
  return {
    department,
    together: together.filter((slug) => slug !== department),
    basis: routing.recusal.basis,
    recusal: true,
  };
}

function fits(when: Routing["rules"][number]["when"], matter: Routed): boolean {
  const { business, reason, venue, risks } = matter;
  return (
    (when.risk === undefined || risks.some((risk) => when.risk?.includes(risk.slug))) &&
    (when.business === undefined || (business !== null && when.business.includes(business))) &&
    (when.reason === undefined || (reason !== null && when.reason.includes(reason))) &&
    (when.venue === undefined || (venue !== null && when.venue.includes(venue)))
  );
}
