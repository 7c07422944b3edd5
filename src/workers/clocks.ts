/** Turns, silences and waits that come due. The times lie in the store; a restart keeps them. */
import type { Logger } from "pino";
import type { Intake } from "../intake.ts";
import type { DueClock, Store } from "../store/store.ts";

/** Never sleep longer: a clock set by another process is seen within this time. */
const LONGEST_SLEEP = 5000;
const BATCH = 500;
/** Between looks while a due clock is in work or left alone. */
const GLANCE = 500;
/** After a failure: doubled each time. */
const FIRST_REST = 1000;
const LONGEST_REST = 60_000;
const TYPING_REST = 400;

export interface Worker {
  /** Looks again at `due` (ISO instant), or earlier. */
  wake(due?: string): void;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
}

export function startClocks(parts: {
  store: Store;
  intake: Pick<Intake, "handleTurn" | "act" | "stillTyping">;
  log: Logger;
  now: () => string;
}): Worker {
  const { store, intake, log, now } = parts;
  const busy = new Set<string>();
  /** Due clocks that are left alone until then (ms): the customer is typing, or the last tries failed. */
  const resting = new Map<string, { until: number; failures: number }>();
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let wakeAt = Number.POSITIVE_INFINITY;
  let stopped = false;

  function sleepUntil(at: number): void {
    if (stopped || at >= wakeAt) return;
    wakeAt = at;
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, at - Date.parse(now())));
  }

  function tick(): void {
    wakeAt = Number.POSITIVE_INFINITY;
    const look = lookAround().catch((error: unknown) => {
      log.error({ code: codeOf(error) }, "clocks could not be read");
    });
    running.add(look);
    void look.then(() => {
      running.delete(look);
      sleepUntil(Date.parse(now()) + LONGEST_SLEEP);
    });
  }

  async function lookAround(): Promise<void> {
    const due = await store.dueClocks(now(), BATCH);
    const at = Date.parse(now());
    const keys = new Set(due.map(keyOf));
    for (const key of resting.keys()) if (!keys.has(key)) resting.delete(key);
    for (const clock of due) {
      const key = keyOf(clock);
      if (busy.has(key) || (resting.get(key)?.until ?? 0) > at) continue;
      busy.add(key);
      const work = ring(clock).then((rest) => {
        if (rest === null) resting.delete(key);
        else resting.set(key, rest);
        busy.delete(key);
        running.delete(work);
        // A message may have come while the turn was in work.
        if (rest === null) sleepUntil(Date.parse(now()) + 20);
      });
      running.add(work);
    }
    const next = await store.nextClock();
    if (next) sleepUntil(Math.max(Date.parse(next), due.length > 0 ? at + GLANCE : at + 5));
    for (const { until } of resting.values()) sleepUntil(Math.max(until, at + 5));
  }

  /** How long to leave the clock alone, or null when it was seen to. */
  async function ring(clock: DueClock): Promise<{ until: number; failures: number } | null> {
    const { conversation, kind } = clock;
    try {
      if (kind === "turn" && intake.stillTyping(conversation)) {
        return { until: Date.parse(now()) + TYPING_REST, failures: 0 };
      }
      await answer(conversation, kind);
      return null;
    } catch (error) {
      const failures = (resting.get(keyOf(clock))?.failures ?? 0) + 1;
      log.error({ code: codeOf(error), conversation, clock: kind, failures }, "clock failed");
      return { until: Date.parse(now()) + Math.min(LONGEST_REST, FIRST_REST * 2 ** (failures - 1)), failures };
    }
  }

  function answer(conversation: string, kind: DueClock["kind"]): Promise<void> {
    switch (kind) {
      case "turn":
        return intake.handleTurn(conversation);
      case "silence":
        return intake.act(conversation, { type: "silence" });
      case "wait":
        return intake.act(conversation, { type: "wait-over" });
      case "staff-silent":
        return intake.act(conversation, { type: "staff-silent" });
    }
  }

  sleepUntil(Date.parse(now()));
  return {
    wake: (due) => sleepUntil(due ? Date.parse(due) : Date.parse(now())),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.allSettled(running);
    },
  };
}

const keyOf = ({ conversation, kind }: DueClock): string => `${conversation}/${kind}`;

/** A code for the log: never the message, which may hold what a customer wrote. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
