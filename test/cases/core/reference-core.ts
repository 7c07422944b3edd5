/** The reference core system, running for one test. */
import { onTestFinished } from "vitest";
import { type RunningCore, startCore } from "../../../examples/core/start.ts";
import { KEY } from "./connecting.ts";

/** Ends with the test. */
export async function referenceCore(options: { file?: string; now?: () => number } = {}): Promise<RunningCore> {
  const { file = ":memory:", now } = options;
  const running = await startCore({ port: 0, file, key: KEY, events: null, ...(now ? { now } : {}) });
  onTestFinished(() => running.stop());
  return running;
}
