import { describe, expect, it } from "vitest";
import { detectPersonal } from "../../src/privacy/detect.ts";
import { createRuleReader } from "../../src/reading/offline/rules.ts";
import { MONEY_EN, MONEY_ZH, type MoneyRow, NEITHER, TIME_EN, TIME_ZH, type TimeRow } from "./facts-table.ts";

const read = createRuleReader({ detectPersonal });
const CONTEXT = { at: "2026-11-21T09:00:00+08:00", zone: "Asia/Shanghai" };

const facts = (text: string) => read(text, CONTEXT).reading.facts;
const sums = (text: string) =>
  facts(text).flatMap((fact) => (fact.name === "amount" ? [{ words: fact.text, ...fact.value }] : []));
const times = (text: string) =>
  facts(text).flatMap((fact) =>
    fact.name === "occurred"
      ? [{ words: fact.text, when: `${fact.value.from.slice(0, 16)}/${fact.value.to.slice(0, 16)}` }]
      : [],
  );

describe("sums of money are read with their exact words and value", () => {
  it.each([...MONEY_ZH, ...MONEY_EN].map(([...row]: MoneyRow) => row))("%s: %s", (text, words, minor, currency) => {
    expect(sums(text)).toContainEqual({ words, minor, currency: currency ?? "CNY" });
  });
});

describe("times are read with their exact words and range", () => {
  it.each([...TIME_ZH, ...TIME_EN].map(([...row]: TimeRow) => row))("%s: %s", (text, words, when) => {
    expect(times(text)).toEqual([{ words, when }]);
  });
});

describe("neither money nor a time of the matter", () => {
  it.each(NEITHER.map((text) => ({ text })))("$text", ({ text }) => {
    expect({ sums: sums(text), times: times(text) }).toEqual({ sums: [], times: [] });
  });
});
