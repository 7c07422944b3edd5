import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IncidentRow, LinkRow } from "../../src/store/incidents.ts";
import type { SqliteStore } from "../../src/store/sqlite/open.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { refOf } from "../desk/incident-world.ts";

const AT = "2026-11-20T02:00:00.000Z";
const note = { actor: "staff:meng-qi", action: "incident-opened", detail: {} };
const incident = (revision: number, change: Partial<IncidentRow> = {}): IncidentRow => ({
  id: "i-1",
  revision,
  status: "open",
  name: { zh: "登录故障", en: "Sign-in down" },
  kinds: [["sign:sign-in"]],
  known: null,
  proposed: null,
  ending: null,
  openedAt: AT,
  openedBy: "meng-qi",
  endedAt: null,
  ...change,
});

describe("mass events in the store", () => {
  let world: World;
  let store: SqliteStore;
  let links: LinkRow[];
  beforeEach(async () => {
    world = await createWorld();
    store = world.store;
    const numbers: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      numbers.push(await complain(world, { says: ["登录不了"], department: "digital-banking", due: "2026-12-05" }));
    }
    const refs = await Promise.all(numbers.map((number) => refOf(world, number)));
    links = refs.map((ref) => ({ ...ref, incident: "i-1", how: "alert", at: AT, endToldAt: null }));
  });
  afterEach(() => world.close());

  it("take a change only on the revision it was made on, with its links or not at all", async () => {
    expect(await store.incidents.saveIncident(incident(1), links.slice(0, 1), AT, note)).toBe(true);
    expect(await store.incidents.saveIncident(incident(2), [], AT, note)).toBe(true);
    expect(await store.incidents.saveIncident(incident(2), links, AT, note)).toBe(false);
    expect(await store.incidents.saveIncident(incident(1), links, AT, note)).toBe(false);
    expect(await store.incidents.links("i-1")).toHaveLength(1);
    expect((await store.incidents.incidents(10)).map(({ revision }) => revision)).toEqual([2]);
    expect(await store.auditEntries("incidents")).toHaveLength(2);
  });

  it("keep a link as it was first made, and tell each end once", async () => {
    await store.incidents.saveIncident(incident(1), links, AT, note);
    await store.incidents.link(links.map((link) => ({ ...link, how: "matched" })));
    expect((await store.incidents.links("i-1")).map(({ how }) => how)).toEqual(["alert", "alert", "alert"]);
    expect(await store.incidents.untold(10)).toEqual([]);
    await store.incidents.saveIncident(incident(2, { status: "ended", endedAt: AT }), [], AT, note);
    const [first] = await store.incidents.untold(10);
    if (!first) throw new Error("nobody is to be told");
    await store.incidents.endTold(first, AT);
    await store.incidents.endTold(first, "2026-11-21T02:00:00.000Z");
    expect(await store.incidents.untold(10)).toHaveLength(2);
    expect((await store.incidents.links("i-1")).filter(({ endToldAt }) => endToldAt === AT)).toHaveLength(1);
  });

  it("give complaints back in order, from an instant on", async () => {
    const all = await store.incidents.complaintsSince("2026-11-01T00:00:00.000Z");
    expect(all.map(({ record }) => record)).toEqual(links.map(({ record }) => record).sort());
    expect(await store.incidents.complaintsSince("2026-11-20T02:00:00.001Z")).toEqual([]);
  });
});
