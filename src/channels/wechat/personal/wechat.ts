/** The customer channel "wechat": a WeChat account through a wechaty puppet, put together. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../flows/reading.ts";
import { ServiceError } from "../../../service-error.ts";
import type { ColleaguePort, CustomerPort } from "../../channel.ts";
import type { Sender } from "../../sender.ts";
import { type Reason, WECHAT_LABELS, type WechatLabels } from "../labels.ts";
import { reachable } from "../reach.ts";
import type { WechatSettings } from "../settings.ts";
import type { Transcribe } from "../voice.ts";
import { createCustomer, languageOf } from "./customer.ts";
import { matchEcho, missingSince } from "./echoes.ts";
import { WECHAT, WECHAT_PERSONAL } from "./features.ts";
import { type Gap, noted, toAskAgain } from "./gaps.ts";
import { type Invitation, invited, mayInvite } from "./groups.ts";
import { createInbound } from "./inbound.ts";
import { openJournal } from "./journal.ts";
import type { OpenLink } from "./link.ts";
import type { FriendRequest, Heard } from "./message.ts";
import { openBy, qrPicture } from "./open.ts";
import { createPace } from "./pace.ts";
import { pause } from "./pause.ts";
import { createSender } from "./send.ts";
import { supervise, type Times, type WechatStatus, WRONG_ACCOUNT } from "./supervise.ts";

export interface WechatHooks {
  /** The customer's open conversation, if there is one. */
  conversationOf(channel: string, externalId: string): Promise<string | undefined>;
  /** WeChat id of the customer of a conversation; undefined once they were erased. */
  customerOf(conversation: string): Promise<string | undefined>;
  /**
   * Messages may have been lost: the customers of these conversations are to be asked to repeat. Without it the
   * channel asks them itself, beside the conversation.
   */
  askToRepeat?(conversations: readonly string[], gap: Gap): Promise<void>;
}

export interface Wechat {
  /** For the worker that delivers. */
  sender: Sender;
  status(): WechatStatus;
  /** Called at each change, until the function returned is called. `scan` holds what the QR code says. */
  subscribe(listener: (status: WechatStatus) => void): () => void;
  /** The QR code that has to be scanned, as a PNG picture; null while none can be. Only for people of the bank. */
  qr(): Promise<Uint8Array | null>;
  /** When another account than the expected one logged in last and was logged out (ISO instant); null: never. */
  refusedAt(): string | null;
  /** Messages and friend requests we were told of and have not seen to yet. */
  pending(): number;
  stop(): Promise<void>;
}

/** Between looks for echoes that didn't come, and how long one may take, ms. */
const ECHO_LOOK = 30_000;
const ECHO_PATIENCE = 60_000;
/** A friend request waits so long at most before a stop is noticed, ms. */
const READY_LOOK = 60_000;

export function createWechat(parts: {
  settings: WechatSettings;
  /** A private folder of the channel's own, made when it isn't there. */
  folder: string;
  port: CustomerPort & ColleaguePort;
  hooks: WechatHooks;
  /** Codes and ids for the log; never what somebody wrote. */
  report: (code: string, detail?: Record<string, string>) => void;
  /** How a link is made; by default the puppet of the settings. */
  open?: OpenLink;
  labels?: WechatLabels;
  /** Turns voices into words; null: they are kept and not listened to. */
  transcribe?: Transcribe | null;
  /** ms. */
  clock?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0..1. */
  random?: () => number;
  times?: Partial<Times>;
  /** How long an echo may take, ms. */
  echoTime?: number;
}): Wechat {
  const { settings, folder, port, hooks, report } = parts;
  const { labels = WECHAT_LABELS, clock = Date.now, sleep = pause, random = Math.random } = parts;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const home = join(folder, "home");
  const journal = openJournal(join(folder, "journal.json"), (code) => report(`wechat.journal-${code}`));
  const stopping = new AbortController();
  const iso = () => new Date(clock()).toISOString();
  let invitations: Invitation[] = [];

  async function link() {
    while (!stopping.signal.aborted) {
      const found = await supervisor.ready(READY_LOOK);
      if (found) return found;
    }
    return null;
  }

  /** Outside of a conversation, so it isn't kept in the outbox: what can't be said now is not said later. */
  function say(to: string, reason: Reason, language: Language, mention?: string): void {
    const text = labels[language === "en" ? "en" : "zh"][reason];
    sender.notice(to, text, mention).catch((error: unknown) => {
      report("wechat.notice-not-sent", { code: error instanceof ServiceError ? error.code : "unknown" });
    });
  }

  async function askAgain(conversations: readonly string[]): Promise<void> {
    for (const conversation of conversations) {
      const customer = await hooks.customerOf(conversation);
      if (customer) say(customer, "repeat", (await port.progress(conversation)).language);
    }
  }

  function onGap(gap: Gap): void {
    const { writers, asked } = journal.entries;
    const conversations = toAskAgain(gap, writers, asked);
    report("wechat.gap", { from: gap.from, to: gap.to, why: gap.why, conversations: String(conversations.length) });
    if (conversations.length === 0) return;
    const at = iso();
    journal.change({ asked: conversations.reduce((list, one) => noted(list, one, at), asked) });
    const asking = hooks.askToRepeat ? hooks.askToRepeat(conversations, gap) : askAgain(conversations);
    asking.catch((error: unknown) => {
      report("wechat.ask-to-repeat", { name: error instanceof Error ? error.name : "unknown" });
    });
  }

  function isOurs(echo: Extract<Heard, { from: "self" }>): boolean {
    const { ours, sent } = matchEcho(journal.entries.sent, echo, clock());
    if (ours) journal.change({ sent });
    return ours;
  }

  /** The bot yields. With somebody who never wrote to the desk a colleague may talk as they like. */
  async function colleague({ id, to, content }: Extract<Heard, { from: "self" }>): Promise<void> {
    if (content.type === "bare" || content.type === "unreadable") return;
    const conversation = await hooks.conversationOf(WECHAT, to);
    if (!conversation) return;
    const text = content.type === "text" ? content.text : labels.zh["colleague-file"];
    await port.colleagueWrote(conversation, { externalId: id, text });
  }

  /** What is written in a group is not looked at, not kept and not repeated there. */
  function group({ room, member, mentioned }: Extract<Heard, { from: "group" }>): void {
    if (!mayInvite(invitations, { room, member, mentioned }, clock())) return;
    invitations = invited(invitations, { room, member, at: clock() });
    say(room, "group", "zh-Hans", member);
  }

  /**
   * A new conversation begins with the greeting, as on every channel, and the outbox brings it; friends of old get a word
   * too. What they wrote with the request is their first message.
   */
  async function befriend(request: FriendRequest): Promise<boolean> {
    if (request.accept) {
      await pace.friend();
      const now = await link();
      if (!now) return false;
      await now.acceptFriend(request.id);
    }
    const identity = { channel: WECHAT, externalId: request.contact, strength: WECHAT_PERSONAL.identity };
    const { id, words, contact } = request;
    const language = languageOf({ type: "text", text: words });
    const { conversation, created } = await port.open(identity, language);
    if (words !== "") {
      const externalId = `friend:${id}`;
      await port.accept({ conversation, channel: WECHAT, externalId, kind: "text", text: words, attachments: [] });
      journal.change({ writers: noted(journal.entries.writers, conversation, iso()) });
    } else if (request.accept && !created) say(contact, "again", language);
    return true;
  }

  const pace = createPace({ settings: settings.pace, clock, sleep, random });
  const inbound = createInbound({
    journal,
    link,
    self: () => {
      const status = supervisor.status();
      return status.state === "ready" ? status.account : account;
    },
    sleep,
    customer: createCustomer({
      port,
      link,
      sleep,
      say,
      stored: (conversation) => journal.change({ writers: noted(journal.entries.writers, conversation, iso()) }),
      transcribe: parts.transcribe ?? null,
      report,
      stopping: () => stopping.signal.aborted,
    }),
    isOurs,
    colleague,
    group,
    befriend,
    report,
  });
  const { endpoint } = settings;
  const supervisor = supervise({
    open: parts.open ?? openBy(settings, home),
    reachable: endpoint ? () => reachable(endpoint) : null,
    account: settings.account?.id ?? null,
    journal,
    clock,
    sleep,
    message: inbound.message,
    friendship: inbound.friendship,
    onReady: inbound.resume,
    onGap,
    report: (code) => report(code),
    ...(parts.times ? { times: parts.times } : {}),
  });
  let account: string | null = null;
  let refusedAt: string | null = null;
  supervisor.subscribe((status) => {
    if (status.state === "ready") account = status.account;
    if (status.state === "lost" && status.code === WRONG_ACCOUNT) refusedAt = status.since;
  });
  const sender = createSender({
    journal,
    pace,
    link: supervisor.link,
    readySince: () => {
      const status = supervisor.status();
      return status.state === "ready" ? Date.parse(status.since) : null;
    },
    clock,
    sleep,
    ...(parts.echoTime === undefined ? {} : { echoTime: parts.echoTime }),
  });
  void watchEchoes();

  /** A message of ours that doesn't come back says that others may not have come either. */
  async function watchEchoes(): Promise<void> {
    let reported = 0;
    while (!stopping.signal.aborted) {
      await sleep(ECHO_LOOK, stopping.signal);
      const from = supervisor.link() ? missingSince(journal.entries.sent, clock(), ECHO_PATIENCE) : null;
      if (from === null || from <= reported) continue;
      reported = from;
      supervisor.report(from, "silence");
    }
  }

  return {
    sender,
    status: supervisor.status,
    subscribe: supervisor.subscribe,
    async qr() {
      const status = supervisor.status();
      return status.state === "scan" ? qrPicture(status.url) : null;
    },
    refusedAt: () => refusedAt,
    pending: () => journal.entries.pending.length,
    async stop() {
      stopping.abort();
      await supervisor.stop();
      await inbound.settled();
    },
  };
}
