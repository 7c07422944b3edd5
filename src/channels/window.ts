/**
 * What may go out on a channel whose provider lets us write only for a while after the customer's last message, and
 * only so many messages. Pure; the delivery worker asks it before each message.
 */
import type { OutMessage } from "../store/store.ts";
import type { ChannelFeatures } from "./channel.ts";

export interface WindowFacts {
  /** ISO instant. */
  now: string;
  /** ISO instant of the customer's last message; null when they have not written yet. */
  lastHeardAt: string | null;
  /** Parts that went out since then. */
  sentSince: number;
  /** Parts of the message at hand, and of those that wait behind it. */
  parts: number;
  waitingParts: number;
  kind: OutMessage["kind"];
  /** Another way to the customer is set up (SMS gateway, portal message). */
  fallback: boolean;
  /** ISO instant since when the message waits. */
  since: string;
}

export type DeliveryPlan =
  | { do: "send" }
  /** The last messages that may be sent: all that waits goes in one. */
  | { do: "merge" }
  /** Waits for the customer's next message. */
  | { do: "hold"; code: "window-closed" | "messages-used-up" }
  | { do: "fallback" };

/** What must reach the customer even when they don't come back: receipts, safety advice and a person's answers. */
const MUST_REACH: readonly OutMessage["kind"][] = ["safety", "receipt", "staff"];
/** How long such a message may wait for the customer before it takes the other way. */
const FALLBACK_AFTER = 60 * 60_000;
const HOUR = 3_600_000;

export function planDelivery(window: ChannelFeatures["window"], facts: WindowFacts): DeliveryPlan {
  if (window === null) return { do: "send" };
  const now = Date.parse(facts.now);
  const { onArrival = { seconds: 0, messages: 0 } } = window;
  const [opened, ms, messages] =
    facts.lastHeardAt === null
      ? [facts.since, onArrival.seconds * 1000, onArrival.messages]
      : [facts.lastHeardAt, window.hours * HOUR, window.messages];
  const open = now - Date.parse(opened) < ms;
  const left = messages - facts.sentSince;
  if (open && left >= facts.parts + facts.waitingParts) return { do: "send" };
  if (open && left > 0) return facts.waitingParts > 0 ? { do: "merge" } : { do: "send" };
  const urgent = facts.kind === "safety" || now - Date.parse(facts.since) >= FALLBACK_AFTER;
  if (facts.fallback && MUST_REACH.includes(facts.kind) && urgent) return { do: "fallback" };
  return { do: "hold", code: open ? "messages-used-up" : "window-closed" };
}

/** When a held message is looked at again if the customer does not write: ISO instant. */
export function lookAgain({ now, since, kind, fallback }: WindowFacts): string {
  const at = Date.parse(now);
  const falls = Date.parse(since) + FALLBACK_AFTER;
  const next = fallback && MUST_REACH.includes(kind) && falls > at ? falls : at + 12 * HOUR;
  return new Date(next).toISOString();
}

/** The decision that may still be on its way, and the question itself. */
const NEEDED = 2;

/**
 * Whether something that nobody waits for may go out: it is not kept for the customer's next message. `sentSince`: parts
 * that went out since the customer's last message.
 */
export function isOpen(
  window: ChannelFeatures["window"],
  { lastHeardAt, sentSince, now }: Pick<WindowFacts, "lastHeardAt" | "sentSince" | "now">,
): boolean {
  if (window === null) return true;
  const open = lastHeardAt !== null && Date.parse(now) - Date.parse(lastHeardAt) < window.hours * HOUR;
  return open && window.messages - sentSince >= NEEDED;
}
