import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPolicies } from "../../../src/knowledge/check/check.ts";
import { policyText, TODAY } from "./folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "known-unknowns-"));
  mkdirSync(join(folder, "zh"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, "zh", name), text);
const unknown = (asked: string) =>
  policyText({
    id: "no-rule",
    title: "停车",
    clauses: [{ heading: "停车", summary: "这一点没有公布规定。", asked, body: "没有规定。" }],
  }).replace("id: no-rule", "id: no-rule\nkind: known-unknown");
const found = async () => {
  const synonyms = { meanings: [], aspects: [] };
  const all = await checkPolicies({ folder, synonyms, jargon: [], today: TODAY });
  return all.filter(({ check }) => check === "known-unknown");
};
const parking = {
  id: "parking",
  title: "网点停车",
  clauses: [{ heading: "停车收费", asked: "停车多少钱 / 停车收费吗", body: "停车2小时内免费。" }],
};

describe("a known-unknown", () => {
  it("whose own question a rule answers is named with its line, and the clause that answers", async () => {
    write("parking.md", policyText(parking));
    write("no-rule.md", unknown("停车多少钱"));
    expect(await found()).toEqual([
      {
        file: join(folder, "zh", "no-rule.md"),
        line: 15,
        severity: "warning",
        check: "known-unknown",
        message: expect.stringContaining("已有规定回答“停车多少钱”：《网点停车》第1条（parking）"),
      },
    ]);
  });

  it("that no rule answers is right, as is one beside a rule that has ended", async () => {
    write("no-rule.md", unknown("停车多少钱"));
    expect(await found()).toEqual([]);
    write("parking.md", policyText({ ...parking, to: "2026-06-30" }));
    expect(await found()).toEqual([]);
  });
});
