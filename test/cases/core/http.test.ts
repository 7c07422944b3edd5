import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coreContract } from "../../contracts/core.ts";
import { connectTo, httpSettings, referenceCore } from "./reference-core.ts";

coreContract({
  name: "a core system over HTTP",
  async create() {
    const { url, cases, faults } = await referenceCore();
    return {
      core: connectTo(httpSettings(url)),
      count: async () => cases.count(),
      cutOff() {
        faults.failing = 1000;
        return () => {
          faults.failing = 0;
        };
      },
      loseAnswers(count) {
        faults.dropping = count;
      },
      slowDown() {
        faults.slowMs = 1500;
        return () => {
          faults.slowMs = 0;
        };
      },
      async look(number) {
        const found = cases.find(number);
        return found && { open: found.status === "open", messages: cases.messages(number).map(({ id }) => id) };
      },
    };
  },
});

describe("a core system over HTTP that was started again", () => {
  it("still knows which number belongs to a key", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "core-")), "core.sqlite");
    const before = await referenceCore({ file });
    const first = await connectTo(httpSettings(before.url)).open(OPENING);
    const after = await referenceCore({ file });
    expect(await connectTo(httpSettings(after.url)).open(OPENING)).toEqual(first);
  });
});

const OPENING = {
  key: "c1/m1",
  record: "R-7KQ2MXW4",
  department: "retail",
  due: "2026-12-06",
  receivedAt: "2026-11-21T09:00:00+08:00",
  summary: {
    channel: "web",
    language: "zh-Hans" as const,
    words: "年费收了两次",
    business: null,
    reason: null,
    venue: null,
    emotion: 0 as const,
    reasons: ["wants-person" as const],
    risks: [],
    facts: [],
    gaps: [],
  },
};
