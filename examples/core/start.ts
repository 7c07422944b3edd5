/** Starts the reference core system on a port. Used by `main.ts` and by Tingsu's tests. */
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { createCoreApp, type Faults } from "./app.ts";
import { type Cases, createCases } from "./cases.ts";
import { type EventTarget, sendEvents } from "./events.ts";
import type { Key } from "./signature.ts";

export interface RunningCore {
  /** http://127.0.0.1:PORT */
  url: string;
  cases: Cases;
  faults: Faults;
  /** Sends what Tingsu has not heard yet; how many were taken. */
  sendEvents(): Promise<number>;
  stop(): Promise<void>;
}

export async function startCore(options: {
  /** 0 for any. */
  port: number;
  /** Path of the database, or ":memory:". Kept when it is given. */
  file: string;
  key: Key;
  /** Null where nobody is told. */
  events: EventTarget | null;
  /** Milliseconds. */
  now?: () => number;
}): Promise<RunningCore> {
  const { port, file, key, events, now = Date.now } = options;
  const cases = createCases(file);
  const faults: Faults = { slowMs: 0, failing: 0, dropping: 0 };
  // One sending after the other, and none after the end.
  let sending = Promise.resolve(0);
  let ended = false;
  const send = () => {
    const next = () => (events === null || ended ? Promise.resolve(0) : sendEvents(cases, events, now()));
    sending = sending.then(next, next);
    return sending;
  };
  const app = createCoreApp({ cases, key, faults, now, changed: () => void send() });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port, hostname: "127.0.0.1", overrideGlobalObjects: false }, () =>
      resolve(started),
    );
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    cases,
    faults,
    sendEvents: send,
    async stop() {
      ended = true;
      await sending;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      cases.end();
    },
  };
}
