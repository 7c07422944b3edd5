/** The world around made-up cases: when the server is down, when the core system is, and who of the staff is there. */
import type { Bank } from "../../bank/bank.ts";
import type { StaffMember } from "../../bank/files/staff.ts";
import type { Person } from "../../cases/life/command.ts";
import { addDays, instantAt, localTime } from "../../cases/zone.ts";
import type { Random } from "../random.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Times in ms; the end is not included. */
export interface Stretch {
  from: number;
  to: number;
}

export interface World {
  zone: string;
  start: number;
  end: number;
  /** The server is down: nobody acts, nothing fires. Ends with a restart. */
  outages: readonly Stretch[];
  /** The core system answers nothing. */
  coreDown: Stretch;
  /** The instant itself, or the restart when the server is down then. */
  up(ms: number): number;
  /** Of the time from one instant to another that in which the server was up, ms. */
  upBetween(from: number, to: number): number;
  /** A working hour of the staff, `hours` of them later, jittered: nobody acts at night or at the weekend. */
  atWork(ms: number, hours: number): number;
  /** The core has answered a call made at that instant: at once, after retries, or slowly once it is back. */
  coreAnswers(ms: number, random: Random): number;
  /** Everybody who works cases. */
  workers: readonly StaffMember[];
  person(id: string): Person | null;
  /** Somebody of the department who works cases and is not on holiday; of the role where one is named. */
  somebody(
    ms: number,
    random: Random,
    wanted: { department?: string; role?: StaffMember["role"]; not?: string[] },
  ): Person;
  onHoliday(id: string, ms: number): boolean;
}

/** Cases an agent ends in a day. */
const ENDED_A_DAY = 5;

/** The bank with as many agents as so many cases a day need: everybody of the file is there that often. */
export function staffedFor(bank: Bank, casesADay: number): Bank {
  const agents = bank.staff.filter(({ role }) => role === "agent");
  const times = Math.ceil(casesADay / (agents.length * ENDED_A_DAY));
  const more = Array.from({ length: Math.max(0, times - 1) }, (_, n) =>
    agents.map((one) => ({ ...one, id: `${one.id}-${n + 2}`, number: `${one.number}-${n + 2}` })),
  );
  return { ...bank, staff: [...bank.staff, ...more.flat()] };
}

/** A restart in the night, one in office hours, a week's outage, and a crash in the afternoon. */
const OUTAGES = [
  { day: 0.14, hour: 3, lasts: 20 * MINUTE_MS },
  { day: 0.35, hour: 10, lasts: 40 * MINUTE_MS },
  { day: 0.55, hour: 11, lasts: 7 * DAY_MS },
  { day: 0.8, hour: 16.45, lasts: 15 * MINUTE_MS },
];

/** `start` is an ISO date. */
export function createWorld(bank: Bank, start: string, days: number): World {
  const { zone } = bank.profile;
  const begin = instantAt(start, 0, zone);
  const outages = OUTAGES.map(({ day, hour, lasts }) => {
    const from = instantAt(addDays(start, Math.floor(day * days)), 0, zone) + Math.round(hour * HOUR_MS);
    return { from, to: from + Math.min(lasts, (days * DAY_MS) / 10) };
  });
  const coreFrom = instantAt(addDays(start, Math.floor(0.25 * days)), 0, zone) + 9 * HOUR_MS;
  const coreDown = { from: coreFrom, to: coreFrom + DAY_MS };
  const workers = bank.staff.filter((one) => ["agent", "lead", "office", "manager"].includes(one.role));
  const up = (ms: number) => outages.reduce((at, { from, to }) => (from <= at && at < to ? to : at), ms);

  function onHoliday(id: string, ms: number): boolean {
    // A week in seven for everybody, each another one.
    const turn = workers.findIndex((one) => one.id === id);
    return Math.floor((ms - begin) / (7 * DAY_MS)) % 7 === turn % 7;
  }

  function atWork(ms: number, hours: number): number {
    let at = ms;
    for (let left = hours; left > 0; ) {
      const { day, minutes } = localTime(at, zone);
      const opens = instantAt(day, 9 * 60, zone);
      const closes = instantAt(day, 17 * 60 + 30, zone);
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      if (weekend || at >= closes || minutes >= 17 * 60 + 30) at = instantAt(addDays(day, 1), 9 * 60, zone);
      else if (at < opens) at = opens;
      else {
        const worked = Math.min(left * HOUR_MS, closes - at);
        at += worked;
        left -= worked / HOUR_MS;
        if (left < 1e-9) break;
      }
    }
    return Math.round(at);
  }

  const personOf = ({ id, role, tier, department, outlet }: StaffMember): Person => ({
    id,
    role,
    tier,
    department,
    outlet,
  });
  return {
    zone,
    start: begin,
    end: instantAt(addDays(start, days), 0, zone),
    outages,
    coreDown,
    up,
    upBetween: (from, to) =>
      outages.reduce(
        (left, outage) => left - Math.max(0, Math.min(to, outage.to) - Math.max(from, outage.from)),
        to - from,
      ),
    atWork,
    workers,
    coreAnswers(ms, random) {
      const { from, to } = coreDown;
      if (ms < from) return ms + random.next() * 5000;
      // Retries find it back within ten minutes; for half a day it is slow.
      if (ms < to) return to + random.next() * 10 * MINUTE_MS;
      return ms + random.next() * (ms < to + DAY_MS / 2 ? 120_000 : 5000);
    },
    person(id) {
      const found = workers.find((one) => one.id === id);
      return found ? personOf(found) : null;
    },
    somebody(ms, random, { department, role, not = [] }) {
      const fit = workers.filter(
        (one) =>
          (department === undefined || one.department === department) &&
          (role === undefined || one.role === role) &&
          !not.includes(one.id),
      );
      const there = fit.filter((one) => !onHoliday(one.id, ms));
      return personOf(random.pick(there.length > 0 ? there : fit.length > 0 ? fit : workers));
    },
    onHoliday,
  };
}
