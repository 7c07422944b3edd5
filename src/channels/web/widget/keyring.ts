/** The key to the customer's conversation: kept over reloads, renewed in time, given up when it no longer fits. */
import { CallError, type Client } from "./client.ts";
import { type Credentials, isCredentials, readKept, type Shelf } from "./storage.ts";

const renewBeforeMs = 7 * 24 * 60 * 60 * 1000;

export interface Keyring {
  /** Opens a conversation when there is none. One opening at a time; a failed one may be repeated. */
  key(): Promise<Credentials>;
  stored(): Credentials | undefined;
  /** Calls with the key, and once more with a new one when it no longer fits. */
  use<T>(call: (key: Credentials) => Promise<T>): Promise<T>;
  /** Forgets the key; the next `key()` opens anew. */
  drop(): void;
}

export interface KeyringOptions {
  client: Client;
  shelf: Shelf;
  /** ISO instant. */
  now: () => string;
  /** The bank's token about who is signed in. */
  identityToken: string | undefined;
  /** The conversation is another from now on. */
  onLost: () => void;
}

export function createKeyring({ client, shelf, now, identityToken, onLost }: KeyringOptions): Keyring {
  let opening: Promise<Credentials> | undefined;

  const stored = () => readKept(shelf, "key", isCredentials);
  const drop = () => {
    opening = undefined;
    shelf.remove("key");
    onLost();
  };

  async function ask(known: Credentials | undefined) {
    try {
      return await client.open(known, identityToken);
    } catch (error) {
      if (!(error instanceof CallError && error.status === 401)) throw error;
      return client.open(undefined, undefined); // an expired sign-in must not keep anyone from complaining
    }
  }

  async function open(): Promise<Credentials> {
    let known = stored();
    // a shared computer: who signed out must not leave the talk to the next one
    if (known && known.strength !== "anonymous" && !identityToken) {
      drop();
      known = undefined;
    }
    const fresh = known && Date.parse(known.expiresAt) - Date.parse(now()) > renewBeforeMs;
    if (known && fresh && !identityToken) return known;
    const { conversation, token, expiresAt, strength } = await ask(known);
    if (known && known.conversation !== conversation) drop();
    const key = { conversation, token, expiresAt, strength };
    shelf.set("key", JSON.stringify(key));
    return key;
  }

  const key = () => {
    if (opening) return opening;
    const mine = open();
    opening = mine;
    mine.catch(() => {
      if (opening === mine) opening = undefined;
    });
    return mine;
  };

  return {
    stored,
    drop,
    key,
    async use(call) {
      const tried = await key();
      try {
        return await call(tried);
      } catch (error) {
        if (!(error instanceof CallError && error.keyLost)) throw error;
        // of several calls at once only the first gives the key up: the others find the new one
        if (stored()?.token === tried.token) drop();
        return call(await key());
      }
    },
  };
}
