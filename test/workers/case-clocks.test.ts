import { randomBytes } from "node:crypto";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClockedCases } from "../../src/cases/clocks/clocked-cases.ts";
import type { Firing } from "../../src/cases/clocks/firings.ts";
import type { CaseEvent } from "../../src/cases/life/events.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import { lookAtCase, lookAtDueCases, startCaseClocks } from "../../src/workers/case-clocks.ts";
import { closed, noticeGiven, registered, setup } from "../cases/clocks/timeline.ts";

let store: SqliteStore;
let clock = "2026-11-23T09:00:00+08:00";
let events: Map<string, CaseEvent[]>;
let fired: { case: string; firing: Firing; at: string }[];
let failing = false;

const cases: ClockedCases = {
  timeline: async (key) => {
    const known = events.get(key);
    return known ? { events: known, setup: setup(known) } : null;
  },
  async fire(key, firing) {
    if (failing) throw new Error("the desk is down");
    // As the life of a case does it: the key is the command's id, a repeat changes nothing.
    if (fired.some((one) => one.case === key && one.firing.key === firing.key)) return;
    fired.push({ case: key, firing, at: clock });
    const known = events.get(key) ?? [];
    if (firing.does === "inform") events.set(key, [...known, noticeGiven(clock, `word ${clock}`)]);
  },
  async adopt() {
    throw new Error("nothing to adopt");
  },
};
const parts = () => ({ firings: store.firings, cases, log: pino({ level: "silent" }), now: () => clock });
const said = () => fired.map(({ firing }) => `${firing.clock} ${firing.point}`);

async function register(key: string, receivedAt = clock): Promise<void> {
  events.set(key, [registered(receivedAt, { grade: "ordinary" })]);
  await lookAtCase(parts(), key);
}

/** Looks whenever something is due, as the worker does. */
async function passUntil(end: string): Promise<void> {
  for (;;) {
    const next = await store.firings.nextDue();
    if (next === null || Date.parse(next) > Date.parse(end)) break;
    clock = new Date(Math.max(Date.parse(next), Date.parse(clock))).toISOString();
    await lookAtDueCases(parts());
  }
  clock = end;
}

beforeEach(async () => {
  store = await openSqliteStore({ file: ":memory:", masterKey: randomBytes(32) });
  clock = "2026-11-23T09:00:00+08:00";
  events = new Map();
  fired = [];
  failing = false;
});
afterEach(() => store.close());

describe("the clocks of cases, let loose", () => {
  it("give the customer a word every working day, and none at the weekend", async () => {
    await register("k1");
    await passUntil("2026-12-01T20:00:00+08:00");
    const words = fired.filter(({ firing }) => firing.does === "inform").map(({ at }) => at);
    // Received on a Monday, so first owed on Tuesday; the weekend is left out.
    expect(words).toEqual(
      ["11-24", "11-25", "11-26", "11-27", "11-30", "12-01"].map((day) => `2026-${day}T08:30:00.000Z`),
    );
  });

  it("go up the chain: handler, lead, head, management", async () => {
    await register("k1");
    await passUntil("2026-12-12T20:00:00+08:00");
    const answer = fired.filter(({ firing }) => firing.clock === "answer");
    expect(answer.map(({ firing, at }) => [firing.point, firing.tells.join(), at])).toEqual([
      ["half", "handler", "2026-12-01T00:00:00.000Z"],
      ["three-days-before", "handler", "2026-12-04T01:00:00.000Z"],
      ["one-day-before", "handler,lead", "2026-12-07T01:00:00.000Z"],
      ["last-day", "lead,head", "2026-12-08T01:00:00.000Z"],
      ["overdue", "head,management", "2026-12-09T00:00:00.000Z"],
      ["still-overdue", "management", "2026-12-12T00:00:00.000Z"],
    ]);
  });

  it("fire nothing twice, however often they are looked at", async () => {
    await register("k1");
    await passUntil("2026-11-27T10:00:00+08:00");
    const before = said();
    for (let n = 0; n < 3; n += 1) {
      await store.firings.lookAtAll(clock);
      await lookAtDueCases(parts());
    }
    expect(said()).toEqual(before);
  });

  it("repeat a firing that was done and not recorded, with the same key", async () => {
    await register("k1");
    clock = "2026-11-24T17:00:00+08:00";
    const lost = { ...store.firings, record: () => Promise.reject(new Error("the power went")) };
    await lookAtCase({ ...parts(), firings: lost }, "k1");
    const before = said().filter((one) => one === "progress word").length;
    await lookAtCase(parts(), "k1");
    expect(before).toBeLessThanOrEqual(1);
    expect(new Set(fired.map(({ firing }) => firing.key)).size).toBe(fired.length);
    expect(said()).toContain("progress word");
  });

  it("make up for a week's outage with one word, and tell staff what the customer was not", async () => {
    await register("k1");
    clock = "2026-12-02T10:00:00+08:00";
    await lookAtDueCases(parts());
    const words = fired.filter(({ firing }) => firing.clock === "progress");
    expect(words.map(({ firing }) => [firing.point, firing.tells])).toEqual([
      ["word", ["customer"]],
      ["still-silent", ["lead", "head"]],
    ]);
    expect(words[1]?.firing.folded).toContain("progress/1/silent@2026-11-24");
    const rows = await store.firings.firings("k1");
    expect(rows.filter((row) => row.foldedInto !== null).length).toBeGreaterThan(5);
  });

  it("leave a case alone for a minute when its firing fails, and others are seen to", async () => {
    await register("k1");
    await register("k2", "2026-11-20T09:00:00+08:00");
    clock = "2026-11-24T16:30:00+08:00";
    failing = true;
    await lookAtCase(parts(), "k1");
    expect(await store.firings.dueCases("2026-11-24T16:31:00+08:00", 10)).toContain("k1");
    failing = false;
    await passUntil("2026-11-24T16:31:00+08:00");
    expect(fired.some((one) => one.case === "k1" && one.firing.point === "word")).toBe(true);
  });

  it("say no more once the case is closed", async () => {
    await register("k1");
    events.set("k1", [...(events.get("k1") ?? []), closed("2026-11-23T12:00:00+08:00")]);
    await lookAtCase(parts(), "k1");
    expect(await store.firings.nextDue()).toBeNull();
  });

  it("run by themselves and stop", async () => {
    await register("k1");
    clock = "2026-11-24T16:30:00+08:00";
    const worker = startCaseClocks(parts());
    await expect.poll(said, { timeout: 10_000 }).toContain("progress word");
    await worker.stop();
  });
});
