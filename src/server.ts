/** The product as a server: its parts put together, the channels that are switched on, and an ordered stop. */
import { randomUUIDv7 } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Logger } from "pino";
import { clocksOf } from "./cases/clocks/derive.ts";
import { createLifeClocks } from "./cases/clocks/life-clocks.ts";
import { marksOf } from "./cases/clocks/marks.ts";
import { setupOf } from "./cases/clocks/packs.ts";
import { createCoreEvents } from "./cases/http/events.ts";
import { dayIn } from "./cases/zone.ts";
import { createFileLinks } from "./channels/file-links.ts";
import { createGateway } from "./channels/gateway.ts";
import type { Sender } from "./channels/sender.ts";
import { createWebChannel } from "./channels/web/api.ts";
import { bundleWidget } from "./channels/web/bundle.ts";
import { bundleDesk } from "./channels/web/desk/bundle.ts";
import { createDeskRoutes } from "./channels/web/desk/routes.ts";
import { createFileRoutes } from "./channels/web/file-page.ts";
import { officialAccountOn, slackOn, wechatOn } from "./channels-on.ts";
import type { Config } from "./config.ts";
import type { Content } from "./content.ts";
import { deeperKnowledge } from "./deeper-knowledge.ts";
import { deskNames } from "./desk/bank-names.ts";
import { createLinkBoard } from "./desk/channel-links.ts";
import { createDesk, type Desk } from "./desk/desk.ts";
import type { StaffSurface } from "./desk/surface.ts";
import { createIncidents } from "./incidents.ts";
import { createDraftFolder, isPublished } from "./knowledge/draft-folder.ts";
import { removeSecrets } from "./privacy/detect.ts";
import { deriveKey, loadMasterKey } from "./privacy/keys.ts";
import { createProduct, liveKnowledgeOf } from "./product.ts";
import { createRights } from "./rights/rights.ts";
import { createStaffIntake } from "./staff-intake.ts";
import { createLive } from "./store/live.ts";
import { openSqliteStore } from "./store/sqlite/open.ts";
import { createThinking } from "./thinking.ts";
import { webLabels } from "./web-labels.ts";
import { checkPromise } from "./wording/guard.ts";
import { type AssignmentWorker, startAssignments } from "./workers/assignments.ts";
import { startCaseClocks } from "./workers/case-clocks.ts";
import { codeOf, startClocks, type Worker } from "./workers/clocks.ts";
import { startImprovementReminders } from "./workers/improvement-reminders.ts";
import { startIncidentEnds } from "./workers/incident-ends.ts";
import { startOutbox } from "./workers/outbox.ts";
import { startReconciliation } from "./workers/reconciliation.ts";
import { startRetention } from "./workers/retention.ts";

export interface RunningServer {
  /** The port it listens on. */
  port: number;
  desk: Desk;
  /** No new requests, then the work in hand, then the store. */
  stop(): Promise<void>;
}

/** Resolves when it listens. Rejects when it cannot. */
export async function startServer(
  config: Config,
  content: Content,
  { log, now }: { log: Logger; now: () => string },
): Promise<RunningServer> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const { bank } = content;
  const cacheFolder = join(config.data, "cache");
  const [masterKey, widget, deskAssets] = await Promise.all([
    loadMasterKey({ folder: config.data, ...(config.masterKey ? { fromEnvironment: config.masterKey } : {}) }),
    bundleWidget({ cacheFolder }),
    bundleDesk({ cacheFolder }),
  ]);
  const store = await openSqliteStore({ file: join(config.data, "tingsu.sqlite"), masterKey });
  const live = createLive();
  const workers: {
    clocks?: Worker;
    outbox?: Worker;
    caseClocks?: Worker;
    ends?: Worker;
    improvements?: Worker;
    retention?: Worker;
    assignments?: AssignmentWorker;
    reconciliation?: Worker | undefined;
  } = {};
  live.subscribe("desk", () => {
    workers.outbox?.wake();
    workers.caseClocks?.wake();
    workers.ends?.wake();
    workers.assignments?.wake();
  });
  const schedule = (_: string, due: string) => workers.clocks?.wake(due);
  // Codes and figures of a call; never its words.
  const thinking = config.model
    ? createThinking(config.model, content, { now, report: (call) => log.info(call, "model") })
    : null;
  const senders = new Map<string, Sender>();
  const surfaces: StaffSurface[] = [];
  const fallback = config.gateway ? createGateway({ ...config.gateway, now }) : null;
  const links = createFileLinks({ key: deriveKey(masterKey, "file-links"), publicUrl: config.publicUrl, now });
  const reach = { senders, surfaces, fallback, links };
  const lines = createLinkBoard();
  lines.subscribe(() => live.publish("desk", { kind: "changed" }));
  const incidents = createIncidents({ content, store, live, log, now });
  const rights = createRights({ store, bank: () => bank, live, now });
  const deeper = await deeperKnowledge(config.knowledge, { content, thinking, now, log });
  const knowledge = liveKnowledgeOf(content, config.bank, log, deeper);
  const { core } = config;
  const product = createProduct({
    content,
    store,
    live,
    log,
    now,
    core,
    schedule,
    reach,
    incidents: incidents.watch,
    rights,
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
  const whoIsThere = () => {
    workers.assignments?.changed();
    live.publish("desk", { kind: "changed" });
  };
  const desk = createDesk({
    store,
    gaps: store,
    groupQuestions: knowledge.group,
    policyProblems: knowledge.problems,
    tracks: { kept: store, bank: () => bank },
    drafting: {
      files: createDraftFolder(config.bank, knowledge),
      hotline: bank.profile.hotlines.bank.number,
      today: () => dayIn(bank.profile.zone, now()),
      published: (words) => isPublished(knowledge.policies(), words),
    },
    commands: {
      command: product.intake.command,
      typing: (conversation) => live.publish(conversation, { kind: "typing", who: "staff" }),
    },
    staff: () => bank,
    caseLife: product.life,
    clocks: (events, business) => clocksOf(setupOf(bank, events, business), marksOf(events)),
    calendar: bank.calendar,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now,
    newId: () => crypto.randomUUID(),
    intake: createStaffIntake({ store, intake: product.intake, removeSecrets, now, newId: randomUUIDv7 }),
    staffToldElsewhere: () => surfaces.length > 0,
    live,
    checkPromise,
    incidents: { office: incidents.office, calls: store.incidentCalls, bank: () => bank },
    reports: { reports: store.reports, bank: () => bank },
    improvements: { improvements: store.improvements, incidents: store.incidents, bank: () => bank },
    links: lines,
    rights: { rights, port: product.intake, retention: () => bank.retention },
    duty: { assignments: store.assignments, bank: () => bank, changed: whoIsThere },
  });
  const origin = config.publicUrl ? { origin: new URL(config.publicUrl).origin } : {};
  const slackPreview = async () =>
    (await import("./channels/slack/preview.ts")).slackPreview(
      bank,
      deskNames(() => bank),
    ).html;
  app.route("/desk", createDeskRoutes({ desk, live, assets: deskAssets, slackPreview, now, report, ...origin }));

  if (config.core.kind === "http" && config.core.events.length > 0) {
    const events = createCoreEvents({
      keys: config.core.events,
      records: store.core,
      audit: store.audit,
      live,
      now,
      report,
    });
    app.post("/core/events", (c) => events(c.req.raw));
  }
  const given = { config, content, intake: product.intake, store, senders, links: lines, log, now };
  const channels = (
    await Promise.all([
      wechatOn(given),
      officialAccountOn(given),
      slackOn({ config, bank, desk, store, life: product.life, links: lines, surfaces, log, now }),
    ])
  ).filter((one) => one !== null);
  for (const { routes } of channels) app.route("/", routes);
  app.route("/", createFileRoutes({ links, port: product.intake, store, now }));

  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host });
  const port = await listening(server);
  // The port is open first: where nothing is kept ready yet this takes two seconds.
  knowledge.start().catch((error: unknown) => {
    // Complaints are taken all the same; the first question will say what is missing.
    log.error({ code: codeOf(error) }, "the policies could not be made ready for questions");
  });
  workers.outbox = startOutbox(product.outbox);
  workers.ends = startIncidentEnds({ store: store.incidents, intake: product.intake, log, now });
  const { improvements } = store;
  workers.improvements = startImprovementReminders({ improvements, live, zone: bank.profile.zone, log, now });
  // What is usual is learnt beside the work; until then a mass event is noticed later, nothing else.
  incidents.watch.start().catch((error: unknown) => {
    log.error({ code: codeOf(error) }, "past complaints could not be read for mass events");
  });
  workers.clocks = startClocks({ store, intake: product.intake, log, now });
  const clocked = createLifeClocks({
    life: product.life,
    store,
    bank: () => bank,
    live,
    staffToldElsewhere: () => surfaces.length > 0,
    now,
  });
  workers.assignments = startAssignments({
    assignments: store.assignments,
    store,
    life: product.life,
    bank: () => bank,
    log,
    now,
  });
  workers.caseClocks = startCaseClocks({ firings: store.firings, cases: clocked, log, now });
  const { retention, profile } = bank;
  workers.retention = startRetention({ store, retention, zone: profile.zone, now, log });
  workers.reconciliation =
    config.core.kind === "embedded"
      ? undefined
      : startReconciliation({ core: product.outbox.core, store, live, log, now });
  for (const channel of channels) {
    channel.start().catch((error: unknown) => log.error({ code: codeOf(error) }, "a channel could not be started"));
  }

  return {
    port,
    desk,
    async stop() {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      // One that cannot end in order keeps nobody else from it.
      for (const ended of await Promise.allSettled(channels.map((channel) => channel.stop()))) {
        if (ended.status === "rejected") log.error({ code: codeOf(ended.reason) }, "a channel did not stop in order");
      }
      await workers.reconciliation?.stop();
      await workers.clocks?.stop();
      await workers.caseClocks?.stop();
      await workers.assignments?.stop();
      await workers.ends?.stop();
      await workers.improvements?.stop();
      await workers.retention?.stop();
      await workers.outbox?.stop();
      await knowledge.stop();
      await store.close();
    },
  };
}

function listening(server: ReturnType<typeof serve>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
