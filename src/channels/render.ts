/** A stored message as a channel can show it: falls back to plain text where buttons or cards are missing. */
import type { Citation } from "../flows/answer.ts";
import type { StoredMessage } from "../store/store.ts";
import type { ChannelFeatures } from "./channel.ts";

export interface Rendered {
  text: string;
  /** The choices, numbered in the text where the channel has no buttons. */
  choices: string[];
}

export function render(message: StoredMessage, features: ChannelFeatures): Rendered {
  const parts = [message.text ?? ""];
  if (!features.cards) parts.push(...message.citations.map(quoteLine));
  if (!features.buttons && message.choices.length > 0 && !message.text?.includes(`1. ${message.choices[0]}`)) {
    parts.push(message.choices.map((choice, n) => `  ${n + 1}. ${choice}`).join("\n"));
  }
  return { text: clip(parts.join("\n"), features.maxLength), choices: message.choices };
}

const quoteLine = ({ title, clause, version, effectiveFrom, quote }: Citation): string =>
  `  ┃ ${quote.replace(/\n/gu, "\n  ┃ ")}\n  ┗ ${title} §${clause} · v${version} · ${effectiveFrom}`;

/** Cuts at the end of a sentence where one is near. */
function clip(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength - 1);
  const stop = Math.max(head.lastIndexOf("。"), head.lastIndexOf("\n"), head.lastIndexOf(". "));
  return `${head.slice(0, stop > maxLength / 2 ? stop + 1 : head.length)}…`;
}
