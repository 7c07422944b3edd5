import { beforeAll, describe, expect, it } from "vitest";
import { dice, marked, ordinaryStream, shuffled } from "../../../bench/incident-streams.ts";
import { atMost, type Measured, measure, share, together } from "../../../bench/incidents.ts";
import { median } from "../../../bench/print.ts";
import { createDetector } from "../../../src/cases/incidents/detector.ts";
import { shippedContent } from "../../conversations/customer.ts";

// A fifth of the practice complaints: the whole of them is measured by `npm run bench`.
describe("mass events hidden in a day of ordinary complaints", () => {
  let given: ReturnType<typeof marked>;
  let measured: Measured;
  const { detection } = shippedContent().bank.emergency;

  beforeAll(() => {
    given = marked(shippedContent(), 5);
    const sizes = { perDay: 1_000, history: 2_000 };
    measured = together([1, 2].map((seed) => measure(given, detection, seed, sizes)));
  });

  it("are found by their sixth complaint at the median, and every one", () => {
    expect(measured.found).not.toContain(null);
    expect(median(measured.found.filter((one) => one !== null))).toBeLessThanOrEqual(6);
  });

  it("are named by their own complaints", () => {
    expect(measured.rightly / measured.named).toBeGreaterThan(0.8);
  });

  it("raise no alarm where nothing happened", () => {
    expect(measured.ordinary).toBeGreaterThan(2_000);
    // The bench measures the rate, over forty times as many: at most one in 10,000.
    expect(measured.falseAlarms).toBeLessThanOrEqual(1);
  });

  it("are not seen in a Monday with three times the complaints", () => {
    const random = dice(11);
    const pool = shuffled(given.ordinary, random);
    const detector = createDetector(detection);
    const calm = ordinaryStream(pool.slice(0, 2_000), 400, random);
    const days = Math.ceil(((calm.at(-1)?.at ?? 0) - (calm[0]?.at ?? 0)) / 86_400_000);
    const busy = ordinaryStream(pool.slice(2_000), 1_200, random, Math.ceil(days / 7) * 7);
    expect([...calm, ...busy].map((one) => detector.observe(one)).filter((found) => found !== null)).toEqual([]);
  });
});

describe("the intervals the bench prints", () => {
  it("are Wilson's and Poisson's", () => {
    expect(share(90, 100)).toBe("90 of 100, 95 % between 82.6 % and 94.5 %");
    expect(atMost(0)).toBeCloseTo(2.996, 2);
    expect(atMost(3)).toBeCloseTo(7.754, 2);
  });
});
