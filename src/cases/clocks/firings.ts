/** What is due to be said about a case, and has not been. Pure. */
import type { Point, Recipient, Reminders } from "../../bank/files/reminders.ts";
import type { Bilingual } from "../../bank/terms.ts";
import type { CaseEvent } from "../life/events.ts";
import { type Clock, type ClockSetup, clockKey } from "./clock.ts";
import { isoDay } from "./day.ts";
import { clocksOf } from "./derive.ts";
import { marksOf } from "./marks.ts";
import { type PlannedPoint, pointsOf } from "./points.ts";

export interface Firing {
  /** The same key is never fired twice for one case. */
  key: string;
  /** "answer", "promise:p1". */
  clock: string;
  /** Of the clock. */
  names: Bilingual;
  point: string;
  does: Point["does"];
  /** Lowest of the chain first. */
  tells: Recipient[];
  /** ISO instant for which it was planned; later than that after an outage. */
  at: string;
  /** ISO date of the last day, or ISO instant of the end of a clock that counts no days. */
  due: string;
  /** Years of provisional calendars that this date rests on. */
  provisional: number[];
  /** Keys of what was due earlier and is outdated by this one: said with it, not one by one. */
  folded: string[];
}

const CHAIN: readonly Recipient[] = ["handler", "lead", "head", "management", "customer"];

export interface Firings {
  /** In the order in which they were planned. */
  due: Firing[];
  /** The next instant (ISO) at which something will be due if nothing happens; null when nothing will. */
  next: string | null;
}

export interface FiringSetup extends ClockSetup {
  reminders: Reminders;
}

/**
 * `fired` holds the keys of what was fired or folded; `now` is an ISO instant. Nothing fires twice: a key that is
 * there is passed over. Nothing is skipped: of each clock the latest point that has become due is there, with everybody
 * whom the ones before it would have told; what the customer is told apart from what staff are.
 */
export function dueFirings(
  setup: FiringSetup,
  events: readonly CaseEvent[],
  fired: ReadonlySet<string>,
  now: string,
): Firings {
  return firingsOf(setup.reminders, clocksOf(setup, marksOf(events)), fired, Date.parse(now));
}

/** As `dueFirings`, for clocks that are derived already; `now` in ms. */
export function firingsOf(
  reminders: Reminders,
  clocks: readonly Clock[],
  fired: ReadonlySet<string>,
  now: number,
): Firings {
  const due: { at: number; firing: Firing }[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const clock of clocks) {
    const open = pointsOf(clock, reminders, now).filter((point) => !fired.has(point.key));
    for (const point of open) if (point.at > now) next = Math.min(next, point.at);
    const reached = open.filter((point) => point.at <= now).sort((a, b) => a.at - b.at);
    // A word owed to the customer is not made up for by telling somebody else.
    for (const toCustomer of [true, false]) {
      const points = reached.filter(({ point }) => point.tells.includes("customer") === toCustomer);
      const last = points.at(-1);
      if (last) due.push({ at: last.at, firing: folded(clock, last, points.slice(0, -1)) });
    }
  }
  return {
    due: due.sort((a, b) => a.at - b.at).map(({ firing }) => firing),
    next: Number.isFinite(next) ? new Date(next).toISOString() : null,
  };
}

function folded(clock: Clock, last: PlannedPoint, earlier: readonly PlannedPoint[]): Firing {
  const tells = new Set([...earlier, last].flatMap(({ point }) => point.tells));
  const end = clock.end?.day ?? null;
  return {
    key: last.key,
    clock: clockKey(clock),
    names: clock.spec.names,
    point: last.point.point,
    does: last.point.does,
    tells: CHAIN.filter((one) => tells.has(one)),
    at: new Date(last.at).toISOString(),
    due: end === null ? new Date(clock.end?.at ?? last.at).toISOString() : isoDay(end),
    provisional: [...clock.provisional],
    folded: earlier.map((point) => point.key),
  };
}
