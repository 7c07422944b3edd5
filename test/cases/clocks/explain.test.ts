import { describe, expect, it } from "vitest";
import { explainClock } from "../../../src/cases/clocks/explain.ts";
import { clockIn, granted, noticeGiven, registered, restarted, waitBegun, waitEnded } from "./timeline.ts";

const base = registered("2026-12-20T10:00:00+08:00");
const zh = (events: Parameters<typeof clockIn>[0], name = "answer") => explainClock(clockIn(events, name), "zh-Hans");
const en = (events: Parameters<typeof clockIn>[0], name = "answer") => explainClock(clockIn(events, name), "en");
const mediated = [
  base,
  waitBegun("2026-12-25T10:00:00+08:00", "mediation"),
  noticeGiven("2026-12-25T11:00:00+08:00", "told-w1", "waiting"),
];

describe("the arithmetic of a clock, in words", () => {
  it("names the day that is not counted and the last day", () => {
    expect(zh([base])).toBe("收到日 12-20 不计，第 15 日 = 01-04");
    expect(en([base])).toBe("received 12-20, not counted; day 15 = 01-04");
  });

  it("spells out a pause that is over", () => {
    const events = [...mediated, waitEnded("2026-12-28T10:00:00+08:00")];
    expect(zh(events)).toBe("收到日 12-20 不计，第 15 日 = 01-04；调解 12-25 至 12-28，3 日不计，第 15 日 = 01-07");
    expect(en(events)).toBe(
      "received 12-20, not counted; day 15 = 01-04; mediation 12-25 to 12-28, 3 not counted, day 15 = 01-07",
    );
  });

  it("and one that lasts, with what is left", () => {
    expect(zh(mediated)).toBe("收到日 12-20 不计，第 15 日 = 01-04；12-25 起暂停（调解）：已计 5 日，还剩 10 日");
    expect(en(mediated)).toContain("stands still since 12-25 (mediation): 5 counted, 10 left");
  });

  it("spells out an extension, and why one does not count", () => {
    const asked = [base, granted("2027-01-03T10:00:00+08:00", "2027-01-04", "2027-01-19")];
    const told = [...asked, noticeGiven("2027-01-04T10:00:00+08:00", "told-x1", "extension")];
    expect(zh(told)).toBe("收到日 12-20 不计，第 15 日 = 01-04；01-03 批准、01-04 告知客户，延长至第 30 日 = 01-19");
    expect(zh(asked)).toContain("01-03 批准的延期不生效：尚未告知客户");
    const late = [...asked, noticeGiven("2027-01-05T10:00:00+08:00", "told-x1", "extension")];
    expect(en(late)).toContain("the customer was told on 01-05, too late");
  });

  it("says from when it counts anew", () => {
    expect(zh([base, restarted("2026-12-28T10:00:00+08:00")])).toBe("重新起算日 12-28 不计，第 15 日 = 01-12");
  });

  it("says what rests on a calendar that is not official yet", () => {
    const events = [registered("2026-12-30T09:00:00+08:00")];
    expect(zh(events, "settle-ordinary")).toBe(
      "收到日 12-30 不计，第 3 个工作日 = 01-05；2027 年日历为暂定（补班日未公布），日期可能调整",
    );
    expect(en(events, "settle-ordinary")).toContain("the calendar of 2027 is provisional");
  });

  it("shows hours, and dates as they were told", () => {
    expect(zh([base], "acknowledge")).toBe("12-20 10:00 起算，1 小时 = 12-20 11:00");
    const waiting = [base, waitBegun("2026-12-21T10:00:00+08:00", "facts", "w1", "2026-12-28T10:00:00+08:00")];
    expect(en(waiting, "wait-customer")).toBe("as told: 12-28 10:00");
  });
});
