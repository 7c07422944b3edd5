import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { figuresOf } from "../../src/commands/simulate.ts";
import { customersIn } from "../../src/play/customers.ts";
import { randomOf } from "../../src/play/random.ts";
import { rehearse, type Said } from "../../src/play/rehearsal.ts";
import { differs, replay } from "../../src/play/replay.ts";
import { scriptsIn } from "../../src/play/script.ts";
import { simulate } from "../../src/play/simulate.ts";
import { shippedContent } from "../conversations/customer.ts";

const said = (text: string): Said => ({ text, kind: "text" });

describe("a stored conversation replayed", () => {
  it("goes as it went, with the same code", async () => {
    const start = {
      at: "2026-11-23T10:00:00+08:00",
      channel: "web",
      identity: "anonymous",
      language: "zh-Hans",
    } as const;
    const live = await rehearse(shippedContent(), start);
    await live.says([said("你们乱收短信费，三十块")]);
    await live.says([said("上个月")]);
    await live.wait(31 * 60_000);
    const replayed = await replay(live.conversation, live.store, shippedContent());
    expect(replayed?.steps.length).toBeGreaterThanOrEqual(3);
    expect(replayed?.steps.filter(differs)).toEqual([]);
    await live.close();
  });

  it("is nothing where there is no such conversation", async () => {
    const start = { at: "2026-11-23T10:00:00+08:00", channel: "web", identity: "anonymous", language: "en" } as const;
    const live = await rehearse(shippedContent(), start);
    expect(await replay("nobody", live.store, shippedContent())).toBeNull();
    await live.close();
  });
});

describe("made-up customers", () => {
  it("are all recorded and never asked again for what they told", { timeout: 60_000 }, async () => {
    const file = fileURLToPath(new URL("../conversations/customers/customers.yaml", import.meta.url));
    const customers = customersIn(readFileSync(file, "utf8"));
    const all = [];
    for (let seed = 1; seed <= 12; seed += 1) all.push(await simulate(shippedContent(), customers, randomOf(seed)));
    const figures = figuresOf(all);
    expect(figures).toMatchObject({ complaints: 12, recorded: 1, repeatedQuestions: 0 });
    expect(figures.angerAtEnd).toBeLessThanOrEqual(figures.angerAtStart);
  });
});

describe("a script that cannot be read", () => {
  it("is named with its line", () => {
    const { scripts, problems } = scriptsIn("name: a\nturns:\n  - says: 你好\n    asks: colour\n", "a.yaml");
    expect(scripts).toEqual([]);
    expect(problems).toMatchObject([{ file: "a.yaml" }]);
  });

  it("does not hide the next one", () => {
    const { scripts, problems } = scriptsIn("name: [\n---\nname: b\nturns:\n  - says: 你好\n", "b.yaml");
    expect(scripts.map(({ name }) => name)).toEqual(["b"]);
    expect(problems).toHaveLength(1);
  });
});
