/** Settings, from the environment or `.env`. The only reader of process.env; a wrong one is named, all at once. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { type CoreSettings, coreSettings } from "./cases/settings.ts";
import { type SlackSettings, slackSettings } from "./channels/slack/settings.ts";
import { type OfficialAccountSettings, officialAccountSettings } from "./channels/wechat/official/settings.ts";
import { type WechatSettings, wechatSettings } from "./channels/wechat/settings.ts";
import { type VoiceSettings, voiceSettings } from "./channels/wechat/voice-settings.ts";
import { type KnowledgeSettings, knowledgeSettings } from "./knowledge/settings.ts";
import { type ModelSettings, modelSettings } from "./model/settings.ts";
import { redisSettings } from "./redis/settings.ts";

const Key = z.string().refine((text) => /^[0-9a-f]{64}$/iu.test(text) || Buffer.from(text, "base64").length === 32, {
  message: "expected 32 bytes as 64 hex digits or base64",
});

const Settings = z.object({
  PORT: z.coerce.number("expected a port from 0 to 65535").int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default("127.0.0.1"),
  TINGSU_DATA: z.string().min(1).default("data"),
  TINGSU_BANK: z.string().min(1).default("bank"),
  TINGSU_MASTER_KEY: Key.optional(),
  TINGSU_CUSTOMER_KEY: Key.optional(),
  TINGSU_ORIGINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .pipe(z.array(z.url("expected origins such as https://www.bank.example, separated by commas"))),
  TINGSU_PUBLIC_URL: z.url("expected a URL such as https://complaints.bank.example").optional(),
  TINGSU_PROXIES: z.coerce.number("expected how many proxies stand in front, 0 to 9").int().min(0).max(9).default(0),
  TINGSU_GATEWAY_URL: z.url("expected a URL such as https://sms.bank.example/send").optional(),
  TINGSU_GATEWAY_KEY: Key.optional(),
  TINGSU_LOG: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the data folder. */
  data: string;
  /** Absolute path of the bank's folder. */
  bank: string;
  masterKey: string | null;
  customerKey: Uint8Array | null;
  origins: string[];
  publicUrl: string | null;
  /** Reverse proxies whose X-Forwarded-For counts. */
  proxies: number;
  /** The bank's gateway to customers whose channel is closed to us; null without one. */
  gateway: { url: string; key: Uint8Array } | null;
  log: z.infer<typeof Settings>["TINGSU_LOG"];
  /** Null while no language model is set up. */
  model: ModelSettings | null;
  core: CoreSettings;
  /** Null while no WeChat official account is set up. */
  officialAccount: OfficialAccountSettings | null;
  /** Address of the Redis that processes share; null for one process. */
  redis: string | null;
  /** Null while no WeChat account is set up. */
  wechat: WechatSettings | null;
  /** Null where voices in WeChat are not turned into text. */
  voice: VoiceSettings | null;
  /** Null while Slack is off. */
  slack: SlackSettings | null;
  knowledge: KnowledgeSettings;
}

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** Reads `.env` of the working folder where there is one; what is set in the environment wins. Throws ConfigError. */
export function readConfig(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseConfig(process.env);
}

/** Throws ConfigError naming every bad setting; values are not repeated, they may be secret. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== "" && value !== undefined),
  );
  const parsed = Settings.safeParse(given);
  const model = modelSettings(given);
  const core = coreSettings(given);
  const official = officialAccountSettings(given);
  const redis = redisSettings(given);
  const wechat = wechatSettings(given);
  const voice = voiceSettings(given);
  const slack = slackSettings(given);
  const knowledge = knowledgeSettings(given);
  const issues = parsed.error?.issues ?? [];
  const halves = [given.TINGSU_GATEWAY_URL, given.TINGSU_GATEWAY_KEY].filter((half) => half !== undefined);
  const problems = [
    ...issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`),
    ...(halves.length === 1 ? ["TINGSU_GATEWAY_URL, TINGSU_GATEWAY_KEY: expected both or neither"] : []),
    ...model.problems,
    ...core.problems,
    ...official.problems,
    ...redis.problems,
    ...wechat.problems,
    ...voice.problems,
    ...slack.problems,
    ...knowledge.problems,
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    data: resolve(data.TINGSU_DATA),
    bank: resolve(data.TINGSU_BANK),
    masterKey: data.TINGSU_MASTER_KEY ?? null,
    customerKey: data.TINGSU_CUSTOMER_KEY ? keyBytes(data.TINGSU_CUSTOMER_KEY) : null,
    origins: data.TINGSU_ORIGINS,
    publicUrl: data.TINGSU_PUBLIC_URL ?? null,
    proxies: data.TINGSU_PROXIES,
    gateway: gatewayOf(data.TINGSU_GATEWAY_URL, data.TINGSU_GATEWAY_KEY),
    log: data.TINGSU_LOG,
    model: model.settings,
    core: core.settings,
    officialAccount: official.settings,
    redis: redis.url,
    wechat: wechat.settings,
    voice: voice.settings,
    slack: slack.settings,
    knowledge: knowledge.settings,
  };
}

function gatewayOf(url: string | undefined, key: string | undefined): Config["gateway"] {
  if (!url && !key) return null;
  if (!url || !key)
    throw new ConfigError(["TINGSU_GATEWAY_URL and TINGSU_GATEWAY_KEY belong together: set both or none"]);
  return { url, key: keyBytes(key) };
}

const keyBytes = (text: string): Uint8Array => Buffer.from(text, /^[0-9a-f]{64}$/iu.test(text) ? "hex" : "base64");
