/**
 * Keeps one link to the account alive. Ready means logged in, nothing less. A lost link is given up and a new one made
 * as soon as the puppet service can be reached; what may have been lost in between is reported as a gap.
 */
import type { Gap } from "./gaps.ts";
import type { Journal } from "./journal.ts";
import type { LinkEvents, OpenLink, WechatLink } from "./link.ts";
import { bornAt, heard, type Liveness, pinged, ponged, silent } from "./liveness.ts";

export type WechatStatus =
  | { state: "starting"; since: string }
  /** Somebody has to scan this with the phone of the account. */
  | { state: "scan"; since: string; url: string }
  /** The code was scanned, or its time is over: a login comes, or the next code. */
  | { state: "scanned"; since: string }
  | { state: "ready"; since: string; account: string }
  /** `code` says why, never in a customer's words. */
  | { state: "lost"; since: string; code: string }
  | { state: "stopped"; since: string };

export interface Times {
  /** Between looks whether the puppet service can be reached, ms. */
  look: number;
  /** For logging in without a QR code. */
  login: number;
  /** Between pings, and for an answer to one. */
  ping: number;
  patience: number;
  /** For a link to stop. */
  stop: number;
  /** After a link that never got ready: doubled each time, up to `longestRest`. */
  rest: number;
  longestRest: number;
}

/** Of a link on which another account than ours logged in. It is logged out again. */
export const WRONG_ACCOUNT = "wrong-account";

const TIMES: Times = {
  look: 200,
  login: 60_000,
  ping: 10_000,
  patience: 8000,
  stop: 1500,
  rest: 500,
  longestRest: 30_000,
};

export interface Supervisor {
  status(): WechatStatus;
  /** Called at each change, until the function returned is called. */
  subscribe(listener: (status: WechatStatus) => void): () => void;
  /** The link while it is ready, else null. */
  link(): WechatLink | null;
  /** Resolves with the link as soon as it is ready, or with null after `ms` or when stopped. */
  ready(ms: number): Promise<WechatLink | null>;
  /** Something may have been lost since then (ms). */
  report(from: number, why: Gap["why"]): void;
  stop(): Promise<void>;
}

export function supervise(parts: {
  open: OpenLink;
  /** Whether the puppet service answers at all; null where there is none to ask. */
  reachable: (() => Promise<boolean>) | null;
  /** WeChat id of the one account that may log in; null for any. */
  account: string | null;
  journal: Journal;
  /** ms. */
  clock: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  message: (id: string) => void;
  friendship: (id: string) => void;
  onReady: () => void;
  onGap: (gap: Gap) => void;
  report: (code: string) => void;
  times?: Partial<Times>;
}): Supervisor {
  const { journal, clock, sleep } = parts;
  const times = { ...TIMES, ...parts.times };
  const iso = (at = clock()) => new Date(at).toISOString();
  const listeners = new Set<(status: WechatStatus) => void>();
  const stopped = new AbortController();
  let status: WechatStatus = { state: "starting", since: iso() };
  let current: { link: WechatLink; life: Liveness; account: string; lost: (code: string) => void } | null = null;

  function become(next: WechatStatus): void {
    status = next;
    for (const listener of listeners) {
      try {
        listener(next);
      } catch {
        // Somebody else's mistake; thrown here it would end the process, from within an event of the puppet.
        parts.report("wechat.listener");
      }
    }
  }

  /** Written down at most every two seconds: it only has to be about right. */
  function proven(at: number): void {
    const before = journal.entries.aliveAt;
    if (!before || at - Date.parse(before) >= 2000) journal.change({ aliveAt: iso(at) });
  }

  const live = () => current !== null && status.state === "ready";
  const gap = (from: number, why: Gap["why"]) => parts.onGap({ from: iso(from), to: iso(), why });

  function ready(account: string): void {
    if (!current) return;
    const before = journal.entries.aliveAt;
    current = { ...current, account, life: bornAt(clock()) };
    become({ state: "ready", since: iso(), account });
    if (before) gap(Date.parse(before), "link");
    journal.change({ aliveAt: iso() });
    parts.onReady();
  }

  function eventsOf(lost: (code: string) => void): LinkEvents {
    return {
      message: parts.message,
      friendship: parts.friendship,
      scan: (url) => {
        if (status.state !== "scan" || status.url !== url) become({ state: "scan", since: iso(), url });
      },
      scanned() {
        if (status.state === "scan") become({ state: "scanned", since: iso() });
      },
      login: (account) => {
        if (parts.account !== null && account !== parts.account) return lost(WRONG_ACCOUNT);
        // Some puppets say it again when the phone comes back.
        if (status.state !== "ready" || status.account !== account) ready(account);
      },
      logout: () => lost("logged-out"),
      alive() {
        if (!current || !live()) return;
        current.life = heard(current.life, clock());
        proven(clock());
      },
      pong(mark) {
        if (!current || !live()) return;
        const { life, skipped } = ponged(current.life, mark, clock());
        current.life = life;
        if (skipped !== null) gap(skipped, "skipped");
      },
      lost,
    };
  }

  async function untilReachable(): Promise<void> {
    while (!stopped.signal.aborted && parts.reachable && !(await parts.reachable())) {
      await sleep(times.look, stopped.signal);
    }
  }

  /** One link from its making to its loss. Resolves with the code of the loss. */
  async function useLink(): Promise<string> {
    const { promise: ended, resolve } = Promise.withResolvers<string>();
    const over = new AbortController();
    let gone = false;
    let theirs = false;
    const lost = (code: string) => {
      gone = true;
      theirs ||= code === WRONG_ACCOUNT;
      resolve(code);
    };
    // What an old link still says is of no interest.
    const events = eventsOf(lost);
    const link = await parts.open({
      ...events,
      // What people write to somebody else's account is nothing of ours.
      message: (id) => !theirs && events.message(id),
      friendship: (id) => !theirs && events.friendship(id),
      scan: (url) => !gone && events.scan(url),
      scanned: () => !gone && events.scanned(),
      login: (account) => !gone && events.login(account),
      logout: () => !gone && events.logout(),
      pong: (mark) => !gone && events.pong(mark),
      alive: () => !gone && events.alive(),
    });
    current = { link, life: bornAt(clock()), account: "", lost };
    stopped.signal.addEventListener("abort", () => lost("stopped"), { once: true, signal: over.signal });
    link.start().catch(() => lost("start"));
    watch(over.signal).catch(() => lost("ping"));
    const code = await ended;
    over.abort();
    current = null;
    if (code !== "stopped") become({ state: "lost", since: iso(), code });
    if (theirs) await Promise.race([link.logout().catch(() => parts.report("wechat.logout")), sleep(times.stop)]);
    await Promise.race([link.stop().catch(() => parts.report("wechat.stop")), sleep(times.stop)]);
    return code;
  }

  /** Ends the link when nobody logs in, or when it has died without a word. */
  async function watch(over: AbortSignal): Promise<void> {
    const since = clock();
    while (!over.aborted && current) {
      await sleep(status.state === "ready" ? times.ping : Math.min(times.ping, times.login), over);
      if (over.aborted || !current) return;
      if (status.state === "scan") continue;
      if (status.state !== "ready") {
        const waits = status.state === "scanned" ? Date.parse(status.since) : since;
        if (clock() - waits >= times.login) current.lost("no-login");
        continue;
      }
      if (silent(current.life, clock(), times.patience)) {
        current.lost("silent");
        continue;
      }
      const { life, mark } = pinged(current.life, clock());
      current.life = life;
      current.link.ping(mark);
    }
  }

  async function run(): Promise<void> {
    let rest = times.rest;
    while (!stopped.signal.aborted) {
      await untilReachable();
      if (stopped.signal.aborted) break;
      const began = clock();
      let wasReady = false;
      const end = subscribe((next) => {
        wasReady ||= next.state === "ready" || next.state === "scan";
      });
      const code = await useLink().catch(() => "open");
      end();
      if (code === "stopped") break;
      parts.report(`wechat.${code}`);
      if (code === "open") become({ state: "lost", since: iso(), code });
      rest = wasReady ? times.rest : Math.min(times.longestRest, rest * 2);
      // A link that was in use is made again at once.
      if (!wasReady || clock() - began < times.rest) await sleep(rest, stopped.signal);
    }
    become({ state: "stopped", since: iso() });
  }

  function subscribe(listener: (status: WechatStatus) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  const link = () => (live() ? (current?.link ?? null) : null);
  const running = run();

  return {
    status: () => status,
    subscribe,
    link,
    report: gap,
    async ready(ms) {
      const now = link();
      if (now) return now;
      const over = new AbortController();
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = subscribe(({ state }) => {
        if (state === "ready" || state === "stopped") resolve();
      });
      await Promise.race([promise, sleep(ms, over.signal)]);
      over.abort();
      end();
      return link();
    },
    async stop() {
      if (live()) journal.change({ aliveAt: iso() });
      stopped.abort();
      await running;
    },
  };
}
