/**
 * Redis, for what processes share and may lose at any moment: tokens, locks. Its only home. A Redis that is down or
 * frozen hangs nobody: every call answers or fails within half a second, and the connection is taken up again by itself.
 */
import { ServiceError } from "../service-error.ts";

/** Longest wait for one answer, in milliseconds. */
const ANSWER = 500;
/** Longest wait for the first connection before the product goes on without, in milliseconds. */
const FIRST = 1000;
const LONGEST_PAUSE = 5000;
const PREFIX = "tingsu:";

/** Short values with an end. All throw ServiceError `redis.unavailable` when there is no answer. */
export interface SharedValues {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** True when it was not there and now is. */
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  deleteIfEqual(key: string, value: string): Promise<void>;
  close(): void;
}

/** In one step, so that nobody's later value is deleted. */
const DELETE_IF_EQUAL = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end return 0`;

/** Resolves with or without a connection. `warn` hears of an outage when it begins, once. */
export async function connectRedis(url: string, warn: (error: unknown) => void): Promise<SharedValues> {
  const { createClient } = await import("redis");
  const client = createClient({
    url,
    // Without this, commands wait for ever while the server is away.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1000,
    keyPrefix: PREFIX,
    // A server that accepts and never answers is found out by its missing pong.
    pingInterval: 4000,
    socket: {
      connectTimeout: 2000,
      socketTimeout: 10_000,
      reconnectStrategy: (tries) => Math.min(LONGEST_PAUSE, 100 * 2 ** Math.min(tries, 6)),
    },
  });
  let quiet = false;
  const warnOnce = (error: unknown) => {
    if (!quiet) warn(error);
    quiet = true;
  };
  client.on("error", warnOnce);
  client.on("ready", () => {
    quiet = false;
  });
  await within(client.connect(), FIRST).catch(warnOnce);

  const ask = async <T>(command: () => Promise<T>): Promise<T> => {
    try {
      return await within(command(), ANSWER);
    } catch (error) {
      throw new ServiceError("redis.unavailable", { retryable: true, cause: error });
    }
  };
  return {
    get: (key) => ask(() => client.get(key)),
    async set(key, value, ttlMs) {
      await ask(() => client.set(key, value, { expiration: { type: "PX", value: ttlMs } }));
    },
    async setIfAbsent(key, value, ttlMs) {
      const options = { condition: "NX", expiration: { type: "PX", value: ttlMs } } as const;
      return (await ask(() => client.set(key, value, options))) !== null;
    },
    async deleteIfEqual(key, value) {
      await ask(() => client.eval(DELETE_IF_EQUAL, { keys: [key], arguments: [value] }));
    },
    close() {
      quiet = true;
      client.destroy();
    },
  };
}

/** Rejects when `work` takes longer; what it does later is ignored. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
