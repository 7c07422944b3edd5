import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IncidentDesk } from "../../src/desk/incidents.ts";
import { checkPromise } from "../../src/wording/guard.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { raiseAlert } from "./incident-world.ts";
import { granted, refused } from "./outcomes.ts";

const NAME = { zh: "手机银行登录故障", en: "Sign-in to mobile banking is down" };
const KNOWN = {
  zh: "手机银行登录不稳定，正在抢修。",
  en: "Signing in to mobile banking is unstable. Engineers are at work.",
};
const ENDING = { zh: "手机银行登录已恢复。", en: "Signing in works again." };
const LOGIN = { department: "digital-banking", due: "2026-12-05", says: ["手机银行登录不了，我电话13812345678"] };

describe("mass events on the desk", () => {
  let world: World;
  let desk: IncidentDesk;
  let numbers: string[];
  beforeEach(async () => {
    world = await createWorld({ checkPromise });
    if (!world.desk.incidents) throw new Error("the desk watches for none");
    desk = world.desk.incidents;
    numbers = [];
    for (let n = 0; n < 5; n += 1) numbers.push(await complain(world, LOGIN));
  });
  afterEach(() => world.close());

  const someone = (id: string) => world.person(id);
  const office = () => someone("meng-qi");
  const manager = () => someone("luo-hai");
  const openFrom = async (alert: string) =>
    granted(await desk.open(office(), { name: NAME, kinds: [["sign:sign-in"]], alert, known: KNOWN })).id;
  const show = async (id: string, who = office()) => granted(await desk.show(who, id));

  it("say why there is an alert, in both languages, and mask what customers wrote", async () => {
    await raiseAlert(world, numbers);
    const [alert] = granted(await desk.overview(office())).alerts ?? [];
    expect(alert?.why.zh).toContain("以来有 5 位客户反映");
    expect(alert?.why.zh).toContain("约 0.3 件");
    expect(alert?.why.en).toContain("Of the 23 complaints of all kinds");
    expect(alert?.kinds[0]?.map(({ name }) => name.zh)).toEqual(["登录", "手机银行"]);
    expect(alert?.complaints.map((one) => one.case)).toEqual(numbers);
    expect(JSON.stringify(alert)).not.toContain("13812345678");
  });

  it.each([
    ["fang-yi", "reads"],
    ["tang-ruolan", "reads"],
    ["xu-jing", "reads"],
    ["meng-qi", "runs"],
    ["luo-hai", "runs"],
    ["pei-an", "nothing"],
  ])("%s %s", async (id, may) => {
    const alert = await raiseAlert(world, numbers);
    const who = someone(id);
    const overview = await desk.overview(who);
    expect(overview.ok).toBe(may !== "nothing");
    expect(granted(await desk.waiting(who))).toBe(may === "runs" ? 1 : 0);
    if (overview.ok) expect(overview.value.alerts !== null).toBe(may === "runs");
    expect((await desk.plan(who)).ok).toBe(may !== "nothing");
    const form = { name: NAME, kinds: [["sign:sign-in"]], alert, known: null };
    expect((await desk.open(who, form)).ok).toBe(may === "runs");
    if (may !== "runs") expect(refused(await desk.dismiss(who, alert, "不是")).code).toBe("not-allowed");
    expect(world.desk.me(who).pages.incidents).toBe(may !== "nothing");
  });

  it("reach customers only after a second person approved the text", async () => {
    const id = await openFrom(await raiseAlert(world, numbers));
    expect(await show(id)).toMatchObject({ known: null, proposed: { mine: true, approvedBy: null }, told: false });
    expect(refused(await desk.approve(office(), id, 1)).code).toBe("same-person");
    granted(await desk.approve(manager(), id, 1));
    const shown = await show(id, someone("fang-yi"));
    expect(shown).toMatchObject({
      known: { zh: KNOWN.zh, approvedBy: "罗海" },
      proposed: null,
      runs: false,
      told: true,
    });
    expect(shown.log).toBeNull();
    // A text nobody approved yet is none for colleagues.
    granted(await desk.propose(manager(), id, { revision: 2, text: ENDING, last: false }));
    expect((await show(id, someone("fang-yi"))).proposed).toBeNull();
    expect((await show(id)).known?.zh).toBe(KNOWN.zh);
  });

  it("refuse a change decided on an older version", async () => {
    const id = await openFrom(await raiseAlert(world, numbers));
    granted(await desk.change(office(), id, { revision: 1, name: NAME, kinds: [["venue:mobile-app"]] }));
    const late = await desk.change(manager(), id, { revision: 1, name: NAME, kinds: [["venue:phone"]] });
    expect(refused(late).code).toBe("changed-meanwhile");
    expect((await show(id)).kinds).toMatchObject([[{ mark: "venue:mobile-app" }]]);
  });

  it("end with a text that two people answer for, and then nothing changes any more", async () => {
    const id = await openFrom(await raiseAlert(world, numbers));
    granted(await desk.propose(manager(), id, { revision: 1, text: ENDING, last: true }));
    expect((await show(id)).status).toBe("open");
    granted(await desk.approve(office(), id, 2));
    expect(await show(id)).toMatchObject({
      status: "ended",
      ending: { zh: ENDING.zh, by: "罗海", approvedBy: "孟琪" },
    });
    expect(await world.store.incidents.untold(100)).toHaveLength(5);
    expect(refused(await desk.approve(office(), id, 3)).code).toBe("incident-ended");
    expect(refused(await desk.link(office(), id, numbers[0] ?? "")).code).toBe("incident-ended");
    const log = (await show(id)).log?.map(({ actor, action }) => `${actor} ${action}`);
    expect(log).toEqual([
      "孟琪 incident-opened",
      "孟琪 alert-opened",
      "罗海 incident-ending-proposed",
      "孟琪 incident-ended",
    ]);
  });

  it("warn of what a text promises", async () => {
    const id = await openFrom(await raiseAlert(world, numbers));
    const text = { zh: "我们保证全额赔偿，明天恢复。", en: "We guarantee full compensation." };
    granted(await desk.propose(office(), id, { revision: 1, text, last: false }));
    expect((await show(id)).proposed?.warnings.length).toBeGreaterThan(0);
  });

  it("link and unlink by hand, and a complaint linked twice stays as it was", async () => {
    const other = await complain(world, { ...LOGIN, says: ["app打不开"] });
    const id = await openFrom(await raiseAlert(world, numbers));
    granted(await desk.link(office(), id, other));
    granted(await desk.link(office(), id, numbers[0] ?? ""));
    const shown = await show(id);
    expect(shown.complaints.map((one) => one.how).sort()).toEqual([
      "alert",
      "alert",
      "alert",
      "alert",
      "alert",
      "by-hand",
    ]);
    granted(await desk.unlink(office(), id, shown.complaints.find((one) => one.case === other)?.record ?? ""));
    expect((await show(id)).complaints).toHaveLength(5);
  });

  it("never show a complaint to the person or outlet it is about", async () => {
    const place = { name: "place", value: "滨江支行", text: "滨江支行", start: 0, end: 4 } as const;
    const branch = await complain(world, {
      ...LOGIN,
      department: "retail",
      says: ["滨江支行停电还骂人"],
      facts: [place],
    });
    const concerned = world.person("binjiang-office", { role: "office", outlet: "binjiang", name: "某某" });
    const id = await openFrom(await raiseAlert(world, [...numbers, branch]));
    expect((await show(id)).complaints.map((one) => one.case)).toContain(branch);
    const seen = await show(id, concerned);
    expect(seen.complaints).toHaveLength(5);
    expect(JSON.stringify(seen.complaints)).not.toContain("滨江");
    const alert = await raiseAlert(world, [branch]);
    const alerts = granted(await desk.overview(concerned)).alerts ?? [];
    expect(alerts.map((one) => one.id)).not.toContain(alert);
    expect(refused(await desk.link(concerned, id, branch)).code).toBe("not-found");
    // Agents of other departments see the incident, not the cases.
    expect((await show(id, someone("fang-yi"))).complaints).toEqual([]);
  });

  it.each([
    [{ zh: "只有中文", en: " " }, [["sign:sign-in"]], "both-languages"],
    [{ zh: "长".repeat(100), en: "long" }, [["sign:sign-in"]], "too-long"],
    [NAME, [], "no-kinds"],
    [NAME, [[]], "no-kinds"],
    [NAME, [["sign:nothing"]], "no-kinds"],
    [NAME, [["outlet:binjiang", "what:ever"]], "no-kinds"],
    [NAME, [["word:<script>&x"]], "no-kinds"],
  ])("refuse a form that is not complete (%#)", async (name, kinds, code) => {
    expect(refused(await desk.open(office(), { name, kinds, alert: null, known: null })).code).toBe(code);
  });

  it("take an alert once, and keep why another was dismissed", async () => {
    const alert = await raiseAlert(world, numbers);
    await openFrom(alert);
    const again = await desk.open(manager(), { name: NAME, kinds: [["sign:sign-in"]], alert, known: null });
    expect(refused(again).code).toBe("changed-meanwhile");
    const other = await raiseAlert(world, numbers.slice(0, 2));
    expect(refused(await desk.dismiss(office(), other, " ")).code).toBe("empty");
    granted(await desk.dismiss(office(), other, "同一家公司的测试"));
    expect(refused(await desk.dismiss(manager(), other, "也是")).code).toBe("changed-meanwhile");
    const view = granted(await desk.overview(manager())).alerts?.find(({ id }) => id === other);
    expect(view).toMatchObject({ status: "dismissed", by: "孟琪", reason: "同一家公司的测试" });
  });
});
