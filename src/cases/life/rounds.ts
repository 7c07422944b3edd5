/** How the events of a case move the round of its offers. */
import type { CaseState, Round } from "./case.ts";
import type { CaseEvent } from "./events.ts";

export const FIRST_ROUND: Round = { tried: [], toOffice: false, left: null };

export function offered(state: CaseState, event: Extract<CaseEvent, { type: "offered" }>): CaseState {
  const { to, at, until } = event;
  const { round } = state;
  const tried = isOver(round, at) ? [] : round.tried;
  return {
    ...state,
    offer: { to, by: "rule", at, reason: "", until },
    round: { ...round, tried: [...tried, to.id], left: null },
  };
}

/** The time nobody was waited for is over: whoever was asked before may be asked again. */
export const isOver = ({ left }: Round, at: string): boolean =>
  left !== null && Date.parse(left.until) <= Date.parse(at);

/** Whoever has decided what a review changes is not asked first again. */
export const afterReopening = (state: CaseState): Round => {
  const decision = state.stage.name === "under-review" ? state.decisions.at(-1) : undefined;
  return decision ? { ...FIRST_ROUND, tried: [decision.by] } : FIRST_ROUND;
};

/** Whoever fell silent in the talk is not asked first again. */
export const afterRelease = (owner: CaseState["owner"], why: string): Round =>
  why === "went-silent" && owner ? { ...FIRST_ROUND, tried: [owner.id] } : FIRST_ROUND;
