import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evolve } from "../../src/flows/evolve.ts";
import type { FoundFact } from "../../src/flows/reading.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

const said = (name: "staff" | "place", value: string): FoundFact => ({
  name,
  value,
  text: value,
  start: 0,
  end: value.length,
});

describe("a person complained about", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());
  const about = (...facts: FoundFact[]) =>
    complain(world, { says: ["柜员态度很差"], department: "credit-card-centre", due: "2026-12-05", facts });

  it("doesn't see the case: not in the list, not by its number, and not that there is one", async () => {
    const fang = world.person("fang-yi");
    const ref = await about(said("staff", "方毅"));
    expect(granted(await world.desk.list(fang, { view: "open" })).items).toEqual([]);
    expect(granted(await world.desk.list(fang, { view: "open", search: ref })).items).toEqual([]);
    expect(granted(await world.desk.list(fang, { view: "open" })).counts.open).toBe(0);
    const refusal = refused(await world.desk.open(fang, ref));
    expect(refusal).toEqual(refused(await world.desk.open(fang, "C-INVENTED")));
    for (const outcome of [
      await world.desk.take(fang, ref),
      await world.desk.note(fang, ref, { clientId: "client-1", text: "看过" }),
      await world.desk.reveal(fang, ref, { reason: "call-back" }),
    ]) {
      expect(refused(outcome)).toEqual(refusal);
    }
    expect(await world.desk.conversation(fang, ref)).toBeUndefined();
  });

  it("leaves a trace of trying", async () => {
    const ref = await about(said("staff", "方毅"));
    await world.desk.open(world.person("fang-yi"), ref);
    const entries = await world.store.auditEntries((await world.store.case(ref))?.key ?? "");
    expect(entries.at(-1)).toMatchObject({ actor: "staff:fang-yi", action: "refused", detail: { code: "recused" } });
  });

  it.each(["工号8105", "小方", "你们的方毅经理", "Fang"])("is known by %s", async (words) => {
    const ref = await about(said("staff", words));
    expect(refused(await world.desk.open(world.person("fang-yi"), ref)).code).toBe("not-found");
    expect((await world.desk.open(world.person("tang-ruolan"), ref)).ok).toBe(true);
  });

  it("whatever the role", async () => {
    const ref = await about(said("staff", "罗海"));
    const luo = world.person("luo-hai", { name: "罗海" });
    expect(refused(await world.desk.open(luo, ref)).code).toBe("not-found");
  });

  it("goes out of their list as soon as the customer names them", async () => {
    const fang = world.person("fang-yi");
    const ref = await about();
    const listed = async () => granted(await world.desk.list(fang, { view: "open" })).items.map((item) => item.ref);
    expect(await listed()).toEqual([ref]);
    world.pass(1);
    const row = await world.store.case(ref);
    const loaded = await world.store.load(row?.conversation ?? "");
    if (!row || !loaded) throw new Error("the complaint was not stored");
    const fact = {
      ...said("staff", "方毅"),
      id: "f-1",
      message: "m",
      at: world.now(),
      confirmed: false,
      replacedBy: null,
    };
    const event = { type: "fact-learnt" as const, matter: row.matter, fact };
    await world.store.commit({
      conversation: row.conversation,
      expectVersion: loaded.version,
      at: world.now(),
      state: evolve(loaded.state, event),
      events: [event],
      messages: [],
      withdraw: [],
      effects: [],
      clocks: [],
      records: [],
      cases: [{ ...row, updatedAt: world.now() }],
      phoneTails: [],
      consent: null,
      trace: null,
      audit: { actor: "customer", action: "turn", detail: {} },
    });
    expect(await listed()).toEqual([]);
  });

  it("takes everybody of the outlet complained about with them", async () => {
    const ref = await about(said("place", "滨江支行二楼柜台"));
    const there = world.person("he-there", {
      role: "lead",
      department: "credit-card-centre",
      outlet: "binjiang",
      name: "何彼",
    });
    const elsewhere = world.person("he-elsewhere", {
      role: "lead",
      department: "credit-card-centre",
      outlet: "chengdong",
      name: "何处",
    });
    expect(refused(await world.desk.open(there, ref)).code).toBe("not-found");
    expect((await world.desk.open(elsewhere, ref)).ok).toBe(true);
  });
});
