/** The reloading thread as seen from outside: started when something changes, gone a minute after. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { type Reloaded, reload } from "./reload.ts";
import { received, sent, type Texts } from "./texts.ts";
import type { WorkerReply, WorkerStart } from "./worker.ts";

/** Milliseconds after the last change. The thread holds as much memory as the texts. */
const IDLE = 60_000;

const Reply = z.custom<WorkerReply>((given) => typeof given === "object" && given !== null && "ok" in given);

export interface ReloadThread {
  /** One at a time. `last` is what is in force. Rejects when the thread can't be started or breaks down. */
  reload(last: Texts): Promise<Reloaded>;
  stop(): Promise<void>;
}

export function createReloadThread(bank: string, keepIn: string): ReloadThread {
  let worker: Worker | undefined;
  /** What the thread takes to be in force: of these policies it sends only the places. */
  let known: Texts["policies"] = [];
  let idle: NodeJS.Timeout | undefined;

  function start(last: Texts): Worker {
    const workerData: WorkerStart = { bank, keepIn, last: sent(last, []) };
    known = last.policies;
    const started = new Worker(new URL("./worker.ts", import.meta.url), { workerData, execArgv: [] });
    started.unref();
    return started;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const gone = worker;
    worker = undefined;
    await gone?.terminate();
  }

  return {
    stop,
    async reload(last) {
      clearTimeout(idle);
      worker ??= start(last);
      const asked = worker;
      try {
        const { texts, rows, problems } = await answerOf(asked);
        const fresh = received(bank, texts, known);
        known = fresh.policies;
        idle = setTimeout(() => void stop(), IDLE);
        idle.unref();
        return { texts: fresh, rows, problems };
      } catch (error) {
        worker = undefined;
        throw error;
      }
    },
  };
}

/** Keeps the process alive until it answers. */
async function answerOf(worker: Worker): Promise<WorkerReply> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(worker, "exit", { signal }).then(([code]) => {
    throw new Error(`the reloading thread ended with ${code}`);
  });
  worker.ref();
  try {
    const answered = once(worker, "message", { signal });
    worker.postMessage("reload");
    const [message]: unknown[] = await Promise.race([answered, ended]);
    return Reply.parse(message);
  } finally {
    worker.unref();
    // Nobody waits any longer for the other of the two.
    ended.catch(() => undefined);
    over.abort();
  }
}

/** Without a thread, where none can be started: everything waits as long as it takes. */
export const reloadHere = (bank: string, keepIn: string): ReloadThread => ({
  reload: async (last) => reload(bank, keepIn, last),
  stop: async () => undefined,
});
