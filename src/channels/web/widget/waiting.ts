/** Pauses between tries that can be cut short when the network is back. */
export interface Waiting {
  sleep(ms: number): Promise<void>;
  wakeAll(): void;
}

export function createWaiting(): Waiting {
  const sleepers = new Set<() => void>();
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          sleepers.delete(done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        sleepers.add(done);
      }),
    wakeAll() {
      for (const wake of [...sleepers]) wake();
    },
  };
}
