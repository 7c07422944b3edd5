import { describe, expect, it } from "vitest";
import type { Business } from "../../../src/flows/reading.ts";
import { shippedBank } from "../shipped-bank.ts";
import {
  clockIn,
  closed,
  endIn,
  graded,
  granted,
  happened,
  noticeGiven,
  registered,
  restarted,
  setup,
  waitBegun,
  waitEnded,
} from "./timeline.ts";

describe("last days, pack by pack", () => {
  it.each([
    // China, calendar days: no holiday and no weekend changes them.
    ["before midnight in Shanghai", "cn-nfra-2020-3", "answer", "2026-12-20T23:59:59.999+08:00", "2027-01-04"],
    ["midnight belongs to the new day", "cn-nfra-2020-3", "answer", "2026-12-21T00:00:00+08:00", "2027-01-05"],
    ["the evening before, written in UTC", "cn-nfra-2020-3", "answer", "2026-12-20T15:59:59Z", "2027-01-04"],
    ["across Spring Festival", "cn-nfra-2020-3", "answer", "2026-02-10T10:00:00+08:00", "2026-02-25"],
    ["across National Day, ending in it", "cn-nfra-2020-3", "answer", "2026-09-20T10:00:00+08:00", "2026-10-05"],
    ["across a leap day", "cn-nfra-2020-3", "answer", "2028-02-20T10:00:00+08:00", "2028-03-06"],
    ["received on a leap day", "cn-nfra-2020-3", "answer", "2028-02-29T10:00:00+08:00", "2028-03-15"],
    ["at the end of a month of 31 days", "cn-nfra-2020-3", "answer", "2026-10-31T10:00:00+08:00", "2026-11-15"],
    ["at the end of a month of 30 days", "cn-pboc-2020-5", "answer", "2026-11-30T10:00:00+08:00", "2026-12-15"],
    // China, our own limits in working days.
    [
      "three working days of a plain week",
      "cn-nfra-2020-3",
      "settle-ordinary",
      "2026-11-23T09:00:00+08:00",
      "2026-11-26",
    ],
    ["over a weekend", "cn-nfra-2020-3", "settle-ordinary", "2026-11-26T09:00:00+08:00", "2026-12-01"],
    ["received on a Saturday", "cn-nfra-2020-3", "settle-ordinary", "2026-11-28T09:00:00+08:00", "2026-12-02"],
    ["a make-up Saturday counts", "cn-nfra-2020-3", "settle-ordinary", "2026-02-11T09:00:00+08:00", "2026-02-14"],
    ["over all of Spring Festival", "cn-nfra-2020-3", "settle-ordinary", "2026-02-13T09:00:00+08:00", "2026-02-25"],
    [
      "and over the make-up Saturday after it",
      "cn-nfra-2020-3",
      "settle-ordinary",
      "2026-02-25T09:00:00+08:00",
      "2026-02-28",
    ],
    ["over all of National Day", "cn-nfra-2020-3", "settle-ordinary", "2026-09-30T09:00:00+08:00", "2026-10-10"],
    ["a make-up Sunday counts", "cn-nfra-2020-3", "settle-ordinary", "2026-09-18T09:00:00+08:00", "2026-09-22"],
    ["received on a make-up Sunday", "cn-nfra-2020-3", "settle-ordinary", "2026-09-20T09:00:00+08:00", "2026-09-23"],
    [
      "over New Year, the next year provisional",
      "cn-nfra-2020-3",
      "settle-ordinary",
      "2026-12-30T09:00:00+08:00",
      "2027-01-05",
    ],
    // Britain.
    ["eight weeks", "uk-fca-disp", "answer", "2026-11-23T12:00:00Z", "2027-01-18"],
    ["eight weeks over the clocks going forward", "uk-fca-disp", "answer", "2026-03-28T23:30:00Z", "2026-05-23"],
    ["half past midnight in summer time", "uk-fca-disp", "answer", "2026-03-29T23:30:00Z", "2026-05-25"],
    ["half past eleven before the clocks go back", "uk-fca-disp", "answer", "2026-10-24T22:30:00Z", "2026-12-19"],
    ["the same hour once they have", "uk-fca-disp", "answer", "2026-10-25T23:30:00Z", "2026-12-20"],
    ["the third business day over Easter", "uk-fca-disp", "summary-resolution", "2026-04-02T12:00:00Z", "2026-04-09"],
    [
      "the third business day over Christmas",
      "uk-fca-disp",
      "summary-resolution",
      "2026-12-24T12:00:00Z",
      "2026-12-31",
    ],
    // America, Hong Kong, Australia.
    ["fifteen days of New York", "us-cfpb-portal", "answer", "2026-11-23T04:59:59Z", "2026-12-07"],
    ["a second later it is the next day there", "us-cfpb-portal", "answer", "2026-11-23T05:00:00Z", "2026-12-08"],
    ["over the clocks going forward in New York", "us-cfpb-portal", "answer", "2026-03-08T04:30:00Z", "2026-03-22"],
    ["and once they have", "us-cfpb-portal", "answer", "2026-03-09T03:30:00Z", "2026-03-23"],
    ["and an hour later", "us-cfpb-portal", "answer", "2026-03-09T04:00:00Z", "2026-03-24"],
    ["over the clocks going back in New York", "us-cfpb-portal", "answer", "2026-11-02T04:30:00Z", "2026-11-16"],
    ["seven days in Hong Kong", "hk-hkma", "acknowledge", "2026-12-28T12:00:00+08:00", "2027-01-04"],
    ["thirty days in Hong Kong", "hk-hkma", "answer", "2027-01-30T12:00:00+08:00", "2027-03-01"],
    ["thirty days in Sydney, where it is tomorrow", "au-asic-rg271", "answer", "2026-11-22T13:00:00Z", "2026-12-23"],
    [
      "twenty-four hours over the clocks going forward",
      "au-asic-rg271",
      "acknowledge",
      "2026-10-03T12:00:00Z",
      "2026-10-04T12:00:00.000Z",
    ],
  ])("%s: %s %s, received %s, ends %s", (_what, pack, clock, receivedAt, end) => {
    const events = [registered(receivedAt, { pack })];
    const given = setup(events);
    // Other packs of the case may count working days of years that have no calendar yet.
    const packs = given.packs.filter((each) => each.clocks.some((spec) => spec.clock === clock));
    expect(endIn(events, clock, { ...given, packs })).toBe(end);
  });

  it.each<[string, Business | null, string, string]>([
    ["fifteen business days for a payment", "payment", "answer-payment", "2026-12-14"],
    ["eight weeks for anything else", "loan", "answer", "2027-01-18"],
    ["eight weeks as long as nobody knows", null, "answer", "2027-01-18"],
  ])("Britain: %s", (_what, business, clock, end) => {
    const events = [registered("2026-11-23T12:00:00Z", { pack: "uk-fca-disp" })];
    expect(endIn(events, clock, setup(events, business))).toBe(end);
    const other = clock === "answer" ? "answer-payment" : "answer";
    expect(() => clockIn(events, other, setup(events, business))).toThrow(other);
  });

  it("a year without a calendar is an error, never a guess", () => {
    const events = [registered("2027-12-30T09:00:00+08:00")];
    expect(() => clockIn(events, "settle-ordinary")).toThrow("no calendar of 2028");
  });
});

describe("what does not count", () => {
  const receivedAt = "2026-12-20T10:00:00+08:00";

  it("mediation does not, once the customer is told", () => {
    const begun = [registered(receivedAt), waitBegun("2026-12-25T10:00:00+08:00", "mediation")];
    expect(endIn(begun, "answer")).toBe("2027-01-04");
    const told = [...begun, noticeGiven("2026-12-25T11:00:00+08:00", "told-w1", "waiting")];
    expect(endIn(told, "answer")).toBeNull();
    const over = [...told, waitEnded("2026-12-28T10:00:00+08:00")];
    expect(endIn(over, "answer")).toBe("2027-01-07");
  });

  it("told late, it does not from then on; never told, it always counts", () => {
    const begun = [registered(receivedAt), waitBegun("2026-12-25T10:00:00+08:00", "mediation")];
    const late = [
      ...begun,
      noticeGiven("2026-12-27T11:00:00+08:00", "told-w1", "waiting"),
      waitEnded("2026-12-28T10:00:00+08:00"),
    ];
    expect(endIn(late, "answer")).toBe("2027-01-05");
    const after = [
      ...begun,
      waitEnded("2026-12-28T10:00:00+08:00"),
      noticeGiven("2026-12-29T11:00:00+08:00", "told-w1", "waiting"),
    ];
    expect(endIn(after, "answer")).toBe("2027-01-04");
  });

  it("waiting for the customer stops our own limit, not the law's", () => {
    const events = [
      registered("2026-11-23T09:00:00+08:00"),
      waitBegun("2026-11-24T10:00:00+08:00", "documents"),
      waitEnded("2026-11-30T10:00:00+08:00"),
    ];
    expect(endIn(events, "answer")).toBe("2026-12-08");
    // Monday counts nothing, Tuesday is day 1; Wednesday to Monday stand still; Tuesday 2, Wednesday 3.
    expect(endIn(events, "settle-ordinary")).toBe("2026-12-02");
  });

  it("two waits at once do not count twice", () => {
    const events = [
      registered(receivedAt),
      waitBegun("2026-12-22T10:00:00+08:00", "mediation", "w1"),
      noticeGiven("2026-12-22T10:00:00+08:00", "told-w1", "waiting"),
      waitBegun("2026-12-23T10:00:00+08:00", "outside-appraisal", "w2"),
      noticeGiven("2026-12-23T10:00:00+08:00", "told-w2", "waiting"),
      waitEnded("2026-12-26T10:00:00+08:00", "w1"),
      waitEnded("2026-12-27T10:00:00+08:00", "w2"),
    ];
    expect(endIn(events, "answer")).toBe("2027-01-09");
  });

  it("a wait that begins after the last day moves nothing", () => {
    const events = [
      registered(receivedAt),
      waitBegun("2027-01-05T10:00:00+08:00", "mediation"),
      noticeGiven("2027-01-05T10:00:00+08:00", "told-w1", "waiting"),
    ];
    expect(endIn(events, "answer")).toBe("2027-01-04");
  });
});

describe("new facts, grades, endings", () => {
  it("new facts begin the period again on the day they came", () => {
    const events = [
      registered("2026-12-20T10:00:00+08:00"),
      restarted("2026-12-29T09:00:00+08:00", "2026-12-28T22:00:00+08:00"),
    ];
    expect(endIn(events, "answer")).toBe("2027-01-12");
    expect(clockIn(events, "answer").run).toMatchObject({ run: 2, by: "restarted" });
  });

  it("also when the answer was given already", () => {
    const events = [registered("2026-12-20T10:00:00+08:00"), noticeGiven("2026-12-24T10:00:00+08:00", "n", "decision")];
    expect(clockIn(events, "answer").run.endedAt).toBe(Date.parse("2026-12-24T02:00:00Z"));
    expect(clockIn([...events, restarted("2026-12-28T10:00:00+08:00")], "answer").run.endedAt).toBeNull();
  });

  it("another grade has another limit of ours, and the law's stays", () => {
    const events = [registered("2026-11-23T09:00:00+08:00"), graded("2026-11-24T09:00:00+08:00", "complex")];
    expect(endIn(events, "settle-complex")).toBe("2026-12-02");
    expect(() => clockIn(events, "settle-ordinary")).toThrow("settle-ordinary");
    expect(endIn(events, "answer")).toBe("2026-12-08");
  });

  it("each promise has a clock of its own, to the instant that was told", () => {
    const promised = (promise: string, until: string) =>
      happened("2026-11-23T09:00:00Z", { type: "promised", promise, words: "", until });
    const events = [
      registered("2026-11-23T08:00:00Z"),
      promised("p1", "2026-11-24T09:00:00Z"),
      promised("p2", "2026-11-25T09:00:00Z"),
      happened("2026-11-23T10:00:00Z", { type: "promise-kept", promise: "p1" }),
      happened("2026-11-23T11:00:00Z", {
        type: "promise-moved",
        promise: "p2",
        until: "2026-11-26T09:00:00Z",
        reason: "",
      }),
    ];
    const clocks = setup(events);
    expect(endIn(events, "promise", clocks)).toBe("2026-11-24T09:00:00.000Z");
    expect(clockIn(events, "promise", clocks).run).toMatchObject({
      id: "p1",
      endedAt: Date.parse("2026-11-23T10:00:00Z"),
    });
  });

  it("the word to the customer is owed anew from each word, and no more once the case is closed", () => {
    const events = [registered("2026-11-23T09:00:00+08:00"), noticeGiven("2026-11-24T15:00:00+08:00", "n1")];
    expect(endIn(events, "progress")).toBe("2026-11-25");
    const after = [...events, closed("2026-11-25T09:00:00+08:00"), noticeGiven("2026-11-26T09:00:00+08:00", "n2")];
    expect(clockIn(after, "progress").run.endedAt).toBe(Date.parse("2026-11-25T01:00:00Z"));
  });

  it("a letter that is registered days later has its clocks from the day it came", () => {
    const events = [registered("2026-12-20T10:00:00+08:00", { at: "2026-12-28T10:00:00+08:00" })];
    expect(endIn(events, "answer")).toBe("2027-01-04");
    expect(clockIn(events, "acknowledge").run.endedAt).toBe(Date.parse("2026-12-28T02:00:00Z"));
  });
});

describe("extensions", () => {
  const base = registered("2026-12-20T10:00:00+08:00");
  const toldAt = (at: string, extension = "x1") => noticeGiven(at, `told-${extension}`, "extension");

  it("lead to day 30, and on to day 60", () => {
    const first = [
      base,
      granted("2027-01-03T10:00:00+08:00", "2027-01-04", "2027-01-19"),
      toldAt("2027-01-04T23:59:00+08:00"),
    ];
    expect(endIn(first, "answer")).toBe("2027-01-19");
    const second = [
      ...first,
      granted("2027-01-18T10:00:00+08:00", "2027-01-19", "2027-02-18", "x2"),
      toldAt("2027-01-19T10:00:00+08:00", "x2"),
    ];
    expect(endIn(second, "answer")).toBe("2027-02-18");
  });

  it("never lead past the limit of the law", () => {
    const events = [
      base,
      granted("2027-01-03T10:00:00+08:00", "2027-01-04", "2027-06-30"),
      toldAt("2027-01-04T10:00:00+08:00"),
    ];
    expect(endIn(events, "answer")).toBe("2027-01-19");
  });

  it("may lead to an earlier day than the limit", () => {
    const events = [
      base,
      granted("2027-01-03T10:00:00+08:00", "2027-01-04", "2027-01-10"),
      toldAt("2027-01-04T10:00:00+08:00"),
    ];
    expect(endIn(events, "answer")).toBe("2027-01-10");
  });

  it.each([
    ["nobody told the customer", []],
    ["the customer was told a minute after the old last day", [toldAt("2027-01-05T00:00:00+08:00")]],
  ])("do not count when %s", (_what, told) => {
    const events = [base, granted("2027-01-03T10:00:00+08:00", "2027-01-04", "2027-01-19"), ...told];
    expect(endIn(events, "answer")).toBe("2027-01-04");
    expect(clockIn(events, "answer").extensions).toMatchObject([{ slug: "complex", counts: false }]);
  });

  it("of our own limit are those that were granted for its last day", () => {
    const complex = registered("2026-11-23T09:00:00+08:00", { grade: "complex" });
    const events = [
      complex,
      granted("2026-12-01T10:00:00+08:00", "2026-12-02", "2026-12-07"),
      toldAt("2026-12-01T11:00:00+08:00"),
    ];
    expect(endIn(events, "settle-complex")).toBe("2026-12-07");
    expect(clockIn(events, "settle-complex").extensions).toMatchObject([{ slug: "reported", counts: true }]);
  });

  it("of the law move the law's clock by days counted around a mediation", () => {
    const events = [
      base,
      waitBegun("2026-12-25T10:00:00+08:00", "mediation"),
      noticeGiven("2026-12-25T11:00:00+08:00", "told-w1", "waiting"),
      waitEnded("2026-12-28T10:00:00+08:00"),
      granted("2027-01-06T10:00:00+08:00", "2027-01-07", "2027-01-22"),
      toldAt("2027-01-07T10:00:00+08:00"),
    ];
    expect(endIn(events, "answer")).toBe("2027-01-22");
  });
});

describe("a calendar that is not official yet", () => {
  const year = shippedBank.calendars.get("cn")?.find((each) => each.year === 2027);
  if (!year) throw new Error("no calendar of 2027");
  const received = registered("2026-12-29T09:00:00+08:00");
  // The official one makes New Year's holiday longer and has a Sunday worked for it.
  const official = {
    ...year,
    status: "official" as const,
    adopted: "2026-12-30",
    daysOff: [{ from: "2027-01-01", to: "2027-01-04", names: { zh: "元旦", en: "New Year's Day" } }],
    workdays: ["2027-01-10"],
  };
  const given = setup([received]);
  const withOfficial = {
    ...given,
    calendars: new Map([...given.calendars, ["cn", [...(given.calendars.get("cn") ?? []), official]]]),
  };

  it("is marked on every date that rests on it", () => {
    expect(clockIn([received], "settle-ordinary").provisional).toEqual([2027]);
    expect(clockIn([received], "answer").provisional).toEqual([]);
    expect(clockIn([registered("2026-11-23T09:00:00+08:00")], "settle-ordinary").provisional).toEqual([]);
  });

  it("goes on counting until an event takes the official one over", () => {
    expect(endIn([received], "settle-ordinary", withOfficial)).toBe("2027-01-04");
  });

  it("does not count for a case received once the official one is there", () => {
    const later = registered("2026-12-30T09:00:00+08:00");
    expect(endIn([later], "settle-ordinary", withOfficial)).toBe("2027-01-06");
    expect(clockIn([later], "settle-ordinary", withOfficial).provisional).toEqual([]);
  });
});
