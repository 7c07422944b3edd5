/** The example bank, its people, and a desk over a real store, for the tests of the desk. */
import { fileURLToPath } from "node:url";
import type { Bank } from "../../src/bank/bank.ts";
import type { StaffMember } from "../../src/bank/files/staff.ts";
import { loadBank } from "../../src/bank/load.ts";
import { createFlowBank } from "../../src/cases/flow-bank.ts";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk, type Desk, type DeskDeps } from "../../src/desk/desk.ts";
import { createIncidents, type Incidents } from "../../src/incidents.ts";
import { createRights } from "../../src/rights/rights.ts";
import type { GapStore } from "../../src/store/gaps.ts";
import { createLive, type Live } from "../../src/store/live.ts";
import type { SlackStore } from "../../src/store/slack.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import { fakeCommands } from "./fake-commands.ts";

function exampleBank(): Bank {
  const loaded = loadBank(fileURLToPath(new URL("../../bank", import.meta.url)), "2026-11-20");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.bank;
}

const MORNING = "2026-11-20T02:00:00.000Z";

export interface World {
  bank: Bank;
  store: SqliteStore;
  /** What the Slack desk remembers. */
  memory: SlackStore;
  gaps: GapStore;
  desk: Desk;
  live: Live;
  incidents: Incidents;
  now(): string;
  setNow(instant: string): void;
  pass(minutes: number): void;
  newId(): string;
  /** Somebody of the bank by id; `change` for a person the example bank lacks. */
  person(id: string, change?: Partial<StaffMember>): StaffMember;
  close(): Promise<void>;
}

/** Everything in memory; time stands still unless it is moved. */
export async function createWorld(
  options: Pick<DeskDeps, "checkPromise" | "policyProblems" | "intake" | "links" | "drafting"> = {},
): Promise<World> {
  const example = exampleBank();
  const bank: Bank = { ...example, staff: [...example.staff] };
  const store = await openSqliteStore({ file: ":memory:", masterKey: new Uint8Array(32).fill(7) });
  const live = createLive();
  let at = MORNING;
  let ids = 0;
  const now = () => at;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const commands = fakeCommands({ store, live, bank: createFlowBank(bank), now, newId });
  const log = { error: () => undefined };
  const incidents = createIncidents({ content: { bank }, store, live, log, now });
  const rights = createRights({ store, bank: () => bank, live, now });
  const desk = createDesk({
    store,
    incidents: { office: incidents.office, calls: store.incidentCalls, bank: () => bank },
    duty: { assignments: store.assignments, bank: () => bank, changed: () => undefined },
    reports: { reports: store.reports, bank: () => bank },
    improvements: { improvements: store.improvements, incidents: store.incidents, bank: () => bank },
    rights: {
      rights,
      // The conversation's side is tested over the real product.
      port: { answerRights: () => Promise.resolve({ ok: true as const }) },
      retention: () => bank.retention,
    },
    gaps: store,
    commands,
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now,
    newId,
    live,
    ...options,
  });
  return {
    bank,
    store,
    memory: store.slack,
    gaps: store,
    desk,
    live,
    incidents,
    now,
    setNow(instant) {
      at = instant;
    },
    pass(minutes) {
      at = new Date(Date.parse(at) + minutes * 60_000).toISOString();
    },
    newId,
    person(id, change) {
      const index = bank.staff.findIndex((one) => one.id === id);
      const known = bank.staff[index];
      if (known && !change) return known;
      const base = known ?? bank.staff[0];
      if (!base) throw new Error("the example bank has no staff");
      const made: StaffMember = { ...base, id, number: `99${bank.staff.length}`, ...change };
      if (known) bank.staff[index] = made;
      else bank.staff.push(made);
      return made;
    },
    close: () => store.close(),
  };
}
