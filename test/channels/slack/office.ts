/** A bank's Slack: the real desk and store, the real emulator, people who press, write and send, all signed. */
import { createHmac, randomUUID } from "node:crypto";
import { type FakeSlack, type Message, startFakeSlack, TOKEN } from "../../../examples/outside/slack-emulator.ts";
import type { CaseLife } from "../../../src/cases/life/life.ts";
import { problemsOf } from "../../../src/channels/slack/limits.ts";
import { slackSettings } from "../../../src/channels/slack/settings.ts";
import { createSlack, SLACK_PATH, type SlackDesk } from "../../../src/channels/slack/slack.ts";
import { deskNames } from "../../../src/desk/bank-names.ts";
import { createLinkBoard, type LinkBoard } from "../../../src/desk/channel-links.ts";
import type { StaffIntake } from "../../../src/desk/port.ts";
import type { StaffSurface } from "../../../src/desk/surface.ts";
import { checkFile } from "../../../src/files.ts";
import { checkPromise } from "../../../src/wording/guard.ts";
import { createWorld, type World } from "../../desk/bank-of-tests.ts";
import { APP_TOKEN, type SocketServer, startSocketServer } from "./socket-server.ts";

export const SECRET = "a-signing-secret-of-32-characters";
export const PEOPLE = ["fang-yi", "tang-ruolan", "zhou-ning", "meng-qi", "luo-hai", "xu-jing"];

export interface Office {
  world: World;
  slack: FakeSlack;
  desk: SlackDesk;
  /** Lines to customers, of whose troubles the duty channel hears. */
  links: LinkBoard;
  /** Slack's end of the socket, where one is used. */
  socket: SocketServer | null;
  /** Reported failures. */
  failures: { what: string; error: unknown }[];
  /** Waits that were asked for, ms. */
  waits: number[];
  cards: string;
  other: string;
  duty: string;
  /** Where what is no case may be told. */
  apart: string;
  /** The card of a case, as the channel has it. */
  card(ref: string, channel?: string): Promise<Message>;
  thread(ref: string, channel?: string): Promise<string[]>;
  show(ref: string): Promise<void>;
  /** Posts to Slack's path as Slack does. `at`: seconds of the timestamp. */
  post(body: unknown, options?: { at?: number; secret?: string; form?: boolean }): Promise<Response>;
  press(who: string, message: Message & { channel?: string }, action: string): Promise<Response>;
  /** Chooses from the menu of a card. */
  choose(who: string, message: Message, value: string): Promise<Response>;
  pressHome(who: string, action: string, value?: string): Promise<Response>;
  /** `wait`: until all that follows is done. */
  send(
    who: string,
    view: View,
    values: Record<string, string>,
    wait?: boolean,
  ): Promise<{ status: number; body: unknown }>;
  write(who: string, message: Message, text: string, more?: Record<string, unknown>): Promise<Response>;
  /** The modal or home tab last shown to somebody. */
  lastView(method?: "views.open" | "views.update" | "views.publish"): View;
  /** Id of the modal opened last. */
  openedId(): string;
  /** Modals changed later, as they were sent. */
  updated(): string[];
  /** What only one person saw, last. */
  whispered(): { user: string; text: string; blocks: string };
  command(who: string, text: string): Promise<Response>;
  shortcut(who: string, text: string): Promise<Response>;
  /** What becomes of a registration. */
  register: StaffIntake["register"];
  /** Somebody comes into a channel who is not on the staff list. */
  strangerComes(channel: string): Promise<void>;
  /** Puts a file into Slack; gives its address there. */
  upload(name: string, bytes: Buffer): Promise<string>;
  restart(): void;
  close(): Promise<void>;
}
export interface View {
  callback_id?: string;
  private_metadata?: string;
  blocks: {
    type: string;
    block_id?: string;
    element?: { type?: string; action_id?: string };
    text?: { text: string };
  }[];
  [key: string]: unknown;
}

/** Another world than the desk's own one: the whole product, in which cases have lives. */
export type GivenWorld = (
  intake: StaffIntake,
) => Promise<{ world: World; caseLife: CaseLife; surfaces: StaffSurface[] }>;

export async function openOffice(
  wanted: Record<string, string> | ((apart: string) => Record<string, string>) = {},
  given?: GivenWorld,
): Promise<Office> {
  const nobody: StaffIntake["register"] = () => Promise.reject(new Error("nothing is registered here"));
  const incoming = { register: nobody };
  const intake: StaffIntake = {
    register: (complaint) => incoming.register(complaint),
    attach: async (conversation, file) => {
      const mime = await checkFile(file).catch(() => null);
      if (mime === null) return { ok: false, code: "file-type" };
      const id = randomUUID();
      const { name, bytes } = file;
      const at = "2026-11-20T02:00:00.000Z";
      await world.store.addAttachment({ id, conversation, name, mime, size: bytes.length, bytes, at });
      return { ok: true, id };
    },
  };
  const living = await given?.(intake);
  const world: World = living?.world ?? (await createWorld({ checkPromise, intake }));
  const slack = await startFakeSlack([...PEOPLE, "stranger"], ["cards", "complaints", "duty", "apart"]);
  for (const id of PEOPLE) world.person(id, { slackId: slack.user(id) });
  const more = typeof wanted === "function" ? wanted(slack.channel("apart")) : wanted;
  const socket = more.SLACK_MODE === "socket" ? await startSocketServer(slack) : null;
  const [cards, other, duty, apart] = ["cards", "complaints", "duty", "apart"].map((name) => slack.channel(name));
  if (!cards || !other || !duty || !apart) throw new Error("the channels are missing");
  // Everybody is in every channel at first: only the bank's people stay.
  const known = new Set([slack.user("tingsu"), ...PEOPLE.map(slack.user)]);
  for (const channel of [cards, other, duty, apart])
    for (const member of await slack.members(channel))
      if (!known.has(member)) await slack.call("conversations.kick", { channel, user: member });
  const { settings, problems } = slackSettings({
    SLACK_ENABLED: "true",
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_CHANNEL: other,
    SLACK_CHANNELS: `credit-card-centre=${cards}`,
    SLACK_DUTY_CHANNEL: duty,
    SLACK_DUTY_GROUP: "S0DUTY",
    SLACK_API_URL: slack.apiUrl,
    SLACK_TIMEOUT_MS: "3000",
    SLACK_DIGEST_AT: "off",
    SLACK_APP_TOKEN: APP_TOKEN,
    ...more,
  });
  if (!settings) throw new Error(problems.join("\n"));
  const links = createLinkBoard();
  const failures: Office["failures"] = [];
  const waits: number[] = [];
  let clock = 0;
  const clockwork = {
    async wait(ms: number) {
      // Waiting for a slow piece of work is real; waiting one's turn is only counted.
      if (ms === 1_500) return new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
      waits.push(ms);
      clock += ms;
    },
    ms: () => clock,
  };
  const make = () =>
    createSlack({
      settings,
      desk: world.desk,
      store: world.store,
      memory: world.memory,
      bank: () => world.bank,
      names: deskNames(() => world.bank),
      ...(living ? { caseLife: living.caseLife } : {}),
      links,
      incidents: { store: world.store.incidents, calls: world.store.incidentCalls },
      tracks: world.store,
      improvements: world.store.improvements,
      deskUrl: "https://bank.example/desk",
      now: world.now,
      report: (failure) => failures.push(failure),
      clockwork,
    });
  let desk = make();
  if (socket) {
    await desk.start();
    await socket.connected();
  }
  living?.surfaces.push({
    caseChanged: (notice) => desk.surface.caseChanged(notice),
    alert: (notice) => desk.surface.alert(notice),
  });

  const post: Office["post"] = async (body, options = {}) => {
    if (socket) return overSocket(socket, body);
    const at = options.at ?? Math.floor(Date.parse(world.now()) / 1_000);
    const text = options.form
      ? new URLSearchParams(Object.entries(body ?? {}).map(([key, value]) => [key, String(value)])).toString()
      : JSON.stringify(body);
    const signature = createHmac("sha256", options.secret ?? SECRET)
      .update(`v0:${at}:${text}`)
      .digest("hex");
    return desk.routes.request(SLACK_PATH, {
      method: "POST",
      headers: {
        "Content-Type": options.form ? "application/x-www-form-urlencoded" : "application/json",
        "X-Slack-Request-Timestamp": String(at),
        "X-Slack-Signature": `v0=${signature}`,
      },
      body: text,
    });
  };
  const trigger = async (who: string) => {
    const answer = await slack.call("views.generateTriggerId", { user_id: slack.user(who) });
    return String(answer.trigger_id);
  };
  const click = async (who: string, rest: Record<string, unknown>) => {
    const payload = {
      type: "block_actions",
      user: { id: slack.user(who) },
      team: { id: "T000000001" },
      trigger_id: await trigger(who),
      ...rest,
    };
    const answer = await post({ payload: JSON.stringify(payload) }, { form: true });
    await settled();
    return answer;
  };
  /** What goes on after the answer. */
  const settled = () => desk.idle();
  const all = async () => {
    const found: (Message & { channel: string })[] = [];
    for (const channel of [cards, other, duty, apart])
      for (const message of await slack.messages(channel)) found.push({ ...message, channel });
    return found;
  };
  const office: Office = {
    world,
    slack,
    get desk() {
      return desk;
    },
    failures,
    waits,
    cards,
    other,
    duty,
    apart,
    post,
    async card(ref, channel = cards) {
      const found = (await slack.messages(channel)).filter((message) => message.text.startsWith(ref));
      const [only] = found;
      if (!only || found.length > 1) throw new Error(`${found.length} cards of ${ref}`);
      return only;
    },
    async thread(ref, channel = cards) {
      const { ts } = await office.card(ref, channel);
      return (await slack.thread(channel, ts)).map((message) => message.text);
    },
    async show(ref) {
      const row = await world.store.case(ref);
      if (!row) throw new Error(`no case ${ref}`);
      await desk.surface.caseChanged({ key: row.key, conversation: row.conversation, matter: row.matter });
    },
    async press(who, message, action) {
      const channel = message.channel ?? (await all()).find((one) => one.ts === message.ts)?.channel;
      const block = (message.blocks ?? []).find((one) => JSON.stringify(one).includes(`"${action}"`));
      const elements = Array.isArray(block?.elements) ? block.elements : [];
      const element = elements.find((one: { action_id?: string }) => one.action_id === action);
      if (!element) throw new Error(`no button ${action}`);
      return click(who, {
        channel: { id: channel },
        message: { ts: message.ts, thread_ts: message.thread_ts ?? undefined },
        actions: [{ type: "button", block_id: block?.block_id, action_id: action, value: element.value }],
      });
    },
    choose(who, message, value) {
      const block = (message.blocks ?? []).find((one) => JSON.stringify(one).includes('"case:more"'));
      if (!JSON.stringify(block).includes(`"value":"${value}"`)) throw new Error(`the menu has no ${value}`);
      const chosen = { type: "static_select", block_id: block?.block_id, action_id: "case:more" };
      return click(who, {
        channel: { id: cards },
        message: { ts: message.ts },
        actions: [{ ...chosen, selected_option: { value } }],
      });
    },
    pressHome: (who, action, value) =>
      click(who, { view: { type: "home" }, actions: [{ type: "button", block_id: "x", action_id: action, value }] }),
    async send(who, view, values, wait = true) {
      const state = {
        values: Object.fromEntries(
          view.blocks
            .filter((block) => block.type === "input" && block.block_id)
            .map((block) => {
              const name = block.block_id ?? "";
              const value = values[name] ?? "";
              const given = givenTo(block.element?.type, value);
              return [name, { [block.element?.action_id ?? name]: given }];
            }),
        ),
      };
      const payload = {
        type: "view_submission",
        user: { id: slack.user(who) },
        team: { id: "T000000001" },
        view: {
          id: String(view.id ?? "V1"),
          type: "modal",
          callback_id: view.callback_id,
          private_metadata: view.private_metadata ?? "",
          state,
        },
      };
      const answer = await post({ payload: JSON.stringify(payload) }, { form: true });
      const text = await answer.text();
      if (wait) await settled();
      return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
    },
    async write(who, message, text, rest = {}) {
      const channel = (await all()).find((one) => one.ts === message.ts)?.channel;
      const posted = await slack.call("chat.postMessage", { channel, text, thread_ts: message.ts });
      const ts = String(posted.ts);
      const event = { type: "message", channel, ts, thread_ts: message.ts, user: slack.user(who), text, ...rest };
      const answer = await post({
        type: "event_callback",
        team_id: "T000000001",
        event_id: `Ev${randomUUID()}`,
        event,
      });
      await settled();
      return answer;
    },
    lastView(method = "views.open") {
      const call = slack.calls.findLast((one) => one.method === method);
      const view = JSON.parse(call?.body.get("view") ?? "null");
      if (!view) throw new Error(`no ${method}`);
      return view;
    },
    openedId: () => slack.opened().at(-1) ?? "",
    updated: () =>
      slack.calls.flatMap(({ method, body }) => (method === "views.update" ? [body.get("view") ?? ""] : [])),
    whispered() {
      const call = slack.calls.findLast((one) => one.method === "chat.postEphemeral");
      return {
        user: call?.body.get("user") ?? "",
        text: call?.body.get("text") ?? "",
        blocks: call?.body.get("blocks") ?? "",
      };
    },
    get register() {
      return incoming.register;
    },
    set register(register) {
      incoming.register = register;
    },
    async command(who, text) {
      const command = { command: "/tousu", text, user_id: slack.user(who), channel_id: other, team_id: "T000000001" };
      const answer = await post({ ...command, trigger_id: await trigger(who) }, { form: true });
      await settled();
      return answer;
    },
    async shortcut(who, text) {
      const payload = {
        type: "message_action",
        callback_id: "register_complaint",
        user: { id: slack.user(who) },
        team: { id: "T000000001" },
        channel: { id: other },
        message: { text, ts: "1.1" },
        trigger_id: await trigger(who),
      };
      const answer = await post({ payload: JSON.stringify(payload) }, { form: true });
      await settled();
      return answer;
    },
    async strangerComes(channel) {
      await slack.call("conversations.invite", { channel, users: slack.user("stranger") });
    },
    upload: slack.upload,
    socket,
    links,
    restart() {
      desk = make();
    },
    async close() {
      await desk.stop();
      await socket?.close();
      await slack.close();
      await world.close();
    },
  };
  return office;
}

/** The same body in an envelope; what is acknowledged, as an answer. */
async function overSocket(socket: SocketServer, body: unknown): Promise<Response> {
  await socket.connected();
  const given = Object.fromEntries(Object.entries(body ?? {}));
  const { payload } = given;
  const type = typeof payload === "string" ? "interactive" : given.command ? "slash_commands" : "events_api";
  const answer = await socket.send(type, typeof payload === "string" ? JSON.parse(payload) : given);
  if (answer === null) return new Response(null, { status: 500 });
  const text = JSON.stringify(answer);
  return new Response(text === "{}" ? "" : text);
}

/** As Slack sends what was given. Ticks are parted by commas, instants are ISO. */
function givenTo(element: string | undefined, value: string) {
  switch (element) {
    case "static_select":
      return { selected_option: value ? { value } : null };
    case "checkboxes":
      return { selected_options: value === "" ? [] : value.split(",").map((one) => ({ value: one })) };
    case "datepicker":
      return { selected_date: value || null };
    case "datetimepicker":
      return { selected_date_time: value ? Date.parse(value) / 1_000 : null };
    case "file_input":
      return { files: [] };
    default:
      return { value: value || null };
  }
}

/** Every card, modal and home tab that was sent, held to Slack's limits. */
export function problemsSent({ slack }: Office): string[] {
  return slack.calls.flatMap(({ method, body }) => {
    const view = body.get("view");
    const blocks = body.get("blocks");
    if (view !== null) return problemsOf(JSON.parse(view)).map((problem) => `${method} ${problem}`);
    if (blocks === null) return [];
    const sent = { text: body.get("text"), blocks: JSON.parse(blocks) };
    return problemsOf(sent).map((problem) => `${method} ${problem}`);
  });
}
