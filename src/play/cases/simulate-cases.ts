/** Thousands of made-up cases through months of virtual days, over a real store that is closed and opened again. */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { Bank } from "../../bank/bank.ts";
import type { CalendarYear } from "../../bank/files/calendar.ts";
import { dueFirings } from "../../cases/clocks/firings.ts";
import { createLifeBank } from "../../cases/life/life-bank.ts";
import { isWorkday } from "../../cases/workday.ts";
import { addDays, dayIn, instantAt } from "../../cases/zone.ts";
import { open } from "../../flows/decide.ts";
import { openSqliteStore, type SqliteStore } from "../../store/sqlite/open.ts";
import { randomOf } from "../random.ts";
import { PlayedCase, type Stage } from "./one-case.ts";
import { createWorld, type World } from "./world.ts";

export interface CaseFigures {
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
  /** Customers who heard nothing for longer than the rhythm, the server being up. */
  silent: number;
  /** Cases of which store, memory, clocks and core system do not tell the same. */
  unreconciled: number;
  restarts: number;
  stages: Record<string, number>;
}

export interface SimulatedCases {
  figures: CaseFigures;
  played: PlayedCase[];
  world: World;
  /** The bank as it was after the last restart. */
  bank: Bank;
}

/** Files that need not outlive a power cut: a real store, without waiting for a disk. */
const IN_MEMORY = "/dev/shm";
/** Cases that run at a time share the store's commits. */
const AT_A_TIME = 2500;
/** Most working days for which a case may be between two owners: by then its clocks have gone up the chain. */
const LONGEST_UNOWNED = 3;

export async function simulateCases(
  bank: Bank,
  options: { cases: number; days: number; seed: number; start: string },
): Promise<SimulatedCases> {
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), "tingsu-cases-"));
  const masterKey = randomBytes(32);
  const world = createWorld(bank, options.start, options.days);
  const openStore = () => openSqliteStore({ file: join(folder, "cases.sqlite"), masterKey });
  let store = await openStore();
  const log = pino({ level: "error", base: null }, pino.destination({ dest: 2, sync: true }));
  let stage: Stage = { world, bank, lifeBank: createLifeBank(bank), store, log, core: new Map() };
  try {
    const played = made(options, world);
    for (const some of chunks(played)) await Promise.all(some.map((one) => begin(store, one)));
    for (const { from, to } of world.outages) {
      await runAll(played, (one) => one.runUntil(stage, from));
      await store.close();
      store = await openStore();
      await store.firings.lookAtAll(new Date(to).toISOString());
      const newBank = withOfficialCalendar(stage.bank, dayIn(world.zone, new Date(to).toISOString()));
      stage = { ...stage, store, bank: newBank, lifeBank: createLifeBank(newBank) };
      await runAll(played, (one) => one.restart(stage, to));
    }
    await runAll(played, (one) => one.runUntil(stage, world.end));
    const figures = await count(played, stage, options.days);
    return { figures, played, world, bank: stage.bank };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function made({ cases, days, seed }: { cases: number; days: number; seed: number }, world: World): PlayedCase[] {
  const random = randomOf(seed);
  // The last weeks bring no new ones, so that most cases are seen to their end.
  const span = (world.end - world.start) * Math.max(0.5, 1 - 20 / days);
  return Array.from({ length: cases }, (_, n) => {
    const receivedAt = Math.floor(world.start + random.next() * span);
    return new PlayedCase(`case-${n + 1}`, receivedAt, randomOf(seed * 1_000_003 + n));
  });
}

async function begin(store: SqliteStore, { conversation: id, receivedAt }: PlayedCase): Promise<void> {
  const at = new Date(receivedAt).toISOString();
  const identity = { channel: "web", externalId: id, strength: "anonymous" } as const;
  const context = { now: at, id: () => randomUUID(), record: () => "R-0" };
  const { events, state } = open(
    { type: "open", id, channel: "web", identity: "anonymous", language: "zh-Hans" },
    context,
  );
  await store.startConversation({ id, channel: "web", identity, at, state, events, messages: [], effects: [] });
}

async function runAll(played: readonly PlayedCase[], run: (one: PlayedCase) => Promise<void>): Promise<void> {
  for (const some of chunks(played)) await Promise.all(some.map(run));
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, n) =>
    all.slice(n * AT_A_TIME, (n + 1) * AT_A_TIME),
  );
}

/** As if the State Council's notice had come while the server was down: a longer holiday, and a Saturday worked for it. */
function withOfficialCalendar(bank: Bank, today: string): Bank {
  const name = bank.profile.calendar;
  const years = bank.calendars.get(name) ?? [];
  const provisional = years.find((year) => year.status === "provisional" && year.year <= Number(today.slice(0, 4)));
  if (!provisional || years.some((year) => year.year === provisional.year && year.status === "official")) return bank;
  const { year, daysOff } = provisional;
  const official: CalendarYear = {
    ...provisional,
    status: "official",
    adopted: today,
    source: "made up for the simulation",
    daysOff: daysOff.map((off) => (off.from.slice(5, 7) === "02" ? { ...off, to: `${year}-02-11` } : off)),
    workdays: year === 2027 ? ["2027-02-20"] : [],
  };
  const calendars = new Map(bank.calendars).set(name, [...years, official]);
  return { ...bank, calendars, calendar: new Map(bank.calendar).set(year, official) };
}

async function count(played: readonly PlayedCase[], stage: Stage, days: number): Promise<CaseFigures> {
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
