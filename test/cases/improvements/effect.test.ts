import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkableOn, reminderOf, spansOf, verdictOf } from "../../../src/cases/improvements/effect.ts";
import { addDays } from "../../../src/cases/zone.ts";

const MEASURE = { only: { cause: "rule" }, days: 30, fall: 50 };
const DAYS = { openedOn: "2026-11-22", doneOn: "2026-12-10" };

describe("the effect of an improvement", () => {
  it("is counted over as many days before the opening as after the doing, without either day", () => {
    expect(spansOf(DAYS, MEASURE)).toEqual({
      before: { from: "2026-10-23", to: "2026-11-21" },
      after: { from: "2026-12-11", to: "2027-01-09" },
    });
    expect(checkableOn(DAYS, MEASURE)).toBe("2027-01-10");
    expect(checkableOn({ ...DAYS, doneOn: null }, MEASURE)).toBeNull();
  });

  it.each([
    [{ before: 10, after: 5, open: 0 }, "effective"],
    [{ before: 10, after: 6, open: 0 }, "not-effective"],
    [{ before: 9, after: 5, open: 0 }, "not-effective"],
    [{ before: 10, after: 3, open: 2 }, "effective"],
    // Three are open that may still be of the kind: they would decide it.
    [{ before: 10, after: 3, open: 3 }, "too-early"],
    [{ before: 1, after: 0, open: 0 }, "effective"],
  ])("%o is %s when half has to go", (counts, verdict) => {
    expect(verdictOf(counts, MEASURE)).toBe(verdict);
  });

  it("never comes out better for more complaints", () => {
    const rank = { effective: 2, "too-early": 1, "not-effective": 0 };
    const few = fc.nat({ max: 60 });
    fc.assert(
      fc.property(few, few, few, fc.integer({ min: 1, max: 100 }), (before, after, open, fall) => {
        const verdict = (counts: { before: number; after: number; open: number }) => rank[verdictOf(counts, { fall })];
        expect(verdict({ before, after: after + 1, open })).toBeLessThanOrEqual(verdict({ before, after, open }));
        expect(verdict({ before, after, open: open + 1 })).toBeLessThanOrEqual(verdict({ before, after, open }));
      }),
    );
  });
});

describe("owners are reminded", () => {
  const open: Parameters<typeof reminderOf>[0] = { status: "open", dueOn: "2026-12-22", measure: MEASURE, checks: [] };
  const on = (today: string, task = open, doneOn: string | null = null) =>
    reminderOf(task, { today, openedOn: "2026-11-22", doneOn });

  it.each([
    ["2026-12-18", null],
    ["2026-12-19", "soon"],
    ["2026-12-21", "soon"],
    ["2026-12-22", "due"],
    ["2026-12-23", "overdue"],
  ])("on %s: %s", (today, kind) => {
    expect(on(today)?.kind ?? null).toBe(kind);
  });

  it("once before the day, once on it, and once a week after it, whenever anybody looks", () => {
    const keys = Array.from({ length: 40 }, (_, n) => on(addDays("2026-12-10", n))?.key).filter((key) => key);
    // 23 December, and every seventh day after it.
    expect([...new Set(keys)]).toHaveLength(2 + 4);
  });

  it("of the check when the days after it are over, and of nothing once it had an effect", () => {
    const done = { ...open, status: "done" as const };
    expect(on("2027-01-09", done, DAYS.doneOn)).toBeNull();
    expect(on("2027-01-10", done, DAYS.doneOn)?.kind).toBe("check");
    expect(on("2027-06-01", { ...open, status: "effective" }, DAYS.doneOn)).toBeNull();
  });
});
