import { setTimeout as wait } from "node:timers/promises";

/** Sleeps that end early with the signal; a stop is no error. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
}
