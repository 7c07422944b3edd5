/**
 * Tells the duty channel that a line to customers needs a hand: the account has to be logged in anew, or the line stays
 * away. One message for each trouble, brought up to date until it is over, with the code to scan in its thread and a way
 * to it on the desk. That somebody else's account was logged in and refused is told in a message of its own.
 */
import type { Bilingual } from "../../bank/terms.ts";
import type { ChannelLink, LinkBoard, LinkSource } from "../../desk/channel-links.ts";
import type { Place, SlackStore } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import { actions, asText, button, type Face, section } from "./blocks.ts";
import { createLine } from "./in-line.ts";
import type { LoginCodes } from "./login-codes.ts";
import { inBoth, type Speech } from "./people.ts";
import type { Posts } from "./posts.ts";
import { filled } from "./words.ts";

/** A line that comes back within this time is nobody's business, ms. */
const PATIENCE_MS = 2 * 60_000;

const WORDS = {
  wechat: { zh: "微信", en: "WeChat" },
  scan: {
    zh: "要重新登录。在这之前，客户的微信消息收不到。",
    en: "has to be logged in. Until then no customer's message arrives.",
  },
  scanned: {
    zh: "二维码已经用过或过期：请在手机上确认登录，或等下一个码。",
    en: "the code was used or is over: confirm on the phone, or wait for the next one.",
  },
  only: {
    zh: "只能用“{account}”这个账号的手机扫；别的账号扫了会被退出，并在这里说明。",
    en: "Only the phone of the account “{account}” may scan; another account is logged out again, and told of here.",
  },
  any: {
    zh: "请用登记账号的手机扫：谁扫，登录的就是谁自己的账号。",
    en: "Scan with the phone of the bank's account: whoever scans logs in with their own.",
  },
  below: { zh: "二维码在这条消息的回复里，工作台上也有。", en: "The code is in the thread below, and on the desk." },
  onDesk: { zh: "二维码在工作台上。", en: "The code is on the desk." },
  lost: {
    zh: "连接断了，正在自动重连。客户发来的消息要等连上才收得到。",
    en: "is cut off and connects anew by itself. What customers send arrives once it is back.",
  },
  refused: {
    zh: "有人用别的账号扫了登录码，已经退出，没有收发任何消息。请查一下是谁扫的。",
    en: "somebody scanned the login code with another account. It was logged out; nothing was sent or taken. Please find out who it was.",
  },
  ready: { zh: "已恢复", en: "is back" },
  since: { zh: "自", en: "since" },
  open: { zh: "打开二维码", en: "Show the code" },
  label: { zh: "在网页工作台打开登录二维码", en: "Show the login code on the web desk" },
} as const satisfies Record<string, Bilingual>;

/** States that pass by themselves within moments. */
const PASSING: readonly ChannelLink["state"][] = ["starting", "stopped"];

export interface LinkNotices {
  /** Brings the duty channel up to date. Throws SlackFailure. */
  show(): Promise<void>;
}

interface Setting {
  first: Speech;
  channel: string;
  zone: string;
  deskUrl: string;
}

export function createLinkNotices(deps: {
  api: Pick<SlackApi, "update">;
  posts: Posts;
  store: Pick<SlackStore, "posts" | "dropPost">;
  codes: LoginCodes;
  links: LinkBoard;
  setting: Setting;
  now: () => string;
}): LinkNotices {
  const { setting, store } = deps;
  const inLine = createLine();
  /** What is out about each channel; `shown` is empty when we don't know. */
  const out = new Map<string, { id: string; place: Place; shown: string }>();
  const looked = new Set<string>();
  const subjectOf = (channel: string) => `link/${channel}`;

  /** What was out before a restart is gone on with: rows are dropped once a trouble is over. */
  async function recall(channel: string): Promise<void> {
    if (looked.has(channel)) return;
    const left = (await store.posts(subjectOf(channel))).at(-1);
    if (left?.ts) out.set(channel, { id: left.id, place: { channel: left.channel, ts: left.ts }, shown: "" });
    looked.add(channel);
  }

  async function tellRefused({ channel, refusedAt }: ChannelLink): Promise<void> {
    if (refusedAt === null) return;
    const name = nameOf(channel, setting);
    const when = `${inBoth(WORDS.since, setting.first)} ${clockOf(refusedAt, setting)}`;
    const text = asText(`🚫 ${name}：${inBoth(WORDS.refused, setting.first)}（${when}）`);
    const id = `link/${channel}/refused/${refusedAt}`;
    await deps.posts.once(`link/${channel}/refused`, { text, blocks: [section(text)], channel: setting.channel, id });
  }

  /** Where the notice stands, once there is one. */
  async function noticed(link: ChannelLink): Promise<Place | undefined> {
    const before = out.get(link.channel);
    if (before) return before.place;
    if (!needsHand(link, Date.parse(deps.now()))) return undefined;
    const subject = subjectOf(link.channel);
    const face = faceOf(link, false, setting);
    const id = `${subject}/${link.since}`;
    const place = await deps.posts.once(subject, { ...face, channel: setting.channel, id });
    out.set(link.channel, { id, place, shown: face.text });
    return place;
  }

  async function showOne(source: LinkSource): Promise<void> {
    const link = source.link();
    const { channel, state } = link;
    await recall(channel);
    // A code that is of no more use goes first, whatever else fails.
    if (state !== "scan") await deps.codes.take(channel);
    await tellRefused(link);
    const place = await noticed(link);
    if (!place || PASSING.includes(state)) return;
    const withCode = await deps.codes.show(source, link, place);
    const now = out.get(channel);
    const face = faceOf(link, withCode, setting);
    if (!now || now.shown === face.text) return;
    await deps.api.update(place, face);
    out.set(channel, { ...now, shown: face.text });
    if (state !== "ready") return;
    out.delete(channel);
    await store.dropPost(now.id);
  }

  return {
    async show() {
      for (const source of deps.links.all()) {
        await inLine(source.link().channel, () => showOne(source));
      }
    },
  };
}

const needsHand = ({ state, since }: ChannelLink, now: number): boolean =>
  state === "scan" || (state === "lost" && now - Date.parse(since) >= PATIENCE_MS);

const nameOf = (channel: string, { first }: Setting): string =>
  channel === "wechat" ? inBoth(WORDS.wechat, first) : channel;

const clockOf = (at: string, { zone }: Setting): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(new Date(at));

/** What is to be said in each state, line by line. */
function linesOf({ state, expected }: ChannelLink, withCode: boolean): Bilingual[] {
  switch (state) {
    case "ready":
      return [WORDS.ready];
    case "scan":
      return [
        WORDS.scan,
        withCode ? WORDS.below : WORDS.onDesk,
        expected === null ? WORDS.any : filled(WORDS.only, { account: expected }),
      ];
    case "scanned":
      return [WORDS.scan, WORDS.scanned];
    case "starting":
    case "lost":
    case "stopped":
      return [WORDS.lost];
  }
}

/** `withCode`: the code stands in the thread. */
function faceOf(link: ChannelLink, withCode: boolean, setting: Setting): Face {
  const { channel, state, since } = link;
  const { first, deskUrl } = setting;
  const both = (text: Bilingual) => inBoth(text, first);
  const [head, ...rest] = linesOf(link, withCode).map(both);
  const title = `${state === "ready" ? "✅" : "📵"} ${nameOf(channel, setting)}：${head}`;
  const when = `（${both(WORDS.since)} ${clockOf(since, setting)}）`;
  const text = asText([`${title}${when}`, ...rest].join("\n"));
  const open = button({
    id: "link:open",
    text: both(WORDS.open),
    label: both(WORDS.label),
    url: `${deskUrl}/channels`,
  });
  return { text, blocks: [section(text), ...(state === "scan" ? [actions(`link ${channel}`, [open])] : [])] };
}
