/** What goes out, and what is said of it when WeChat or the way to it fails. */
import { inspect } from "node:util";
import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingPart } from "../../../../src/channels/sender.ts";
import { createAccessToken } from "../../../../src/channels/wechat/official/access-token.ts";
import { createApi } from "../../../../src/channels/wechat/official/api.ts";
import { createSender } from "../../../../src/channels/wechat/official/sender.ts";
import { createLocalTokens } from "../../../../src/channels/wechat/official/token-store.ts";
import { APP_SECRET, type FakeWeChat, startFakeWeChat } from "./fake-wechat.ts";
import { CUSTOMER } from "./payloads.ts";

let clock = Date.parse("2026-11-23T02:00:00Z");
const now = () => clock;
const fakes: FakeWeChat[] = [];
afterAll(async () => {
  await Promise.all(fakes.map((fake) => fake.stop()));
});

async function sending(timeoutMs = 3000) {
  const wechat = await startFakeWeChat({ now });
  fakes.push(wechat);
  const settings = { ...wechat.settings, timeoutMs };
  const api = createApi(settings, createAccessToken({ settings, store: createLocalTokens(now), now }));
  const sender = createSender(api);
  let count = 0;
  const part = (content: OutgoingPart["content"], to = CUSTOMER): OutgoingPart => {
    count += 1;
    return { id: `m${count}/0`, conversation: "c", to, kind: "answer", content };
  };
  const say = (text: string, to?: string) => sender.send(part({ type: "text", text }, to));
  return { wechat, sender, part, say };
}
const PICTURE = {
  type: "file",
  name: "凭条.png",
  mime: "image/png",
  bytes: new Uint8Array([137, 80, 78, 71]),
} as const;

describe("a customer-service message", () => {
  it("of text or picture is sent when WeChat has taken it", async () => {
    const { wechat, sender, say, part } = await sending();
    wechat.wrote(CUSTOMER);
    expect(await say("您的投诉已经登记 <R-1> & “引号”")).toEqual({ outcome: "sent", providerId: null });
    expect(await sender.send(part(PICTURE))).toEqual({ outcome: "sent", providerId: null });
    expect(wechat.shown(CUSTOMER)).toEqual([{ text: "您的投诉已经登记 <R-1> & “引号”" }, { image: PICTURE.bytes }]);
  });

  it("of the longest text the channel shows fits WeChat's limit, in any script", async () => {
    const { wechat, sender, say } = await sending();
    wechat.wrote(CUSTOMER);
    for (const character of ["啊", "😤", "a"]) {
      const text = character.repeat(Math.floor(sender.features.maxLength / character.length));
      expect(await say(text), character).toMatchObject({ outcome: "sent" });
    }
  });

  it("finds the window closed after 48 hours, and after five messages", async () => {
    const { wechat, say } = await sending();
    wechat.wrote(CUSTOMER);
    for (let n = 0; n < 5; n += 1) expect(await say(`${n}`)).toMatchObject({ outcome: "sent" });
    expect(await say("6")).toEqual({ outcome: "closed", code: "45047" });
    wechat.wrote(CUSTOMER);
    clock += 48 * 3_600_000 + 1;
    expect(await say("7")).toEqual({ outcome: "closed", code: "45015" });
  });

  it("to nobody, or to somebody who left, is not tried again", async () => {
    const { wechat, say } = await sending();
    await expect(say("x", "nobody")).rejects.toMatchObject({ code: "wechat-official.40003", retryable: false });
    wechat.wrote(CUSTOMER);
    wechat.unfollow(CUSTOMER);
    await expect(say("x")).rejects.toMatchObject({ code: "wechat-official.43004", retryable: false });
  });

  it.each([-1, 45009, 45011, 40164])("refused with %i goes later", async (errcode) => {
    const { wechat, say } = await sending();
    wechat.wrote(CUSTOMER);
    wechat.next("message/custom/send", { errcode });
    await expect(say("x")).rejects.toMatchObject({ code: `wechat-official.${errcode}`, retryable: true });
    expect(await say("x")).toMatchObject({ outcome: "sent" });
    expect(wechat.texts(CUSTOMER)).toEqual(["x"]);
  });

  it.each([40001, 40014, 42001])("refused for its token (%i) is sent with another, once", async (errcode) => {
    const { wechat, say } = await sending();
    wechat.wrote(CUSTOMER);
    await say("一");
    clock += 60_000;
    wechat.next("message/custom/send", { errcode });
    expect(await say("二")).toMatchObject({ outcome: "sent" });
    expect(wechat.texts(CUSTOMER)).toEqual(["一", "二"]);
    wechat.next("message/custom/send", { errcode }, { errcode });
    await expect(say("三")).rejects.toMatchObject({ retryable: true });
  });

  it("whose answer is lost may have arrived: nobody says that it failed, and nobody can tell", async () => {
    const { wechat, sender, say, part } = await sending();
    wechat.wrote(CUSTOMER);
    wechat.next("message/custom/send", "done-then-silent");
    expect(await say("x")).toEqual({ outcome: "unknown", code: "wechat-official.ECONNRESET" });
    expect(wechat.texts(CUSTOMER)).toEqual(["x"]);
    expect(await sender.arrived(part({ type: "text", text: "x" }))).toBeNull();
  });

  it("that WeChat takes too long over may arrive yet", async () => {
    const { wechat, say } = await sending(300);
    wechat.wrote(CUSTOMER);
    await say("first: there is a token now");
    let letGo = () => {};
    wechat.next("message/custom/send", new Promise<void>((resolve) => (letGo = resolve)));
    expect(await say("x")).toEqual({ outcome: "unknown", code: "wechat-official.TimeoutError" });
    letGo();
  });

  it("with WeChat down never went out", async () => {
    const { wechat, say } = await sending();
    wechat.wrote(CUSTOMER);
    await say("x");
    await wechat.stop();
    await expect(say("y")).rejects.toMatchObject({ code: "wechat-official.ECONNREFUSED", retryable: true });
  });

  it("of a file WeChat has no message for is not tried again", async () => {
    const { sender, part } = await sending();
    const pdf = part({ type: "file", name: "答复.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF") });
    await expect(sender.send(pdf)).rejects.toMatchObject({ code: "wechat-official.file-type", retryable: false });
  });

  it("that fails names codes only: no secret, no token, no address and none of its words", async () => {
    const { wechat, say } = await sending(500);
    wechat.wrote(CUSTOMER);
    const seen: unknown[] = [];
    const tried = async () => seen.push(await say("卡号6222020200112233445").catch((error: unknown) => error));
    wechat.next("stable_token", { errcode: 40125 }, { status: 502 }, "done-then-silent");
    for (let n = 0; n < 3; n += 1) await tried();
    wechat.next("message/custom/send", { errcode: 48001 }, { status: 502 }, "done-then-silent", { errcode: 45015 });
    for (let n = 0; n < 4; n += 1) await tried();
    await wechat.stop();
    await tried();
    const told = inspect(seen, { depth: 10, showHidden: true });
    expect(told).toContain("wechat-official.48001");
    for (const secret of [APP_SECRET, "T1_", wechat.url, "6222020200112233445", CUSTOMER]) {
      expect(told).not.toContain(secret);
    }
  });

  it("of a picture is uploaded once, however often it is tried", async () => {
    const { wechat, sender, part } = await sending();
    wechat.wrote(CUSTOMER);
    const picture = part(PICTURE);
    wechat.next("message/custom/send", { errcode: -1 });
    await expect(sender.send(picture)).rejects.toMatchObject({ retryable: true });
    expect(await sender.send(picture)).toMatchObject({ outcome: "sent" });
    expect(wechat.calls.filter((path) => path === "media/upload")).toHaveLength(1);
  });
});

describe("between us and WeChat", () => {
  const HOST = "https://api.weixin.qq.com";
  const settings = {
    appId: "wx0123456789abcdef",
    appSecret: "0".repeat(32),
    token: "abc",
    aesKeys: [],
    api: HOST,
    timeoutMs: 2000,
  };
  const part = {
    id: "m/0",
    conversation: "c",
    to: CUSTOMER,
    kind: "answer",
    content: { type: "text", text: "x" },
  } as const;
  const sender = () =>
    createSender(createApi(settings, createAccessToken({ settings, store: createLocalTokens(now), now })));
  const given = () => nock(HOST).post("/cgi-bin/stable_token").reply(200, { access_token: "T", expires_in: 7200 });
  const send = () => nock(HOST).post("/cgi-bin/message/custom/send").query({ access_token: "T" });

  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    expect(nock.pendingMocks()).toEqual([]);
    nock.cleanAll();
  });
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  it.each([
    [
      "a gateway that gives up",
      () => send().reply(502, "<html>"),
      { outcome: "unknown", code: "wechat-official.http-502" },
    ],
    [
      "a page in place of an answer",
      () => send().reply(200, "<html>"),
      { outcome: "unknown", code: "wechat-official.not-json" },
    ],
    [
      "a broken answer",
      () => send().reply(200, '{"errcode":'),
      { outcome: "unknown", code: "wechat-official.not-json" },
    ],
  ])("%s leaves the outcome open", async (_, mock, expected) => {
    given();
    mock();
    expect(await sender().send(part)).toEqual(expected);
  });

  it.each([
    [
      "no address for the name",
      () => send().replyWithError(Object.assign(new Error("x"), { code: "ENOTFOUND" })),
      "ENOTFOUND",
    ],
    ["a gateway that refuses", () => send().reply(429, "slow down"), "http-429"],
  ])("%s: it certainly did not go out", async (_, mock, code) => {
    given();
    mock();
    await expect(sender().send(part)).rejects.toMatchObject({ code: `wechat-official.${code}`, retryable: true });
  });

  it.each([
    ["the secret is wrong", () => ({ errcode: 40125, errmsg: "invalid appsecret" }), "40125"],
    ["our address is not allowed", () => ({ errcode: 40164, errmsg: "invalid ip 203.0.113.7" }), "40164"],
  ])("no token because %s: the message waits", async (_, body, code) => {
    nock(HOST).post("/cgi-bin/stable_token").reply(200, body());
    await expect(sender().send(part)).rejects.toMatchObject({ code: `wechat-official.token.${code}`, retryable: true });
  });
});
