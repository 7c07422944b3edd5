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
const manager = () => world.person("of-manager", { role: "manager", name: "二号" });
const agent = () => world.person("of-agent", { role: "agent" });

describe("questions the policies left open", () => {
  it("are seen by office, managers and leads, and by nobody else", async () => {
    await asks("g1", "积分能不能转给家人");
    for (const role of ["office", "manager", "lead"] as const)
      expect(granted(await world.desk.gaps(world.person(`a-${role}`, { role }))).groups).toHaveLength(1);
    for (const role of ["agent", "auditor", "admin"] as const) {
      const person = world.person(`a-${role}`, { role });
      expect(await world.desk.gaps(person)).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
      expect(await world.desk.draftGap(person, ["g1"])).toMatchObject({ ok: false });
      expect(await world.desk.settleGap(person, ["g1"])).toMatchObject({ ok: false });
      expect(await world.desk.approveEntry(person, "x")).toMatchObject({ ok: false });
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

  it("become a policy file that the loader reads once it is completed, and nothing is published", async () => {
    await asks("g1", "积分 能不能\n转给家人/朋友");
    const { name, text } = granted(await world.desk.draftGap(office(), ["g1"]));
    expect(name).toBe("draft-2026-11-20.md");
    expect(text).toContain("> 常问：积分 能不能 转给家人／朋友\n");
    expect(granted(await world.desk.gaps(office())).groups).toHaveLength(1);
  });
});

describe("an entry", () => {
  const entry = {
    kind: "known-unknown",
    title: "积分能否转赠",
    text: "本行不公布，请问客户经理。",
    caseRef: null,
  } as const;

  it("counts once somebody else approved it", async () => {
    await asks("g1", "积分能不能转给家人");
    granted(await world.desk.proposeEntry(office(), { ...entry, ids: ["g1"] }));
    const view = granted(await world.desk.gaps(office()));
    expect(view.groups).toEqual([]);
    const [mine] = view.entries;
    expect(mine).toMatchObject({ title: "积分能否转赠", approved: null, mayApprove: false });
    expect(await world.desk.approveEntry(office(), mine?.id ?? "")).toMatchObject({
      ok: false,
      refusal: { code: "second-person" },
    });
    granted(await world.desk.approveEntry(manager(), mine?.id ?? ""));
    const [approved] = granted(await world.desk.gaps(office())).entries;
    expect(approved?.approved?.by.name).toBe("二号");
  });

  it("may come from a resolved case, by whoever works cases; from an open one it may not", async () => {
    const [row] = await world.store.cases({ limit: 1 });
    const proposed = { ...entry, kind: "from-case" as const, caseRef: row?.key ?? "", ids: [] };
    expect(await world.desk.proposeEntry(agent(), proposed)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
    expect(await world.desk.proposeEntry(agent(), { ...proposed, kind: "known-unknown", caseRef: null })).toEqual({
      ok: true,
      value: null,
    });
    expect(await world.desk.proposeEntry(office(), { ...entry, title: " ", ids: [] })).toMatchObject({
      refusal: { code: "empty" },
    });
  });
});
