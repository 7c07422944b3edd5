/** Turns, silences and waits that come due. The times lie in the store; a restart keeps them. */
import type { Logger } from "pino";
import type { Intake } from "../intake.ts";
import type { DueClock, Store } from "../store/store.ts";

/** Never sleep longer: a clock set by another process is seen within this time. */
const LONGEST_SLEEP = 5000;
const BATCH = 500;

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
    for (const clock of due) {
      const key = `${clock.conversation}/${clock.kind}`;
      if (busy.has(key)) continue;
      busy.add(key);
      const work = ring(clock)
        .catch((error: unknown) => {
          log.error({ code: codeOf(error), conversation: clock.conversation, clock: clock.kind }, "clock failed");
          sleepUntil(Date.parse(now()) + 1000);
        })
        .then(() => {
          busy.delete(key);
          running.delete(work);
        });
      running.add(work);
    }
    const next = await store.nextClock();
    if (next) sleepUntil(Math.max(Date.parse(next), Date.parse(now()) + (due.length > 0 ? 20 : 5)));
  }

  async function ring(clock: DueClock): Promise<void> {
    switch (clock.kind) {
      case "turn":
        if (intake.stillTyping(clock.conversation)) return sleepUntil(Date.parse(now()) + 400);
        return intake.handleTurn(clock.conversation);
      case "silence":
        return intake.act(clock.conversation, { type: "silence" });
      case "wait":
        return intake.act(clock.conversation, { type: "wait-over" });
      case "staff-silent":
        return intake.act(clock.conversation, { type: "staff-silent" });
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

/** A code for the log: never the message, which may hold what a customer wrote. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
