/** Which questions of a turn the policies left open: for the people who write them. */

import type { Answer } from "./flows/answer.ts";
import type { HeardMessage } from "./flows/command.ts";
import type { Event } from "./flows/conversation.ts";
import type { Language } from "./flows/reading.ts";
import type { Gap } from "./store/gaps.ts";

/** UTF-16 units of a question that are kept. */
const LONGEST = 300;

export type GapNews = { kind: "gap"; gap: Gap } | { kind: "clear"; conversation: string } | null;

/** `clear`: what was asked back has been answered. */
export function gapIn(
  turn: { conversation: string; messages: readonly HeardMessage[]; language: Language; answer: Answer | null },
  events: readonly Event[],
  mask: (text: string) => string,
): GapNews {
  const { conversation, messages, language, answer } = turn;
  const last = messages.at(-1);
  if (!last || !answer) return null;
  if (events.some(({ type }) => type === "question-answered")) return { kind: "clear", conversation };
  // Somebody has thought about this one already.
  if (answer.kind === "unknown" && answer.known) return null;
  const unclear = events.some(({ type }) => type === "question-ambiguous");
  if (!unclear && !events.some(({ type }) => type === "question-unanswered")) return null;
  const text = mask(messages.map((message) => message.text).join(" ")).slice(0, LONGEST);
  const kind = unclear ? "unclear" : "unanswered";
  return { kind: "gap", gap: { id: last.id, conversation, kind, language, at: last.at, text } };
}
