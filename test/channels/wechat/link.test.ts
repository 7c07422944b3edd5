/** The life of the link: logging in by QR code, being lost, and what is kept when other things break. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileBox } from "file-box";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNT, newWechat } from "../../../examples/outside/puppet.ts";
import { InputError } from "../../../src/channels/channel.ts";
import { WECHAT_LABELS } from "../../../src/channels/wechat/labels.ts";
import { openJournal } from "../../../src/channels/wechat/personal/journal.ts";
import { MESSAGE_TYPE } from "../../../src/channels/wechat/personal/message.ts";
import { pause } from "../../../src/channels/wechat/personal/pause.ts";
import type { WechatStatus } from "../../../src/channels/wechat/personal/supervise.ts";
import { createTranscribe } from "../../../src/channels/wechat/voice.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { until } from "../../system/server.ts";
import { aWhile, FAST, type Phone, startPhone } from "./phone.ts";

let product: InProcess;
let phone: Phone;
beforeAll(async () => {
  product = await startInProcess({ start: new Date().toISOString() });
});
afterAll(() => product.close());
afterEach(() => phone.stop());

const has = (customer: string, count: number) =>
  until(`${count} messages of ${customer}`, async () => (await phone.stored(customer)).length >= count);

describe("logging in", () => {
  it("shows the QR code until somebody scans it; only then the account is ready", async () => {
    phone = await startPhone({ product, world: { ...newWechat(), session: false }, cold: true });
    await until("a QR code", async () => phone.channel.status().state === "scan");
    expect(phone.channel.status()).toMatchObject({ state: "scan", url: "https://login.weixin.qq.com/l/test" });
    const picture = Buffer.from((await phone.channel.qr()) ?? []);
    expect(picture.subarray(0, 8)).toEqual(Buffer.from("89504e470d0a1a0a", "hex"));
    expect((await FileBox.fromBase64(picture.toString("base64"), "qr.png").toQRCode()) ?? "").toBe(
      "https://login.weixin.qq.com/l/test",
    );
    const part = { id: "m/0", conversation: "c", to: "wxid_a", kind: "chat" } as const;
    const send = () => phone.channel.sender.send({ ...part, content: { type: "text", text: "在吗" } });
    await expect(send()).rejects.toMatchObject({ code: "wechat.offline" });
    phone.channel.subscribe(() => {
      throw new Error("a listener's own mistake");
    });
    const seen: WechatStatus["state"][] = [];
    const end = phone.channel.subscribe(({ state }) => seen.push(state));
    phone.puppet().login(ACCOUNT);
    await until("ready", async () => phone.channel.status().state === "ready");
    end();
    expect(seen).toEqual(["ready"]);
    expect(phone.reports).toContain("wechat.listener");
    expect(await phone.channel.qr()).toBeNull();
    expect(await send()).toMatchObject({ outcome: "sent" });
  });

  it("a code that was scanned is shown no more, and the next one is", async () => {
    phone = await startPhone({ product, world: { ...newWechat(), session: false }, cold: true });
    await until("a QR code", async () => phone.channel.status().state === "scan");
    phone.puppet().emit("scan", { qrcode: "https://login.weixin.qq.com/l/test", status: 3 });
    await until("scanned", async () => phone.channel.status().state === "scanned");
    expect(await phone.channel.qr()).toBeNull();
    phone.puppet().emit("scan", { qrcode: "https://login.weixin.qq.com/l/next", status: 2 });
    await until("the next code", async () => phone.channel.status().state === "scan");
    expect(phone.channel.status()).toMatchObject({ url: "https://login.weixin.qq.com/l/next" });
  });

  it("of another account than ours is refused: logged out, reported, and what it brings is not looked at", async () => {
    const settings = { ...FAST, account: { id: ACCOUNT, name: "听诉客服" } };
    const world = { ...newWechat(), session: false };
    phone = await startPhone({ product, world, settings, cold: true });
    await until("a QR code", async () => phone.channel.status().state === "scan");
    const states: string[] = [];
    phone.channel.subscribe((status) => states.push(status.state === "lost" ? status.code : status.state));
    const scanned = phone.puppet();
    scanned.login("wxid_somebody");
    scanned.arrives({ talkerId: "wxid_friend", listenerId: "wxid_somebody", text: "晚上吃饭？" });
    await until("a code again", async () => states.at(-1) === "scan");
    expect(states).toEqual(["wrong-account", "scan"]);
    expect(scanned.isLoggedIn).toBe(false);
    expect(phone.channel.refusedAt()).not.toBeNull();
    expect(phone.reports).toContain("wechat.wrong-account");
    phone.puppet().login(ACCOUNT);
    await until("ready", async () => phone.channel.status().state === "ready");
    await aWhile();
    expect(await phone.conversation("wxid_friend")).toBeUndefined();
    expect(phone.channel.pending()).toBe(0);
  });

  it("a link on which nobody logs in is made anew", async () => {
    const world = { ...newWechat(), session: false, shows: false };
    phone = await startPhone({ product, world, cold: true, times: { login: 60, ping: 30, rest: 10 } });
    const states: WechatStatus[] = [];
    phone.channel.subscribe((status) => states.push(status));
    await until("given up", async () => states.some((status) => status.state === "lost" && status.code === "no-login"));
    world.session = true;
    await until("ready", async () => phone.channel.status().state === "ready");
  });

  it("logged out by the phone: lost, and ready again with the next login", async () => {
    phone = await startPhone({ product });
    const states: WechatStatus[] = [];
    phone.channel.subscribe((status) => states.push(status));
    await phone.puppet().logout("by the phone");
    await until("ready again", async () => states.at(-1)?.state === "ready");
    expect(states.map((status) => (status.state === "lost" ? status.code : status.state))).toEqual([
      "logged-out",
      "ready",
    ]);
    phone.puppet().arrives({ talkerId: "wxid_back", text: "还在吗" });
    await has("wxid_back", 1);
  });
});

describe("after a break", () => {
  it("who wrote lately is asked to repeat, by the channel itself where nobody else does", async () => {
    phone = await startPhone({ product, asksItself: true });
    phone.puppet().arrives({ talkerId: "wxid_break", text: "我的卡" });
    await has("wxid_break", 1);
    phone.puppet().emit("error", { gerror: "14 UNAVAILABLE: Connection dropped" });
    await until("asked", async () => phone.said("wxid_break").length > 0);
    expect(phone.said("wxid_break")).toEqual([WECHAT_LABELS.zh.repeat]);
    phone.puppet().emit("error", { gerror: "14 UNAVAILABLE: Connection dropped" });
    await until("lost again", async () => phone.reports.filter((code) => code === "wechat.gap").length === 2);
    await aWhile();
    expect(phone.said("wxid_break")).toHaveLength(1);
  });
});

describe("a stream that leaves something out", () => {
  it("by a message of ours that never came back: who wrote lately is asked to repeat, once", async () => {
    let ahead = 0;
    const clock = () => Date.now() + ahead;
    phone = await startPhone({ product, clock, sleep: (ms, signal) => pause(Math.min(ms, 50), signal) });
    const send = (id: string, text: string) => {
      const content = { type: "text", text } as const;
      return phone.channel.sender.send({ id, conversation: "c", to: "wxid_lost", kind: "chat", content });
    };
    phone.puppet().arrives({ talkerId: "wxid_lost", text: "我的卡" });
    await has("wxid_lost", 1);
    await send("m/1", "在的");
    phone.world.fault = "no-echo";
    await send("m/2", "请讲");
    ahead = 61_000;
    await until("asked", async () => phone.asked.length > 0);
    expect(phone.asked).toEqual([
      { conversations: [await phone.conversation("wxid_lost")], gap: expect.objectContaining({ why: "silence" }) },
    ]);
    await aWhile();
    expect(phone.asked).toHaveLength(1);
  });

  it("by a ping answered out of turn: who wrote lately is asked to repeat", async () => {
    phone = await startPhone({ product, times: { ping: 30 } });
    phone.puppet().arrives({ talkerId: "wxid_skipped", text: "我的卡" });
    await has("wxid_skipped", 1);
    await aWhile();
    const puppet = phone.puppet();
    const answers = puppet.ding.bind(puppet);
    let swallowed = 0;
    puppet.ding = (data) => {
      swallowed += 1;
      if (swallowed > 1) answers(data);
    };
    await until("asked", async () => phone.asked.length > 0);
    expect(phone.asked).toEqual([
      { conversations: [await phone.conversation("wxid_skipped")], gap: expect.objectContaining({ why: "skipped" }) },
    ]);
  });
});

describe("a restart of ours", () => {
  it("knows what was sent before it: its echo is ours, and settles the send that was cut off", async () => {
    const world = newWechat();
    const folder = mkdtempSync(join(tmpdir(), "wechat-restart-"));
    phone = await startPhone({ product, world, folder });
    phone.puppet().arrives({ talkerId: "wxid_restart", text: "我的卡" });
    await has("wxid_restart", 1);
    world.fault = "hangs-after";
    const content = { type: "text", text: "受理编号 R-1，已记下。" } as const;
    const part = { id: "m/9", conversation: "c", to: "wxid_restart", kind: "receipt", content } as const;
    void phone.channel.sender.send(part);
    await until("it is out", async () => phone.said("wxid_restart").length === 1);
    await phone.stop();
    world.fault = "none";
    phone = await startPhone({ product, world, folder });
    const ours = [...world.messages.entries()].find(([, message]) => JSON.stringify(message).includes("R-1"));
    phone.puppet().emit("message", { messageId: ours?.[0] ?? "" });
    await until("its echo is heard", async () => phone.channel.sender.arrived(part).catch(() => false));
    expect(await phone.byColleagues("wxid_restart")).toEqual([]);
    await phone.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("what else may break", () => {
  it("the store: a message is tried again, and those behind it wait in order", async () => {
    let broken = 3;
    const port = (intake: InProcess["intake"]): InProcess["intake"] => ({
      ...intake,
      async accept(incoming) {
        broken -= 1;
        if (broken >= 0) throw new Error("disk full");
        return intake.accept(incoming);
      },
    });
    phone = await startPhone({ product, port });
    phone.puppet().arrives({ talkerId: "wxid_disk", text: "一" });
    phone.puppet().arrives({ talkerId: "wxid_disk", text: "二" });
    await has("wxid_disk", 2);
    expect((await phone.stored("wxid_disk")).map(({ text }) => text)).toEqual(["一", "二"]);
    expect(phone.reports.filter((code) => code === "wechat.not-stored")).toHaveLength(3);
  });

  it("an erased person is told to send again, and is a new one then", async () => {
    let first = true;
    const port = (intake: InProcess["intake"]): InProcess["intake"] => ({
      ...intake,
      async accept(incoming) {
        if (!first) return intake.accept(incoming);
        first = false;
        throw new InputError("erased");
      },
    });
    phone = await startPhone({ product, port });
    phone.puppet().arrives({ talkerId: "wxid_gone", text: "一" });
    await until("a notice", async () => phone.said("wxid_gone").length > 0);
    expect(phone.said("wxid_gone")).toEqual([WECHAT_LABELS.zh["not-stored"]]);
    phone.puppet().arrives({ talkerId: "wxid_gone", text: "二" });
    await has("wxid_gone", 1);
  });

  it("the journal: a damaged one is begun anew, one that can't be written is said so, and neither stops the channel", async () => {
    phone = await startPhone({ product });
    const { folder } = phone;
    const file = join(folder, "broken.json");
    writeFileSync(file, "{ half");
    const trouble: string[] = [];
    const journal = openJournal(file, (code) => trouble.push(code));
    expect([trouble, journal.entries.pending]).toEqual([["damaged"], []]);
    journal.change({ pending: ["m1"] });
    expect(openJournal(file, () => undefined).entries.pending).toEqual(["m1"]);
    // No room on the disk, or no folder: it goes on in memory.
    const nowhere = openJournal(join(folder, "gone", "journal.json"), (code) => trouble.push(code));
    nowhere.change({ pending: ["m2"] });
    expect([trouble, nowhere.entries.pending]).toEqual([["damaged", "not-written"], ["m2"]]);
    expect(statSync(join(folder, "journal.json")).mode & 0o777).toBe(0o600);
    await aWhile();
  });
});

describe("a voice message", () => {
  const SILK = Buffer.concat([Buffer.from("\u0002#!SILK_V3", "latin1"), Buffer.alloc(200, 7)]);
  const speaks = (talkerId: string) =>
    phone.puppet().arrives({ talkerId, type: MESSAGE_TYPE.audio }, { file: { name: "v.silk", bytes: SILK } });

  it("is kept as it was recorded, and nobody pretends to have listened", async () => {
    phone = await startPhone({ product });
    speaks("wxid_voice");
    await has("wxid_voice", 1);
    const [message] = await phone.stored("wxid_voice");
    expect(message).toMatchObject({ kind: "voice", text: "" });
    const file = await product.store.attachment(message?.attachments[0] ?? "");
    expect([file?.mime, Buffer.from(file?.bytes ?? []).equals(SILK)]).toEqual(["audio/silk", true]);
  });

  it("is words beside the recording where a service turns it into text", async () => {
    const heard: { type: string | undefined; bytes: number }[] = [];
    const server = createServer((request, response) => {
      let bytes = 0;
      request.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      request.on("end", () => {
        heard.push({ type: request.headers["content-type"], bytes });
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ text: "我的卡被吞了" }));
      });
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
    const transcribe = createTranscribe({ url, key: null, timeoutMs: 5000, report: () => undefined });
    phone = await startPhone({ product, transcribe });
    speaks("wxid_words");
    await has("wxid_words", 1);
    server.close();
    expect(heard).toEqual([{ type: "audio/silk", bytes: SILK.length }]);
    const [message] = await phone.stored("wxid_words");
    expect(message).toMatchObject({ text: "我的卡被吞了", attachments: [expect.any(String)] });
    // The service is gone: the voice is kept all the same.
    speaks("wxid_later");
    await has("wxid_later", 1);
    expect((await phone.stored("wxid_later"))[0]).toMatchObject({ kind: "voice", text: "" });
  });

  it("that is something else than a recording is refused in words", async () => {
    phone = await startPhone({ product });
    const file = { name: "v.silk", bytes: Buffer.from("%PDF-1.7 no voice") };
    phone.puppet().arrives({ talkerId: "wxid_fake", type: MESSAGE_TYPE.audio }, { file });
    await until("a notice", async () => phone.said("wxid_fake").length > 0);
    expect(phone.said("wxid_fake")).toEqual([WECHAT_LABELS.zh["file-type"]]);
  });
});
