/** Every figure of a report, counted again from the journal in the plainest way there is. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { AXES, type Figures } from "../../../src/desk/reports/figures.ts";
import type { ReportView } from "../../../src/desk/reports/reports.ts";
import { FIGURE } from "../../../src/desk/reports/words.ts";
import type { Event } from "../../../src/flows/conversation.ts";
import { createWorld, type World } from "../bank-of-tests.ts";
import { granted } from "../outcomes.ts";
import { populate } from "./population.ts";

const HOUR = 3_600_000;
/** Asia/Shanghai has had no other offset since 1991. */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 10);

/** One complaint as its journal tells it. */
interface Told {
  events: Event[];
  life: readonly CaseEvent[];
  staffWrote: string[];
  channel: string;
}
type Of<T extends Event["type"]> = Extract<Event, { type: T }>;

const all = <T extends Event["type"]>({ events }: Told, type: T): Of<T>[] =>
  events.flatMap((event) => (isOf(event, type) ? [event] : []));
const isOf = <T extends Event["type"]>(event: Event, type: T): event is Of<T> => event.type === type;
const receiptOf = (told: Told): string => all(told, "complaint-recorded")[0]?.receivedAt ?? "";
const dueOf = (told: Told): string | null => all(told, "case-requested").at(-1)?.due ?? null;

/** How it ended last, unless it was taken up again since. */
function endOf({ events }: Told): { how: "resolved" | "settled" | "withdrawn"; at: string } | null {
  let end: ReturnType<typeof endOf> = null;
  for (const event of events) {
    if (event.type === "matter-resolved") end = { how: "resolved", at: event.at };
    if (event.type === "matter-settled") end = { how: "settled", at: event.at };
    if (event.type === "matter-withdrawn") end = { how: "withdrawn", at: event.at };
    if (event.type === "matter-reopened") end = null;
  }
  return end;
}

function firstAnswer({ staffWrote, life }: Told): string | null {
  const rung = life.flatMap((event) => (event.type === "customer-contacted" ? [event.at] : []));
  return [...staffWrote, ...rung].sort()[0] ?? null;
}

const satisfied = ({ life }: Told): boolean | null =>
  life.flatMap((event) => (event.type === "called-back" ? [event.satisfied] : [])).at(-1) ?? null;

/** The customer's own marks for one of the two questions, the last counts. */
const marksFor = (told: Told, question: "solved" | "manner"): number[] =>
  all(told, "satisfaction-answered")
    .flatMap((event) => (event.question === question ? [event.mark] : []))
    .slice(-1);

const repeated = (told: Told): boolean =>
  all(told, "risk-raised").some(({ risk }) => risk.slug === "repeat") ||
  told.life.some((event) => event.type === "registered" && event.links.some(({ as }) => as === "repeat"));

function lastEmotion({ events }: Told): number {
  const felt = events.flatMap((event) =>
    event.type === "complaint-recorded" || event.type === "matter-continued" ? [event.emotion] : [],
  );
  return felt.at(-1) ?? 0;
}

/** The smallest value that so many hundredths of all don't exceed. */
function nth(values: number[], percent: number): number | null {
  for (const value of [...values].sort((a, b) => a - b)) {
    if (values.filter((one) => one <= value).length * 100 >= percent * values.length) return value;
  }
  return null;
}
const mean = (values: number[]) => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length);
const hundredths = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole);

function recount(told: readonly Told[], today: string): Figures {
  const ended = (how: string) => told.filter((one) => endOf(one)?.how === how);
  const withCase = told.filter((one) => dueOf(one) !== null);
  const late = withCase.filter((one) => dayOf(endOf(one)?.at ?? `${today}T00:00:00Z`) > (dueOf(one) ?? ""));
  const kept = withCase.filter((one) => endOf(one) !== null && !late.includes(one));
  const explained = ended("settled").filter((one) => dueOf(one) === null);
  const hours = told.flatMap((one) => {
    const at = firstAnswer(one);
    return at === null ? [] : [(Date.parse(at) - Date.parse(receiptOf(one))) / HOUR];
  });
  const days = ended("resolved").map(
    (one) => (Date.parse(endOf(one)?.at ?? "") - Date.parse(receiptOf(one))) / HOUR / 24,
  );
  const called = told.filter((one) => satisfied(one) !== null);
  return {
    volume: told.length,
    handedOver: withCase.length,
    handedOverShare: hundredths(withCase.length, told.length),
    botResolved: explained.length,
    botResolvedShare: hundredths(explained.length, told.length),
    withdrawn: ended("withdrawn").length,
    resolved: ended("resolved").length,
    open: told.filter((one) => endOf(one) === null).length,
    reopened: told.filter((one) => all(one, "matter-reopened").length > 0).length,
    repeat: told.filter(repeated).length,
    kept: kept.length,
    late: late.length,
    keptShare: hundredths(kept.length, kept.length + late.length),
    calledBack: called.length,
    satisfiedShare: hundredths(called.filter((one) => satisfied(one) === true).length, called.length),
    firstAnswerMedian: nth(hours, 50),
    firstAnswerNinety: nth(hours, 90),
    closeMedian: nth(days, 50),
    closeNinety: nth(days, 90),
    emotionFirst: mean(told.map((one) => all(one, "complaint-recorded")[0]?.emotion ?? 0)),
    emotionLatest: mean(told.map(lastEmotion)),
    marked: told.filter((one) => all(one, "satisfaction-answered").length > 0).length,
    // "Is it solved?" is marked 5 for yes and 1 for no.
    markedSolved: told.filter((one) => marksFor(one, "solved").includes(5)).length,
    lowMarks: told.filter((one) => all(one, "satisfaction-answered").some(({ callBackBy }) => callBackBy !== null))
      .length,
    mannerMean: mean(told.flatMap((one) => marksFor(one, "manner"))),
  };
}

describe("a report agrees with the journal", { timeout: 60_000 }, () => {
  let world: World;
  let journal: Told[];
  let view: ReportView;
  const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };
  const of = (month: string) => journal.filter((one) => dayOf(receiptOf(one)).startsWith(month));

  beforeAll(async () => {
    world = await createWorld();
    await populate(world, 240, 7);
    journal = await read(world);
    const report = await world.desk.reports?.report(world.person("meng-qi"), { ...OCTOBER, only: {} });
    if (!report) throw new Error("the desk makes no reports");
    view = granted(report);
  });
  afterAll(() => world.close());

  it.each(Object.keys(FIGURE))("in %s, of the month and of the month before", (name) => {
    const expected: Record<string, number | null> = { ...recount(of("2026-10"), "2026-12-05") };
    const before: Record<string, number | null> = { ...recount(of("2026-09"), "2026-12-05") };
    const shown: Record<string, number | null> = { ...view.figures };
    const shownBefore: Record<string, number | null> = { ...view.figuresBefore };
    // A figure that is nothing in this population would prove nothing.
    expect(expected[name], name).toBeGreaterThan(0);
    expect(shown[name]).toBeCloseTo(expected[name] ?? Number.NaN, 6);
    expect(shownBefore[name]).toBeCloseTo(before[name] ?? Number.NaN, 6);
  });

  it("in every value of every axis", () => {
    const values: Record<(typeof AXES)[number], (one: Told) => string> = {
      business: (one) => all(one, "complaint-recorded")[0]?.business ?? "",
      reason: (one) => all(one, "complaint-recorded")[0]?.reason ?? "",
      venue: (one) => all(one, "complaint-recorded")[0]?.venue ?? "",
      outlet: (one) => (all(one, "fact-learnt").some(({ fact }) => fact.text === "滨江支行") ? "binjiang" : ""),
      department: (one) => all(one, "case-requested").at(-1)?.department ?? "",
      cause: (one) => all(one, "matter-resolved").findLast(({ cause }) => cause)?.cause ?? "",
      grade: (one) => one.life.flatMap((event) => (event.type === "registered" ? [event.grade.value] : []))[0] ?? "",
      channel: (one) => one.channel,
    };
    for (const axis of AXES) {
      const counts: Record<string, number> = {};
      for (const one of of("2026-10")) counts[values[axis](one)] = (counts[values[axis](one)] ?? 0) + 1;
      const rows = view.axes.find((each) => each.axis === axis)?.rows ?? [];
      expect(Object.fromEntries(rows.map(({ slug, count }) => [slug, count])), axis).toEqual(counts);
    }
  });

  it("in every day, and in the lines under the charts", () => {
    for (const { day, count } of view.days) expect(of(day).length, day).toBe(count);
    const ends = Object.fromEntries(
      of("2026-10").map((one) => [all(one, "complaint-recorded")[0]?.record, endOf(one)]),
    );
    for (const { record, resolvedOn } of view.lines) {
      const end = ends[record];
      expect(resolvedOn, record).toBe(end ? dayOf(end.at) : null);
    }
  });
});

async function read({ store }: World): Promise<Told[]> {
  const out: Told[] = [];
  for (const { conversation } of await store.records({ limit: 1_000 })) {
    const loaded = await store.load(conversation);
    const events = (await store.events(conversation)).flatMap(({ event }) => event ?? []);
    const key = events.flatMap((event) => (event.type === "case-requested" ? [event.key] : [])).at(-1);
    const life = key === undefined ? [] : ((await store.lives.load(key))?.events ?? []);
    const messages = await store.messages(conversation, { after: 0, limit: 500 });
    const staffWrote = messages.flatMap(({ author, at }) => (author.kind === "staff" ? [at] : []));
    out.push({ events, life, staffWrote, channel: loaded?.state.channel ?? "" });
  }
  return out;
}
