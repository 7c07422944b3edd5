/** Forms for the authorities, over the whole product in memory: a case from the complaint to the call back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formPage } from "../../../src/channels/web/desk/form-page.ts";
import { deskNames } from "../../../src/desk/bank-names.ts";
import { createDesk, type Desk } from "../../../src/desk/desk.ts";
import { formCsv } from "../../../src/desk/forms/csv.ts";
import type { Form } from "../../../src/desk/forms/form.ts";
import { statisticsBefore, statisticsPeriod } from "../../../src/desk/forms/statistics.ts";
import type { DeskStep } from "../../../src/desk/life-steps.ts";
import type { StaffMember } from "../../../src/desk/staff.ts";
import { checkPromise } from "../../../src/wording/guard.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { granted, refused } from "../outcomes.ts";

let app: InProcess;
let desk: Desk;
let key: string;
let wishes = 0;

beforeAll(async () => {
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
    reports: { reports: app.store.reports, bank: () => bank },
    zone: bank.profile.zone,
    now: app.now,
    newId: () => crypto.randomUUID(),
    checkPromise,
  });
  const conversation = await app.open();
  await app.says(conversation, "信用卡年费乱扣了我300元，我叫张伟，手机13812345678，我要投诉，给我转人工");
  key = (await app.store.cases({ limit: 10 }))[0]?.key ?? "";
});
afterAll(() => app.close());

function person(id: string): StaffMember {
  const found = app.content.bank.staff.find((one) => one.id === id);
  if (!found) throw new Error(`nobody called ${id}`);
  return found;
}
async function does(id: string, step: DeskStep): Promise<void> {
  wishes += 1;
  granted(await desk.step(person(id), key, { clientId: `client-${wishes}`, step, confirmed: true }));
  await app.deliver();
}
const forms = () => {
  if (!desk.forms) throw new Error("the desk has no forms");
  return desk.forms;
};
const feedback = async (to: "nfra" | "pboc" = "pboc") =>
  granted(await forms().feedback(person("meng-qi"), key, to, "json"));
const valueIn = (form: Form, name: string) =>
  form.sections.flatMap(({ fields }) => fields).find((one) => one.name === name)?.value;

describe("the feedback on a complaint that was passed on", () => {
  it("of an open case says so, and names what is not known yet", async () => {
    const form = await feedback();
    expect(form.notes.join()).toContain("阶段性反馈");
    expect(form.missing).toEqual(
      expect.arrayContaining(["转办文号", "转办机构", "争议焦点与核实的情况", "处理结论", "回访是否满意"]),
    );
    expect(valueIn(form, "words")).toContain("年费");
  });

  it("of a closed one is filled from the decision, the notices, the extension and the call back", async () => {
    await does("fang-yi", { type: "accept" });
    await does("fang-yi", { type: "investigate" });
    await does("fang-yi", { type: "ask-extension", to: "2026-12-20", reason: "等待调取单据" });
    const extension = granted(await desk.life(person("meng-qi"), key)).extension?.id ?? "";
    await does("luo-hai", { type: "grant-extension", extension });
    await does("fang-yi", {
      type: "decide",
      outcome: "upheld",
      findings: "11月1日年费重复入账",
      text: "已退回多收的年费",
      grounds: "本行信用卡章程第12条",
      remedies: "可申请核查、调解、仲裁、诉讼",
      amount: null,
      cause: "rule",
    });
    await does("fang-yi", { type: "call-back", satisfied: true, marks: { solved: 5, manner: 4 } });
    const form = await feedback();
    expect(valueIn(form, "dispute")).toBe("11月1日年费重复入账");
    expect(valueIn(form, "outcome")).toBe("支持");
    expect(valueIn(form, "grounds")).toContain("章程第12条");
    expect(valueIn(form, "extension")).toContain("2026-12-20");
    expect(valueIn(form, "notices")).toContain("告知处理决定");
    expect(valueIn(form, "cause")).toBe("制度或流程");
    expect(valueIn(form, "satisfied")).toBe("满意");
    expect(valueIn(form, "marks")).toBe("解决程度 5，服务态度 4");
    expect(form.missing).not.toContain("处理结论");
  });

  it("of one that was answered in a single text holds it once, and names no outcome nobody chose", async () => {
    const conversation = await app.open();
    await app.says(conversation, "手机银行转账失败还扣了500元，我要投诉，转人工");
    const row = (await app.store.cases({ limit: 10 })).find((one) => one.conversation === conversation);
    const ref = row?.key ?? "";
    granted(await desk.take(person("meng-qi"), ref));
    const parts = { findings: "已查明", decision: "已退回", grounds: "规定第2条", remedies: "可申请核查" };
    granted(await desk.resolve(person("meng-qi"), ref, { parts, cause: "system", confirmed: true }));
    await app.deliver();
    const form = granted(await forms().feedback(person("meng-qi"), ref, "nfra", "json"));
    expect(valueIn(form, "decision")).toContain("已查明");
    expect(valueIn(form, "grounds")).toBe("见“处理结果”");
    expect(valueIn(form, "cause")).toBe("系统或设备");
    expect(form.missing).toContain("处理结论");
  });

  it("holds no name and no number of the customer in full, in any form", async () => {
    for (const to of ["nfra", "pboc"] as const) {
      const form = await feedback(to);
      const page = formPage(form, { style: null, by: "孟琪", at: app.now() });
      const all = JSON.stringify(form) + formCsv(form) + page;
      expect(all).not.toContain("张伟");
      expect(all).not.toContain("13812345678");
      expect(valueIn(form, "complainant")).toBe("张*");
      expect(page).toContain("（缺，请补填）");
    }
  });

  it("is for the office and managers, and leaves an entry whoever asks", async () => {
    for (const id of ["fang-yi", "tang-ruolan", "xu-jing"]) {
      expect(refused(await forms().feedback(person(id), key, "nfra", "csv")).code).toBe("not-allowed");
    }
    const entries = await app.store.auditEntries(key);
    expect(entries.filter(({ action }) => action === "form-taken").length).toBeGreaterThan(0);
    expect(entries.find(({ action }) => action === "form-taken")?.actor).toBe("staff:meng-qi");
    const refusals = (await app.store.auditEntries("reports")).filter(({ action }) => action === "refused");
    expect(refusals).toHaveLength(3);
  });
});

describe("the statistics of a period", () => {
  it("count by business and reason, add up, and name the codes nobody has filled in", async () => {
    const form = granted(await forms().statistics(person("meng-qi"), "2026-Q4", "csv"));
    const [pairs] = form.tables;
    expect(pairs?.rows.at(-1)?.slice(-2)).toEqual(["2", "0"]);
    expect(pairs?.rows.map(([business]) => business)).toContain("信用卡");
    expect(valueIn(form, "volume")).toBe("2（上期 0）");
    expect(valueIn(form, "satisfiedShare")).toContain("100.0%");
    expect(form.missing).toEqual(expect.arrayContaining(["机构编码", "信用卡的编码"]));
    expect((await app.store.auditEntries("reports")).at(-1)).toMatchObject({
      action: "form-taken",
      detail: { form: "statistics", as: "csv", period: "2026-Q4", complaints: 2 },
    });
    expect(refused(await forms().statistics(person("meng-qi"), "2026-Q5", "csv")).code).toBe("bad-period");
  });

  it.each([
    ["2026", "2026-01-01", "2026-12-31", "2025"],
    ["2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4"],
    ["2026-Q4", "2026-10-01", "2026-12-31", "2026-Q3"],
    ["2028-02", "2028-02-01", "2028-02-29", "2028-01"],
    ["2026-01", "2026-01-01", "2026-01-31", "2025-12"],
  ])("%s is %s to %s, read beside %s", (text, from, to, before) => {
    expect(statisticsPeriod(text)?.period).toEqual({ from, to });
    expect(statisticsBefore(text)).toBe(before);
  });

  it.each(["", "26", "2026-13", "2026-Q0", "2026-1", "last year"])("%j is no period", (text) => {
    expect(statisticsPeriod(text)).toBeNull();
  });
});
