/** What came over the link, taken apart: who wrote to whom, and what. Pure; everything is from outside and may be anything. */
import { z } from "zod";
import type { MessageKind } from "../../../flows/command.ts";

const id = z.string().min(1).max(300);
const Payload = z.object({
  id,
  talkerId: z.string().nullish(),
  fromId: z.string().nullish(),
  listenerId: z.string().nullish(),
  toId: z.string().nullish(),
  roomId: z.string().nullish(),
  text: z.string().nullish(),
  filename: z.string().nullish(),
  mentionIdList: z.array(z.string()).nullish(),
  type: z.int(),
});

/** wechaty-puppet's MessageType, as numbers: they travel over the wire. */
export const MESSAGE_TYPE = {
  unknown: 0,
  attachment: 1,
  audio: 2,
  contact: 3,
  chatHistory: 4,
  emoticon: 5,
  image: 6,
  text: 7,
  location: 8,
  miniProgram: 9,
  groupNote: 10,
  transfer: 11,
  redEnvelope: 12,
  recalled: 13,
  url: 14,
  video: 15,
} as const;

export type Content =
  | { type: "text"; text: string }
  /** To be fetched. `sure` is false where the puppet didn't know what it is: without a file it is a notice of WeChat. */
  | { type: "file"; kind: "image" | "file" | "voice"; sure: boolean }
  | { type: "place" }
  | { type: "page" }
  /** Says all by its kind. */
  | { type: "bare"; kind: Extract<MessageKind, "contact" | "sticker" | "red-packet" | "recall"> }
  | { type: "unreadable" };

export type Heard =
  | { from: "customer"; id: string; customer: string; content: Content }
  /** Written by the account itself: an echo of ours, or a colleague on the phone. */
  | { from: "self"; id: string; to: string; content: Content }
  | { from: "group"; id: string; room: string; member: string; mentioned: boolean }
  | { from: "nobody"; why: "malformed" | "system" | "own-group" };

/** WeChat's own accounts, and those that only broadcast: a bot that answers them talks to a robot. */
const SYSTEM =
  /^(?:gh_|weixin$|fmessage$|filehelper$|floatbottle$|medianote$|newsapp$|qmessage$|qqmail$|notifymessage$)/u;
/** What WeChat itself writes in our name when a friend request is accepted. */
const ACCEPTED_NOTICE = /^(?:我通过了你的(?:朋友|联系人)验证请求|I've accepted your friend request)/u;

export function parseMessage(payload: unknown, self: string): Heard {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return { from: "nobody", why: "malformed" };
  const { data } = parsed;
  const talker = data.talkerId || data.fromId || "";
  const listener = data.listenerId || data.toId || "";
  if (!id.safeParse(talker).success) return { from: "nobody", why: "malformed" };
  if (data.roomId) {
    if (talker === self) return { from: "nobody", why: "own-group" };
    const mentioned = data.mentionIdList?.includes(self) ?? false;
    return { from: "group", id: data.id, room: data.roomId, member: talker, mentioned };
  }
  const content = contentOf(data.type, clean(data.text ?? ""));
  if (talker === self) {
    if (listener === "" || listener === self || SYSTEM.test(listener)) return { from: "nobody", why: "system" };
    if (content.type === "text" && ACCEPTED_NOTICE.test(content.text)) return { from: "nobody", why: "system" };
    return { from: "self", id: data.id, to: listener, content };
  }
  if (SYSTEM.test(talker)) return { from: "nobody", why: "system" };
  return { from: "customer", id: data.id, customer: talker, content };
}

function contentOf(type: number, text: string): Content {
  switch (type) {
    case MESSAGE_TYPE.text:
      return { type: "text", text };
    case MESSAGE_TYPE.image:
      return { type: "file", kind: "image", sure: true };
    case MESSAGE_TYPE.attachment:
    case MESSAGE_TYPE.video:
      return { type: "file", kind: "file", sure: true };
    case MESSAGE_TYPE.audio:
      return { type: "file", kind: "voice", sure: true };
    case MESSAGE_TYPE.unknown:
      return { type: "file", kind: "file", sure: false };
    case MESSAGE_TYPE.location:
      return { type: "place" };
    case MESSAGE_TYPE.url:
      return { type: "page" };
    case MESSAGE_TYPE.contact:
      return { type: "bare", kind: "contact" };
    case MESSAGE_TYPE.emoticon:
      return { type: "bare", kind: "sticker" };
    case MESSAGE_TYPE.redEnvelope:
    case MESSAGE_TYPE.transfer:
      return { type: "bare", kind: "red-packet" };
    case MESSAGE_TYPE.recalled:
      return { type: "bare", kind: "recall" };
    default:
      return { type: "unreadable" };
  }
}

/** Without what no one typed: control characters but line breaks and tabs, and halves of characters. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");

const Place = z.object({ name: z.string().nullish(), address: z.string().nullish() });

/** Name and address of a place as one line, "" when there is neither. */
export function placeText(payload: unknown): string {
  const { data } = Place.safeParse(payload);
  if (!data) return "";
  // wechaty-puppet-service 1.19 hands over the message of protocol buffers instead of its fields: these are in an
  // array of some name, in the order of wechaty-grpc: accuracy, address, latitude, longitude, name.
  const fields: unknown[] = Object.values(Object(payload)).find(Array.isArray) ?? [];
  const [, address = data.address, , , name = data.name] = fields;
  const parts = [address, name].filter((part): part is string => typeof part === "string");
  const known = parts.map((part) => clean(part).trim()).filter((part) => !["", "NOADDRESS", "NONAME"].includes(part));
  return [...new Set(known)].join(" ").slice(0, 300);
}

const Page = z.object({ title: z.string().nullish(), url: z.string().nullish() });

/** Title and address of a shared page, "" when there is neither. */
export function pageText(payload: unknown): string {
  const { data } = Page.safeParse(payload);
  const parts = [data?.title, data?.url].map((part) => clean(part ?? "").trim());
  return parts
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, 2000);
}

const Friendship = z.object({ id, contactId: id, type: z.int(), hello: z.string().max(1_000).nullish().catch(null) });

export interface FriendRequest {
  id: string;
  contact: string;
  accept: boolean;
  /** What they wrote with it, where it is more than a greeting or a name; else "". */
  words: string;
}

/** What WeChat puts there by itself ("我是老张"), and greetings. */
const NO_STORY =
  /^(?:[你您]好|hello|hi)?[，,。.！!~～\s]*(?:(?:我[是叫]|i'?m\s+|i am\s+|this is\s+)(?:[^\p{P}]{0,8}|[\p{Script=Latin}\s.'-]{0,30}))?[。.！!\s]*$/iu;

/** wechaty-puppet's FriendshipType. */
const FRIENDSHIP = { confirm: 1, receive: 2 };

/** A friend request, or the news that one of ours was confirmed; null for anything else. */
export function parseFriendship(payload: unknown): FriendRequest | null {
  const { data } = Friendship.safeParse(payload);
  if (!data || SYSTEM.test(data.contactId)) return null;
  if (data.type !== FRIENDSHIP.receive && data.type !== FRIENDSHIP.confirm) return null;
  const hello = clean(data.hello ?? "").trim();
  const accept = data.type === FRIENDSHIP.receive;
  // Of a request of our own the words are ours.
  return { id: data.id, contact: data.contactId, accept, words: accept && !NO_STORY.test(hello) ? hello : "" };
}

/** wechaty-puppet's ContactType `Official`: a subscription or service account, which no person reads. */
const OFFICIAL = 2;
const Contact = z.object({ type: z.int().nullish() });

export const isOfficial = (payload: unknown): boolean => Contact.safeParse(payload).data?.type === OFFICIAL;
