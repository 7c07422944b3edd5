/** References in YAML that lead astray: each reader names the file and the line, and goes on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Problem } from "../src/bank/problem.ts";
import { readSource } from "../src/bank/source.ts";
import { loadJargon } from "../src/knowledge/check/jargon.ts";
import { loadSynonyms } from "../src/knowledge/meanings.ts";
import { loadPolicies } from "../src/knowledge/policies.ts";
import { loadPrompts } from "../src/model/prompts.ts";
import { customersIn } from "../src/play/customers.ts";
import { scriptsIn } from "../src/play/script.ts";
import { readYaml } from "../src/read-yaml.ts";
import { loadPhrases } from "../src/wording/phrases.ts";

/** Lists of lists of lists: small in the file, without end in memory. */
const BOMB = Array.from({ length: 12 }, (_, n) => {
  const items =
    n === 0
      ? "a"
      : Array(9)
          .fill(`*k${n - 1}`)
          .join(", ");
  return `k${n}: &k${n} [${items}]\n`;
}).join("");
const DANGLING = "first: 1\nsecond: *nobody\n";
const CIRCLE = "first: 1\nsecond: &me\n  inside: [*me]\n";

describe("a reference", () => {
  it("is followed where it leads to something above", () => {
    const read = readYaml("day: &day { from: 1 }\nmonday: *day\n");
    expect(read).toMatchObject({ ok: true, yaml: { value: { monday: { from: 1 } } } });
  });

  it("to the one above it, where a name is given twice", () => {
    const read = readYaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    expect(read).toMatchObject({ ok: true, yaml: { value: { b: 1, d: 2 } } });
  });

  it.each([
    ["to nothing", DANGLING, 2, "nothing above is named &nobody"],
    ["to what comes later", "a: *later\nb: &later 1\n", 1, "nothing above is named &later"],
    ["in the place of a key", "a: 1\n? *key\n: 1\n", 2, "nothing above is named &key"],
    ["into itself", CIRCLE, 3, "*me stands in what it refers to"],
    ["into itself, twice removed", "a: &a\n  - &b\n    - *a\n  - *b\n", 3, "*a stands in what it refers to"],
    ["without end", BOMB, 2, "Excessive alias count"],
    ["where a map is wanted", "%YAML 1.1\n---\na: 1\n<<: 3\n", 1, "Merge sources must be maps"],
  ])("%s is a fault with its line", (_name, text, line, message) => {
    expect(readYaml(text)).toEqual({
      ok: false,
      faults: [{ line, message: expect.stringContaining(message), zh: expect.stringMatching(/[一-龥]/u) }],
    });
  });

  it("a text that begins with a star is told to be put into quotes", () => {
    expect(readYaml("say: *important* news\n")).toMatchObject({ ok: false });
    expect(JSON.stringify(readYaml("say: *important\n"))).toContain("needs quotes");
  });

  it("nothing nested too deep throws", () => {
    expect(readYaml("[".repeat(100_000)).ok).toBe(false);
    expect(readYaml("- ".repeat(20_000)).ok).toBe(false);
  });
});

describe("every reader names the file and the line", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "yaml-"));
    mkdirSync(join(folder, "policies"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const inHead = (text: string) => `---\n${text}---\n\n# System\n\nx\n\n# User\n\ny\n`;

  /** Line on which the text begins in the file, and what the reader says of it. */
  const readers: [string, (text: string) => { file: string; begins: number; problems: Problem[] }][] = [
    [
      "the bank's",
      (text) => {
        const file = written("bank.yaml", text);
        const problems: Problem[] = [];
        expect(readSource(file, z.unknown(), problems)).toBeUndefined();
        return { file, begins: 1, problems };
      },
    ],
    [
      "the wording's",
      (text) => {
        const file = written("zh.yaml", text);
        return { file, begins: 1, problems: loadPhrases(folder, "zh").problems };
      },
    ],
    [
      "the prompts'",
      (text) => {
        const file = written("sort.md", inHead(text));
        const contract = { name: "sort", inputs: {}, output: "sorted" };
        return { file, begins: 2, problems: loadPrompts(folder, [contract]).problems };
      },
    ],
    ["the scripts'", (text) => ({ file: "a.yaml", begins: 1, problems: scriptsIn(text, "a.yaml").problems })],
    [
      "the synonyms'",
      (text) => {
        const file = written("synonyms.yaml", text);
        return { file, begins: 1, problems: loadSynonyms(file).problems };
      },
    ],
    [
      "the jargon's",
      (text) => {
        const file = written("jargon.yaml", text);
        return { file, begins: 1, problems: loadJargon(file).problems };
      },
    ],
    [
      "the policies'",
      (text) => {
        const file = written("policies/one.md", inHead(text));
        const { problems } = loadPolicies(join(folder, "policies"));
        return { file, begins: 2, problems: problems.filter(({ message }) => !message.startsWith("no clause")) };
      },
    ],
  ];

  it.each(readers)("%s", (_name, read) => {
    for (const [text, line, message] of [
      [DANGLING, 2, "nothing above is named &nobody"],
      [BOMB, 2, "Excessive alias count"],
      [CIRCLE, 3, "stands in what it refers to"],
    ] as const) {
      const { file, begins, problems } = read(text);
      const told = problems.map((problem) => ({ ...problem, zh: undefined }));
      expect(told).toEqual([{ file, line: begins - 1 + line, message: expect.stringContaining(message) }]);
    }
  });

  it("of a script, the others in its file are read", () => {
    const { scripts, problems } = scriptsIn(`${BOMB}---\nname: b\nturns:\n  - says: 你好\n---\nname: *c\n`, "b.yaml");
    expect(scripts.map(({ name }) => name)).toEqual(["b"]);
    expect(problems.map(({ line }) => line)).toEqual([2, 18]);
  });

  it("of made-up customers, the line alone", () => {
    expect(() => customersIn(DANGLING)).toThrow(/^line 2: \*nobody/u);
  });
});
