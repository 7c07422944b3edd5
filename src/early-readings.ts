/**
 * A message is read when it comes, for danger, and again in its turn, with the question that was open. Mostly
 * both are the same reading, so the first is kept for the second. What is not kept is read anew.
 */
import type { FactName, Reading, ReadingContext } from "./flows/reading.ts";

/** Conversations remembered at a time. */
const KEPT = 1_000;

export interface EarlyReadings {
  /** What the bot asked for last; undefined when no fact. */
  asked: (conversation: string, fact: FactName | undefined) => void;
  /** Reads with the open question when it is known. Which risks are found does not depend on the question. */
  readEarly: (conversation: string, text: string, context: Omit<ReadingContext, "asking">) => Reading;
  /** The turn's reading; nothing of the early one is kept afterwards. */
  readAgain: (conversation: string, text: string, context: ReadingContext) => Reading;
}

export function createEarlyReadings(read: (text: string, context: ReadingContext) => Reading): EarlyReadings {
  const questions = new Map<string, FactName>();
  const readings = new Map<string, { text: string; context: ReadingContext; reading: Reading }>();
  return {
    asked(conversation, fact) {
      questions.delete(conversation);
      if (fact) put(questions, conversation, fact);
    },
    readEarly(conversation, text, given) {
      const asking = questions.get(conversation);
      const context = asking ? { ...given, asking } : given;
      const reading = read(text, context);
      put(readings, conversation, { text, context, reading });
      return reading;
    },
    readAgain(conversation, text, context) {
      const early = readings.get(conversation);
      readings.delete(conversation);
      return early && early.text === text && same(early.context, context) ? early.reading : read(text, context);
    },
  };
}

function put<T>(kept: Map<string, T>, conversation: string, value: T): void {
  kept.delete(conversation);
  kept.set(conversation, value);
  if (kept.size <= KEPT) return;
  const oldest = kept.keys().next();
  if (!oldest.done) kept.delete(oldest.value);
}

const same = (a: ReadingContext, b: ReadingContext): boolean =>
  a.at === b.at && a.zone === b.zone && a.asking === b.asking && a.replying === b.replying;
