/** The official account over a customer port in memory, for what happens at its door. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { createOfficialAccount, type OfficialAccount } from "../../../../src/channels/wechat/official/account.ts";
import type { Menu } from "../../../../src/channels/wechat/official/menu.ts";
import { createLocalTokens } from "../../../../src/channels/wechat/official/token-store.ts";
import type { Transcribe } from "../../../../src/channels/wechat/voice.ts";
import { codeOf } from "../../../../src/workers/clocks.ts";
import { createFakeWebPort, type FakeWebPort } from "../../../fixtures/web-port.ts";
import { type FakeWeChat, startFakeWeChat } from "./fake-wechat.ts";
import { CUSTOMER, plainAddress, post, pushesOf, safePush } from "./payloads.ts";

export const MENU: Menu = [
  {
    label: { zh: "投诉", en: "Complain" },
    items: [
      {
        label: { zh: "我要投诉", en: "Make a complaint" },
        key: "complain",
        says: { zh: "我要投诉", en: "I want to complain" },
      },
      {
        label: { zh: "查办理进度", en: "Check progress" },
        key: "progress",
        says: { zh: "查进度", en: "Check my case" },
      },
    ],
  },
  { label: { zh: "找人工", en: "A person" }, key: "person", says: { zh: "转人工", en: "I want a person" } },
  { label: { zh: "官网", en: "Website" }, url: "https://www.lanchuan.example/" },
];

export interface AtCallback {
  wechat: FakeWeChat;
  official: OfficialAccount;
  port: FakeWebPort;
  reports: string[];
  seconds(): number;
  passSeconds(seconds: number): void;
  pushes: ReturnType<typeof pushesOf>;
  /** As WeChat pushes; signed for now unless told otherwise. */
  push(xml: string): Promise<Response>;
  post(address: string, body: string): Promise<Response>;
  get(address: string): Promise<Response>;
  /** What the customer said, as the port has it. */
  kept(): { kind: string; text: string | null; attachments: number }[];
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Lives until the end of the test. */
export async function atCallback(
  options: { aes?: boolean; patienceMs?: number; transcribe?: Transcribe } = {},
): Promise<AtCallback> {
  let clock = Date.parse("2026-11-23T02:00:00Z");
  const now = () => new Date(clock).toISOString();
  const seconds = () => clock / 1000;
  const folder = await mkdtemp(join(tmpdir(), "tingsu-callback-"));
  const wechat = await startFakeWeChat({ now: () => clock, aes: options.aes ?? false });
  const port = createFakeWebPort(now);
  const reports: string[] = [];
  const official = createOfficialAccount({
    settings: wechat.settings,
    port,
    tokens: createLocalTokens(() => clock),
    folder,
    menu: { entries: MENU, language: "zh-Hans" },
    now,
    report: (what, error) => void reports.push(`${what} ${codeOf(error)}`),
    patienceMs: options.patienceMs ?? 2000,
    transcribe: options.transcribe ?? null,
  });
  open.push(async () => {
    await official.stop();
    await wechat.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    wechat,
    official,
    port,
    reports,
    seconds,
    passSeconds: (more) => {
      clock += more * 1000;
    },
    pushes: pushesOf(CUSTOMER, seconds),
    push(xml) {
      wechat.wrote(CUSTOMER);
      if (!options.aes) return post(official.app, plainAddress({ seconds: seconds() }), xml);
      const { address, body } = safePush(xml, { seconds: seconds() });
      return post(official.app, address, body);
    },
    post: (address, body) => post(official.app, address, body),
    get: async (address) => official.app.request(address),
    kept: () =>
      [...port.talks.values()]
        .flatMap((talk) => talk.messages)
        .filter(({ author }) => author.kind === "customer")
        .map(({ kind, text, attachments }) => ({ kind, text, attachments: attachments.length })),
  };
}
