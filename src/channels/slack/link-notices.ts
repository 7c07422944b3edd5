/**
 * Tells the duty channel that a line to customers needs a hand: the account has to be logged in anew, or the line stays
 * away. One message for each trouble, brought up to date until it is over. The code itself is on the web desk only:
 * whoever scans it first puts their own account in its place.
 */
import type { Bilingual } from "../../bank/terms.ts";
import type { ChannelLink, LinkBoard } from "../../desk/channel-links.ts";
import type { Place } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import { actions, asText, button, type Face, section } from "./blocks.ts";
import { createLine } from "./in-line.ts";
import { inBoth, type Speech } from "./people.ts";
import type { Posts } from "./posts.ts";

/** A line that comes back within this time is nobody's business, ms. */
const PATIENCE_MS = 2 * 60_000;

const WORDS = {
  wechat: { zh: "微信", en: "WeChat" },
  scan: {
    zh: "要重新登录：请用登记的手机扫工作台上的二维码。在这之前，客户的微信消息收不到。",
    en: "has to be logged in: scan the QR code on the desk with the account's phone. Until then no customer's message arrives.",
  },
  lost: {
    zh: "连接断了，正在自动重连。客户发来的消息要等连上才收得到。",
    en: "is cut off and connects anew by itself. What customers send arrives once it is back.",
  },
  ready: { zh: "已恢复", en: "is back" },
  since: { zh: "自", en: "since" },
  open: { zh: "打开二维码", en: "Show the code" },
  label: { zh: "在网页工作台打开登录二维码", en: "Show the login code on the web desk" },
} as const satisfies Record<string, Bilingual>;

export interface LinkNotices {
  /** Brings the duty channel up to date. Throws SlackFailure. */
  show(): Promise<void>;
}

export function createLinkNotices(deps: {
  api: Pick<SlackApi, "update">;
  posts: Posts;
  links: LinkBoard;
  setting: { first: Speech; channel: string; zone: string; deskUrl: string };
  now: () => string;
}): LinkNotices {
  const { setting } = deps;
  const inLine = createLine();
  /** What is out about each channel. */
  const out = new Map<string, { place: Place; shown: string }>();

  async function showOne(link: ChannelLink): Promise<void> {
    const before = out.get(link.channel);
    const face = faceOf(link, setting);
    if (!before) {
      if (!needsHand(link, Date.parse(deps.now()))) return;
      const subject = `link/${link.channel}`;
      const id = `${subject}/${link.since}`;
      const place = await deps.posts.once(subject, { ...face, channel: setting.channel, id });
      out.set(link.channel, { place, shown: face.text });
      return;
    }
    if (before.shown === face.text || link.state === "starting" || link.state === "stopped") return;
    await deps.api.update(before.place, face);
    if (link.state === "ready") out.delete(link.channel);
    else out.set(link.channel, { ...before, shown: face.text });
  }

  return {
    async show() {
      for (const source of deps.links.all()) {
        await inLine(source.link().channel, () => showOne(source.link()));
      }
    },
  };
}

const needsHand = ({ state, since }: ChannelLink, now: number): boolean =>
  state === "scan" || (state === "lost" && now - Date.parse(since) >= PATIENCE_MS);

function faceOf(
  { channel, state, since }: ChannelLink,
  setting: { first: Speech; zone: string; deskUrl: string },
): Face {
  const { first, zone, deskUrl } = setting;
  const both = (text: Bilingual) => inBoth(text, first);
  const name = channel === "wechat" ? both(WORDS.wechat) : channel;
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const sign = state === "ready" ? "✅" : "📵";
  const what = state === "ready" ? WORDS.ready : state === "scan" ? WORDS.scan : WORDS.lost;
  const text = asText(`${sign} ${name}：${both(what)}（${both(WORDS.since)} ${clock.format(new Date(since))}）`);
  const open = button({
    id: "link:open",
    text: both(WORDS.open),
    label: both(WORDS.label),
    url: `${deskUrl}/channels`,
  });
  return { text, blocks: [section(text), ...(state === "scan" ? [actions(`link ${channel}`, [open])] : [])] };
}
