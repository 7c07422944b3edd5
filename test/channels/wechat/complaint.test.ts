/** A customer on WeChat as they see it: phone, puppet service in another process, channel, product, outbox, and back. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNT } from "../../../examples/outside/puppet.ts";
import { type PuppetService, puppetService } from "../../../examples/outside/puppet-service.ts";
import type { Sender } from "../../../src/channels/sender.ts";
import { WECHAT, WECHAT_PERSONAL } from "../../../src/channels/wechat/personal/features.ts";
import { createWechat, type Wechat } from "../../../src/channels/wechat/personal/wechat.ts";
import { pushedProduct } from "../../fixtures/pushed-product.ts";
import { until } from "../../system/server.ts";
import { FAST } from "./phone.ts";

/** Whom `pushedProduct` talks to. */
const CHEN = "wx-lao-chen";

let folder: string;
let service: PuppetService;
let product: Awaited<ReturnType<typeof pushedProduct>>;
let wechat: Wechat;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wechat-complaint-"));
  service = await puppetService(join(folder, "world.json"));
  await service.start();
});
afterAll(async () => {
  await service.kill();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const sender: Sender = {
    channel: WECHAT,
    features: WECHAT_PERSONAL,
    send: (part) => wechat.sender.send(part),
    arrived: (part) => wechat.sender.arrived(part),
  };
  product = await pushedProduct({ sender });
  const endpoint = { host: "127.0.0.1", port: service.port };
  wechat = createWechat({
    settings: { ...FAST, puppet: "wechaty-puppet-service", token: "insecure_tingsu-test", endpoint },
    folder: mkdtempSync(join(folder, "wechat-")),
    port: product.intake,
    hooks: {
      conversationOf: (channel, externalId) => product.store.conversationOf(channel, externalId),
      customerOf: async (conversation) => (await product.store.deliveries.address(conversation))?.to,
    },
    report: () => undefined,
    echoTime: 200,
  });
  await ready();
  await product.conversationOf();
});
afterEach(async () => {
  await wechat.stop();
  await service.forget();
  await product.close();
});

const ready = () => until("the account is ready", async () => wechat.status().state === "ready");
const texts = async () => (await service.said()).filter(({ to }) => to === CHEN).map(({ text }) => text);
const everything = async () => (await texts()).join("\n");

/** The customer writes and pauses; what follows is said unless something holds it up. */
async function writes(text: string): Promise<void> {
  const id = await service.arrives({ talkerId: CHEN, text });
  const conversation = await product.conversationOf();
  await until("it is stored", async () =>
    (await product.store.latest(conversation, 20)).some((message) => message.externalId === id),
  );
  await product.intake.handleTurn(conversation);
}

async function says(text: string): Promise<string> {
  const before = (await texts()).length;
  await writes(text);
  await product.drain();
  return (await texts()).slice(before).join("\n");
}

/** Lets unknown outcomes be settled: a minute for the outbox, a moment for the echo. */
async function settles(): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    await wait(250);
    await product.minutesPass(1);
  }
}

async function restartService(): Promise<void> {
  await service.kill();
  await until("the loss is seen", async () => wechat.status().state !== "ready");
  await service.start();
  await ready();
}

describe("a complaint on WeChat", () => {
  it("goes from the first angry words to an open case", async () => {
    expect(await says("你们ATM把我卡吞了！！气死我了")).toMatch(/受理编号R-[2-9A-Z]{8}/u);
    await says("昨天下午三点在滨江支行门口那台");
    await says("把卡还给我");
    await says("可以");
    await says("8827");
    await says("我姓王");
    await says("13800005678");
    expect(await says("随时都行")).toMatch(/滨江支行[\s\S]*8827/u);
    await says("对的");
    await product.drain();
    expect(await everything()).toMatch(/C-20261123-[2-9A-Z]{6}/u);
    expect(await everything()).not.toContain("13800005678");
  });

  it("several short messages are one turn", async () => {
    await product.drain();
    const before = (await texts()).length;
    const conversation = await product.conversationOf();
    for (const text of ["我的卡", "被你们机器吞了", "就今天上午，滨江支行"]) {
      await service.arrives({ talkerId: CHEN, text });
    }
    await until(
      "all are stored",
      async () =>
        (await product.store.latest(conversation, 20)).filter(({ author }) => author.kind === "customer").length === 3,
    );
    await product.intake.handleTurn(conversation);
    await product.drain();
    expect((await product.store.load(conversation))?.state.turns).toBe(1);
    expect((await texts()).slice(before).join("\n")).not.toMatch(/什么时候/u);
  });

  it("a colleague who answers from the phone has the floor: the bot says no more", async () => {
    await says("你们ATM把我卡吞了！！气死我了");
    await service.arrives({ talkerId: ACCOUNT, listenerId: CHEN, text: "王先生您好，我是滨江支行小周，我来处理" });
    const conversation = await product.conversationOf();
    await until("it is kept", async () =>
      (await product.store.latest(conversation, 20)).some(({ author }) => author.kind === "staff"),
    );
    expect(await says("好的，昨天下午三点的事")).toBe("");
    expect((await texts()).filter((text) => text.includes("我是滨江支行小周"))).toEqual([]);
  });
});

describe("a send whose outcome nobody knows, by the puppet service killed in the middle", () => {
  it("went out: its echo says so, and it is not said again", async () => {
    await service.set({ fault: "hangs-after" });
    await writes("你们ATM把我卡吞了！！气死我了");
    const draining = product.drain();
    await until("something is out", async () => (await texts()).length > 0);
    const [out = ""] = await texts();
    await restartService();
    await draining;
    await settles();
    expect((await texts()).filter((text) => text === out)).toHaveLength(1);
    expect(await everything()).toMatch(/受理编号R-[2-9A-Z]{8}/u);
  });

  /** The send of `text`'s first answer is cut off before it went out. Resolves with that answer and how often it was said. */
  async function cutOff(text: string): Promise<{ kind: string; times: number }> {
    const before = await texts();
    await service.set({ fault: "hangs-before" });
    await writes(text);
    const draining = product.drain();
    await wait(300);
    expect(await texts()).toEqual(before);
    await restartService();
    await draining;
    await settles();
    const all = await product.store.messages(await product.conversationOf(), { after: 0, limit: 100 });
    const asked = all.findLastIndex(({ author }) => author.kind === "customer");
    const [first, ...rest] = all.slice(asked + 1);
    const said = await texts();
    // What had not begun to go out is said in any case.
    for (const one of rest) expect(said.filter((each) => each.includes(one.text ?? ""))).toHaveLength(1);
    return { kind: first?.kind ?? "", times: said.filter((each) => each.includes(first?.text ?? "")).length };
  }

  it("did not go out and can't be told: a receipt is said again", async () => {
    await product.drain();
    expect(await cutOff("昨天晚上你们滨江支行的取款机把我的卡吞了")).toEqual({ kind: "receipt", times: 1 });
  });

  it("did not go out and can't be told: chat stays unsaid", async () => {
    await says("我要投诉");
    expect(await cutOff("昨天晚上你们滨江支行的取款机把我的卡吞了")).toEqual({ kind: "chat", times: 0 });
  });
});
