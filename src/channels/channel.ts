/**
 * The port between channels and the product. A channel parses its provider's
 * payload, drops its own messages, calls `accept`, and only then acknowledges.
 */
import type { MessageKind } from "../flows/command.ts";
import type { Identity, MatterStatus } from "../flows/conversation.ts";
import type { Language } from "../flows/reading.ts";
import type { Accepted, Attachment, IdentityRef, StoredMessage } from "../store/store.ts";

/** Longest text of one message on every channel, in characters (UTF-16 units). */
export const MAX_TEXT = 8000;
/** Largest file of a customer, in bytes. */
export const MAX_FILE = 10 * 1024 * 1024;

/**
 * How what the bank says reaches the customer. cursor: the client fetches it; push: the outbox brings it;
 * by-hand: staff pass it on (a complaint they registered for somebody who rang or wrote a letter).
 */
export type DeliveryKind = "cursor" | "push" | "by-hand";

/** Every channel a conversation may have come by. A channel that is switched off keeps its kind. */
export const DELIVERY = {
  web: "cursor",
  terminal: "cursor",
  wechat: "push",
  "wechat-official": "push",
  phone: "by-hand",
  letter: "by-hand",
  branch: "by-hand",
  media: "by-hand",
  regulator: "by-hand",
} as const satisfies Record<string, DeliveryKind>;

/** Channels of which a customer reads plain text, so that choices are numbered there. */
export const NUMBERS_CHOICES: readonly string[] = ["terminal", "wechat", "wechat-official"];

export const isPushed = (channel: string): boolean =>
  Object.entries(DELIVERY).some(([name, kind]) => name === channel && kind === "push");

/** What a channel can do is data; `render.ts` falls back where something is missing. */
export interface ChannelFeatures {
  buttons: boolean;
  cards: boolean;
  typing: boolean;
  readMarks: boolean;
  files: boolean;
  /** Media types that can be sent where not all can; for the others the customer gets a link. */
  fileTypes?: readonly string[];
  /** A message of ours can be changed after it was sent. */
  edit: boolean;
  /** A message of ours can be taken back after it was sent. */
  recall: boolean;
  /** Longest message that can be shown, in characters. */
  maxLength: number;
  delivery: DeliveryKind;
  /**
   * The provider lets us write for so long after the customer's last message, and so many messages; null: always.
   * `onArrival`: what it allows when the customer came without writing (followed, scanned), for the greeting.
   */
  window: { hours: number; messages: number; onArrival?: { seconds: number; messages: number } } | null;
  /** How sure the channel is of who writes, at best. */
  identity: Identity;
}

export interface Incoming {
  conversation: string;
  channel: string;
  /** Unique for the sender; a repeat is answered with the first outcome, other words under it are refused: `id-taken`. */
  externalId: string;
  kind: MessageKind;
  text: string;
  /** Ids from `attach`. */
  attachments: string[];
}

/** State of one complaint as its customer sees it. */
export interface Progress {
  record: string;
  receivedAt: string;
  status: MatterStatus;
  caseNumber: string | null;
  /** Name of the department in the customer's language. */
  department: string | null;
  /** ISO date. */
  due: string | null;
  /** Name of the person who has it, if any. */
  person: string | null;
}

export class InputError extends Error {
  readonly code:
    | "empty"
    | "too-long"
    | "too-large"
    | "file-type"
    | "too-many"
    | "unknown-file"
    | "unknown-conversation"
    | "id-taken"
    | "erased";
  constructor(code: InputError["code"]) {
    super(code);
    this.name = "InputError";
    this.code = code;
  }
}

/** What a customer channel may do. Implemented by the intake. */
export interface CustomerPort {
  /** The open conversation of this identity, or a new one with the greeting in it. */
  open(identity: IdentityRef, language: Language): Promise<{ conversation: string; created: boolean }>;
  /**
   * Stores the message durably, then returns. The turn follows when the customer pauses.
   * Throws InputError: nothing was stored then, and the channel tells the customer why.
   */
  accept(incoming: Incoming): Promise<Accepted>;
  /** The customer is typing: the turn waits a little longer. */
  typing(conversation: string): void;
  /** Checks size and content (JPEG, PNG, WebP, GIF, PDF up to 10 MB; a voice message as recorded). Throws InputError. */
  attach(conversation: string, file: { name: string; bytes: Uint8Array; voice?: boolean }): Promise<Attachment>;
  /** A file of this conversation, sent by the customer or by staff; undefined for any other. */
  file(conversation: string, id: string): Promise<(Attachment & { bytes: Uint8Array }) | undefined>;
  messages(conversation: string, after: number, limit: number): Promise<StoredMessage[]>;
  delivered(conversation: string, uptoSeq: number): Promise<void>;
  read(conversation: string, uptoSeq: number): Promise<void>;
  progress(conversation: string): Promise<{ language: Language; withStaff: string | null; complaints: Progress[] }>;
}

/** For channels whose account colleagues can also use by hand. Implemented by the intake. */
export interface ColleaguePort {
  /**
   * Somebody of the bank wrote to the customer on the channel itself, beside the desk (from the account's phone). It is
   * kept with the conversation, and the bot yields until they fall silent. A repeat of the same id changes nothing.
   */
  colleagueWrote(conversation: string, message: { externalId: string; text: string }): Promise<void>;
}
