import { describe, expect, it } from "vitest";
import { checkPolicies } from "../../../src/knowledge/check/check.ts";
import { loadJargon } from "../../../src/knowledge/check/jargon.ts";
import { loadSynonyms } from "../../../src/knowledge/meanings.ts";
import { brief, check, TODAY } from "./folder.ts";

const one = (clause: { heading?: string; summary?: string; asked?: string; body: string }, more: object = {}) => ({
  id: "parking",
  title: "网点停车",
  clauses: [clause],
  ...more,
});

describe("a sound folder", () => {
  it("finds nothing", async () => {
    const found = await check(
      [
        {
          id: "parking",
          title: "网点停车",
          clauses: [
            {
              heading: "停车收费吗",
              summary: "两小时内免费。",
              asked: "停车多少钱 / 停车收费",
              body: "停车2小时内免费。",
            },
            { heading: "丢了停车牌", asked: "停车牌丢了 / 补停车牌", body: "补停车牌5元，见第1条和《网点安全》。" },
          ],
        },
        {
          id: "safety",
          title: "网点安全",
          clauses: [{ heading: "保安几点下班", asked: "保安下班时间", body: "19:00。" }],
        },
        {
          id: "parking",
          title: "Parking",
          language: "en",
          clauses: [
            {
              heading: "Is parking free",
              asked: "parking fee / pay for parking",
              body: "Parking is free for 2 hours.",
            },
            {
              heading: "Lost parking token",
              asked: "lost token / new parking token",
              body: "A new parking token is 5 yuan; see clause 1.",
            },
          ],
        },
      ],
      { asked: true },
    );
    expect(found).toEqual([]);
  });
});

describe("a clause against itself", () => {
  it("a summary with a figure its text lacks", async () => {
    const found = await check([one({ summary: "停车3小时内免费。", body: "停车2小时内免费。" })]);
    expect(brief(found)).toEqual(["error summary-figure zh/parking-0.md:13"]);
    expect(found[0]?.message).toBe("第1条的摘要写了“3小时”，正文里没有这个数");
  });

  it("an English text that names another figure, or lacks one", async () => {
    const english = (body: string) => one({ body }, { language: "en", title: "Parking" });
    const chinese = one({ body: "停车2小时内免费，之后每小时5元。" });
    const found = await check([chinese, english("Parking is free for 3 hours, then 5 yuan each hour.")]);
    expect(found.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^12 .*lacks "2小时"/),
      expect.stringMatching(/^16 .*"3 hours".*中文第1条没有这个数/),
    ]);
  });
});

describe("an English text left behind", () => {
  it("is named when a Chinese version with other figures comes into force beside it", async () => {
    const chinese = (body: string, more: object) => one({ body }, more);
    const found = await check([
      chinese("停车2小时内免费。", { to: "2026-12-31" }),
      chinese("停车3小时内免费。", { version: "2.0", from: "2027-01-01" }),
      one({ body: "Parking is free for 2 hours." }, { language: "en", title: "Parking" }),
    ]);
    expect(brief(found.filter(({ severity }) => severity === "error"))).toEqual([
      "error translation-figure en/parking-2.md:12",
      "error translation-figure en/parking-2.md:16",
    ]);
  });
});

describe("references", () => {
  it.each([
    ["a title that no policy has", "见《网点安全规则》。", "没有一份有效的制度叫《网点安全规则》"],
    [
      "a title nearly right",
      "见《网点停车规定细则》第1条，及《网点的停车》。",
      "没有一份有效的制度叫《网点停车规定细则》",
    ],
    ["a clause the file lacks", "见第7条。", "本文件没有第7条"],
    ["a clause another file lacks", "见《网点停车》第9条。", "《网点停车》没有第9条"],
  ])("%s", async (_, body, message) => {
    const [first] = await check([one({ body })]);
    expect(first).toMatchObject({ severity: "error", check: "reference", line: 16 });
    expect(first?.message).toContain(message);
  });

  it("to a policy that has ended, or that is only for staff", async () => {
    const found = await check([
      one({ body: "见《网点保安》和《内部保安》。" }),
      { id: "guards", title: "网点保安", from: "2024-01-01", to: "2025-12-31", clauses: [{ body: "有。" }] },
      { id: "inside", title: "内部保安", audience: "staff", clauses: [{ body: "有。" }] },
    ]);
    expect(found.filter((each) => each.check === "reference").map((each) => each.message)).toEqual([
      "《网点保安》2025-12-31已经到期，现在没有这份制度",
      "《内部保安》只给员工看，客户看不到",
    ]);
  });

  it("laws, papers and their articles are not ours", async () => {
    const body = "按《反电信网络诈骗法》第三十二条、反洗钱法第十条，凭《假币收缴凭证》办理。";
    expect(await check([one({ body })])).toEqual([]);
  });

  it("an English clause that is not there", async () => {
    const found = await check([one({ body: "See clauses 1 and 4." }, { language: "en" })]);
    expect(found.map(({ line, message }) => [line, message])).toEqual([[16, "this file has no clause 4"]]);
  });
});

describe("versions", () => {
  const body = "免费。";
  const version = (number: string, from: string, to?: string) =>
    one({ body }, { version: number, from, ...(to === undefined ? {} : { to }) });

  it("days on which none is in force, and versions that overlap", async () => {
    const found = await check([
      version("1.0", "2024-01-01", "2024-12-31"),
      version("2.0", "2025-02-01", "2026-01-31"),
      version("3.0", "2026-01-15"),
    ]);
    expect(brief(found)).toEqual(["warning gap zh/parking-1.md:6", "error load zh/parking-2.md:1"]);
    expect(found[0]?.message).toContain("2025-01-01到2025-01-31没有一版有效");
  });

  it("an end with nothing after it, and a beginning that is still to come", async () => {
    expect(brief(await check([version("1.0", "2024-01-01", "2026-11-20")]))).toEqual([
      "warning ended zh/parking-0.md:10",
    ]);
    expect(await check([version("1.0", "2024-01-01", "2026-11-21")])).toEqual([]);
    expect(brief(await check([version("1.0", "2026-12-01")]))).toEqual(["info not-begun zh/parking-0.md:6"]);
  });
});

describe("typical questions", () => {
  it("none of which finds its clause", async () => {
    const crowd = ["卡", "证", "钱", "单", "票", "章"].map((thing) => ({
      heading: `${thing}丢了怎么补办`,
      asked: `${thing}丢了怎么补办 / 补办${thing}要多久 / 丢了${thing}怎么补办要多久`,
      body: `${thing}丢了可以补办。`,
    }));
    const found = await check(
      [
        { id: "lost", title: "丢了补办", clauses: crowd },
        {
          id: "lockers",
          title: "储物柜",
          clauses: [{ heading: "储物柜", asked: "丢了怎么补办要多久", body: "19:00关。" }],
        },
      ],
      { asked: true },
    );
    expect(brief(found)).toEqual(["warning not-found zh/lockers-1.md:14"]);
  });

  it("that two clauses share", async () => {
    const found = await check(
      [
        one({ heading: "停车收费吗", asked: "停车要钱吗 / 停车怎么收费", body: "停车免费。" }),
        {
          id: "bikes",
          clauses: [{ heading: "自行车停哪", asked: "停车要钱吗？ / 自行车停哪里", body: "自行车停后院。" }],
        },
      ],
      { asked: true },
    );
    expect(brief(found)).toEqual(["warning same-question zh/parking-0.md:14"]);
    expect(found[0]?.message).toContain("zh/bikes-1.md:14第1条里也有");
  });
});

describe("plain words", () => {
  it("jargon, unless the clause explains it or it is for staff", async () => {
    expect(brief(await check([one({ body: "两笔轧差后入账。" })]))).toEqual(["warning jargon zh/parking-0.md:16"]);
    expect(await check([one({ body: "两笔轧差（相抵后的差额）入账。" })])).toEqual([]);
    expect(await check([one({ body: "按相抵后的差额（轧差）入账。\n\n轧差当天到账。" })])).toEqual([]);
    expect(await check([one({ body: "轧差，也就是相抵后的差额。" })])).toEqual([]);
    expect(await check([one({ body: "两笔轧差后入账。" }, { audience: "staff" })])).toEqual([]);
    expect(await check([one({ body: "用借记卡，在「账户>轧差」看。" })])).toEqual([]);
    const english = one({ body: "Pursuant to the rules it is free." }, { language: "en" });
    expect((await check([english]))[0]?.message).toContain('say "under"');
  });

  it("sentences and summaries that are too long, counted in characters or words", async () => {
    const long = await check([one({ summary: "停".repeat(46), body: `${"停".repeat(61)}。\n\n${"停".repeat(60)}。` })]);
    expect(brief(long)).toEqual([
      "warning long-summary zh/parking-0.md:13",
      "warning long-sentence zh/parking-0.md:16",
    ]);
    const english = one(
      { summary: "a ".repeat(31), body: `${"a ".repeat(36)}. ${"b ".repeat(35)}.` },
      { language: "en" },
    );
    expect(brief(await check([english]))).toEqual([
      "warning long-summary en/parking-0.md:13",
      "warning long-sentence en/parking-0.md:16",
    ]);
  });
});

describe("the shipped bank", () => {
  it("has no error", async () => {
    const { words, problems } = loadJargon("bank/jargon.yaml");
    expect(problems).toEqual([]);
    const { synonyms } = loadSynonyms("bank/synonyms.yaml");
    const found = await checkPolicies({ folder: "bank/policies", synonyms, jargon: words, today: TODAY });
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
