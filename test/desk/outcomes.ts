import type { DeskRefusal, Outcome } from "../../src/desk/refusal.ts";

/** The value of an outcome that has to be granted. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** The refusal of an outcome that has to be refused. */
export function refused(outcome: Outcome<unknown>): DeskRefusal {
  if (outcome.ok) throw new Error("was granted");
  return outcome.refusal;
}
