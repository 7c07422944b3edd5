import type { FlowBank } from "./bank.ts";
import type { Courtesy, Event, State } from "./conversation.ts";
import { evolve } from "./evolve.ts";

/** Time and ids are arguments: the flow has no clock and no randomness. */
export interface Context {
  /** ISO instant of the decision. */
  now: string;
  /** A fresh unique id. */
  id: () => string;
  /** A fresh record number, R-…. */
  record: () => string;
}

/** Events decided so far, and the state they lead to. Lives for one decision. */
export interface Draft {
  readonly bank: FlowBank;
  readonly context: Context;
  readonly events: Event[];
  state: State;
}

export const draftOf = (state: State, bank: FlowBank, context: Context): Draft => ({
  bank,
  context,
  events: [],
  state,
});

export function add(draft: Draft, event: Event): void {
  draft.events.push(event);
  draft.state = evolve(draft.state, event);
}

export const say = (draft: Draft, courtesy: Courtesy): void => add(draft, { type: "replied", courtesy });
