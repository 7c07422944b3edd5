/** Where access tokens are kept between calls. Shared between processes where there is a Redis, else for this one. */
import type { SharedValues } from "../../../redis/client.ts";

/** Keys and values are short texts. Nothing here is truth: a store that forgets costs one call. */
export interface TokenStore {
  get(key: string): Promise<string | null>;
  /** Kept for so many milliseconds. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** How to give it back; null while somebody else holds it. It ends by itself after `ttlMs`. */
  lock(key: string, ttlMs: number): Promise<(() => Promise<void>) | null>;
}

/** For one process. `now` in milliseconds. */
export function createLocalTokens(now: () => number): TokenStore {
  const values = new Map<string, { value: string; until: number }>();
  const read = (key: string) => {
    const found = values.get(key);
    if (found && found.until > now()) return found;
    values.delete(key);
    return null;
  };
  return {
    get: async (key) => read(key)?.value ?? null,
    async set(key, value, ttlMs) {
      values.set(key, { value, until: now() + ttlMs });
    },
    async lock(key, ttlMs) {
      const place = `lock/${key}`;
      if (read(place)) return null;
      const mine = { value: "", until: now() + ttlMs };
      values.set(place, mine);
      return async () => {
        if (values.get(place) === mine) values.delete(place);
      };
    },
  };
}

/** For all processes with the same Redis. Throws ServiceError when it can't be asked. */
export function createRedisTokens(redis: SharedValues): TokenStore {
  return {
    get: (key) => redis.get(key),
    set: (key, value, ttlMs) => redis.set(key, value, ttlMs),
    async lock(key, ttlMs) {
      const place = `lock/${key}`;
      const mine = crypto.randomUUID();
      if (!(await redis.setIfAbsent(place, mine, ttlMs))) return null;
      return () => redis.deleteIfEqual(place, mine);
    },
  };
}

/**
 * The shared store while it answers, the local one while it doesn't. Asking WeChat twice for a token is harmless
 * (it gives the same one out), so an outage costs a few calls and nothing else. `warn` is called when an outage
 * begins, once.
 */
export function createTokensWithFallback(
  shared: TokenStore,
  local: TokenStore,
  warn: (error: unknown) => void,
): TokenStore {
  let out = false;
  async function either<T>(first: () => Promise<T>, second: () => Promise<T>): Promise<T> {
    try {
      const value = await first();
      out = false;
      return value;
    } catch (error) {
      if (!out) warn(error);
      out = true;
      return second();
    }
  }
  return {
    get: (key) =>
      either(
        () => shared.get(key),
        () => local.get(key),
      ),
    async set(key, value, ttlMs) {
      await local.set(key, value, ttlMs);
      await either(
        () => shared.set(key, value, ttlMs),
        async () => undefined,
      );
    },
    lock: (key, ttlMs) =>
      either(
        async () => {
          const release = await shared.lock(key, ttlMs);
          return release && (() => either(release, async () => undefined));
        },
        () => local.lock(key, ttlMs),
      ),
  };
}

/** For all processes when there is a Redis, else for this one. `warn` hears of an outage when it begins. */
export function tokensOver(redis: SharedValues | null, now: () => number, warn: (error: unknown) => void): TokenStore {
  const local = createLocalTokens(now);
  return redis ? createTokensWithFallback(createRedisTokens(redis), local, warn) : local;
}
