/** What every store of case lives keeps, whatever it is made of. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CaseEvent } from "../../src/cases/life/events.ts";
import type { LifeStep } from "../../src/cases/life/store.ts";
import type { Store } from "../../src/store/store.ts";
import { at, opening } from "../store/samples.ts";

const KEY = "c1/m1";
const event = (type: "withdrawn" | "investigation-begun", seconds: number): CaseEvent => ({
  type,
  at: at(seconds),
  by: { kind: "staff", id: "fang-yi" },
  cause: `k${seconds}`,
});
const step = (expectVersion: number, events: CaseEvent[]): LifeStep => ({
  expectVersion,
  at: at(expectVersion + 1),
  row: {
    key: KEY,
    conversation: "c1",
    stage: "investigating",
    department: "retail",
    owner: "fang-yi",
    grade: "ordinary",
    urgency: "III",
    due: "2026-12-06",
    next: at(90),
    offeredTo: "shen-lu",
    keptFrom: ["qiao-man"],
    hidden: false,
  },
  events,
  effects: [
    {
      key: `${KEY}/tell/${expectVersion + 1}`,
      destination: "life",
      effect: { type: "tell-case", key: KEY, conversation: "c1", matter: "m1" },
    },
  ],
  audit: { actor: "staff:fang-yi", action: "investigate", detail: { events: events.map((one) => one.type) } },
});

export function livesContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps lives of cases`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.startConversation(opening("c1"));
    });
    afterEach(() => store.close());

    it("gives the events back in order, with the row beside them", async () => {
      expect(await store.lives.load(KEY)).toBeUndefined();
      expect(await store.lives.commit(step(0, [event("investigation-begun", 1)]))).toEqual({ ok: true, version: 1 });
      const second = [event("investigation-begun", 2), event("withdrawn", 3)];
      expect(await store.lives.commit(step(1, second))).toEqual({ ok: true, version: 2 });
      const life = await store.lives.load(KEY);
      expect(life?.events).toEqual([event("investigation-begun", 1), ...second]);
      expect(await store.lives.row(KEY)).toEqual(step(1, []).row);
      expect(life).toMatchObject({ version: 2, row: { stage: "investigating", owner: "fang-yi", next: at(90) } });
    });

    it("refuses a step decided on an old version, and nothing of it is kept", async () => {
      await store.lives.commit(step(0, [event("investigation-begun", 1)]));
      expect(await store.lives.commit(step(0, [event("withdrawn", 2)]))).toEqual({ ok: false, conflict: true });
      expect((await store.lives.load(KEY))?.events).toHaveLength(1);
      expect(await store.pendingEffects()).toBe(1);
    });

    it("queues the effects of a step with it", async () => {
      await store.lives.commit(step(0, [event("investigation-begun", 1)]));
      const items = await store.claim(at(100), 30_000, 10);
      expect(items.map(({ destination, effect }) => [destination, effect.type])).toEqual([["life", "tell-case"]]);
    });

    it("stays verifiable when the customer is erased; events can't be read any more, dates and codes can", async () => {
      await store.lives.commit(step(0, [event("investigation-begun", 1)]));
      const person = (await store.personOf("c1")) ?? "";
      await store.erasePerson(person, at(50));
      expect((await store.verifyAudit()).problems).toEqual([]);
      expect(await store.lives.load(KEY)).toMatchObject({ events: null, row: { stage: "investigating" } });
      await expect(store.lives.commit(step(1, [event("withdrawn", 2)]))).rejects.toMatchObject({
        code: "store.erased",
      });
    });

    it("lists the running cases of an owner", async () => {
      await store.lives.commit(step(0, [event("investigation-begun", 1)]));
      expect(await store.lives.rows({ limit: 10, owner: "fang-yi", running: true })).toHaveLength(1);
      expect(await store.lives.rows({ limit: 10, owner: "shen-lu" })).toEqual([]);
      expect(await store.lives.rows({ limit: 10, after: KEY })).toEqual([]);
    });
  });
}
