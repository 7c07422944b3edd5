/**
 * One customer's conversation in the browser, without any drawing: opens it,
 * keeps it over reloads and lost networks, sends in order, receives by cursor.
 */
import type { z } from "zod";
import type { About, ProgressReport, PublicMessage } from "../schemas.ts";
import { CallError, type Client } from "./client.ts";
import { readEvents } from "./events.ts";
import { createLog } from "./log.ts";
import { backOff, createQueue } from "./queue.ts";
import { type Credentials, isCredentials, type Pending, readKept, type Shelf } from "./storage.ts";

export interface View {
  messages: PublicMessage[];
  pending: Pending[];
  /** Client id being sent right now. */
  sending: string | null;
  /** History is there, or there is none to wait for. */
  ready: boolean;
  connection: "idle" | "connecting" | "online" | "offline";
  typing: "bot" | "staff" | null;
  readByBank: number;
  unread: number;
  progress: ProgressReport | null;
  about: z.infer<typeof About> | null;
}

export interface SessionOptions {
  client: Client;
  shelf: Shelf;
  /** ISO instant. */
  now: () => string;
  newId: () => string;
  chance: () => number;
  /** Token of the bank's page about who is signed in. */
  identityToken: string | undefined;
}

export interface Session {
  view(): View;
  subscribe(listener: () => void): () => void;
  /** The panel is open: connect, and open a conversation if there is none. */
  start(): void;
  /** The panel is closed: let go of the stream. */
  stop(): void;
  send(text: string, attachments?: string[], kind?: Pending["kind"]): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  upload(file: File, onProgress: (part: number) => void): Promise<{ id: string; name: string }>;
  typing(): void;
  markRead(): void;
  /** For pages where the panel is closed: anything new? */
  peek(): Promise<void>;
  refreshAbout(): Promise<void>;
  /** The network is back, says the browser. */
  nudge(): void;
  /** Another tab changed the queue. */
  reloadQueue(): void;
  /** Removes everything from this browser; the bank's records stay. */
  forget(): void;
}

const renewBeforeMs = 7 * 24 * 60 * 60 * 1000;
const stallMs = 45_000;
const typingShownMs = 8_000;

export function createSession(options: SessionOptions): Session {
  const { client, shelf, now } = options;
  const log = createLog();
  const queue = createQueue(shelf);
  const listeners = new Set<() => void>();
  let view: View = {
    messages: [],
    pending: queue.all(),
    sending: null,
    ready: false,
    connection: "idle",
    typing: null,
    readByBank: 0,
    unread: 0,
    progress: null,
    about: null,
  };
  let seen = Number(shelf.get("seen") ?? 0);
  let running: AbortController | undefined;
  /** The connection of the moment; ending it makes `run` connect anew. */
  let line: AbortController | undefined;
  let opening: Promise<Credentials> | undefined;
  let opened = false;
  let flushing = false;
  let listening = false;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let typingSentAt = 0;
  const sleepers = new Set<() => void>();

  const update = (change: Partial<View>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const countUnread = () => log.all().filter((m) => m.author.kind !== "customer" && m.seq > seen).length;
  const showLog = () => update({ messages: log.all(), pending: queue.all(), unread: countUnread() });

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      sleepers.add(done);
    });
  const wakeAll = () => {
    for (const wake of [...sleepers]) wake();
  };

  const stored = () => readKept(shelf, "key", isCredentials);
  const dropKey = () => {
    line?.abort(); // it belongs to the conversation that is lost
    opening = undefined;
    opened = false;
    shelf.remove("key");
    shelf.remove("seen");
    seen = 0;
    log.clear();
    update({ messages: [], progress: null, unread: 0, readByBank: 0 });
  };

  async function open(): Promise<Credentials> {
    const known = stored();
    const signedOut = known && known.strength !== "anonymous" && !options.identityToken;
    // a shared computer: who signed out must not leave the talk to the next one
    if (signedOut) dropKey();
    const fresh = known && Date.parse(known.expiresAt) - Date.parse(now()) > renewBeforeMs;
    if (known && fresh && !signedOut && !options.identityToken) return known;
    const ask = async () => {
      try {
        return await client.open(signedOut ? undefined : known, options.identityToken);
      } catch (error) {
        if (!(error instanceof CallError && error.status === 401)) throw error;
        return client.open(undefined, undefined); // an expired sign-in must not keep anyone from complaining
      }
    };
    const { conversation, token, expiresAt, strength } = await ask();
    if (known && known.conversation !== conversation) dropKey();
    const key = { conversation, token, expiresAt, strength };
    shelf.set("key", JSON.stringify(key));
    return key;
  }

  /** The key to the conversation; one opening at a time, a failed one may be repeated. */
  const key = (): Promise<Credentials> => {
    if (!opening) {
      const mine = open().then((found) => {
        opened = true;
        return found;
      });
      opening = mine;
      mine.catch(() => {
        if (opening === mine) opening = undefined;
      });
    }
    return opening;
  };

  const receive = (message: PublicMessage) => {
    log.advance(message.seq);
    if (message.clientId) queue.remove(message.clientId);
    if (log.put(message) && message.author.kind !== "customer") {
      clearTimeout(typingTimer);
      view = { ...view, typing: null };
    }
  };

  const showTyping = (who: "bot" | "staff") => {
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => update({ typing: null }), typingShownMs);
    update({ typing: who });
  };

  async function fetchAll(credentials: Credentials): Promise<void> {
    for (let more = true; more; ) {
      const list = await client.list(credentials, log.cursor());
      for (const message of list.messages) receive(message);
      log.advance(list.cursor);
      more = list.more;
    }
    showLog();
  }

  async function listen(credentials: Credentials, signal: AbortSignal): Promise<void> {
    const body = await client.events(credentials, log.cursor(), signal);
    listening = true;
    update({ connection: "online", ready: true });
    void flush();
    for await (const { event, data } of readEvents(body, stallMs)) {
      const value = JSON.parse(data);
      if (event === "message") {
        receive(value);
        showLog();
      } else if (event === "typing") showTyping(value.who);
      else if (event === "progress") update({ progress: value });
      else if (event === "read") update({ readByBank: value.byBank });
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      line = new AbortController();
      const { signal: hungUp } = line;
      try {
        if (failures === 0) update({ connection: "connecting" });
        const credentials = await key();
        await fetchAll(credentials);
        failures = 0;
        await listen(credentials, AbortSignal.any([signal, hungUp])).finally(() => {
          listening = false;
        });
        // the server let go (restart, token run out): come back, but not in a tight loop
        await sleep(backOff(1, options.chance()));
      } catch (error) {
        if (signal.aborted) return;
        if (hungUp.aborted && !(error instanceof CallError)) continue;
        failures += 1;
        if (error instanceof CallError && error.keyLost) dropKey();
        update({ connection: "offline" });
        const asked = error instanceof CallError ? error.retryAfterMs : 0;
        await sleep(Math.max(asked, backOff(failures, options.chance())));
      }
    }
  }

  /** Tries one message. Milliseconds to wait before the next try, 0 when it is settled. */
  async function sendOne(pending: Pending, failures: number): Promise<number> {
    try {
      const accepted = await client.send(await key(), pending);
      queue.remove(pending.clientId);
      if (listening) update({ connection: "online" });
      const { text, kind, attachments, clientId, at } = pending;
      // the stream may have been faster: the server's copy stands
      if (log.has(accepted.seq)) return 0;
      // until then our own words stand at their place. The cursor waits for the server.
      log.put({
        id: accepted.id,
        seq: accepted.seq,
        author: { kind: "customer" },
        kind,
        text,
        choices: [],
        citations: [],
        attachments,
        clientId,
        secretsRemoved: 0,
        aiGenerated: false,
        at,
        readAt: null,
      });
      return 0;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.keyLost && failures < 3) {
        dropKey();
        return 1;
      }
      // a stream may stay silent for long after the network has gone; a failed call tells
      if (error.status === 0) update({ connection: "offline" });
      if (error.passing || error.keyLost) return Math.max(error.retryAfterMs, backOff(failures + 1, options.chance()));
      queue.refuse(pending.clientId, error.title || error.code);
      return 0;
    }
  }

  async function flush(): Promise<void> {
    if (flushing) return;
    flushing = true;
    try {
      let failures = 0;
      for (let pending = queue.next(); pending; pending = queue.next()) {
        update({ sending: pending.clientId, pending: queue.all() });
        const wait = await sendOne(pending, failures);
        failures = wait > 0 ? failures + 1 : 0;
        update({ sending: null });
        showLog();
        if (wait > 0) await sleep(wait);
      }
    } finally {
      flushing = false;
      update({ sending: null });
    }
  }

  const nudge = () => {
    line?.abort(); // the old connection may be dead without knowing it
    wakeAll();
    void flush();
  };

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (running) return;
      running = new AbortController();
      void run(running.signal);
      void flush();
    },
    stop() {
      running?.abort();
      running = undefined;
      wakeAll();
      update({ connection: "idle", typing: null });
    },
    send(text, attachments = [], kind = "text") {
      queue.add({ clientId: options.newId(), text, kind, attachments, at: now(), refused: null });
      update({ pending: queue.all() });
      void flush();
    },
    retry(clientId) {
      queue.refuse(clientId, null);
      update({ pending: queue.all() });
      void flush();
    },
    discard(clientId) {
      queue.remove(clientId);
      update({ pending: queue.all() });
    },
    upload: async (file, onProgress) => client.upload(await key(), file, onProgress),
    typing() {
      const at = Date.parse(now());
      const known = stored();
      if (!opened || !known || at - typingSentAt < 2_500) return;
      typingSentAt = at;
      client.typing(known).catch(() => undefined); // a hint only: the message itself is what counts
    },
    markRead() {
      const last = log.all().findLast((message) => message.author.kind !== "customer");
      if (!last || last.seq <= seen) return;
      seen = last.seq;
      shelf.set("seen", String(seen));
      update({ unread: 0 });
      const known = stored();
      if (known) client.read(known, seen).catch(() => undefined); // the next mark covers this one
    },
    async peek() {
      const known = stored();
      if (!known || running || Date.parse(known.expiresAt) <= Date.parse(now())) return;
      try {
        await fetchAll(await key());
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        if (error.keyLost) dropKey();
      }
    },
    async refreshAbout() {
      try {
        update({ about: await client.about() });
      } catch (error) {
        if (!(error instanceof CallError)) throw error; // without it the built-in labels stand
      }
    },
    nudge,
    reloadQueue: () => update({ pending: queue.all() }),
    forget() {
      const wasRunning = running !== undefined;
      running?.abort();
      running = undefined;
      queue.clear();
      dropKey();
      update({ pending: [], ready: false });
      wakeAll();
      if (wasRunning) this.start();
    },
  };
}
