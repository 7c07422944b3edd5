/** Reminders of improvement tasks, in the channel the bank named for them: each once, and never before who must not know. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TaskRow } from "../../../src/store/improvements.ts";
import { complain } from "../../desk/complaints.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice((apart) => ({ SLACK_OTHER_CHANNELS: `improvement=${apart}` }));
});
afterEach(async () => {
  const problems = problemsSent(office);
  await office.close();
  expect(problems).toEqual([]);
  expect(office.failures).toEqual([]);
});

const task = (change: Partial<TaskRow> = {}): TaskRow => ({
  id: "t1",
  revision: 1,
  status: "open",
  what: "年费通知提前三天发，问13812345678",
  owner: { department: "credit-card-centre", staff: "tang-ruolan" },
  dueOn: "2026-11-23",
  cases: [],
  incident: null,
  measure: { only: { reason: "pricing" }, days: 30, fall: 50 },
  openedAt: "2026-11-10T02:00:00.000Z",
  openedBy: "meng-qi",
  done: null,
  checks: [],
  ...change,
});
const keep = (row: TaskRow) =>
  office.world.store.improvements.saveTask(row, office.world.now(), { actor: "t", action: "task-opened", detail: {} });
const told = async () => (await office.slack.messages(office.apart)).map(({ text }) => text);
const leaves = async (...people: string[]) => {
  for (const id of people)
    await office.slack.call("conversations.kick", { channel: office.apart, user: office.slack.user(id) });
};
const on = async (instant: string) => {
  office.world.setNow(instant);
  await office.desk.tick();
};

describe("an improvement task", () => {
  it("is told three days before its last day, on it, and each week after it, once each, also over a restart", async () => {
    await leaves("zhou-ning");
    await keep(task());
    await on("2026-11-19T02:00:00.000Z");
    expect(await told()).toEqual([]);
    await on("2026-11-20T02:00:00.000Z");
    expect(await told()).toEqual([expect.stringContaining("整改任务快到期")]);
    const [first] = await told();
    expect(first).toContain(`<@${office.slack.user("tang-ruolan")}>`);
    expect(first).toContain("最后一天 last day 2026-11-23");
    expect(first).toContain("年费通知提前三天发");
    expect(first).not.toContain("13812345678");
    office.restart();
    await on("2026-11-22T02:00:00.000Z");
    expect(await told()).toHaveLength(1);
    await on("2026-11-23T02:00:00.000Z");
    await on("2026-11-24T02:00:00.000Z");
    await on("2026-11-25T02:00:00.000Z");
    await on("2026-12-01T02:00:00.000Z");
    expect((await told()).map((text) => text.split("\n")[0])).toEqual([
      expect.stringContaining("快到期"),
      expect.stringContaining("今天到期"),
      expect.stringContaining("已超期"),
      expect.stringContaining("已超期"),
    ]);
  });

  it("is told without its words where somebody reads the channel who does not see it on the desk", async () => {
    await keep(task());
    await on("2026-11-23T02:00:00.000Z");
    const [text] = await told();
    expect(text).toContain("今天到期");
    for (const word of ["年费", "2026", "<@"]) expect(text).not.toContain(word);
  });

  it("that comes of a complaint about somebody in the channel is not told there at all", async () => {
    await complain(office.world, {
      says: ["方毅态度恶劣，乱扣我的年费"],
      department: "credit-card-centre",
      due: "2026-12-05",
      risks: [{ slug: "staff-misconduct", level: "P1", words: "方毅态度恶劣" }],
    });
    const [row] = await office.world.store.cases({ limit: 1 });
    await keep(task({ cases: [row?.key ?? ""] }));
    await on("2026-11-23T02:00:00.000Z");
    expect(await told()).toEqual([]);
    await leaves("fang-yi");
    await on("2026-11-23T03:00:00.000Z");
    expect(await told()).toHaveLength(1);
  });
});
