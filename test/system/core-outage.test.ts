/** A day without the core system, and then a slow one. Everything but the clock is the real thing. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningCore, startCore } from "../../examples/core/start.ts";
import { reconcile } from "../../src/cases/reconcile.ts";
import { connectTo, httpSettings, KEY } from "../cases/core/connecting.ts";
import { type InProcess, startInProcess } from "./in-process.ts";

const START = "2026-11-23T10:00:00+08:00";

let core: RunningCore;
let bank: InProcess;
beforeEach(async () => {
  core = await startCore({ port: 0, file: ":memory:", key: KEY, events: null, now: () => Date.parse(bank.now()) });
  const settings = { ...httpSettings(core.url), timeoutMs: 1500, breaker: { failures: 5, pauseMs: 30_000 } };
  bank = await startInProcess({ start: START, core: settings });
});
afterEach(async () => {
  await bank.close();
  await core.stop();
});

const COMPLAINTS = [
  "信用卡年费多收了300块，给我转人工",
  "我卡里昨晚被人转走了8000元，不是我操作的！",
  "滨江支行柜员态度恶劣，我要找你们领导",
  "理财亏了两万，当时说保本，给我转人工",
  "柜员机吞了我的卡，没人管，我要人工",
  "贷款提前还款收了违约金，合同里没写，转人工",
];

/** The first customer's answers, given while the core system is away. */
const DETAILS = [
  "上个月扣的",
  "退还年费",
  "可以",
  "尾号6677",
  "叫我老郑就行",
  "13812345678",
  "下午三点以后",
  "对",
  "对的",
];

const heard = async (conversation: string, after = 0) =>
  (await bank.waiting(conversation, after))
    .filter(({ author }) => author.kind !== "customer")
    .map(({ text }) => text ?? "");
const lastSeq = async (conversation: string) => (await bank.waiting(conversation)).at(-1)?.seq ?? 0;
const matterOf = async (conversation: string) => {
  const [matter] = (await bank.state(conversation)).matters;
  if (!matter?.case) throw new Error("no case was asked for");
  return { ...matter, case: matter.case };
};

async function hoursPass(hours: number, stepMinutes = 30): Promise<void> {
  for (let passed = 0; passed < hours * 60; passed += stepMinutes) await bank.minutesPass(stepMinutes);
}

/** What a customer hears who asks how far things are. */
async function asks(conversation: string): Promise<string> {
  const before = await lastSeq(conversation);
  await bank.says(conversation, "我的投诉现在到哪一步了");
  return (await heard(conversation, before)).join("\n");
}

const ARRIVED = /案件编号(?:出来了|是)?[:：]?GD|正等着接手|在.{2,12}排着|等人接手/u;

describe("a core system that is down for a day and then slow", () => {
  it("has every case once in the end, and nobody was told otherwise meanwhile", { timeout: 60_000 }, async () => {
    core.faults.failing = Number.MAX_SAFE_INTEGER;
    const customers = await Promise.all(COMPLAINTS.map(() => bank.open()));
    for (const [index, customer] of customers.entries()) await bank.says(customer, COMPLAINTS[index] ?? "");
    const [first = "", , third = ""] = customers;

    for (const customer of customers) {
      const { record, case: pending } = await matterOf(customer);
      expect(pending.number).toBeNull();
      // They have a number to hold on to, the record's, and none that isn't there yet.
      const said = (await heard(customer)).join("\n");
      expect(said).toContain(record);
      expect(said).not.toMatch(ARRIVED);
    }
    await hoursPass(1);
    const answer = await asks(first);
    expect(answer).toMatch(/案件编号还没/u);
    expect(answer).not.toMatch(ARRIVED);

    await hoursPass(11);
    for (const line of DETAILS) await bank.says(first, line);
    expect((await bank.state(first)).stage).toBe("following-up");
    await bank.says(first, "补充一下，我还打过两次客服电话");
    await bank.says(third, "算了，我要撤诉");
    await bank.says(third, "是的，撤回");
    await hoursPass(12);
    expect(await asks(first)).toMatch(/案件编号还没/u);
    expect(core.cases.count()).toBe(0);
    expect(await bank.store.deadLetters()).toEqual([]);

    // Back, and slower than anybody waits: what it worked is answered to nobody.
    const before = new Map(await Promise.all(customers.map(async (one) => [one, await lastSeq(one)] as const)));
    core.faults.failing = 0;
    core.faults.slowMs = 5000;
    await bank.minutesPass(15);
    await bank.minutesPass(15);
    core.faults.slowMs = 0;
    core.faults.dropping = 4;
    await hoursPass(2, 6);

    expect(core.cases.count()).toBe(COMPLAINTS.length);
    expect(await bank.store.pendingEffects()).toBe(0);
    expect(await bank.store.deadLetters()).toEqual([]);
    const numbers = new Set<string>();
    for (const customer of customers) {
      const { record, status, case: opened } = await matterOf(customer);
      numbers.add(opened.number ?? "none");
      expect(core.cases.find(opened.number ?? "")).toMatchObject({ record, key: opened.key });
      const news = await heard(customer, before.get(customer));
      const told = news.filter((text) => text.includes(opened.number ?? "none")).length;
      // Never twice, and not in the middle of a question that waits for its answer: then it is there for the asking.
      const { stage } = await bank.state(customer);
      const asking = stage === "gathering";
      const over = status === "withdrawn";
      expect([record, told]).toEqual([record, asking || over ? 0 : 1]);
      if (asking) expect(await asks(customer)).toContain(opened.number);
    }
    expect(numbers.size).toBe(COMPLAINTS.length);
    expect(await asks(first)).not.toMatch(/还没/u);

    const { case: withdrawn } = await matterOf(third);
    expect(core.cases.find(withdrawn.number ?? "")?.status).toBe("closed");
    const { case: supplemented } = await matterOf(first);
    const added = core.cases.messages(supplemented.number ?? "").map(({ text }) => text);
    expect(added.filter((text) => text.includes("两次客服电话"))).toHaveLength(1);

    const report = await reconcile({
      core: connectTo(httpSettings(core.url), bank.now),
      records: bank.store.core,
      audit: (chain, at, note) => bank.store.audit(chain, at, note),
      live: { publish: () => undefined },
      now: bank.now,
      repair: true,
    });
    expect(report).toMatchObject({ here: COMPLAINTS.length, there: COMPLAINTS.length, findings: [] });
  });
});
