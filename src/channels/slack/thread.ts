/**
 * What colleagues write in the thread of a card: an internal note, or, while they are live, a word to the customer.
 * A word that begins with // stays inside in either case.
 */
import type { Bilingual } from "../../bank/terms.ts";
import type { CaseCards } from "../../desk/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { idFor } from "../../desk/outgoing.ts";
import type { DeskRefusal, Outcome } from "../../desk/refusal.ts";
import type { StaffMember, StaffSource } from "../../desk/staff.ts";
import type { CardRow, SlackStore } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import type { Background } from "./background.ts";
import { actions, asText, button, section } from "./blocks.ts";
import type { Board } from "./board.ts";
import { failureOf } from "./failure.ts";
import type { FileGiven } from "./forms.ts";
import { warned } from "./forms.ts";
import type { LiveTalk } from "./live.ts";
import type { ThreadMessage } from "./payloads.ts";
import { STRANGER, speechOf, staffOf } from "./people.ts";
import { keepFiles } from "./reply-form.ts";
import { CARD } from "./words.ts";

/** Set under a message: it is kept as a note; the customer has got it. */
const NOTED = "memo";
const DELIVERED = "white_check_mark";

/** Kinds of message that somebody wrote, beside the plain one. */
const WRITTEN = ["file_share", "thread_broadcast"];

/** Somebody's own words: not our posts, joins or edits. */
export const isWritten = ({ subtype, bot_id, user }: ThreadMessage): boolean =>
  !bot_id && Boolean(user) && (subtype === null || subtype === undefined || WRITTEN.includes(subtype));

const WORDS = {
  filesKept: {
    zh: "文件没有保存：内部备注只有文字。要发给客户，请用“回复客户”。",
    en: "The files were not kept: a note is words only. To send them to the customer use Reply.",
  },
  send: { zh: "用回复框发送", en: "Send with the reply form" },
  sendLabel: { zh: "打开回复框，里面是刚才写的话", en: "Open the reply form with what was just written" },
} as const satisfies Record<string, Bilingual>;

/** Slack's own signs back into letters; links as people read them. */
export const asWritten = (text: string): string =>
  text
    .replaceAll(/<(?:https?:[^|>]*|mailto:[^|>]*|tel:[^|>]*)\|([^>]*)>/g, "$1")
    .replaceAll(/<((?:https?|mailto|tel):[^>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

export function createThread(deps: {
  api: Pick<SlackApi, "whisper" | "react" | "download">;
  board: Pick<Board, "own" | "disown">;
  store: Pick<SlackStore, "cardAt">;
  cards: Pick<CaseCards, "card">;
  desk: Desk;
  live: LiveTalk;
  staff: StaffSource;
  /** Marks and words for one person wait for nothing, and nothing waits for them: what they say is done already. */
  background: Background;
}): (message: ThreadMessage) => Promise<void> {
  const { api, board, desk, live } = deps;

  const { background } = deps;

  function whisper(message: ThreadMessage, user: string, face: Parameters<SlackApi["whisper"]>[1]) {
    const { channel, thread_ts } = message;
    void background.run("whisper", api.whisper({ channel, user, ...(thread_ts ? { thread: thread_ts } : {}) }, face));
  }
  const say = (message: ThreadMessage, user: string, text: string) => whisper(message, user, { text: asText(text) });

  function mark({ channel, ts }: ThreadMessage, name: string) {
    const marked = api.react({ channel, ts }, name).catch((error: unknown) => {
      if (failureOf(error).code !== "slack.already_reacted") throw error;
    });
    void background.run("mark", marked);
  }
  const refuse = (message: ThreadMessage, staff: StaffMember, user: string, refusal: DeskRefusal) =>
    say(message, user, refusal.message[speechOf(staff)]);

  /** Done as the colleague's own post, so that the thread doesn't tell it a second time. */
  async function asOwn<T>(
    card: CardRow,
    item: string,
    { channel, ts }: ThreadMessage,
    work: () => Promise<Outcome<T>>,
    came: (value: T) => boolean,
  ): Promise<Outcome<T>> {
    await board.own(card, item, { channel, ts });
    const outcome = await work();
    if (!outcome.ok || !came(outcome.value)) await board.disown(card, item);
    return outcome;
  }

  async function warnOfReaders(card: CardRow, staff: StaffMember, user: string, message: ThreadMessage) {
    if ((await deps.cards.card(card.key))?.sealed) say(message, user, CARD.sealedThread[speechOf(staff)]);
  }

  async function note(card: CardRow, staff: StaffMember, user: string, message: ThreadMessage, text: string) {
    const clientId = `slack:${message.channel}:${message.ts}`;
    const item = `note/${idFor(staff.id, card.key, clientId)}`;
    const outcome = await asOwn(
      card,
      item,
      message,
      () => desk.note(staff, card.key, { clientId, text }),
      () => true,
    );
    if (!outcome.ok) return refuse(message, staff, user, outcome.refusal);
    mark(message, NOTED);
    void background.run("confidential", warnOfReaders(card, staff, user, message));
  }

  async function reply(
    card: CardRow,
    staff: StaffMember,
    user: string,
    message: ThreadMessage,
    text: string,
    files: readonly FileGiven[],
  ) {
    const to = { staff, ref: card.key };
    const kept = await keepFiles(desk, to, files, (file) => api.download(file.url));
    if (!kept.ok) return refuse(message, staff, user, kept.refusal);
    const clientId = `slack:${message.channel}:${message.ts}`;
    const draft = { clientId, text: text === "" ? files.map(({ name }) => name).join("\n") : text, files: kept.value };
    const item = `message/${idFor(staff.id, card.key, clientId)}`;
    const outcome = await asOwn(
      card,
      item,
      message,
      () => desk.reply(staff, card.key, draft),
      (sent) => sent.sent,
    );
    if (!outcome.ok) return refuse(message, staff, user, outcome.refusal);
    if (outcome.value.sent) {
      await live.keep(card.key, staff);
      return mark(message, DELIVERED);
    }
    const speech = speechOf(staff);
    const again = button({
      id: "live:send",
      text: WORDS.send[speech],
      value: JSON.stringify({ key: card.key, text: text.slice(0, 1_500) }),
      label: WORDS.sendLabel[speech],
    });
    const warning = warned(outcome.value.warnings, speech).map(section);
    whisper(message, user, {
      text: asText(outcome.value.warnings.join("\n")),
      blocks: [...warning, actions("live send", [again])],
    });
  }

  return async function heard(message) {
    const { channel, thread_ts, user } = message;
    if (!isWritten(message) || !user || !thread_ts) return;
    const card = await deps.store.cardAt({ channel, ts: thread_ts });
    if (!card) return;
    const staff = staffOf(deps.staff(), user);
    if (!staff) return say(message, user, STRANGER);
    const text = asWritten(message.text ?? "").trim();
    const files = (message.files ?? []).flatMap((file) => {
      const url = file.url_private_download ?? file.url_private;
      return url ? [{ name: file.name ?? "file", url }] : [];
    });
    const inside = text.startsWith("//");
    if (!inside && (await live.isOn(card.key, staff))) return reply(card, staff, user, message, text, files);
    if (files.length > 0) say(message, user, WORDS.filesKept[speechOf(staff)]);
    const words = inside ? text.slice(2).trim() : text;
    if (words !== "") await note(card, staff, user, message, words);
  };
}
