/**
 * Everything that comes in, in its order. The id of a message is written down when we are told of it, its payload is
 * fetched (again, when the link broke in between), and it is handed to `accept` before anything else is done with it.
 * Messages are sorted to their customers in the order they came; each customer's are seen to one after the other.
 */
import type { Journal } from "./journal.ts";
import { createLines } from "./lines.ts";
import type { WechatLink } from "./link.ts";
import { type FriendRequest, type Heard, parseFriendship, parseMessage } from "./message.ts";
import { within } from "./within.ts";

/** How friend requests stand among the pending ids. */
const FRIEND = "friend:";
/** For one payload, ms. */
const FETCH = 10_000;
/** Nobody waits longer for somebody else's payload. */
const HOLD = 1500;
const TRIES = 4;
const REST = 250;
/** Ids that were seen to, kept to know a repeat without asking for it again. */
const KEPT = 5000;

export interface Inbound {
  message(id: string): void;
  friendship(id: string): void;
  /** Sees to what was written down before and is not in work. */
  resume(): void;
  /** Resolves when what is in work is done, or soon after `stop` of the link. */
  settled(): Promise<void>;
}

export interface InboundParts {
  journal: Journal;
  /** The link as soon as it is ready; null when the channel stops. */
  link: () => Promise<WechatLink | null>;
  /** WeChat id of the account, null while it is not logged in. */
  self: () => string | null;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Stores it and does what follows. False when it has to be tried again after a restart. */
  customer: (message: Extract<Heard, { from: "customer" }>) => Promise<boolean>;
  isOurs: (echo: Extract<Heard, { from: "self" }>) => boolean;
  colleague: (message: Extract<Heard, { from: "self" }>) => Promise<void>;
  group: (message: Extract<Heard, { from: "group" }>) => void;
  befriend: (request: FriendRequest) => Promise<boolean>;
  report: (code: string, detail?: Record<string, string>) => void;
}

export function createInbound(parts: InboundParts): Inbound {
  const { journal, sleep, report } = parts;
  const lines = createLines();
  const inWork = new Set<string>();
  const done = new Set<string>();
  let sorted: Promise<unknown> = Promise.resolve();

  function take(key: string): void {
    if (inWork.has(key) || done.has(key)) return;
    inWork.add(key);
    const { pending } = journal.entries;
    if (!pending.includes(key)) journal.change({ pending: [...pending, key] });
    const before = sorted;
    const routed = Promise.all([fetched(key), before]).then(([payload]) => route(key, payload));
    const seen = new AbortController();
    sorted = Promise.race([routed.finally(() => seen.abort()), held(seen.signal)]).catch((error: unknown) => {
      report("wechat.inbound", { name: error instanceof Error ? error.name : "unknown" });
      inWork.delete(key);
    });
  }

  /** Counts only while the link is there: who waits for it waits in order. */
  async function held(signal: AbortSignal): Promise<void> {
    await parts.link();
    await sleep(HOLD, signal);
  }

  /** The payload, null when it can't be had, undefined when the channel stops. */
  async function fetched(key: string): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      const link = await parts.link();
      if (!link) return undefined;
      try {
        const friend = key.startsWith(FRIEND);
        return await within(FETCH, sleep, () =>
          friend ? link.friendship(key.slice(FRIEND.length)) : link.message(key),
        );
      } catch (error) {
        if (tries >= TRIES) {
          report("wechat.message-not-fetched", { name: error instanceof Error ? error.name : "unknown" });
          return null;
        }
      }
      await sleep(REST * tries);
    }
  }

  /** Puts it into its customer's line; nothing is awaited, so that the order of arrival is the order of the lines. */
  function route(key: string, payload: unknown): void {
    if (payload === undefined) {
      inWork.delete(key);
      return;
    }
    // Told of a message that isn't handed over: mostly a notice of WeChat's own. A link that lost messages is seen as such.
    if (payload === null) return finish(key);
    if (key.startsWith(FRIEND)) {
      const request = parseFriendship(payload);
      if (!request) return finish(key);
      return work(key, request.contact, () => parts.befriend(request));
    }
    const self = parts.self();
    if (self === null) {
      inWork.delete(key);
      return;
    }
    const message = parseMessage(payload, self);
    switch (message.from) {
      case "customer":
        return work(key, message.customer, () => parts.customer(message));
      case "self":
        if (parts.isOurs(message)) return finish(key);
        return work(key, message.to, async () => {
          await parts.colleague(message);
          return true;
        });
      case "group":
        parts.group(message);
        return finish(key);
      case "nobody":
        if (message.why === "malformed") report("wechat.malformed");
        return finish(key);
    }
  }

  function work(key: string, customer: string, see: () => Promise<boolean>): void {
    lines.inLine(customer, async () => {
      try {
        if (await see()) finish(key);
        else inWork.delete(key);
      } catch (error) {
        inWork.delete(key);
        report("wechat.inbound", { name: error instanceof Error ? error.name : "unknown" });
      }
    });
  }

  function finish(key: string): void {
    inWork.delete(key);
    done.add(key);
    const [oldest] = done;
    if (done.size > KEPT && oldest !== undefined) done.delete(oldest);
    journal.change({ pending: journal.entries.pending.filter((one) => one !== key) });
  }

  return {
    message: take,
    friendship: (id) => take(`${FRIEND}${id}`),
    resume() {
      for (const key of journal.entries.pending) take(key);
    },
    async settled() {
      await sorted;
      await lines.settled();
    },
  };
}
