/**
 * How soon Slack has its answer, from its request to the last byte, over real HTTP with every answer signed and every
 * kept event on the disk: 30 requests a second while customers' turns keep the same process busy. Slack gives up after 3 s.
 * A machine that others keep busy is slow at everything: the yardstick says how slow.
 */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { serve } from "@hono/node-server";
import pino from "pino";
import { slackSettings } from "../src/channels/slack/settings.ts";
import { createSlack, SLACK_PATH } from "../src/channels/slack/slack.ts";
import { loadContent } from "../src/content.ts";
import { deskNames } from "../src/desk/bank-names.ts";
import { createDesk } from "../src/desk/desk.ts";
import { createIncidents } from "../src/incidents.ts";
import { removeSecrets } from "../src/privacy/detect.ts";
import { createProduct } from "../src/product.ts";
import { createStaffIntake } from "../src/staff-intake.ts";
import { createLive } from "../src/store/live.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { checkPromise } from "../src/wording/guard.ts";
import { learnDialogue, openConversation, say } from "./dialogue.ts";
import { makeFolder } from "./folder.ts";
import { type Figure, percentile, report } from "./print.ts";

const REQUESTS = 300;
const A_SECOND = 30;
const CUSTOMERS = 4;
/** What the project wants of the slowest hundredth, ms. */
const LIMIT = 200;
/** Slack's own time for a call, ms. */
const SLACK_TAKES = 40;
const SECRET = "a-signing-secret-of-the-bench-00";
const CHANNEL = "C0000000001";
const CLERK = "U0000000001";

const { content, problems } = loadContent(join(import.meta.dirname, "../bank"));
if (!content) throw new Error(`${problems.length} mistakes in the bank's folder`);
const bank = { ...content.bank, staff: content.bank.staff.map((one) => ({ ...one, slackId: "" })) };
const lead = bank.staff.findIndex((one) => one.role === "office");
const worker = bank.staff[lead];
if (!worker) throw new Error("the bank has no office");
bank.staff[lead] = { ...worker, slackId: CLERK };

/** Slack's API, as fast as it is. */
let posted = 0;
const api = createServer((request, response) => {
  request.resume().on("end", () => {
    posted += 1;
    const answer = {
      ok: true,
      channel: CHANNEL,
      ts: `1700000000.${String(posted).padStart(6, "0")}`,
      members: [CLERK],
    };
    const body = JSON.stringify(answer);
    void setTimeout(SLACK_TAKES).then(() => response.writeHead(200, { "Content-Type": "application/json" }).end(body));
  });
});
const portOf = (server: { address(): unknown }): number => {
  const address = server.address();
  return typeof address === "object" && address !== null && "port" in address ? Number(address.port) : 0;
};
await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));

const folder = makeFolder();
const store = await openSqliteStore({ file: join(folder.path, "tingsu.sqlite"), masterKey: randomBytes(32) });
const live = createLive();
const log = pino({ level: "silent" });
const now = () => new Date().toISOString();
const newId = () => randomUUID();
const product = createProduct({ content: { ...content, bank }, store, live, log, now, schedule: () => undefined });
const incidents = createIncidents({ content: { bank }, store, live, log, now });
const desk = createDesk({
  store,
  gaps: store,
  commands: { command: product.intake.command, typing: () => undefined },
  staff: () => bank,
  caseLife: product.life,
  calendar: bank.calendar,
  names: deskNames(() => bank),
  zone: bank.profile.zone,
  now,
  newId,
  intake: createStaffIntake({ store, intake: product.intake, removeSecrets, now, newId }),
  staffToldElsewhere: () => true,
  live,
  checkPromise,
  incidents: { office: incidents.office, bank: () => bank },
});
const { settings } = slackSettings({
  SLACK_ENABLED: "true",
  SLACK_BOT_TOKEN: "xoxb-bench",
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_CHANNEL: CHANNEL,
  SLACK_API_URL: `http://127.0.0.1:${portOf(api)}/api/`,
  SLACK_DIGEST_AT: "off",
});
if (!settings) throw new Error("the settings of Slack were refused");
let failed = 0;
const slack = createSlack({
  settings,
  desk,
  store,
  memory: store.slack,
  bank: () => bank,
  names: deskNames(() => bank),
  caseLife: product.life,
  deskUrl: "https://bank.example/desk",
  now,
  report: () => {
    failed += 1;
  },
  // Slack's pace of a message a second is not what is measured.
  clockwork: { wait: async () => undefined, ms: () => performance.now() },
});
const server = serve({
  fetch: (request) => (request.url.endsWith("/bare") ? new Response() : slack.routes.fetch(request)),
  port: 0,
  hostname: "127.0.0.1",
});
await new Promise<void>((resolve) => server.once("listening", () => resolve()));
const url = `http://127.0.0.1:${portOf(server)}${SLACK_PATH}`;

/** As Slack sends it; ms until the answer is read. */
async function send(body: string, type: string): Promise<number> {
  const at = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex");
  const headers = {
    "Content-Type": type,
    "X-Slack-Request-Timestamp": String(at),
    "X-Slack-Signature": `v0=${signature}`,
  };
  const before = performance.now();
  const answer = await fetch(url, { method: "POST", headers, body });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
  return performance.now() - before;
}

const lines = await learnDialogue(product.intake, store);
const [row] = await store.cases({ limit: 1 });
if (!row) throw new Error("no case");
await slack.surface.caseChanged({ key: row.key, conversation: row.conversation, matter: row.matter });
const card = await store.slack.card(row.key);
if (!card?.ts) throw new Error("no card");
const place = card.ts;
let written = 0;

/** The yardstick: an answer that takes no work at all, from the same process under the same load. */
async function bare(): Promise<number> {
  const before = performance.now();
  await (await fetch(url.replace(SLACK_PATH, "/bare"), { method: "POST", body: "x" })).arrayBuffer();
  return performance.now() - before;
}

const KINDS = {
  "a word in a thread": () => {
    written += 1;
    const ts = `1800000000.${String(written).padStart(6, "0")}`;
    const event = { type: "message", channel: CHANNEL, user: CLERK, ts, thread_ts: place, text: `查过第${written}笔` };
    const body = { type: "event_callback", team_id: "T1", event_id: `Ev${written}`, event };
    return send(JSON.stringify(body), "application/json");
  },
  "a click": () => {
    const payload = {
      type: "block_actions",
      user: { id: CLERK },
      team: { id: "T1" },
      trigger_id: randomUUID(),
      channel: { id: CHANNEL },
      message: { ts: place },
      actions: [{ type: "button", block_id: `case ${row.key}`, action_id: "case:note", value: row.key }],
    };
    return send(
      new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      "application/x-www-form-urlencoded",
    );
  },
  "a slash command": () =>
    send(
      new URLSearchParams({
        command: "/tousu",
        user_id: CLERK,
        channel_id: CHANNEL,
        trigger_id: randomUUID(),
      }).toString(),
      "application/x-www-form-urlencoded",
    ),
} as const;

/** Customers who go on talking until `over`. */
async function customers(over: AbortSignal): Promise<void> {
  const one = async () => {
    while (!over.aborted) {
      const conversation = await openConversation(product.intake);
      for (const line of lines) if (!over.aborted) await say(product.intake, conversation, line);
    }
  };
  await Promise.all(Array.from({ length: CUSTOMERS }, one));
}

/** They come when they come, whether the last one has its answer or not. */
async function measured(kind: () => Promise<number>): Promise<number[]> {
  const began = performance.now();
  const times: Promise<number>[] = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    await setTimeout(Math.max(0, began + (n * 1_000) / A_SECOND - performance.now()));
    times.push(kind());
  }
  const all = await Promise.all(times);
  await slack.idle();
  return all;
}

const figures: Figure[] = [];
try {
  for (const kind of Object.values(KINDS)) await kind();
  await slack.idle();
  const over = new AbortController();
  const talking = customers(over.signal);
  for (const [name, kind] of Object.entries(KINDS)) {
    const times = await measured(kind);
    figures.push(
      { name: `${name}: acknowledged, median`, value: percentile(times, 50), unit: "ms" },
      {
        name: `${name}: acknowledged, p99`,
        value: percentile(times, 99),
        unit: "ms",
        goal: { atMost: LIMIT },
        note: `${REQUESTS} requests, ${A_SECOND} a second, ${CUSTOMERS} customers talking`,
      },
    );
  }
  const yardstick = await measured(bare);
  over.abort();
  await talking;
  figures.push({ name: "an answer without any work (yardstick), p99", value: percentile(yardstick, 99), unit: "ms" });
  const kept = (await store.caseNotes(row.key)).length;
  figures.push({
    name: "words in a thread that became notes",
    value: kept / written,
    unit: "ratio",
    goal: { atLeast: 1 },
  });
} finally {
  await slack.stop();
  server.close();
  if ("closeAllConnections" in server) server.closeAllConnections();
  api.closeAllConnections();
  api.close();
  await store.close();
  folder.remove();
}
report(figures, failed === 0 ? [] : [`${failed} failures behind the acknowledgement`]);
