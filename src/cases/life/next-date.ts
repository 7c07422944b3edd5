/** Until when something has to happen next. Every case that is not over has such a date. */
import { addDays, instantAt } from "../zone.ts";
import type { CaseState } from "./case.ts";

/**
 * The earliest instant (ISO) at which somebody owes something: the last day for the answer, the end of a wait, a
 * promise, a review, a call back. Null for a case that is over and owes nothing.
 */
export function nextDate(state: CaseState, zone: string): string | null {
  const { stage } = state;
  const endOf = (day: string): string => new Date(instantAt(addDays(day, 1), 0, zone)).toISOString();
  const open = state.promises.filter((one) => one.keptAt === null).map((one) => one.until);
  const dates = [...open];
  switch (stage.name) {
    case "withdrawn":
    case "called-back":
      break;
    case "closed":
      if (stage.callBackBy) dates.push(stage.callBackBy);
      break;
    case "under-review":
      dates.push(endOf(state.reviews.find((one) => one.id === stage.review)?.due ?? state.due));
      break;
    case "proposed":
      dates.push(state.proposals.find((one) => one.id === stage.proposal)?.answerBy ?? endOf(state.due));
      dates.push(endOf(state.due));
      break;
    case "waiting-customer":
    case "waiting-third-party":
      dates.push(...state.waits.filter((one) => one.id === stage.wait).map((one) => one.until), endOf(state.due));
      break;
    default:
      dates.push(endOf(state.due));
  }
  return dates.map((date) => new Date(date).toISOString()).sort()[0] ?? null;
}
