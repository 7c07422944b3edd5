import { describe, expect, it } from "vitest";
import { type Earlier, repeatsOf } from "../../../src/cases/life/repeats.ts";

const fresh: Earlier = {
  key: "new",
  receivedAt: "2026-11-22T01:00:00Z",
  business: "credit-card",
  reason: "pricing",
  amounts: [],
  tails: [],
  running: true,
};
const earlier = (more: Partial<Earlier>): Earlier => ({
  ...fresh,
  key: "old",
  receivedAt: "2026-10-01T01:00:00Z",
  running: false,
  ...more,
});
const options = { days: 90, zone: "Asia/Shanghai", newFacts: false };
const found = (one: Earlier, more: Partial<typeof options> = {}) => repeatsOf(fresh, [one], { ...options, ...more });

describe("repeat complaints", () => {
  it("the same matter of the last 90 days is linked, the 91st day is not", () => {
    expect(found(earlier({ receivedAt: "2026-08-24T01:00:00Z" })).links).toEqual([{ key: "old", as: "repeat" }]);
    expect(found(earlier({ receivedAt: "2026-08-23T01:00:00Z" })).links).toEqual([]);
  });
  it("another business, another charge or another card is another matter", () => {
    expect(found(earlier({ business: "loan" })).links).toEqual([]);
    expect(repeatsOf({ ...fresh, amounts: [100] }, [earlier({ amounts: [200] })], options).links).toEqual([]);
    expect(repeatsOf({ ...fresh, tails: ["8827"] }, [earlier({ tails: ["1234"] })], options).links).toEqual([]);
    expect(repeatsOf({ ...fresh, tails: ["8827"] }, [earlier({})], options).links).toHaveLength(1);
  });
  it("two complaints that say nothing of what they are about are not alike", () => {
    const bare = { business: null, reason: null };
    expect(repeatsOf({ ...fresh, ...bare }, [earlier(bare)], options).links).toEqual([]);
  });
  it("made again while the first still runs, it is merged; with new facts it is not", () => {
    const running = earlier({ receivedAt: "2026-11-20T01:00:00Z", running: true });
    expect(found(running)).toEqual({ links: [{ key: "old", as: "same-period" }], mergeInto: "old" });
    expect(found(running, { newFacts: true })).toEqual({ links: [{ key: "old", as: "repeat" }], mergeInto: null });
  });
  it("a later case is no earlier one", () => {
    expect(found(earlier({ receivedAt: "2026-11-23T01:00:00Z" })).links).toEqual([]);
  });
});
