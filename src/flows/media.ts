/** What isn't words: pictures, voices, places, gifts and what was taken back. Each is met, none is ignored. */
import type { HeardMessage, MessageKind } from "./command.ts";
import { type Draft, say } from "./draft.ts";
import type { FoundFact } from "./reading.ts";

/** Kinds that tell something by themselves and are answered by a sentence of their own. */
const ANSWERED: readonly MessageKind[] = ["voice", "location", "contact", "red-packet", "recall"];

/** One sentence for each kind, once a turn. Returns true when the turn held no words at all. */
export function meetMedia(draft: Draft, messages: readonly HeardMessage[]): boolean {
  for (const kind of ANSWERED) {
    if (messages.some((message) => message.kind === kind && !inWords(message))) say(draft, { act: "media", kind });
  }
  return messages.every(({ kind, text }) => ANSWERED.includes(kind) && (kind === "location" || text.trim() === ""));
}

/** A voice that came with its words is read like words. */
const inWords = ({ kind, text }: HeardMessage): boolean => kind === "voice" && text.trim() !== "";

/** The address that came with a location is where it happened, as far as we know. */
export const placesSent = (messages: readonly HeardMessage[]): FoundFact[] =>
  messages.flatMap(({ kind, text }) =>
    kind === "location" && text.trim() !== ""
      ? [{ name: "place" as const, value: text.trim(), text: text.trim(), start: 0, end: text.trim().length }]
      : [],
  );
