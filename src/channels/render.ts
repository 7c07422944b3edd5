/** A stored message as a channel can show it: falls back to plain text where buttons or cards are missing. */
import type { Citation } from "../flows/answer.ts";
import type { StoredMessage } from "../store/store.ts";
import type { ChannelFeatures } from "./channel.ts";

/** Texts that fit, in order; the choices are numbered in them where the channel has no buttons. */
export function render(message: StoredMessage, features: ChannelFeatures): string[] {
  const parts = message.text ? [message.text] : [];
  if (!features.cards) parts.push(...message.citations.map(quoteLine));
  if (!features.buttons && message.choices.length > 0 && !message.text?.includes(`1. ${message.choices[0]}`)) {
    parts.push(message.choices.map((choice, n) => `  ${n + 1}. ${choice}`).join("\n"));
  }
  return splitText(parts.join("\n"), features.maxLength);
}

const quoteLine = ({ title, clause, version, effectiveFrom, quote }: Citation): string =>
  `  ┃ ${quote.replace(/\n/gu, "\n  ┃ ")}\n  ┗ ${title} §${clause} · v${version} · ${effectiveFrom}`;

/** Where a text may be parted, best first: paragraphs, lines, sentences, half sentences, words. */
const ENDS = [/\n\s*\n/gu, /\n/gu, /[。！？!?…][”’」』）)]?|\.(?=\s)/gu, /[；;，,、：:]/gu, /\s/gu];

/**
 * Parts a text into pieces of at most `maxLength` characters (UTF-16 units) at the ends of sentences. The pieces hold
 * every word of the text in order; only white space where it was parted is left out. No character is cut in two.
 */
export function splitText(text: string, maxLength: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const at = partingPlace(rest, maxLength);
    const piece = rest.slice(0, at).trimEnd();
    if (piece !== "") pieces.push(piece);
    rest = rest.slice(at).trimStart();
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

function partingPlace(text: string, maxLength: number): number {
  const head = text.slice(0, maxLength);
  for (const end of ENDS) {
    const last = [...head.matchAll(end)].at(-1);
    // A short first piece would only make more of them.
    if (last && last.index + last[0].length > maxLength / 2) return last.index + last[0].length;
  }
  const code = text.charCodeAt(maxLength - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff && maxLength > 1;
  return splitsPair ? maxLength - 1 : maxLength;
}
