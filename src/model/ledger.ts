/**
 * Tokens used, for each conversation and for the day. Kept in memory: a restart forgets it, since it guards a
 * bill and decides nothing about a customer.
 */
import type { Tokens } from "./asked.ts";

/** Conversations remembered in a day; the one asked about longest ago is forgotten first. */
const KEPT = 20_000;

export interface Ledger {
  /**
   * Sets `most` tokens aside for a call. Null when the conversation or the day hasn't so many left; else the
   * function that puts what was really used in their place, to be called once.
   */
  reserve(conversation: string, most: number): ((used: Tokens) => void) | null;
  /** What is used up, what is set aside included. */
  ofConversation(conversation: string): number;
  ofDay(): { day: string; tokens: number };
}

/** `today` gives the bank's date. */
export function createLedger(
  limits: { tokensPerConversation: number; tokensPerDay: number },
  today: () => string,
): Ledger {
  let day = today();
  let total = 0;
  const conversations = new Map<string, number>();

  function turnPage(): void {
    const now = today();
    if (now === day) return;
    day = now;
    total = 0;
    conversations.clear();
  }
  function put(conversation: string, tokens: number): void {
    conversations.delete(conversation);
    conversations.set(conversation, tokens);
    if (conversations.size <= KEPT) return;
    const oldest = conversations.keys().next();
    if (!oldest.done) conversations.delete(oldest.value);
  }

  return {
    reserve(conversation, most) {
      turnPage();
      const mine = conversations.get(conversation) ?? 0;
      if (mine + most > limits.tokensPerConversation || total + most > limits.tokensPerDay) return null;
      put(conversation, mine + most);
      total += most;
      const reservedOn = day;
      return (used) => {
        turnPage();
        // Yesterday's page is closed; what the call used is today's.
        const aside = reservedOn === day ? most : 0;
        const change = used.input + used.output - aside;
        put(conversation, Math.max(0, (conversations.get(conversation) ?? 0) + change));
        total = Math.max(0, total + change);
      };
    },
    ofConversation(conversation) {
      turnPage();
      return conversations.get(conversation) ?? 0;
    },
    ofDay() {
      turnPage();
      return { day, tokens: total };
    },
  };
}

/** About how many tokens a text has, rather more than fewer: one a Han character, one for three others. */
export function estimateTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + Math.ceil((text.length - han) / 3);
}
