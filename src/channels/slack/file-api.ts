/** Files into Slack and out of it. Colleagues' files come out; into it goes nothing but the code to log an account in. */
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { failureOf, SlackFailure } from "./failure.ts";
import type { SlackSettings } from "./settings.ts";

const MOST_BYTES = 10 * 1024 * 1024;
/** A file may take so many times as long as a call. */
const SLOWER = 4;

export interface Picture {
  channel: string;
  /** Timestamp of the message whose thread it stands in. */
  thread: string;
  name: string;
  title: string;
  /** What it shows, for a screen reader. */
  alt: string;
  bytes: Uint8Array;
}

/** All throw SlackFailure. */
export interface FileApi {
  /** A file somebody put into Slack. Throws for an address that is not Slack's. */
  download(url: string): Promise<Uint8Array>;
  /** Puts a picture into a thread. `known`: told its id before anybody can see it, so that it can be taken away again. */
  showPicture(picture: Picture, known: (file: string) => Promise<void>): Promise<void>;
  /** Takes a file of ours away; one that is gone already is no failure. */
  takeFile(file: string): Promise<void>;
}

const Place = z.object({ upload_url: z.string(), file_id: z.string() });
/** What Slack says of a file that is not there, or not any more. */
const GONE = ["slack.file_not_found", "slack.file_deleted"];

export function createFileApi(parts: {
  client: webApi.WebClient;
  settings: Pick<SlackSettings, "botToken" | "apiUrl" | "timeoutMs">;
  call: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits until the channel may have another message. */
  turn: (channel: string) => Promise<void>;
}): FileApi {
  const { client, settings, call, turn } = parts;

  /** What we send goes to nobody else, the token first of all. */
  function theirs(url: string): void {
    const { hostname, origin } = new URL(url);
    const known =
      hostname === "slack.com" || hostname.endsWith(".slack.com") || origin === new URL(settings.apiUrl).origin;
    if (!known) throw new SlackFailure("slack.foreign-file", { retryable: false, certain: true });
  }

  async function fetched(url: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(settings.timeoutMs * SLOWER) });
    if (!answer.ok) throw new Error(`a file was answered ${answer.status}`);
    return answer;
  }

  return {
    async download(url) {
      theirs(url);
      try {
        const answer = await fetched(url, { headers: { Authorization: `Bearer ${settings.botToken}` } });
        const size = Number(answer.headers.get("content-length") ?? 0);
        // One byte more than is allowed is enough for the check to refuse it.
        if (size > MOST_BYTES) return new Uint8Array(MOST_BYTES + 1);
        return new Uint8Array(await answer.arrayBuffer());
      } catch (error) {
        throw failureOf(error);
      }
    },

    async showPicture({ channel, thread, name, title, alt, bytes }, known) {
      const asked = { filename: name, length: bytes.length, alt_text: alt };
      const place = Place.parse(await call(() => client.files.getUploadURLExternal(asked)));
      theirs(place.upload_url);
      try {
        await fetched(place.upload_url, { method: "POST", body: Buffer.from(bytes) });
      } catch (error) {
        throw failureOf(error);
      }
      await known(place.file_id);
      await turn(channel);
      await call(() =>
        client.files.completeUploadExternal({
          files: [{ id: place.file_id, title }],
          channel_id: channel,
          thread_ts: thread,
        }),
      );
    },

    async takeFile(file) {
      try {
        await call(() => client.files.delete({ file }));
      } catch (error) {
        const failure = failureOf(error);
        if (!GONE.includes(failure.code)) throw failure;
      }
    },
  };
}
