/** The product with an official account at a WeChat that isn't one, and a clock the test moves. All between is real. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { Sender } from "../../../../src/channels/sender.ts";
import { createOfficialAccount, type OfficialAccount } from "../../../../src/channels/wechat/official/account.ts";
import { createLocalTokens } from "../../../../src/channels/wechat/official/token-store.ts";
import type { Transcribe } from "../../../../src/channels/wechat/voice.ts";
import type { Intake } from "../../../../src/intake.ts";
import { createProduct } from "../../../../src/product.ts";
import { createLive } from "../../../../src/store/live.ts";
import { openSqliteStore } from "../../../../src/store/sqlite/open.ts";
import { codeOf } from "../../../../src/workers/clocks.ts";
import { drainOutbox } from "../../../../src/workers/outbox.ts";
import { shippedContent } from "../../../conversations/customer.ts";
import { type FakeWeChat, startFakeWeChat } from "./fake-wechat.ts";
import { CUSTOMER, plainAddress, post, pushesOf, safePush } from "./payloads.ts";

export interface OfficialProduct {
  wechat: FakeWeChat;
  official: OfficialAccount;
  store: Awaited<ReturnType<typeof openSqliteStore>>;
  intake: Intake;
  /** What was reported: "what code". */
  reports: string[];
  /** ISO instant. */
  now(): string;
  seconds(): number;
  pushes: ReturnType<typeof pushesOf>;
  /** WeChat pushes to the callback, as it does. The passive reply, or "success". */
  push(xml: string, from?: string): Promise<Response>;
  /** The customer writes, pauses, and gets what follows. */
  says(text: string, id?: string): Promise<void>;
  conversation(): Promise<string>;
  /** What the customer said, as it is kept. */
  kept(): Promise<{ kind: string; text: string | null; attachments: number }[]>;
  settle(): Promise<void>;
  minutesPass(minutes: number): Promise<void>;
  /** Stops the server as it stands and starts another over the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function officialProduct(
  options: { aes?: boolean; patienceMs?: number; transcribe?: Transcribe } = {},
): Promise<OfficialProduct> {
  let clock = Date.parse("2026-11-23T10:00:00+08:00");
  const now = () => new Date(clock).toISOString();
  const seconds = () => Math.floor(clock / 1000);
  const folder = await mkdtemp(join(tmpdir(), "tingsu-official-"));
  const masterKey = randomBytes(32);
  const wechat = await startFakeWeChat({ now: () => clock, aes: options.aes ?? false });
  const reports: string[] = [];

  const menu = shippedContent().bank.profile.officialAccount?.menu;

  async function start() {
    const store = await openSqliteStore({ file: join(folder, "tingsu.sqlite"), masterKey, clock: now });
    const senders = new Map<string, Sender>();
    const { intake, outbox } = createProduct({
      content: shippedContent(),
      store,
      live: createLive(),
      log: pino({ level: "silent" }),
      now,
      schedule: () => undefined,
      reach: { senders },
    });
    const official = createOfficialAccount({
      settings: wechat.settings,
      port: intake,
      tokens: createLocalTokens(() => clock),
      folder,
      menu: menu ? { entries: menu, language: "zh-Hans" } : null,
      now,
      report: (what, error) => void reports.push(`${what} ${codeOf(error)}`),
      transcribe: options.transcribe ?? null,
      ...(options.patienceMs ? { patienceMs: options.patienceMs } : {}),
    });
    senders.set(official.sender.channel, official.sender);
    await official.start();
    return { store, intake, outbox, official };
  }
  let running = await start();

  const drain = async () => {
    while ((await drainOutbox(running.outbox)) > 0);
  };
  const conversation = async () => {
    const found = await running.store.conversationOf("wechat-official", CUSTOMER);
    if (!found) throw new Error("the customer has no conversation");
    return found;
  };
  const product: OfficialProduct = {
    wechat,
    get official() {
      return running.official;
    },
    get store() {
      return running.store;
    },
    get intake() {
      return running.intake;
    },
    reports,
    now,
    seconds,
    pushes: pushesOf(CUSTOMER, seconds),
    async push(xml, from = CUSTOMER) {
      if (/<Event>.*(?:subscribe|SCAN|CLICK)\]/u.test(xml)) wechat.acted(from);
      if (!xml.includes("<Event>")) wechat.wrote(from);
      const signing = { seconds: seconds() };
      if (!options.aes) return post(running.official.app, plainAddress(signing), xml);
      const { address, body } = safePush(xml, signing);
      return post(running.official.app, address, body);
    },
    async says(text, id) {
      const answer = await product.push(product.pushes.text(text, id));
      if (answer.status !== 200) throw new Error(`callback answered ${answer.status}`);
      clock += 5000;
      await product.settle();
    },
    conversation,
    async kept() {
      const messages = await running.store.messages(await conversation(), { after: 0, limit: 1000 });
      return messages
        .filter(({ author }) => author.kind === "customer")
        .map(({ kind, text, attachments }) => ({ kind, text, attachments: attachments.length }));
    },
    async settle() {
      await running.intake.handleTurn(await conversation());
      await drain();
    },
    async minutesPass(minutes) {
      clock += minutes * 60_000;
      for (const { conversation, kind } of await running.store.dueClocks(now(), 100)) {
        if (kind === "turn") await running.intake.handleTurn(conversation);
        else await running.intake.act(conversation, { type: kind === "wait" ? "wait-over" : kind });
      }
      await drain();
    },
    async restart() {
      await running.official.stop();
      await running.store.close();
      running = await start();
    },
    async close() {
      await running.official.stop();
      await running.store.close();
      await wechat.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return product;
}
