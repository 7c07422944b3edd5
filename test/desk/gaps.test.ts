import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Gap } from "../../src/store/gaps.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted } from "./outcomes.ts";

let world: World;
let conversation: string;
beforeEach(async () => {
  world = await createWorld();
  await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" });
  const [row] = await world.store.cases({ limit: 1 });
  if (!row) throw new Error("no case");
  conversation = row.conversation;
});
afterEach(() => world.close());

const asks = (id: string, text: string, more: Partial<Gap> = {}): Promise<void> =>
  world.gaps.addGap({
    id,
    conversation,
    kind: "unanswered",
    language: "zh-Hans",
    at: "2026-11-20T03:00:00Z",
    text,
    ...more,
  });
const office = () => world.person("of-office", { role: "office" });

describe("questions the policies left open", () => {
  it("are seen by office, managers and leads, and by nobody else", async () => {
    await asks("g1", "积分能不能转给家人");
    for (const role of ["office", "manager", "lead"] as const)
      expect(granted(await world.desk.gaps(world.person(`a-${role}`, { role }))).groups).toHaveLength(1);
    for (const role of ["agent", "auditor", "admin"] as const) {
      const person = world.person(`a-${role}`, { role });
      expect(await world.desk.gaps(person)).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
      expect(await world.desk.draftGap(person, ["g1"], "policy")).toMatchObject({ ok: false });
      expect(await world.desk.settleGap(person, ["g1"])).toMatchObject({ ok: false });
    }
  });

  it("are kept once, and leave the list when they are done with", async () => {
    await asks("g1", "积分能不能转给家人");
    await asks("g1", "积分能不能转给家人");
    await asks("g2", "金条回购吗");
    expect(granted(await world.desk.gaps(office())).groups.map(({ count }) => count)).toEqual([1, 1]);
    granted(await world.desk.settleGap(office(), ["g1"]));
    expect(granted(await world.desk.gaps(office())).groups.map(({ questions }) => questions)).toEqual([["金条回购吗"]]);
  });

  it("that were asked back and then made clear are none", async () => {
    await asks("g1", "年费", { kind: "unclear" });
    await asks("g2", "金条回购吗");
    await world.gaps.forgetUnclear(conversation);
    expect(granted(await world.desk.gaps(office())).groups.flatMap(({ ids }) => ids)).toEqual(["g2"]);
  });

  it("are gone with the customer who asked", async () => {
    await asks("g1", "我叫张晓云，积分能转吗");
    const person = await world.store.personOf(conversation);
    await world.store.erasePerson(person ?? "", "2026-11-20T04:00:00Z");
    expect(granted(await world.desk.gaps(office())).groups).toEqual([]);
  });
});
