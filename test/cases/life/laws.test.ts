import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LifeContext } from "../../../src/cases/life/bank.ts";
import type { CaseState } from "../../../src/cases/life/case.ts";
import { decide } from "../../../src/cases/life/decide.ts";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { evolve, evolveAll } from "../../../src/cases/life/evolve.ts";
import { nextDate } from "../../../src/cases/life/next-date.ts";
import { TRANSITIONS } from "../../../src/cases/life/transitions.ts";
import { lifeBank, RECEIVED, registration, rule } from "./a-case.ts";
import { aimed, type Tried, tries } from "./arbitrary-life.ts";

/** Runs the steps, an hour apart; `look` sees the case before and after each, with what happened. */
function run(
  steps: readonly Tried[],
  look: (before: CaseState, after: CaseState, events: CaseEvent[], tried: Tried) => void,
) {
  let state: CaseState | null = null;
  const all: CaseEvent[] = [];
  const done: { tried: Tried; id: string }[] = [];
  let now = Date.parse(RECEIVED);
  const attempt = (tried: Tried, id: string) => {
    now += 3_600_000;
    let n = 0;
    const context: LifeContext = { now: new Date(now).toISOString(), id: () => `${id}-${n++}` };
    const ask = aimed(tried.ask, state);
    const { events, refusal } = decide(state, { ...ask, id, by: tried.by }, lifeBank, context);
    if (refusal) expect(events).toEqual([]);
    const before = state;
    state = evolveAll(state, events);
    all.push(...events);
    if (before && state) look(before, state, events, tried);
  };
  attempt({ by: rule, ask: registration, again: 0 }, "k0");
  steps.forEach((tried, index) => {
    const id = `k${index + 1}`;
    attempt(tried, id);
    done.push({ tried, id });
    for (const repeat of done.slice(-tried.again - 1, -1)) attempt(repeat.tried, repeat.id);
  });
  return { state, events: all, done };
}

const hash = (text: string, seed: number): number =>
  [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0) + seed) % 9973, 7);

const CHECKS = { numRuns: 400 };

describe("laws of a case's life", () => {
  it("who had it is never lost: every stretch stays, in order, and only the last may run", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        run(steps, (before, after) => {
          const kept = after.holdings.slice(0, before.holdings.length);
          expect(kept.map((one) => [one.owner, one.from])).toEqual(before.holdings.map((one) => [one.owner, one.from]));
          expect(after.holdings.slice(0, -1).every((one) => one.to !== null)).toBe(true);
          expect(after.holdings.find((one) => one.to === null)?.owner ?? null).toEqual(after.owner);
        });
      }),
      CHECKS,
    );
  });

  it("a promise, a notice, a decision and a proposal are never lost", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        run(steps, (before, after) => {
          for (const list of ["promises", "notices", "decisions", "proposals", "waits", "extensions"] as const) {
            const ids = before[list].map((one) => one.id);
            expect(after[list].slice(0, ids.length).map((one) => one.id)).toEqual(ids);
          }
          for (const promise of before.promises) {
            const now = after.promises.find((one) => one.id === promise.id);
            expect(now?.words).toBe(promise.words);
            expect(now && (now.until === promise.until || now.moved.length > promise.moved.length)).toBe(true);
          }
        });
      }),
      CHECKS,
    );
  });

  it("every case has an owner or a next date; one that is not over has the date in any case", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        run(steps, (_, after) => {
          const over = ["withdrawn", "called-back", "closed"].includes(after.stage.name);
          if (!over) expect(nextDate(after, "Asia/Shanghai")).not.toBeNull();
          expect(over || after.owner !== null || nextDate(after, "Asia/Shanghai") !== null).toBe(true);
        });
      }),
      CHECKS,
    );
  });

  it("a refusal changes nothing, and what was done once is not done again, in whatever order it is repeated", () => {
    fc.assert(
      fc.property(tries, fc.integer(), (steps, seed) => {
        const { state, events, done } = run(steps, (before, after, happened) => {
          if (happened.length === 0) expect(after).toEqual(before);
        });
        expect(evolveAll(null, events)).toEqual(state);
        const causes = new Set(events.map((event) => event.cause));
        const repeats = done.filter(({ id }) => causes.has(id)).sort((a, b) => hash(a.id, seed) - hash(b.id, seed));
        for (const { tried, id } of repeats) {
          const context: LifeContext = { now: "2027-03-01T00:00:00Z", id: () => "new" };
          expect(decide(state, { ...tried.ask, id, by: tried.by }, lifeBank, context).events).toEqual([]);
        }
      }),
      CHECKS,
    );
  });

  it("the steps tried here reach every stage", () => {
    const reached = new Set<string>();
    for (const steps of fc.sample(tries, { numRuns: 3000, seed: 7 })) {
      run(steps, (_, after) => reached.add(after.stage.name));
    }
    expect([...reached].sort()).toEqual([...new Set(Object.values(TRANSITIONS).flatMap(({ from }) => from))].sort());
  });

  it("the last day moves by an event that says so, and by nothing else", () => {
    const moves = new Set(["restarted", "regime-chosen", "reopened", "notice-given"]);
    fc.assert(
      fc.property(tries, (steps) => {
        run(steps, (before, after, events) => {
          if (before.due !== after.due) expect(events.some((event) => moves.has(event.type))).toBe(true);
        });
      }),
      CHECKS,
    );
  });

  it("nobody it is kept from ever has it, is offered it, or moves it", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        run(steps, (_, after, events) => {
          expect(after.owner && after.keptFrom.staff.includes(after.owner.id)).not.toBe(true);
          expect(after.offer && after.keptFrom.staff.includes(after.offer.to.id)).not.toBe(true);
          const named = ({ by }: CaseEvent) => by.kind === "staff" && by.id === "qiao-man";
          expect(events.some(named)).toBe(false);
        });
      }),
      CHECKS,
    );
  });

  it("folding is total: any event on any case gives a case", () => {
    fc.assert(
      fc.property(tries, fc.array(fc.nat(), { maxLength: 40 }), (steps, order) => {
        const { events } = run(steps, () => undefined);
        let state: CaseState | null = null;
        for (const pick of [0, ...order]) {
          const event = events[pick % events.length];
          if (event) state = evolve(state, event);
        }
        expect(state?.key).toBe("c1/m1");
      }),
      CHECKS,
    );
  });
});
