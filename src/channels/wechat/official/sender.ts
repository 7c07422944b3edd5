/** What goes out: customer-service messages (客服消息), as text or picture. */
import { ServiceError } from "../../../service-error.ts";
import type { ChannelFeatures } from "../../channel.ts";
import type { OutgoingPart, Sender, SendOutcome } from "../../sender.ts";
import { type Called, type OfficialApi, refusal } from "./api.ts";
import { meaningOf } from "./error-codes.ts";

export const CHANNEL = "wechat-official";

/** Pictures are all that a customer-service message can carry of a bank's files. */
const IMAGES: readonly string[] = ["image/jpeg", "image/png", "image/gif", "image/bmp"];

export const FEATURES: ChannelFeatures = {
  buttons: false,
  cards: false,
  typing: true,
  readMarks: false,
  files: true,
  fileTypes: IMAGES,
  edit: false,
  recall: false,
  // WeChat takes 2048 bytes; a character is three bytes at most for each UTF-16 unit.
  maxLength: 680,
  delivery: "push",
  // 用户发送消息: 5条, 48小时. 关注公众号, 扫描二维码: 3条, 1分钟.
  window: { hours: 48, messages: 5, onArrival: { seconds: 60, messages: 3 } },
  // An OpenID comes signed by WeChat: the same person each time, and nobody's name.
  identity: "signed",
};

/** Uploaded pictures by part, so that a repeat doesn't upload again; WeChat keeps them for three days. */
const MAX_UPLOADS = 200;

export function createSender(api: OfficialApi): Sender {
  const uploads = new Map<string, string>();

  async function mediaOf(id: string, file: Extract<OutgoingPart["content"], { type: "file" }>): Promise<string> {
    const known = uploads.get(id);
    if (known) return known;
    const mediaId = await api.upload(file);
    uploads.set(id, mediaId);
    const oldest = uploads.keys().next();
    if (uploads.size > MAX_UPLOADS && !oldest.done) uploads.delete(oldest.value);
    return mediaId;
  }

  return {
    channel: CHANNEL,
    features: FEATURES,
    async send({ id, to, content }) {
      if (content.type === "text") return outcomeOf(await api.sendText(to, content.text));
      if (!IMAGES.includes(content.mime)) throw new ServiceError("wechat-official.file-type", { retryable: false });
      const outcome = outcomeOf(await api.sendImage(to, await mediaOf(id, content)));
      uploads.delete(id);
      return outcome;
    },
    // WeChat has no history to ask and sends no echo of what went out.
    arrived: async () => null,
  };
}

/** Throws ServiceError for what certainly did not go out. */
function outcomeOf(called: Called): SendOutcome {
  switch (called.kind) {
    case "ok":
      return { outcome: "sent", providerId: null };
    case "unknown":
      return { outcome: "unknown", code: `wechat-official.${called.code}` };
    case "unreached":
      throw new ServiceError(`wechat-official.${called.code}`, { retryable: true });
    case "refused":
      if (meaningOf(called.errcode) === "closed") return { outcome: "closed", code: String(called.errcode) };
      throw refusal(called.errcode);
  }
}
