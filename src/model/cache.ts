/** Answers kept for a while, the ones unused longest forgotten first. */

export interface Cache<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
}

/** `clock` gives milliseconds. An entry's age counts from when it was put. */
export function createCache<T>(limits: { entries: number; maxAgeMs: number }, clock: () => number): Cache<T> {
  const kept = new Map<string, { value: T; at: number }>();
  return {
    get(key) {
      const entry = kept.get(key);
      if (!entry) return undefined;
      kept.delete(key);
      if (clock() - entry.at > limits.maxAgeMs) return undefined;
      kept.set(key, entry);
      return entry.value;
    },
    put(key, value) {
      kept.delete(key);
      kept.set(key, { value, at: clock() });
      if (kept.size <= limits.entries) return;
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    },
  };
}
