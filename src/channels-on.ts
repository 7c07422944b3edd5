/**
 * The channels and surfaces that the settings switch on, put together. Each is loaded only then: an SDK that nobody
 * uses costs no start and no memory.
 */
import { join } from "node:path";
import { Hono } from "hono";
import type { Logger } from "pino";
import type { Bank } from "./bank/bank.ts";
import type { CaseLife } from "./cases/life/life.ts";
import type { Sender } from "./channels/sender.ts";
import type { Transcribe } from "./channels/wechat/voice.ts";
import type { Config } from "./config.ts";
import type { Content } from "./content.ts";
import { deskNames } from "./desk/bank-names.ts";
import type { LinkBoard } from "./desk/channel-links.ts";
import type { Desk } from "./desk/desk.ts";
import type { StaffSurface } from "./desk/surface.ts";
import type { Intake } from "./intake.ts";
import type { SqliteStore } from "./store/sqlite/open.ts";
import type { Store } from "./store/store.ts";
import { codeOf } from "./workers/clocks.ts";

/** What the staff's desk in Slack needs beside the settings. */
export interface SlackParts {
  config: Config;
  bank: Bank;
  desk: Desk;
  store: SqliteStore;
  life: Pick<CaseLife, "read">;
  links: LinkBoard;
  /** Where staff hear of cases: the desk in Slack joins it. */
  surfaces: StaffSurface[];
  log: Logger;
  now: () => string;
}

export interface ChannelsParts {
  config: Config;
  content: Content;
  intake: Intake;
  store: Store;
  /** Where a channel with a line of its own says how it fares. */
  links: LinkBoard;
  /** Where a push channel puts its sender. */
  senders: Map<string, Sender>;
  log: Logger;
  now: () => string;
}

/** A channel that is on. */
export interface RunningChannel {
  /** What providers call; mounted at the root of the server before it listens. */
  routes: Hono;
  /** Begins to talk to the provider. */
  start(): Promise<void>;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
}

const NOTHING = async () => undefined;

/** WeChat through wechaty: starts by itself and tells in the log how the link fares. */
export async function wechatOn(parts: ChannelsParts): Promise<RunningChannel | null> {
  const { config, intake, store, senders, log } = parts;
  if (!config.wechat) return null;
  const { createWechat } = await import("./channels/wechat/personal/wechat.ts");
  const wechat = createWechat({
    settings: config.wechat,
    transcribe: await transcribeOf(config, log),
    folder: join(config.data, "wechat"),
    port: intake,
    hooks: {
      conversationOf: (channel, externalId) => store.conversationOf(channel, externalId),
      customerOf: async (conversation) => (await store.deliveries.address(conversation))?.to,
      async askToRepeat(conversations, { from, to }) {
        for (const conversation of conversations) {
          await intake.act(conversation, { type: "link-was-lost", from, to });
        }
      },
    },
    report: (code, detail) => log.warn({ code, ...detail }, "wechat"),
  });
  const expected = config.wechat.account?.name ?? null;
  wechat.subscribe(({ state }) => log.info({ state }, "wechat link"));
  parts.links.add({
    link() {
      const status = wechat.status();
      const { state, since } = status;
      const code = state === "lost" ? status.code : null;
      const account = state === "ready" ? status.account : null;
      const refusedAt = wechat.refusedAt();
      return { channel: wechat.sender.channel, state, since, code, expected, account, refusedAt };
    },
    qr: wechat.qr,
    subscribe: wechat.subscribe,
  });
  senders.set(wechat.sender.channel, wechat.sender);
  return { routes: new Hono(), start: NOTHING, stop: wechat.stop };
}

/** How voices become words, for both kinds of WeChat account; null where no service is set up. */
async function transcribeOf({ voice }: Config, log: Logger): Promise<Transcribe | null> {
  if (!voice) return null;
  const { createTranscribe } = await import("./channels/wechat/voice.ts");
  return createTranscribe({ ...voice, report: (code) => log.warn({ code }, "voice") });
}

/** A WeChat official account: WeChat calls /wechat. */
export async function officialAccountOn(parts: ChannelsParts): Promise<RunningChannel | null> {
  const { config, intake, senders, log, now } = parts;
  if (!config.officialAccount) return null;
  const { officialAccount, languages } = parts.content.bank.profile;
  const { createOfficialAccount } = await import("./channels/wechat/official/account.ts");
  const { tokensOver } = await import("./channels/wechat/official/token-store.ts");
  const warn = (error: unknown) => log.warn({ code: codeOf(error) }, "redis is away; going on without");
  const redis = config.redis ? await (await import("./redis/client.ts")).connectRedis(config.redis, warn) : null;
  const account = createOfficialAccount({
    settings: config.officialAccount,
    port: intake,
    tokens: tokensOver(redis, () => Date.parse(now()), warn),
    folder: config.data,
    transcribe: await transcribeOf(config, log),
    menu: officialAccount && { entries: officialAccount.menu, language: languages[0] ?? "zh-Hans" },
    now,
    report: (what, error) => log.warn({ what, code: codeOf(error) }, "wechat official account"),
  });
  senders.set(account.sender.channel, account.sender);
  return {
    routes: new Hono().route("/wechat", account.app),
    start: () => account.start(),
    async stop() {
      await account.stop();
      redis?.close();
    },
  };
}

/** The staff's desk in Slack: Slack calls /slack/events, or a socket is opened. */
export async function slackOn(parts: SlackParts): Promise<RunningChannel | null> {
  const { config, bank, desk, store, surfaces, log, now } = parts;
  if (!config.slack) return null;
  const { createSlack } = await import("./channels/slack/slack.ts");
  const base = config.publicUrl?.replace(/\/$/u, "") ?? `http://${config.host}:${config.port}`;
  const slack = createSlack({
    settings: config.slack,
    desk,
    store,
    memory: store.slack,
    bank: () => bank,
    names: deskNames(() => bank),
    caseLife: parts.life,
    incidents: { store: store.incidents, calls: store.incidentCalls },
    tracks: store,
    improvements: store.improvements,
    deskUrl: `${base}/desk`,
    links: parts.links,
    now,
    report: ({ what, error }) => log.warn({ what, code: codeOf(error) }, "slack"),
  });
  surfaces.push(slack.surface);
  return slack;
}
