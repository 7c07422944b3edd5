/** The bank with all its doors open for one evening: product, puppet service, Slack, browser; and what ends them again. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import pino from "pino";
import { z } from "zod";
import { parseConfig } from "../../src/config.ts";
import type { Content } from "../../src/content.ts";
import { type RunningServer, startServer } from "../../src/server.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import { launchChromium } from "../outside/chromium.ts";
import { puppetService } from "../outside/puppet-service.ts";
import { type Customer, onWechat, onWidget } from "./customer.ts";
import { openSlackOffice, type SlackOffice } from "./slack-office.ts";
import { until } from "./until.ts";
import { type AtDesk, atDesk } from "./web-desk.ts";

/** A Monday, seven in the evening at the bank. The clock then runs as clocks do. */
const BEGINS = "2026-11-23T11:00:00.000Z";
const DEPARTMENTS = ["consumer-protection", "credit-card-centre", "digital-banking", "operations"];
const LogLine = z.object({
  level: z.number(),
  msg: z.string(),
  state: z.string().optional(),
  code: z.string().optional(),
});

export interface Stage {
  now(): string;
  slack: SlackOffice;
  wechat: Customer;
  widget: Customer;
  desk(person: string): Promise<AtDesk>;
  /** Errors the product logged, by what they say. */
  errors: string[];
  /** Stops the product in its ordinary way; then its store can be read. */
  closeProduct(): Promise<void>;
  openStore(): Promise<SqliteStore>;
  close(): Promise<void>;
}

/** `bank`: folder the content was read from; the product watches it. */
export async function setStage(shown: { content: Content; bank: string }, people: readonly string[]): Promise<Stage> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return await set(shown, people, ends, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function set(
  { content, bank }: { content: Content; bank: string },
  people: readonly string[],
  ends: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<Stage> {
  const offset = Date.parse(BEGINS) - Date.now();
  const now = () => new Date(Date.now() + offset).toISOString();
  const data = await mkdtemp(join(tmpdir(), "tingsu-evening-"));
  ends.push(() => rm(data, { recursive: true, force: true }));
  const service = await puppetService(join(data, "wechat-world.json"));
  ends.push(() => service.kill());
  const [browser, slack] = await Promise.all([launchChromium(), openSlackOffice(people, DEPARTMENTS), service.start()]);
  ends.push(
    () => browser.close(),
    () => slack.close(),
  );

  const masterKey = randomBytes(32).toString("hex");
  const config = parseConfig({
    PORT: "0",
    TINGSU_DATA: data,
    TINGSU_BANK: bank,
    TINGSU_MASTER_KEY: masterKey,
    WECHAT_PUPPET: "wechaty-puppet-service",
    WECHAT_PUPPET_TOKEN: "insecure_tingsu-test",
    WECHAT_PUPPET_ENDPOINT: `127.0.0.1:${service.port}`,
    WECHAT_PUPPET_TLS: "false",
    WECHAT_MESSAGES_PER_MINUTE: "1000",
    WECHAT_MESSAGES_PER_MINUTE_PER_CUSTOMER: "100",
    WECHAT_GAP_MS: "0",
    WECHAT_TYPING_MS_PER_CHARACTER: "0",
    ...slack.settings,
  });
  const { log, lines } = kept();
  const server: RunningServer = await startServer(config, inSlack(content, slack, people), { log, now });
  let running = true;
  const closeProduct = async () => {
    if (running) await server.stop();
    running = false;
  };
  ends.push(closeProduct);
  const url = `http://127.0.0.1:${server.port}`;
  slack.serves(url, now);
  await until("WeChat to be logged in", async () => lines.find(({ state }) => state === "ready") ?? null);
  const widget = await onWidget(browser, url, "张伟");
  return {
    now,
    slack,
    wechat: onWechat(service, "李静"),
    widget,
    async desk(person) {
      const link = await server.desk.signInLink(person);
      if (!link.ok) throw new Error(`no link for ${person}: ${link.refusal.code}`);
      return atDesk(`${url}/desk/sign-in?token=${link.value.token}`);
    },
    get errors() {
      return lines.filter(({ level }) => level >= 50).map(({ msg, code }) => [msg, code].join(" "));
    },
    closeProduct,
    async openStore() {
      return openSqliteStore({
        file: join(data, "tingsu.sqlite"),
        masterKey: Buffer.from(masterKey, "hex"),
        readOnly: true,
      });
    },
    close,
  };
}

/** The bank's people, known by their names in this Slack. */
function inSlack(content: Content, slack: SlackOffice, people: readonly string[]): Content {
  const staff = content.bank.staff.map((one) =>
    people.includes(one.id) ? { ...one, slackId: slack.user(one.id) } : one,
  );
  return { ...content, bank: { ...content.bank, staff } };
}

/** The product's log, kept instead of printed. */
function kept() {
  const lines: z.infer<typeof LogLine>[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      const line = LogLine.safeParse(JSON.parse(String(chunk)));
      if (line.success) lines.push(line.data);
      done();
    },
  });
  return { log: pino({ level: "info", base: null }, stream), lines };
}
