import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { World } from "../../desk/bank-of-tests.ts";
import { complain } from "../../desk/complaints.ts";
import { raiseAlert } from "../../desk/incident-world.ts";
import { granted } from "../../desk/outcomes.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

describe("duty and alerts of mass events, in Slack", () => {
  let world: World;
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    world = office.world;
  });
  afterEach(async () => {
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
    expect(office.failures).toEqual([]);
  });
  const calls = async () =>
    (await office.slack.messages(office.duty)).filter(({ text }) => text.includes("疑似群体性投诉"));
  const wait = async (minutes: number) => {
    world.pass(minutes);
    await office.desk.tick();
  };

  it("the duty group is called, and called again until somebody has seen it", async () => {
    const number = await complain(world, {
      says: ["手机银行登不上"],
      department: "digital-banking",
      due: "2026-12-05",
    });
    const alert = await raiseAlert(world, [number]);
    await office.desk.tick();
    await office.desk.tick();
    const [first] = await calls();
    expect(await calls()).toHaveLength(1);
    expect(first?.text).toContain("<!subteam^S0DUTY>");
    expect(first?.text).toContain("1 件相似投诉");
    // What it is about is for the desk: the outlet named may read here.
    expect(JSON.stringify(first)).not.toContain("登录");
    await wait(30);
    expect(await calls()).toHaveLength(2);
    office.restart();
    await office.desk.tick();
    expect(await calls()).toHaveLength(2);
    if (!first) throw new Error("nobody was called");
    await office.press("fang-yi", first, "incident:seen");
    await wait(120);
    const after = await calls();
    expect(after).toHaveLength(2);
    expect(after.every(({ text }) => text.includes("已由 方毅 确认"))).toBe(true);
    const entries = await world.store.auditEntries("incidents");
    expect(entries.filter(({ action }) => action === "alert-seen").map(({ actor }) => actor)).toEqual([
      "staff:fang-yi",
    ]);
    const view = granted((await world.desk.incidents?.overview(world.person("meng-qi"))) ?? fail());
    expect(view.alerts?.find(({ id }) => id === alert)?.seen?.name).toBe("方毅");
  });

  it("an alert somebody has judged calls nobody", async () => {
    const number = await complain(world, {
      says: ["手机银行登不上"],
      department: "digital-banking",
      due: "2026-12-05",
    });
    const alert = await raiseAlert(world, [number]);
    granted((await world.desk.incidents?.dismiss(world.person("meng-qi"), alert, "不同原因")) ?? fail());
    await wait(5);
    expect(await calls()).toEqual([]);
  });

  it("somebody says on the home tab that they are away, back, and on leave with a colleague standing in", async () => {
    const state = async () => (await world.desk.duty?.presence(world.person("fang-yi")))?.state;
    await office.pressHome("fang-yi", "home:presence-away", "");
    expect(await state()).toBe("away");
    expect(JSON.stringify(office.lastView("views.publish"))).toContain("离开");
    await office.pressHome("fang-yi", "home:presence-online", "");
    expect(await state()).toBe("online");
    await office.pressHome("fang-yi", "home:presence-leave", "");
    const form = office.lastView();
    expect(form.callback_id).toBe("leave");
    await office.send("fang-yi", form, { until: "2026-11-30", substitute: "tang-ruolan" });
    expect(await world.desk.duty?.presence(world.person("fang-yi"))).toEqual({
      state: "leave",
      until: "2026-11-30",
      substitute: { id: "tang-ruolan", name: "唐若兰" },
    });
  });
});

function fail(): never {
  throw new Error("the desk of this world has no such part");
}
