/**
 * The cards in the channels and the threads under them. Whatever happened is shown by showing the present: it may be
 * asked for any number of times, after any failure, and each thing is told once, in order.
 */
import { createHash } from "node:crypto";
import type { CaseCard, CaseCards } from "../../desk/card.ts";
import type { HistoryItem } from "../../desk/history.ts";
import type { CardRow, Place, SlackStore } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import type { Audience } from "./audience.ts";
import type { Face } from "./blocks.ts";
import { type CardSetting, cardFace, movedFace } from "./card-face.ts";
import { failureOf } from "./failure.ts";
import { createLine } from "./in-line.ts";
import type { Posts } from "./posts.ts";
import { channelOf, type SlackSettings } from "./settings.ts";
import { earlierFaces, itemFace, type ThreadSetting, tells } from "./thread-text.ts";

export interface Board {
  /** Brings card and thread of a case up to date. Nothing where no case is. Throws SlackFailure. */
  show(ref: string): Promise<void>;
  /** Looks again at cases of which something was on its way to the customer when they were shown. Throws SlackFailure. */
  lookAgain(): Promise<void>;
  /** What a colleague wrote in the thread themselves needs no post: `item` is its id in the history. */
  own(card: CardRow, item: string, place: Place): Promise<void>;
  /** It came to nothing after all. */
  disown(card: CardRow, item: string): Promise<void>;
}

const digestOf = (face: Face): string => createHash("sha256").update(JSON.stringify(face)).digest("base64url");
const postId = ({ key, round }: CardRow, item: string): string => `${key}/${round}/${item}`;

export function createBoard(deps: {
  api: SlackApi;
  posts: Posts;
  store: SlackStore;
  cards: CaseCards;
  settings: Pick<SlackSettings, "channel" | "channels">;
  card: CardSetting;
  thread: ThreadSetting;
  audience: Audience;
  now: () => string;
}): Board {
  const { api, posts, store, cards } = deps;
  const inLine = createLine();
  /** Cases with something on its way to the customer; what a restart forgets comes with the next look at all cards. */
  const onItsWay = new Set<string>();

  /** Where the thread begins to tell things one by one: what is there already is told together. */
  function rowFor(card: CaseCard, history: readonly HistoryItem[], channel: string, round: number): CardRow {
    const highest = (kinds: readonly HistoryItem["kind"][]) =>
      Math.max(0, ...history.filter(({ kind }) => kinds.includes(kind)).map(({ seq }) => seq));
    return {
      key: card.key,
      conversation: card.conversation,
      channel,
      ts: null,
      round,
      uptoSeq: highest(["customer", "bot", "staff"]),
      uptoEvent: highest(["state"]),
      shown: null,
    };
  }

  async function placed(card: CaseCard): Promise<CardRow> {
    const channel = channelOf(deps.settings, card.department);
    const before = await store.card(card.key);
    if (before && before.channel === channel) return before;
    const row = rowFor(card, await cards.history(card.key), channel, (before?.round ?? 0) + 1);
    if (before?.ts) {
      await change({ channel: before.channel, ts: before.ts }, movedFace(card, deps.card.first));
      await posts.takeBack(card.key, (id) => id === postId(before, "card"));
    }
    await store.saveCard(row);
    return row;
  }

  /** False when somebody removed the message by hand. */
  async function change(place: Place, face: Face): Promise<boolean> {
    try {
      await api.update(place, face);
      return true;
    } catch (error) {
      if (failureOf(error).code === "slack.message_not_found") return false;
      throw error;
    }
  }

  /** Who is live, and whether a talk that is stored is over. */
  async function live(card: CaseCard): Promise<{ name: string | null; over: boolean }> {
    const talk = await store.live(card.key);
    if (!talk) return { name: null, over: false };
    const over = Date.parse(talk.until) <= Date.parse(deps.now()) || card.talking?.id !== talk.staff;
    return { name: over ? null : (card.talking?.name ?? null), over };
  }

  async function withdraw({ key }: CaseCard): Promise<void> {
    const before = await store.card(key);
    if (!before) return;
    await posts.takeBack(key, () => false);
    await store.saveCard({ ...before, ts: null, shown: null, round: before.round + 1 });
  }

  async function show(ref: string): Promise<void> {
    const card = await cards.card(ref);
    onItsWay.delete(card?.key ?? ref);
    if (!card) return;
    // Erased before it was ever shown: a card would tell nobody anything.
    if (card.story === null && !card.sealed && !(await store.card(card.key))) return;
    const { window, down, soon } = card.unsent;
    if (window + down + soon > 0) onItsWay.add(card.key);
    // Nobody accused of misconduct may even learn of the case: where they read along, nothing of it stands.
    if (await deps.audience.reads(channelOf(deps.settings, card.department), card.hiddenFrom)) return withdraw(card);
    const row = await placed(card);
    // Nobody may look who isn't on the staff list.
    const known = await deps.audience.known(row.channel);
    const open = known && card.story !== null;
    const talk = await live(card);
    const face = cardFace(card, talk.name, known, deps.card);
    const shown = digestOf(face);
    const { channel, ts } = row;
    if (row.shown !== shown) {
      if (ts !== null && !(await change({ channel, ts }, face))) {
        await store.saveCard(rowFor(card, await cards.history(card.key), channel, row.round + 1));
        return show(ref);
      }
      // Told before it became confidential, before a stranger came, or before the person was erased: it must not stay.
      if (!open) await posts.takeBack(card.key, (id) => id === postId(row, "card"));
    }
    const place = ts ?? (await posts.once(card.key, { ...face, channel, id: postId(row, "card") })).ts;
    const after = { ...row, ts: place, shown };
    if (row.shown !== shown) await store.saveCard(after);
    // Only now: while the card could not be changed, the talk is still to be ended.
    if (talk.over) await store.endLive(card.key);
    await tell(after, place, open, deps.card.link(card.ref));
  }

  async function tell(row: CardRow, thread: string, open: boolean, page: string): Promise<void> {
    const setting = { ...deps.thread, page };
    const history = (await cards.history(row.key)).filter((item) => tells(item) && (open || item.plain));
    const old = (item: HistoryItem) => {
      if (item.kind === "note" || item.kind === "step") return false;
      return item.seq <= (item.kind === "state" ? row.uptoEvent : row.uptoSeq);
    };
    const { channel } = row;
    const earlier = history.filter((item) => old(item) && item.kind !== "state");
    for (const [index, face] of earlierFaces(earlier, setting).entries())
      await posts.once(row.key, { ...face, channel, thread, id: postId(row, `earlier/${index}`) });
    for (const item of history.filter((one) => !old(one))) {
      const face = itemFace(item, setting);
      await posts.once(row.key, { ...face, channel, thread, id: postId(row, item.id) });
    }
  }

  return {
    async show(ref) {
      const card = await cards.card(ref);
      if (card) await inLine(card.key, () => show(card.key));
    },
    async lookAgain() {
      for (const key of [...onItsWay]) await inLine(key, () => show(key));
    },
    async own(card, item, place) {
      const id = postId(card, item);
      await store.beginPost({ id, subject: `${card.key}/own`, channel: place.channel, ts: null, at: deps.now() });
      await store.sentPost(id, place);
    },
    disown: (card, item) => store.dropPost(postId(card, item)),
  };
}
