import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, instantAt, isoInZone, localTime } from "../../src/cases/zone.ts";

const iso = (day: string, minutes: number, zone: string) => isoInZone(instantAt(day, minutes, zone), zone);

describe("a zone's calendar and clock", () => {
  it("gives the instant of a time of day, with the offset in force", () => {
    expect(iso("2026-11-22", 510, "Asia/Shanghai")).toBe("2026-11-22T08:30:00+08:00");
    expect(iso("2026-01-15", 510, "Europe/London")).toBe("2026-01-15T08:30:00+00:00");
    expect(iso("2026-07-15", 510, "Europe/London")).toBe("2026-07-15T08:30:00+01:00");
    expect(iso("2026-07-15", 510, "Asia/Kolkata")).toBe("2026-07-15T08:30:00+05:30");
    expect(iso("2026-01-15", 510, "America/New_York")).toBe("2026-01-15T08:30:00-05:00");
  });

  it("takes a time that summer time leaves out an hour later", () => {
    expect(iso("2026-03-29", 90, "Europe/London")).toBe("2026-03-29T02:30:00+01:00");
  });

  it("takes a time that comes twice the first time", () => {
    expect(iso("2026-10-25", 90, "Europe/London")).toBe("2026-10-25T01:30:00+01:00");
  });

  it("adds days over month ends, leap days and years", () => {
    expect(addDays("2026-12-20", 15)).toBe("2027-01-04");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  it("comes back to the same minute from any instant", () => {
    const minutes = fc.integer({ min: Date.parse("2021-01-01") / 60_000, max: Date.parse("2035-01-01") / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom("Asia/Shanghai", "UTC", "Asia/Kolkata"), (minute, zone) => {
        const local = localTime(minute * 60_000, zone);
        expect(instantAt(local.day, local.minutes, zone)).toBe(minute * 60_000);
      }),
    );
  });
});
