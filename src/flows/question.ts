import type { FlowBank } from "./bank.ts";
import type { HeardMessage } from "./command.ts";
import type { State } from "./conversation.ts";
import { mustHandOver } from "./handover.ts";
import { currentMatter } from "./ledger.ts";
import type { Reading } from "./reading.ts";

/**
 * What to ask the policies before this turn is decided, or null.
 * A question asks for itself; an agreed reading-back asks what the policies say about the matter.
 */
export function questionFor(
  state: State,
  reading: Reading,
  messages: readonly HeardMessage[],
  bank: FlowBank,
): string | null {
  if (state.stage === "with-staff") return null;
  if (reading.act === "question") return messages.map((message) => message.text).join("\n");
  const matter = currentMatter(state);
  const agreed = state.stage === "confirming" && reading.intents.includes("confirm");
  if (!agreed || !matter || matter.case || !bank.explainable(matter) || mustHandOver(matter)) return null;
  return matter.words;
}
