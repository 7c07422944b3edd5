import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coreContract } from "../../contracts/core.ts";
import { connectTo, httpSettings, impatiently, OPENING } from "./connecting.ts";
import { referenceCore } from "./reference-core.ts";

coreContract({
  name: "a core system over HTTP",
  async create() {
    const { url, cases, faults } = await referenceCore();
    const { core, hurry } = impatiently(httpSettings(url));
    return {
      core,
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
        hurry(true);
        return () => {
          hurry(false);
          faults.slowMs = 0;
        };
      },
      async look(number) {
        const found = cases.find(number);
        return found && { open: found.status === "open", messages: cases.messages(number).map(({ id }) => id) };
      },
      // It has no words of the case any more.
      erased: async (number) => (cases.words(number).trim() === "" ? 1 : 0),
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
