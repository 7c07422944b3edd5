import type { Occurred } from "./reading.ts";

/** Adds minutes to an ISO instant; the result is in UTC. Pure: parses its argument, reads no clock. */
export const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** Whole days between two instants. */
export const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);

/**
 * The hours of one day moved to another: "不对，是18号" of "19号下午三点". Instants carry the zone's offset, which is
 * kept: banks' own zones change it at night at most, and the customer reads the result back.
 */
export function onDay(hours: Occurred, day: Occurred): Occurred {
  const offset = /(?:[+-]\d{2}:\d{2}|Z)$/u.exec(hours.from)?.[0] ?? "Z";
  const midnight = Date.parse(`${hours.from.slice(0, 10)}T00:00:00${offset}`);
  const move = Date.parse(day.from) - midnight;
  const moved = (instant: string) => withOffset(Date.parse(instant) + move, offset);
  return { from: moved(hours.from), to: moved(hours.to), precision: hours.precision };
}

function withOffset(instant: number, offset: string): string {
  if (offset === "Z") return new Date(instant).toISOString();
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  const ahead = (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return `${new Date(instant + ahead).toISOString().slice(0, 19)}${offset}`;
}
