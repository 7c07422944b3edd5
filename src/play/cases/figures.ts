/** What is counted when the made-up cases have been played, and whether everything agrees. */
import { dueFirings } from "../../cases/clocks/firings.ts";
import { isWorkday } from "../../cases/workday.ts";
import { addDays, dayIn, instantAt } from "../../cases/zone.ts";
import { type OfferFigures, offersOf, waitedForNobody } from "./offers.ts";
import type { PlayedCase, Stage } from "./one-case.ts";
import type { World } from "./world.ts";

export interface CaseFigures extends OfferFigures {
  cases: number;
  days: number;
  /** Commands and clocks that changed a case. */
  events: number;
  /** What clocks said, and what was outdated when it could be and was said with it. */
  clocksFired: number;
  clocksFolded: number;
  /** Due and not said, or said at another instant than planned or the first after an outage. */
  clocksMissed: number;
  clocksTwice: number;
  /** Open cases that at some moment had no next date, or nobody who answered for them for days. */
  orphans: number;
  /** Running cases that at some moment waited with neither an owner nor an open offer, though somebody could be asked. */
  unoffered: number;
  /** Customers who heard nothing for longer than the rhythm, the server being up. */
  silent: number;
  /** Cases of which store, memory, clocks and core system do not tell the same. */
  unreconciled: number;
  restarts: number;
  stages: Record<string, number>;
}

/** Most working days for which a case may be between two owners: by then its clocks have gone up the chain. */
const LONGEST_UNOWNED = 3;

export async function count(played: readonly PlayedCase[], stage: Stage, days: number): Promise<CaseFigures> {
  const { world, bank } = stage;
  const end = new Date(world.end - 1).toISOString();
  const stages: Record<string, number> = {};
  const figures: CaseFigures = {
    cases: played.length,
    days,
    events: 0,
    clocksFired: 0,
    clocksFolded: 0,
    clocksMissed: 0,
    clocksTwice: 0,
    orphans: 0,
    unoffered: 0,
    ...offersOf(played.flatMap(({ memory }) => memory.events)),
    silent: 0,
    unreconciled: 0,
    restarts: world.outages.length,
    stages,
  };
  for (const one of played) {
    const { said, memory, faults } = one;
    const folded = said.flatMap(({ firing }) => firing.folded);
    const stageName = memory.state?.stage.name ?? "none";
    stages[stageName] = (stages[stageName] ?? 0) + 1;
    figures.events += memory.events.length;
    figures.clocksFired += said.length;
    figures.clocksFolded += folded.length;
    figures.clocksTwice += faults.twice;
    const keys = new Set([...said.map(({ firing }) => firing.key), ...folded]);
    figures.clocksTwice += said.length + folded.length - keys.size;
    figures.clocksMissed += dueFirings(one.setup(bank), memory.events, keys, end).due.length;
    figures.clocksMissed += said.filter(({ firing, at }) => world.up(Date.parse(firing.at)) !== at).length;
    if (faults.orphan > 0 || unowned(one, stage)) figures.orphans += 1;
    if (waitedForNobody(memory.events, world)) figures.unoffered += 1;
    const late = said.filter(({ firing, at }) => firing.point.endsWith("silent") && Date.parse(firing.at) === at);
    figures.silent += late.length;
    if (!(await reconciles(one, stage, keys))) figures.unreconciled += 1;
  }
  return figures;
}

function unowned({ memory, receivedAt }: PlayedCase, stage: Stage): boolean {
  const { world } = stage;
  const { state } = memory;
  if (!state) return true;
  const held = state.holdings.map(({ from, to }) => ({
    from: Date.parse(from),
    to: to === null ? world.end : Date.parse(to),
  }));
  const begins = [...held.map(({ from }) => from), lastInstant(memory.events, world)];
  const ends = [receivedAt, ...held.map(({ to }) => to)];
  return begins.some((from, index) => workdaysBetween(ends[index] ?? from, from, stage) > LONGEST_UNOWNED);
}

/** The end of the simulation for a case that goes on, else its last event. */
function lastInstant(events: PlayedCase["memory"]["events"], world: World): number {
  const last = events.findLast((event) => ["closed", "withdrawn", "called-back"].includes(event.type));
  return last ? 0 : world.end;
}

/** Working days after the day of `from` up to and with that of `to`, those apart on which the server was down. */
function workdaysBetween(from: number, to: number, { world, bank }: Stage): number {
  let count = 0;
  const last = dayIn(world.zone, new Date(to).toISOString());
  for (let day = addDays(dayIn(world.zone, new Date(from).toISOString()), 1); day <= last; day = addDays(day, 1)) {
    const noon = instantAt(day, 12 * 60, world.zone);
    if (isWorkday(day, bank.calendar) && world.up(noon) === noon) count += 1;
  }
  return count;
}

/** Store, memory, clocks and core system tell the same of the case. */
async function reconciles(one: PlayedCase, { store, core }: Stage, keys: ReadonlySet<string>): Promise<boolean> {
  const { memory, key } = one;
  const stored = await store.lives.load(key);
  const recorded = await store.firings.fired(key);
  const ofCore = core.get(key);
  return (
    stored?.events?.length === memory.events.length &&
    stored.row.stage === memory.state?.stage.name &&
    stored.row.owner === (memory.state.owner?.id ?? null) &&
    recorded.size === keys.size &&
    [...keys].every((each) => recorded.has(each)) &&
    (ofCore?.number ?? null) === memory.state.number
  );
}
