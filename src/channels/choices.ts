/** Choices on a channel without buttons: they are numbered, and a number answers. */
import type { StoredMessage } from "../store/store.ts";

/** "2" (also "２", "2.", "②", "选2") stands for the second of the choices shown; everything else for itself. */
export function chosen(text: string, choices: readonly string[]): string {
  const number = /^\s*(?:选|第|我选|option\s*)?([1-9])(?:\s*[.、。]|\s*个)?\s*$/iu.exec(text.normalize("NFKC"))?.[1];
  return (number && choices[Number(number) - 1]) || text;
}

/** Choices of our last message that had some, unless the customer's message before `seq` came in between. */
export function choicesShown(latest: readonly StoredMessage[], seq: number): string[] {
  const before = latest.filter((message) => message.seq < seq);
  const heard = before.findLastIndex((message) => message.author.kind === "customer");
  return before.slice(heard + 1).findLast((message) => message.choices.length > 0)?.choices ?? [];
}
