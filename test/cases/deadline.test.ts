import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RulePack } from "../../src/bank/files/rules.ts";
import { type Counting, deadline, explainDeadline, packOn } from "../../src/cases/deadline.ts";
import { addDays, daysBetween, localTime } from "../../src/cases/zone.ts";
import { shippedBank } from "./shipped-bank.ts";

const counting: Counting = { zone: "Asia/Shanghai", rules: shippedBank.rules, calendar: shippedBank.calendar };
const [pack] = shippedBank.rules;
if (!pack) throw new Error("the shipped bank has no deadline pack");
const withPack = (changes: Partial<RulePack>): Counting => ({ ...counting, rules: [{ ...pack, ...changes }] });

describe("the last day for the answer", () => {
  it.each([
    ["one minute before midnight in Shanghai", "2026-12-20T23:59:00+08:00", "2027-01-04"],
    ["the last millisecond of the day", "2026-12-20T23:59:59.999+08:00", "2027-01-04"],
    ["midnight belongs to the new day", "2026-12-21T00:00:00+08:00", "2027-01-05"],
    ["the same instant written in UTC", "2026-12-20T16:00:00Z", "2027-01-05"],
    ["still the evening before in UTC", "2026-12-20T15:59:59Z", "2027-01-04"],
    ["across Spring Festival, holidays counted", "2026-02-10T10:00:00+08:00", "2026-02-25"],
    ["on a holiday itself", "2026-02-17T10:00:00+08:00", "2026-03-04"],
    ["across the end of a short February", "2027-02-20T10:00:00+08:00", "2027-03-07"],
    ["across a leap day", "2028-02-20T10:00:00+08:00", "2028-03-06"],
    ["received on a leap day", "2028-02-29T10:00:00+08:00", "2028-03-15"],
    ["at the end of a month of 31 days", "2026-10-31T10:00:00+08:00", "2026-11-15"],
    ["at the end of a month of 30 days", "2026-11-30T10:00:00+08:00", "2026-12-15"],
    ["ending on a Sunday stays there", "2026-11-21T10:00:00+08:00", "2026-12-06"],
  ])("%s: %s is due on %s", (_case, receivedAt, due) => {
    expect(deadline(counting, receivedAt)).toEqual({ due, pack: "cn-nfra-2020-3", days: 15 });
  });

  it("is day 30 when complex and day 60 when especially complex", () => {
    const receivedAt = "2026-12-20T23:59:00+08:00";
    expect(deadline(counting, receivedAt, "complex")).toMatchObject({ due: "2027-01-19", days: 30 });
    expect(deadline(counting, receivedAt, "especially-complex")).toMatchObject({ due: "2027-02-18", days: 60 });
  });

  it("follows the day of the bank's zone, also where clocks change", () => {
    const london = { ...counting, zone: "Europe/London" };
    // Clocks go forward on 2026-03-29 at 01:00 UTC: 23:30 UTC is 00:30 of the next day in summer time.
    expect(deadline(london, "2026-03-28T23:30:00Z").due).toBe("2026-04-12");
    expect(deadline(london, "2026-03-29T23:30:00Z").due).toBe("2026-04-14");
    // Clocks go back on 2026-10-25 at 01:00 UTC.
    expect(deadline(london, "2026-10-24T23:30:00Z").due).toBe("2026-11-09");
    expect(deadline(london, "2026-10-25T23:30:00Z").due).toBe("2026-11-09");
  });

  it("moves off a day off only where the pack says so", () => {
    const rolling = withPack({ counting: { ...pack.counting, rollForward: true } });
    expect(deadline(rolling, "2026-11-21T10:00:00+08:00").due).toBe("2026-12-07");
    // 2026-02-28 is a Saturday worked in exchange for Spring Festival.
    expect(deadline(rolling, "2026-02-13T10:00:00+08:00").due).toBe("2026-02-28");
    // The whole of National Day week is off.
    expect(deadline(rolling, "2026-09-16T10:00:00+08:00").due).toBe("2026-10-08");
  });

  it("counts the day of receipt where a pack includes it", () => {
    const included = withPack({ counting: { ...pack.counting, firstDay: "included" } });
    expect(deadline(included, "2026-12-20T12:00:00+08:00").due).toBe("2027-01-03");
  });

  it("always leaves fifteen whole days after the day of receipt", () => {
    const instants = fc.date({ min: new Date("2021-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom("Asia/Shanghai", "Europe/London", "America/New_York"), (at, zone) => {
        const { due } = deadline({ ...counting, zone }, at.toISOString());
        expect(daysBetween(localTime(at.getTime(), zone).day, due)).toBe(15);
        expect(addDays(due, -15)).toBe(localTime(at.getTime(), zone).day);
      }),
    );
  });

  it("refuses what is no instant and a day no pack covers", () => {
    expect(() => deadline(counting, "yesterday")).toThrow(RangeError);
    expect(() => deadline(counting, "2019-06-01T10:00:00+08:00")).toThrow("2019-06-01");
  });
});

describe("the pack in force", () => {
  const older = { ...pack, pack: "older", validTo: "2026-12-31" };
  const newer = { ...pack, pack: "newer", validFrom: "2027-01-01" };
  const passedOn = { ...pack, pack: "passed-on", applies: "passed-on" as const };

  it("is chosen by the day of receipt, its last day included", () => {
    const rules = [passedOn, older, newer];
    expect(packOn(rules, "2026-12-31").pack).toBe("older");
    expect(packOn(rules, "2027-01-01").pack).toBe("newer");
  });

  it("stays with the case when its arithmetic is shown later", () => {
    const rules = [older, newer];
    const kept = { due: "2027-01-04", pack: "older", days: 15 };
    expect(explainDeadline({ ...counting, rules }, "2026-12-20T09:00:00+08:00", kept, "zh-Hans")).toContain("01-04");
    expect(() =>
      explainDeadline({ ...counting, rules: [newer] }, "2026-12-20T09:00:00+08:00", kept, "zh-Hans"),
    ).toThrow("older");
  });
});

describe("the arithmetic shown to staff", () => {
  const receivedAt = "2026-12-20T23:59:00+08:00";

  it("names the day that is not counted and the last day", () => {
    const kept = deadline(counting, receivedAt);
    expect(explainDeadline(counting, receivedAt, kept, "zh-Hans")).toBe("收到日 12-20 不计，第 15 日 = 01-04");
    expect(explainDeadline(counting, receivedAt, kept, "en")).toBe("received 12-20, not counted; day 15 = 01-04");
  });

  it("shows a last day that was moved", () => {
    const rolling = withPack({ counting: { ...pack.counting, rollForward: true } });
    const received = "2026-11-21T10:00:00+08:00";
    const text = explainDeadline(rolling, received, deadline(rolling, received), "zh-Hans");
    expect(text).toBe("收到日 11-21 不计，第 15 日 = 12-06，顺延至 12-07");
  });
});
