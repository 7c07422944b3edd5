/** The two questions after the end, as customers meet them. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clocksOf } from "../../../src/cases/clocks/derive.ts";
import { marksOf } from "../../../src/cases/clocks/marks.ts";
import { setupOf } from "../../../src/cases/clocks/packs.ts";
import { isOpen } from "../../../src/channels/window.ts";
import type { StaffSurface } from "../../../src/desk/surface.ts";
import { granted } from "../../desk/outcomes.ts";
import { deskOver } from "../../system/desk-over.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { customer as byCustomer, closed, staff } from "./a-case.ts";

const FANG = { id: "fang-yi", name: "信用卡专员 小方" };
const SOLVED = /解决了[吗没]|解决了没有/;
const MANNER = /几分|怎么样/;

const told: string[] = [];
const surface: StaffSurface = {
  caseChanged: async ({ key }) => {
    told.push(key);
  },
  alert: async () => undefined,
};
let app: InProcess;
beforeAll(async () => {
  app = await startInProcess({ start: "2026-11-23T02:00:00.000Z", surfaces: [surface] });
});
afterAll(() => app.close());

/** A customer whose case was taken and resolved in the talk. */
async function resolved(complaint = "信用卡年费乱扣了我300元，我要投诉，给我转人工") {
  const conversation = await app.open();
  await app.says(conversation, complaint);
  const state = () => app.state(conversation);
  const matter = (await state()).matters[0]?.id ?? "";
  const key = `${conversation}/${matter}`;
  await app.intake.command(conversation, { type: "take", matter, staff: FANG });
  await app.intake.command(conversation, { type: "resolve", matter, staff: FANG, result: "已退还年费。" });
  await app.deliver();
  const heard = async () => (await app.waiting(conversation)).filter(({ author }) => author.kind === "bot");
  return {
    conversation,
    key,
    matter: async () => (await state()).matters[0],
    life: async () => (await app.life.read(key))?.state,
    says: (text: string) => app.says(conversation, text),
    last: async () => (await heard()).at(-1),
    asked: async (words: RegExp) => (await heard()).filter(({ text }) => words.test(text ?? "")).length,
  };
}

it("asks two questions after the end, and two good marks are the call back", async () => {
  const customer = await resolved();
  expect(await customer.last()).toMatchObject({ choices: ["解决了", "没解决"] });
  await customer.says("解决了");
  expect((await customer.last())?.choices).toEqual(["很不满意", "不满意", "一般", "满意", "很满意"]);
  await customer.says("很满意");
  expect((await customer.last())?.text).toMatch(/谢/);
  expect((await customer.matter())?.satisfaction).toMatchObject({ solved: 5, manner: 5, callBackBy: null });
  expect(await customer.life()).toMatchObject({ stage: { name: "called-back" }, satisfied: true });
  expect((await app.store.lives.row(customer.key))?.next).toBeNull();
});

it("calls a person back after a low mark, by a time the customer hears, and tells staff", async () => {
  const customer = await resolved();
  await customer.says("解决了");
  told.length = 0;
  await customer.says("1分");
  expect((await customer.last())?.text).toMatch(/14:00|下午2点|2点/);
  const until = "2026-11-23T06:00:00.000Z";
  expect(await customer.life()).toMatchObject({ stage: { name: "closed", callBackBy: until }, lowMarkUntil: until });
  expect((await app.store.lives.row(customer.key))?.next).toBe(until);
  expect(told).toContain(customer.key);

  const read = await app.life.read(customer.key);
  const setup = setupOf(app.content.bank, read?.events ?? [], null);
  const clock = clocksOf(setup, marksOf(read?.events ?? [])).find(({ spec }) => spec.clock === "call-back");
  expect(clock).toMatchObject({ run: { endedAt: null }, end: { at: Date.parse(until) } });

  const call = { type: "call-back", satisfied: true, marks: { solved: 4, manner: 4 } } as const;
  expect(await app.life.command(customer.key, call, staff("fang-yi"), "rang")).toMatchObject({ ok: true });
  expect((await customer.life())?.stage.name).toBe("called-back");
});

it("an unsolved matter calls a person at once, and the second question is still only asked", async () => {
  const customer = await resolved();
  await customer.says("没解决");
  const [low, manner] = [(await customer.life())?.lowMarkUntil, await customer.last()];
  expect(low).not.toBeNull();
  expect(manner?.text).toMatch(MANNER);
  await customer.says("不满意");
  expect((await customer.life())?.lowMarkUntil).toBe(low);
  expect((await customer.life())?.marks).toEqual({ solved: 1, manner: 2 });
});

it("whoever says more than a mark is heard, and not asked again", async () => {
  const customer = await resolved();
  await customer.says("没解决，300块还是没退到我卡上");
  expect((await customer.matter())?.status).toBe("open");
  // What the customer has not got yet is taken back when a person takes over.
  await app.intake.delivered(customer.conversation, 1_000);
  expect((await customer.life())?.stage.name).toBe("reopened");
  const id = (await customer.matter())?.id ?? "";
  await app.intake.command(customer.conversation, { type: "take", matter: id, staff: FANG });
  await app.intake.command(customer.conversation, { type: "resolve", matter: id, staff: FANG, result: "已到账。" });
  await app.deliver();
  expect(await customer.asked(SOLVED)).toBe(1);
});

it("asks once, however often it is told of the end", async () => {
  const customer = await resolved();
  await app.life.tell(customer.key);
  await customer.says("谢谢你们");
  await app.life.tell(customer.key);
  await app.life.tell(customer.key);
  expect(await customer.asked(SOLVED)).toBe(1);
});

it("nobody who was in danger, nobody who withdrew, and no letter is asked", async () => {
  const inDanger = await resolved("你们扣了我的养老钱，我不想活了，我要跳楼");
  expect((await inDanger.life())?.stage.name).toBe("closed");
  expect(await inDanger.asked(SOLVED)).toBe(0);

  const conversation = await app.open();
  await app.says(conversation, "信用卡年费乱扣了我300元，我要投诉，给我转人工");
  await app.says(conversation, "我不投诉了，撤诉");
  await app.says(conversation, "确认");
  expect((await app.state(conversation)).matters[0]?.satisfaction).toBeUndefined();
});

it("is asked only while the channel's window is open", () => {
  const window = { hours: 48, messages: 5 };
  const now = "2026-11-25T02:00:00Z";
  const yesterday = "2026-11-24T02:00:00Z";
  expect(isOpen(null, { lastHeardAt: null, sentSince: 99, now })).toBe(true);
  expect(isOpen(window, { lastHeardAt: yesterday, sentSince: 3, now })).toBe(true);
  expect(isOpen(window, { lastHeardAt: yesterday, sentSince: 4, now })).toBe(false);
  expect(isOpen(window, { lastHeardAt: "2026-11-23T02:00:00Z", sentSince: 0, now })).toBe(false);
  expect(isOpen(window, { lastHeardAt: null, sentSince: 0, now })).toBe(false);
});

it("whatever marks come in whatever order, a low one always leaves a call owed or a person's word", () => {
  const question = fc.constantFrom("solved" as const, "manner" as const);
  const given = fc.record({ question, mark: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(given, { maxLength: 6 }), (marks) => {
      const life = closed();
      let owed = false;
      for (const { question, mark } of marks) {
        const first = life.state.marks[question] === null;
        const callBackBy: string | null = mark <= 2 && !owed ? "2026-12-01T06:00:00.000Z" : null;
        const refused = life.ask(byCustomer, { type: "mark", question, mark, callBackBy });
        expect(refused === "unchanged").toBe(!first);
        owed ||= first && callBackBy !== null;
      }
      if (owed) expect(life.state.stage).toMatchObject({ name: "closed", callBackBy: "2026-12-01T06:00:00.000Z" });
      else if (Object.values(life.state.marks).every((one) => one !== null)) {
        expect(life.state.stage.name).toBe("called-back");
      }
    }),
  );
});

it("the desk lists who is to be called, the soonest first, and reports count the marks", async () => {
  const { desk, person } = deskOver(app);
  const office = person("meng-qi");
  const november = { from: "2026-11-01", to: "2026-11-30", only: {} };
  const report = async () => {
    if (!desk.reports) throw new Error("the desk makes no reports");
    return granted(await desk.reports.report(office, november));
  };
  const before = (await report()).figures;
  const [pleased, angry] = [await resolved(), await resolved()];
  await pleased.says("解决了");
  await pleased.says("满意");
  await angry.says("没解决");
  await angry.says("很不满意");
  const { items } = granted(await desk.list(office, { view: "call-back" }));
  const keys = items.map(({ key }) => key);
  expect(keys).toContain(angry.key);
  expect(keys).not.toContain(pleased.key);
  const dates = await Promise.all(keys.map(async (key) => (await app.store.lives.row(key))?.next ?? ""));
  expect(dates).toEqual([...dates].sort());
  const view = await report();
  const more = (name: "marked" | "markedSolved" | "lowMarks") => view.figures[name] - before[name];
  expect([more("marked"), more("markedSolved"), more("lowMarks")]).toEqual([2, 1, 1]);
  const line = view.lines.find(({ record }) => record === items.find(({ key }) => key === angry.key)?.record);
  expect(line?.marks).toEqual({ solved: 1, manner: 1 });
});
