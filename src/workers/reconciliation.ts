/** Both sides compared once a day while the server runs: what differs is shown on the desk, what was given up is queued again. */
import type { Logger } from "pino";
import type { CoreSystem } from "../cases/core.ts";
import { type Reconciliation, reconcile } from "../cases/reconcile.ts";
import type { CoreRecords } from "../store/core-records.ts";
import type { Live } from "../store/live.ts";
import type { Store } from "../store/store.ts";
import { codeOf, type Worker } from "./clocks.ts";
import { startDaily } from "./daily.ts";

const FIRST = 10 * 60_000;

export interface ReconciliationParts {
  core: CoreSystem;
  store: Pick<Store, "audit"> & { core: CoreRecords };
  live: Live;
  log: Logger;
  now: () => string;
}

/** Throws what the core system's list throws. */
export function reconcileNow(parts: Omit<ReconciliationParts, "log">, repair: boolean): Promise<Reconciliation> {
  const { core, store, live, now } = parts;
  const audit: Store["audit"] = (chain, at, note) => store.audit(chain, at, note);
  return reconcile({ core, records: store.core, audit, live, now, repair });
}

export function startReconciliation(parts: ReconciliationParts): Worker {
  return startDaily({
    first: FIRST,
    work: () =>
      reconcileNow(parts, true)
        .then(({ here, there, agreed, queued, findings }) => {
          parts.log.info({ here, there, agreed, queued, findings: findings.length }, "reconciled with the core system");
        })
        .catch((error: unknown) => {
          parts.log.warn({ code: codeOf(error) }, "could not be reconciled with the core system");
        }),
  });
}
