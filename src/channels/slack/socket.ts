/**
 * Socket Mode: Slack's events over a connection that we open, for a server without a public address.
 *
 * - An event is acknowledged when it is written down, as over HTTP; Bolt's own receiver would do so before, and what a
 *   crash then took would be lost.
 * - The connection is kept by us: Bolt's client gives up when Slack can't be reached at the start, and ends the process
 *   when it can't be reached later.
 */
import { type AckFn, type App, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";
import { createClient, SILENT } from "./api.ts";
import type { Background } from "./background.ts";
import { failureOf, type SlackFailure } from "./failure.ts";
import type { SlackSettings } from "./settings.ts";

/** Between attempts to connect, ms: doubled after each that failed. */
const FIRST_REST = 500;
const LONGEST_REST = 30_000;
/** For Slack to close its end, ms. */
const CLOSING_MS = 1_000;

type AckValue = string | object | undefined;

const Envelope = z.object({
  ack: z.custom<(answer?: string | object) => Promise<void>>((value) => typeof value === "function"),
  body: z.record(z.string(), z.unknown()),
  retry_num: z.number().nullish(),
  retry_reason: z.string().nullish(),
});

export function createSocketReceiver(options: {
  settings: Pick<SlackSettings, "apiUrl" | "timeoutMs">;
  appToken: string;
  background: Background;
  report: (failure: { what: string; error: unknown }) => void;
}): Receiver {
  const { settings, appToken, background, report } = options;
  const { client } = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: settings.apiUrl, timeout: settings.timeoutMs, retryConfig: { retries: 0 } },
    },
  });
  client.removeAllListeners("slack_event");
  let app: App | undefined;
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
  let running: Promise<void> = Promise.resolve();

  async function receive(given: unknown): Promise<void> {
    const { ack, body, retry_num, retry_reason } = Envelope.parse(given);
    if (!app) return;
    const isEvent = body.type === "event_callback";
    let answered = false;
    const answer: AckFn<AckValue> = async (value) => {
      if (isEvent || answered) return;
      answered = true;
      await ack(value);
    };
    const retry = {
      ...(retry_num ? { retryNum: retry_num } : {}),
      ...(retry_reason ? { retryReason: retry_reason } : {}),
    };
    await app.processEvent({ body, ack: answer, ...retry });
    // Without an acknowledgement Slack sends it again: only what failed has none.
    if (!answered) await ack();
  }

  client.on("slack_event", (given: unknown) => {
    void background.run("request", receive(given));
  });
  // An error closes the connection; the loop below sees to it.
  client.on("error", () => undefined);

  /** Resolves when a connection that stood is gone. Throws when none came about. */
  async function connection(): Promise<void> {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    client.once("disconnected", resolve);
    try {
      await client.start();
      await gone;
    } finally {
      client.off("disconnected", resolve);
    }
  }

  async function keep(): Promise<void> {
    let rest = FIRST_REST;
    while (!stopping.signal.aborted) {
      try {
        await Promise.race([connection(), stopped]);
        rest = FIRST_REST;
      } catch (error) {
        report({ what: "socket", error: failureOf(error) });
        rest = Math.min(LONGEST_REST, rest * 2);
      }
      await pause(rest, stopping.signal);
    }
  }

  return {
    init(given) {
      app = given;
    },
    async start() {
      running = keep();
    },
    async stop() {
      stopping.abort();
      await running;
      // A connection that is gone already does not say so again.
      await Promise.race([client.disconnect(), pause(CLOSING_MS)]);
    },
  };
}

/** Whether Slack lets this app open a socket. Opens none. Null when it does. */
export async function socketProblem(settings: SlackSettings, appToken: string): Promise<SlackFailure | null> {
  try {
    await createClient({ ...settings, botToken: appToken }).apps.connections.open();
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Ends early when it is to stop. */
const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(end, ms);
    function end() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    }
    signal?.addEventListener("abort", end, { once: true });
  });
