/** All cases and the office in one time: what the staff get depends on what their colleagues have. */
import type { Offering } from "./offering.ts";
import type { PlayedCase, Stage } from "./one-case.ts";

/** Cases wait so long at most until somebody is looked for, ms. What happens within it shares the store's commits. */
export const BEAT = 60_000;

/** Plays everything before `until` (ms), in order, beat by beat. */
export async function playUntil(
  stage: Stage,
  { played, offering, until }: { played: readonly PlayedCase[]; offering: Offering; until: number },
): Promise<void> {
  // By place: thousands of cases are looked through for each of tens of thousands of beats.
  const next = Float64Array.from(played, (one) => one.nextAt(stage));
  const placeOf = new Map(played.map((one, place) => [one, place]));
  const moved = (ones: Iterable<PlayedCase>) => {
    for (const one of ones) {
      const place = placeOf.get(one);
      if (place !== undefined) next[place] = one.nextAt(stage);
    }
  };
  for (;;) {
    const first = Math.min(offering.next(), soonest(next));
    if (first >= until) return;
    const end = Math.min(until, (Math.floor(first / BEAT) + 1) * BEAT);
    const moving = before(end, next).flatMap((place) => played[place] ?? []);
    await Promise.all(moving.map((one) => one.runUntil(stage, end)));
    moved(moving);
    const wanted = offering.next() <= end || moving.some((one) => one.isUnowned());
    if (wanted && end < until) moved(await offering.look(end));
  }
}

function before(end: number, times: Float64Array): number[] {
  const places: number[] = [];
  let place = 0;
  for (const at of times) {
    if (at < end) places.push(place);
    place += 1;
  }
  return places;
}

function soonest(times: Float64Array): number {
  let first = Number.POSITIVE_INFINITY;
  for (const at of times) if (at < first) first = at;
  return first;
}
