import { describe, expect, it } from "vitest";
import { sign } from "../../../src/knowledge/check/figure.ts";
import { FigureSet, figuresIn } from "../../../src/knowledge/check/figures.ts";

const signs = (text: string, language: "zh" | "en" = "zh") =>
  figuresIn(text, language)
    .filter(({ loose }) => !loose)
    .map(sign);

describe("a figure is one however it is written", () => {
  it.each([
    ["2万元", "20000元"],
    ["2万元", "20,000元"],
    ["两小时", "2小时"],
    ["120分钟", "2小时"],
    ["三个工作日", "3个工作日"],
    ["12个月", "1年"],
    ["万分之五", "0.05%"],
    ["十五天", "15天"],
    ["8:30至16:00", "8:30—16:00"],
  ])("%s is %s", (one, other) => {
    expect(signs(one)).toHaveLength(1);
    expect(signs(one)).toEqual(signs(other));
  });

  it.each([
    ["2万元", "20,000 yuan"],
    ["3个工作日", "3 working days"],
    ["24小时", "24-hour"],
    ["100万元", "1 million yuan"],
    ["1万美元", "US$10,000"],
    ["0.05%", "0.05 per cent"],
    ["9:00至17:00", "9:00 am to 5:00 pm"],
    ["2025年9月1日", "1 September 2025"],
    ["2000元以上至1万元", "over 2,000 to 10,000 yuan"],
  ])("%s is %s in English", (chinese, english) => {
    expect(signs(chinese)).toHaveLength(1);
    expect(signs(english, "en")).toEqual(signs(chinese));
  });

  it("but working days are not days, and US dollars not yuan", () => {
    expect(signs("3个工作日")).not.toEqual(signs("3天"));
    expect(signs("100美元")).not.toEqual(signs("100元"));
  });
});

describe("no figures are", () => {
  it.each([
    "拨打400-000-9588按2",
    "在App「我的>3天内」查看",
    "见第3条",
    "按《2020年第3号令》",
    "二类账户、第三方支付",
    "差几十元",
    "四分之三",
  ])("%s", (text) => {
    expect(signs(text)).toEqual([]);
  });
});

describe("whether a text holds a figure", () => {
  const holds = (text: string, figure: string, language: "zh" | "en" = "zh") => {
    const [wanted] = figuresIn(figure, language);
    return wanted !== undefined && new FigureSet(figuresIn(text, language)).holds(wanted);
  };

  it("both ends of a range count, and a unit may be left unsaid", () => {
    expect(holds("至少20天，最多50天", "20到50天")).toBe(true);
    expect(holds("at least 20 and at most 50 days", "20 to 50 days", "en")).toBe(true);
    expect(holds("免息20到40天", "20到50天")).toBe(false);
  });

  it("the same number of something else does not", () => {
    expect(holds("5个工作日内答复", "5天")).toBe(false);
    expect(holds("手续费10元", "10%")).toBe(false);
  });
});
