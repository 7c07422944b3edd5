/** Pictures and voices on their way from WeChat to the conversation. */
import { ServiceError } from "../../../service-error.ts";
import { type CustomerPort, InputError } from "../../channel.ts";
import type { Transcribe } from "../voice.ts";
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

/** A voice, as the service that listens gets it. */
type Recording = Parameters<Transcribe>[0];
type Kept = { got: "kept"; file: Recording & { id: string } } | Exclude<Fetched, { got: "file" }>;

export interface MediaParts {
  api: OfficialApi;
  port: CustomerPort;
  waiting: WaitingMedia;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds a download, and putting a voice into words, may take together while WeChat waits for our answer. */
  patienceMs: number;
  /** Null where no service turns voices into words. */
  transcribe: Transcribe | null;
  /** The file won't come or can't be kept: the customer hears why. */
  lost: (waiting: Waiting, why: "sendAgain" | "fileType" | "tooLarge" | "voice") => Promise<void>;
  report: (what: string, error: unknown) => void;
}

/** A file that has just been spoken of; WeChat's patience counts from here. */
export interface Arriving {
  fetched: Promise<Fetched>;
  /** What is said in it, "" where nobody can tell; null when that takes too long. */
  words(voice: Recording): Promise<string | null>;
}

export interface MediaDesk {
  arrives(mediaId: string): Arriving;
  /** Whether voices are put into words here. */
  listens: boolean;
  /** Goes on in the background, and after a restart, until the file is in the conversation or lost. */
  fetchLater(waiting: Waiting): Promise<void>;
  /** Takes up what an earlier process left. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createMediaDesk(parts: MediaParts): MediaDesk {
  const { api, port, waiting, now, report } = parts;
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
  const running = new Set<Promise<void>>();

  async function fetch(mediaId: string, signal: AbortSignal): Promise<Fetched> {
    try {
      return { got: "file", file: await api.download(mediaId, signal) };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { got: error.retryable ? "later" : "gone" };
    }
  }

  /** The file in the conversation, put there unless it is; the rest as `fetch` says. Throws InputError. */
  async function kept({ conversation, kind, mediaId, since, attachment }: Waiting): Promise<Kept> {
    if (attachment) {
      const file = await port.file(conversation, attachment);
      return file ? { got: "kept", file } : { got: "gone" };
    }
    const fetched = now() - since < KEPT ? await fetch(mediaId, stopping.signal) : { got: "gone" as const };
    if (fetched.got !== "file") return fetched;
    const { id, name, mime } = await port.attach(conversation, { ...fetched.file, voice: kind === "voice" });
    return { got: "kept", file: { id, name, mime, bytes: fetched.file.bytes } };
  }

  /** Null when we are to stop before it is known. */
  function wordsOf(voice: Recording, until: Promise<unknown>): Promise<string | null> {
    const said = parts.transcribe?.(voice) ?? Promise.resolve(null);
    return Promise.race([said.then((words) => words ?? ""), until.then(() => null)]);
  }

  /** True when there is nothing left to do. */
  async function bring(one: Waiting): Promise<boolean> {
    const { conversation, kind } = one;
    try {
      const found = await kept(one);
      if (found.got === "later") return false;
      if (found.got === "gone") await parts.lost(one, kind === "voice" ? "voice" : "sendAgain");
      else {
        const text = one.unheard ? await wordsOf(found.file, stopped) : "";
        if (text === null) return false;
        const externalId = one.unheard ? one.id : `${one.id}/file`;
        await port.accept({ conversation, channel: CHANNEL, externalId, kind, text, attachments: [found.file.id] });
      }
    } catch (error) {
      // Brought already before a restart, erased since, or nothing that can be kept: there is no more to fetch.
      if (!(error instanceof InputError)) throw error;
      if (error.code === "file-type") await parts.lost(one, kind === "voice" ? "voice" : "fileType");
      if (error.code === "too-large") await parts.lost(one, "tooLarge");
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
    listens: parts.transcribe !== null,
    arrives(mediaId) {
      const late = sleep(parts.patienceMs, stopping.signal);
      const over = new AbortController();
      const signal = AbortSignal.any([stopping.signal, over.signal]);
      const fetched = Promise.race([fetch(mediaId, signal), late.then((): Fetched => ({ got: "later" }))]);
      // What nobody waits for any more is not downloaded either.
      const end = () => over.abort();
      void fetched.then(end, end);
      return { fetched, words: (voice) => wordsOf(voice, late) };
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
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener("abort", over);
    if (signal.aborted) over();
  });
