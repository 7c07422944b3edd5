/** Words that may complain or only ask: the customer is asked which, and is not lost if they never say. */
import type { HeardMessage } from "./command.ts";
import type { Held } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { fill } from "./fill.ts";
import type { Reading } from "./reading.ts";

/** True where the reader can't tell a complaint from something else, and nothing open makes it plain. */
export const isDoubtful = (draft: Draft, reading: Reading): boolean =>
  (reading.doubt === "complaint" || (reading.act === "complaint" && reading.doubt !== undefined)) &&
  draft.state.matters.every((matter) => matter.status !== "open") &&
  draft.state.held === null &&
  reading.emotion < 2 &&
  reading.risks.length === 0 &&
  !reading.intents.includes("wants-human") &&
  !reading.injection;

/** Whoever accuses somebody and wants something for themselves may complain as well. */
export const mayClaim = (draft: Draft, { facts, doubt, risks }: Reading): boolean =>
  draft.state.held === null &&
  draft.state.matters.every((matter) => matter.status !== "open") &&
  (doubt === "complaint" || risks.length > 0 || facts.some(({ name }) => name === "desired-outcome"));

export function offerComplaint(draft: Draft, reading: Reading, messages: readonly HeardMessage[]): void {
  const first = messages[0];
  if (!first) return;
  const words = messages.map((message) => message.text).join("\n");
  add(draft, {
    type: "complaint-offered",
    held: { message: first.id, at: first.at, words: words.slice(0, 2000), reading },
  });
}

/** Records what was held, as of the time it came in. Returns the matter. */
export function recordHeld(draft: Draft, { message, at, words, reading }: Held): string {
  const { business, reason, venue, emotion } = reading;
  const id = draft.context.id();
  add(draft, {
    type: "complaint-recorded",
    matter: id,
    record: draft.context.record(),
    receivedAt: at,
    message,
    words,
    business,
    reason,
    venue,
    emotion,
  });
  fill(draft, id, reading, [{ id: message, at, text: words, kind: "text", secretsRemoved: 0 }]);
  return id;
}
