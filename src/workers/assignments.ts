/** Looks for somebody for cases nobody has: when anything changed, and again as long as something waits. */
import type { Logger } from "pino";
import { type AssigningParts, createAssigning } from "../cases/assigning/assigning.ts";
import { codeOf, type Worker } from "./clocks.ts";

/** Between looks, ms: offers are taken back and duties begin on the minute. */
const EVERY = 5_000;
/** Changes come in crowds: one look for all of them, ms. */
const GATHER = 200;

export interface AssignmentWorker extends Worker {
  /** Somebody came or went, or the switch was thrown. */
  changed(): void;
}

export function startAssignments(parts: Omit<AssigningParts, "report"> & { log: Logger }): AssignmentWorker {
  const { log } = parts;
  const assigning = createAssigning({
    ...parts,
    report: ({ key, error }) => log.error({ code: codeOf(error), case: key }, "nobody could be looked for"),
  });
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();

  function soon(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, ms);
  }

  function run(): void {
    looking = looking
      .then(async () => {
        if (!stopped) await assigning.look();
      })
      .catch((error: unknown) => {
        log.error({ code: codeOf(error) }, "cases nobody has could not be read");
      })
      .then(() => soon(EVERY));
  }

  soon(GATHER);
  return {
    wake: () => soon(GATHER),
    changed() {
      assigning.changed();
      soon(GATHER);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
