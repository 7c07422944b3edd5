import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadAsked } from "../../src/knowledge/asked.ts";
import { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies } from "../../src/knowledge/policies.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const filter = { on: "2026-11-21", language: "zh-Hans", audience: "customer" } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asked-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const first = (index: ClauseIndex, question: string) => {
  const [hit] = index.search(question, filter, 5);
  return hit && `${hit.policy.id}#${hit.clause.number}`;
};

describe("the ways in which customers ask", () => {
  it("lead to their clause where none of its own words are said", () => {
    write("annual-fee.md", "# 信用卡年费\n\n## 2\n- 刚划走的八十块能不能给我吐回来\n- 我都不想用这卡了，划走的还我\n");
    const { asked, problems } = loadAsked(folder, policies);
    expect(problems).toEqual([]);
    expect(asked.read().get("annual-fee#2")).toHaveLength(2);
    const index = new ClauseIndex(policies, synonyms, { asked });
    expect(first(index, "划走的八十块吐回来")).toBe("annual-fee#2");
  });

  it("are reported with file and line where they can't be read, and the rest goes on", () => {
    write("annual-fee.md", "- too early\n## 2\n- 能退吗\n  odd\n## 9\n- nowhere\n## 2\n- 再来一次\n");
    write("no-such-policy.md", "## 1\n- 问\n");
    const { asked, problems } = loadAsked(folder, policies);
    expect(problems.map(({ file, line }) => `${file.slice(folder.length + 1)}:${line}`)).toEqual([
      "annual-fee.md:1",
      "annual-fee.md:4",
      "annual-fee.md:5",
      "annual-fee.md:7",
      "no-such-policy.md:1",
    ]);
    expect(problems.map(({ zh }) => zh)).toEqual([
      "问法要写在条款（## 1）下面",
      "这一行应是 ## 1，或 - 加一个问法",
      "规定里没有第9条",
      "第2条写了两次，后一个没有用",
      "没有叫 no-such-policy.md 的规定文件",
    ]);
    expect(asked.read().get("annual-fee#2")).toEqual(["能退吗"]);
  });

  it("are reported where something is no file, and the rest goes on", () => {
    write("annual-fee.md", "## 2\n- 能退吗\n");
    mkdirSync(join(folder, "swallowed-card.md"));
    const { asked, problems } = loadAsked(folder, policies);
    expect(problems.map(({ file }) => file)).toEqual([join(folder, "swallowed-card.md")]);
    expect(asked.read().get("annual-fee#2")).toEqual(["能退吗"]);
  });

  it("may be missing altogether", () => {
    expect(loadAsked(join(folder, "nowhere"), policies).problems).toEqual([]);
  });
});

describe("what is kept for the next start", () => {
  const ask = (keepIn: string) => {
    const { asked } = loadAsked(folder, policies);
    const index = new ClauseIndex(policies, synonyms, { asked, keepIn });
    return index.search("年费能退吗", filter, 5).map(({ policy, clause, score }) => [policy.id, clause.number, score]);
  };

  it("gives the same answers, is made anew when a question changes, and does no harm when it is broken", () => {
    write("annual-fee.md", "## 2\n- 扣了年费能还我吗\n");
    const kept = join(folder, ".kept");
    const made = ask(kept);
    expect(ask(kept)).toEqual(made);
    write("annual-fee.md", "## 2\n- 年费能退吗\n");
    expect(ask(kept)).not.toEqual(made);
  });

  it("is done without where the folder can't be written", () => {
    write("annual-fee.md", "## 2\n- 扣了年费能还我吗\n");
    writeFileSync(join(folder, "blocked"), "a file");
    mkdirSync(join(folder, "ok"));
    expect(ask(join(folder, "blocked", "inside"))).toEqual(ask(join(folder, "ok")));
  });
});
