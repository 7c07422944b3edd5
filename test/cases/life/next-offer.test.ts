import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightOf } from "../../../src/cases/life/assign.ts";
import type { CaseState } from "../../../src/cases/life/case.ts";
import type { LifeAsk } from "../../../src/cases/life/command.ts";
import { type Colleague, isThere, nextOffer, type OfferSetting } from "../../../src/cases/life/next-offer.ts";
import { isKept } from "../../../src/cases/life/who.ts";
import { aLife, lifeBank, registration, rule, staff } from "./a-case.ts";

const NOW = "2026-11-23T02:00:00.000Z";
const TOMORROW = "2026-11-24T00:30:00.000Z";

const one = (id: string, more: Partial<Colleague> = {}): Colleague => ({
  id,
  role: "agent",
  tier: 1,
  department: "credit-card-centre",
  outlet: null,
  languages: ["zh", "en"],
  skills: [],
  onDuty: true,
  present: true,
  load: 0,
  leave: null,
  shift: false,
  ...more,
});

const settingOf = (people: Colleague[], state: CaseState, more: Partial<OfferSetting> = {}): OfferSetting => ({
  people,
  wanted: { business: "credit-card", language: "zh-Hans", grade: state.grade.value, keptFrom: state.keptFrom },
  office: "consumer-protection",
  acceptMs: 30 * 60_000,
  most: 60,
  automatic: true,
  nextDuty: () => TOMORROW,
  ...more,
});

const offerTo = (people: Colleague[], more: Partial<OfferSetting> = {}, state = aLife().state) =>
  nextOffer(state, settingOf(people, state, more), NOW);

describe("a case nobody has", () => {
  it("is offered to the skilled colleague with the least load, and taken back in half an hour", () => {
    const people = [
      one("busy", { skills: ["credit-card"], load: 4 }),
      one("free", { skills: ["credit-card"], load: 1 }),
    ];
    expect(offerTo([...people, one("unskilled")])).toEqual({
      do: "offer",
      to: "free",
      as: "colleague",
      until: "2026-11-23T02:30:00.000Z",
    });
  });
  it("passes over who is off duty, away, or has enough", () => {
    const people = [one("off", { onDuty: false }), one("away", { present: false }), one("full", { load: 60 })];
    expect(offerTo([...people, one("there", { load: 50 })])).toMatchObject({ do: "offer", to: "there" });
  });
  it("lies with the lead when no colleague is there, and waits there without a limit", () => {
    const lead = one("lead", { role: "lead" });
    expect(offerTo([one("away", { present: false }), lead])).toEqual({
      do: "offer",
      to: "lead",
      as: "lead",
      until: null,
    });
  });
  it("goes to whom the lead on leave has named, then to the office, and not to an auditor", () => {
    const lead = one("lead", { role: "lead", present: false, leave: { substitute: "deputy" } });
    const deputy = one("deputy", { department: "retail" });
    const office = one("office", { role: "office", department: "consumer-protection" });
    const auditor = one("auditor", { role: "auditor" });
    expect(offerTo([lead, deputy, office, auditor])).toMatchObject({ to: "deputy", as: "substitute" });
    expect(offerTo([lead, { ...deputy, present: false }, office, auditor])).toMatchObject({
      to: "office",
      as: "office",
    });
    expect(offerTo([auditor])).toEqual({ do: "leave-to-lead", lead: null, until: TOMORROW });
  });
  it("with the whole department and the office gone, it is for whoever serves a shift", () => {
    const people = [one("night", { department: "digital-banking", role: "lead", shift: true })];
    expect(offerTo(people)).toMatchObject({ to: "night", as: "duty" });
  });
  it("with nobody there it is nobody's: the lead answers until the next duty begins", () => {
    const people = [one("night", { onDuty: false }), one("lead", { role: "lead", onDuty: false })];
    expect(offerTo(people)).toEqual({ do: "leave-to-lead", lead: "lead", until: TOMORROW });
  });
  it("of a department nobody belongs to, is worked by the complaint office's people", () => {
    const life = aLife({ ...registration, department: "retail" });
    const people = [one("other"), one("care", { department: "consumer-protection" })];
    expect(offerTo(people, {}, life.state)).toMatchObject({ to: "care", as: "colleague" });
  });
  it("a major one is offered to no agent where there is a lead", () => {
    const register = { ...registration, grade: { value: "major" as const, rule: null, reason: "群体" } };
    const people = [one("agent"), one("lead", { role: "lead", load: 9 })];
    expect(offerTo(people, {}, aLife(register).state)).toMatchObject({ to: "lead" });
  });
  it("returned by a department, it is for the office to judge", () => {
    const life = aLife();
    life.must(staff("tang-ruolan"), { type: "return", reason: "不属于信用卡业务" });
    const people = [
      one("agent", { department: "consumer-protection" }),
      one("office", { role: "office", department: "consumer-protection" }),
    ];
    expect(offerTo(people, {}, life.state)).toMatchObject({ to: "office", as: "office" });
  });
  it("by hand, nothing is offered", () => {
    expect(offerTo([one("there")], { automatic: false })).toEqual({ do: "nothing", until: null });
  });
  it("somebody the customer has named since is asked no more", () => {
    const life = aLife().must(rule, {
      type: "offer",
      to: "fang-yi",
      as: "colleague",
      until: "2026-11-25T00:00:00.000Z",
    });
    const setting = settingOf([one("fang-yi")], life.state);
    const keptFrom = { ...setting.wanted.keptFrom, staff: ["fang-yi"] };
    const known = { ...setting, wanted: { ...setting.wanted, keptFrom } };
    expect(nextOffer(life.state, known, NOW)).toEqual({ do: "end-offer", why: "concerned" });
  });
});

describe("an offer by the rules", () => {
  const offered = () =>
    aLife().must(rule, { type: "offer", to: "fang-yi", as: "colleague", until: "2026-11-25T00:00:00.000Z" });
  it("accepted, the case is that person's, in the department that answered for it before", () => {
    const { state } = offered().must(staff("fang-yi"), { type: "accept-transfer" });
    expect(state.owner).toEqual({ id: "fang-yi", department: "credit-card-centre" });
    expect(state.department).toBe("credit-card-centre");
    expect(state.stage.name).toBe("accepted");
  });
  it("refused with a reason, it is offered to the next and not to the same again", () => {
    const { state } = offered().must(staff("fang-yi"), { type: "refuse-transfer", reason: "正在处理紧急案件" });
    expect(nextOffer(state, settingOf([one("fang-yi"), one("next", { load: 9 })], state), NOW)).toMatchObject({
      to: "next",
    });
  });
  it("is made by nobody but the rules, to nobody recused, and not over another one", () => {
    const ask: LifeAsk = { type: "offer", to: "fang-yi", as: "colleague", until: null };
    expect(aLife().ask(staff("meng-qi"), ask)).toBe("not-yours");
    expect(aLife().ask(rule, { ...ask, to: "qiao-man" })).toBe("recused");
    expect(offered().ask(rule, ask)).toBe("offer-open");
  });
  it("gives way to a transfer that somebody decides on by hand", () => {
    const life = offered();
    life.must(staff("meng-qi"), { type: "offer-transfer", to: "dong-che", reason: "核对入账" });
    expect(life.state.offer).toMatchObject({ to: { id: "dong-che" }, by: "meng-qi" });
    expect(life.events.slice(-2)).toMatchObject([
      { type: "offer-ended", to: "fang-yi", why: "by-hand" },
      { type: "transfer-offered" },
    ]);
    expect(life.ask(staff("fang-yi"), { type: "accept-transfer" })).toBe("not-yours");
    expect(life.ask(staff("tang-ruolan"), { type: "offer-transfer", to: "fang-yi", reason: "熟悉" })).toBe(
      "offer-open",
    );
  });
  it("does not end what a colleague has offered", () => {
    const life = aLife().must(staff("tang-ruolan"), { type: "offer-transfer", to: "fang-yi", reason: "熟悉" });
    expect(life.ask(rule, { type: "end-offer", why: "not-accepted" })).toBe("no-offer");
  });
});

/** Cases and people who come, go, say yes, say no and say nothing. */
const office = fc.record({
  people: fc.array(
    fc.record({
      role: fc.constantFrom("agent" as const, "agent" as const, "lead" as const, "office" as const, "auditor" as const),
      onDuty: fc.boolean(),
      present: fc.boolean(),
      outlet: fc.constantFrom(null, null, "binjiang", "head-office-branch"),
      load: fc.nat(20),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  kept: fc.array(fc.nat(7), { maxLength: 3 }),
  grade: fc.constantFrom("ordinary" as const, "complex" as const, "major" as const),
  steps: fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 600 }),
      who: fc.nat(7),
      does: fc.constantFrom("comes", "goes", "refuses", "is-named", "waits"),
    }),
    { maxLength: 25 },
  ),
});

describe("laws of offering", () => {
  it("never to somebody recused or not there, one at a time, and somebody is always looked for", () => {
    fc.assert(
      fc.property(office, (given) => {
        const people = given.people.map((person, index) => one(`p${index}`, person));
        const bank = {
          ...lifeBank,
          person: (id: string) => people.find((person) => person.id === id) ?? lifeBank.person(id),
        };
        const named = new Set(given.kept.map((index) => `p${index}`));
        const register = {
          ...registration,
          grade: { value: given.grade, rule: null, reason: "" },
          keptFrom: { ...registration.keptFrom, staff: [...named] },
        };
        const life = aLife(register, bank);
        let now = Date.parse(NOW);
        for (const { minutes, who, does } of given.steps) {
          for (let look = 0; ; look += 1) {
            expect(look).toBeLessThan(20);
            const { state } = life;
            const at = new Date(now).toISOString();
            const setting = settingOf(people, state, { nextDuty: () => new Date(now + 3_600_000).toISOString() });
            const move = nextOffer(state, setting, at);
            if (move.do === "nothing") break;
            life.at(new Date(now - 3_600_000).toISOString());
            if (move.do === "offer") {
              const person = people.find(({ id }) => id === move.to);
              expect(person && isThere(person) && !isKept(state.keptFrom, person)).toBe(true);
              life.must(rule, { type: "offer", to: move.to, as: move.as, until: move.until });
            } else if (move.do === "end-offer") life.must(rule, { type: "end-offer", why: move.why });
            else life.must(rule, { type: "leave-to-lead", lead: move.lead, until: move.until });
          }
          // It is with somebody who is there, or the next look is set.
          const { offer, round } = life.state;
          const holder = people.find(({ id }) => id === offer?.to.id);
          expect(holder ? isThere(holder) : round.left !== null).toBe(true);
          const index = who % people.length;
          const person = people[index];
          now += minutes * 60_000;
          if (!person) continue;
          if (does === "comes" || does === "goes") {
            people[index] = { ...person, present: does === "comes", onDuty: does === "comes" || person.onDuty };
          }
          if (does === "refuses" && offer) {
            life.ask(
              { kind: "staff", ...(bank.person(offer.to.id) ?? person) },
              { type: "refuse-transfer", reason: "忙" },
            );
          }
          if (does === "is-named") life.ask(staff("meng-qi"), { type: "recuse", staff: person.id, reason: "客户点名" });
        }
      }),
      { numRuns: 150 },
    );
  });

  it("among colleagues who know the same, loads never differ by more than the heaviest case", () => {
    const grades = fc.array(fc.constantFrom("ordinary" as const, "complex" as const, "major" as const), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), grades, (count, cases) => {
        const loads = new Map(Array.from({ length: count }, (_, index) => [`p${index}`, 0]));
        for (const grade of cases) {
          const { state } = aLife({ ...registration, grade: { value: grade, rule: null, reason: "" } });
          const people = [...loads].map(([id, load]) => one(id, { load }));
          const move = nextOffer(state, settingOf(people, state, { most: 1_000 }), NOW);
          if (move.do !== "offer") throw new Error("somebody is there and nobody is asked");
          loads.set(move.to, (loads.get(move.to) ?? 0) + weightOf(grade));
          expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(weightOf("major"));
        }
      }),
      { numRuns: 100 },
    );
  });
});
