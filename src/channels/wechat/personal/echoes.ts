/**
 * What we sent, so that its echo is known as ours. WeChat shows the account its own messages, whoever wrote them: an
 * echo that matches nothing we sent was written by a colleague on the phone. Pure.
 */
import { createHash } from "node:crypto";
import type { Sent } from "./journal.ts";
import type { Content } from "./message.ts";

const DAY = 86_400_000;
const MOST = 400;
/** An echo without an id we know is ours only if it comes so soon. */
const ECHO_WITHIN = 10 * 60_000;

export interface Echo {
  id: string;
  to: string;
  content: Content;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** The same for a text however its blanks come back; files are only files. */
const whatOf = (content: { type: string; text?: string }): string =>
  content.type === "text" ? digest(`text ${(content.text ?? "").replace(/\s+/gu, " ").trim()}`) : "file";

export function remember(
  sent: readonly Sent[],
  one: { part: string | null; to: string; content: { type: "text"; text: string } | { type: "file" }; at: number },
): Sent[] {
  const { part, at } = one;
  const entry = { part, to: digest(one.to), what: whatOf(one.content), at, provider: null, echo: null };
  return [...sent.filter((old) => old.at > at - DAY).slice(1 - MOST), entry];
}

/** The provider has taken it. */
export function taken(sent: readonly Sent[], part: string | null, at: number, provider: string | null): Sent[] {
  return sent.map((one) => (one.part === part && one.at === at ? { ...one, provider } : one));
}

/** It certainly did not go out. */
export const notSent = (sent: readonly Sent[], part: string | null, at: number): Sent[] =>
  sent.filter((one) => one.part !== part || one.at !== at);

/** Whose message it is, and the list with the echo noted. A repeated echo is ours again. */
export function matchEcho(sent: readonly Sent[], echo: Echo, now: number): { ours: boolean; sent: Sent[] } {
  const to = digest(echo.to);
  const what = whatOf(echo.content);
  const known = sent.find((one) => one.echo === echo.id || one.provider === echo.id);
  // Oldest first: the same words sent twice come back in their order.
  const match =
    known ?? sent.find((one) => one.echo === null && one.to === to && one.what === what && now - one.at < ECHO_WITHIN);
  if (!match) return { ours: false, sent: [...sent] };
  return { ours: true, sent: sent.map((one) => (one === match ? { ...one, echo: echo.id } : one)) };
}

/** Whether an echo of this part came back. */
export const echoed = (sent: readonly Sent[], part: string): boolean =>
  sent.some((one) => one.part === part && one.echo !== null);

/** Whether this account hears its own messages at all. */
export const hearsItself = (sent: readonly Sent[]): boolean => sent.some((one) => one.echo !== null);

/** When the part was last tried, ms. */
export const triedAt = (sent: readonly Sent[], part: string): number | null =>
  sent.findLast((one) => one.part === part)?.at ?? null;

/**
 * Sent and taken, but not heard back in `patience` ms although the account hears itself: what else came in that time
 * may be lost too. The time (ms) of the oldest, or null.
 */
export function missingSince(sent: readonly Sent[], now: number, patience: number): number | null {
  if (!hearsItself(sent)) return null;
  const late = sent.filter(
    ({ provider, echo, at }) => provider !== null && echo === null && now - at > patience && now - at < ECHO_WITHIN,
  );
  return late[0]?.at ?? null;
}
