/** Block Kit, made so that nothing can exceed Slack's limits and no text of anybody is read as markup. */
import type { types } from "@slack/bolt";
import { MOST } from "./limits.ts";

export type Block = types.KnownBlock;
export type Modal = types.ModalView;
export type Home = types.HomeView;
export interface Face {
  /** For notifications and screen readers, where blocks are not read. */
  text: string;
  blocks: Block[];
}

/** `text` in at most `length` UTF-16 units, the last of them "…" where something was left out. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = length - 1;
  // Never half of a surrogate pair.
  const cut = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
  return `${text.slice(0, cut)}…`;
}

/** Text of people as mrkdwn: mentions, links and channel calls in it stay letters. */
export const asText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Cuts between the parts of an escaped text, never inside "&amp;". */
export const clipEscaped = (text: string, length: number): string => clip(text, length).replace(/&[a-z]{0,4}…$/, "…");

/** Text of people as mrkdwn, at most `length` characters of it as Slack counts them. */
export const shortText = (text: string, length: number): string => clipEscaped(asText(clip(text, length)), length);

const plain = (text: string, length: number) => ({
  type: "plain_text" as const,
  text: clip(text, length),
  emoji: true,
});
const mrkdwn = (text: string, length: number) => ({ type: "mrkdwn" as const, text: clipEscaped(text, length) });

export const header = (text: string): Block => ({ type: "header", text: plain(text, MOST.header) });
/** `text` is mrkdwn: what people wrote in it must be escaped. */
export const section = (text: string): Block => ({ type: "section", text: mrkdwn(text, MOST.section) });
export const fields = (texts: string[]): Block => ({
  type: "section",
  fields: texts.slice(0, MOST.fields).map((text) => mrkdwn(text, MOST.field)),
});
export const context = (text: string): Block => ({ type: "context", elements: [mrkdwn(text, MOST.section)] });
export const divider = (): Block => ({ type: "divider" });

export interface ButtonParts {
  /** As `action_id`. */
  id: string;
  text: string;
  value?: string;
  /** What it does, in a whole phrase, for a screen reader. */
  label: string;
  url?: string;
  style?: "primary" | "danger";
}

export const button = ({ id, text, value, label, url, style }: ButtonParts): types.Button => ({
  type: "button",
  action_id: id,
  text: plain(text, MOST.button),
  accessibility_label: clip(label, MOST.button),
  ...(value === undefined ? {} : { value: value.slice(0, MOST.value) }),
  ...(url === undefined ? {} : { url }),
  ...(style === undefined ? {} : { style }),
});

export interface Choice {
  value: string;
  text: string;
}
const option = ({ value, text }: Choice) => ({
  text: plain(text, MOST.option),
  value: value.slice(0, MOST.optionValue),
});
export const options = (choices: readonly Choice[], most: number) => choices.slice(0, most).map(option);

export const menu = (id: string, placeholder: string, choices: readonly Choice[]): types.StaticSelect => ({
  type: "static_select",
  action_id: id,
  placeholder: plain(placeholder, MOST.placeholder),
  options: options(choices, MOST.options),
});

/** `id`: what it is about, so that a press says it. Unique within the message. */
export const actions = (id: string, elements: (types.Button | types.StaticSelect)[]): Block => ({
  type: "actions",
  block_id: clip(id, MOST.id),
  elements: elements.slice(0, MOST.actions),
});

export const label = (text: string, length: number) => plain(text, length);
