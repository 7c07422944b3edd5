/** Tells everybody linked to an ended incident, a few at a time: one message each, whatever is repeated. */
import type { Logger } from "pino";
import type { Intake } from "../intake.ts";
import type { IncidentStore, IncidentText, LinkRow } from "../store/incidents.ts";
import { codeOf, type Worker } from "./clocks.ts";

/** Customers told at a time, and the pause after them, ms: ten thousand take half an hour and no channel is flooded. */
const BATCH = 5;
const PAUSE = 1_000;
/** With nothing to do, ms. */
const IDLE = 30_000;

export interface EndParts {
  store: IncidentStore;
  intake: Pick<Intake, "act">;
  log: Logger;
  now: () => string;
}

/** A customer who could not be told is left alone for so long, ms, so that nobody waits behind them. */
const REST = 600_000;

/**
 * Returns what tells the next few and says how many were told. A customer whose mark was lost in a crash is asked for
 * again, and their conversation knows that it was said.
 */
export function createIncidentEnds({ store, intake, log, now }: EndParts): () => Promise<number> {
  const resting = new Map<string, number>();
  const keyOf = ({ incident, conversation, matter }: LinkRow) => `${incident}/${conversation}/${matter}`;

  async function tell(link: LinkRow, ending: IncidentText | null | undefined): Promise<void> {
    const { incident, matter, conversation } = link;
    if (ending) {
      const by = `staff:${ending.approvedBy ?? ending.by}`;
      const text = { zh: ending.zh, en: ending.en };
      await intake.act(conversation, { type: "incident-over", matter, incident, ending: text, by });
    }
    await store.endTold(link, now());
  }

  return async () => {
    const at = Date.parse(now());
    for (const [key, until] of resting) if (until <= at) resting.delete(key);
    const waiting = await store.untold(BATCH + resting.size);
    const links = waiting.filter((link) => !resting.has(keyOf(link))).slice(0, BATCH);
    if (links.length === 0) return 0;
    const incidents = new Map((await store.incidents(1_000)).map((one) => [one.id, one]));
    for (const link of links) {
      try {
        await tell(link, incidents.get(link.incident)?.ending);
      } catch (error) {
        resting.set(keyOf(link), at + REST);
        log.error({ code: codeOf(error), conversation: link.conversation }, "the end of an incident was not told");
      }
    }
    return links.length;
  };
}

export function startIncidentEnds(parts: EndParts): Worker {
  const tellSome = createIncidentEnds(parts);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let stopped = false;
  let idle = true;

  function sleep(ms: number): void {
    clearTimeout(timer);
    idle = ms > PAUSE;
    if (!stopped) timer = setTimeout(run, ms);
  }

  function run(): void {
    running = tellSome()
      .catch((error: unknown) => {
        parts.log.error({ code: codeOf(error) }, "incidents could not be read");
        return 0;
      })
      .then((told) => {
        running = null;
        sleep(told > 0 ? PAUSE : IDLE);
      });
  }

  sleep(PAUSE);
  return {
    wake() {
      // A look that is near already is not put off by more news.
      if (!running && idle) sleep(PAUSE);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
