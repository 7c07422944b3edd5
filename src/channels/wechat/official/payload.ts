/**
 * What WeChat pushes, as this channel understands it. Shapes: 接收普通消息 and 接收事件推送.
 */
import { z } from "zod";
import type { MessageKind } from "../../../flows/command.ts";

export type Inbound = {
  /** OpenID of the customer. */
  from: string;
  /** The account's own id, as WeChat wants it in an answer. */
  to: string;
  /** Unique for the customer; the same when WeChat repeats it. */
  id: string;
} & (
  | { type: "message"; kind: MessageKind; text: string }
  | {
      type: "media";
      kind: "image" | "voice";
      mediaId: string /** Of a voice, where WeChat recognised it. */;
      words: string;
    }
  | { type: "event"; event: "subscribe" | "unsubscribe" | "scan" | "view" }
  | { type: "click"; key: string }
  /** Something a customer sent that has no place here, such as a video. */
  | { type: "unsupported"; msgType: string }
  /** An event nobody needs. */
  | { type: "other" }
);

const Text = z.string().default("");
const Fields = z.object({
  ToUserName: z.string().min(1).max(64),
  FromUserName: z.string().regex(/^[\w-]{1,64}$/u),
  CreateTime: z.string().regex(/^\d{1,12}$/u),
  MsgType: z.string().regex(/^\w{1,32}$/u),
  MsgId: z
    .string()
    .regex(/^\d{1,32}$/u)
    .optional(),
  Content: Text,
  MediaId: z.string().max(256).default(""),
  Recognition: Text,
  Location_X: z
    .string()
    .regex(/^-?[\d.]{1,20}$/u)
    .optional(),
  Location_Y: z
    .string()
    .regex(/^-?[\d.]{1,20}$/u)
    .optional(),
  Label: Text,
  Title: Text,
  Description: Text,
  Url: Text,
  Event: Text,
  EventKey: z.string().max(256).default(""),
});
type Fields = z.infer<typeof Fields>;

/** What WeChat writes in place of a sticker that it doesn't pass on. */
const STICKER = /^[[【]收到不支持的消息类型，暂无法显示[\]】]$/u;

/** Null when it lacks what every push has. */
export function inboundOf(fields: ReadonlyMap<string, string>): Inbound | null {
  const { data } = Fields.safeParse(Object.fromEntries(fields));
  if (!data) return null;
  const { FromUserName: from, ToUserName: to, CreateTime, MsgType, MsgId } = data;
  if (MsgType === "event") return { from, to, id: `${from}${CreateTime}`, ...eventOf(data) };
  return MsgId ? { from, to, id: MsgId, ...messageOf(data) } : null;
}

type Kind<T> = T extends Inbound ? Omit<T, "from" | "to" | "id"> : never;

function messageOf(data: Fields): Kind<Inbound> {
  switch (data.MsgType) {
    case "text": {
      const sticker = STICKER.test(data.Content.trim());
      return { type: "message", kind: sticker ? "sticker" : "text", text: sticker ? "" : data.Content };
    }
    case "image":
    case "voice":
      return { type: "media", kind: data.MsgType, mediaId: data.MediaId, words: data.Recognition.trim() };
    case "location": {
      const place = data.Label.trim() || [data.Location_X, data.Location_Y].filter(Boolean).join(",");
      return { type: "message", kind: "location", text: place };
    }
    case "link": {
      const lines = [data.Title, data.Description, data.Url].map((line) => line.trim()).filter((line) => line !== "");
      return { type: "message", kind: "text", text: lines.join("\n") };
    }
    default:
      return { type: "unsupported", msgType: data.MsgType };
  }
}

function eventOf({ Event, EventKey }: Fields): Kind<Inbound> {
  switch (Event) {
    case "subscribe":
    case "unsubscribe":
      return { type: "event", event: Event };
    case "SCAN":
      return { type: "event", event: "scan" };
    case "VIEW":
      return { type: "event", event: "view" };
    case "CLICK":
      return { type: "click", key: EventKey };
    default:
      return { type: "other" };
  }
}
