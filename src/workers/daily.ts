/** Work that is done once a day while the server runs, and again whenever it is asked for. */
import type { Worker } from "./clocks.ts";

const EVERY = 24 * 3_600_000;

/**
 * `first`: ms after the start; a server that is started each morning does its work each morning. One run at a time: what
 * is asked for meanwhile is left to the next. `work` keeps its failures to itself.
 */
export function startDaily({ first, work }: { first: number; work: () => Promise<void> }): Worker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let stopped = false;

  function run(): void {
    if (stopped || running) return;
    clearTimeout(timer);
    running = work().then(() => {
      running = null;
      if (!stopped) timer = setTimeout(run, EVERY);
    });
  }

  timer = setTimeout(run, first);
  return {
    wake: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
