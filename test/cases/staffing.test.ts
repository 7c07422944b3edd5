import { describe, expect, it } from "vitest";
import { minutesOf } from "../../src/bank/terms.ts";
import { onDuty, type Roster, staffing } from "../../src/cases/staffing.ts";
import { isWorkday } from "../../src/cases/workday.ts";
import { shippedBank } from "./shipped-bank.ts";

const { calendar, profile } = shippedBank;
const roster: Roster = { zone: profile.zone, hours: profile.staffed.hours, calendar };
const office: Roster = { ...roster, hours: [{ on: "workdays", from: "09:00", to: "17:00" }] };

describe("staffed hours of 08:30 to 20:30 every day", () => {
  it.each(["2026-11-22T08:30:00+08:00", "2026-11-22T20:29:59.999+08:00", "2026-02-17T12:00:00+08:00"])(
    "are open at %s",
    (now) => {
      expect(staffing(roster, now)).toEqual({ open: true, opensAt: null });
    },
  );

  it.each([
    ["2026-11-22T08:29:59.999+08:00", "2026-11-22T08:30:00+08:00"],
    ["2026-11-22T20:30:00+08:00", "2026-11-23T08:30:00+08:00"],
    ["2026-11-22T23:40:00+08:00", "2026-11-23T08:30:00+08:00"],
    ["2026-11-23T00:00:00+08:00", "2026-11-23T08:30:00+08:00"],
    ["2026-12-31T23:40:00+08:00", "2027-01-01T08:30:00+08:00"],
    ["2026-11-22T15:40:00Z", "2026-11-23T08:30:00+08:00"],
  ])("are closed at %s and open again at %s", (now, opensAt) => {
    expect(staffing(roster, now)).toEqual({ open: false, opensAt });
  });
});

describe("hours on workdays only", () => {
  it("pass over a weekend", () => {
    expect(staffing(office, "2026-11-20T17:00:00+08:00").opensAt).toBe("2026-11-23T09:00:00+08:00");
  });

  it("pass over the whole of Spring Festival", () => {
    expect(staffing(office, "2026-02-14T18:00:00+08:00").opensAt).toBe("2026-02-24T09:00:00+08:00");
  });

  it("include the Saturday that makes up for it", () => {
    expect(staffing(office, "2026-02-28T10:00:00+08:00").open).toBe(true);
    expect(isWorkday("2026-02-28", calendar)).toBe(true);
  });

  it("are an error, not a guess, in a year without a calendar", () => {
    expect(() => staffing(office, "2031-01-06T10:00:00+08:00")).toThrow("no calendar of 2031");
  });

  it("can be joined with other hours on days off", () => {
    const both: Roster = { ...office, hours: [...office.hours, { on: "days-off", from: "10:00", to: "12:00" }] };
    expect(staffing(both, "2026-11-21T11:00:00+08:00").open).toBe(true);
    expect(staffing(both, "2026-11-21T12:00:00+08:00").opensAt).toBe("2026-11-22T10:00:00+08:00");
  });
});

describe("hours where clocks change", () => {
  const london: Roster = { ...roster, zone: "Europe/London" };

  it("begin at half past eight by the wall clock on both sides of the change", () => {
    expect(staffing(london, "2026-03-28T23:00:00Z").opensAt).toBe("2026-03-29T08:30:00+01:00");
    expect(staffing(london, "2026-03-29T07:30:00Z").open).toBe(true);
    expect(staffing(london, "2026-10-24T23:00:00Z").opensAt).toBe("2026-10-25T08:30:00+00:00");
    expect(staffing(london, "2026-10-25T07:30:00Z").open).toBe(false);
  });
});

describe("a day that ends at 24:00", () => {
  const late: Roster = { ...roster, hours: [{ on: "every-day", from: "00:00", to: "24:00" }] };

  it("never closes", () => {
    expect(minutesOf("24:00")).toBe(1440);
    expect(staffing(late, "2026-11-22T23:59:59.999+08:00").open).toBe(true);
    expect(staffing(late, "2026-11-23T00:00:00+08:00").open).toBe(true);
  });
});

it("knows who of the staff is on duty", () => {
  const at = "2026-11-22T18:00:00+08:00";
  const present = shippedBank.staff.filter((person) => onDuty(person.duty, roster, at)).map((person) => person.id);
  expect(present).toEqual(["lin-jiahe", "fang-yi", "shen-lu", "he-zhiyuan"]);
});
