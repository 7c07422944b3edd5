import { describe, expect, it } from "vitest";
import { remaining } from "../../src/cases/remaining.ts";

const zone = "Asia/Shanghai";

describe("what a case still has", () => {
  it.each([
    ["2027-01-01T09:00:00+08:00", "还剩 3 天", "3 days left"],
    ["2027-01-03T23:59:59+08:00", "还剩 1 天", "1 day left"],
    ["2027-01-04T00:00:00+08:00", "今天到期，还剩 24 小时", "due today, 24 hours left"],
    ["2027-01-04T22:30:00+08:00", "今天到期，还剩 1 小时", "due today, 1 hour left"],
    ["2027-01-04T23:30:00+08:00", "今天到期，不足 1 小时", "due today, less than an hour left"],
    ["2027-01-05T00:00:00+08:00", "已超期 1 天", "1 day overdue"],
    ["2027-01-14T12:00:00+08:00", "已超期 10 天", "10 days overdue"],
  ])("at %s: %s", (now, zh, en) => {
    expect(remaining("2027-01-04", now, zone, "zh-Hans").text).toBe(zh);
    expect(remaining("2027-01-04", now, zone, "en").text).toBe(en);
  });

  it("counts hours to the end of the last day", () => {
    expect(remaining("2027-01-04", "2027-01-03T18:00:00+08:00", zone, "zh-Hans")).toMatchObject({
      overdue: false,
      days: 1,
      hours: 30,
    });
    expect(remaining("2027-01-04", "2027-01-06T18:00:00+08:00", zone, "zh-Hans")).toMatchObject({
      overdue: true,
      days: 2,
      hours: 0,
    });
  });

  it("knows that a day of changing clocks has 23 or 25 hours", () => {
    expect(remaining("2026-03-29", "2026-03-29T00:00:00Z", "Europe/London", "en").hours).toBe(23);
    expect(remaining("2026-10-25", "2026-10-24T23:00:00Z", "Europe/London", "en").hours).toBe(25);
  });
});
