import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveKnowledge, type LiveKnowledge } from "../../../src/knowledge/live/live.ts";
import { loadTexts } from "../../../src/knowledge/live/texts.ts";
import type { Problem } from "../../../src/knowledge/policies.ts";

const today = { language: "zh-Hans", on: "2026-11-21" } as const;
const SOON = { timeout: 15_000, interval: 50 };

let bank: string;
let live: LiveKnowledge;
let told: { broken: (readonly Problem[])[]; failed: unknown[]; reloaded: number };

const path = (...parts: string[]) => join(bank, ...parts);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, "utf8")));
const FEES = ["policies", "zh", "annual-fee.md"];

async function says(question: string): Promise<string> {
  const answer = await live.answer(question, today);
  return answer.kind === "found" ? answer.citations.map(({ quote }) => quote).join("\n") : answer.kind;
}
const comesToSay = (question: string, text: string) =>
  vi.waitFor(async () => expect(await says(question)).toContain(text), SOON);

beforeEach(async () => {
  bank = mkdtempSync(join(tmpdir(), "live-bank-"));
  cpSync("test/fixtures/policies", path("policies"), { recursive: true });
  writeFileSync(path("synonyms.yaml"), readFileSync("bank/synonyms.yaml"));
  told = { broken: [], failed: [], reloaded: 0 };
  live = createLiveKnowledge({
    bank,
    keepIn: path(".kept"),
    texts: loadTexts(bank).texts,
    report: {
      reloaded: () => {
        told.reloaded += 1;
      },
      broken: (problems) => told.broken.push(problems),
      failed: (error) => told.failed.push(error),
    },
  });
  await live.start();
});
afterEach(async () => {
  await live.stop();
  rmSync(bank, { recursive: true, force: true });
  expect(told.failed).toEqual([]);
});

describe("the policies follow the bank's folder", () => {
  it("when a text is changed, replaced, added and taken away, without a restart", async () => {
    await comesToSay("白金卡年费多少", "500元");
    edit(path(...FEES), (text) => text.replaceAll("500元", "480元"));
    await comesToSay("白金卡年费多少", "480元");

    // As careful editors write: a new file in the place of the old one.
    writeFileSync(path("fresh"), readFileSync(path(...FEES), "utf8").replaceAll("480元", "460元"));
    renameSync(path("fresh"), path(...FEES));
    await comesToSay("白金卡年费多少", "460元");

    mkdirSync(path("policies", "zh", "more"));
    const boxes = readFileSync(path(...FEES), "utf8")
      .replace(/^id: .*$/mu, "id: safe-boxes")
      .replace(/^title: .*$/mu, "title: 保管箱办法")
      .replace(
        /## 1[\s\S]*$/u,
        "## 1 保管箱租金\n> 摘要：小箱每年三百元。\n> 常问：保管箱租金多少\n\n小箱每年300元。\n",
      );
    writeFileSync(path("policies", "zh", "more", "boxes.md"), boxes);
    await comesToSay("保管箱租金多少", "小箱每年300元");
    rmSync(path("policies", "zh", "more"), { recursive: true });
    await comesToSay("保管箱租金多少", "unknown");
    expect(live.problems()).toEqual([]);
  });

  it("when a way of asking is written down, and when one in it is broken", async () => {
    expect(await says("那个塑料片被机器咽下去了")).not.toContain("当场开机取卡");
    mkdirSync(path("asked"));
    const file = path("asked", "swallowed-card.md");
    writeFileSync(file, "## 1\n- 那个塑料片被机器咽下去了\n- 机器把我塑料片咽了\n");
    await comesToSay("那个塑料片被机器咽下去了", "当场开机取卡");
    writeFileSync(file, "no heading\n");
    await vi.waitFor(() => expect(live.problems().map(({ file: of, line }) => [of, line])).toEqual([[file, 1]]), SOON);
    expect(await says("那个塑料片被机器咽下去了")).toContain("当场开机取卡");
  });
});

describe("a broken file", () => {
  it("leaves what stood there in force, is named, and the rest goes on", async () => {
    const good = readFileSync(path(...FEES), "utf8");
    writeFileSync(path(...FEES), good.replace("language: zh", "language: [zh").replaceAll("500元", "1元"));
    writeFileSync(path("policies", "zh", "new-and-broken.md"), Buffer.from([0, 1, 2]));
    edit(path("policies", "zh", "parking.md"), (text) => text.replaceAll("两小时", "三小时"));
    await comesToSay("去网点停车收费吗", "三小时");
    expect(await says("白金卡年费多少")).toContain("500元");
    expect(new Set(live.problems().map(({ file }) => file))).toEqual(
      new Set([path(...FEES), path("policies", "zh", "new-and-broken.md")]),
    );
    expect(told.broken.at(-1)).toEqual(live.problems());

    rmSync(path("policies", "zh", "new-and-broken.md"));
    writeFileSync(path(...FEES), good.replaceAll("500元", "520元"));
    await comesToSay("白金卡年费多少", "520元");
    await vi.waitFor(() => expect(live.problems()).toEqual([]), SOON);
  });

  it("of synonyms leaves the last ones in force; so does a folder that is gone", async () => {
    writeFileSync(path("synonyms.yaml"), "meanings: [");
    await vi.waitFor(() => expect(live.problems()).not.toEqual([]), SOON);
    expect(await says("卡被取款机吃了，怎么拿回来？")).toContain("当场开机取卡");
    rmSync(path("policies"), { recursive: true });
    await vi.waitFor(() => expect(live.problems().map(({ file }) => file)).toContain(path("policies")), SOON);
    expect(await says("卡被取款机吃了，怎么拿回来？")).toContain("当场开机取卡");
  });
});
