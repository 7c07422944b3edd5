/**
 * One customer's conversation in the browser, without any drawing: opens it,
 * keeps it over reloads and lost networks, sends in order, receives by cursor.
 */
import type { z } from "zod";
import type { About, ProgressReport, PublicMessage } from "../schemas.ts";
import { CallError, type Client } from "./client.ts";
import { readEvents } from "./events.ts";
import { createKeyring } from "./keyring.ts";
import { createLog } from "./log.ts";
import { backOff, createQueue } from "./queue.ts";
import { createSender } from "./sender.ts";
import type { Credentials, Pending, Shelf } from "./storage.ts";
import { createWaiting } from "./waiting.ts";

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
  file(id: string): Promise<{ name: string; bytes: Blob }>;
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

const stallMs = 45_000;
const typingShownMs = 8_000;
const typingEachMs = 2_500;

export function createSession(options: SessionOptions): Session {
  const { client, shelf, now, identityToken, chance } = options;
  const log = createLog();
  const queue = createQueue(shelf);
  const waiting = createWaiting();
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
  let listening = false;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let typingSentAt = 0;

  const update = (change: Partial<View>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const logView = () => ({
    messages: log.all(),
    pending: queue.all(),
    unread: log.all().filter((message) => message.author.kind !== "customer" && message.seq > seen).length,
  });

  const keyring = createKeyring({
    client,
    shelf,
    now,
    identityToken,
    onLost() {
      line?.abort(); // it belongs to the conversation that is lost
      shelf.remove("seen");
      seen = 0;
      log.clear();
      update({ messages: [], progress: null, unread: 0, readByBank: 0 });
    },
  });
  const flush = createSender({
    client,
    queue,
    log,
    keyring,
    waiting,
    chance,
    onChange: (change) => update({ ...change, ...logView() }),
    onNetwork(there) {
      if (!there) update({ connection: "offline", typing: null });
      else if (listening) update({ connection: "online" });
    },
  });

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

  async function fetchAll(credentials: Credentials, hungUp?: AbortSignal): Promise<void> {
    for (let more = true; more; ) {
      const list = await client.list(credentials, log.cursor());
      hungUp?.throwIfAborted(); // what came belongs to a conversation that was lost meanwhile
      for (const message of list.messages) receive(message);
      log.advance(list.cursor);
      more = list.more;
    }
    update(logView());
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
        update(logView());
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
        const credentials = await keyring.key();
        await fetchAll(credentials, hungUp);
        failures = 0;
        await listen(credentials, hungUp).finally(() => {
          listening = false;
        });
        // the server let go (restart, token run out): come back, but not in a tight loop
        await waiting.sleep(backOff(1, chance()));
      } catch (error) {
        if (signal.aborted) return;
        if (hungUp.aborted && !(error instanceof CallError)) continue;
        failures += 1;
        if (error instanceof CallError && error.keyLost) keyring.drop();
        update({ connection: "offline", typing: null });
        const asked = error instanceof CallError ? error.retryAfterMs : 0;
        await waiting.sleep(Math.max(asked, backOff(failures, chance())));
      }
    }
  }

  const hangUp = () => {
    running?.abort();
    line?.abort();
    running = undefined;
  };

  const nudge = () => {
    line?.abort(); // the old connection may be dead without knowing it
    waiting.wakeAll();
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
      hangUp();
      waiting.wakeAll();
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
    upload: (file, onProgress) => keyring.use((key) => client.upload(key, file, onProgress)),
    file: (id) => keyring.use((key) => client.file(key, id)),
    typing() {
      const at = Date.parse(now());
      const known = keyring.stored();
      if (!known || at - typingSentAt < typingEachMs) return;
      typingSentAt = at;
      client.typing(known).catch(() => undefined); // a hint only: the message itself is what counts
    },
    markRead() {
      const last = log.all().findLast((message) => message.author.kind !== "customer");
      if (!last || last.seq <= seen) return;
      seen = last.seq;
      shelf.set("seen", String(seen));
      update({ unread: 0 });
      const known = keyring.stored();
      if (known) client.read(known, seen).catch(() => undefined); // the next mark covers this one
    },
    async peek() {
      const known = keyring.stored();
      if (!known || running || Date.parse(known.expiresAt) <= Date.parse(now())) return;
      try {
        await fetchAll(await keyring.key());
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        if (error.keyLost) keyring.drop();
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
      hangUp();
      queue.clear();
      keyring.drop();
      update({ pending: [], ready: false });
      waiting.wakeAll();
      if (wasRunning) this.start();
    },
  };
}
