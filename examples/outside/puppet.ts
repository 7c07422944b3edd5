/** A WeChat account for tests: wechaty's own mock puppet, with what it lacks, and a hand on every fault. */
import { FileBox } from "file-box";
import type { payloads } from "wechaty-puppet";
import { PuppetMock } from "wechaty-puppet-mock";
import { MESSAGE_TYPE } from "../../src/channels/wechat/personal/message.ts";

export const ACCOUNT = "wxid_bank";

export interface Said {
  to: string;
  text: string | null;
  file: { name: string; bytes: number } | null;
}

/** What the "server" of WeChat knows; it outlives a puppet that crashes. */
export interface Wechat {
  messages: Map<string, unknown>;
  files: Map<string, { name: string; base64: string }>;
  friendships: Map<string, unknown>;
  officials: Set<string>;
  said: Said[];
  /** Nothing the account sends goes out before this is over. */
  until: Promise<void>;
  /** While set, what the account sends is answered so: after it went out, before it did, or never. */
  fault: "none" | "refuses" | "hangs-after" | "hangs-before" | "no-echo";
  /** While true, payloads are not handed out. */
  holdsPayloads: boolean;
  accepted: string[];
  /** Logs in by itself when started; else a QR code is shown. */
  session: boolean;
  /** Shows a QR code when it can't log in by itself. */
  shows?: boolean;
}

export const newWechat = (): Wechat => ({
  messages: new Map(),
  files: new Map(),
  friendships: new Map(),
  officials: new Set(),
  said: [],
  fault: "none",
  until: Promise.resolve(),
  holdsPayloads: false,
  accepted: [],
  session: true,
});

let count = 0;
export const newId = (): string => {
  count += 1;
  return `${process.pid}-${Date.now().toString(36)}-${count}`;
};

const never = () => new Promise<never>(() => undefined);

export class TestPuppet extends PuppetMock {
  readonly wechat: Wechat;
  /** Told when something went out, before anybody else hears of it. */
  onSaid: () => void = () => undefined;
  #beat: NodeJS.Timeout | undefined;

  constructor(wechat: Wechat) {
    super();
    this.wechat = wechat;
    // The mock's own give no ids, and are typed so.
    Object.assign(this, {
      messageSendText: (to: string, text: string) => this.#say(to, { to, text, file: null }),
      messageSendFile: async (to: string, file: { name: string; toBuffer(): Promise<Buffer> }) => {
        const bytes = (await file.toBuffer()).length;
        return this.#say(to, { to, text: null, file: { name: file.name, bytes } });
      },
    });
  }

  override async onStart(): Promise<void> {
    await super.onStart();
    this.#beat = setInterval(() => this.emit("heartbeat", { data: "test" }), 500);
    setImmediate(() => {
      if (this.wechat.session && !this.isLoggedIn) this.login(ACCOUNT);
      else if (!this.wechat.session && this.wechat.shows !== false)
        this.emit("scan", { qrcode: "https://login.weixin.qq.com/l/test", status: 2 });
    });
  }

  override async onStop(): Promise<void> {
    clearInterval(this.#beat);
    await super.onStop();
  }

  override ding(data?: string): void {
    setImmediate(() => this.emit("dong", { data: data ?? "" }));
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const type = this.wechat.officials.has(id) ? 2 : 1;
    return { id, name: id, type, gender: 0, avatar: "", phone: [], friend: true };
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    while (this.wechat.holdsPayloads) await new Promise((resolve) => setTimeout(resolve, 20));
    const payload = this.wechat.messages.get(id);
    if (!payload) throw new Error(`no payload found for id ${id}`);
    // Whatever a test put there: the real world hands out stranger things.
    return JSON.parse(JSON.stringify(payload));
  }

  override async messageFile(id: string) {
    const file = this.wechat.files.get(id);
    if (!file) throw new Error("no file");
    return FileBox.fromBase64(file.base64, file.name);
  }

  override async friendshipRawPayload(id: string) {
    return this.wechat.friendships.get(id) ?? { id };
  }

  override async friendshipAccept(id: string): Promise<void> {
    this.wechat.accepted.push(id);
  }

  async #say(to: string, said: Said): Promise<string> {
    const { fault } = this.wechat;
    await this.wechat.until;
    if (fault === "refuses") throw new Error("you are not friends");
    if (fault === "hangs-before") return never();
    this.wechat.said.push(said);
    const type = said.text === null ? MESSAGE_TYPE.image : MESSAGE_TYPE.text;
    const id = newId();
    this.wechat.messages.set(id, { id, talkerId: ACCOUNT, listenerId: to, text: said.text ?? "", type, timestamp: 1 });
    this.onSaid();
    if (fault !== "no-echo" && fault !== "hangs-after") this.emit("message", { messageId: id });
    if (fault === "hangs-after") return never();
    return id;
  }

  /** A message of WeChat, whatever it is; returns its id. */
  arrives(
    message: Record<string, unknown>,
    options: { silent?: boolean; file?: { name: string; bytes: Buffer } } = {},
  ) {
    const id = typeof message.id === "string" ? message.id : newId();
    this.wechat.messages.set(id, {
      id,
      talkerId: "wxid_customer",
      listenerId: ACCOUNT,
      text: "",
      type: MESSAGE_TYPE.text,
      timestamp: Date.now(),
      ...message,
    });
    const { file } = options;
    if (file) this.wechat.files.set(id, { name: file.name, base64: file.bytes.toString("base64") });
    this.emit("message", { messageId: id });
    return id;
  }
}
