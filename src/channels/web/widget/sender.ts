/** Sends what waits in the queue: one at a time, in order, as often as it takes. */
import { CallError, type Client } from "./client.ts";
import type { Keyring } from "./keyring.ts";
import type { MessageLog } from "./log.ts";
import { backOff, type Queue } from "./queue.ts";
import type { Pending } from "./storage.ts";
import type { Waiting } from "./waiting.ts";

export interface SenderOptions {
  client: Client;
  queue: Queue;
  log: MessageLog;
  keyring: Keyring;
  waiting: Waiting;
  chance: () => number;
  onChange: (change: { sending: string | null }) => void;
  onNetwork: (there: boolean) => void;
}

/** Returns `flush`. Calling it while it runs is harmless. */
export function createSender(options: SenderOptions): () => Promise<void> {
  const { client, queue, log, keyring } = options;
  let flushing = false;

  /** Our own words at their place, until the server's copy takes it. The cursor waits for the server. */
  const show = ({ text, kind, attachments, clientId, at }: Pending, id: string, seq: number) => {
    // the stream may have been faster: the server's copy stands
    if (log.has(seq)) return;
    const author = { kind: "customer" as const };
    const empty = { choices: [], citations: [], secretsRemoved: 0, aiGenerated: false, readAt: null };
    log.put({ id, seq, author, kind, text, attachments, clientId, at, ...empty });
  };

  /** Tries one message. Milliseconds to wait before the next try, 0 when it is settled. */
  async function sendOne(pending: Pending, failures: number): Promise<number> {
    try {
      const { id, seq } = await client.send(await keyring.key(), pending);
      queue.remove(pending.clientId);
      options.onNetwork(true);
      show(pending, id, seq);
      return 0;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.keyLost && failures < 3) {
        keyring.drop();
        return 1;
      }
      // a stream may stay silent for long after the network has gone; a failed call tells
      if (error.status === 0) options.onNetwork(false);
      if (error.passing || error.keyLost) return Math.max(error.retryAfterMs, backOff(failures + 1, options.chance()));
      queue.refuse(pending.clientId, error.title || error.code);
      return 0;
    }
  }

  return async () => {
    if (flushing) return;
    flushing = true;
    try {
      let failures = 0;
      for (let pending = queue.next(); pending; pending = queue.next()) {
        options.onChange({ sending: pending.clientId });
        const wait = await sendOne(pending, failures);
        failures = wait > 0 ? failures + 1 : 0;
        options.onChange({ sending: null });
        if (wait > 0) await options.waiting.sleep(wait);
      }
    } finally {
      flushing = false;
      options.onChange({ sending: null });
    }
  };
}
