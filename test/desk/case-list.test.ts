import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted } from "./outcomes.ts";

describe("the list of cases", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    const card = { department: "credit-card-centre" as const };
    await complain(world, { ...card, says: ["超期的"], due: "2026-11-18", number: "C-OVER" });
    await complain(world, { ...card, says: ["今天的"], due: "2026-11-20", number: "C-TODAY" });
    await complain(world, { ...card, says: ["后天的"], due: "2026-11-22", number: "C-SOON" });
    await complain(world, {
      ...card,
      says: ["不急的"],
      due: "2026-12-05",
      number: "C-CALM",
      risks: [{ slug: "repeat", level: "P2", words: "第三次了" }],
    });
    await complain(world, {
      ...card,
      says: ["要曝光"],
      due: "2026-12-04",
      number: "C-MEDIA",
      receivedAt: "2026-11-19T01:00:00.000Z",
      risks: [{ slug: "media", level: "P1", words: "要曝光" }],
    });
    await complain(world, {
      ...card,
      says: ["被盗刷"],
      due: "2026-12-05",
      number: "C-FRAUD",
      emotion: 3,
      risks: [
        { slug: "repeat", level: "P2", words: "又来了" },
        { slug: "unauthorised-transaction", level: "P0", words: "被盗刷" },
      ],
    });
  });
  afterAll(() => world.close());
  const refs = async (view: Parameters<World["desk"]["list"]>[1]["view"], search = "") =>
    granted(await world.desk.list(world.person("fang-yi"), { view, search })).items.map((item) => item.ref);

  it("puts danger first, then stands in the order the cases fall due", async () => {
    expect(await refs("open")).toEqual(["C-FRAUD", "C-OVER", "C-TODAY", "C-SOON", "C-MEDIA", "C-CALM"]);
  });

  it("can be narrowed, and says how many each view holds", async () => {
    granted(await world.desk.take(world.person("fang-yi"), "C-SOON"));
    expect(await refs("mine")).toEqual(["C-SOON"]);
    expect(await refs("unclaimed")).not.toContain("C-SOON");
    expect(await refs("today")).toEqual(["C-TODAY"]);
    expect(await refs("overdue")).toEqual(["C-OVER"]);
    expect(await refs("urgent")).toEqual(["C-FRAUD", "C-MEDIA"]);
    expect(await refs("closed")).toEqual([]);
    const { counts } = granted(await world.desk.list(world.person("fang-yi"), { view: "mine" }));
    expect(counts).toEqual({ open: 6, mine: 1, unclaimed: 5, today: 1, overdue: 1, urgent: 2 });
  });

  it("finds a case by part of its number, in any case of letters", async () => {
    expect(await refs("mine", "c-fra")).toEqual(["C-FRAUD"]);
    expect(await refs("open", "X-1")).toEqual([]);
  });

  it("shows the clock in words and in a state, the emotion in words, the gravest risk first", async () => {
    const { items } = granted(await world.desk.list(world.person("fang-yi"), { view: "open" }));
    const of = (ref: string) => items.find((item) => item.ref === ref);
    expect(of("C-OVER")?.clock).toMatchObject({ state: "overdue", text: { zh: "已超期 2 天" } });
    expect(of("C-TODAY")?.clock).toMatchObject({ state: "today", text: { zh: "今天到期，还剩 14 小时" } });
    expect(of("C-SOON")?.clock).toMatchObject({ state: "soon", text: { zh: "剩 2 天 14 小时", en: "2 d 14 h left" } });
    expect(of("C-CALM")?.clock).toMatchObject({ state: "calm", endsAt: "2026-12-05T16:00:00.000Z" });
    expect(of("C-FRAUD")?.emotion.name.zh).toBe("激烈");
    expect(of("C-FRAUD")?.risks.map((risk) => risk.level)).toEqual(["P0", "P2"]);
  });

  it("alerts of P0 and P1 cases nobody has taken, P0 first", async () => {
    const fang = world.person("fang-yi");
    const waiting = async () => granted(await world.desk.alerts(fang)).map((item) => item.ref);
    expect(await waiting()).toEqual(["C-FRAUD", "C-MEDIA"]);
    granted(await world.desk.take(fang, "C-FRAUD"));
    expect(await waiting()).toEqual(["C-MEDIA"]);
  });

  it("explains the last day on the case page", async () => {
    const ref = await complain(world, { says: ["年费"], department: "credit-card-centre", due: "2026-12-05" });
    const { arithmetic } = granted(await world.desk.open(world.person("fang-yi"), ref));
    expect(arithmetic.zh).toContain("2026-11-20 10:00 收到首条投诉；从次日起算 15 个自然日，2026-12-05 为最后一天");
    expect(arithmetic.zh).toContain("银保监会令2020年第3号");
    expect(arithmetic.en).toContain("15 calendar days counted from the next day");
  });
});
