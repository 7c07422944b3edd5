/** Who is let in at the callback, and who is not. */
import { describe, expect, it } from "vitest";
import { atCallback } from "./at-callback.ts";
import { CUSTOMER, encrypt, plainAddress, pushesOf, safePush } from "./payloads.ts";

describe("WeChat's check of the address", () => {
  it("gets its echo back, as plain text", async () => {
    const { get, seconds } = await atCallback();
    const answer = await get(`${plainAddress({ seconds: seconds() })}&echostr=4375120948345356249`);
    expect([answer.status, await answer.text()]).toEqual([200, "4375120948345356249"]);
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain/);
  });

  it("gets nothing without the right signature, too late or too early", async () => {
    const { get, seconds } = await atCallback();
    for (const signing of [
      { seconds: seconds(), token: "wrong" },
      { seconds: seconds() - 301 },
      { seconds: seconds() + 61 },
      { seconds: seconds(), nonce: "" },
    ]) {
      const answer = await get(`${plainAddress(signing)}&echostr=1`);
      expect([answer.status, await answer.text()], JSON.stringify(signing)).toEqual([403, "forbidden"]);
    }
    expect((await get("/?echostr=1")).status).toBe(403);
    expect((await get("/")).status).toBe(403);
  });
});

describe("in plain mode", () => {
  it("a push that isn't signed, or not for now, is refused and nothing is stored", async () => {
    const { post, seconds, pushes, kept, port } = await atCallback();
    const xml = pushes.text("我要投诉");
    const address = plainAddress({ seconds: seconds() });
    for (const bad of [
      "/",
      address.replace(/signature=[^&]+/u, "signature="),
      address.replace(/nonce=[^&]+/u, "nonce=1"),
      plainAddress({ seconds: seconds() - 400 }),
      plainAddress({ seconds: seconds() + 400 }),
      plainAddress({ seconds: seconds(), token: "abc" }),
    ]) {
      expect((await post(bad, xml)).status, bad).toBe(403);
    }
    expect(kept()).toEqual([]);
    expect(port.talks.size).toBe(0);
  });

  it("a signed address speaks for one body: it can't be used again for another", async () => {
    const { post, seconds, pushes, kept } = await atCallback();
    const address = plainAddress({ seconds: seconds() });
    expect((await post(address, pushes.text("一", "1001"))).status).toBe(200);
    expect((await post(address, pushes.text("一", "1001"))).status).toBe(200);
    expect((await post(address, pushes.text("我撤诉", "1002"))).status).toBe(403);
    expect(kept().map(({ text }) => text)).toEqual(["一"]);
  });

  it("what isn't WeChat's XML is refused: nothing is expanded, fetched or guessed", async () => {
    const { post, seconds, kept, port } = await atCallback();
    const fields = `<ToUserName>gh_1</ToUserName><FromUserName>${CUSTOMER}</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId>`;
    const bombs = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join("");
    for (const body of [
      "",
      "我要投诉",
      "{}",
      "<xml>",
      "<xml></xml>",
      `<xml>${fields}<Content>x</xml>`,
      `<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml>${fields}<Content>&x;</Content></xml>`,
      `<!DOCTYPE xml [<!ENTITY a0 "ha">${bombs}]><xml>${fields}<Content>&a9;</Content></xml>`,
      `<xml>${fields}<Content>&x;</Content></xml>`,
      `<xml>${fields}<Content>a</Content><Content>b</Content></xml>`,
      `<xml>${fields}<Content a="b">a</Content></xml>`,
      `<xml>${fields}<Content><!-- x -->a</Content></xml>`,
      `<xml>${fields}<Content>a</Content></xml><xml></xml>`,
      `<xml>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</xml>`,
      `<xml>${fields.replace(CUSTOMER, "../../etc")}<Content>a</Content></xml>`,
      `<xml>${fields.replace(CUSTOMER, "")}<Content>a</Content></xml>`,
      `<xml>${fields.replace("<MsgId>1</MsgId>", "")}<Content>a</Content></xml>`,
      `<xml>${fields.replace("<CreateTime>1</CreateTime>", "<CreateTime>soon</CreateTime>")}</xml>`,
      "<soap:Envelope/>",
    ]) {
      expect((await post(plainAddress({ seconds: seconds() }), body)).status, body.slice(0, 120)).toBe(400);
    }
    const broken = await post(plainAddress({ seconds: seconds() }), "\ud800");
    expect(broken.status).toBe(400);
    expect(kept()).toEqual([]);
    expect(port.talks.size).toBe(0);
  });

  it("a megabyte is refused unread", async () => {
    const { post, seconds, pushes, kept } = await atCallback();
    const answer = await post(plainAddress({ seconds: seconds() }), pushes.text("啊".repeat(350_000)));
    expect(answer.status).toBe(413);
    expect(kept()).toEqual([]);
  });

  it("an encrypted push is not taken for a plain one", async () => {
    const { post, seconds, pushes, kept } = await atCallback();
    const { address, body } = safePush(pushes.text("密"), { seconds: seconds() });
    expect((await post(address, body)).status).toBe(400);
    expect(kept()).toEqual([]);
  });
});

describe("in safe mode", () => {
  it("a plain push is refused, however well it is signed", async () => {
    const { post, seconds, pushes, kept } = await atCallback({ aes: true });
    expect((await post(plainAddress({ seconds: seconds() }), pushes.text("明文"))).status).toBe(403);
    expect(kept()).toEqual([]);
  });

  it("only what is encrypted to this account, under its key, and signed whole is taken", async () => {
    const { post, seconds, pushes, kept, push } = await atCallback({ aes: true });
    const xml = pushes.text("密");
    const good = { seconds: seconds() };
    const other = safePush(xml, good, { appId: "wx0000000000000000" });
    const wrongKey = safePush(xml, good, { key: new Uint8Array(32).fill(9) });
    const resealed = { ...safePush(xml, good), body: `<xml><Encrypt>${encrypt(xml)}</Encrypt></xml>` };
    const unsigned = safePush(xml, good);
    unsigned.address = unsigned.address.replace(/msg_signature=\w+/u, "msg_signature=");
    const late = safePush(xml, { seconds: seconds() - 400 });
    for (const [name, { address, body }] of Object.entries({ other, wrongKey, resealed, unsigned, late })) {
      expect((await post(address, body)).status, name).toBe(403);
    }
    const inside = safePush("<xml><a>", good);
    expect((await post(inside.address, inside.body)).status).toBe(400);
    expect(kept()).toEqual([]);
    expect((await push(xml)).status).toBe(200);
    expect(kept().map(({ text }) => text)).toEqual(["密"]);
  });

  it("of a push with both (兼容模式) only the encrypted part is believed", async () => {
    const { post, seconds, pushes, kept } = await atCallback({ aes: true });
    const { address, body } = safePush(pushes.text("密文"), { seconds: seconds() });
    const forged = pushesOf("oSomebodyElse", seconds).text("明文");
    const both = body.replace("<xml>", `<xml>${/<FromUserName>.*<\/MsgId>/su.exec(forged)?.[0] ?? ""}`);
    expect((await post(address, both)).status).toBe(200);
    expect(kept().map(({ text }) => text)).toEqual(["密文"]);
  });
});

describe("what is not stored", () => {
  it("is not acknowledged, so that WeChat repeats it; then it is stored once", async () => {
    const { push, pushes, port, kept, reports } = await atCallback();
    const xml = pushes.text("卡被吞了");
    port.broken = new Error("disk full");
    expect((await push(xml)).status).toBe(503);
    expect((await push(xml)).status).toBe(503);
    port.broken = undefined;
    expect(await (await push(xml)).text()).toBe("success");
    expect(await (await push(xml)).text()).toBe("success");
    expect(kept()).toHaveLength(1);
    expect(reports).toEqual(["callback Error", "callback Error"]);
  });
});
