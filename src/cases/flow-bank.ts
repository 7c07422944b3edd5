/** The bank as the flow sees it: its data joined with the rules of cases. */
import type { Bank } from "../bank/bank.ts";
import type { FlowBank } from "../flows/bank.ts";
import { deadlineFor } from "./regimes.ts";
import { explainable, requirements } from "./requirements.ts";
import { route } from "./routing.ts";
import { staffing } from "./staffing.ts";

export function createFlowBank(bank: Bank): FlowBank {
  const { facts, risks, calendar } = bank;
  const { zone, staffed, limits } = bank.profile;
  const roster = { zone, hours: staffed.hours, calendar };
  return {
    zone,
    requirements: (axes) => requirements(facts, axes),
    level: (slug) => risks[slug].level,
    explainable: (axes) => explainable(facts, axes),
    route: (matter) => route(bank, matter).department,
    deadline: (receivedAt, about) => deadlineFor(bank, receivedAt, about),
    staffing: (now) => staffing(roster, now),
    satisfaction: bank.grades.satisfaction,
    limits: {
      asks: limits.asks,
      silenceMinutes: limits.silenceMinutes,
      takeMinutes: limits.takeMinutes,
      staffSilentMinutes: limits.staffSilentMinutes,
      unclear: limits.unclear,
    },
  };
}
