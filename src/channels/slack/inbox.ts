/**
 * What colleagues write in threads, from Slack's event to the desk. The event is answered as soon as it is written down
 * where the message lies (one small durable write); the work follows behind the answer, in order within a thread. What a
 * crash or a failure left is fetched from Slack again: nobody's words are kept here.
 */
import type { InboxRow, SlackStore } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import type { Background } from "./background.ts";
import { failureOf, SlackFailure } from "./failure.ts";
import { createLine } from "./in-line.ts";
import type { ThreadMessage } from "./payloads.ts";
import { isWritten } from "./thread.ts";

/** What is younger may still be under way in this process, ms. */
const LEFT_AFTER_MS = 30_000;
/** After so long a message is given up, ms: whoever wrote it has long seen that nothing came of it. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000;

const NOT_DONE =
  "⚠️ 这条消息没有处理，客户没有收到，也没有存成备注。请用网页工作台再发。 This message was not handled: the customer has not got it and it is no note. Please use the web desk.";

export interface Inbox {
  /** Resolves when Slack may be told that we have it. Throws when it could not be kept: then Slack sends it again. */
  take(event: string, message: ThreadMessage): Promise<void>;
  /** Goes on with what was left. Throws SlackFailure. */
  resume(): Promise<void>;
}

export function createInbox(deps: {
  api: Pick<SlackApi, "message" | "whisper">;
  store: Pick<SlackStore, "take" | "untended" | "tended">;
  heard: (message: ThreadMessage) => Promise<void>;
  background: Background;
  /** ISO instant. */
  now: () => string;
  report: (failure: { what: string; error: unknown }) => void;
}): Inbox {
  const { api, store, heard, background, now } = deps;
  const inLine = createLine();
  const underWay = new Set<string>();
  const keyOf = ({ channel, ts }: Pick<InboxRow, "channel" | "ts">) => `${channel}/${ts}`;

  /** Whoever wrote it took it for said. */
  async function giveUp(row: InboxRow, { user }: ThreadMessage): Promise<void> {
    await store.tended(row);
    const { channel, thread } = row;
    if (user) void background.run("whisper", api.whisper({ channel, user, thread }, { text: NOT_DONE }));
  }

  /** One that can never be done is given up; anything else stays and is tried again. */
  async function tend(row: InboxRow, message: ThreadMessage): Promise<void> {
    try {
      await inLine(`${row.channel}/${row.thread}`, () => heard(message));
      await store.tended(row);
    } catch (error) {
      if (error instanceof SlackFailure && !error.retryable) await giveUp(row, message);
      throw error;
    } finally {
      underWay.delete(keyOf(row));
    }
  }

  async function again(row: InboxRow): Promise<void> {
    const message = await api.message(row, row.thread);
    if (message) {
      underWay.add(keyOf(row));
      return tend(row, message);
    }
    // Taken back by who wrote it.
    await store.tended(row);
  }

  return {
    async take(event, message) {
      const { channel, ts, thread_ts } = message;
      // Our own posts, joins, edits, talk beside the cards: nothing anybody wrote to a case.
      if (!isWritten(message) || !thread_ts) return;
      const row = { channel, ts, thread: thread_ts, at: now() };
      if (!(await store.take([`event/${event}`, `message/${keyOf(row)}`], row, row.at))) return;
      // From here on it is this process's, also while it waits for its turn.
      underWay.add(keyOf(row));
      void background.behind("message", () => tend(row, message));
    },

    async resume() {
      const at = Date.parse(now());
      for (const row of await store.untended(new Date(at - LEFT_AFTER_MS).toISOString())) {
        if (underWay.has(keyOf(row))) continue;
        if (at - Date.parse(row.at) > GIVEN_UP_AFTER_MS) {
          await store.tended(row);
          const gone = new SlackFailure("slack.message-given-up", { retryable: false, certain: true });
          deps.report({ what: "message", error: gone });
          continue;
        }
        try {
          await again(row);
        } catch (error) {
          if (failureOf(error).away) throw error;
          deps.report({ what: "message", error });
        }
      }
    },
  };
}
