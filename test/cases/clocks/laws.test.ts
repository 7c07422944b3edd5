import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockKey } from "../../../src/cases/clocks/clock.ts";
import { isoDay } from "../../../src/cases/clocks/day.ts";
import { clocksOf } from "../../../src/cases/clocks/derive.ts";
import { dueFirings, type Firing, type FiringSetup } from "../../../src/cases/clocks/firings.ts";
import { marksOf } from "../../../src/cases/clocks/marks.ts";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { shippedBank } from "../shipped-bank.ts";
import { timeline } from "./arbitrary-timeline.ts";
import { slowClocks } from "./slow-clocks.ts";
import { type Outage, slowFirings } from "./slow-firings.ts";
import { setup } from "./timeline.ts";

const year = shippedBank.calendars.get("cn")?.find((each) => each.year === 2027);
if (!year) throw new Error("no calendar of 2027");
/** An official calendar of 2027 has come in December, with other days off. */
const official = { ...year, status: "official" as const, adopted: "2026-12-10", workdays: ["2027-01-10"] };
const calendars = new Map([
  ...shippedBank.calendars,
  ["cn", [...(shippedBank.calendars.get("cn") ?? []), { ...official, daysOff: [...year.daysOff, NEW_YEAR()] }]],
]);
function NEW_YEAR() {
  return { from: "2027-01-02", to: "2027-01-04", names: { zh: "元旦", en: "New Year's Day" } };
}
const given = (events: readonly CaseEvent[]): FiringSetup => ({ ...setup(events), calendars });

const ends = (events: readonly CaseEvent[]): Record<string, string | null> =>
  Object.fromEntries(
    clocksOf(given(events), marksOf(events)).map((clock) => {
      const day = clock.end?.day ?? null;
      const end = clock.end === null ? null : day === null ? new Date(clock.end.at).toISOString() : isoDay(day);
      return [`${clock.pack.pack}/${clockKey(clock)}/${clock.run.run}/${clock.run.endedAt !== null}`, end];
    }),
  );

/** What a clerk that looks at the right moments says of a case, and when. */
function said(events: readonly CaseEvent[], until: number, outages: readonly Outage[] = []) {
  const setupHere = given(events);
  const firings: (Firing & { said: number })[] = [];
  const fired = new Set<string>();
  const up = (ms: number) => outages.reduce((time, [from, to]) => (from <= time && time < to ? to : time), ms);
  let known: CaseEvent[] = [];
  function look(now: number): string | null {
    const { due, next } = dueFirings(setupHere, known, fired, new Date(now).toISOString());
    for (const firing of due) {
      firings.push({ ...firing, said: now });
      for (const key of [firing.key, ...firing.folded]) {
        expect(fired.has(key)).toBe(false);
        fired.add(key);
      }
    }
    return next;
  }
  function lookUntil(end: number): void {
    let now = known.length === 0 ? end : up(Date.parse(known.at(-1)?.at ?? ""));
    if (now > end) return;
    for (;;) {
      const next = look(now);
      if (next === null) return;
      now = up(Math.max(Date.parse(next), now));
      if (now > end) return;
    }
  }
  for (const event of events) {
    const at = Date.parse(event.at);
    if (known.length > 0) lookUntil(at);
    known = [...known, event];
  }
  lookUntil(until);
  return firings;
}

describe("the clocks of a case", () => {
  it("end as the slow way says, day by day", () => {
    fc.assert(
      fc.property(timeline, (events) => {
        const slow = slowClocks(given(events), events).map(({ pack, name, run, over, due }) => [
          `${pack.pack}/${name}/${run}/${over}`,
          due,
        ]);
        expect(ends(events)).toEqual(Object.fromEntries(slow));
      }),
      { numRuns: 2000 },
    );
  });

  it("never move but by an event: nothing else is asked, and the same events give the same ends", () => {
    fc.assert(
      fc.property(timeline, (events) => {
        expect(ends(structuredClone(events))).toEqual(ends(events));
      }),
      { numRuns: 200 },
    );
  });

  it("do not move by an event that says nothing of them", () => {
    const idle = (at: string): CaseEvent[] => [
      { at, by: { kind: "clock" }, cause: "x", type: "reminded", clock: "answer", to: null },
      { at, by: { kind: "clock" }, cause: "x", type: "escalated", level: 1, to: null, clock: null, reason: null },
      { at, by: { kind: "rule" }, cause: "x", type: "numbered", number: "C-1" },
      { at, by: { kind: "customer" }, cause: "x", type: "supplemented", messages: ["m"] },
    ];
    fc.assert(
      fc.property(timeline, fc.nat(3), (events, which) => {
        const event = idle(events.at(-1)?.at ?? "")[which];
        expect(ends([...events, ...(event ? [event] : [])])).toEqual(ends(events));
      }),
      { numRuns: 200 },
    );
  });

  it("do not move because the official calendar was put into the folder", () => {
    fc.assert(
      fc.property(timeline, (events) => {
        const early = events.filter((event) => event.type !== "calendar-adopted");
        const first = early[0];
        fc.pre(first?.type === "registered" && first.receivedAt < "2026-12-09");
        const before = clocksOf(setup(early), marksOf(early)).map((clock) => clock.end);
        expect(clocksOf(given(early), marksOf(early)).map((clock) => clock.end)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what clocks say", () => {
  /** Three weeks after the last event. */
  const endOf = (events: readonly CaseEvent[]) => Date.parse(events.at(-1)?.at ?? "") + 21 * 86_400_000;

  it("is said once, each at its moment, as the slow way tells it", () => {
    fc.assert(
      fc.property(timeline, (events) => {
        const end = endOf(events);
        const slow = slowFirings(given(events), events, end).map(({ key, at, folded }) => ({ key, at, folded }));
        const fast = said(events, end).map((firing) => ({ key: firing.key, at: firing.said, folded: firing.folded }));
        expect(inOrder(fast)).toEqual(inOrder(slow));
      }),
      { numRuns: 150 },
    );
  });

  it("is not lost in a week's outage, and what is outdated is said with the latest", () => {
    fc.assert(
      fc.property(timeline, fc.integer({ min: 0, max: 12 }), (events, later) => {
        // Nothing happens to a case while the server is down.
        const end = endOf(events);
        const last = Date.parse(events.at(-1)?.at ?? "");
        const from = last + later * 86_400_000;
        const outage: Outage = [from, from + 7 * 86_400_000];
        const slow = slowFirings(given(events), events, end, [outage]);
        const fast = said(events, end, [outage]).map((firing) => ({
          key: firing.key,
          at: firing.said,
          folded: firing.folded,
        }));
        expect(inOrder(fast)).toEqual(inOrder(slow));
        // With and without an outage the same has been said in the end.
        const keys = (all: { key: string; folded: string[] }[]) =>
          all.flatMap(({ key, folded }) => [key, ...folded]).sort();
        expect(keys(fast)).toEqual(keys(said(events, end)));
      }),
      { numRuns: 60 },
    );
  });
});

const inOrder = <T extends { key: string; at: number }>(all: T[]): T[] =>
  all.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
