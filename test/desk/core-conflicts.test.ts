import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeWord } from "../../src/cases/core-word.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

describe("where the core system says something else", () => {
  let world: World;
  let number: string;
  beforeEach(async () => {
    world = await createWorld();
    number = await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" });
    await hears({ due: "2027-01-31", department: "digital-banking", sequence: 1 });
  });
  afterEach(() => world.close());

  const nothing = { key: null, record: null, status: null, department: null, due: null, step: null, finding: null };
  const hears = (over: object) =>
    takeWord(
      { records: world.store.core, audit: world.store.audit, live: world.live, now: world.now },
      { number, ...nothing, sequence: null, ...over },
    );
  const byRole = (role: string) => {
    const found = world.bank.staff.find((one) => one.role === role);
    if (!found) throw new Error(`nobody is ${role}`);
    return found;
  };
  const agentOf = (department: string) => {
    const found = world.bank.staff.find((one) => one.role === "agent" && one.department === department);
    if (!found) throw new Error(`no agent in ${department}`);
    return found;
  };

  it("staff are shown both sides in words, and the case stays as it was", async () => {
    const shown = granted(await world.desk.coreConflicts(byRole("office")));
    expect(shown.map(({ field, text }) => [field, text.zh])).toEqual([
      ["department", expect.stringContaining("核心系统是")],
      ["due", "答复期限：这里是 2026-12-05，核心系统是 2027-01-31。对客户以这里为准。"],
    ]);
    expect(await world.store.case(number)).toMatchObject({ due: "2026-12-05", department: "credit-card-centre" });
  });

  it("only those who may see the case are shown it; an unknown case is for whoever sees all", async () => {
    number = "GD-unknown";
    await hears({ sequence: 1 });
    const seen = async (staff: ReturnType<typeof byRole>) =>
      granted(await world.desk.coreConflicts(staff)).map(({ field }) => field);
    expect(await seen(agentOf("credit-card-centre"))).toEqual(["department", "due"]);
    expect(await seen(agentOf("digital-banking"))).toEqual([]);
    expect(await seen(byRole("auditor"))).toEqual(["department", "due", "case"]);
    expect(refused(await world.desk.coreConflicts(byRole("admin"))).code).toBe("not-allowed");
  });

  it("somebody who works on cases settles it, and that is in the audit", async () => {
    const [first] = granted(await world.desk.coreConflicts(byRole("office")));
    expect(refused(await world.desk.settleCoreConflict(byRole("auditor"), first?.id ?? 0)).code).toBe("not-allowed");
    // Of another department: as if there were none.
    granted(await world.desk.settleCoreConflict(agentOf("digital-banking"), first?.id ?? 0));
    expect(granted(await world.desk.coreConflicts(byRole("office")))).toHaveLength(2);
    granted(await world.desk.settleCoreConflict(byRole("office"), first?.id ?? 0));
    expect(granted(await world.desk.coreConflicts(byRole("office"))).map(({ field }) => field)).toEqual(["due"]);
    const trail = await world.store.auditEntries("staff");
    expect(trail.at(-1)).toMatchObject({ action: "core-conflict-settled", detail: { field: "department" } });
  });
});
