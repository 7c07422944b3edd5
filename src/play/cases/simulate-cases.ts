/** Thousands of made-up cases through months of virtual days, over a real store that is closed and opened again. */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { Bank } from "../../bank/bank.ts";
import type { CalendarYear } from "../../bank/files/calendar.ts";
import { createLifeBank } from "../../cases/life/life-bank.ts";
import { dayIn } from "../../cases/zone.ts";
import { open } from "../../flows/decide.ts";
import { openSqliteStore, type SqliteStore } from "../../store/sqlite/open.ts";
import { randomOf } from "../random.ts";
import { comings } from "./comings.ts";
import { type CaseFigures, count } from "./figures.ts";
import { createOffering } from "./offering.ts";
import { PlayedCase, type Stage } from "./one-case.ts";
import { playUntil } from "./timetable.ts";
import { createWorld, staffedFor, type World } from "./world.ts";

export interface SimulatedCases {
  figures: CaseFigures;
  played: PlayedCase[];
  world: World;
  /** The bank as it was after the last restart. */
  bank: Bank;
}

/** Files that need not outlive a power cut: a real store, without waiting for a disk. */
const IN_MEMORY = "/dev/shm";
/** Cases that are written at a time share the store's commits. */
const AT_A_TIME = 2500;

export async function simulateCases(
  shipped: Bank,
  options: { cases: number; days: number; seed: number; start: string },
): Promise<SimulatedCases> {
  const { cases, days, seed, start } = options;
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), "tingsu-cases-"));
  const masterKey = randomBytes(32);
  const bank = staffedFor(shipped, cases / days);
  const world = createWorld(bank, start, days);
  const openStore = () => openSqliteStore({ file: join(folder, "cases.sqlite"), masterKey });
  let store = await openStore();
  const log = pino({ level: "error", base: null }, pino.destination({ dest: 2, sync: true }));
  let stage: Stage = { world, bank, lifeBank: createLifeBank(bank), store, log, core: new Map() };
  try {
    const played = made(options, world);
    const byKey = new Map(played.map((one) => [one.key, one]));
    const coming = comings(bank, world, days, randomOf(seed + 1));
    for (const some of chunks(played)) await Promise.all(some.map((one) => begin(store, one)));
    for (const { from, to } of world.outages) {
      await playUntil(stage, { played, offering: createOffering(stage, byKey, coming), until: from });
      await store.close();
      store = await openStore();
      await store.firings.lookAtAll(new Date(to).toISOString());
      const newBank = withOfficialCalendar(stage.bank, dayIn(world.zone, new Date(to).toISOString()));
      stage = { ...stage, store, bank: newBank, lifeBank: createLifeBank(newBank) };
      for (const some of chunks(played)) await Promise.all(some.map((one) => one.restart(stage, to)));
    }
    await playUntil(stage, { played, offering: createOffering(stage, byKey, coming), until: world.end });
    const figures = await count(played, stage, days);
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
