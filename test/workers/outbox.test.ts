/** Effects for a core system that is away, slow, or says no. */
import pino from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CoreSystem } from "../../src/cases/core.ts";
import { ServiceError } from "../../src/service-error.ts";
import { createLive } from "../../src/store/live.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { drainOutbox, type OutboxParts, startOutbox } from "../../src/workers/outbox.ts";
import { bubble, caseRow, MASTER_KEY, opening, state, step } from "../store/samples.ts";
import { until } from "../system/server.ts";
import { aMatter } from "../wording/shipped-wording.ts";

const HOUR = 3_600_000;
const away = () => Promise.reject(new ServiceError("core-system.unavailable", { retryable: true }));

/** Cases whose opening waits; `open` is the core system's answer. */
async function withOpenings(conversations: string[], open: CoreSystem["open"]) {
  let ms = Date.parse("2026-11-21T09:00:10.000Z");
  const now = () => new Date(ms).toISOString();
  const store = await openSqliteStore({ file: ":memory:", masterKey: MASTER_KEY, clock: now });
  onTestFinished(() => store.close());
  for (const conversation of conversations) {
    const key = `${conversation}/t1`;
    const { version } = await store.startConversation(opening(conversation));
    const asked = { key, department: "retail", due: "2026-12-06", rule: { pack: "p", days: 15 }, reasons: [] };
    const matter = aMatter({ case: { ...asked, requestedAt: now(), number: null, owner: null } });
    const effect = { type: "open-case" as const, key, conversation, matter: "t1" };
    await store.commit(
      step(conversation, {
        expectVersion: version,
        state: { ...state(conversation), matters: [matter] },
        messages: [bubble(`${conversation}-said`)],
        cases: [caseRow(conversation, key)],
        effects: [{ key: `${key}/open`, destination: "core", effect }],
      }),
    );
  }
  const opened: string[] = [];
  const done = () => Promise.resolve();
  const list: CoreSystem["list"] = async () => ({ cases: [], next: null });
  const erased: string[] = [];
  const erase: CoreSystem["erase"] = async ({ key, number }) => {
    erased.push(`${key} ${number}`);
  };
  const core: CoreSystem = { open, supplement: done, close: done, list, erase };
  const parts: OutboxParts = {
    store,
    core,
    intake: {
      async act(conversation) {
        opened.push(conversation);
      },
    },
    life: { follow: done, tell: done },
    senders: new Map(),
    fallback: null,
    surfaces: [],
    live: createLive(),
    log: pino({ level: "silent" }),
    now,
    random: () => 0,
  };
  const pass = (by: number) => {
    ms += by;
  };
  return { store, parts, opened, erased, pass };
}

describe("effects for a core system", () => {
  it("that is away are tried again for a week, then people see to them, and they can put them back", async () => {
    let open = away as CoreSystem["open"];
    const { store, parts, opened, pass } = await withOpenings(["c1"], (input) => open(input));
    for (let hours = 0; hours < 6 * 24; hours += 1) {
      pass(HOUR);
      await drainOutbox(parts);
    }
    expect(await store.deadLetters()).toEqual([]);
    expect(await store.pendingEffects()).toBe(1);
    for (let hours = 0; hours < 25; hours += 1) {
      pass(HOUR);
      await drainOutbox(parts);
    }
    const [letter] = await store.deadLetters();
    expect(letter).toMatchObject({ key: "c1/t1/open", error: "core-system.unavailable" });
    open = async () => ({ number: "GD1" });
    await store.revive(letter?.id ?? 0, parts.now());
    await drainOutbox(parts);
    expect(opened).toEqual(["c1"]);
  });

  it("of somebody erased meanwhile are not carried out, and core system and staff are told that they are gone", async () => {
    const { store, parts, opened, erased } = await withOpenings(["c1", "c2"], async () => ({ number: "GD1" }));
    const told: string[] = [];
    const surface = {
      caseChanged: async ({ key }: { key: string }) => void told.push(key),
      alert: async () => undefined,
    };
    const person = (await store.personOf("c1")) ?? "";
    await store.erasePerson(person, parts.now());
    await store.erasePerson(person, parts.now());
    for (let look = 0; look < 4; look += 1) await drainOutbox({ ...parts, surfaces: [surface] });
    expect(opened).toEqual(["c2"]);
    expect(erased).toEqual(["c1/t1 null"]);
    expect(told).toEqual(["c1/t1"]);
    expect(await store.pendingEffects()).toBe(0);
    expect((await store.auditEntries("c1")).map(({ action }) => action)).toContain("effect-void");
  });

  it("that says no go to people at once", async () => {
    const refusal = () => Promise.reject(new ServiceError("core-system.refused", { retryable: false }));
    const { store, parts } = await withOpenings(["c1"], refusal);
    await drainOutbox(parts);
    expect(await store.deadLetters()).toMatchObject([{ error: "core-system.refused", attempts: 1 }]);
  });

  it("with a mistake of our own are not tried for a week", async () => {
    const { store, parts, pass } = await withOpenings(["c1"], () => Promise.reject(new TypeError("no such field")));
    for (let hours = 0; hours < 12; hours += 1) {
      pass(HOUR);
      await drainOutbox(parts);
    }
    expect(await store.deadLetters()).toMatchObject([{ error: "TypeError", attempts: 12 }]);
  });

  it("that asks for a rest are not tried before it is over", async () => {
    let asked = 0;
    const { parts, pass } = await withOpenings(["c1"], () => {
      asked += 1;
      return Promise.reject(new ServiceError("core-system.busy", { retryable: true, restMs: 120_000 }));
    });
    await drainOutbox(parts);
    pass(119_000);
    await drainOutbox(parts);
    expect(asked).toBe(1);
    pass(3_000);
    await drainOutbox(parts);
    expect(asked).toBe(2);
  });

  it("are carried out beside each other: one that hangs holds up nobody", async () => {
    const hanging = Promise.withResolvers<{ number: string }>();
    const open: CoreSystem["open"] = ({ key }) =>
      key.startsWith("c1") ? hanging.promise : Promise.resolve({ number: `GD-${key}` });
    const { parts, opened } = await withOpenings(["c1", "c2"], open);
    const worker = startOutbox(parts);
    await until("the other opening", () => opened.includes("c2"));
    expect(opened).toEqual(["c2"]);
    // Something new comes while the first still hangs.
    const id = "c3";
    const { version } = await parts.store.startConversation(opening(id));
    const alert = { type: "alert" as const, key: id, conversation: id, matter: "t1", level: "P0" as const, slugs: [] };
    const alerted = step(id, {
      expectVersion: version,
      state: { ...state(id), matters: [aMatter()] },
      messages: [bubble(`${id}-said`)],
      effects: [{ key: `${id}/alert`, destination: "duty", effect: alert }],
    });
    expect(await parts.store.commit(alerted)).toMatchObject({ ok: true });
    worker.wake();
    await until("the alert", async () => (await parts.store.auditEntries(id)).some(({ action }) => action === "alert"));
    hanging.resolve({ number: "GD1" });
    await until("the first opening", () => opened.includes("c1"));
    await worker.stop();
    expect(await parts.store.pendingEffects()).toBe(0);
  });
});

describe("notices for staff", () => {
  /** A case that waits to be told on a surface that is away until `comesBack`. */
  async function withNotices() {
    const { store, parts, pass } = await withOpenings([], away);
    const told: string[] = [];
    let isBack = false;
    const tell = async ({ key }: { key: string }) => {
      if (!isBack) throw new ServiceError("slack.unavailable", { retryable: true });
      told.push(key);
    };
    const surfaces = [{ caseChanged: tell, alert: tell }];
    const { version } = await store.startConversation(opening("c1"));
    const notice = { key: "c1/t1", conversation: "c1", matter: "t1" };
    await store.commit(
      step("c1", {
        expectVersion: version,
        state: { ...state("c1"), matters: [aMatter()] },
        messages: [bubble("c1-said")],
        effects: [
          { key: "c1/t1/staff/1", destination: "staff", effect: { type: "tell-staff", ...notice } },
          {
            key: "c1/t1/staff/2",
            destination: "staff",
            effect: { type: "page-staff", ...notice, level: "P0", slugs: [] },
          },
        ],
      }),
    );
    return {
      store,
      told,
      pass: async (hours: number) => {
        for (let hour = 0; hour < hours; hour += 1) {
          pass(HOUR);
          await drainOutbox({ ...parts, surfaces });
        }
      },
      comesBack: () => {
        isBack = true;
      },
    };
  }

  it("wait for three days while Slack is away, and are told in order when it is back", async () => {
    const { store, told, pass, comesBack } = await withNotices();
    await pass(71);
    expect(await store.deadLetters()).toEqual([]);
    expect(told).toEqual([]);
    comesBack();
    await pass(2);
    expect(told).toEqual(["c1/t1", "c1/t1"]);
    expect(await store.pendingEffects()).toBe(0);
  });

  it("go to people after that, who put them back", async () => {
    const { store, pass } = await withNotices();
    await pass(74);
    const [letter] = await store.deadLetters();
    expect(letter).toMatchObject({ key: "c1/t1/staff/1", error: "slack.unavailable" });
  });
});
