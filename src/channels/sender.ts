/**
 * The port by which the product writes to a push channel (WeChat). The outbox worker renders a message into parts
 * (texts that fit, files), keeps before and after each part what became of it, and never has two parts of one
 * conversation under way at once.
 *
 * Promises of a sender
 * - `sent` only when the provider has taken it.
 * - What certainly did not go out throws ServiceError: retryable (the link is down, 429) or not (the customer blocked us).
 * - What may or may not have gone out (a timeout after the request was written, a link lost in between) is `unknown`,
 *   never an error: only then may the worker ask `arrived`, and fall back on the rule of the message's kind.
 */
import type { OutMessage } from "../store/store.ts";
import type { ChannelFeatures } from "./channel.ts";

export interface OutgoingPart {
  /** Unique, and the same when it is tried again: the message's id and the part's number. */
  id: string;
  conversation: string;
  /** The customer's id at the channel. */
  to: string;
  /** What kind of message it is a part of. */
  kind: OutMessage["kind"];
  content: { type: "text"; text: string } | { type: "file"; name: string; mime: string; bytes: Uint8Array };
}

export type SendOutcome =
  /** `providerId`: the provider's id of the message, where it gives one. */
  | { outcome: "sent"; providerId: string | null }
  | { outcome: "unknown"; code: string }
  /** The provider's reply window is closed, or its messages are used up (`code` is the provider's). */
  | { outcome: "closed"; code: string };

export interface Sender {
  /** As in `identities.channel` and `Incoming.channel`. */
  readonly channel: string;
  readonly features: ChannelFeatures;
  send(part: OutgoingPart): Promise<SendOutcome>;
  /** Whether a part with unknown outcome arrived after all (by echo or the provider's history); null: can't be told. */
  arrived(part: OutgoingPart): Promise<boolean | null>;
}
