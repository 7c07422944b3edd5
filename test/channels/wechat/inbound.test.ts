import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNT } from "../../../examples/outside/puppet.ts";
import { WECHAT_LABELS } from "../../../src/channels/wechat/labels.ts";
import { MESSAGE_TYPE } from "../../../src/channels/wechat/personal/message.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { until } from "../../system/server.ts";
import { aWhile, type Phone, startPhone } from "./phone.ts";

/** One white pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);

let product: InProcess;
let phone: Phone;
let LI = "";
let WANG = "";
let tests = 0;
beforeAll(async () => {
  product = await startInProcess({ start: new Date().toISOString() });
});
beforeEach(async () => {
  tests += 1;
  LI = `wxid_li_${tests}`;
  WANG = `wxid_wang_${tests}`;
  phone = await startPhone({ product });
});
afterEach(() => phone.stop());
afterAll(() => product.close());

const has = (count: number, customer = LI) =>
  until(`${count} messages of ${customer}`, async () => (await phone.stored(customer)).length >= count);

describe("what a customer sends", () => {
  it("is stored in the order it was sent, each customer's for themselves", async () => {
    const puppet = phone.puppet();
    for (let n = 1; n <= 20; n += 1) {
      puppet.arrives({ talkerId: LI, text: `李${n}` });
      puppet.arrives({ talkerId: WANG, text: `王${n}` });
    }
    await has(20);
    await has(20, WANG);
    expect((await phone.stored(LI)).map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, n) => `李${n + 1}`),
    );
    expect((await phone.stored(WANG)).map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, n) => `王${n + 1}`),
    );
  });

  it("is stored once, however often we are told of it", async () => {
    const id = phone.puppet().arrives({ talkerId: LI, text: "卡被吞了" });
    phone.puppet().emit("message", { messageId: id });
    await has(1);
    phone.puppet().emit("message", { messageId: id });
    phone.puppet().arrives({ talkerId: LI, text: "在南门网点" });
    await has(2);
    expect((await phone.stored(LI)).map(({ text, externalId }) => [text, externalId === id])).toEqual([
      ["卡被吞了", true],
      ["在南门网点", false],
    ]);
  });

  it("is met by its kind: sticker, card, red packet, something taken back", async () => {
    const { emoticon, contact, redEnvelope, transfer, recalled } = MESSAGE_TYPE;
    for (const type of [emoticon, contact, redEnvelope, transfer, recalled]) {
      phone.puppet().arrives({ talkerId: LI, type, text: "<xml/>" });
    }
    await has(5);
    expect((await phone.stored(LI)).map(({ kind, text }) => [kind, text])).toEqual([
      ["sticker", ""],
      ["contact", ""],
      ["red-packet", ""],
      ["red-packet", ""],
      ["recall", ""],
    ]);
  });

  it("a place comes with its name and address, a page with its title", async () => {
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.location });
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.url });
    await has(2);
    const [place, page] = await phone.stored(LI);
    expect(place).toMatchObject({ kind: "location", text: expect.stringContaining("成府路45号") });
    expect(page).toMatchObject({ kind: "text", text: expect.stringContaining("https://mock.url") });
  });

  it("pictures and files are kept, told apart by what is in them", async () => {
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.image }, { file: { name: "a.png", bytes: PNG } });
    const pdf = { name: "对账单.pdf", bytes: Buffer.from("%PDF-1.7 …") };
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.unknown }, { file: pdf });
    await has(2);
    expect((await phone.stored(LI)).map(({ kind }) => kind)).toEqual(["image", "file"]);
    const ids = (await phone.stored(LI)).flatMap(({ attachments }) => attachments);
    const kept = await Promise.all(ids.map((id) => phone.product.store.attachment(id)));
    expect(kept.map((file) => [file?.name, file?.mime])).toEqual([
      ["a.png", "image/png"],
      ["对账单.pdf", "application/pdf"],
    ]);
    expect(Buffer.from(kept[0]?.bytes ?? [])).toEqual(PNG);
  });

  it("a file that can't be taken is said so, and the next message comes through", async () => {
    const film = { name: "film.mp4", bytes: Buffer.from("no film") };
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.video }, { file: film });
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.image });
    phone.puppet().arrives({ talkerId: LI, type: MESSAGE_TYPE.chatHistory });
    phone.puppet().arrives({ talkerId: LI, text: "看到了吗" });
    await has(1);
    await until("three notices", async () => phone.said(LI).length === 3);
    const { zh } = WECHAT_LABELS;
    expect(phone.said(LI)).toEqual([zh["file-type"], zh["not-fetched"], zh.unreadable]);
  });

  it("a text longer than one message may be is kept whole, in pieces", async () => {
    const story = Array.from({ length: 3000 }, (_, n) => `第${n}次去网点。`).join("");
    phone.puppet().arrives({ talkerId: LI, text: story });
    phone.puppet().arrives({ talkerId: LI, text: "就这些" });
    await has(5);
    const texts = (await phone.stored(LI)).map(({ text }) => text ?? "");
    expect(texts.slice(0, -1).join("")).toBe(story);
    expect(texts.at(-1)).toBe("就这些");
    expect(phone.said(LI)).toEqual([]);
  });

  it("a friend request is accepted and greeted", async () => {
    phone.world.friendships.set("f1", {
      id: "f1",
      contactId: WANG,
      type: 2,
      hello: "我是老王",
      timestamp: 1,
      ticket: "t",
    });
    phone.puppet().emit("friendship", { friendshipId: "f1" });
    await until("a conversation", async () => (await phone.conversation(WANG)) !== undefined);
    expect(phone.world.accepted).toEqual(["f1"]);
    const conversation = (await phone.conversation(WANG)) ?? "";
    expect(await phone.product.waiting(conversation)).toMatchObject([{ author: { kind: "bot" } }]);
    // Deleted us and came back: greeted again.
    phone.world.friendships.set("f2", { id: "f2", contactId: WANG, type: 2, timestamp: 2, ticket: "t" });
    phone.puppet().emit("friendship", { friendshipId: "f2" });
    await until("a greeting", async () => phone.said(WANG).length > 0);
    expect(phone.said(WANG)).toEqual([WECHAT_LABELS.zh.again]);
    expect(await phone.stored(WANG)).toEqual([]);
  });

  it("what somebody writes with the friend request is their first message, once", async () => {
    const hello = "你好，我是老王，你们ATM把我卡吞了没人管";
    phone.world.friendships.set("f3", { id: "f3", contactId: WANG, type: 2, hello, timestamp: 1, ticket: "t" });
    phone.puppet().emit("friendship", { friendshipId: "f3" });
    phone.puppet().emit("friendship", { friendshipId: "f3" });
    await has(1, WANG);
    await aWhile();
    expect((await phone.stored(WANG)).map(({ text }) => text)).toEqual([hello]);
  });
});

describe("what is no customer's", () => {
  it("a group is asked to write in private, once, and nothing of it is kept or repeated", async () => {
    const inGroup = { roomId: "42@chatroom", listenerId: "", text: "我的卡6222021234567890128被盗刷了" };
    phone.puppet().arrives({ ...inGroup, talkerId: LI });
    phone.puppet().arrives({ ...inGroup, talkerId: LI });
    phone.puppet().arrives({ ...inGroup, talkerId: WANG });
    await until("an invitation", async () => phone.said("42@chatroom").length > 0);
    await aWhile();
    expect(phone.said("42@chatroom")).toEqual([WECHAT_LABELS.zh.group]);
    expect(await Promise.all([phone.conversation(LI), phone.conversation(WANG)])).toEqual([undefined, undefined]);
  });

  it("WeChat's own accounts and those that only broadcast are not answered", async () => {
    phone.world.officials.add("wxid_news");
    const silent = ["weixin", "gh_12345", "filehelper", "wxid_news"];
    for (const talkerId of silent) phone.puppet().arrives({ talkerId, text: "广告" });
    phone.puppet().arrives({ talkerId: LI, text: "你好" });
    await has(1);
    await aWhile();
    expect(await Promise.all(silent.map((id) => phone.conversation(id)))).toEqual(silent.map(() => undefined));
    expect(silent.flatMap((id) => phone.said(id))).toEqual([]);
  });

  it("our own echo is ours; what a colleague wrote on the phone is told, with its words", async () => {
    phone.puppet().arrives({ talkerId: LI, text: "卡被吞了" });
    await has(1);
    const part = { id: "m1/0", conversation: "talk-1", to: LI, kind: "chat" } as const;
    await phone.channel.sender.send({ ...part, content: { type: "text", text: "别着急。" } });
    phone
      .puppet()
      .arrives({ talkerId: ACCOUNT, listenerId: LI, text: "我通过了你的朋友验证请求，现在我们可以开始聊天了" });
    const id = phone.puppet().arrives({ talkerId: ACCOUNT, listenerId: LI, text: "我是小周，马上给您打电话" });
    phone.puppet().emit("message", { messageId: id });
    await until("a colleague", async () => (await phone.byColleagues(LI)).length > 0);
    await aWhile();
    expect(await phone.byColleagues(LI)).toEqual(["我是小周，马上给您打电话"]);
    expect(await phone.stored(LI)).toHaveLength(1);
  });
});

describe("hostile payloads", () => {
  it("are ignored or answered plainly, and what comes after them is stored", async () => {
    const puppet = phone.puppet();
    const odd: unknown[] = [
      { talkerId: "" },
      { type: "seven" },
      { text: { deep: [1] } },
      { talkerId: null, listenerId: null },
      { type: 999 },
      { talkerId: "x".repeat(100_000) },
      { mentionIdList: "all", roomId: "r" },
      { text: "\u0000\u0007\u001b", talkerId: LI },
    ];
    for (const one of odd) puppet.arrives({ ...(one as Record<string, unknown>) });
    puppet.emit("message", { messageId: "never-heard-of" });
    puppet.emit("friendship", { friendshipId: "no-payload" });
    puppet.arrives({ talkerId: LI, text: "卡\u0000被\u001b吞\ud800了\r\n在南门" });
    puppet.arrives({ talkerId: LI, text: "长".repeat(100_000) });
    puppet.arrives(
      { talkerId: LI, type: MESSAGE_TYPE.image },
      { file: { name: "../../etc/passwd", bytes: Buffer.alloc(64) } },
    );
    puppet.arrives({ talkerId: WANG, text: "我还在" });
    await has(1, WANG);
    await until("two answers", async () => phone.said(LI).length === 2);
    expect(phone.said(LI)).toEqual([WECHAT_LABELS.zh["too-long"], WECHAT_LABELS.zh["file-type"]]);
    expect((await phone.stored(LI)).map(({ text }) => text)).toEqual(["卡被吞�了\n在南门"]);
    expect(phone.channel.status().state).toBe("ready");
  });
});
