import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadPolicies, versionsInForce } from "../../src/knowledge/policies.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tingsu-policies-"));
  mkdirSync(join(folder, "zh"));
  mkdirSync(join(folder, "en"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const head = (changes: Record<string, string | undefined> = {}) => {
  const fields: Record<string, string | undefined> = {
    id: "parking",
    title: "网点停车",
    language: "zh",
    version: '"1.0"',
    effectiveFrom: "2025-01-01",
    audience: "customer",
    business: "[other]",
    keywords: "[停车]",
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join("\n")}\n---\n`;
};
const clause = (number: number, body = "客户停车两小时内免费。") =>
  `\n## ${number} 停车收费吗\n> 摘要：两小时内免费。\n> 常问：停车多少钱 / 停车要钱吗\n\n${body}\n`;
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, "zh", name), content);
const reported = () =>
  loadPolicies(folder).problems.map(({ file, line, message }) => ({
    file: file.slice(folder.length + 4),
    line,
    message,
  }));

describe("a policy file", () => {
  it("is cut into clauses with summary, questions, body and the line they begin at", () => {
    write("parking.md", head() + clause(1) + clause(2, "| 车 | 费 |\n|---|---|\n| 小车 | 5元 |"));
    const { policies, problems } = loadPolicies(folder);
    expect(problems).toEqual([]);
    expect(policies).toHaveLength(1);
    expect(policies[0]).toMatchObject({
      id: "parking",
      version: "1.0",
      effectiveFrom: "2025-01-01",
      business: ["other"],
    });
    expect(policies[0]?.clauses[0]).toMatchObject({
      number: "1",
      heading: "停车收费吗",
      summary: "两小时内免费。",
      questions: ["停车多少钱", "停车要钱吗"],
      body: "客户停车两小时内免费。",
      line: 12,
    });
    expect(policies[0]?.clauses[1]?.body).toContain("| 小车 | 5元 |");
  });

  it("gives each clause a hash that changes with any of its words and with nothing else", () => {
    write("parking.md", head() + clause(1));
    const hash = () => loadPolicies(folder).policies[0]?.clauses[0]?.hash;
    const first = hash();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    write("parking.md", head({ title: "停车" }) + clause(1) + clause(2));
    expect(hash()).toBe(first);
    write("parking.md", head() + clause(1, "客户停车三小时内免费。"));
    expect(hash()).not.toBe(first);
  });

  it("may have Windows line ends and hotline numbers among its keywords", () => {
    write("parking.md", (head({ keywords: "[停车, 110]" }) + clause(1)).replaceAll("\n", "\r\n"));
    const { policies, problems } = loadPolicies(folder);
    expect(problems).toEqual([]);
    expect(policies[0]?.keywords).toEqual(["停车", "110"]);
    expect(policies[0]?.clauses[0]?.body).toBe("客户停车两小时内免费。");
  });
});

describe("a broken file is reported by line and the rest goes on", () => {
  it.each([
    ["bad YAML", head({ keywords: "[停车" }) + clause(1), 9, /flow/i],
    ["a missing field", head({ title: undefined }) + clause(1), 1, /^title: /],
    ["a version without quotes", head({ version: "1.0" }) + clause(1), 5, /quoted version/],
    ["an impossible date", head({ effectiveFrom: "2025-02-30" }) + clause(1), 6, /effectiveFrom: expected a date/],
    ["an end before the beginning", head({ effectiveTo: "2024-01-01" }) + clause(1), 10, /ends before it begins/],
    ["an unknown line of business", head({ business: "[parking]" }) + clause(1), 8, /^business/],
    ["an unknown field", head({ colour: "red" }) + clause(1), 1, /colour/],
    ["a star that YAML takes for a reference", head({ title: "*停车*" }) + clause(1), 3, /needs quotes/],
    ["no head", "# 停车\n", 1, /YAML head/],
    ["an empty file", "", 1, /YAML head/],
    ["no clauses", `${head()}\n停车免费。\n`, 10, /no clause/],
    ["bytes that are not UTF-8", Buffer.concat([Buffer.from(head()), Buffer.from([0xc4, 0xe3])]), 11, /UTF-8/],
    ["a picture under a false name", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 1, /not a text file/],
    ["more than a megabyte", head() + clause(1) + "停".repeat(400_000), 1, /bytes/],
  ])("%s", (_, content, line, message) => {
    write("broken.md", content);
    write("sound.md", head({ id: "sound" }) + clause(1));
    expect(reported()).toEqual([{ file: "broken.md", line, message: expect.stringMatching(message) }]);
    expect(loadPolicies(folder).policies.map((policy) => policy.id)).toEqual(["sound"]);
  });

  it("a folder that isn't there", () => {
    const { policies, problems } = loadPolicies(join(folder, "nowhere"));
    expect(policies).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringContaining("cannot be read") }),
    ]);
  });
});

describe("a broken clause is reported by line", () => {
  it("gaps in the numbering and numbers used twice", () => {
    write("parking.md", head() + clause(1) + clause(3) + clause(3));
    expect(reported()).toEqual([
      { file: "parking.md", line: 18, message: expect.stringContaining("clause 3 where 2 was expected") },
      { file: "parking.md", line: 24, message: expect.stringContaining("stands twice") },
    ]);
    expect(loadPolicies(folder).policies[0]?.clauses.map((each) => each.number)).toEqual(["1", "3"]);
  });

  it("without a summary it is left out, without a question it stays", () => {
    write("parking.md", head() + clause(1).replace(/> 摘要.*\n/, "") + clause(2).replace(/> 常问.*\n/, ""));
    expect(reported().map(({ line, message }) => [line, message])).toEqual([
      [12, expect.stringContaining("no summary")],
      [17, expect.stringContaining("no question")],
    ]);
    expect(loadPolicies(folder).policies[0]?.clauses.map((each) => each.number)).toEqual(["2"]);
  });

  it("too long to quote, or with a heading that has no number", () => {
    write("parking.md", `${head()}${clause(1, "停".repeat(401))}\n## 收费\n\n免费。\n`);
    expect(reported().map(({ line, message }) => [line, message])).toEqual([
      [12, expect.stringContaining("401 characters")],
      [18, expect.stringContaining("expected a heading")],
    ]);
  });
});

describe("versions", () => {
  it("the same version twice is reported and the first kept", () => {
    write("a.md", head() + clause(1));
    write("b.md", head() + clause(1, "另一份。"));
    expect(reported()).toEqual([{ file: "b.md", line: 1, message: expect.stringContaining("already in") }]);
    expect(loadPolicies(folder).policies).toHaveLength(1);
  });

  it("two versions in force on the same days are reported, and the later is used", () => {
    write("a.md", head({ effectiveTo: "2026-06-30" }) + clause(1));
    write("b.md", head({ version: '"2.0"', effectiveFrom: "2026-06-30" }) + clause(1));
    expect(reported()).toEqual([
      { file: "b.md", line: 1, message: expect.stringContaining("same days as version 1.0") },
    ]);
    const { policies } = loadPolicies(folder);
    const version = (on: string) => [...versionsInForce(policies, on, "customer")].map((policy) => policy.version);
    expect(version("2026-06-29")).toEqual(["1.0"]);
    expect(version("2026-06-30")).toEqual(["2.0"]);
  });

  it("one after the other, and two languages beside each other, are right", () => {
    write("a.md", head({ effectiveTo: "2026-06-30" }) + clause(1));
    write("b.md", head({ version: '"2.0"', effectiveFrom: "2026-07-01" }) + clause(1));
    writeFileSync(join(folder, "en", "a.md"), head({ language: "en" }) + clause(1));
    expect(reported()).toEqual([]);
  });

  it("a Chinese policy in the English folder is reported", () => {
    writeFileSync(join(folder, "en", "a.md"), head() + clause(1));
    expect(reported()).toEqual([{ file: "a.md", line: 1, message: expect.stringContaining("lies in en/") }]);
  });
});
