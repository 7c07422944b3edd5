import pino from "pino";
import { expect, it } from "vitest";
import { ServiceError } from "../../src/service-error.ts";
import { createLive } from "../../src/store/live.ts";
import { startReconciliation } from "../../src/workers/reconciliation.ts";
import { recordsWorld, word } from "../cases/core/records-world.ts";
import { until } from "../system/server.ts";

it("both sides are compared when asked, and a core system that is away is asked again another time", async () => {
  const { store, parts, add } = await recordsWorld();
  await add("k1", { number: null }, true);
  await add("k2");
  const [dead] = await store.claim(parts.now(), 1000, 1);
  await store.bury(dead?.id ?? 0, parts.now(), "core-system.unavailable");
  let away = true;
  let asked = 0;
  const worker = startReconciliation({
    core: {
      open: () => Promise.reject(new Error("not asked for")),
      supplement: () => Promise.reject(new Error("not asked for")),
      close: () => Promise.reject(new Error("not asked for")),
      erase: () => Promise.reject(new Error("not asked for")),
      async list() {
        asked += 1;
        if (away) throw new ServiceError("core-system.unavailable", { retryable: true });
        return { cases: [word("k2", { department: "retail" })], next: null };
      },
    },
    store,
    live: createLive(),
    log: pino({ level: "silent" }),
    now: parts.now,
  });
  worker.wake();
  await until("the first try", () => asked === 1);
  expect(await store.deadLetters()).toHaveLength(1);
  away = false;
  await until("the comparison", async () => {
    worker.wake();
    return (await store.core.conflicts(10)).length > 0;
  });
  await worker.stop();
  expect(await store.core.conflicts(10)).toMatchObject([{ number: "GD-k2", field: "department" }]);
  expect(await store.deadLetters()).toEqual([]);
});
