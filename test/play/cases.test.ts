import { describe, expect, it } from "vitest";
import { dutiesAt } from "../../src/cases/duty.ts";
import { waitedForNobody } from "../../src/play/cases/offers.ts";
import { simulateCases } from "../../src/play/cases/simulate-cases.ts";
import { slowFirings } from "../cases/clocks/slow-firings.ts";
import { shippedBank } from "../cases/shipped-bank.ts";

const START = "2026-11-22";

describe("made-up cases through virtual months", () => {
  it("lose nothing: every clock speaks once and at its instant, nobody is silent, all counts agree", async () => {
    const { figures, played, world, bank } = await simulateCases(shippedBank, {
      cases: 40,
      days: 120,
      seed: 7,
      start: START,
    });
    expect(figures).toMatchObject({
      cases: 40,
      clocksMissed: 0,
      clocksTwice: 0,
      orphans: 0,
      unoffered: 0,
      silent: 0,
      unreconciled: 0,
      restarts: 4,
    });
    expect(figures.clocksFired).toBeGreaterThan(200);
    expect(figures.clocksFolded).toBeGreaterThan(10);

    // The same told again from the events alone, slowly and written by other rules of thumb.
    const outages = world.outages.map(({ from, to }) => [from, to] as const);
    for (const one of played) {
      const slow = slowFirings(one.setup(bank), one.memory.events, world.end - 1, outages);
      const said = one.said.map(({ firing, at }) => ({ key: firing.key, at, folded: firing.folded }));
      expect(said.sort(byTime), one.key).toEqual(slow.sort(byTime));
    }
  });

  it("are offered by the bank's rules to people who are there, and to the next one where these say nothing or no", async () => {
    const { figures, played, world, bank } = await simulateCases(shippedBank, {
      cases: 90,
      days: 90,
      seed: 5,
      start: START,
    });
    const { offersMade, offersTaken, offersRefused, offersTakenBack } = figures;
    expect(offersTaken).toBeGreaterThan(40);
    expect(offersRefused).toBeGreaterThan(0);
    expect(offersTakenBack).toBeGreaterThan(0);
    expect(offersMade).toBeGreaterThanOrEqual(offersTaken + offersRefused + offersTakenBack);
    const setup = { staff: bank.staff, roster: bank.roster, calendar: bank.calendar, zone: bank.profile.zone };
    for (const { key, memory } of played) {
      let asked: string[] = [];
      for (const event of memory.events) {
        // A new round: nobody was left, somebody has had it, or another department answers.
        if (["left-to-lead", "assigned", "released", "returned"].includes(event.type)) asked = [];
        if (event.type !== "offered") continue;
        const at = Date.parse(event.at);
        expect(world.up(at), `${key}: offered while the server was down`).toBe(at);
        const serving = dutiesAt(setup, event.at).map(({ who }) => who);
        expect(serving, `${key}: offered to somebody off duty`).toContain(event.to.id);
        expect(world.onHoliday(event.to.id, at), `${key}: offered to somebody on holiday`).toBe(false);
        expect(asked, `${key}: asked twice in a round`).not.toContain(event.to.id);
        asked.push(event.to.id);
      }
      expect(waitedForNobody(memory.events, world), key).toBe(false);
    }
    // The check sees a case that lies about: had nobody been asked, most of them would have.
    const unasked = played.map(({ memory }) => memory.events.filter(({ type }) => type !== "offered"));
    expect(unasked.filter((events) => waitedForNobody(events, world)).length).toBeGreaterThan(40);
  });

  it("go the same way again with the same seed, and another with another", async () => {
    const play = (seed: number) => simulateCases(shippedBank, { cases: 3, days: 30, seed, start: START });
    const first = await play(1);
    expect((await play(1)).figures).toEqual(first.figures);
    expect((await play(2)).figures.events).not.toBe(first.figures.events);
  });

  it("take the official calendar over when it has come, and keep the provisional one until then", async () => {
    const { played } = await simulateCases(shippedBank, { cases: 60, days: 120, seed: 3, start: "2026-11-22" });
    const adopted = played.flatMap((one) => one.memory.events.filter((event) => event.type === "calendar-adopted"));
    expect(adopted.length).toBeGreaterThan(0);
    expect(new Set(adopted.map((event) => event.type === "calendar-adopted" && event.year))).toEqual(new Set([2027]));
  });
});

const byTime = (a: { at: number; key: string }, b: { at: number; key: string }): number =>
  a.at - b.at || (a.key < b.key ? -1 : 1);
