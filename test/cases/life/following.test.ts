/** The life of a case beside its conversation: the whole product over a store in memory. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LifeAsk } from "../../../src/cases/life/command.ts";
import { evolveAll } from "../../../src/cases/life/evolve.ts";
import { type Entry, follow, type Registry } from "../../../src/cases/life/follow.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { decision, lifeBank, staff } from "./a-case.ts";

const FANG = { id: "fang-yi", name: "信用卡专员 小方" };
const fang = staff("fang-yi");
const tang = staff("tang-ruolan");

let app: InProcess;
let conversation: string;
let key: string;
let asked: number;

beforeAll(async () => {
  asked = 0;
  app = await startInProcess({ start: "2026-11-23T02:00:00.000Z" });
});
beforeEach(async () => {
  conversation = await app.open();
  await app.says(conversation, "信用卡年费乱扣了我300元，我要投诉，给我转人工");
  key = (await app.store.cases({ limit: 100 })).find((row) => row.conversation === conversation)?.key ?? "";
});
afterAll(() => app.close());

async function does(by: typeof fang, ask: LifeAsk): Promise<string | null> {
  asked += 1;
  const outcome = await app.life.command(key, ask, by, `t${asked}`);
  await app.deliver();
  return outcome.ok ? null : outcome.refusal.code;
}
const stage = async () => (await app.life.read(key))?.state.stage.name;
const heard = async () => (await app.waiting(conversation)).map(({ text }) => text ?? "");
const matter = async () => (await app.state(conversation)).matters[0];
const take = async (who = FANG) => {
  const id = (await matter())?.id ?? "";
  await app.intake.command(conversation, { type: "take", matter: id, staff: who });
  await app.deliver();
};

describe("a case follows its conversation", () => {
  it("is registered with the case, with grade, urgency and number, and accepted by who takes it", async () => {
    const before = await app.life.read(key);
    expect(before?.state).toMatchObject({
      department: "credit-card-centre",
      owner: null,
      grade: { value: "ordinary", reason: "本行投诉管理规定" },
      urgency: { value: "III" },
      number: (await matter())?.case?.number,
    });
    await take();
    const life = (await app.life.read(key))?.state;
    expect(life).toMatchObject({ stage: { name: "accepted" }, owner: { id: "fang-yi" } });
    expect(life?.contactedAt).toBe(app.now());
    expect((await app.store.lives.load(key))?.row).toMatchObject({ stage: "accepted", owner: "fang-yi" });
  });

  it("ends with the answer given in the talk, and opens again when the customer objects", async () => {
    await take();
    const id = (await matter())?.id ?? "";
    const result = "【核实的情况】已核实";
    await app.intake.command(conversation, { type: "resolve", matter: id, staff: FANG, result });
    await app.deliver();
    const life = (await app.life.read(key))?.state;
    expect(life?.stage).toMatchObject({ name: "closed", how: "resolved" });
    expect(life?.notices.every((notice) => notice.givenAt !== null)).toBe(true);
    await app.minutesPass(60 * 24);
    await app.says(conversation, "不同意，钱还是没退给我");
    await app.deliver();
    const again = (await app.life.read(key))?.state;
    expect(again).toMatchObject({ stage: { name: "reopened" }, due: "2026-12-09", owner: null });
    expect((await matter())?.case?.due).toBe("2026-12-09");
    expect((await heard()).at(-1)).toMatch(/重新(?:起算|办理).*12月9日/);
  });

  it("is withdrawn with the matter, the same day", async () => {
    await app.says(conversation, "我不投诉了，撤诉");
    await app.says(conversation, "确认");
    expect((await matter())?.status).toBe("withdrawn");
    expect(await stage()).toBe("withdrawn");
  });
});

describe("the customer hears what staff do with the case", () => {
  it("is told who has it now, and the desk's list knows it too", async () => {
    await does(tang, { type: "assign", to: "fang-yi", reason: null });
    expect((await matter())?.case?.owner?.id).toBe("fang-yi");
    expect((await app.store.case(key))?.owner?.id).toBe("fang-yi");
    expect((await heard()).at(-1)).toMatch(/小方/);
  });

  it("is asked for facts by the bot, and the case goes back to the same person", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "investigate" });
    const before = (await heard()).length;
    expect(await does(fang, { type: "ask-facts", facts: ["card-tail"] })).toBeNull();
    expect(await stage()).toBe("waiting-customer");
    const asking = (await heard()).slice(before).join("\n");
    expect(asking).toMatch(/同事/);
    await app.says(conversation, "同意");
    await app.says(conversation, "8827");
    await app.deliver();
    expect((await matter())?.wanted).toEqual([]);
    expect((await app.life.read(key))?.state).toMatchObject({
      stage: { name: "investigating" },
      owner: { id: "fang-yi" },
    });
  });

  it("is asked no more once staff go on without the answer", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "ask-facts", facts: ["card-tail"] });
    expect((await matter())?.wanted).toEqual(["card-tail"]);
    await does(fang, { type: "end-wait", how: "by-staff" });
    expect((await matter())?.wanted).toEqual([]);
    expect(await stage()).toBe("accepted");
  });

  it("gets a proposal with two buttons, and either word comes back to the case", async () => {
    for (const [word, then] of [
      ["不接受", "declined"],
      ["接受", "agreed"],
    ] as const) {
      await does(fang, { type: "accept" });
      await does(fang, { type: "investigate" });
      expect(await does(fang, { type: "propose", text: "退还年费300元。", amount: null }), word).toBeNull();
      const said = await app.waiting(conversation);
      expect(said.at(-1)?.choices).toEqual(["接受", "不接受"]);
      expect(said.at(-2)).toMatchObject({ author: { kind: "staff" }, text: "退还年费300元。" });
      await app.says(conversation, word);
      await app.deliver();
      expect(await stage()).toBe(then);
    }
  });

  it("hears the decision once with all its parts, and the case is closed", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "investigate" });
    expect(await does(fang, decision)).toBeNull();
    const all = (await heard()).filter((text) => text.includes("信用卡章程第12条"));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/核实的情况[\s\S]*处理决定[\s\S]*依据和理由[\s\S]*救济途径/);
    expect(await stage()).toBe("closed");
    expect((await matter())?.status).toBe("resolved");
    await app.life.tell(key);
    await app.life.tell(key);
    expect((await heard()).filter((text) => text.includes("信用卡章程第12条"))).toHaveLength(1);
  });

  it("has the case open again when the call back finds it unsolved, and somebody can take it", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "investigate" });
    await does(fang, decision);
    expect((await app.store.case(key))?.status).toBe("resolved");
    await does(tang, { type: "call-back", satisfied: false, marks: { solved: 1, manner: 4 } });
    expect(await stage()).toBe("reopened");
    expect((await app.store.case(key))?.status).toBe("open");
    expect((await heard()).at(-1)).toMatch(/重新(?:起算|办理)/);
    await take();
    expect((await app.life.read(key))?.state).toMatchObject({ stage: { name: "accepted" }, owner: { id: "fang-yi" } });
    expect((await app.life.read(key))?.state.holdings).toHaveLength(2);
  });

  it("hears of a later day before the old one, and the day it was told is the day that counts", async () => {
    await does(fang, { type: "accept" });
    await does(fang, { type: "ask-extension", to: "2026-12-20", reason: "等银联回单" });
    const extension = (await app.life.read(key))?.state.extensions[0]?.id ?? "";
    expect(await does(staff("meng-qi"), { type: "grant-extension", extension })).toBeNull();
    expect((await heard()).at(-1)).toMatch(/等银联回单/);
    expect((await heard()).at(-1)).toMatch(/12月20日/);
    expect((await app.life.read(key))?.state.due).toBe("2026-12-20");
    expect((await app.store.case(key))?.due).toBe("2026-12-20");
  });
});

it("gives the same case whatever was delivered in which order and how often", async () => {
  await take();
  await app.says(conversation, "我还有一张扣款短信截图要补充");
  const id = (await matter())?.id ?? "";
  await app.intake.command(conversation, { type: "hand-back", staff: FANG });
  await app.intake.command(conversation, { type: "take", matter: id, staff: FANG });
  await app.intake.command(conversation, { type: "resolve", matter: id, staff: FANG, result: "已核实" });
  await app.says(conversation, "不同意，没解决");
  await app.deliver();
  const entries: Entry[] = await app.store.events(conversation);
  const registry: Registry = {
    assisting: () => [],
    keptFrom: () => ({ staff: [], outlets: [], departments: [], hidden: false }),
    grade: () => ({ value: "ordinary", rule: "otherwise", reason: "" }),
    urgency: () => ({ value: "III", rule: "otherwise", reason: "" }),
  };
  const parts = { bank: lifeBank, registry };
  const whole = evolveAll(null, follow(null, entries, id, parts));
  expect(whole?.stage.name).toBe("reopened");
  fc.assert(
    fc.property(fc.array(fc.nat(entries.length), { maxLength: 12 }), (deliveries) => {
      let state = evolveAll(null, []);
      for (const seen of [...deliveries, entries.length]) {
        state = evolveAll(state, follow(state, entries.slice(0, seen), id, parts));
      }
      const { done: _, ...rest } = state ?? { done: [] };
      const { done: __, ...expected } = whole ?? { done: [] };
      expect(rest).toEqual(expected);
    }),
  );
});
