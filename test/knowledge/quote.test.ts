import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteFrom, withFigures } from "../../src/knowledge/quote.ts";

const about = (...words: string[]) => ({
  weight: (text: string) => words.filter((word) => text.includes(word)).length,
  names: (text: string) => words.includes(text),
});
const table = "| 金额 | 手续费 |\n|---|---|\n| 一万以下 | 免费 |\n| 一万以上 | 10元 |";

describe("what is quoted of a clause", () => {
  it("is all of a short one", () => {
    expect(quoteFrom("本人来办。\n\n带身份证。", about("身份证"))).toBe("本人来办。\n\n带身份证。");
  });

  it("is the paragraph asked about of a long one", () => {
    const long = `${"本行按规定办理。".repeat(20)}\n\n${"补卡工本费十元。".repeat(3)}\n\n${"其他情形另行通知。".repeat(10)}`;
    expect(quoteFrom(long, about("工本费"))).toBe("补卡工本费十元。".repeat(3));
  });

  it("is whole sentences around the best one where a paragraph is too long", () => {
    const long = `${"本行按规定办理各项业务。".repeat(30)}补卡工本费十元。${"其他情形另行通知客户。".repeat(30)}`;
    const quote = quoteFrom(long, about("工本费"));
    expect(quote).toContain("补卡工本费十元。");
    expect(quote.length).toBeLessThanOrEqual(220);
    expect(quote).toMatch(/。$/);
    expect(long).toContain(quote);
  });

  it("is the row of a table that was named, without the bars at its ends", () => {
    expect(quoteFrom(table, about("一万以上"))).toBe("一万以上 | 10元");
  });

  it("is all rows where none stands out", () => {
    expect(quoteFrom(table, about("手续费"))).toBe("| 一万以下 | 免费 |\n| 一万以上 | 10元 |");
  });

  it("is the sentence beside a table when that is what was asked about", () => {
    expect(quoteFrom(`${table}\n\n老年客户一律免费。`, about("老年客户"))).toBe("老年客户一律免费。");
  });

  it("stands literally in the text, whatever the text", () => {
    const piece = fc.constantFrom(
      "补卡十元",
      "。",
      "！",
      "\n",
      "\n\n",
      "| a | b |",
      "|---|",
      "\n| 金卡 | 1 |",
      "A fee. ",
      "“好”",
      "x".repeat(90),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const body = pieces.join("").trim();
        expect(body).toContain(quoteFrom(body, about("补卡", "金卡", "fee")));
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

describe("a quote that lacks a figure its summary names", () => {
  const body = `${"本行按规定办理各项业务。".repeat(15)}工本费每张10元。${"其他情形另行通知客户。".repeat(3)}`;

  it("is widened to hold it", () => {
    const quote = "其他情形另行通知客户。";
    const wider = withFigures(quote, body, "补卡收10元工本费。");
    expect(wider).toContain("工本费每张10元。");
    expect(body).toContain(wider);
  });

  it("stays as it is where it holds it, where the clause lacks it, and where the clause is a table", () => {
    expect(withFigures("工本费每张10元。", body, "收10元。")).toBe("工本费每张10元。");
    expect(withFigures("工本费每张10元。", body, "收99元。")).toBe("工本费每张10元。");
    expect(withFigures("一万以下 | 免费", table, "一万以上收10元。")).toBe("一万以下 | 免费");
  });
});
