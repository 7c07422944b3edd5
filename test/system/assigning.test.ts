import { afterEach, describe, expect, it } from "vitest";
import { granted, refused } from "../desk/outcomes.ts";
import { type DutyOffice, openDutyOffice } from "./duty-office.ts";

/** A Monday, 10:00 in the bank. */
const MONDAY = "2026-11-23T02:00:00.000Z";
const CARD = "信用卡年费乱扣了我300元，我要投诉，给我转人工";
const SAVINGS = "储蓄卡取不了钱，柜台让我跑了三趟，我要投诉，给我转人工";
const here = { state: "online", until: null, substitute: null } as const;
const away = { ...here, state: "away" } as const;

describe("a case nobody has", () => {
  let office: DutyOffice | undefined;
  afterEach(async () => {
    await office?.app.close();
    office = undefined;
  });
  const open = async (start = MONDAY) => {
    office = await openDutyOffice(start);
    return office;
  };

  it("is offered to the colleague on duty, accepted, and theirs; the audit holds each step and verifies", async () => {
    const { look, complaint, desk, person, offeredTo, happened, app } = await open();
    const ref = await complaint(CARD);
    expect(await look()).toBe(1);
    expect(await offeredTo(ref)).toBe("fang-yi");
    expect(await look()).toBe(0);
    const mine = granted(await desk.offered(person("fang-yi")));
    expect(mine.map(({ offer }) => [offer.from.zh, offer.until])).toEqual([["自动派单", "2026-11-23T04:00:00.000Z"]]);
    const step = { type: "accept-transfer" as const };
    granted(await desk.step(person("fang-yi"), ref, { clientId: "accept-1", step }));
    await app.deliver();
    expect((await app.store.case(ref))?.owner?.id).toBe("fang-yi");
    expect((await happened(ref)).filter((type) => type !== "followed").slice(-3)).toEqual([
      "offered",
      "assigned",
      "accepted",
    ]);
    expect(granted(await desk.offered(person("fang-yi")))).toEqual([]);
    const key = (await app.store.case(ref))?.key ?? "";
    expect((await app.store.auditEntries(key)).map(({ action }) => action)).toContain("offer");
    expect((await app.store.verifyAudit()).problems).toEqual([]);
  });

  it("not accepted in time goes to the lead, and with the lead gone lies until somebody's duty begins", async () => {
    const { look, complaint, duty, person, offeredTo, happened, app } = await open();
    const ref = await complaint(CARD);
    await look();
    await app.minutesPass(121);
    expect(await look()).toBe(2);
    expect(await offeredTo(ref)).toBe("tang-ruolan");
    granted(await duty.setPresence(person("tang-ruolan"), away));
    // The office stands in for a lead who is not there.
    await look();
    expect(await offeredTo(ref)).toBe("meng-qi");
    for (const id of ["meng-qi", "luo-hai", "fang-yi"]) granted(await duty.setPresence(person(id), away));
    await look();
    expect(await offeredTo(ref)).toBeNull();
    expect((await happened(ref)).at(-1)).toBe("left-to-lead");
    expect(await look()).toBe(0);
    // Back at the desk: whoever said nothing before is not asked again in this round, the lead is.
    granted(await duty.setPresence(person("fang-yi"), here));
    expect(await look()).toBe(0);
    // The next duty has begun, "away" was for the day: a new round.
    await app.minutesPass(24 * 60);
    await look();
    expect(await offeredTo(ref)).toBe("fang-yi");
  });

  it("is spread by load, never to the person it is about, and to nobody who is away", async () => {
    const { look, complaint, duty, person, offeredTo } = await open();
    granted(await duty.setPresence(person("he-zhiyuan"), away));
    const first = await complaint(SAVINGS);
    await look();
    expect(await offeredTo(first)).toBe("zhou-ning");
    // Named with the staff number: 小周 must not get it.
    const about = await complaint("工号8016的客服态度恶劣，骂人，我要投诉她，给我转人工");
    await look();
    expect(["zhou-ning"]).not.toContain(await offeredTo(about));
  });

  it("somebody named after it was offered loses it at once", async () => {
    const { look, complaint, offeredTo, app, happened } = await open();
    const ref = await complaint(SAVINGS);
    await look();
    expect(await offeredTo(ref)).toBe("zhou-ning");
    const row = await app.store.case(ref);
    await app.says(row?.conversation ?? "", "对了，当时接待我的就是工号8016的员工");
    await app.minutesPass(31);
    await look();
    expect(await offeredTo(ref)).not.toBe("zhou-ning");
    expect(await happened(ref)).toContain("offer-ended");
  });

  it("taken by a colleague meanwhile, the offer is over", async () => {
    const { look, complaint, desk, person, offeredTo, app } = await open();
    const ref = await complaint(SAVINGS);
    await look();
    granted(await desk.take(person("he-zhiyuan"), ref));
    await app.deliver();
    expect(await offeredTo(ref)).toBeNull();
    expect((await app.store.case(ref))?.owner?.id).toBe("he-zhiyuan");
    expect(await look()).toBe(0);
  });

  it("at night only the gravest is offered, to the night duty; the rest waits for the morning", async () => {
    const { look, complaint, offeredTo, happened, app } = await open("2026-11-23T15:40:00.000Z");
    const ordinary = await complaint(CARD);
    const grave = await complaint("我的卡昨晚被盗刷了12860元，不是我刷的，给我转人工");
    await look();
    expect(await offeredTo(ordinary)).toBeNull();
    expect((await happened(ordinary)).at(-1)).toBe("left-to-lead");
    expect(await offeredTo(grave)).toBe("he-zhiyuan");
    await app.minutesPass(9 * 60);
    await look();
    expect(await offeredTo(ordinary)).toBe("fang-yi");
  });

  it("by hand nothing is offered; the office alone has the switch, and it is on record", async () => {
    const { look, complaint, duty, person, offeredTo, app } = await open();
    expect(refused(await duty.setAutomatic(person("fang-yi"), false)).code).toBe("not-allowed");
    granted(await duty.setAutomatic(person("meng-qi"), false));
    const ref = await complaint(CARD);
    expect(await look()).toBe(0);
    expect(await offeredTo(ref)).toBeNull();
    granted(await duty.setAutomatic(person("meng-qi"), true));
    expect(await look()).toBe(1);
    const entries = await app.store.auditEntries("desk");
    expect(entries.filter(({ action }) => action === "automatic-assignment")).toHaveLength(2);
  });

  it("on leave with a substitute: what is owned is offered to them, and the roster shows who is gone", async () => {
    const { complaint, desk, duty, person, offeredTo, app } = await open();
    const ref = await complaint(CARD);
    granted(await desk.take(person("fang-yi"), ref));
    await app.deliver();
    const leave = { state: "leave", until: "2026-11-30", substitute: "tang-ruolan" } as const;
    expect(granted(await duty.setPresence(person("fang-yi"), leave))).toEqual({ offered: 1, kept: 0 });
    expect(await offeredTo(ref)).toBe("tang-ruolan");
    const { now, next, shifts } = granted(await duty.duty(person("meng-qi")));
    const gone = now.find(({ id }) => id === "fang-yi");
    expect(gone?.presence).toEqual({
      state: "leave",
      until: "2026-11-30",
      substitute: { id: "tang-ruolan", name: "唐若兰" },
    });
    expect(next.map(({ id, shift }) => [id, shift?.zh ?? ""])).toContainEqual(["he-zhiyuan", "夜间值班"]);
    expect(shifts.find(({ shift }) => shift.zh === "夜间值班")?.who.name).toBe("贺志远");
    expect(refused(await duty.setPresence(person("fang-yi"), { ...leave, until: "2026-11-01" })).code).toBe(
      "field-wrong",
    );
    expect(refused(await duty.setPresence(person("fang-yi"), { ...leave, substitute: "xu-jing" })).code).toBe(
      "no-such-staff",
    );
    expect(refused(await duty.setPresence(person("he-zhiyuan"), { ...leave, substitute: "fang-yi" })).code).toBe(
      "no-colleague",
    );
  });
});
