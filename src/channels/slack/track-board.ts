/**
 * Cards of suggestions, praise and reports, each kind in the channel the bank named for it.
 *
 * Promises
 * - A card stands only where everybody who reads the channel may see that very one on the desk: nobody outside the kind's
 *   roles, and of a report nobody it names and nobody of an outlet it names. Where one of them comes in, it is taken away.
 * - A report's card holds number, stage and day, and leaves the channel when it is done with.
 */
import { createHash } from "node:crypto";
import { TRACK_KINDS, type TrackKind } from "../../cases/tracks/track.ts";
import type { TrackCards } from "../../desk/track-card.ts";
import type { SlackStore } from "../../store/slack.ts";
import type { RecordRow } from "../../store/store.ts";
import type { SlackApi } from "./api.ts";
import type { Audience } from "./audience.ts";
import { failureOf } from "./failure.ts";
import { createLine } from "./in-line.ts";
import type { Posts } from "./posts.ts";
import type { SlackSettings } from "./settings.ts";
import { type TrackSetting, trackFace } from "./track-face.ts";

/** New ones are looked for so often, ms; who reads the channel as often as the audience is asked anew. */
const EVERY_MS = 60_000;
const READERS_EVERY_MS = 5 * 60_000;

export interface TrackBoard {
  /** What is new or has changed. Throws SlackFailure. */
  showAll(): Promise<void>;
  /** After somebody did something with it. Nothing where there is none. Throws SlackFailure. */
  show(record: string): Promise<void>;
}

export function createTrackBoard(deps: {
  api: Pick<SlackApi, "update">;
  posts: Posts;
  store: Pick<SlackStore, "posts" | "dropPost">;
  cards: TrackCards;
  channels: SlackSettings["apart"];
  audience: Audience;
  setting: TrackSetting;
  now: () => string;
}): TrackBoard {
  const { api, posts, store, cards, channels, audience } = deps;
  const inLine = createLine();
  /** What was looked at in this process: how it was shown, and whether it is over. */
  const known = new Map<string, { version: number; at: number; shown: string | null; over: boolean }>();
  let looked = Number.NEGATIVE_INFINITY;
  const subjectOf = (record: string) => `track/${record}`;

  async function put(row: RecordRow, kind: TrackKind, channel: string): Promise<void> {
    const { record } = row;
    const subject = subjectOf(record);
    const version = await cards.version(record);
    const card = await cards.card(row, kind);
    const keep = (shown: string | null, over: boolean) =>
      known.set(record, { version, at: Date.parse(deps.now()), shown, over });
    const out = (await store.posts(subject)).find(({ id }) => id === `${subject}/card`);
    const stays = (card.open || !card.closed) && (await audience.every(channel, card.maySee));
    if (out && (!stays || out.channel !== channel)) await posts.takeBack(subject, () => false);
    const standing = out?.ts && stays && out.channel === channel ? { channel, ts: out.ts } : null;
    // What was over before anybody was told of it is no news.
    if (!stays || (!card.open && !standing)) {
      keep(null, !card.open);
      return;
    }
    const face = trackFace(card, deps.setting);
    const shown = createHash("sha256").update(JSON.stringify(face)).digest("base64url");
    if (standing && known.get(record)?.shown !== shown) {
      try {
        await api.update(standing, face);
      } catch (error) {
        // Somebody removed it by hand: it comes again with the next look.
        if (failureOf(error).code !== "slack.message_not_found") throw error;
        await store.dropPost(`${subject}/card`);
        known.delete(record);
        return;
      }
    }
    if (!standing) await posts.once(subject, { ...face, channel, id: `${subject}/card` });
    keep(shown, !card.open);
  }

  /** Each kind that has a channel; trouble with one does not keep the others from being shown, and is thrown at the end. */
  async function each(work: (row: RecordRow, kind: TrackKind, channel: string) => Promise<void>): Promise<void> {
    const trouble: unknown[] = [];
    for (const kind of TRACK_KINDS) {
      const channel = channels[kind];
      if (channel === undefined) continue;
      try {
        for (const row of await cards.records(kind)) await work(row, kind, channel);
      } catch (error) {
        trouble.push(error);
      }
    }
    if (trouble.length > 0) throw trouble[0];
  }

  return {
    async showAll() {
      const at = Date.parse(deps.now());
      if (at - looked < EVERY_MS) return;
      await each(async (row, kind, channel) => {
        const before = known.get(row.record);
        if (before?.over) return;
        const fresh = before !== undefined && at - before.at < READERS_EVERY_MS;
        if (fresh && before.version === (await cards.version(row.record))) return;
        await inLine(row.record, () => put(row, kind, channel));
      });
      looked = at;
    },
    async show(record) {
      await each(async (row, kind, channel) => {
        if (row.record === record) await inLine(record, () => put(row, kind, channel));
      });
    },
  };
}
