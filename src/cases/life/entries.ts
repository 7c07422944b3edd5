/** Changes of one entry of a case: a notice, an extension, a proposal. */
import type { CaseState, Notice, NoticeKind, Proposal } from "./case.ts";
import type { CaseEvent } from "./events.ts";

export function owe(state: CaseState, id: string | null, kind: NoticeKind, at: string): CaseState {
  if (id === null || state.notices.some((one) => one.id === id)) return state;
  const notice: Notice = { id, kind, owedAt: at, givenAt: null, how: null };
  return { ...state, notices: [...state.notices, notice] };
}

/** The first time counts as proof; said again it changes nothing. */
export function given(state: CaseState, event: Extract<CaseEvent, { type: "notice-given" }>): CaseState {
  const notices = state.notices.map((one) =>
    one.id === event.notice && one.givenAt === null ? { ...one, givenAt: event.at, how: event.how } : one,
  );
  const extensions = state.extensions.map((one) =>
    one.notice === event.notice && one.toldAt === null ? { ...one, toldAt: event.at } : one,
  );
  // Told too late an extension is void: the old last day stands.
  const longer = state.extensions.find(
    (one) =>
      one.notice === event.notice &&
      one.tellBy !== null &&
      one.toldAt === null &&
      Date.parse(event.at) < Date.parse(one.tellBy),
  );
  const { stage } = state;
  const decision = state.decisions.find((one) => one.notice === event.notice);
  const told = stage.name === "decided" && decision?.id === stage.decision;
  return {
    ...state,
    notices,
    extensions,
    due: longer?.to ?? state.due,
    toldAt: event.at,
    stage: told ? { name: "notified", decision: stage.decision } : stage,
  };
}

export function extension(state: CaseState, id: string, patch: Partial<CaseState["extensions"][number]>): CaseState {
  return { ...state, extensions: state.extensions.map((one) => (one.id === id ? { ...one, ...patch } : one)) };
}

export function proposal(state: CaseState, id: string, patch: (one: Proposal) => Partial<Proposal>): CaseState {
  return { ...state, proposals: state.proposals.map((one) => (one.id === id ? { ...one, ...patch(one) } : one)) };
}
