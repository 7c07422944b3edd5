/** Work that goes on after Slack has its answer. Failures are reported, since nobody waits for them. */
export interface Background {
  /** Resolves when the work has ended, however it ended. */
  run(what: string, work: Promise<unknown>): Promise<void>;
  /** The same for work that begins once the answer is on its way, a few at a time: answers to others go first. */
  behind(what: string, work: () => Promise<unknown>): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** More at once would only be slower each, and delay the answers to what Slack sends meanwhile. */
const AT_ONCE = 4;

export function createBackground(report: (failure: { what: string; error: unknown }) => void): Background {
  const running = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  function run(what: string, work: Promise<unknown>): Promise<void> {
    const mine: Promise<void> = work
      .then(
        () => undefined,
        (error: unknown) => report({ what, error }),
      )
      .finally(() => running.delete(mine));
    running.add(mine);
    return mine;
  }

  async function inTurn(work: () => Promise<unknown>): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  return {
    run,
    behind: (what, work) => run(what, inTurn(work)),
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
