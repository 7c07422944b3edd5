/** The server: wiring, start and ordered shutdown. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import pino from "pino";
import { createWebChannel } from "./channels/web/api.ts";
import { bundleWidget } from "./channels/web/bundle.ts";
import { bundleDesk } from "./channels/web/desk/bundle.ts";
import { createDeskRoutes } from "./channels/web/desk/routes.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { type Content, loadContent } from "./content.ts";
import { deeperKnowledge } from "./deeper-knowledge.ts";
import { deskNames } from "./desk/bank-names.ts";
import { createDesk, type Desk } from "./desk/desk.ts";
import { deriveKey, loadMasterKey } from "./privacy/keys.ts";
import { createProduct, liveKnowledgeOf } from "./product.ts";
import { createLive } from "./store/live.ts";
import { openSqliteStore } from "./store/sqlite/open.ts";
import { createThinking } from "./thinking.ts";
import { webLabels } from "./web-labels.ts";
import { checkPromise } from "./wording/guard.ts";
import { codeOf, startClocks, type Worker } from "./workers/clocks.ts";
import { startOutbox } from "./workers/outbox.ts";

const now = () => new Date().toISOString();

function contentOrExit(config: Config): Content {
  const { content, problems } = loadContent(config.bank);
  for (const { file, line, message } of problems) process.stderr.write(`${file}:${line}: ${message}\n`);
  if (content && problems.length === 0) return content;
  process.stderr.write(`${problems.length} mistakes in ${config.bank}; nothing was started\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.log, base: null }, pino.destination({ dest: 2, sync: true }));
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const content = contentOrExit(config);
  const { bank } = content;
  const cacheFolder = join(config.data, "cache");
  const [masterKey, widget, deskAssets] = await Promise.all([
    loadMasterKey({ folder: config.data, ...(config.masterKey ? { fromEnvironment: config.masterKey } : {}) }),
    bundleWidget({ cacheFolder }),
    bundleDesk({ cacheFolder }),
  ]);
  const store = await openSqliteStore({ file: join(config.data, "tingsu.sqlite"), masterKey });
  const live = createLive();
  const workers: { clocks?: Worker; outbox?: Worker } = {};
  live.subscribe("desk", () => workers.outbox?.wake());
  const schedule = (_: string, due: string) => workers.clocks?.wake(due);
  // Codes and figures of a call; never its words.
  const thinking = config.model
    ? createThinking(config.model, content, { now, report: (call) => log.info(call, "model") })
    : null;
  const deeper = await deeperKnowledge(config.knowledge, { content, thinking, now, log });
  const knowledge = liveKnowledgeOf(content, config.bank, log, deeper);
  const product = createProduct({
    content,
    store,
    live,
    log,
    now,
    schedule,
    knowledge,
    gaps: store,
    ...(thinking ? { thinking } : {}),
  });
  const report = ({ route, error }: { route: string; error: unknown }) =>
    log.error({ route, code: codeOf(error) }, "failed");
  const app = createWebChannel({
    port: product.intake,
    live,
    signing: deriveKey(masterKey, "visitor-tokens"),
    ...(config.customerKey ? { customerKey: config.customerKey } : {}),
    labels: webLabels(bank),
    now,
    assets: widget,
    allowedOrigins: config.origins,
    trustedProxies: config.proxies,
    report,
  });
  const desk = createDesk({
    store,
    gaps: store,
    groupQuestions: knowledge.group,
    policyProblems: knowledge.problems,
    commands: {
      command: product.intake.command,
      typing: (conversation) => live.publish(conversation, { kind: "typing", who: "staff" }),
    },
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now,
    newId: () => crypto.randomUUID(),
    live,
    checkPromise,
  });
  const origin = config.publicUrl ? { origin: new URL(config.publicUrl).origin } : {};
  app.route("/desk", createDeskRoutes({ desk, live, assets: deskAssets, now, report, ...origin }));
  const tell = (port: number) =>
    announce(config, port, desk, content).catch((error: unknown) => {
      log.error({ code: codeOf(error) }, "could not make the sign-in links");
    });
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (address) => {
    process.on("SIGUSR2", () => void tell(address.port));
    void tell(address.port);
    knowledge.start().catch((error: unknown) => {
      // Complaints are taken all the same; the first question will say what is missing.
      log.error({ code: codeOf(error) }, "the policies could not be made ready for questions");
    });
  });
  server.on("error", (error) => {
    process.stderr.write(`cannot listen on ${config.host}:${config.port}: ${codeOf(error)}\n`);
    process.exit(1);
  });
  workers.outbox = startOutbox(product.outbox);
  workers.clocks = startClocks({ store, intake: product.intake, log, now });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // No new requests, then the work in hand, then the store.
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await workers.clocks?.stop();
    await workers.outbox?.stop();
    await knowledge.stop();
    await store.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

const DESK_SEES = { office: "office 看全部案件", agent: "agent 看本部门案件", admin: "admin 管人不看案件" };

/** Where to go. The links to the desk work once, and only here they are shown. */
async function announce(config: Config, port: number, desk: Desk, { bank }: Content): Promise<void> {
  const base =
    config.publicUrl?.replace(/\/$/u, "") ??
    `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  const lines = [
    `Tingsu 听诉 · ${bank.profile.names.zh} ${bank.profile.names.en}`,
    "",
    `  Customers 客户页面   ${base}/`,
    `  API docs 接口说明    ${base}/docs`,
  ];
  // Who sees every case comes first: an agent's list holds one department.
  for (const role of ["office", "agent", "admin"] as const) {
    const person = bank.staff.find((one) => one.role === role);
    if (!person) continue;
    const link = await desk.signInLink(person.id, "start");
    if (link.ok)
      lines.push(`  Desk 工作台 (${person.name}, ${DESK_SEES[role]})   ${base}/desk/sign-in?token=${link.value.token}`);
  }
  lines.push(
    "",
    "  The desk links work once, for 15 minutes. An admin makes more on the desk; kill -USR2 prints new ones here.",
    "",
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await start(readConfig());
} catch (error) {
  const lines =
    error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : codeOf(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}
