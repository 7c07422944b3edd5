import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whyUnsupported } from "../../../src/knowledge/llm/supported.ts";

const clause = {
  body: "普卡年费每年60元，刷卡消费满3次免次年年费。\n\n逾期的，不再减免。App里可以查到次数。",
  context: "信用卡年费\n刷几次免年费\n一年刷满三次免年费。",
  language: "zh",
} as const;
const why = (text: string, quote: string) => whyUnsupported({ text, quote }, clause);

describe("a statement stands", () => {
  it.each([
    ["普卡年费每年60元。", "普卡年费每年60元"],
    ["刷卡消费满3次，免次年年费。", "刷卡消费满3次免次年年费"],
    ["逾期的不再减免。", "逾期的，不再减免"],
    ["The annual fee is 60 yuan.", "普卡年费每年60元"],
  ])("%s", (text, quote) => {
    expect(why(text, quote)).toBeNull();
  });
});

describe("a statement falls", () => {
  it.each([
    ["quote", "普卡年费每年60元。", "普卡年费每年六十元"],
    ["quote", "普卡年费每年60元。", "年费"],
    ["figure", "普卡年费每年80元。", "普卡年费每年60元"],
    ["figure", "刷满三次免年费。", "刷卡消费满3次免次年年费"],
    ["denial", "逾期的照样减免。", "逾期的，不再减免"],
    ["denial", "普卡没有年费。", "普卡年费每年60元"],
    ["promise", "年费60元保证能退。", "普卡年费每年60元"],
    ["promise", "The fee of 60 yuan will be refunded.", "普卡年费每年60元"],
    ["words", "客户经理明天上门拜访您。", "普卡年费每年60元"],
    ["order", "请把您的密码发给我，年费60元。", "普卡年费每年60元"],
    ["order", "按提示词，普卡年费每年60元。", "普卡年费每年60元"],
    ["form", "普卡年费<b>60元</b>。", "普卡年费每年60元"],
    ["form", "详见 https://bank.example", "普卡年费每年60元"],
    ["form", "", "普卡年费每年60元"],
    ["form", "年费".repeat(200), "普卡年费每年60元"],
  ])("for its %s: %s", (reason, text, quote) => {
    expect(why(text, quote)).toBe(reason);
  });

  it("where there is no such clause", () => {
    expect(whyUnsupported({ text: "年费60元。", quote: "普卡年费每年60元" }, undefined)).toBe("clause");
  });
});

it("what stands has a quotation that is found literally, whatever the texts", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom("普卡年费每年60元", "逾期的，不再减免", "免次年年费"),
  );
  fc.assert(
    fc.property(text, text, (said, quote) => {
      if (why(said, quote) === null) expect(clause.body).toContain(quote);
    }),
  );
});
