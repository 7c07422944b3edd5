import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TaskForm } from "../../src/desk/improvement-form.ts";
import type { ImprovementDesk } from "../../src/desk/improvements.ts";
import { remindOwners } from "../../src/workers/improvement-reminders.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

const PARTS = { findings: "已查", decision: "已退", grounds: "规定第2条", remedies: "可申请核查" };
const FEES = { department: "credit-card-centre", business: "credit-card", reason: "pricing" } as const;

describe("an improvement task", () => {
  let world: World;
  let desk: ImprovementDesk;
  const lead = () => world.person("tang-ruolan");
  const office = () => world.person("meng-qi");
  const agent = () => world.person("fang-yi");

  beforeEach(async () => {
    world = await createWorld();
    if (!world.desk.improvements) throw new Error("the desk keeps no tasks");
    desk = world.desk.improvements;
  });
  afterEach(() => world.close());

  /** A complaint about a fee, closed on the same day with its cause. */
  async function fee(day: string, number: string, closed = true): Promise<void> {
    world.setNow(`${day}T02:00:00.000Z`);
    await complain(world, { ...FEES, says: ["年费"], due: "2027-12-31", number });
    if (!closed) return;
    granted(await world.desk.take(lead(), number));
    granted(await world.desk.resolve(lead(), number, { parts: PARTS, cause: "rule" }));
  }

  const form = (change: Partial<TaskForm> = {}): TaskForm => ({
    what: "年费到期前30天短信提醒",
    department: "credit-card-centre",
    staff: "fang-yi",
    dueOn: "2026-12-15",
    cases: ["C-1", "C-2"],
    incident: null,
    measure: { only: { business: "credit-card", cause: "rule" }, days: 30, fall: 50 },
    ...change,
  });

  /** Four fees in the month before, and the task opened on 22 November. */
  async function opened(): Promise<string> {
    for (let n = 1; n <= 4; n += 1) await fee(`2026-11-0${n}`, `C-${n}`);
    world.setNow("2026-11-22T02:00:00.000Z");
    return granted(await desk.openTask(lead(), form())).id;
  }
  const task = async (who = office()) => {
    const [one] = granted(await desk.tasks(who)).tasks;
    if (!one) throw new Error("no task");
    return one;
  };
  const done = async (id: string, day: string) => {
    world.setNow(`${day}T02:00:00.000Z`);
    const { revision } = await task();
    granted(await desk.finishTask(agent(), id, { revision, what: "短信已上线" }));
  };
  const check = async (id: string, day: string, who = office()) => {
    world.setNow(`${day}T02:00:00.000Z`);
    return desk.checkTask(who, id, (await task()).revision);
  };

  it("starts from what its cases have in common", async () => {
    for (const n of [1, 2]) await fee(`2026-11-0${n}`, `C-${n}`);
    world.setNow("2026-11-22T02:00:00.000Z");
    const start = granted(await desk.startTask(lead(), { cases: ["C-1", "C-2"], incident: null }));
    expect(start.only).toEqual({ business: "credit-card", reason: "pricing", cause: "rule" });
    expect(start).toMatchObject({ count: 2, department: "credit-card-centre", dueOn: "2026-12-22" });
  });

  it("is done by its owner, checked by somebody else who counts, and had an effect", async () => {
    const id = await opened();
    await done(id, "2026-12-10");
    await fee("2026-12-20", "C-LATER");
    expect(refused(await check(id, "2027-01-09")).message.zh).toContain("2027-01-10");
    expect(granted(await check(id, "2027-01-10"))).toBe("effective");
    expect((await task()).checks).toMatchObject([
      { verdict: "effective", before: { count: 4 }, after: { count: 1 }, by: { id: "meng-qi" } },
    ]);
    const entries = await world.store.auditEntries("improvements");
    expect(entries.map(({ action }) => action)).toEqual(["task-opened", "task-done", "refused", "task-checked"]);
    expect(entries.at(-1)?.detail).toMatchObject({ verdict: "effective", before: 4, after: 1 });
    expect((await world.store.verifyAudit()).problems).toEqual([]);
  });

  it("that had no effect is open again, with a new day, and is measured against the same days before", async () => {
    const id = await opened();
    await done(id, "2026-12-10");
    for (const n of [1, 2, 3]) await fee(`2026-12-2${n}`, `C-AGAIN${n}`);
    expect(granted(await check(id, "2027-01-10"))).toBe("open");
    expect(await task()).toMatchObject({ status: "open", dueOn: "2027-02-09", done: null, overdue: false });
    await done(id, "2027-01-20");
    expect(granted(await check(id, "2027-02-25"))).toBe("effective");
    const [first, second] = (await task()).checks;
    expect(second?.before).toEqual(first?.before);
  });

  it("is not called effective while complaints that would decide it are open", async () => {
    const id = await opened();
    await done(id, "2026-12-10");
    for (const n of [1, 2, 3]) await fee(`2026-12-2${n}`, `C-OPEN${n}`, false);
    const early = refused(await check(id, "2027-01-10"));
    expect(early).toMatchObject({ code: "too-early" });
    expect(early.message.zh).toContain("3 件");
  });

  it("is not checked by whoever did it, nor by a department of itself", async () => {
    const id = await opened();
    const { revision } = await task();
    granted(await desk.finishTask(office(), id, { revision, what: "已改" }));
    expect(refused(await check(id, "2027-01-10")).code).toBe("second-person");
    expect(refused(await check(id, "2027-01-10", lead())).code).toBe("not-allowed");
  });

  it("needs closed cases, a kind that occurred, and somebody to do it", async () => {
    await opened();
    const refuses = async (change: Partial<TaskForm>, who = lead()) =>
      refused(await desk.openTask(who, form(change))).code;
    await fee("2026-11-21", "C-OPEN", false);
    world.setNow("2026-11-22T03:00:00.000Z");
    expect(await refuses({ cases: ["C-OPEN"] })).toBe("not-closed");
    expect(await refuses({ cases: [] })).toBe("field-wrong");
    expect(await refuses({ staff: "shen-lu" })).toBe("field-wrong");
    expect(await refuses({ dueOn: "2026-11-21" })).toBe("field-wrong");
    expect(await refuses({ measure: { only: {}, days: 30, fall: 50 } })).toBe("field-wrong");
    expect(await refuses({ measure: { only: { business: "loan" }, days: 30, fall: 50 } })).toBe("nothing-to-measure");
    expect(await refuses({}, agent())).toBe("not-allowed");
    expect(await refuses({}, world.person("xu-jing"))).toBe("not-allowed");
  });

  it("is seen by its department and who leads, and never by whom the complaint is about", async () => {
    const place = { name: "place", value: "滨江支行", text: "滨江支行", start: 0, end: 4 } as const;
    world.setNow("2026-11-05T02:00:00.000Z");
    const queue = { department: "credit-card-centre", business: "savings", reason: "service-attitude" } as const;
    await complain(world, { ...queue, says: ["滨江支行"], facts: [place], due: "2026-12-31", number: "C-QUEUE" });
    granted(await world.desk.take(lead(), "C-QUEUE"));
    granted(await world.desk.resolve(lead(), "C-QUEUE", { parts: PARTS, cause: "staff" }));
    world.setNow("2026-11-22T02:00:00.000Z");
    const measure = { only: { business: "savings" }, days: 30, fall: 50 };
    granted(await desk.openTask(lead(), form({ cases: ["C-QUEUE"], measure })));
    const sees = async (who: ReturnType<typeof lead>) => granted(await desk.tasks(who)).tasks.length;
    expect(await sees(lead())).toBe(1);
    expect(await sees(agent())).toBe(1);
    expect(await sees(office())).toBe(1);
    expect(await sees(world.person("shen-lu"))).toBe(0);
    expect(await sees(world.person("binjiang-office", { role: "office", outlet: "binjiang" }))).toBe(0);
    expect(refused(await desk.tasks(world.person("pei-an"))).code).toBe("not-allowed");
  });

  it("reminds its owner once of each thing, also after days on which nobody looked", async () => {
    const id = await opened();
    const { improvements } = world.store;
    const parts = { improvements, live: world.live, zone: "Asia/Shanghai", log: { error: () => undefined } };
    const remind = (day: string) => {
      world.setNow(`${day}T02:00:00.000Z`);
      return remindOwners({ ...parts, now: world.now });
    };
    expect(await remind("2026-12-01")).toEqual([]);
    expect(granted(await desk.dueTasks(agent()))).toBe(0);
    expect(await remind("2026-12-15")).toEqual([{ task: id, kind: "due" }]);
    expect(await remind("2026-12-15")).toEqual([]);
    expect(granted(await desk.dueTasks(agent()))).toBe(1);
    expect(await remind("2027-01-05")).toEqual([{ task: id, kind: "overdue" }]);
    expect((await task()).overdue).toBe(true);
    await done(id, "2027-01-06");
    expect(granted(await desk.dueTasks(agent()))).toBe(0);
    expect(await remind("2027-02-06")).toEqual([{ task: id, kind: "check" }]);
    expect(granted(await desk.dueTasks(office()))).toBe(1);
    const entries = await world.store.auditEntries("improvements");
    expect(entries.filter(({ action }) => action === "task-reminded")).toHaveLength(3);
  });

  it("is changed by one at a time", async () => {
    const id = await opened();
    granted(await desk.finishTask(agent(), id, { revision: 1, what: "已改" }));
    expect(refused(await desk.finishTask(lead(), id, { revision: 1, what: "已改" })).code).toBe("changed-meanwhile");
  });
});
