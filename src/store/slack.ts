/**
 * What the Slack desk must remember: where each case's card is, which posts are out, what it has heard, who is live,
 * which alerts still ring. Ids, instants and places only; no text of anybody.
 *
 * Promises
 * - What a call has resolved for survives kill -9.
 */

import type { Level } from "../flows/conversation.ts";
import type { RiskSlug } from "../flows/reading.ts";

/** Where a message lies in Slack: its channel and its timestamp, which is its id there. */
export interface Place {
  channel: string;
  ts: string;
}

export interface CardRow {
  /** The case's. */
  key: string;
  conversation: string;
  channel: string;
  /** Null until the card is out. */
  ts: string | null;
  /** Counts the channels the case has been in: posts of an earlier one don't hinder those of the next. */
  round: number;
  /** Messages and events up to here are told together in the thread's first posts. */
  uptoSeq: number;
  uptoEvent: number;
  /** Digest of what the card shows; the same is not sent twice. */
  shown: string | null;
}

/** A post we mean to make once. `ts` is null while its outcome is not known. */
export interface PostRow {
  id: string;
  subject: string;
  channel: string;
  ts: string | null;
  at: string;
}

export interface LiveRow {
  key: string;
  staff: string;
  /** ISO instant at which it ends by itself. */
  until: string;
}

export interface AlertRow {
  /** One for each case and set of risks. */
  id: string;
  key: string;
  conversation: string;
  matter: string;
  level: Level;
  slugs: RiskSlug[];
  at: string;
  /** How often it was posted. */
  times: number;
  /** When it is posted (again), ISO instant; null once somebody has seen it, or when it is told once only. */
  nextDue: string | null;
  seenBy: string | null;
}

/** A message of somebody in a card's thread, acknowledged and not handled yet. */
export interface InboxRow extends Place {
  thread: string;
  /** ISO instant. */
  at: string;
}

export interface SlackStore {
  card(key: string): Promise<CardRow | undefined>;
  cardAt(place: Place): Promise<CardRow | undefined>;
  /** Every card that is out, in order of key. */
  cards(): Promise<CardRow[]>;
  saveCard(card: CardRow): Promise<void>;

  /** Every post of a subject, by id. */
  posts(subject: string): Promise<PostRow[]>;
  post(id: string): Promise<PostRow | undefined>;
  /** Writes down that the post is about to be made. */
  beginPost(post: PostRow): Promise<void>;
  sentPost(id: string, place: Place): Promise<void>;
  /** It certainly did not go out. */
  dropPost(id: string): Promise<void>;

  /**
   * False when one of the ids was taken before. Else they are remembered for a week, and `row` waits to be handled:
   * one small write, after which Slack may be told that we have it.
   */
  take(ids: readonly string[], row: InboxRow | null, at: string): Promise<boolean>;
  /** What was taken up to `upto` (ISO instant) and waits still, in the order it was written. */
  untended(upto: string): Promise<InboxRow[]>;
  tended(place: Place): Promise<void>;

  live(key: string): Promise<LiveRow | undefined>;
  saveLive(row: LiveRow): Promise<void>;
  endLive(key: string): Promise<void>;
  /** Whose time is over at `now`. */
  liveOver(now: string): Promise<LiveRow[]>;

  alert(id: string): Promise<AlertRow | undefined>;
  saveAlert(row: AlertRow): Promise<void>;
  /** Alerts to be posted at `now`, oldest first. */
  alertsDue(now: string): Promise<AlertRow[]>;
}
