/**
 * What the widget keeps in the browser: the key to the conversation, what
 * hasn't been sent, what has been seen. Never the messages themselves.
 */
export interface Credentials {
  conversation: string;
  token: string;
  expiresAt: string;
  strength: "anonymous" | "signed" | "verified";
}

/** A message of the customer that the bank may not have yet. */
export interface Pending {
  clientId: string;
  text: string;
  kind: "text" | "image" | "file";
  attachments: string[];
  at: string;
  /** Why it can't be sent, in the customer's words; it waits for their decision then. */
  refused: string | null;
}

export interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The browser's store; memory where the browser forbids it or it is full, so that the chat works all the same. */
export function browserShelf(storage: () => Storage): Shelf {
  const memory = new Map<string, string>();
  const attempt = <T>(use: (real: Storage) => T, otherwise: () => T): T => {
    try {
      return use(storage());
    } catch {
      // SecurityError in private windows, QuotaExceededError when full
      return otherwise();
    }
  };
  const full = (key: string) => `tingsu:1:${key}`;
  return {
    get: (key) =>
      memory.get(key) ??
      attempt(
        (real) => real.getItem(full(key)),
        () => null,
      ),
    set(key, value) {
      memory.delete(key);
      attempt(
        (real) => real.setItem(full(key), value),
        () => void memory.set(key, value),
      );
    },
    remove(key) {
      memory.delete(key);
      attempt(
        (real) => real.removeItem(full(key)),
        () => undefined,
      );
    },
  };
}

/** What was kept under `key`, or undefined when it is missing or of an older make. */
export function readKept<T>(shelf: Shelf, key: string, looksRight: (value: unknown) => value is T): T | undefined {
  const text = shelf.get(key);
  if (text === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (looksRight(value)) return value;
  shelf.remove(key);
  return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

export const isCredentials = (value: unknown): value is Credentials =>
  isObject(value) && ["conversation", "token", "expiresAt", "strength"].every((key) => typeof value[key] === "string");

const isPending = (value: unknown): value is Pending =>
  isObject(value) &&
  ["clientId", "text", "kind", "at"].every((key) => typeof value[key] === "string") &&
  Array.isArray(value.attachments);

export const isQueue = (value: unknown): value is Pending[] => Array.isArray(value) && value.every(isPending);
