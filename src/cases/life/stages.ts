/** Where a case goes on when its owner changes or a wait ends. */
import type { CaseStage, CaseState, Owner, Working } from "./case.ts";

/** Ends the running holding and begins the next, if there is one. */
export function hold(state: CaseState, owner: Owner | null, at: string, ended: string): CaseState {
  const holdings = state.holdings.map((one) => (one.to === null ? { ...one, to: at, ended } : one));
  const next = owner ? [...holdings, { owner, from: at, to: null, ended: null }] : holdings;
  return { ...state, owner, holdings: next, offer: null };
}

/** Work goes on where it was under a new owner, who has yet to accept it. */
export function assignedStage({ stage }: CaseState): CaseStage {
  switch (stage.name) {
    case "registered":
    case "assigned":
    case "accepted":
    case "investigating":
    case "reopened":
    case "declined":
      return { name: "assigned" };
    case "waiting-customer":
    case "waiting-third-party":
      return { ...stage, back: "assigned" };
    default:
      return stage;
  }
}

export function acceptedStage({ stage }: CaseState): CaseStage {
  switch (stage.name) {
    case "registered":
    case "assigned":
    case "reopened":
      return { name: "accepted" };
    case "waiting-customer":
    case "waiting-third-party":
      return { ...stage, back: "accepted" };
    default:
      return stage;
  }
}

/** Without an owner the case is as it was registered; what waits for somebody else goes on waiting. */
export function unowned(stage: CaseStage): CaseStage {
  switch (stage.name) {
    case "assigned":
    case "accepted":
    case "investigating":
    case "declined":
      return { name: "registered" };
    case "waiting-customer":
    case "waiting-third-party":
      return { ...stage, back: "assigned" };
    default:
      return stage;
  }
}

export function working(stage: CaseStage): Working {
  switch (stage.name) {
    case "assigned":
    case "accepted":
    case "declined":
    case "reopened":
      return stage.name;
    case "waiting-customer":
    case "waiting-third-party":
      return stage.back;
    default:
      return "investigating";
  }
}

export function backTo(state: CaseState, back: Working): CaseStage {
  if (!state.owner) return { name: back === "reopened" ? "reopened" : "registered" };
  if (back !== "declined") return { name: back };
  const last = state.proposals.findLast((one) => one.status === "declined");
  return last ? { name: "declined", proposal: last.id } : { name: "investigating" };
}

export const endWait = (state: CaseState, at: string): CaseState => ({
  ...state,
  waits: state.waits.map((one) => (one.endedAt === null ? { ...one, endedAt: at } : one)),
});
