import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffMember } from "../../src/desk/staff.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

/** Who may do what with a card centre's case that nobody has taken. */
const TABLE: [who: string, read: string, take: string, note: string, reveal: string, audit: boolean][] = [
  ["agent of the department", "ok", "ok", "ok", "not-allowed", false],
  [
    "agent of another department",
    "other-department",
    "other-department",
    "other-department",
    "other-department",
    false,
  ],
  ["lead of the department", "ok", "ok", "ok", "ok", true],
  ["lead of another department", "other-department", "other-department", "other-department", "other-department", false],
  ["complaint office", "ok", "ok", "ok", "ok", true],
  ["manager", "ok", "ok", "ok", "ok", true],
  ["auditor", "ok", "not-allowed", "not-allowed", "not-allowed", true],
  ["admin", "not-allowed", "not-allowed", "not-allowed", "not-allowed", false],
];
const PEOPLE: Record<string, string> = {
  "agent of the department": "fang-yi",
  "agent of another department": "shen-lu",
  "lead of the department": "tang-ruolan",
  "lead of another department": "he-zhiyuan",
  "complaint office": "meng-qi",
  manager: "luo-hai",
  auditor: "xu-jing",
  admin: "pei-an",
};

describe("what each role may do", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());
  const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? "ok" : outcome.refusal?.code);
  const someone = (who: string): StaffMember => world.person(PEOPLE[who] ?? "");
  const cardCase = () =>
    complain(world, { says: ["年费说好免的又扣了"], department: "credit-card-centre", due: "2026-12-05" });

  for (const [who, read, take, note, reveal, audit] of TABLE) {
    it(`${who}: read ${read}, take ${take}, note ${note}, reveal ${reveal}`, async () => {
      const ref = await cardCase();
      const staff = someone(who);
      const opened = await world.desk.open(staff, ref);
      expect(codeOf(opened)).toBe(read);
      if (opened.ok) expect(opened.value.audit !== null).toBe(audit);
      expect(codeOf(await world.desk.reveal(staff, ref, { reason: "call-back" }))).toBe(reveal);
      expect(codeOf(await world.desk.note(staff, ref, { clientId: "note-0001", text: "看过" }))).toBe(note);
      expect(codeOf(await world.desk.take(staff, ref))).toBe(take);
    });
  }

  it("says in `can` just what it then allows", async () => {
    for (const who of Object.keys(PEOPLE)) {
      const ref = await cardCase();
      const opened = await world.desk.open(someone(who), ref);
      if (!opened.ok) continue;
      const { can } = opened.value;
      expect({ who, take: can.take, reveal: can.reveal }).toEqual({
        who,
        reveal: (await world.desk.reveal(someone(who), ref, { reason: "call-back" })).ok,
        take: (await world.desk.take(someone(who), ref)).ok,
      });
    }
  });

  it("shows an administrator dead letters and colleagues, and nothing of any case", async () => {
    const admin = world.person("pei-an");
    const ref = await cardCase();
    expect(granted(await world.desk.deadLetters(admin))).toEqual([]);
    expect(granted(await world.desk.colleagues(admin)).length).toBe(world.bank.staff.length);
    for (const outcome of [
      await world.desk.list(admin, { view: "open" }),
      await world.desk.alerts(admin),
      await world.desk.open(admin, ref),
      await world.desk.reply(admin, ref, { clientId: "reply-001", text: "您好" }),
      await world.desk.resolve(admin, ref, { parts: {} }),
      await world.desk.attachment(admin, ref, "any"),
    ]) {
      expect(refused(outcome).code).toBe("not-allowed");
    }
    expect(await world.desk.conversation(admin, ref)).toBeUndefined();
  });

  it("lets an agent reveal personal data of the case they own, and of no other", async () => {
    const ref = await cardCase();
    const fang = world.person("fang-yi");
    expect(refused(await world.desk.reveal(fang, ref, { reason: "call-back" })).code).toBe("not-allowed");
    granted(await world.desk.take(fang, ref));
    expect(granted(await world.desk.reveal(fang, ref, { reason: "call-back" })).masked).toBe(false);
  });

  it("gives the first-line department the cases of departments where nobody works, and not those of internal audit", async () => {
    const loans = await complain(world, {
      says: ["提前还款被多收了钱"],
      department: "personal-loans",
      due: "2026-12-05",
    });
    const audit = await complain(world, {
      says: ["理财经理私下收钱"],
      department: "internal-audit",
      due: "2026-12-05",
    });
    const zhou = world.person("zhou-ning");
    expect((await world.desk.open(zhou, loans)).ok).toBe(true);
    expect(refused(await world.desk.open(zhou, audit)).code).toBe("other-department");
    expect(refused(await world.desk.open(world.person("shen-lu"), loans)).code).toBe("other-department");
  });

  it("keeps dead letters from agents, leads and auditors", async () => {
    for (const who of ["agent of the department", "lead of the department", "auditor"]) {
      expect(refused(await world.desk.deadLetters(someone(who))).code).toBe("not-allowed");
      expect(refused(await world.desk.revive(someone(who), 1)).code).toBe("not-allowed");
    }
  });

  it("lists for each person the cases they may open", async () => {
    for (const who of ["agent of the department", "agent of another department", "complaint office"]) {
      const { items } = granted(await world.desk.list(someone(who), { view: "open" }));
      for (const item of items) expect((await world.desk.open(someone(who), item.ref)).ok).toBe(true);
      const all = await world.store.cases({ status: "open", limit: 1_000 });
      const hidden = all.filter((row) => !items.some((item) => item.key === row.key));
      for (const row of hidden) expect((await world.desk.open(someone(who), row.record)).ok).toBe(false);
    }
  });
});
