/**
 * What became of messages on push channels, part by part.
 *
 * Promises
 * - `begin` is durable before it resolves: a part that went out in a process which died is found `sending`.
 * - Held messages keep their place; `release` lets them go in order.
 */

/** sending: begun, and nothing known since. silent: not known to have arrived, and not said again. */
export type PartState = "sending" | "sent" | "silent" | "fallback";

export interface PartRow {
  part: string;
  state: PartState;
  providerId: string | null;
  /** ISO instant of the last change. */
  at: string;
}

export interface Address {
  channel: string;
  /** The customer's id at the channel. */
  to: string;
  /** ISO instant of the customer's last message, handled or not. */
  lastHeardAt: string | null;
}

export interface Deliveries {
  /** Undefined when the person was erased or the conversation is not known. */
  address(conversation: string): Promise<Address | undefined>;
  /** Marks the part as under way, or tells what is known of it from before; then nothing changes. */
  begin(part: { part: string; conversation: string; message: string; at: string }): Promise<PartRow | null>;
  settle(part: string, state: Exclude<PartState, "sending">, providerId: string | null, at: string): Promise<void>;
  /** It certainly did not go out: as if it had never begun. */
  abandon(part: string): Promise<void>;
  /** Parts that went out or may have, since the instant. */
  countSince(conversation: string, since: string): Promise<number>;
  /** Ids of messages of which a part has begun. */
  begun(conversation: string): Promise<string[]>;
  /** The conversation's messages that wait to be delivered, in order. */
  waiting(conversation: string): Promise<{ message: string; since: string; error: string | null }[]>;
  /** What waits for a closed window is tried again now. */
  release(conversation: string, at: string): Promise<void>;
}
