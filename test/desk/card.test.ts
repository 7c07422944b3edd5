import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskNames } from "../../src/desk/bank-names.ts";
import { type CaseCards, createCaseCards } from "../../src/desk/card.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted } from "./outcomes.ts";

const span = (text: string) => ({ text, start: 0, end: text.length });

describe("a card that belongs to nobody", () => {
  let world: World;
  let cards: CaseCards;
  beforeEach(async () => {
    world = await createWorld();
    const { store, bank, now } = world;
    cards = createCaseCards({ store, staff: () => bank, names: deskNames(() => bank), zone: bank.profile.zone, now });
  });
  afterEach(() => world.close());
  const everything = async (ref: string) => JSON.stringify([await cards.card(ref), await cards.history(ref)]);

  it("shows what happened and nothing personal: no number, name or address, however it was said", async () => {
    const ref = await complain(world, {
      says: [
        "来电人李强，13900001111，住滨江区长河街道幸福路12号3单元401，反映年费",
        "客户张伟来电，王小明先生的卡6222021234567890123又扣了300元",
        "李强再次来电",
      ],
      botSays: ["李强先生，您好"],
      department: "credit-card-centre",
      due: "2026-12-05",
      facts: [
        { name: "person", value: "李强", ...span("李强") },
        { name: "place", value: "朝阳区建国路88号现代城", ...span("朝阳区建国路88号现代城") },
        { name: "amount", value: { minor: 30000, currency: "CNY" }, ...span("300元") },
      ],
    });
    const tang = world.person("tang-ruolan");
    granted(await world.desk.note(tang, ref, { clientId: "client-1", text: "已给李强回电13900001111" }));
    const shown = await everything(ref);
    for (const secret of ["李强", "13900001111", "幸福路", "401", "张伟", "王小明", "6222021234567890123", "建国路"])
      expect(shown).not.toContain(secret);
    expect(shown).toContain("300.00 元");
    expect(shown).toContain("王*先生");
  });

  it("tells what happened once each, in order", async () => {
    const ref = await complain(world, {
      says: ["年费扣了300元"],
      department: "credit-card-centre",
      due: "2026-12-05",
    });
    const fang = world.person("fang-yi");
    world.pass(1);
    granted(await world.desk.take(fang, ref));
    world.pass(1);
    granted(await world.desk.reply(fang, ref, { clientId: "client-1", text: "您好，我来查。" }));
    world.pass(1);
    granted(await world.desk.note(fang, ref, { clientId: "client-2", text: "已联系运营" }));
    world.pass(1);
    granted(await world.desk.handBack(fang, ref));
    const items = await cards.history(ref);
    expect(items.map(({ kind, by, text }) => [kind, by, text?.zh])).toEqual([
      ["bot", null, "您好，请讲讲发生了什么。"],
      ["customer", null, "年费扣了300元"],
      ["state", null, expect.stringContaining("核心系统已立案")],
      ["state", null, "信用卡专员 小方 已受理"],
      ["staff", "方毅", "您好，我来查。"],
      ["note", "方毅", "已联系运营"],
      ["state", null, "信用卡专员 小方 交回机器人"],
    ]);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    expect(await cards.history(ref)).toEqual(items);
  });

  it("is sealed where the person complained about may read it too", async () => {
    const ref = await complain(world, {
      says: ["工号8016的小周骂人"],
      department: "consumer-protection",
      due: "2026-12-05",
      facts: [{ name: "staff", value: "小周", ...span("工号8016的小周") }],
      risks: [{ slug: "staff-misconduct", level: "P1", words: "骂人" }],
    });
    const card = await cards.card(ref);
    expect(card).toMatchObject({ ref, sealed: true, story: null, status: "open" });
    const shown = await everything(ref);
    for (const word of ["小周", "8016", "骂人"]) expect(shown).not.toContain(word);
    expect((await cards.history(ref)).map((item) => item.kind)).toEqual(["state"]);
  });

  it("is empty once the person was erased, and there is none where no case is", async () => {
    const ref = await complain(world, { says: ["年费"], department: "credit-card-centre", due: "2026-12-05" });
    const row = await world.store.case(ref);
    const person = await world.store.personOf(row?.conversation ?? "");
    await world.store.erasePerson(person ?? "", world.now());
    expect(await cards.card(ref)).toMatchObject({ ref, story: null });
    expect(await cards.history(ref)).toEqual([]);
    expect(await cards.card("C-none")).toBeUndefined();
  });
});
