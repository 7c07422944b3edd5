/**
 * The codes by which an account of the bank's is logged in, as pictures under the notice in the duty channel. Whoever
 * scans one logs in with the account of their own phone, so that a code is in Slack no longer than it is of use: taken
 * away once it was used, replaced or over, and after a restart; and never in a channel that somebody unknown reads.
 */
import type { Bilingual } from "../../bank/terms.ts";
import type { ChannelLink, LinkSource } from "../../desk/channel-links.ts";
import type { Place, SlackStore } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import type { Audience } from "./audience.ts";
import type { Speech } from "./people.ts";

/** WeChat's codes are over sooner, ms. */
const LIFE_MS = 5 * 60_000;

const WORDS = {
  title: { zh: "登录二维码", en: "Login code" },
  alt: {
    zh: "登录二维码，用账号的手机扫；网页工作台的渠道页上也有",
    en: "QR code to log in, to be scanned with the account's phone; it is also on the web desk under Channels",
  },
} as const satisfies Record<string, Bilingual>;

export interface LoginCodes {
  /**
   * Brings the thread under the notice up to date; says whether a code stands in it. Throws SlackFailure: what is out
   * is taken away the next time then.
   */
  show(source: LinkSource, link: ChannelLink, notice: Place): Promise<boolean>;
  /** Takes away what is out about this channel. Throws SlackFailure. */
  take(channel: string): Promise<void>;
}

export function createLoginCodes(deps: {
  api: Pick<SlackApi, "showPicture" | "takeFile">;
  /** A code's row has the file's id in place of a timestamp. */
  store: Pick<SlackStore, "posts" | "beginPost" | "dropPost">;
  audience: Pick<Audience, "known">;
  /** Writes down that a code was sent. */
  sent: (channel: string, to: string) => Promise<unknown>;
  first: Speech;
  now: () => string;
}): LoginCodes {
  const { api, store, now, first } = deps;
  /** What stands in the thread for sure, by channel: file, and since when its code is due. */
  const out = new Map<string, { file: string; since: string }>();
  const subjectOf = (channel: string) => `link/${channel}/code`;

  /** Whatever an earlier code, a failure or a crash has left goes as well. */
  async function take(channel: string, but?: string): Promise<void> {
    for (const { id, ts: file } of await store.posts(subjectOf(channel))) {
      if (file === null || file === but) continue;
      await api.takeFile(file);
      await store.dropPost(id);
    }
    if (but === undefined) out.delete(channel);
  }

  const isOfUse = ({ state, since }: ChannelLink) =>
    state === "scan" && Date.parse(now()) - Date.parse(since) < LIFE_MS;

  return {
    take: (channel) => take(channel),
    async show(source, link, notice) {
      const { channel, since } = link;
      const before = out.get(channel);
      const may = isOfUse(link) && (await deps.audience.known(notice.channel));
      if (may && before?.since === since) {
        await take(channel, before.file);
        return true;
      }
      await take(channel);
      const bytes = may ? await source.qr() : null;
      // Another code in the meantime is another call.
      if (bytes === null || source.link().since !== since) return false;
      let file = "";
      await api.showPicture(
        {
          channel: notice.channel,
          thread: notice.ts,
          name: "login-code.png",
          title: WORDS.title[first],
          alt: WORDS.alt[first],
          bytes,
        },
        async (id) => {
          file = id;
          const subject = subjectOf(channel);
          await store.beginPost({ id: `${subject}/${id}`, subject, channel: notice.channel, ts: id, at: now() });
          await deps.sent(channel, notice.channel);
        },
      );
      out.set(channel, { file, since });
      return true;
    },
  };
}
