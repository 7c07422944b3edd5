/** One message a second in a channel: more Slack answers with 429. */
export interface Clockwork {
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
  /** Milliseconds of a clock that never goes back. */
  ms(): number;
}

export const realClockwork: Clockwork = {
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ms: () => performance.now(),
};

/** Resolves when the next message to `channel` may go; those who ask first go first. */
export function createPace({ wait, ms }: Clockwork, everyMs = 1_000): (channel: string) => Promise<void> {
  const next = new Map<string, number>();
  return async (channel) => {
    const at = Math.max(ms(), next.get(channel) ?? 0);
    next.set(channel, at + everyMs);
    const left = at - ms();
    if (left > 0) await wait(left);
  };
}
