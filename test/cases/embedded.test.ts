import { expect, it } from "vitest";
import { createEmbeddedCore } from "../../src/cases/embedded.ts";
import { newCaseNumber } from "../../src/cases/numbers.ts";
import type { CoreRecords } from "../../src/store/core-records.ts";
import type { Store } from "../../src/store/store.ts";
import { coreContract } from "../contracts/core.ts";

/** Keeps the store's promise: one number for each key. */
function fakeCoreTable() {
  const rows = new Map<string, { number: string; at: string }>();
  let reachable = true;
  let toLose = 0;
  const coreOpen: Store["coreOpen"] = async (key, number, at) => {
    if (!reachable) throw new Error("database is locked");
    const known = rows.get(key);
    if (known) return { number: known.number, created: false };
    rows.set(key, { number, at });
    if (toLose > 0) {
      toLose -= 1;
      throw new Error("disk I/O error");
    }
    return { number, created: true };
  };
  const numbers: CoreRecords["numbers"] = async ({ after, limit }) =>
    [...rows]
      .map(([key, { number }]) => ({ key, number }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .filter(({ key }) => key > (after ?? ""))
      .slice(0, limit);
  return {
    rows,
    coreOpen,
    numbers,
    loseAnswers(count: number) {
      toLose = count;
    },
    cutOff() {
      reachable = false;
      return () => {
        reachable = true;
      };
    },
  };
}

const now = () => "2026-11-22T09:00:00+08:00";

const STORED = "supplements and closings are committed with the turn, in the store's own case";

coreContract({
  name: "the embedded system",
  create() {
    const { rows, coreOpen, numbers, cutOff, loseAnswers } = fakeCoreTable();
    const core = createEmbeddedCore({ coreOpen, numbers, newNumber: () => newCaseNumber("2026-11-22"), now });
    const look = async () => undefined;
    const erased = async () => 0;
    return { core, count: async () => rows.size, cutOff, loseAnswers, slowDown: cutOff, look, erased };
  },
  skip: [
    { test: "adds each message once and in order, also when an answer was lost", reason: STORED },
    { test: "closes once, also when the answer was lost", reason: STORED },
    { test: "takes supplements after the opening and before the closing", reason: STORED },
    {
      test: "is told once that the customer's data is gone, also when the answer was lost",
      reason: "what the store holds goes with the customer's key",
    },
    { test: "refuses a supplement to a case it doesn't know for good", reason: STORED },
  ],
});

it("keeps the cause of a failure and says nothing of the customer", async () => {
  const table = fakeCoreTable();
  table.cutOff();
  const { coreOpen, numbers } = table;
  const core = createEmbeddedCore({ coreOpen, numbers, newNumber: () => "C-1", now });
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
