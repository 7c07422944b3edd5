/** Any order of things that may happen to a case, plausible or not. */
import fc from "fast-check";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import {
  closed,
  contacted,
  graded,
  granted,
  happened,
  noticeGiven,
  registered,
  restarted,
  waitBegun,
  waitEnded,
} from "./timeline.ts";

const WAITS = ["facts", "documents", "mediation", "outside-appraisal", "other-department"] as const;
const MINUTE = 60_000;

type Step = (at: string, n: number) => CaseEvent[];

const days = (at: string, count: number): string => new Date(Date.parse(at) + count * 86_400_000).toISOString();

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...WAITS).map(
      (reason): Step =>
        (at, n) => [waitBegun(at, reason, `w${n}`, days(at, 4))],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(2).map(
      (wait): Step =>
        (at, n) => [noticeGiven(at, `told-w${n - 1 - wait}`, "waiting")],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat(2).map(
      (wait): Step =>
        (at, n) => [waitEnded(at, `w${n - 1 - wait}`)],
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>((at, n) => [noticeGiven(at, `n${n}`)]) },
  { weight: 1, arbitrary: fc.constant<Step>((at) => [contacted(at)]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("ordinary" as const, "complex" as const, "major" as const).map(
      (grade): Step =>
        (at) => [graded(at, grade)],
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((at) => [restarted(at)]) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: -2, max: 25 }), fc.integer({ min: 1, max: 50 })).map(
      ([from, to]): Step =>
        (at, n) => [granted(at, days(at, from).slice(0, 10), days(at, to).slice(0, 10), `x${n % 2}`)],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(1).map(
      (x): Step =>
        (at) => [noticeGiven(at, `told-x${x}`, "extension")],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>((at, n) => [
      happened(at, { type: "promised", promise: `p${n % 2}`, words: "", until: days(at, 1.4) }),
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1).map(
      (p): Step =>
        (at) => [happened(at, { type: "promise-moved", promise: `p${p}`, until: days(at, 2.1), reason: "" })],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1).map(
      (p): Step =>
        (at) => [happened(at, { type: "promise-kept", promise: `p${p}` })],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>((at) => [happened(at, { type: "accepted", owner: { id: "a", department: "d" } })]),
  },
  { weight: 1, arbitrary: fc.constant<Step>((at) => [happened(at, { type: "released", why: "went-silent" })]) },
  { weight: 1, arbitrary: fc.constant<Step>((at, n) => [noticeGiven(at, `d${n}`, "decision")]) },
  { weight: 1, arbitrary: fc.constant<Step>((at) => [closed(at, days(at, 7))]) },
  {
    weight: 1,
    arbitrary: fc.constant<Step>((at) => [happened(at, { type: "calendar-adopted", calendar: "cn", year: 2027 })]),
  },
);

/** Sorted by time, with the registration first; packs of three zones. Begins between November 2025 and December 2026. */
export const timeline: fc.Arbitrary<CaseEvent[]> = fc
  .record({
    pack: fc.constantFrom(
      "cn-nfra-2020-3",
      "cn-nfra-2020-3",
      "cn-pboc-2020-5",
      "uk-fca-disp",
      "us-cfpb-portal",
      "au-asic-rg271",
    ),
    grade: fc.constantFrom("ordinary" as const, "complex" as const),
    begins: fc.integer({ min: Date.UTC(2026, 0, 2) / MINUTE, max: Date.UTC(2026, 11, 15) / MINUTE }),
    late: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4000 })),
    steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 6000 }), step), { maxLength: 14 }),
  })
  .map(({ pack, grade, begins, late, steps }) => {
    const instant = (minute: number) => new Date(minute * MINUTE).toISOString();
    const events = [registered(instant(begins), { at: instant(begins + late), pack, grade })];
    let now = begins + late;
    steps.forEach(([gap, make], n) => {
      now += gap;
      events.push(...make(instant(now), n));
    });
    return events;
  });
