/** An evening with everything real: WeChat over gRPC, a browser, the Slack emulator, played by the command. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { missingAction, wrongMessages, wrongSteps } from "../../examples/evening/check.ts";
import { jsonLines, tingsu } from "./cli.ts";

const Told = z.object({ at: z.iso.datetime(), who: z.string(), where: z.string(), en: z.string() });
const Trail = z.object({ case: z.string(), audit: z.array(z.string()).min(10) });
const Last = z.object({
  cases: z.number(),
  seen: z.number(),
  missing: z.number(),
  doubled: z.number(),
  outOfOrder: z.number(),
  auditEntries: z.number(),
  auditProblems: z.number(),
  problems: z.array(z.string()),
  ok: z.boolean(),
});

it("two customers complain at once, on WeChat and the website; both see each step where they are", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "tingsu-evening-test-"));
  try {
    const { code, stdout, stderr } = await tingsu(["evening", "--json"], { cwd });
    const lines = jsonLines(stdout);
    const last = Last.parse(lines.at(-1), { reportInput: true });
    expect(last.problems, stderr).toEqual([]);
    expect(last).toMatchObject({ ok: true, cases: 2, missing: 0, doubled: 0, outOfOrder: 0, auditProblems: 0 });
    expect(last.auditEntries).toBeGreaterThan(0);
    expect(code).toBe(0);
    const story = lines.flatMap((line) => Told.safeParse(line).data ?? []);
    const trails = lines.flatMap((line) => Trail.safeParse(line).data ?? []);
    expect(trails.map((trail) => trail.case)).toEqual(["fee", "repayment"]);
    // The audit holds who and what, never what was said.
    expect(JSON.stringify(trails)).not.toMatch(/8827|年费|还款/u);
    for (const where of ["wechat", "widget", "slack", "web-desk"])
      expect(story.filter((line) => line.where === where)).not.toEqual([]);
    // The evening's end for each: the yes noted for one, the answer and what can be done against it for the other.
    const ends = ["wechat", "widget"].map((where) => story.findLast((line) => line.where === where)?.en);
    expect(ends).toEqual(["what can be done by who disagrees", "the yes was noted"]);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}, 300_000);

describe("a customer's screen is wrong", () => {
  const steps = [
    { step: "number", words: /R-1/u },
    { step: "person", words: /小方/u },
  ];
  it("when a step is missing, doubled or out of order", () => {
    expect(wrongSteps(["编号R-1", "小方来了"], steps)).toEqual([]);
    expect(wrongSteps(["编号R-1"], steps)).toEqual([{ kind: "missing", step: "person" }]);
    expect(wrongSteps(["编号R-1", "小方来了", "小方来了"], steps)).toEqual([{ kind: "doubled", step: "person" }]);
    expect(wrongSteps(["小方来了", "编号R-1"], steps)).toEqual([{ kind: "out-of-order", step: "person" }]);
  });

  it("when it shows other messages than were said, or the same in another order", () => {
    expect(wrongMessages(["一", "二\n  1. 好"], ["一", "二"])).toEqual([]);
    expect(wrongMessages(["一"], ["一", "二"])).toEqual([{ kind: "missing", step: "二" }]);
    expect(wrongMessages(["一", "一"], ["一"])).toEqual([{ kind: "doubled", step: "一" }]);
    expect(wrongMessages(["二", "一"], ["一", "二"])).toEqual([{ kind: "out-of-order", step: "二" }]);
  });
});

it("an audit lacks an action that isn't there after the one before", () => {
  expect(missingAction(["take", "look", "reply"], ["take", "reply"])).toBeNull();
  expect(missingAction(["take taken+told"], ["take"])).toBeNull();
  expect(missingAction(["reply", "take"], ["take", "reply"])).toBe("reply");
  expect(missingAction(["take-back"], ["take"])).toBe("take");
});
