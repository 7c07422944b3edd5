/** A bank's folder and questions that ought to break it: a clear message, and the rest goes on. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inputOf, jsonLines, tingsu } from "./cli.ts";
import { ROOT, temporaryFolder } from "./server.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let bank: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  bank = join(folder.path, "bank");
  mkdirSync(bank);
  // Without what is kept of the index, which others may be writing.
  for (const name of readdirSync(join(ROOT, "bank")))
    if (!name.startsWith(".")) cpSync(join(ROOT, "bank", name), join(bank, name), { recursive: true });
  writeFileSync(join(bank, "policies/zh/broken.md"), "---\nid: broken\ntitle: [unclosed\n---\n\n## 1 坏\n");
  writeFileSync(join(bank, "policies/zh/bomb.md"), `---\n${BOMB}---\n\n## 1 大\n`);
  writeFileSync(join(bank, "policies/zh/picture.md"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  writeFileSync(join(bank, "policies/zh/latin.md"), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0xe9]));
});
afterAll(() => folder?.remove());

/** Lists of lists of lists: small in the file, without end in memory. */
const BOMB = Array.from(
  { length: 12 },
  (_, n) =>
    `k${n}: &k${n} [${
      n === 0
        ? "a"
        : Array(9)
            .fill(`*k${n - 1}`)
            .join(", ")
    }]\n`,
).join("");

it("broken YAML, a bomb of references, a picture and bad bytes named .md are each named, and questions are answered", {
  timeout: 60_000,
}, async () => {
  const input = inputOf([
    { id: "1", text: "晚上机器吞卡了怎么办" },
    { id: "2", text: `信用卡年费多少钱一年？${"啊".repeat(350_000)}` },
    { id: "3", text: "信用卡年费多少钱一年？" },
  ]);
  const ran = await tingsu(["ask"], { cwd: folder.path, input, env: { TINGSU_BANK: bank } });
  expect(ran.code).toBe(0);
  for (const name of ["broken.md", "bomb.md", "picture.md", "latin.md"])
    expect(ran.stderr).toMatch(new RegExp(`${name.replace(".", "\\.")}:\\d+: \\S`, "u"));
  expect(ran.stderr).toContain("not a text file");
  const answers = jsonLines(ran.stdout);
  expect(answers).toHaveLength(3);
  expect(answers[0]).toMatchObject({ id: "1", citations: [{ policy: "swallowed-card" }, ...restOf(answers[0])] });
  expect(answers[1]).toMatchObject({ id: "2" });
  expect(answers[2]).toMatchObject({ id: "3", answer: expect.stringMatching(/普卡每年80元/u) });
});

function restOf(answer: unknown): unknown[] {
  return typeof answer === "object" && answer !== null && "citations" in answer && Array.isArray(answer.citations)
    ? answer.citations.slice(1)
    : [];
}
