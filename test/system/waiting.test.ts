/** What happens when somebody does not come, does not answer or does not come back. The clock is moved, nothing else is. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFlowBank } from "../../src/cases/flow-bank.ts";
import type { StoredMessage } from "../../src/store/store.ts";
import { type InProcess, startInProcess } from "./in-process.ts";

const MORNING = "2026-11-20T10:00:00+08:00";
const STAFF = { id: "meng-qi", name: "投诉管理岗 孟琪" };

let bank: InProcess;
beforeEach(async () => {
  bank = await startInProcess({ start: MORNING });
});
afterEach(() => bank.close());

const texts = (messages: readonly StoredMessage[]) => messages.map(({ text }) => text).join("\n");
const kinds = (messages: readonly StoredMessage[]) => messages.map(({ kind }) => kind);
const lastSeq = async (conversation: string) => (await bank.waiting(conversation)).at(-1)?.seq ?? 0;

async function firstMatter(conversation: string) {
  const matter = (await bank.state(conversation)).matters[0];
  if (!matter) throw new Error("no complaint was recorded");
  return matter;
}

async function takes(conversation: string) {
  const { id } = await firstMatter(conversation);
  return bank.intake.command(conversation, { type: "take", matter: id, staff: STAFF });
}

describe("a person is wanted", () => {
  it("and nobody comes: the bot reports back in time and goes on", async () => {
    const customer = await bank.open();
    await bank.says(customer, "信用卡年费多收了300块，给我转人工");
    expect((await bank.state(customer)).waiting).not.toBeNull();
    const before = await lastSeq(customer);
    await bank.minutesPass(9);
    expect(await bank.waiting(customer, before)).toEqual([]);
    await bank.minutesPass(2);
    const told = await bank.waiting(customer, before);
    expect(kinds(told)).toContain("receipt");
    expect((await bank.state(customer)).waiting).toBeNull();
    expect((await firstMatter(customer)).case?.owner ?? null).toBeNull();
  });

  it("at night: nobody is promised before the morning, and the case is open all the same", async () => {
    await bank.close();
    bank = await startInProcess({ start: "2026-11-20T23:40:00+08:00" });
    const customer = await bank.open();
    await bank.says(customer, "信用卡年费多收了300块，给我转人工");
    const said = await bank.waiting(customer);
    expect(texts(said)).toContain("08:30");
    expect((await bank.state(customer)).waiting).toBeNull();
    const { case: opened, record } = await firstMatter(customer);
    expect(opened?.number).toMatch(/^C-/);
    expect(texts(said)).toContain(record);
  });
});

describe("a clerk who has taken the case", () => {
  it("and goes silent: the bot comes back, the customer is told, and the case can be taken again", async () => {
    const customer = await bank.open();
    await bank.says(customer, "催收天天打我单位电话骂人，给我转人工");
    expect(await takes(customer)).toEqual({ ok: true });
    await bank.says(customer, "你在吗？");
    const before = await lastSeq(customer);
    await bank.minutesPass(11);
    const state = await bank.state(customer);
    expect(state.stage).not.toBe("with-staff");
    expect((await firstMatter(customer)).case?.owner).toBeNull();
    const told = await bank.waiting(customer, before);
    expect(kinds(told)).toContain("receipt");
    expect(told.every(({ author }) => author.kind === "bot")).toBe(true);
    const [row] = await bank.store.cases({ limit: 10 });
    expect(row?.owner).toBeNull();
    expect(await takes(customer)).toEqual({ ok: true });
  });

  it("and has answered is left in peace until the customer writes again", async () => {
    const customer = await bank.open();
    await bank.says(customer, "催收天天打我单位电话骂人，给我转人工");
    await takes(customer);
    await bank.minutesPass(1);
    const message = {
      id: "staff-1",
      author: { kind: "staff" as const, ...STAFF },
      kind: "staff" as const,
      text: "正在核实。",
      choices: [],
      citations: [],
      attachments: [],
      at: bank.now(),
    };
    await bank.intake.command(customer, { type: "staff-reply", message: message.id, staff: STAFF }, message);
    await bank.minutesPass(60);
    expect((await bank.state(customer)).stage).toBe("with-staff");
    await bank.says(customer, "有结果了吗");
    await bank.minutesPass(11);
    expect((await bank.state(customer)).stage).not.toBe("with-staff");
  });
});

describe("a question that was never got", () => {
  it("counts as not asked, and is asked again after the hand-back", async () => {
    const customer = await bank.open();
    await bank.says(customer, "滨江支行取款机昨天吞了我3000块，给我转人工");
    const state = await bank.state(customer);
    const asked = state.stage === "gathering" && state.asking.kind === "fact" ? state.asking.name : null;
    if (!asked) throw new Error("the bot asks nothing");
    const question = (await bank.waiting(customer)).find(({ kind }) => kind === "question");
    const { record } = await firstMatter(customer);

    expect(await takes(customer)).toEqual({ ok: true });
    const left = await bank.waiting(customer);
    expect(left.some(({ id }) => id === question?.id)).toBe(false);
    expect(texts(left)).toContain(record);
    expect((await firstMatter(customer)).asked[asked]).toBe(0);
    const events = (await bank.store.events(customer)).map(({ event }) => event?.type);
    expect(events).toContain("reply-withdrawn");

    const before = await lastSeq(customer);
    expect(await bank.intake.command(customer, { type: "hand-back", staff: STAFF })).toEqual({ ok: true });
    expect((await bank.state(customer)).stage).toBe("gathering");
    expect(kinds(await bank.waiting(customer, before))).toContain("question");
    expect((await firstMatter(customer)).asked[asked]).toBe(1);
  });

  it("stays where the customer has got it", async () => {
    const customer = await bank.open();
    await bank.says(customer, "滨江支行取款机昨天吞了我3000块，给我转人工");
    await bank.intake.delivered(customer, await lastSeq(customer));
    const question = (await bank.waiting(customer)).find(({ kind }) => kind === "question");
    await takes(customer);
    expect((await bank.waiting(customer)).some(({ id }) => id === question?.id)).toBe(true);
  });
});

describe("a customer who vents and leaves", () => {
  it("has complained: the record is completed with gaps, a case opened, the date counted from the first word", async () => {
    await bank.close();
    bank = await startInProcess({ start: "2026-11-20T23:45:00+08:00" });
    const received = bank.now();
    const customer = await bank.open();
    await bank.says(customer, "你们柜员态度太差了，等了三个小时还骂人！");
    expect((await firstMatter(customer)).case).toBeNull();
    const before = await lastSeq(customer);
    await bank.minutesPass(31);

    const matter = await firstMatter(customer);
    const { due } = createFlowBank(bank.content.bank).deadline(received);
    expect(createFlowBank(bank.content.bank).deadline(bank.now()).due).not.toBe(due);
    expect(matter.case).toMatchObject({ due, reasons: ["silent"], number: expect.stringMatching(/^C-/) });
    expect(matter.receivedAt).toBe(received);
    expect(matter.gaps.length).toBeGreaterThan(0);
    expect(matter.gaps.every(({ reason }) => reason === "silent")).toBe(true);
    const [record] = await bank.store.records({ conversation: customer, limit: 10 });
    expect(record).toMatchObject({ complete: true, status: "open", receivedAt: received });
    const [row] = await bank.store.cases({ limit: 10 });
    expect(row).toMatchObject({ due, receivedAt: received });
    expect(texts(await bank.waiting(customer, before))).toContain(matter.record);

    await bank.minutesPass(24 * 60);
    expect(await bank.store.cases({ limit: 10 })).toHaveLength(1);
  });
});

describe("asking after a case from another conversation", () => {
  async function openedCase(): Promise<string> {
    const customer = await bank.open();
    await bank.says(customer, "滨江支行取款机昨天吞了我3000块，给我转人工");
    await bank.says(customer, "我姓秦，电话13812347788");
    const number = (await firstMatter(customer)).case?.number;
    if (!number) throw new Error("no case was opened");
    return number;
  }

  /** What the bot says to `text`. */
  async function hears(conversation: string, text: string): Promise<string> {
    const before = await lastSeq(conversation);
    await bank.says(conversation, text);
    const all = await bank.waiting(conversation, before);
    return texts(all.filter(({ author }) => author.kind === "bot"));
  }

  const TOLD = /12月\d{1,2}日/;

  it("is answered for the number and the phone's tail", async () => {
    const number = await openedCase();
    const other = await bank.open();
    expect(await hears(other, `我的投诉${number}处理得怎么样了`)).not.toMatch(TOLD);
    expect(await hears(other, "7788")).toMatch(TOLD);
    expect(await bank.store.records({ conversation: other, limit: 10 })).toEqual([]);
  });

  it("is refused for a wrong tail in the same words as for a number that does not exist", async () => {
    const number = await openedCase();
    const [one, two] = [await bank.open(), await bank.open()];
    const wrongTail = await hears(one, `查进度 ${number} 手机尾号 0001`);
    const noCase = await hears(two, "查进度 C-20261120-ZZZZZZ 手机尾号 0001");
    expect(wrongTail).toBe(noCase);
  });

  it("may be tried as often as the bank allows, the last try included", async () => {
    const number = await openedCase();
    const other = await bank.open();
    const limit = bank.content.bank.profile.limits.statusAttemptsPerHour;
    for (let attempt = 1; attempt < limit; attempt += 1) {
      const said = await hears(other, `查进度 ${number} 手机尾号 000${attempt}`);
      expect(said).not.toMatch(TOLD);
      expect(said).toContain(String(limit - attempt));
    }
    expect(await hears(other, `查进度 ${number} 手机尾号 7788`)).toMatch(TOLD);
  });

  it("is locked for an hour after too many wrong tails, even for the right one", async () => {
    const number = await openedCase();
    const other = await bank.open();
    const limit = bank.content.bank.profile.limits.statusAttemptsPerHour;
    for (let attempt = 1; attempt <= limit; attempt += 1) await hears(other, `查进度 ${number} 手机尾号 000${attempt}`);
    expect(await hears(other, `查进度 ${number} 手机尾号 7788`)).toContain("11:00");
    await bank.minutesPass(61);
    expect(await hears(other, `查进度 ${number} 手机尾号 7788`)).toMatch(TOLD);
  });
});

describe("a customer whose data was erased", () => {
  it("is told so, and nothing more of that conversation is kept or rings", async () => {
    const customer = await bank.open();
    await bank.says(customer, "你们柜员态度太差了，等了三个小时还骂人！");
    const person = (await bank.store.personOf(customer)) ?? "";
    await bank.store.erasePerson(person, bank.now());
    await expect(bank.says(customer, "在吗")).rejects.toMatchObject({ name: "InputError", code: "erased" });
    await expect(bank.intake.progress(customer)).rejects.toMatchObject({ name: "InputError", code: "erased" });
    await bank.minutesPass(60);
    expect(await bank.store.cases({ limit: 10 })).toEqual([]);
    expect((await bank.store.verifyAudit()).problems).toEqual([]);
  });
});
