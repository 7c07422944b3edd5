import type { LifeBank, LifeContext } from "./bank.ts";
import type { CaseState } from "./case.ts";
import type { By, LifeAsk } from "./command.ts";
import type { CaseEvent, Happened } from "./events.ts";
import { evolve } from "./evolve.ts";
import type { LifeRefusalCode } from "./refusal.ts";
import type { Who } from "./transitions.ts";

/** Events decided so far, and the case they lead to. Lives for one decision. */
export interface Draft {
  readonly bank: LifeBank;
  readonly context: LifeContext;
  readonly by: By;
  readonly cause: string;
  /** What the asker is to the case. */
  readonly who: readonly Who[];
  readonly events: CaseEvent[];
  state: CaseState;
}

/** Null when it was done, else why it can't be. */
export type Checked = LifeRefusalCode | null;
export type Ask<T extends LifeAsk["type"]> = Extract<LifeAsk, { type: T }>;

export function eventOf(by: By, at: string, cause: string, happened: Happened): CaseEvent {
  return { at, by: by.kind === "staff" ? { kind: "staff", id: by.id } : { kind: by.kind }, cause, ...happened };
}

export function add(draft: Draft, happened: Happened): null {
  const event = eventOf(draft.by, draft.context.now, draft.cause, happened);
  draft.events.push(event);
  draft.state = evolve(draft.state, event) ?? draft.state;
  return null;
}

const DAY_MS = 86_400_000;

/** ISO instant `days` after the decision. */
export const inDays = (draft: Draft, days: number): string =>
  new Date(Date.parse(draft.context.now) + days * DAY_MS).toISOString();

export const lies = (draft: Draft, instant: string): "ahead" | "behind" =>
  Date.parse(instant) > Date.parse(draft.context.now) ? "ahead" : "behind";

export const blank = (text: string | null): boolean => text === null || text.trim() === "";
