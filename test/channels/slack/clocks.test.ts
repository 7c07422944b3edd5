import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLifeClocks } from "../../../src/cases/clocks/life-clocks.ts";
import { createLive } from "../../../src/store/live.ts";
import { type CaseClockParts, lookAtDueCases } from "../../../src/workers/case-clocks.ts";
import { type LivingOffice, openLivingOffice } from "./living-office.ts";
import { problemsSent } from "./office.ts";

describe("what the clocks of a case say, in Slack", () => {
  let living: LivingOffice;
  let number: string;
  let parts: CaseClockParts;
  beforeEach(async () => {
    // Monday, ten in the morning in Shanghai.
    living = await openLivingOffice();
    const { life, store, now, content } = living.app;
    const cases = createLifeClocks({
      life,
      store,
      bank: () => content.bank,
      live: createLive(),
      staffToldElsewhere: () => true,
      now,
    });
    parts = { firings: store.firings, cases, log: pino({ level: "silent" }), now };
    ({ number } = await living.complaint("信用卡年费乱扣了我300元，我要投诉，给我转人工"));
  });
  afterEach(async () => {
    const { office } = living;
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
    expect(office.failures).toEqual([]);
  });

  async function hoursPass(hours: number) {
    await living.app.minutesPass(hours * 60);
    await lookAtDueCases(parts);
    await living.app.deliver();
  }
  const rung = async () => (await living.office.thread(number)).filter((line) => line.includes("⏰"));
  const call = (id: string) => `<@${living.office.slack.user(id)}>`;

  it("names clock, time left and who is meant, once each, and goes up the chain", async () => {
    for (let hours = 0; hours < 72; hours += 6) await hoursPass(6);
    const lines = await rung();
    const overdue = lines.find((line) => line.includes("升级催办") && line.includes("组长")) ?? "";
    expect(overdue).toMatch(/已超期|今天到期/);
    expect(overdue).toContain(call("tang-ruolan"));
    expect(lines.some((line) => line.includes("催办") && line.includes("经办人"))).toBe(true);
    expect(new Set(lines.map((line) => line.split(" · ").slice(1).join(" · "))).size).toBe(lines.length);
    const before = lines.length;
    await living.app.store.firings.lookAtAll(living.app.now());
    await lookAtDueCases(parts);
    await living.app.deliver();
    living.office.restart();
    await living.office.show(number);
    expect(await rung()).toHaveLength(before);
  });

  it("reminds the one who has the case by name", async () => {
    const { office } = living;
    await office.choose("tang-ruolan", await office.card(number), "assign");
    await office.send("tang-ruolan", office.lastView(), { to: "fang-yi", reason: "" });
    await living.app.deliver();
    for (let days = 0; days < 14; days += 1) await hoursPass(24);
    const lines = (await rung()).filter((line) => line.includes("经办人 方毅"));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain(call("fang-yi"));
    expect((await rung()).join("\n")).toMatch(/还剩 1 天/);
    // Somebody without an account in Slack is called nowhere.
    expect((await rung()).join("\n")).not.toContain("<@>");
  });

  it("calls nobody who must not handle the case", async () => {
    const { office } = living;
    await office.choose("meng-qi", await office.card(number), "recuse");
    await office.send("meng-qi", office.lastView(), { staff: "tang-ruolan", reason: "客户投诉的就是她" });
    await living.app.deliver();
    for (let days = 0; days < 4; days += 1) await hoursPass(24);
    expect((await rung()).join("\n")).toContain("组长");
    expect((await rung()).join("\n")).not.toContain(call("tang-ruolan"));
  });

  it("brings the card up to date without anybody touching the case", async () => {
    await hoursPass(24 * 17);
    expect(JSON.stringify((await living.office.card(number)).blocks)).toContain("已超期");
    expect((await rung()).join("\n")).toContain("管理层");
  });
});
