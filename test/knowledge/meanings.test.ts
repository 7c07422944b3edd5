import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSynonyms, MeaningFinder } from "../../src/knowledge/meanings.ts";
import { stem } from "../../src/knowledge/stem.ts";
import { plain, units } from "../../src/knowledge/words.ts";

const finder = new MeaningFinder({
  meanings: [
    { zh: ["吞卡", "卡…吃"], en: ["ate my card", "card … stuck"] },
    { zh: ["盗刷", "不是我刷的"], en: ["unauthorised transaction"] },
  ],
  aspects: [{ zh: ["多久"], en: ["how long"] }],
});
const found = (text: string) => finder.find(units(plain(text))).map(({ token }) => token);

describe("a meaning", () => {
  it.each([
    ["我的卡被取款机吃了", ["#吞卡"]],
    ["吞卡多久取回", ["#吞卡", "?多久"]],
    ["THE ATM ATE MY CARDS!", ["#吞卡"]],
    ["My card is still stuck in there", ["#吞卡"]],
    ["两笔都不是我刷的", ["#盗刷"]],
    ["unauthorized transactions", ["#盗刷"]],
    ["ＡＴＭ吞　卡", ["#吞卡"]],
  ])("is found in %j", (text, tokens) => expect(found(text)).toEqual(tokens));

  it.each(["卡在家里，饭吃了", "卡里的钱我今天上午全部拿去吃饭", "吃卡路里", "my card. It is stuck"])(
    "is not found in %j: a gap is short and crosses no punctuation",
    (text) => expect(found(text)).toEqual([]),
  );
});

describe("English endings and spellings", () => {
  it.each([
    ["charge", "charges", "charged", "charging"],
    ["unauthorised", "unauthorized"],
    ["policy", "policies"],
    ["repay", "repayment"],
    ["stop", "stopped", "stopping"],
    ["bank's", "banks", "bank"],
    ["behaviour", "behavior"],
  ])("%s and %s meet", (...words) => expect(new Set(words.map(stem)).size).toBe(1));
});

describe("the file of synonyms", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tingsu-synonyms-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ["bad YAML", "meanings:\n  - zh: [吞卡\n", /flow/i, 3],
    ["an entry without phrases", "meanings:\n  - zh: [吞卡]\n  - en: []\n", /empty meaning/, 3],
    ["a misspelt key", "meanings:\n  - cn: [吞卡]\n", /cn/, 2],
    ["nothing", "", /./, 1],
  ])("with %s is reported by line and left out", (_, text, message, line) => {
    const file = join(folder, "synonyms.yaml");
    writeFileSync(file, text);
    const { synonyms, problems } = loadSynonyms(file);
    expect(synonyms).toEqual({ meanings: [], aspects: [] });
    expect(problems[0]).toEqual({
      file,
      line,
      message: expect.stringMatching(message),
      zh: expect.stringMatching(/\p{Script=Han}{3}/u),
    });
  });

  it("that is missing is reported", () => {
    expect(loadSynonyms(join(folder, "none.yaml")).problems).toHaveLength(1);
  });
});
