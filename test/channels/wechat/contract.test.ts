/** The channel contract over a real Wechaty bot: what is said goes through the outbox, what is written through the puppet. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ACCOUNT, newId, newWechat, TestPuppet } from "../../../examples/outside/puppet.ts";
import type { Sender } from "../../../src/channels/sender.ts";
import { openBot } from "../../../src/channels/wechat/personal/bot.ts";
import { WECHAT, WECHAT_PERSONAL } from "../../../src/channels/wechat/personal/features.ts";
import { MESSAGE_TYPE } from "../../../src/channels/wechat/personal/message.ts";
import { createWechat, type Wechat } from "../../../src/channels/wechat/personal/wechat.ts";
import { type ChannelUnderTest, channelContract } from "../../contracts/channel.ts";
import { pushedProduct } from "../../fixtures/pushed-product.ts";
import { staffSendsFile } from "../../fixtures/staff-file.ts";
import { until } from "../../system/server.ts";
import { FAST } from "./phone.ts";

/** Whom `pushedProduct` talks to. */
const CHEN = "wx-lao-chen";

async function create(): Promise<ChannelUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "wechat-contract-"));
  const over = { file: join(folder, "tingsu.sqlite"), masterKey: randomBytes(32) };
  const world = newWechat();
  let channel: Wechat;
  let puppet: TestPuppet;
  // The channel needs the intake, and the outbox the channel.
  const sender: Sender = {
    channel: WECHAT,
    features: WECHAT_PERSONAL,
    send: (part) => channel.sender.send(part),
    arrived: (part) => channel.sender.arrived(part),
  };
  let product = await pushedProduct({ ...over, sender });

  async function connect(): Promise<void> {
    channel = createWechat({
      settings: FAST,
      folder: join(folder, "wechat"),
      port: product.intake,
      hooks: {
        conversationOf: (name, externalId) => product.store.conversationOf(name, externalId),
        customerOf: async (conversation) => (await product.store.deliveries.address(conversation))?.to,
      },
      report: () => undefined,
      async open(events) {
        puppet = new TestPuppet(world);
        return openBot(puppet, join(folder, "wechat", "home"), events);
      },
    });
    await until("the account is ready", async () => channel.status().state === "ready");
  }
  await connect();
  // The test asks for the conversation too; it is there before anybody writes.
  await product.conversationOf();

  const customers = async () => {
    const all = await product.store.messages(await product.conversationOf(), { after: 0, limit: 10_000 });
    return all.filter((message) => message.author.kind === "customer");
  };
  const stored = (id: string) =>
    until(`message ${id}`, async () => (await customers()).some((message) => message.externalId === id));

  return {
    features: WECHAT_PERSONAL,
    async says(text, id = newId()) {
      puppet.arrives({ id, talkerId: CHEN, text });
      await stored(id);
    },
    async sendsFile(name, bytes) {
      const file = { name, bytes: Buffer.from(bytes) };
      await stored(puppet.arrives({ talkerId: CHEN, type: MESSAGE_TYPE.image }, { file }));
    },
    getsFile: async (file) => staffSendsFile(product, await product.conversationOf(), file),
    files: async () => world.said.flatMap(({ to, file }) => (to === CHEN && file ? [file.bytes] : [])),
    async settle() {
      await product.intake.handleTurn(await product.conversationOf());
      await product.drain();
    },
    heard: async () => world.said.filter(({ to }) => to === CHEN).map(({ text }) => text ?? ""),
    kept: async () => (await customers()).map(({ text }) => text ?? ""),
    async echo() {
      const ours = [...world.messages.entries()].filter(([, message]) => JSON.stringify(message).includes(ACCOUNT));
      for (const [messageId] of ours) puppet.emit("message", { messageId });
      await until("all were seen to", async () => channel.pending() === 0);
    },
    async restart() {
      await channel.stop();
      const start = product.now();
      await product.close();
      product = await pushedProduct({ ...over, sender, start });
      await connect();
    },
    providerDown() {
      world.fault = "refuses";
      return () => {
        world.fault = "none";
      };
    },
    providerSlow() {
      const { promise, resolve } = Promise.withResolvers<void>();
      world.until = promise;
      return resolve;
    },
    async hostile() {
      const odd: Record<string, unknown>[] = [
        { talkerId: "" },
        { talkerId: CHEN, type: "text" },
        { talkerId: CHEN, text: { $: 1 } },
        { talkerId: CHEN, text: "\u0000\u0008\u001b" },
        { talkerId: CHEN, type: MESSAGE_TYPE.unknown, text: "<sysmsg/>" },
        { talkerId: "x".repeat(1_000_000) },
      ];
      for (const message of odd) puppet.arrives(message);
      puppet.emit("message", { messageId: "nobody-knows" });
      await until("all were tried", async () => channel.pending() === 0);
    },
    minutesPass: (minutes) => product.minutesPass(minutes),
    async close() {
      await channel.stop();
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

channelContract({
  name: "wechat",
  create,
  skip: [
    {
      test: "what is said late waits where the provider's window is closed",
      reason: "a friend may always be written to",
    },
  ],
});
