/**
 * The staff's desk in Slack: cards in the departments' channels, threads, modals, home tab, alerts, digest.
 * All that anybody does goes through the desk; this decides nothing.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Bank } from "../../bank/bank.ts";
import type { CaseLife } from "../../cases/life/life.ts";
import { createCaseCards } from "../../desk/card.ts";
import { createLinkBoard, type LinkBoard, noteCodeSent } from "../../desk/channel-links.ts";
import type { Desk } from "../../desk/desk.ts";
import type { DeskNames } from "../../desk/names.ts";
import type { StaffSurface } from "../../desk/surface.ts";
import type { ImprovementStore } from "../../store/improvements.ts";
import type { SlackStore } from "../../store/slack.ts";
import type { Store } from "../../store/store.ts";
import type { TrackStore } from "../../store/tracks.ts";
import { CARD_ACTIONS, type CardAction } from "./actions.ts";
import { createAlerts } from "./alerts.ts";
import { createApart } from "./apart.ts";
import { createSlackApi } from "./api.ts";
import { createApp } from "./app.ts";
import { createAudience } from "./audience.ts";
import { createBackground } from "./background.ts";
import { createBoard } from "./board.ts";
import { createClicks } from "./clicks.ts";
import { createDigest } from "./digest.ts";
import { createHomePage } from "./home-page.ts";
import { createInbox } from "./inbox.ts";
import { createIncidentAlerts, type IncidentSource } from "./incident-alerts.ts";
import { createLinkNotices } from "./link-notices.ts";
import { createLiveTalk } from "./live.ts";
import { createLoginCodes } from "./login-codes.ts";
import { type Clockwork, realClockwork } from "./pace.ts";
import type { Speech } from "./people.ts";
import { createPosts } from "./posts.ts";
import { createPresenceForm } from "./presence.ts";
import { createHttpReceiver } from "./receiver.ts";
import { createRegisterForm } from "./register-form.ts";
import type { SlackSettings } from "./settings.ts";
import { createSocketReceiver } from "./socket.ts";
import { createSubmissions } from "./submissions.ts";
import { createThread } from "./thread.ts";
import { createTicker } from "./ticker.ts";

/** Where Slack sends everything: events, clicks, modals, commands. */
export const SLACK_PATH = "/slack/events";
/** Slack's own requests stay far below. */
const LARGEST_BODY = 1024 * 1024;

export interface SlackDeps {
  settings: SlackSettings;
  desk: Desk;
  store: Store;
  /** What this desk remembers. */
  memory: SlackStore;
  bank: () => Bank;
  names: DeskNames;
  /** Lives of the cases; without it cards tell of the talk only. */
  caseLife?: Pick<CaseLife, "read">;
  /** Lines to customers, of whose troubles the duty channel hears. */
  links?: LinkBoard;
  /** Mass events; without it nobody is called about them. */
  incidents?: IncidentSource;
  /** Suggestions, praise and reports; without it they stand on the web desk alone. */
  tracks?: TrackStore;
  /** Improvement tasks, of whose days the bank may have a channel told. */
  improvements?: ImprovementStore;
  /** Public address of the web desk, "https://complaints.bank.example/desk". */
  deskUrl: string;
  /** ISO instant. */
  now: () => string;
  /** Failures, by code; never with anybody's words. */
  report: (failure: { what: string; error: unknown }) => void;
  actions?: readonly CardAction[];
  clockwork?: Clockwork;
}

export interface SlackDesk {
  /** For the outbox. */
  surface: StaffSurface;
  /** To be mounted at "/": one path and no other. Nothing where a socket is used. */
  routes: Hono;
  /** Opens the socket where one is used, and starts what happens by the clock. */
  start(): Promise<void>;
  /** What is under way is finished first. */
  stop(): Promise<void>;
  /** What is due by now: alerts that ring again, live talks that end, the digest, clocks on cards. */
  tick(): Promise<void>;
  /** Resolves when nothing that Slack asked for is under way. */
  idle(): Promise<void>;
}

export function createSlack(deps: SlackDeps): SlackDesk {
  const { settings, desk, memory, names, now, report } = deps;
  const clockwork = deps.clockwork ?? realClockwork;
  const cardActions = deps.actions ?? CARD_ACTIONS;
  const { zone, languages } = deps.bank().profile;
  const first: Speech = languages[0] === "en" ? "en" : "zh";
  const staff = () => deps.bank();
  const deskUrl = deps.deskUrl.replace(/\/$/u, "");
  const link = (ref: string) => `${deskUrl}/cases/${encodeURIComponent(ref)}`;

  const background = createBackground(report);
  const api = createSlackApi({ settings, clockwork });
  const posts = createPosts({ api, store: memory, now });
  const cards = createCaseCards({
    store: deps.store,
    staff,
    names,
    ...(deps.caseLife ? { caseLife: deps.caseLife } : {}),
    zone,
    now,
  });
  const audience = createAudience({ api, staff, now });
  const callOf = (id: string) => staff().staff.find((one) => one.id === id)?.slackId || null;
  const thread = { first, zone, callOf };
  const card = { first, actions: cardActions, link };
  const board = createBoard({ api, posts, store: memory, cards, settings, card, thread, audience, now });
  const live = createLiveTalk({ desk, store: memory, minutes: settings.liveMinutes, now });
  const setting = { first, duty: settings.duty, names, link };
  const alerts = createAlerts({ api, posts, store: memory, cards, desk, setting, audience, now });
  const links = deps.links ?? createLinkBoard();
  const linkSetting = { first, channel: settings.duty.channel, zone, deskUrl };
  const sent = (channel: string, to: string) => noteCodeSent(deps.store, now(), { channel, to });
  const codes = createLoginCodes({ api, store: memory, audience, sent, first, now });
  const lines = createLinkNotices({ api, posts, store: memory, codes, links, setting: linkSetting, now });
  links.subscribe(() => void background.run("link", lines.show()));
  const { incidents: source } = deps;
  const incidents = source
    ? createIncidentAlerts({
        api,
        posts,
        source,
        desk,
        postsOf: memory.posts,
        setting: { first, duty: settings.duty, zone, deskUrl },
        now,
      })
    : null;
  const apart = createApart({
    api,
    posts,
    store: deps.store,
    memory,
    tracks: deps.tracks,
    improvements: deps.improvements,
    desk,
    bank: deps.bank,
    names,
    audience,
    channels: settings.apart,
    setting: { first, zone, deskUrl },
    now,
  });
  const presence = createPresenceForm(desk);
  const home = createHomePage({ api, staff, desk, link, deskUrl });
  const register = createRegisterForm({ desk, zone, now });
  const forms = { desk, read: (file: { url: string }) => api.download(file.url) };
  const digest = createDigest({ posts, openCases: cards.open, audience, settings, first, zone, link, now });

  const heard = createThread({ api, board, store: memory, cards, desk, live, staff, background });
  const inbox = createInbox({ api, store: memory, heard, background, now, report });

  const { receive } = settings;
  const given = { background, now, report };
  const http = receive.mode === "http" ? createHttpReceiver({ signingSecret: receive.signingSecret, ...given }) : null;
  const appToken = receive.mode === "socket" ? receive.appToken : "";
  const receiver = http ?? createSocketReceiver({ settings, appToken, ...given });
  const app = createApp({
    receiver,
    botToken: settings.botToken,
    api,
    staff,
    clicked: createClicks({
      api,
      actions: cardActions,
      alerts,
      incidents,
      presence,
      board,
      desk,
      forms,
      home,
      live,
      register,
      staff,
      tracks: apart.forms,
    }),
    sent: createSubmissions({
      api,
      actions: cardActions,
      board,
      clockwork,
      desk,
      forms,
      presence,
      register,
      staff,
      tracks: apart.forms,
      report,
    }),
    inbox,
    home,
    register,
    background,
  });

  const routes = new Hono();
  if (http) routes.post(SLACK_PATH, bodyLimit({ maxSize: LARGEST_BODY }), (c) => http.handle(c.req.raw));
  const ticker = createTicker({
    alerts,
    incidents,
    inbox,
    lines,
    tracks: apart.board,
    tasks: apart.tasks,
    board,
    cards,
    digest,
    store: memory,
    now,
    report,
  });

  return {
    surface: {
      caseChanged: ({ key }) => board.show(key),
      alert: alerts.alert,
    },
    routes,
    async start() {
      if (!http) await app.start();
      ticker.start();
    },
    async stop() {
      await ticker.stop();
      if (!http) await app.stop();
      await background.idle();
    },
    tick: ticker.tick,
    idle: background.idle,
  };
}
