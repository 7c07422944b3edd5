import { describe, expect, it } from "vitest";
import { Reading } from "../../src/flows/reading.ts";
import { detectPersonal } from "../../src/privacy/detect.ts";
import { createOfflineReader } from "../../src/reading/offline/read.ts";
import { CASES_EN } from "./cases-en.ts";
import { SLIPS } from "./cases-slips.ts";
import { CASES_ZH } from "./cases-zh.ts";
import type { Expected } from "./expected.ts";

const read = createOfflineReader({ detectPersonal });
const CONTEXT = { at: "2026-11-21T09:00:00+08:00", zone: "Asia/Shanghai" };

/** The reading in the shape of the label, so that one comparison shows all differences. */
function asLabelled(text: string, expected: Expected): Partial<Record<keyof Expected, unknown>> {
  const reading = read(text, expected.asking ? { ...CONTEXT, asking: expected.asking } : CONTEXT);
  const seen: Partial<Record<keyof Expected, unknown>> = {};
  const values = (name: string) => reading.facts.filter((fact) => fact.name === name).map((fact) => fact.value);
  for (const key of Object.keys(expected)) {
    switch (key) {
      case "act":
        seen.act = Array.isArray(expected.act) && expected.act.includes(reading.act) ? expected.act : reading.act;
        break;
      case "language":
      case "intents":
      case "business":
      case "reason":
      case "venue":
      case "emotion":
      case "abuse":
      case "injection":
        seen[key] = reading[key];
        break;
      case "risks":
        seen.risks = reading.risks.map(({ slug }) => slug);
        break;
      case "amounts":
        seen.amounts = reading.facts.flatMap((fact) => (fact.name === "amount" ? [fact.value.minor] : []));
        break;
      case "currency":
        seen.currency = reading.facts.flatMap((fact) => (fact.name === "amount" ? [fact.value.currency] : []))[0];
        break;
      case "occurred":
        seen.occurred = reading.facts.flatMap((fact) =>
          fact.name === "occurred" ? [`${fact.value.from.slice(0, 16)}/${fact.value.to.slice(0, 16)}`] : [],
        );
        break;
      case "seconds":
        seen.seconds = reading.facts.flatMap((fact) => (fact.name === "duration" ? [fact.value.seconds] : []));
        break;
      case "counts":
        seen.counts = reading.facts.flatMap((fact) => (fact.name === "count" ? [fact.value.n] : []));
        break;
      case "facts":
        seen.facts = Object.fromEntries(Object.keys(expected.facts ?? {}).map((name) => [name, values(name)]));
        break;
      case "no":
        seen.no = expected.no?.filter((name) => values(name).length === 0);
        break;
      case "asking":
        seen.asking = expected.asking;
        break;
    }
  }
  return seen;
}

describe("the offline reader reads Chinese", () => {
  it.each(CASES_ZH.map(([text, expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(asLabelled(text, expected)).toEqual(expected);
  });
});

describe("the offline reader reads English", () => {
  it.each(CASES_EN.map(([text, expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(asLabelled(text, expected)).toEqual(expected);
  });
});

describe.each(Object.entries(SLIPS))("the offline reader %s", (_what, rows) => {
  it.each(rows.map(([text, expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(asLabelled(text, expected)).toEqual(expected);
  });
});

describe("a reading", () => {
  it("of the design's example is exactly the one promised there", () => {
    const reading = read("昨晚8827刷了12,860块，不是我刷的", CONTEXT);
    const { confidence, ...promised } = reading;
    expect(confidence?.act).toBeGreaterThan(0.5);
    expect(promised).toEqual({
      language: "zh-Hans",
      act: "complaint",
      intents: [],
      business: "debit-card",
      reason: "fund-safety",
      venue: null,
      emotion: 1,
      abuse: 0,
      need: "redress",
      risks: [{ slug: "unauthorised-transaction", text: "不是我刷的", start: 16, end: 21 }],
      facts: [
        { name: "amount", value: { minor: 1_286_000, currency: "CNY" }, text: "12,860块", start: 8, end: 15 },
        { name: "card-tail", value: "8827", text: "8827", start: 2, end: 6 },
        {
          name: "occurred",
          value: { from: "2026-11-20T18:00:00+08:00", to: "2026-11-21T00:00:00+08:00", precision: "part-of-day" },
          text: "昨晚",
          start: 0,
          end: 2,
        },
      ],
      pii: [],
      injection: false,
    });
  });

  it("is valid after the schema for every labelled message", () => {
    for (const [text] of [...CASES_ZH, ...CASES_EN])
      expect(Reading.safeParse(read(text, CONTEXT)).success, text).toBe(true);
  });

  it("takes times in the customer's zone, whatever zone the instant was written in", () => {
    const reading = read("昨晚被刷了", { at: "2026-11-21T01:00:00Z", zone: "Asia/Shanghai" });
    expect(reading.facts.find((fact) => fact.name === "occurred")?.value).toEqual({
      from: "2026-11-20T18:00:00+08:00",
      to: "2026-11-21T00:00:00+08:00",
      precision: "part-of-day",
    });
    const london = read("last night", { at: "2026-07-10T09:00:00Z", zone: "Europe/London" });
    expect(london.facts[0]?.value).toEqual({
      from: "2026-07-09T18:00:00+01:00",
      to: "2026-07-10T00:00:00+01:00",
      precision: "part-of-day",
    });
  });

  it("knows the risk phrases a bank adds", () => {
    const own = createOfflineReader({ detectPersonal, riskPhrases: [{ slug: "media", phrases: ["澜川论坛"] }] });
    expect(own("明天澜川论坛见", CONTEXT).risks).toEqual([{ slug: "media", text: "澜川论坛", start: 2, end: 6 }]);
    expect(read("明天澜川论坛见", CONTEXT).risks).toEqual([]);
  });

  it("keeps only the tail of a full card number as a fact and marks the number as personal", () => {
    const reading = read("我的卡6222021234567890123被盗刷了", CONTEXT);
    expect(reading.facts.filter((fact) => fact.name === "card-tail").map((fact) => fact.value)).toEqual(["0123"]);
    expect(reading.pii.map(({ kind }) => kind)).toEqual(["card-number"]);
  });
});
