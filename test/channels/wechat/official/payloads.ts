/** Pushes as WeChat's documentation shows them (接收普通消息, 接收事件推送), and the ways they are signed and sealed. */
import { createCipheriv, createHash, randomBytes, randomInt } from "node:crypto";
import type { Hono } from "hono";
import { AES_KEY, APP_ID, TOKEN } from "./fake-wechat.ts";

export const ACCOUNT = "gh_7f083739789a";
export const CUSTOMER = "oia2TjjewbmiOUlr6X-1crbLOvLw";

const head = (from: string, seconds: number, type: string) =>
  `<ToUserName><![CDATA[${ACCOUNT}]]></ToUserName>\n<FromUserName><![CDATA[${from}]]></FromUserName>\n` +
  `<CreateTime>${seconds}</CreateTime>\n<MsgType><![CDATA[${type}]]></MsgType>`;

/** One customer's pushes; `seconds` is the present time of WeChat's clock. */
export function pushesOf(from: string, seconds: () => number) {
  let last = 22_995_763_220_531_000n + BigInt(randomInt(1e9)) * 100n;
  const message = (type: string, fields: string, id?: string) => {
    last += 1n;
    return `<xml>${head(from, seconds(), type)}\n${fields}\n<MsgId>${id ?? last}</MsgId>\n</xml>`;
  };
  const event = (name: string, key: string, more = "") =>
    `<xml>${head(from, seconds(), "event")}\n<Event><![CDATA[${name}]]></Event>\n<EventKey><![CDATA[${key}]]></EventKey>${more}\n</xml>`;
  return {
    text: (words: string, id?: string) => message("text", `<Content><![CDATA[${words}]]></Content>`, id),
    image: (mediaId: string, id?: string) =>
      message(
        "image",
        `<PicUrl><![CDATA[http://mmbiz.qpic.cn/sz_mmbiz_jpg/${mediaId}/0]]></PicUrl>\n<MediaId><![CDATA[${mediaId}]]></MediaId>`,
        id,
      ),
    voice: (mediaId: string, recognition?: string) =>
      message(
        "voice",
        `<Format><![CDATA[amr]]></Format>\n<MediaId><![CDATA[${mediaId}]]></MediaId>` +
          (recognition === undefined ? "" : `\n<Recognition><![CDATA[${recognition}]]></Recognition>`),
      ),
    video: (type: "video" | "shortvideo") =>
      message(type, "<MediaId><![CDATA[v1]]></MediaId>\n<ThumbMediaId><![CDATA[v2]]></ThumbMediaId>"),
    location: (label: string) =>
      message(
        "location",
        `<Location_X>23.137466</Location_X>\n<Location_Y>113.352425</Location_Y>\n<Scale>16</Scale>\n<Label><![CDATA[${label}]]></Label>`,
      ),
    link: (title: string, description: string, url: string) =>
      message(
        "link",
        `<Title><![CDATA[${title}]]></Title>\n<Description><![CDATA[${description}]]></Description>\n<Url><![CDATA[${url}]]></Url>`,
      ),
    subscribe: (scene?: string) =>
      event("subscribe", scene ? `qrscene_${scene}` : "", scene ? "\n<Ticket><![CDATA[TICKET]]></Ticket>" : ""),
    unsubscribe: () => event("unsubscribe", ""),
    scan: (scene: string) => event("SCAN", scene, "\n<Ticket><![CDATA[TICKET]]></Ticket>"),
    click: (key: string) => event("CLICK", key),
    view: (url: string) => event("VIEW", url, "\n<MenuId>MENUID</MenuId>"),
    scanCode: () =>
      event(
        "scancode_push",
        "6",
        "<ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType>\n<ScanResult><![CDATA[1]]></ScanResult></ScanCodeInfo>",
      ),
  };
}

const sha1 = (...parts: string[]) => createHash("sha1").update(parts.sort().join("")).digest("hex");

export interface Signing {
  seconds: number;
  nonce?: string;
  token?: string;
}

/** The address of a push in plain mode. */
export function plainAddress({ seconds, nonce = String(randomInt(1e9)), token = TOKEN }: Signing): string {
  const timestamp = String(seconds);
  const query = { signature: sha1(token, timestamp, nonce), timestamp, nonce };
  return `/?${new URLSearchParams(query)}`;
}

/** Sealed as WeChat's sample code does it; written apart from the product's. */
export function encrypt(xml: string, options: { key?: Uint8Array; appId?: string } = {}): string {
  const { key = AES_KEY, appId = APP_ID } = options;
  const message = Buffer.from(xml);
  const size = Buffer.from([message.length >>> 24, message.length >>> 16, message.length >>> 8, message.length]);
  const plain = Buffer.concat([randomBytes(16), size, message, Buffer.from(appId)]);
  const fill = 32 - (plain.length % 32);
  const cipher = createCipheriv("aes-256-cbc", key, key.slice(0, 16));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(fill, fill)])), cipher.final()]).toString(
    "base64",
  );
}

/** Address and body of a push in safe mode. */
export function safePush(
  xml: string,
  { seconds, nonce = String(randomInt(1e9)), token = TOKEN }: Signing,
  seal: { key?: Uint8Array; appId?: string } = {},
): { address: string; body: string } {
  const encrypted = encrypt(xml, seal);
  const timestamp = String(seconds);
  const query = {
    signature: sha1(token, timestamp, nonce),
    timestamp,
    nonce,
    openid: CUSTOMER,
    encrypt_type: "aes",
    msg_signature: sha1(token, timestamp, nonce, encrypted),
  };
  const body = `<xml>\n    <ToUserName><![CDATA[${ACCOUNT}]]></ToUserName>\n    <Encrypt><![CDATA[${encrypted}]]></Encrypt>\n</xml>`;
  return { address: `/?${new URLSearchParams(query)}`, body };
}

export const post = async (app: Hono, address: string, body: string): Promise<Response> =>
  app.request(address, { method: "POST", body, headers: { "Content-Type": "text/xml" } });
