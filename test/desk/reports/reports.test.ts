import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { csvOf } from "../../../src/desk/reports/csv.ts";
import { AXES } from "../../../src/desk/reports/figures.ts";
import { periodBefore, wholeMonth } from "../../../src/desk/reports/period.ts";
import type { ReportDesk, ReportFilters, ReportView } from "../../../src/desk/reports/reports.ts";
import { CAUSES, type Event } from "../../../src/flows/conversation.ts";
import { createWorld, type World } from "../bank-of-tests.ts";
import { complain } from "../complaints.ts";
import { granted, refused } from "../outcomes.ts";

const NOVEMBER: ReportFilters = { from: "2026-11-01", to: "2026-11-30", only: {} };
const PARTS = { findings: "已查", decision: "已退", grounds: "规定第2条", remedies: "可申请核查" };

describe("reports", () => {
  let world: World;
  let desk: ReportDesk;
  const office = () => world.person("meng-qi");
  const see = async (filters = NOVEMBER, who = office()): Promise<ReportView> =>
    granted(await desk.report(who, filters));

  beforeEach(async () => {
    world = await createWorld();
    if (!world.desk.reports) throw new Error("the desk makes no reports");
    desk = world.desk.reports;
  });
  afterEach(() => world.close());

  /** A month with ten complaints, some of them answered, one in time and one late. */
  async function month(): Promise<void> {
    const cards = { department: "credit-card-centre", business: "credit-card", reason: "pricing" } as const;
    const place = { name: "place", value: "滨江支行", text: "滨江支行", start: 0, end: 4 } as const;
    for (let n = 0; n < 6; n += 1) {
      world.setNow(`2026-11-0${n + 1}T02:00:00.000Z`);
      await complain(world, { ...cards, says: [`年费扣了${n}`], due: "2026-11-20", number: `C-FEE${n}`, emotion: 2 });
    }
    world.setNow("2026-11-10T02:00:00.000Z");
    await complain(world, {
      department: "retail",
      reason: "service-attitude",
      business: "savings",
      says: ["滨江支行排队两小时"],
      facts: [place],
      due: "2026-11-12",
      number: "C-QUEUE",
      risks: [{ slug: "repeat", level: "P2", words: "又" }],
    });
    world.setNow("2026-10-15T02:00:00.000Z");
    await complain(world, { ...cards, says: ["上个月的"], due: "2026-10-30", number: "C-OLD" });
    // Midnight in Shanghai is the month's border, not midnight in Greenwich.
    world.setNow("2026-10-31T16:30:00.000Z");
    await complain(world, { ...cards, says: ["零点半"], due: "2026-11-20", number: "C-MIDNIGHT" });
    for (const [number, at, cause] of [
      ["C-FEE0", "2026-11-03T02:00:00.000Z", "rule"],
      ["C-FEE1", "2026-11-25T02:00:00.000Z", "misunderstanding"],
    ] as const) {
      world.setNow(at);
      const lead = world.person("tang-ruolan");
      granted(await world.desk.take(lead, number));
      granted(await world.desk.reply(lead, number, { clientId: `reply-${number}`, text: "您好，正在查。" }));
      world.pass(60);
      granted(await world.desk.resolve(lead, number, { parts: PARTS, cause }));
    }
    world.setNow("2026-11-28T02:00:00.000Z");
  }

  it("counts what came in the month, beside the month before", async () => {
    await month();
    const { figures, figuresBefore, period, before } = await see();
    expect(period).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(before).toEqual({ from: "2026-10-01", to: "2026-10-31" });
    expect(figures).toMatchObject({ volume: 8, handedOver: 8, resolved: 2, open: 6, repeat: 1, botResolved: 0 });
    expect(figuresBefore).toMatchObject({ volume: 1 });
    // One answered in time, one late; five fees and the queue are open beyond their last day.
    expect(figures).toMatchObject({ kept: 1, late: 7 });
    expect(figures.firstAnswerMedian).toBe(48);
    expect(figures.closeMedian).toBeCloseTo(2 + 1 / 24, 5);
    expect(figures.emotionFirst).toBeCloseTo((6 * 2 + 1 + 1) / 8, 5);
  });

  it("divides them by axis, cause, outlet and day, and every division adds up", async () => {
    await month();
    const { figures, axes, days, lines } = await see();
    for (const { rows } of axes) expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(figures.volume);
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(figures.volume);
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ day: "2026-11-01", count: 2 });
    expect(lines).toHaveLength(figures.volume);
    const counts = (axis: string) =>
      Object.fromEntries(axes.find((one) => one.axis === axis)?.rows.map(({ slug, count }) => [slug, count]) ?? []);
    expect(counts("business")).toEqual({ "credit-card": 7, savings: 1 });
    expect(counts("outlet")).toEqual({ "": 7, binjiang: 1 });
    expect(counts("cause")).toEqual({ "": 6, rule: 1, misunderstanding: 1 });
    for (const axis of AXES) {
      for (const { slug, count } of axes.find((one) => one.axis === axis)?.rows ?? []) {
        expect((await see({ ...NOVEMBER, only: { [axis]: slug } })).figures.volume).toBe(count);
      }
    }
  });

  it("agrees with the journal, counted again from the events", async () => {
    await month();
    const { figures, lines } = await see();
    let recorded = 0;
    let resolved = 0;
    let handedOver = 0;
    const causes: string[] = [];
    const conversations = new Set((await world.store.cases({ limit: 100 })).map(({ conversation }) => conversation));
    for (const conversation of conversations) {
      const events: Event[] = (await world.store.events(conversation)).flatMap(({ event }) => event ?? []);
      const first = events.find((event) => event.type === "complaint-recorded");
      const day = new Date(Date.parse(first?.receivedAt ?? "") + 8 * 3_600_000).toISOString().slice(0, 7);
      if (day !== "2026-11") continue;
      for (const event of events) {
        if (event.type === "complaint-recorded") recorded += 1;
        if (event.type === "case-requested") handedOver += 1;
        if (event.type === "matter-resolved") {
          resolved += 1;
          if (event.cause) causes.push(event.cause);
        }
      }
    }
    expect(figures).toMatchObject({ volume: recorded, resolved, handedOver });
    expect(lines.filter(({ values }) => values.cause !== null)).toHaveLength(causes.length);
  });

  it("shows each person what they may see, and nobody of an outlet what is said of it", async () => {
    await month();
    const lead = await see(NOVEMBER, world.person("tang-ruolan"));
    expect(lead.figures.volume).toBe(7);
    const concerned = world.person("binjiang-office", { role: "office", outlet: "binjiang" });
    const theirs = await see(NOVEMBER, concerned);
    expect(theirs.figures.volume).toBe(7);
    expect(JSON.stringify(theirs)).not.toContain("C-QUEUE");
    expect(JSON.stringify(theirs)).not.toContain("滨江");
    for (const id of ["fang-yi", "pei-an"]) {
      expect(refused(await desk.report(world.person(id), NOVEMBER)).code).toBe("not-allowed");
      expect(world.desk.me(world.person(id)).pages.reports).toBe(false);
    }
  });

  it("leaves an entry for what is taken out, and none for a look", async () => {
    await month();
    await see();
    expect(await world.store.auditEntries("reports")).toEqual([]);
    granted(await desk.take(office(), NOVEMBER, "csv"));
    expect(await world.store.auditEntries("reports")).toMatchObject([
      { actor: "staff:meng-qi", action: "report-taken", detail: { as: "csv", complaints: 8 } },
    ]);
  });

  it.each([[{ from: "2026-11-30", to: "2026-11-01" }], [{ from: "2020-01-01", to: "2026-11-01" }]])(
    "refuses a period that is none (%#)",
    async (period) => {
      expect(refused(await desk.report(office(), { ...period, only: {} })).code).toBe("bad-period");
    },
  );

  it("exports a table in which nothing runs as a formula", async () => {
    await month();
    const view = await see();
    const csv = csvOf(view);
    expect(csv.startsWith("\uFEFF受理编号,")).toBe(true);
    expect(csv.trim().split("\r\n")).toHaveLength(9);
    expect(csv).toContain("制度或流程");
    const [line] = view.lines;
    if (!line) throw new Error("no line");
    const odd = csvOf({ lines: [{ ...line, record: '=HYPERLINK("x"),1' }] });
    expect(odd).toContain(`"'=HYPERLINK(""x""),1"`);
  });
});

it("causes have names in both languages", async () => {
  const { CAUSE } = await import("../../../src/desk/names.ts");
  expect(Object.keys(CAUSE)).toEqual([...CAUSES]);
});

it.each([
  [wholeMonth("2026-03-15"), { from: "2026-02-01", to: "2026-02-28" }],
  [wholeMonth("2028-03-01"), { from: "2028-02-01", to: "2028-02-29" }],
  [wholeMonth("2026-01-31"), { from: "2025-12-01", to: "2025-12-31" }],
  [
    { from: "2026-11-09", to: "2026-11-15" },
    { from: "2026-11-02", to: "2026-11-08" },
  ],
  [
    { from: "2026-11-10", to: "2026-11-10" },
    { from: "2026-11-09", to: "2026-11-09" },
  ],
])("%o is compared with %o", (period, before) => {
  expect(periodBefore(period)).toEqual(before);
});
