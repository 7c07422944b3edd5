/** The work's outcome, or a rejection "late" after `ms`; the work itself goes on, nobody waits for it. */
export async function within<T>(
  ms: number,
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const late = async (): Promise<never> => {
    await sleep(ms, done.signal);
    throw new Error("late: request timeout");
  };
  try {
    return await Promise.race([work(), late()]);
  } finally {
    done.abort();
  }
}
