/** Provisional calendars: what rests on them, and when the official one is taken over. */
import type { CalendarYear } from "../../bank/files/calendar.ts";
import { type Clock, clockKey } from "./clock.ts";
import { dayNumber, isoDay, local } from "./day.ts";
import type { FiringSetup } from "./firings.ts";
import type { ClockMark } from "./marks.ts";

export interface Adoption {
  calendar: string;
  year: number;
}

/** Official calendars that are there and that a running clock of the case does not go by yet. */
export function adoptionsOf(setup: FiringSetup, clocks: readonly Clock[], marks: readonly ClockMark[]): Adoption[] {
  const receipt = marks.find((mark) => mark.type === "mark" && mark.mark === "receipt");
  const wanted = clocks.flatMap((clock) => {
    const { calendar, zone } = clock.pack;
    if (calendar === null || clock.run.endedAt !== null || !receipt) return [];
    const received = local(receipt.at, zone).day;
    return clock.provisional
      .filter((year) => officialOf(setup.calendars.get(calendar) ?? [], year, received))
      .map((year) => ({ calendar, year }));
  });
  return wanted.filter(
    (one, index) => wanted.findIndex((other) => other.calendar === one.calendar && other.year === one.year) === index,
  );
}

function officialOf(years: readonly CalendarYear[], year: number, received: number): boolean {
  return years.some(
    (one) =>
      one.year === year && one.status === "official" && one.adopted !== null && dayNumber(one.adopted) > received,
  );
}

/** Running clocks whose last day may move when the official calendar comes: for lists and warnings. */
export function provisionalEnds(clocks: readonly Clock[]): { clock: string; due: string; years: number[] }[] {
  return clocks.flatMap((clock) => {
    const day = clock.end?.day ?? null;
    if (clock.provisional.length === 0 || clock.run.endedAt !== null || day === null) return [];
    return [{ clock: clockKey(clock), due: isoDay(day), years: [...clock.provisional] }];
  });
}
