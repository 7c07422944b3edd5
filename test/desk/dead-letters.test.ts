import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted } from "./outcomes.ts";

describe("what could not be delivered", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    const row = await world.store.case(
      await complain(world, { says: ["年费，电话13812345678"], department: "credit-card-centre", due: "2026-12-05" }),
    );
    const loaded = await world.store.load(row?.conversation ?? "");
    if (!row || !loaded) throw new Error("the complaint was not stored");
    const effect = { type: "open-case" as const, key: row.key, conversation: row.conversation, matter: row.matter };
    await world.store.commit({
      conversation: row.conversation,
      expectVersion: loaded.version,
      at: world.now(),
      state: loaded.state,
      events: [],
      messages: [],
      withdraw: [],
      effects: [{ key: "open-1", destination: "core", effect }],
      clocks: [],
      records: [],
      cases: [],
      phoneTails: [],
      consent: null,
      trace: null,
      audit: { actor: "clock", action: "test", detail: {} },
    });
    const [item] = await world.store.claim(world.now(), 60_000, 10);
    await world.store.bury(item?.id ?? 0, world.now(), "core-system.refused");
  });
  afterEach(() => world.close());

  it("stands in the list with codes and no words of a customer, and can be put back", async () => {
    const admin = world.person("pei-an");
    const [letter, ...others] = granted(await world.desk.deadLetters(admin));
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ destination: "core", effect: "open-case", error: "core-system.refused" });
    expect(JSON.stringify(letter)).not.toContain("年费");
    granted(await world.desk.revive(admin, letter?.id ?? 0));
    expect(granted(await world.desk.deadLetters(admin))).toEqual([]);
    expect(await world.store.claim(world.now(), 60_000, 10)).toHaveLength(1);
  });

  it("is put back once, whoever presses the button again", async () => {
    const [letter] = granted(await world.desk.deadLetters(world.person("meng-qi")));
    granted(await world.desk.revive(world.person("meng-qi"), letter?.id ?? 0));
    granted(await world.desk.revive(world.person("pei-an"), letter?.id ?? 0));
    const revived = (await world.store.auditEntries("staff")).filter((entry) => entry.action === "dead-letter-revived");
    expect(revived.map((entry) => entry.actor)).toEqual(["staff:meng-qi"]);
  });
});
