/** "That's not fair" right after an answer speaks of what was answered. */
import type { State } from "./conversation.ts";
import type { Business, Reading } from "./reading.ts";

/** True in the turn after a policy question was answered. */
export const justTold = ({ told, turns }: State): boolean => told?.turn !== undefined && told.turn === turns - 1;

/** What the words are about; where they don't say, what was just answered. Null when neither tells. */
export const businessOf = (state: State, { business, reason }: Reading): Business | null =>
  business ?? (reason === null && justTold(state) ? (state.told?.business ?? null) : null);
