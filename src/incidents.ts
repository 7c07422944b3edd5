/** Mass events put together over one store: the watch for the intake, the office for the desk. */
import { randomUUIDv7 } from "node:crypto";
import type { Logger } from "pino";
import { createIncidentOffice, type IncidentOffice } from "./cases/incidents/office.ts";
import { createIncidentWatch, type IncidentWatch } from "./cases/incidents/watch.ts";
import type { Content } from "./content.ts";
import { maskPersonal } from "./privacy/mask.ts";
import type { IncidentStore } from "./store/incidents.ts";
import type { Live } from "./store/live.ts";
import type { Store } from "./store/store.ts";
import { codeOf } from "./workers/clocks.ts";

export interface Incidents {
  watch: IncidentWatch;
  office: IncidentOffice;
}

export function createIncidents(parts: {
  content: Pick<Content, "bank">;
  store: Pick<Store, "load"> & { incidents: IncidentStore };
  live: Pick<Live, "publish">;
  log: Pick<Logger, "error">;
  now: () => string;
}): Incidents {
  const { store, live, log, now } = parts;
  const changed = () => live.publish("desk", { kind: "changed" });
  const watch = createIncidentWatch({
    bank: parts.content.bank,
    store: store.incidents,
    load: (conversation) => store.load(conversation),
    mask: maskPersonal,
    now,
    newId: randomUUIDv7,
    changed,
    report: (error) => log.error({ code: codeOf(error) }, "a complaint found no place among mass events"),
  });
  const office = createIncidentOffice({ store: store.incidents, watch, now, newId: randomUUIDv7, changed });
  return { watch, office };
}
