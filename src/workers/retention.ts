/** Retention looked after once a day while the server runs: what is due is withheld or erased, and the chains verified. */
import type { Logger } from "pino";
import { type RetentionParts, runRetention } from "../rights/retention.ts";
import type { Store } from "../store/store.ts";
import { codeOf, type Worker } from "./clocks.ts";
import { startDaily } from "./daily.ts";

const FIRST = 15 * 60_000;

export interface RetentionWork extends RetentionParts {
  store: RetentionParts["store"] & Pick<Store, "verifyAudit">;
  log: Logger;
}

/** One run. Says in the log what was done, in figures only; a chain that does not verify is an error there. */
export async function retentionNow(parts: RetentionWork): Promise<void> {
  const { day, persons, due } = await runRetention(parts);
  parts.log.info({ day, persons, done: due.length }, "retention was looked after");
  if (due.length === 0) return;
  const { problems } = await parts.store.verifyAudit();
  if (problems.length > 0) parts.log.error({ problems: problems.length }, "the audit does not verify after erasing");
}

export function startRetention(parts: RetentionWork): Worker {
  return startDaily({
    first: FIRST,
    work: () =>
      retentionNow(parts).catch((error: unknown) => {
        parts.log.error({ code: codeOf(error) }, "retention could not be looked after");
      }),
  });
}
