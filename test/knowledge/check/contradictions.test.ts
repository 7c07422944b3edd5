import { describe, expect, it } from "vitest";
import { brief, check } from "./folder.ts";

const card = (body: string, more: object = {}) => ({
  id: "card-fees",
  title: "信用卡年费",
  clauses: [{ heading: "各类信用卡年费", body }],
  ...more,
});
const TABLE = "| 卡种 | 主卡每年 |\n|---|---|\n| 金卡 | 160元 |\n| 白金卡 | 600元 |";
const machine = (id: string, body: string, more: object = {}) => ({
  id,
  clauses: [{ heading: "取现金", body }],
  ...more,
});

describe("the same item with two figures is an error", () => {
  it("a row of a table against a sentence, named at both places", async () => {
    const found = await check([
      card(TABLE),
      { id: "apply", title: "信用卡申请", clauses: [{ heading: "要交多少钱", body: "首年免。白金卡年费800元。" }] },
    ]);
    expect(brief(found)).toEqual(["error contradiction zh/card-fees-0.md:19"]);
    expect(found[0]?.message).toMatch(/600元.*zh\/apply-1\.md:16.*800元/);
  });

  it("a row against a row", async () => {
    const found = await check([card(TABLE), card(TABLE.replace("600元", "650元"), { id: "other-fees" })]);
    expect(brief(found)).toEqual(["error contradiction zh/other-fees-1.md:19"]);
  });

  it.each([
    ["取款机每天最多取2万元。", "取款机每天最多取3万元。"],
    ["补卡工本费10元。", "补卡工本费为20元。"],
    ["柜台取20万元以上提前2个工作日预约。", "柜台取20万元以上提前3个工作日预约。"],
    ["临时挂失有效期5天。", "临时挂失有效期5个工作日。"],
  ])("a sentence against a sentence: %s %s", async (one, other) => {
    const found = await check([machine("branch", one), machine("machines", other, { title: "取款机和补卡" })]);
    expect(brief(found)).toEqual(["error contradiction zh/machines-1.md:16"]);
  });

  it("between clauses of one file", async () => {
    const found = await check([
      {
        id: "branch",
        clauses: [
          { heading: "取现金", body: "取款机每天最多取2万元。" },
          { heading: "取款机", body: "取款机每天最多取3万元。" },
        ],
      },
    ]);
    expect(brief(found)).toEqual(["error contradiction zh/branch-0.md:22"]);
  });

  it("in English", async () => {
    const english = (id: string, body: string) => ({
      id,
      title: "Lost cards and replacement",
      language: "en" as const,
      clauses: [{ heading: "Replacement card", body }],
    });
    const found = await check([
      english("loss", "A replacement card costs 10 yuan."),
      english("fees", "A replacement card costs 20 yuan."),
    ]);
    expect(brief(found)).toEqual(["error contradiction en/loss-0.md:16"]);
    expect(found[0]?.message).toContain("20 yuan");
  });
});

describe("what only looks like it is passed over", () => {
  it.each([
    ["the same amount in other words", "取款机每天最多取2万元。", "取款机每天最多取20,000元。"],
    ["another thing", "取款机每天最多取2万元。", "取款机每天最多转5万元。"],
    ["another card", "取款机每天最多取2万元。", "信用卡取款机每天最多取1万元。"],
    ["per day and each", "取款机每天最多取2万元。", "取款机单次最多取5000元。"],
    ["home and abroad", "取款机每天最多取2万元。", "境外取款机每天最多取1万元。"],
    ["usually and at most", "补卡一般5个工作日办好。", "补卡最长10个工作日办好。"],
    ["on another condition", "取5万元以上的，提前1个工作日预约。", "取20万元以上的，提前2个工作日预约。"],
    ["an example", "取款机每天最多取2万元。", "例：取款机每天最多取3万元。"],
    ["what used to be", "取款机每天最多取2万元。", "以前取款机每天最多取1万元。"],
    ["a word that is no topic of either", "起点1000元。", "起点100元。"],
    ["for whom it is", "超过5万元的要登记身份。", "超过10万元的要登记身份。"],
  ])("%s", async (_, one, other) => {
    expect(await check([machine("branch", one), machine("machines", other)])).toEqual([]);
  });

  it("rows of one name that an amount tells apart", async () => {
    const fees = (fee: string) =>
      `| 渠道 | 金额 | 手续费 |\n|---|---|---|\n| 柜台跨行 | 1万元及以下 | ${fee} |\n| 柜台跨行 | 1万元以上至5万元 | 10元 |`;
    const transfers = (id: string, fee: string) => ({ id, title: "柜台转账", clauses: [{ body: fees(fee) }] });
    expect(await check([transfers("one", "5元"), transfers("other", "5元")])).toEqual([]);
    const found = await check([transfers("one", "5元"), transfers("other", "6元")]);
    expect(brief(found)).toEqual(["error contradiction zh/other-1.md:18"]);
  });

  it("texts that are never in force together, or for other customers", async () => {
    const one = "取款机每天最多取2万元。";
    const other = "取款机每天最多取3万元。";
    const past = { from: "2025-01-01", to: "2025-12-31" };
    expect(brief(await check([machine("branch", one), machine("machines", other, past)]))).toEqual([
      "warning ended zh/machines-1.md:10",
    ]);
    expect(await check([machine("branch", one), machine("machines", other, { regions: "nanqu" })])).toEqual([]);
    expect(await check([machine("branch", one), machine("machines", other, { audience: "staff" })])).toEqual([]);
  });
});
