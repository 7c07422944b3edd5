/** Pictures and voices on their way from WeChat to the conversation. */
import { ServiceError } from "../../../service-error.ts";
import { type CustomerPort, InputError } from "../../channel.ts";
import type { Media, OfficialApi } from "./api.ts";
import { CHANNEL } from "./sender.ts";
import type { Waiting, WaitingMedia } from "./waiting-media.ts";

/** How long WeChat hands a file out, in milliseconds. */
const KEPT = 3 * 24 * 3_600_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

export type Fetched =
  | { got: "file"; file: Media }
  /** WeChat has it no more. */
  | { got: "gone" }
  /** Not yet: slow, or WeChat is down. */
  | { got: "later" };

export interface MediaParts {
  api: OfficialApi;
  port: CustomerPort;
  waiting: WaitingMedia;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds a download may take while WeChat waits for our answer. */
  patienceMs: number;
  /** The file won't come or can't be kept: the customer hears why. */
  lost: (waiting: Waiting, why: "sendAgain" | "fileType" | "tooLarge" | "voice") => Promise<void>;
  report: (what: string, error: unknown) => void;
}

export interface MediaDesk {
  /** Within the patience. */
  fetch(mediaId: string): Promise<Fetched>;
  /** Goes on in the background, and after a restart, until the file is in the conversation or lost. */
  fetchLater(waiting: Waiting): Promise<void>;
  /** Takes up what an earlier process left. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createMediaDesk(parts: MediaParts): MediaDesk {
  const { api, port, waiting, now, report } = parts;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  async function fetch(mediaId: string, signal: AbortSignal): Promise<Fetched> {
    try {
      return { got: "file", file: await api.download(mediaId, signal) };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { got: error.retryable ? "later" : "gone" };
    }
  }

  /** True when there is nothing left to do. */
  async function bring(one: Waiting): Promise<boolean> {
    const { conversation, kind, mediaId } = one;
    const fetched = now() - one.since < KEPT ? await fetch(mediaId, stopping.signal) : { got: "gone" as const };
    if (fetched.got === "later") return false;
    if (fetched.got === "gone") await parts.lost(one, kind === "voice" ? "voice" : "sendAgain");
    else {
      try {
        const { id } = await port.attach(conversation, { ...fetched.file, voice: kind === "voice" });
        const externalId = `${one.id}/file`;
        await port.accept({ conversation, channel: CHANNEL, externalId, kind, text: "", attachments: [id] });
      } catch (error) {
        // Brought already before a restart, erased since, or nothing that can be kept: there is no more to fetch.
        if (!(error instanceof InputError)) throw error;
        if (error.code === "file-type") await parts.lost(one, kind === "voice" ? "voice" : "fileType");
        if (error.code === "too-large") await parts.lost(one, "tooLarge");
      }
    }
    await waiting.remove(one.id);
    return true;
  }

  async function keepTrying(one: Waiting): Promise<void> {
    for (let pause = FIRST_PAUSE; !stopping.signal.aborted; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      const over = await bring(one).catch((error: unknown) => {
        report("media", error);
        return false;
      });
      if (over) return;
      await sleep(pause, stopping.signal);
    }
  }

  function begin(one: Waiting): void {
    const work = keepTrying(one).finally(() => running.delete(work));
    running.add(work);
  }

  return {
    async fetch(mediaId) {
      const patience = new AbortController();
      const late = sleep(parts.patienceMs, patience.signal).then((): Fetched => ({ got: "later" }));
      const signal = AbortSignal.any([stopping.signal, patience.signal]);
      const fetched = await Promise.race([fetch(mediaId, signal), late]);
      patience.abort();
      return fetched;
    },
    async fetchLater(one) {
      await waiting.add(one);
      begin(one);
    },
    async start() {
      for (const one of await waiting.all()) begin(one);
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(running);
    },
  };
}

/** Ends early when it is to stop. */
const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
