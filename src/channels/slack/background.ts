/** Work that goes on after Slack has its answer. Failures are reported, since nobody waits for them. */
export interface Background {
  /** Resolves when the work has ended, however it ended. */
  run(what: string, work: Promise<unknown>): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createBackground(report: (failure: { what: string; error: unknown }) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run(what, work) {
      const mine: Promise<void> = work
        .then(
          () => undefined,
          (error: unknown) => report({ what, error }),
        )
        .finally(() => running.delete(mine));
      running.add(mine);
      return mine;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
