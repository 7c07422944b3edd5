/** Choices on a channel without buttons: they are numbered, and a number answers. */
import type { StoredMessage } from "../store/store.ts";

/** Characters of the longest text that can be a number: "option 2." with room around it. */
const LONGEST = 16;

/** The number of a choice, from 1: "2" (also "２", "2.", "②", "选2"); null for all other texts. */
export function choiceNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  const number = /^\s*(?:选|第|我选|option\s*)?([1-9])(?:\s*[.、。]|\s*个)?\s*$/iu.exec(text.normalize("NFKC"))?.[1];
  return number === undefined ? null : Number(number);
}

/** A number stands for the choice shown with it; everything else for itself. */
export function chosen(text: string, choices: readonly string[]): string {
  const number = choiceNumber(text);
  return (number !== null && choices[number - 1]) || text;
}

/** Choices of our last message that had some, unless the customer's message before `seq` came in between. */
export function choicesShown(latest: readonly StoredMessage[], seq: number): string[] {
  const before = latest.filter((message) => message.seq < seq);
  const heard = before.findLastIndex((message) => message.author.kind === "customer");
  return before.slice(heard + 1).findLast((message) => message.choices.length > 0)?.choices ?? [];
}
