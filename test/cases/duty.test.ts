import { describe, expect, it } from "vitest";
import type { Shift } from "../../src/bank/files/duty.ts";
import { dutySetup } from "../../src/cases/assigning/colleagues.ts";
import { presenceOf } from "../../src/cases/assigning/presence.ts";
import { type DutySetup, dutiesAt, dutyFor, nextDuty, turnOf } from "../../src/cases/duty.ts";
import type { PresenceRow } from "../../src/store/assignments.ts";
import { shippedBank } from "./shipped-bank.ts";

const setup: DutySetup = dutySetup(shippedBank);
const at = (local: string) => new Date(`${local}+08:00`).toISOString();
const serving = (local: string, urgency: "I" | "III" = "III") =>
  dutiesAt(setup, at(local))
    .filter((duty) => dutyFor(duty, urgency))
    .map(({ who }) => who)
    .sort();

describe("who is on duty", () => {
  it("on a Monday morning everybody whose hours hold", () => {
    expect(serving("2026-11-23T09:00:00")).toContain("meng-qi");
    expect(serving("2026-11-23T09:00:00")).toContain("zhou-ning");
    expect(serving("2026-11-23T09:00:00")).not.toContain("lin-jiahe");
  });
  it("at night one person, for the gravest cases alone, until the morning after", () => {
    expect(serving("2026-11-23T23:40:00", "I")).toEqual(["he-zhiyuan"]);
    expect(serving("2026-11-24T08:29:00", "I")).toEqual(["he-zhiyuan"]);
    expect(serving("2026-11-24T03:00:00", "III")).toEqual([]);
  });
  it("on a Saturday the holiday shift; on a make-up Saturday the ordinary hours, and no holiday shift", () => {
    expect(serving("2026-11-21T10:00:00")).toContain("luo-hai");
    // 2026-10-10 is worked for the National Day holiday.
    const makeUp = dutiesAt(setup, at("2026-10-10T10:00:00"));
    expect(makeUp.map(({ who }) => who)).toContain("meng-qi");
    expect(makeUp.filter(({ shift }) => shift?.shift === "holiday")).toEqual([]);
    // 2026-10-01 is a Thursday and a holiday.
    const holiday = dutiesAt(setup, at("2026-10-01T10:00:00"));
    expect(holiday.filter(({ shift }) => shift?.shift === "holiday")).toHaveLength(1);
  });
  it("people take turns of a week, before and after the day the turns are counted from", () => {
    const night = shippedBank.roster.find(({ shift }) => shift === "night");
    if (!night) throw new Error("the shipped bank has no night shift");
    const changed: Shift = { ...night, instead: [{ on: "2026-11-05", who: "luo-hai" }] };
    const week = ["2026-11-01", "2026-11-02", "2026-11-05", "2026-11-08", "2026-11-09", "2026-11-16", "2026-11-23"];
    expect(week.map((day) => turnOf(changed, day))).toEqual([
      "luo-hai",
      "he-zhiyuan",
      "luo-hai",
      "he-zhiyuan",
      "tang-ruolan",
      "luo-hai",
      "he-zhiyuan",
    ]);
  });
  it("the next beginning: in the evening the night shift for urgent cases, the morning for the rest", () => {
    const who = new Set(["he-zhiyuan", "zhou-ning"]);
    expect(nextDuty(setup, who, "I", at("2026-11-23T19:00:00"))).toBe(at("2026-11-23T20:30:00"));
    expect(nextDuty(setup, who, "III", at("2026-11-23T19:00:00"))).toBe(at("2026-11-24T08:30:00"));
    expect(nextDuty(setup, new Set(["nobody"]), "III", at("2026-11-23T19:00:00"))).toBeNull();
  });
});

describe("presence", () => {
  const said = (row: Partial<PresenceRow>) =>
    presenceOf(
      { staff: "x", state: "away", since: at("2026-11-23T09:00:00"), until: null, substitute: null, ...row },
      at("2026-11-24T09:00:00"),
      shippedBank.profile.zone,
    ).state;
  it("away is for the day; a leave ends with its last day; without a word people are there", () => {
    expect(presenceOf(undefined, at("2026-11-24T09:00:00"), shippedBank.profile.zone).state).toBe("online");
    expect(said({})).toBe("online");
    expect(said({ since: at("2026-11-24T08:00:00") })).toBe("away");
    expect(said({ state: "leave", until: "2026-11-24" })).toBe("leave");
    expect(said({ state: "leave", until: "2026-11-23" })).toBe("online");
    expect(said({ state: "leave" })).toBe("leave");
  });
});
