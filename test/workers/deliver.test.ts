/** What the bank says reaches the customer on a push channel: once, in order, whatever the provider does. */
import { afterEach, describe, expect, it } from "vitest";
import type { Fallback } from "../../src/workers/deliver.ts";
import { type PushChannel, pushChannel } from "../fixtures/push-channel.ts";
import { pushedProduct } from "../fixtures/pushed-product.ts";

const SWALLOWED = "昨天晚上你们滨江支行的取款机把我的卡吞了，到现在没人管";
type Pushed = Awaited<ReturnType<typeof pushedProduct>>;

const opened: Pushed[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((product) => product.close()));
});

async function productWith(channel: PushChannel, fallback?: Fallback): Promise<Pushed> {
  const product = await pushedProduct({ sender: channel, ...(fallback ? { fallback } : {}) });
  opened.push(product);
  return product;
}

/** Texts of the bank in the transcript, in order. */
async function said(product: Pushed): Promise<string[]> {
  const messages = await product.store.messages(await product.conversationOf(), { after: 0, limit: 1_000 });
  return messages.filter((message) => message.author.kind !== "customer").map((message) => message.text ?? "");
}

const joined = (texts: readonly string[]) => texts.join("").replace(/\s/gu, "");

describe("a customer on a push channel", () => {
  it("gets everything that was said, in order, and it counts as delivered", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    await product.says(SWALLOWED);
    await product.says("昨晚八点多，卡尾号8827");
    for (const text of await said(product)) expect(joined(channel.texts())).toContain(joined([text]));
    const messages = await product.store.messages(await product.conversationOf(), { after: 0, limit: 1_000 });
    expect(messages.filter((one) => one.author.kind === "bot").every((one) => one.deliveredAt !== null)).toBe(true);
  });

  it("whose first messages come at once has one conversation", async () => {
    const product = await productWith(pushChannel());
    const opened = await Promise.all([product.conversationOf(), product.conversationOf(), product.conversationOf()]);
    expect(new Set(opened).size).toBe(1);
  });

  it("who repeats a message is answered once", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    await product.says(SWALLOWED, "wx-1");
    const before = channel.arrivedParts.length;
    expect(await product.says(SWALLOWED, "wx-1")).toMatchObject({ duplicate: true });
    expect(channel.arrivedParts).toHaveLength(before);
  });

  it("answers choices by their number", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    await product.says("我要投诉");
    await product.says(SWALLOWED);
    const conversation = await product.conversationOf();
    const withChoices = (await product.store.latest(conversation, 20)).findLast((one) => one.choices.length > 0);
    expect(withChoices).toBeDefined();
    expect(channel.texts().join("\n")).toContain(`1. ${withChoices?.choices[0]}`);
    const state = async () => (await product.store.load(conversation))?.state;
    const asked = await state();
    await product.says("1");
    const after = await state();
    expect(after?.stage === asked?.stage && JSON.stringify(after?.matters) === JSON.stringify(asked?.matters)).toBe(
      false,
    );
    const heard = (await product.store.latest(conversation, 20)).filter((one) => one.author.kind === "customer");
    expect(heard.at(-1)?.text).toBe("1");
  });

  it("gets a long text in pieces that end with a sentence", async () => {
    const channel = pushChannel({ maxLength: 80 });
    const product = await productWith(channel);
    await product.says("信用卡年费怎么收，什么时候可以免？");
    expect(channel.texts().every((text) => text.length <= 80)).toBe(true);
    expect(joined(channel.texts())).toContain(joined([(await said(product)).at(-1) ?? ""]));
  });
});

describe("a provider that is down", () => {
  it("gets what waited once it is back, in order and once", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    channel.mood = "down";
    await product.says(SWALLOWED);
    expect(channel.arrivedParts).toEqual([]);
    channel.mood = "well";
    for (let n = 0; n < 8; n += 1) await product.minutesPass(1);
    const texts = joined(channel.texts());
    const places = (await said(product)).map((text) => texts.indexOf(joined([text])));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(channel.arrivedParts.map((part) => part.id)).size).toBe(channel.arrivedParts.length);
  });

  it("for good gives the message to people, and the next one is tried all the same", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    channel.mood = "blocked";
    await product.says(SWALLOWED);
    expect((await product.store.deadLetters()).map((letter) => letter.error)).toContain("wechat.blocked");
    channel.mood = "well";
    await product.says("昨晚八点多");
    expect(channel.arrivedParts.length).toBeGreaterThan(0);
  });
});

describe("an outcome nobody knows", () => {
  it("is settled by the echo: what arrived is not said again", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    channel.mood = "answer-lost";
    await product.says(SWALLOWED);
    channel.mood = "well";
    for (let n = 0; n < 8; n += 1) await product.minutesPass(1);
    expect(new Set(channel.arrivedParts.map((part) => part.id)).size).toBe(channel.arrivedParts.length);
    expect(joined(channel.texts())).toContain(joined([(await said(product)).at(-1) ?? ""]));
  });

  it("is settled by the echo: what did not arrive is said", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    channel.mood = "part-lost";
    await product.says(SWALLOWED);
    channel.mood = "well";
    for (let n = 0; n < 8; n += 1) await product.minutesPass(1);
    expect(joined(channel.texts())).toContain(joined([(await said(product)).at(-1) ?? ""]));
  });

  it("without an echo: a receipt is said again, a question stays unsaid", async () => {
    const channel = pushChannel();
    channel.echoes = false;
    const product = await productWith(channel);
    await product.says("你好");
    await product.minutesPass(1);
    channel.arrivedParts.length = 0;
    channel.mood = "answer-lost";
    await product.says(SWALLOWED);
    for (let n = 0; n < 3; n += 1) await product.minutesPass(1);
    channel.mood = "well";
    for (let n = 0; n < 8; n += 1) await product.minutesPass(1);
    const times = new Map<string, number>();
    for (const part of channel.arrivedParts) times.set(part.id, (times.get(part.id) ?? 0) + 1);
    const kinds = new Map(channel.arrivedParts.map((part) => [part.id, part.kind]));
    expect([...kinds.values()]).toEqual(expect.arrayContaining(["receipt", "question"]));
    for (const [id, kind] of kinds) {
      if (kind === "question" || kind === "chat") expect(times.get(id)).toBe(1);
      else expect(times.get(id)).toBeGreaterThan(1);
    }
  });
});

describe("a provider that lets us write for a while only", () => {
  const WINDOW = { hours: 48, messages: 5 };

  it("holds what comes later, and lets it go in order when the customer writes", async () => {
    const channel = pushChannel({ window: WINDOW });
    const product = await productWith(channel);
    await product.says(SWALLOWED);
    const before = channel.arrivedParts.length;
    await product.minutesPass(49 * 60);
    const conversation = await product.conversationOf();
    const waiting = await product.store.deliveries.waiting(conversation);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting[0]?.error).toBe("window-closed");
    expect(channel.arrivedParts).toHaveLength(before);
    await product.says("我的事情怎么样了？");
    expect(await product.store.deliveries.waiting(conversation)).toEqual([]);
    expect(channel.arrivedParts.length).toBeGreaterThan(before);
  });

  it("whose messages are used up gets the rest in one", async () => {
    const channel = pushChannel({ window: { hours: 48, messages: 2 }, maxLength: 4_000 });
    const product = await productWith(channel);
    channel.mood = "down";
    await product.says(SWALLOWED);
    channel.mood = "well";
    for (let n = 0; n < 8; n += 1) await product.minutesPass(1);
    expect(channel.arrivedParts.length).toBeLessThanOrEqual(2);
    for (const text of await said(product)) expect(joined(channel.texts())).toContain(joined([text]));
  });

  it("that closed by its own count holds the message too", async () => {
    const channel = pushChannel({ window: WINDOW });
    const product = await productWith(channel);
    channel.mood = "closed";
    await product.says(SWALLOWED);
    const conversation = await product.conversationOf();
    expect((await product.store.deliveries.waiting(conversation))[0]?.error).toBe("45015");
    expect(await product.store.deadLetters()).toEqual([]);
  });

  it("what must reach the customer takes the other way after an hour, with the phone they left", async () => {
    const sent: { text: string; phone: string | null }[] = [];
    const fallback: Fallback = {
      name: "sms",
      async send({ text, phone }) {
        sent.push({ text, phone });
      },
    };
    const channel = pushChannel({ window: WINDOW });
    const product = await productWith(channel, fallback);
    await product.says(SWALLOWED);
    await product.says("可以");
    await product.says("我的电话13800138000");
    channel.mood = "closed";
    await product.minutesPass(49 * 60);
    for (let n = 0; n < 3; n += 1) await product.minutesPass(61);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent[0]?.phone).toBe("13800138000");
    const trace = await product.store.auditEntries(await product.conversationOf());
    expect(trace.map((entry) => entry.action)).toContain("sent-by-fallback");
  });
});

describe("a colleague who writes from the phone of the account", () => {
  it("is kept in the conversation, not sent again, and the bot yields until they fall silent", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    await product.says(SWALLOWED);
    const conversation = await product.conversationOf();
    const before = channel.arrivedParts.length;
    const words = { externalId: "wx-out-1", text: "陈先生您好，我是滨江支行的，马上帮您看" };
    await product.intake.colleagueWrote(conversation, words);
    await product.intake.colleagueWrote(conversation, words);
    await product.drain();
    expect(channel.arrivedParts).toHaveLength(before);
    await product.says("好的，那我等着");
    expect(channel.arrivedParts).toHaveLength(before);
    const texts = (await product.store.latest(conversation, 10)).map((message) => message.text);
    expect(texts.filter((text) => text === words.text)).toHaveLength(1);
    for (let n = 0; n < 30; n += 1) await product.minutesPass(1);
    expect(channel.arrivedParts.length).toBeGreaterThan(before);
  });
});

describe("a line that was cut off", () => {
  it("is told to the customer with its times, and they are asked to say it again", async () => {
    const channel = pushChannel();
    const product = await productWith(channel);
    await product.says(SWALLOWED);
    const from = product.now();
    await product.minutesPass(3);
    await product.intake.act(await product.conversationOf(), { type: "link-was-lost", from, to: product.now() });
    await product.drain();
    expect(channel.texts().at(-1)).toMatch(/10:0\d.*10:0\d.*(再发|再说)/su);
  });
});
