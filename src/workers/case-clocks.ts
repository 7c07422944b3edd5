/** Lets the clocks of cases speak. What was said and when to look next lies in the store; a restart keeps both. */
import type { Logger } from "pino";
import { adoptionsOf } from "../cases/clocks/adopt.ts";
import type { ClockedCases } from "../cases/clocks/clocked-cases.ts";
import { clocksOf } from "../cases/clocks/derive.ts";
import { type Firing, firingsOf } from "../cases/clocks/firings.ts";
import { marksOf } from "../cases/clocks/marks.ts";
import type { FiringRow, FiringStore } from "../store/firing-store.ts";
import { codeOf, type Worker } from "./clocks.ts";

export interface CaseClockParts {
  firings: FiringStore;
  cases: ClockedCases;
  log: Logger;
  now: () => string;
}

const BATCH = 200;
/** A case that failed is left alone for so long. */
const REST = 60_000;
/** What fires may make something else due at the same instant; more than this is a circle. */
const ROUNDS = 5;
/** Never sleep longer: a case scheduled by another process is seen within this time. */
const LONGEST_SLEEP = 5000;

/** Looks at every case that is due now. Returns how many firings were carried out. */
export async function lookAtDueCases(parts: CaseClockParts): Promise<number> {
  let fired = 0;
  for (;;) {
    const due = await parts.firings.dueCases(parts.now(), BATCH);
    for (const caseKey of due) fired += await lookAtCase(parts, caseKey);
    if (due.length < BATCH) return fired;
  }
}

/** Fires what is due of one case and schedules its next look. To be called after every change of the case, too. */
export async function lookAtCase({ firings, cases, log, now }: CaseClockParts, caseKey: string): Promise<number> {
  let count = 0;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const timeline = await cases.timeline(caseKey);
      if (!timeline) {
        await firings.schedule(caseKey, null);
        return count;
      }
      const { setup, events } = timeline;
      const marks = marksOf(events);
      const clocks = clocksOf(setup, marks);
      const adoptions = adoptionsOf(setup, clocks, marks);
      for (const adoption of adoptions) await cases.adopt(caseKey, adoption);
      if (adoptions.length > 0) continue;
      const { due, next } = firingsOf(setup.reminders, clocks, await firings.fired(caseKey), Date.parse(now()));
      if (due.length === 0) {
        await firings.schedule(caseKey, next);
        return count;
      }
      for (const firing of due) {
        await cases.fire(caseKey, firing);
        const notices = (await cases.notices?.(caseKey, firing)) ?? [];
        await firings.record(caseKey, rowsOf(firing, now()), notices);
        count += 1;
      }
    }
    log.error({ code: "case-clock.circle", case: caseKey }, "clocks of a case go round in a circle");
  } catch (error) {
    log.error({ code: codeOf(error), case: caseKey }, "clocks of a case failed");
  }
  await firings.schedule(caseKey, new Date(Date.parse(now()) + REST).toISOString());
  return count;
}

function rowsOf(firing: Firing, firedAt: string): FiringRow[] {
  const { clock, at: plannedAt } = firing;
  const folded = firing.folded.map((key) => ({
    key,
    clock,
    point: pointOf(key),
    plannedAt,
    firedAt,
    foldedInto: firing.key,
  }));
  return [...folded, { key: firing.key, clock, point: firing.point, plannedAt, firedAt, foldedInto: null }];
}

/** "half" of "answer/1/half", "overdue" of "answer/1/overdue@2027-01-04". */
const pointOf = (key: string): string => key.split("/").at(2)?.split("@").at(0) ?? "";

export interface CaseClockWorker extends Worker {
  /** Looks at the case at once: something happened to it. */
  changed(caseKey: string): void;
}

/** Every case is looked at once at the start: a change may have been committed without its look. */
export function startCaseClocks(parts: CaseClockParts): CaseClockWorker {
  const { firings, log, now } = parts;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let queued = false;
  let work: Promise<void> = firings.lookAtAll(now()).catch(failed);

  function failed(error: unknown): void {
    log.error({ code: codeOf(error) }, "clocks of cases could not be read");
  }

  /** One after the other: no case is looked at twice at a time. */
  function then(next: () => Promise<unknown>): void {
    work = work
      .then(async () => {
        if (!stopped) await next();
      })
      .catch(failed);
  }

  function run(): void {
    clearTimeout(timer);
    if (queued) return;
    queued = true;
    then(async () => {
      queued = false;
      await lookAtDueCases(parts);
      const next = await firings.nextDue();
      const wait = next === null ? LONGEST_SLEEP : Date.parse(next) - Date.parse(now());
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(run, Math.min(LONGEST_SLEEP, Math.max(10, wait)));
    });
  }

  run();
  return {
    wake: run,
    changed(caseKey) {
      then(() => lookAtCase(parts, caseKey));
      run();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await work;
    },
  };
}
