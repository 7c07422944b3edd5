import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, createDetector, setsOf } from "../../../src/cases/incidents/detector.ts";
import { surprise, usualShare } from "../../../src/cases/incidents/surprise.ts";

const MINUTE = 60_000;
const settings = { windowHours: 4, atLeast: 5, surprise: 7, halfLifeDays: 14 };
const DAY_BEFORE = 1_440;

/** A detector that has seen a day of complaints about other things, four an hour of the kind "rate". */
function experienced() {
  const detector = createDetector(settings);
  for (let minute = 0; minute < DAY_BEFORE; minute += 1) {
    const marks = minute % 15 === 0 ? ["sign:rate", "venue:phone"] : [`word:w${minute % 97}`, "venue:branch-counter"];
    detector.observe({ id: `o${minute}`, person: `o${minute}`, at: minute * MINUTE, marks });
  }
  return detector;
}

describe("the detector", () => {
  it("says what is common, since when, how many, and how many there usually are", () => {
    const detector = experienced();
    const at = (n: number) => (DAY_BEFORE + n * 2) * MINUTE;
    const found = [0, 1, 2, 3, 4].map((n) =>
      detector.observe({ id: `s${n}`, person: `s${n}`, at: at(n), marks: ["sign:sign-in", "venue:mobile-app"] }),
    );
    expect(found.slice(0, 4)).toEqual([null, null, null, null]);
    expect(found[4]).toMatchObject({ members: ["s0", "s1", "s2", "s3", "s4"], since: at(0), among: 5 });
    expect(found[4]?.common.some((mark) => mark === "sign:sign-in" || mark === "venue:mobile-app")).toBe(true);
    expect(found[4]?.usual).toBeLessThan(0.05);
    expect(found[4]?.surprise).toBeGreaterThan(7);
  });

  it("counts a customer once, however often they write", () => {
    const detector = experienced();
    const found = Array.from({ length: 12 }, (_, n) =>
      detector.observe({ id: `s${n}`, person: "one", at: (DAY_BEFORE + n) * MINUTE, marks: ["sign:sign-in"] }),
    );
    expect(found.every((one) => one === null)).toBe(true);
  });

  it("takes more of what is frequent anyway for no event", () => {
    const detector = experienced();
    const found = Array.from({ length: 8 }, (_, n) =>
      detector.observe({
        id: `s${n}`,
        person: `s${n}`,
        at: (DAY_BEFORE + n * 20) * MINUTE,
        marks: ["venue:branch-counter"],
      }),
    );
    expect(found.every((one) => one === null)).toBe(true);
  });

  it("completes a complaint whose trouble is told in a later turn", () => {
    const detector = experienced();
    const told = (n: number, marks: string[]) =>
      detector.observe({ id: `s${n}`, person: `s${n}`, at: (DAY_BEFORE + n) * MINUTE, marks });
    for (const n of [0, 1, 2, 3, 4]) expect(told(n, [`word:hello${n}`])).toBeNull();
    const later = [0, 1, 2, 3, 4].map((n) =>
      detector.observe({ id: `s${n}`, person: `s${n}`, at: (DAY_BEFORE + 5) * MINUTE, marks: ["sign:sign-in"] }),
    );
    expect(later[4]?.members).toHaveLength(5);
  });

  it("gives the same findings for the same complaints, so a restart only replays them", () => {
    const complaint = fc.record({
      person: fc.integer({ min: 0, max: 30 }).map(String),
      wait: fc.integer({ min: 0, max: 40 }),
      marks: fc.uniqueArray(fc.constantFrom("sign:a", "sign:b", "venue:c", "word:d", "outlet:e"), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(complaint, { maxLength: 80 }), (told) => {
        const run = () => {
          const detector = createDetector({ ...settings, surprise: 3 });
          let at = 0;
          return told.map(({ person, wait, marks }, n) => {
            at += wait * MINUTE;
            return detector.observe({ id: String(n), person, at, marks });
          });
        };
        const found = run();
        expect(run()).toEqual(found);
        for (const one of found) expect(new Set(one?.members).size).toBe(one?.members.length ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("surprise", () => {
  it("never rises with what is usual, and never falls with how many came", () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), count, count, count, count, (n, more, a, b, others) => {
        const total = n + 1 + more;
        const all = Math.max(a, b) + others;
        const [few, many] = [Math.min(a, b), Math.max(a, b)].map((kind) => ({ kind, all }));
        if (!few || !many) throw new Error("two counts were given");
        expect(surprise(n, total, few)).toBeGreaterThanOrEqual(surprise(n, total, many) - 1e-9);
        expect(surprise(n + 1, total, few)).toBeGreaterThanOrEqual(surprise(n, total, few) - 1e-9);
      }),
    );
  });

  it("is the smaller the less was seen before, at the same share", () => {
    const seen = (days: number) => surprise(30, 100, { kind: 10 * days, all: 100 * days });
    for (const days of [1, 2, 5, 20]) expect(seen(days)).toBeLessThan(seen(days + 1));
    expect(seen(1)).toBeLessThan(5);
    expect(seen(100)).toBeGreaterThan(6);
  });

  it("believes in rare things only after many complaints", () => {
    const share = (kind: number, all: number) => usualShare({ kind, all });
    expect(share(0, 0)).toBeGreaterThan(share(0, 1_000));
    expect(share(0, 1_000)).toBeLessThan(0.003);
    expect(share(100, 1_000)).toBeGreaterThan(0.1);
  });
});

describe("kinds of complaints", () => {
  it("are sets of up to three marks; words stand alone", () => {
    expect(setsOf(["word:x", "sign:a", "venue:b"]).sort()).toEqual(["sign:a", "sign:a&venue:b", "venue:b", "word:x"]);
  });

  it("cover a complaint that has every mark of one of them", () => {
    expect(covers([["sign:a", "venue:b"], ["word:c"]], ["venue:b", "sign:a", "sign:z"])).toBe(true);
    expect(covers([["sign:a", "venue:b"], ["word:c"]], ["venue:b"])).toBe(false);
    expect(covers([[]], ["venue:b"])).toBe(false);
  });
});
