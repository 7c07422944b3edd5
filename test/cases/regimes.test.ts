/** Which rules a complaint falls under: chosen by the bank's data, shown with the reason, changed by staff. */
import { describe, expect, it } from "vitest";
import { isoDay } from "../../src/cases/clocks/day.ts";
import { clocksOf } from "../../src/cases/clocks/derive.ts";
import { marksOf } from "../../src/cases/clocks/marks.ts";
import { setupOf } from "../../src/cases/clocks/packs.ts";
import { deadlineFor, type Falls } from "../../src/cases/regimes.ts";
import { startInProcess } from "../system/in-process.ts";
import { aLife, atWork, handler, lead, office } from "./life/a-case.ts";
import { shippedBank } from "./shipped-bank.ts";

const RECEIVED = "2026-12-20T01:00:00.000Z";
const matter: Falls["matter"] = { business: "credit-card", reason: "pricing", words: "年费", facts: [] };
const place = (text: string): Falls["matter"]["facts"] => [
  {
    id: "f1",
    name: "place",
    value: text,
    text,
    start: 0,
    end: text.length,
    message: "m1",
    at: RECEIVED,
    confirmed: false,
    replacedBy: null,
  },
];

describe("a rule of the bank chooses the pack", () => {
  it("what the central bank passes on falls under its order, with the reason", () => {
    const passedOn = { matter: { ...matter, words: "人民银行转办：客户反映年费" }, channel: "regulator" };
    expect(deadlineFor(shippedBank, RECEIVED, passedOn)).toMatchObject({
      pack: "cn-pboc-2020-5",
      due: "2027-01-04",
      chosen: { rule: "passed-on-by-pboc" },
    });
    // The words alone are a threat or a question, and no complaint that was passed on.
    const said = { ...passedOn, channel: "web" };
    expect(deadlineFor(shippedBank, RECEIVED, said)).toEqual({ pack: "cn-nfra-2020-3", due: "2027-01-04", days: 15 });
  });

  it("goes by the outlet's region and entity, by business and reason, and by who comes first", () => {
    const rules = [
      {
        rule: "abroad",
        when: { region: ["uk"], business: ["credit-card" as const] },
        pack: "uk-fca-disp",
        basis: "DISP 1.6",
      },
      { rule: "card-company", when: { entity: ["cards"] }, pack: "cn-pboc-2020-5", basis: "x" },
      { rule: "pricing", when: { reason: ["pricing" as const] }, pack: "hk-hkma", basis: "y" },
    ];
    const outlets = {
      london: { names: { zh: "伦敦分行", en: "London Branch" }, aliases: ["伦敦分行"], region: "uk" },
      cards: { names: { zh: "卡中心", en: "Card Company" }, aliases: ["卡中心"], entity: "cards" },
    };
    const bank = { ...shippedBank, regimes: { rules }, outlets };
    const under = (about: Falls["matter"]) => deadlineFor(bank, RECEIVED, { matter: about, channel: "web" }).pack;
    expect(under({ ...matter, facts: place("伦敦分行") })).toBe("uk-fca-disp");
    expect(under({ ...matter, business: "loan", facts: place("伦敦分行") })).toBe("hk-hkma");
    expect(under({ ...matter, facts: place("卡中心") })).toBe("cn-pboc-2020-5");
    expect(under({ ...matter, reason: "disclosure" })).toBe("cn-nfra-2020-3");
  });

  it("a pack that was not in force on the day of receipt is passed over", () => {
    const passedOn = { matter: { ...matter, words: "人民银行转办" }, channel: "regulator" };
    expect(deadlineFor(shippedBank, "2020-05-01T01:00:00.000Z", passedOn).pack).toBe("cn-nfra-2020-3");
  });
});

describe("staff change it", () => {
  it("with a reason, by those who lead, and the clocks are counted anew from the same receipt", () => {
    const life = atWork();
    const before = life.state.due;
    expect(life.ask(handler, { type: "choose-regime", pack: "uk-fca-disp", reason: "伦敦分行的账户" })).toBe(
      "not-yours",
    );
    expect(life.ask(lead, { type: "choose-regime", pack: "uk-fca-disp", reason: " " })).toBe("reason-needed");
    expect(life.ask(lead, { type: "choose-regime", pack: "cn-internal-2026", reason: "试试" })).toBe("no-such");
    expect(life.ask(lead, { type: "choose-regime", pack: "cn-nfra-2020-3", reason: "试试" })).toBe("unchanged");
    life.must(lead, { type: "choose-regime", pack: "uk-fca-disp", reason: "伦敦分行的账户" });
    expect(life.state.regime).toEqual({ value: "uk-fca-disp", rule: null, reason: "伦敦分行的账户" });
    // Eight weeks from the receipt, not from the change.
    expect([before, life.state.due]).toEqual(["2026-12-07", "2027-01-17"]);
    expect(life.owed()?.kind).toBe("new-day");

    const setup = setupOf(shippedBank, life.events, "credit-card");
    const answer = clocksOf(setup, marksOf(life.events)).find(({ spec }) => spec.clock === "answer");
    expect(answer?.pack.pack).toBe("uk-fca-disp");
    expect(answer?.end?.day && isoDay(answer.end.day)).toBe(life.state.due);
  });

  it("what begins again stays under the pack that was chosen", () => {
    const life = aLife().must(office, { type: "choose-regime", pack: "cn-pboc-2020-5", reason: "人民银行转办" });
    life.must(office, { type: "restart", reason: "新的凭证" });
    expect(life.state.rule.pack).toBe("cn-pboc-2020-5");
  });
});

it("the customer hears the new day, and the case keeps it", async () => {
  const app = await startInProcess({ start: "2026-11-23T02:00:00.000Z" });
  const conversation = await app.open();
  await app.says(conversation, "信用卡年费乱扣了我300元，我要投诉，给我转人工");
  const key = `${conversation}/${(await app.state(conversation)).matters[0]?.id}`;
  const chosen = { type: "choose-regime", pack: "uk-fca-disp", reason: "伦敦分行的账户" } as const;
  expect(await app.life.command(key, chosen, office, "r1")).toMatchObject({ ok: true });
  await app.deliver();
  expect((await app.waiting(conversation)).at(-1)?.text).toMatch(/规定.*1月18日/);
  expect((await app.state(conversation)).matters[0]?.case).toMatchObject({
    due: "2027-01-18",
    rule: { pack: "uk-fca-disp" },
  });
  expect((await app.store.case(key))?.due).toBe("2027-01-18");
  expect((await app.life.read(key))?.state.notices.every(({ givenAt }) => givenAt !== null)).toBe(true);
  await app.close();
});
