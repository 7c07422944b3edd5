/** What the Slack desk remembers (see ../slack.ts), beside the product's own tables. */
import { z } from "zod";
import { RiskSlug } from "../../flows/reading.ts";
import type { AlertRow, CardRow, LiveRow, PostRow, SlackStore } from "../slack.ts";
import { isoInstant, millis } from "./instant.ts";
import type { Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** Slack repeats an event for an hour at most; heard ids are forgotten after a week. */
const REMEMBERED_MS = 7 * 86_400_000;

export interface SlackTables {
  slack_cards: {
    key: string;
    conversation: string;
    channel: string;
    ts: string | null;
    round: number;
    upto_seq: number;
    upto_event: number;
    shown: string | null;
  };
  slack_posts: PostRow;
  slack_heard: { id: string; at_ms: number };
  slack_inbox: { channel: string; ts: string; thread: string; at_ms: number };
  slack_live: { key: string; staff: string; until_ms: number };
  slack_alerts: {
    id: string;
    key: string;
    conversation: string;
    matter: string;
    level: AlertRow["level"];
    /** JSON. */
    slugs: string;
    at: string;
    times: number;
    next_ms: number | null;
    seen_by: string | null;
  };
}

const cardOf = (row: Tables["slack_cards"]): CardRow => ({
  key: row.key,
  conversation: row.conversation,
  channel: row.channel,
  ts: row.ts,
  round: row.round,
  uptoSeq: row.upto_seq,
  uptoEvent: row.upto_event,
  shown: row.shown,
});

const liveOf = (row: Tables["slack_live"]): LiveRow => ({
  key: row.key,
  staff: row.staff,
  until: isoInstant(row.until_ms),
});

const Slugs = z.array(RiskSlug);

const alertOf = (row: Tables["slack_alerts"]): AlertRow => ({
  id: row.id,
  key: row.key,
  conversation: row.conversation,
  matter: row.matter,
  level: row.level,
  slugs: Slugs.parse(JSON.parse(row.slugs)),
  at: row.at,
  times: row.times,
  nextDue: row.next_ms === null ? null : isoInstant(row.next_ms),
  seenBy: row.seen_by,
});

/** `read` and `write` are the store's: a write has resolved once it is on the disk. */
export function createSlackTables(
  { db, all, first, run }: Statements,
  read: <T>(look: () => T) => Promise<T>,
  write: <T>(change: () => T) => Promise<T>,
): SlackStore {
  return {
    card: (key) =>
      read(() => {
        const row = first(db.selectFrom("slack_cards").selectAll().where("key", "=", key));
        return row && cardOf(row);
      }),
    cardAt: ({ channel, ts }) =>
      read(() => {
        const row = first(db.selectFrom("slack_cards").selectAll().where("channel", "=", channel).where("ts", "=", ts));
        return row && cardOf(row);
      }),
    cards: () =>
      read(() => all(db.selectFrom("slack_cards").selectAll().where("ts", "is not", null).orderBy("key")).map(cardOf)),
    saveCard: (card) =>
      write(() => {
        const { key, conversation, channel, ts, round, uptoSeq, uptoEvent, shown } = card;
        const row = { key, conversation, channel, ts, round, upto_seq: uptoSeq, upto_event: uptoEvent, shown };
        run(db.replaceInto("slack_cards").values(row));
      }),

    posts: (subject) => read(() => all(db.selectFrom("slack_posts").selectAll().where("subject", "=", subject))),
    post: (id) => read(() => first(db.selectFrom("slack_posts").selectAll().where("id", "=", id))),
    beginPost: (post) =>
      write(() => {
        run(
          db
            .insertInto("slack_posts")
            .values(post)
            .onConflict((c) => c.column("id").doNothing()),
        );
      }),
    sentPost: (id, { channel, ts }) =>
      write(() => {
        run(db.updateTable("slack_posts").set({ channel, ts }).where("id", "=", id));
      }),
    dropPost: (id) =>
      write(() => {
        run(db.deleteFrom("slack_posts").where("id", "=", id));
      }),

    take: (ids, row, at) =>
      write(() => {
        const known = db
          .selectFrom("slack_heard")
          .select("id")
          .where("id", "in", [...ids]);
        if (first(known) !== undefined) return false;
        const at_ms = millis(at);
        run(db.deleteFrom("slack_heard").where("at_ms", "<", at_ms - REMEMBERED_MS));
        run(db.insertInto("slack_heard").values(ids.map((id) => ({ id, at_ms }))));
        if (row) {
          const { channel, ts, thread } = row;
          run(db.replaceInto("slack_inbox").values({ channel, ts, thread, at_ms: millis(row.at) }));
        }
        return true;
      }),
    untended: (upto) =>
      read(() =>
        all(
          db.selectFrom("slack_inbox").selectAll().where("at_ms", "<=", millis(upto)).orderBy("at_ms").orderBy("ts"),
        ).map(({ channel, ts, thread, at_ms }) => ({ channel, ts, thread, at: isoInstant(at_ms) })),
      ),
    tended: ({ channel, ts }) =>
      write(() => {
        run(db.deleteFrom("slack_inbox").where("channel", "=", channel).where("ts", "=", ts));
      }),

    live: (key) =>
      read(() => {
        const row = first(db.selectFrom("slack_live").selectAll().where("key", "=", key));
        return row && liveOf(row);
      }),
    saveLive: ({ key, staff, until }) =>
      write(() => {
        run(db.replaceInto("slack_live").values({ key, staff, until_ms: millis(until) }));
      }),
    endLive: (key) =>
      write(() => {
        run(db.deleteFrom("slack_live").where("key", "=", key));
      }),
    liveOver: (now) =>
      read(() => all(db.selectFrom("slack_live").selectAll().where("until_ms", "<=", millis(now))).map(liveOf)),

    alert: (id) =>
      read(() => {
        const row = first(db.selectFrom("slack_alerts").selectAll().where("id", "=", id));
        return row && alertOf(row);
      }),
    saveAlert: ({ slugs, nextDue, seenBy, ...row }) =>
      write(() => {
        const next_ms = nextDue === null ? null : millis(nextDue);
        const values = { ...row, slugs: JSON.stringify(slugs), next_ms, seen_by: seenBy };
        run(db.replaceInto("slack_alerts").values(values));
      }),
    alertsDue: (now) =>
      read(() =>
        all(
          db
            .selectFrom("slack_alerts")
            .selectAll()
            .where("next_ms", "<=", millis(now))
            .orderBy("next_ms")
            .orderBy("id"),
        ).map(alertOf),
      ),
  };
}
