import { describe, expect, it } from "vitest";
import { reconcile } from "../../../src/cases/reconcile.ts";
import type { CoreCase } from "../../../src/store/core-records.ts";
import { type RecordsWorld, recordsWorld, word } from "./records-world.ts";

/** Their side, in pages of two whatever is asked for. */
function listOf(cases: readonly CoreCase[]) {
  return async ({ after }: { after: string | null }) => {
    const from = Number(after ?? 0);
    const next = from + 2;
    return { cases: cases.slice(from, next), next: next < cases.length ? String(next) : null };
  };
}

const run = ({ parts }: RecordsWorld, cases: readonly CoreCase[], repair = true) =>
  reconcile({ ...parts, core: { list: listOf(cases) }, repair });

describe("both sides compared", () => {
  it("agree on five cases", async () => {
    const world = await recordsWorld();
    const keys = ["k1", "k2", "k3", "k4", "k5"];
    for (const key of keys) await world.add(key);
    const report = await run(
      world,
      keys.map((key) => word(key)),
    );
    expect(report).toEqual({ here: 5, there: 5, agreed: 5, queued: 0, findings: [] });
  });

  it("show what each lacks and where they differ", async () => {
    const world = await recordsWorld();
    await world.add("k1");
    await world.add("k2");
    await world.add("k3");
    const report = await run(world, [word("k1", { due: "2027-01-01" }), word("k2", { key: null }), word("k8")]);
    expect(report).toMatchObject({ here: 3, there: 3, agreed: 1, queued: 0 });
    expect(report.findings).toEqual([
      {
        kind: "differs",
        key: "k1",
        record: "R-k1",
        number: "GD-k1",
        field: "due",
        ours: "2026-12-06",
        theirs: "2027-01-01",
      },
      { kind: "not-here", number: "GD-k8" },
      { kind: "not-there", key: "k3", record: "R-k3", number: "GD-k3" },
    ]);
    const shown = (await world.store.core.conflicts(10)).map(({ number, field }) => `${number} ${field}`);
    expect(shown).toEqual(["GD-k1 due", "GD-k8 case", "GD-k3 case"]);
    // The next run finds the same and shows nothing twice; when all is well again nothing is left.
    await run(world, [word("k1", { due: "2027-01-01" }), word("k2"), word("k8")]);
    expect(await world.store.core.conflicts(10)).toHaveLength(3);
    await world.add("k8");
    await run(
      world,
      ["k1", "k2", "k3", "k8"].map((key) => word(key)),
    );
    expect(await world.store.core.conflicts(10)).toEqual([]);
  });

  it("put an opening back into the queue that was given up, and leave one alone that waits", async () => {
    const world = await recordsWorld();
    await world.add("k1", { number: null }, true);
    await world.add("k2", { number: null }, true);
    const [dead] = await world.store.claim(world.parts.now(), 1000, 1);
    await world.store.bury(dead?.id ?? 0, world.parts.now(), "core-system.refused");
    const looked = await run(world, [], false);
    expect(looked).toMatchObject({ queued: 0 });
    expect(await world.store.deadLetters()).toHaveLength(1);
    const report = await run(world, [word("k1")]);
    expect(report.queued).toBe(1);
    expect(report.findings).toEqual([
      { kind: "no-number", key: "k1", record: "R-k1", calls: "dead", queued: true },
      { kind: "no-number", key: "k2", record: "R-k2", calls: "waiting", queued: false },
    ]);
    expect(await world.store.deadLetters()).toEqual([]);
    const ready = await world.store.claim(world.parts.now(), 1000, 10);
    expect(ready.map(({ key }) => key)).toContain("k1/open");
  });

  it("say nothing of a case that was opened while they were compared", async () => {
    const world = await recordsWorld();
    await world.add("k1");
    const report = await reconcile({
      ...world.parts,
      repair: true,
      core: {
        async list() {
          await world.add("k2");
          return { cases: [word("k1"), word("k2")], next: null };
        },
      },
    });
    expect(report).toMatchObject({ here: 1, there: 2, agreed: 2, findings: [] });
  });

  it("say nothing of a closing that is on its way, and nothing of the opening of somebody who was erased", async () => {
    const world = await recordsWorld();
    await world.add("k1", { status: "withdrawn" }, true);
    const erased = await world.add("k2", { number: null });
    await world.store.erasePerson((await world.store.personOf(erased.conversation)) ?? "", world.parts.now());
    expect((await run(world, [word("k1")])).findings).toEqual([]);
    for (const item of await world.store.claim(world.parts.now(), 1000, 10)) await world.store.succeed(item.id);
    expect((await run(world, [word("k1")])).findings).toMatchObject([
      { field: "status", ours: "closed", theirs: "open" },
    ]);
  });

  it("only look when asked to: nothing is kept", async () => {
    const world = await recordsWorld();
    await world.add("k1");
    const report = await run(world, [word("k1", { department: "retail" })], false);
    expect(report.findings).toHaveLength(1);
    expect(await world.store.core.conflicts(10)).toEqual([]);
    expect(await world.store.core.kept("GD-k1")).toBeUndefined();
  });
});
