/** The channel over a real Wechaty bot and a mock account, with the product behind it in this process, and no pacing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { newWechat, TestPuppet, type Wechat as World } from "../../../examples/outside/puppet.ts";
import type { Gap } from "../../../src/channels/wechat/personal/gaps.ts";
import type { LinkEvents, OpenLink } from "../../../src/channels/wechat/personal/link.ts";
import { createWechat, type Wechat } from "../../../src/channels/wechat/personal/wechat.ts";
import type { WechatSettings } from "../../../src/channels/wechat/settings.ts";
import type { StoredMessage } from "../../../src/store/store.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { until } from "../../system/server.ts";

export const FAST: WechatSettings = {
  puppet: "wechaty-puppet-mock",
  token: null,
  endpoint: null,
  tls: false,
  pace: {
    perMinute: 1000,
    perCustomerPerMinute: 1000,
    gapMs: 0,
    typingMs: { perCharacter: 0, most: 0 },
    friendsPerHour: 1000,
  },
  account: null,
};

export interface Phone {
  channel: Wechat;
  product: InProcess;
  world: World;
  folder: string;
  puppet(): TestPuppet;
  asked: { conversations: readonly string[]; gap: Gap }[];
  reports: string[];
  conversation(customer: string): Promise<string | undefined>;
  /** The customer's messages in the order they were stored. */
  stored(customer: string): Promise<StoredMessage[]>;
  /** What colleagues wrote to the customer from the phone, as the product keeps it. */
  byColleagues(customer: string): Promise<(string | null)[]>;
  /** What the account said to this id. */
  said(to: string): (string | null)[];
  stop(): Promise<void>;
}

type Options = Partial<Omit<Parameters<typeof createWechat>[0], "port" | "hooks" | "report" | "open" | "folder">> & {
  world?: World;
  folder?: string;
  product?: InProcess;
  /** Stands before the intake, to break it. */
  port?: (intake: InProcess["intake"]) => InProcess["intake"];
  open?: OpenLink;
  /** Nobody but the channel asks customers to repeat. */
  asksItself?: boolean;
  /** Don't wait for the login. */
  cold?: boolean;
  /** The puppet that the settings name, not a mock in this process. */
  real?: boolean;
};

export async function startPhone(options: Options = {}): Promise<Phone> {
  const { world = newWechat(), cold, real, asksItself, ...given } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "wechat-"));
  const product = options.product ?? (await startInProcess({ start: new Date().toISOString() }));
  const port = options.port?.(product.intake) ?? product.intake;
  let puppet: TestPuppet | undefined;
  const open = async (events: LinkEvents) => {
    const { openBot } = await import("../../../src/channels/wechat/personal/bot.ts");
    puppet = new TestPuppet(world);
    return openBot(puppet, join(folder, "home"), events);
  };
  const conversation = (customer: string) => product.store.conversationOf("wechat", customer);
  const asked: Phone["asked"] = [];
  const reports: string[] = [];
  const channel = createWechat({
    settings: FAST,
    ...(real ? {} : { open }),
    echoTime: 300,
    ...given,
    folder,
    port,
    hooks: {
      conversationOf: (channel, externalId) => product.store.conversationOf(channel, externalId),
      customerOf: async (conversation) => (await product.store.deliveries.address(conversation))?.to,
      ...(asksItself ? {} : { askToRepeat: async (conversations, gap) => void asked.push({ conversations, gap }) }),
    },
    report: (code) => reports.push(code),
  });
  if (!cold) await until("the account is ready", async () => channel.status().state === "ready");
  return {
    channel,
    product,
    world,
    folder,
    asked,
    reports,
    puppet() {
      if (!puppet) throw new Error("no puppet yet");
      return puppet;
    },
    conversation,
    async stored(customer) {
      const id = await conversation(customer);
      const all = id ? await product.store.messages(id, { after: 0, limit: 1000 }) : [];
      return all.filter((message) => message.author.kind === "customer");
    },
    async byColleagues(customer) {
      const id = await conversation(customer);
      const all = id ? await product.store.messages(id, { after: 0, limit: 1000 }) : [];
      return all.filter(({ author }) => author.kind === "staff").map(({ text }) => text);
    },
    said: (to) => world.said.filter((one) => one.to === to).map(({ text }) => text),
    async stop() {
      await channel.stop();
      if (!options.product) await product.close();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Long enough for what must not happen to have happened, were it to. */
export const aWhile = () => wait(250);
