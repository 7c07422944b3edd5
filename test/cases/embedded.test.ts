import { expect, it } from "vitest";
import { createEmbeddedCore } from "../../src/cases/embedded.ts";
import { newCaseNumber } from "../../src/cases/numbers.ts";
import type { Store } from "../../src/store/store.ts";
import { coreContract } from "../contracts/core.ts";

/** Keeps the store's promise: one number for each key. */
function fakeCoreTable() {
  const rows = new Map<string, { number: string; at: string }>();
  let reachable = true;
  const coreOpen: Store["coreOpen"] = async (key, number, at) => {
    if (!reachable) throw new Error("database is locked");
    const known = rows.get(key);
    if (known) return { number: known.number, created: false };
    rows.set(key, { number, at });
    return { number, created: true };
  };
  return {
    rows,
    coreOpen,
    cutOff() {
      reachable = false;
      return () => {
        reachable = true;
      };
    },
  };
}

const now = () => "2026-11-22T09:00:00+08:00";

coreContract({
  name: "the embedded system",
  create() {
    const table = fakeCoreTable();
    const core = createEmbeddedCore({ coreOpen: table.coreOpen, newNumber: () => newCaseNumber("2026-11-22"), now });
    return { core, count: async () => table.rows.size, cutOff: table.cutOff };
  },
});

it("keeps the cause of a failure and says nothing of the customer", async () => {
  const table = fakeCoreTable();
  table.cutOff();
  const core = createEmbeddedCore({ coreOpen: table.coreOpen, newNumber: () => "C-1", now });
  const failure = await core
    .open({
      key: "k1",
      record: "R-7KQ2MXW4",
      department: "retail",
      due: "2026-12-06",
      receivedAt: now(),
      summary: {
        channel: "web",
        language: "zh-Hans",
        words: "我的电话是13800138000",
        business: null,
        reason: null,
        venue: null,
        emotion: 0,
        reasons: ["wants-person"],
        risks: [],
        facts: [],
        gaps: [],
      },
    })
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: "core-system.unavailable", cause: expect.any(Error) });
  expect(String(failure)).not.toContain("13800138000");
});
