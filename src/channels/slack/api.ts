/**
 * What we ask of Slack, and nothing else: the methods here and the scopes in scopes.ts are the app's whole reach.
 *
 * Promises
 * - Every failure is a SlackFailure. A call waits at most `timeoutMs`, and longer only where Slack asks for it.
 * - Retry-After is obeyed: up to half a minute in place, beyond that the caller is told to come again.
 */
import { type Logger, LogLevel, type types, webApi } from "@slack/bolt";
import { z } from "zod";
import type { Place } from "../../store/slack.ts";
import type { Face, Home, Modal } from "./blocks.ts";
import { failureOf, secondsToWait } from "./failure.ts";
import { createFileApi, type FileApi } from "./file-api.ts";
import { type Clockwork, createPace, realClockwork } from "./pace.ts";
import { ThreadMessage } from "./payloads.ts";
import type { SlackSettings } from "./settings.ts";

const LONGEST_PATIENCE_S = 30;
/** Calls made again after a 429. */
const TIMES = 3;
const MARK = "tingsu_post";
/** Pages of 200 messages looked through for a post of unknown outcome. */
const PAGES = 5;

export interface Outgoing extends Face {
  channel: string;
  /** Timestamp of the message whose thread it stands in. */
  thread?: string;
  /** Kept in the message's metadata, by which `find` knows it. */
  id: string;
}

export interface SlackApi extends FileApi {
  post(message: Outgoing): Promise<Place>;
  /** The post with this id among those since `since` (ISO instant). */
  find(where: { channel: string; thread?: string; id: string; since: string }): Promise<Place | undefined>;
  /** What somebody wrote there, as an event would bring it; undefined once they took it back. */
  message(place: Place, thread: string): Promise<ThreadMessage | undefined>;
  update(place: Place, face: Face): Promise<void>;
  remove(place: Place): Promise<void>;
  /** Seen by one person only, and gone when they reload. */
  whisper(
    to: { channel: string; user: string; thread?: string },
    face: Partial<Face> & { text: string },
  ): Promise<void>;
  react(place: Place, name: string): Promise<void>;
  openView(trigger: string, view: Modal): Promise<void>;
  updateView(id: string, view: Modal): Promise<void>;
  publishHome(user: string, view: Home): Promise<void>;
  whoAmI(): Promise<{ user: string; scopes: string[] }>;
  channel(id: string): Promise<{ name: string; isPrivate: boolean; isMember: boolean; isArchived: boolean }>;
  /** Ids of everybody in a channel. */
  members(channel: string): Promise<string[]>;
}

const Found = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_payload: z.object({ id: z.unknown() }).nullish() }).nullish(),
      }),
    )
    .nullish(),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});
const Posted = z.object({ channel: z.string(), ts: z.string() });

export interface ApiParts {
  settings: Pick<SlackSettings, "botToken" | "apiUrl" | "timeoutMs">;
  clockwork?: Clockwork;
}

/** Slack's own client, without its retries: they would repeat posts of unknown outcome for half an hour. */
export function createClient({ botToken, apiUrl, timeoutMs }: ApiParts["settings"]): webApi.WebClient {
  return new webApi.WebClient(botToken, {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}

/** The client logs request errors with texts of its own; failures are reported by code instead. */
export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

export function createSlackApi({ settings, clockwork = realClockwork }: ApiParts): SlackApi {
  const client = createClient(settings);
  const turn = createPace(clockwork);

  async function call<T>(work: () => Promise<T>): Promise<T> {
    for (let time = 1; ; time += 1) {
      try {
        return await work();
      } catch (error) {
        const seconds = secondsToWait(error);
        if (seconds === null || seconds > LONGEST_PATIENCE_S || time >= TIMES) throw failureOf(error);
        await clockwork.wait(seconds * 1_000);
      }
    }
  }

  const metadata = (id: string): types.MessageMetadata => ({ event_type: MARK, event_payload: { id } });

  return {
    async post({ channel, thread, id, text, blocks }) {
      await turn(channel);
      const answer = await call(() =>
        client.chat.postMessage({
          channel,
          text,
          blocks,
          metadata: metadata(id),
          unfurl_links: false,
          unfurl_media: false,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        }),
      );
      return Posted.parse(answer);
    },

    async find({ channel, thread, id, since }) {
      // A minute of grace: Slack's clock is not ours.
      const oldest = String(Date.parse(since) / 1_000 - 60);
      let cursor: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const range = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
        const answer = await call(() =>
          thread === undefined
            ? client.conversations.history(range)
            : client.conversations.replies({ ...range, ts: thread }),
        );
        const { messages, response_metadata } = Found.parse(answer);
        const hit = messages?.find((message) => message.metadata?.event_payload?.id === id);
        if (hit) return { channel, ts: hit.ts };
        cursor = response_metadata?.next_cursor ?? "";
        if (cursor === "") return undefined;
      }
      return undefined;
    },

    async message({ channel, ts }, thread) {
      const where = { channel, ts: thread, oldest: ts, latest: ts, inclusive: true, limit: 2 };
      const { messages } = await call(() => client.conversations.replies(where));
      const found = messages?.find((message) => message.ts === ts);
      return found && ThreadMessage.parse({ ...found, channel });
    },

    async update({ channel, ts }, { text, blocks }) {
      await call(() => client.chat.update({ channel, ts, text, blocks }));
    },
    async remove({ channel, ts }) {
      await call(() => client.chat.delete({ channel, ts }));
    },
    async whisper({ channel, user, thread }, { text, blocks }) {
      const where = { channel, user, ...(thread === undefined ? {} : { thread_ts: thread }) };
      await call(() => client.chat.postEphemeral(blocks ? { ...where, text, blocks } : { ...where, text }));
    },
    async react({ channel, ts }, name) {
      await call(() => client.reactions.add({ channel, timestamp: ts, name }));
    },
    async openView(trigger, view) {
      await call(() => client.views.open({ trigger_id: trigger, view }));
    },
    async updateView(id, view) {
      await call(() => client.views.update({ view_id: id, view }));
    },
    async publishHome(user, view) {
      await call(() => client.views.publish({ user_id: user, view }));
    },

    ...createFileApi({ client, settings, call, turn }),

    async whoAmI() {
      const answer = await call(() => client.auth.test());
      return { user: answer.user_id ?? "", scopes: answer.response_metadata?.scopes ?? [] };
    },
    async channel(id) {
      const { channel } = await call(() => client.conversations.info({ channel: id }));
      return {
        name: channel?.name ?? id,
        isPrivate: channel?.is_private ?? false,
        isMember: channel?.is_member ?? false,
        isArchived: channel?.is_archived ?? false,
      };
    },
    async members(channel) {
      const found: string[] = [];
      let cursor = "";
      do {
        const answer = await call(() =>
          client.conversations.members({ channel, limit: 500, ...(cursor ? { cursor } : {}) }),
        );
        found.push(...(answer.members ?? []));
        cursor = answer.response_metadata?.next_cursor ?? "";
      } while (cursor !== "");
      return found;
    },
  };
}
