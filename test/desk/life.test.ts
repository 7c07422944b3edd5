/** What staff do with a case on the desk, over the whole product in memory. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import type { DeskStep } from "../../src/desk/life-steps.ts";
import type { StaffMember } from "../../src/desk/staff.ts";
import { checkPromise } from "../../src/wording/guard.ts";
import { type InProcess, startInProcess } from "../system/in-process.ts";
import { granted, refused } from "./outcomes.ts";

let app: InProcess;
let desk: Desk;
let ref: string;
let conversation: string;
let wishes: number;

beforeAll(async () => {
  wishes = 0;
  app = await startInProcess({ start: "2026-11-23T02:00:00.000Z" });
  const { bank } = app.content;
  desk = createDesk({
    store: app.store,
    gaps: app.store,
    commands: { command: app.intake.command, typing: () => undefined },
    caseLife: app.life,
    calendar: bank.calendar,
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now: app.now,
    newId: () => crypto.randomUUID(),
    checkPromise,
  });
});
beforeEach(async () => {
  conversation = await app.open();
  await app.says(conversation, "信用卡年费乱扣了我300元，我叫张伟，我要投诉，给我转人工");
  ref = (await app.store.cases({ limit: 100 })).find((row) => row.conversation === conversation)?.key ?? "";
});
afterAll(() => app.close());

function person(id: string): StaffMember {
  const found = app.content.bank.staff.find((one) => one.id === id);
  if (!found) throw new Error(`nobody called ${id}`);
  return found;
}
const [fang, tang, meng, luo, shen] = ["fang-yi", "tang-ruolan", "meng-qi", "luo-hai", "shen-lu"] as const;

async function asks(id: string, step: DeskStep, more: { confirmed?: boolean; clientId?: string } = {}) {
  wishes += 1;
  const outcome = await desk.step(person(id), ref, { clientId: `client-${wishes}`, step, ...more });
  await app.deliver();
  return outcome;
}
async function does(id: string, step: DeskStep) {
  const done = granted(await asks(id, step));
  if (!done.done) throw new Error(done.warnings.join());
  return done.life;
}
const listed = async (id: string, view: "open" | "mine") =>
  granted(await desk.list(person(id), { view })).items.some((item) => item.key === ref);
const heard = async () => (await app.waiting(conversation)).map(({ text }) => text ?? "");

describe("a case on the desk", () => {
  it("shows where it stands, why it is graded so, and only the steps this person may take", async () => {
    const forLead = granted(await desk.life(person(tang), ref));
    expect(forLead).toMatchObject({
      stage: { slug: "registered", name: { zh: "已登记，待分派" } },
      grade: { value: "ordinary", reason: "本行投诉管理规定" },
      department: { zh: "信用卡中心" },
      owner: null,
    });
    expect(forLead.steps).toContain("assign");
    const forAgent = granted(await desk.life(person(fang), ref));
    expect(forAgent.steps).toEqual(["accept"]);
    expect(refused(await desk.life(person(shen), ref)).code).toBe("other-department");
    expect(refused(await asks("xu-jing", { type: "accept" })).code).toBe("not-allowed");
  });

  it("is assigned to who has least to do, and the customer is told who has it", async () => {
    const list = granted(await desk.candidates(person(tang), ref));
    expect(list.map((one) => one.id).sort()).toEqual(["fang-yi", "tang-ruolan"]);
    const before = list.find((one) => one.id === fang)?.load ?? 0;
    await does(tang, { type: "assign", to: fang, reason: null });
    expect((await heard()).at(-1)).toContain("小方");
    expect(granted(await desk.candidates(person(tang), ref)).find((one) => one.id === fang)?.load).toBe(before + 1);
    expect(await listed(fang, "mine")).toBe(true);
  });

  it("goes to another department only through the office, by offer and acceptance", async () => {
    await does(fang, { type: "accept" });
    expect(refused(await asks(fang, { type: "offer-transfer", to: shen, reason: "是手机银行的事" })).step).toBe(
      "other-department",
    );
    await does(meng, { type: "offer-transfer", to: shen, reason: "是手机银行的事" });
    const offered = granted(await desk.life(person(shen), ref));
    expect(offered.steps).toEqual(["accept-transfer", "refuse-transfer"]);
    expect(await listed(shen, "open")).toBe(true);
    await does(shen, { type: "accept-transfer" });
    expect((await app.store.case(ref))?.department).toBe("digital-banking");
    expect(refused(await desk.life(person("lin-jiahe"), ref)).code).toBe("other-department");
  });

  it("comes back from a department that got it by mistake, with the reason on the page", async () => {
    await does(fang, { type: "accept" });
    expect(refused(await asks(fang, { type: "return", reason: " " })).step).toBe("reason-needed");
    await asks(fang, { type: "return", reason: "持卡人张伟的卡是借记卡" });
    const life = granted(await desk.life(person(meng), ref));
    expect(life).toMatchObject({ department: { zh: "消保办" }, owner: null });
    const words = life.timeline.find((one) => one.name.zh === "退回投诉管理部门")?.words;
    expect(words).toContain("借记卡");
    expect(words).not.toContain("张伟");
  });

  it("needs two people for what the highest tier grants; money only in the words is refused", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "investigate" });
    const text = "退还年费，另补偿8000元。";
    expect(refused(await asks(fang, { type: "propose", text, amount: null })).code).toBe("above-authority");
    const amount = { minor: 800_000, currency: "CNY" };
    const warned = granted(await asks(fang, { type: "propose", text, amount }));
    expect(warned).toMatchObject({ done: false });
    granted(await asks(fang, { type: "propose", text, amount }, { confirmed: true }));
    expect((await heard()).filter((one) => one === text)).toEqual([]);
    expect(refused(await asks(fang, { type: "pass-proposal" })).step).toBe("not-yours");
    expect((await does(meng, { type: "pass-proposal" })).proposal?.passedBy).toEqual([{ id: meng, name: "孟琪" }]);
    await does(luo, { type: "pass-proposal" });
    expect((await heard()).filter((one) => one === text)).toHaveLength(1);
    await app.says(conversation, "接受");
    expect(granted(await desk.life(person(fang), ref)).stage.slug).toBe("agreed");
  });

  it("does a wish once, however often it is sent", async () => {
    const step: DeskStep = { type: "accept" };
    granted(await asks(fang, step, { clientId: "the-same" }));
    const entries = await app.store.auditEntries(ref);
    granted(await asks(fang, step, { clientId: "the-same" }));
    expect((await app.store.auditEntries(ref)).length).toBe(entries.length);
  });

  it("is gone from the desk of a colleague who is recused", async () => {
    await does(fang, { type: "accept" });
    await does(meng, { type: "recuse", staff: fang, reason: "客户说就是他办的" });
    expect(refused(await desk.life(person(fang), ref)).code).toBe("not-found");
    expect(refused(await desk.open(person(fang), ref)).code).toBe("not-found");
    expect(await listed(fang, "open")).toBe(false);
    expect(await listed(meng, "open")).toBe(true);
    expect((await app.store.case(ref))?.owner).toBeNull();
  });

  it("leaves every step and every refusal in the audit, in codes and never in words", async () => {
    await does(fang, { type: "accept" });
    await asks(fang, { type: "return", reason: "张伟的事不归我们" });
    await asks(shen, { type: "accept" });
    const entries = await app.store.auditEntries(ref);
    const actions = entries.map(({ actor, action }) => `${actor} ${action}`);
    expect(actions).toEqual(expect.arrayContaining(["staff:fang-yi accept", "staff:fang-yi return"]));
    expect(entries.find(({ action }) => action === "refused")?.detail).toEqual({
      asked: "accept",
      code: "other-department",
    });
    expect(JSON.stringify(entries)).not.toContain("张伟");
    expect((await app.store.verifyAudit()).problems).toEqual([]);
  });

  it("is merged by the office into the case it repeats, and the customer is told which", async () => {
    const first = (await app.store.case(ref))?.number ?? "";
    const again = await app.open();
    await app.says(again, "信用卡年费又乱扣了我300元，我要投诉，给我转人工");
    const second = (await app.store.cases({ limit: 100 })).find((row) => row.conversation === again)?.key ?? "";
    const merge = (id: string) => {
      const step = { type: "merge", into: first, reason: "同一笔年费" } as const;
      return desk.step(person(id), second, { clientId: `merge-${id}`, step });
    };
    expect(refused(await merge(fang)).step).toBe("not-yours");
    granted(await merge(meng));
    await app.deliver();
    expect((await app.waiting(again)).at(-1)?.text).toContain(first);
    expect((await app.store.case(second))?.status).toBe("resolved");
    expect((await app.store.case(ref))?.status).toBe("open");
  });

  it("about a colleague's conduct is seen by neither that colleague nor the outlet", async () => {
    const other = await app.open();
    await app.says(other, "总行营业部的乔曼私下收了我两万块钱说帮我理财，我要举报投诉她，转人工");
    const about = (await app.store.cases({ limit: 100 })).find((row) => row.conversation === other)?.key ?? "";
    const qiao = person("qiao-man");
    expect(refused(await desk.life(qiao, about)).code).toBe("not-found");
    const list = granted(await desk.list(qiao, { view: "open" })).items.map((item) => item.key);
    expect(list).not.toContain(about);
    expect((await app.store.lives.row(about))?.hidden).toBe(true);
    expect(granted(await desk.life(person(meng), about)).stage.slug).toBe("registered");
  });

  it.each(["我不服，要求核查", "申请复核", "I am not happy and want a review"])(
    "is reviewed by somebody else when the customer says after the end: %s",
    async (words) => {
      await does(fang, { type: "accept" });
      const parts = { findings: "年费应收。", text: "不予退还。", grounds: "章程第12条。", remedies: "可申请核查。" };
      await does(fang, { type: "decide", outcome: "not-upheld", ...parts, amount: null });
      await app.says(conversation, words);
      expect((await heard()).slice(-2).join()).toMatch(/核查|review/i);
      const view = granted(await desk.life(person(meng), ref));
      expect(view).toMatchObject({ stage: { slug: "under-review" } });
      expect(refused(await asks(fang, { type: "decide-review", outcome: "upheld", reason: "没问题" })).step).toBe(
        "not-yours",
      );
      const changed = await does(meng, { type: "decide-review", outcome: "changed", reason: "漏查了一笔" });
      expect(changed).toMatchObject({ stage: { slug: "reopened" }, owner: null });
      // Whoever decided wrongly is not asked first again.
      expect((await app.life.read(ref))?.state.round.tried).toEqual([fang]);
    },
  );

  it.each(["核查要多久？", "不用核查了，谢谢", "核查得很清楚，谢谢"])(
    "is not taken for a wish for a review: %s",
    async (words) => {
      await does(fang, { type: "accept" });
      const parts = { findings: "年费误收。", text: "已退还年费。", grounds: "章程第12条。", remedies: "可申请核查。" };
      await does(fang, { type: "decide", outcome: "upheld", ...parts, amount: null });
      await app.says(conversation, words);
      expect(granted(await desk.life(person(meng), ref)).stage.slug).not.toBe("under-review");
    },
  );

  it("asked for review too late is worked on again, and the customer is told", async () => {
    await does(fang, { type: "accept" });
    const parts = { findings: "年费应收。", text: "不予退还。", grounds: "章程第12条。", remedies: "可申请核查。" };
    await does(fang, { type: "decide", outcome: "not-upheld", ...parts, amount: null });
    await app.minutesPass(40 * 24 * 60);
    await app.says(conversation, "我要求核查");
    expect(granted(await desk.life(person(meng), ref)).stage.slug).toBe("reopened");
    expect((await heard()).slice(-2).join()).toMatch(/重新/);
    expect((await app.state(conversation)).matters[0]?.status).toBe("open");
  });

  it("ends with the decision told, and the call back closes the circle", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "investigate" });
    const parts = {
      findings: "年费误收。",
      text: "已退还年费。",
      grounds: "章程第12条。",
      remedies: "可申请核查、调解。",
    };
    await does(fang, { type: "decide", outcome: "upheld", ...parts, amount: null });
    expect(granted(await desk.life(person(fang), ref)).stage.slug).toBe("closed");
    const after = await does(fang, { type: "call-back", satisfied: true, marks: { solved: 5, manner: 4 } });
    expect(after).toMatchObject({ stage: { slug: "called-back" }, next: null });
  });
});
