import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SayAct } from "../../src/flows/acts.ts";
import { bubblePlans } from "../../src/flows/bubbles.ts";
import type { Event, State } from "../../src/flows/conversation.ts";
import { decide, open } from "../../src/flows/decide.ts";
import type { Context } from "../../src/flows/draft.ts";
import { clocksOf, effectsOf } from "../../src/flows/effects.ts";
import { evolveAll } from "../../src/flows/evolve.ts";
import { known } from "../../src/flows/ledger.ts";
import { shippedFlowBank } from "../bank/shipped-flow-bank.ts";
import { command } from "./arbitrary.ts";

const bank = shippedFlowBank();

interface Step {
  before: State;
  after: State;
  events: Event[];
  acts: SayAct[];
}

const QUESTIONS: readonly SayAct["act"][] = [
  "ask",
  "ask-consent",
  "restate",
  "clarify",
  "encourage",
  "person-how",
  "offer-person",
  "offer-complaint",
  "offer-withdrawal",
  "offer-proposal",
  "ask-solved",
  "ask-manner",
  "ask-status-number",
  "ask-status-proof",
  "ask-what-is-wrong",
  "check-again",
];

/** Runs a life of a conversation and checks every step of it. */
const everyStep = (check: (step: Step) => void) =>
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 14 }), (commands) => {
      let n = 0;
      const context: Context = { now: "2026-11-21T01:00:00.000Z", id: () => `id-${++n}`, record: () => `R-${++n}` };
      let { state } = open(
        { type: "open", id: "c", channel: "web", identity: "anonymous", language: "zh-Hans" },
        context,
      );
      for (const make of commands) {
        const { events } = decide(state, make(state.matters[0]?.id ?? "none"), bank, context);
        const after = evolveAll(state, events);
        check({ before: state, after, events, acts: effectsOf(events, after).acts });
        state = after;
      }
    }),
    { numRuns: 400 },
  );

describe("whatever is said, in whatever order", () => {
  it("no fact is ever lost: every fact once learnt stays in the ledger", () => {
    everyStep(({ before, after }) => {
      for (const matter of before.matters) {
        const later = after.matters.find((one) => one.id === matter.id);
        const ids = later?.facts.map((fact) => fact.id) ?? [];
        for (const fact of matter.facts) expect(ids).toContain(fact.id);
      }
    });
  });

  it("never asks for what is known, unless staff want more of it", () => {
    everyStep(({ after, events }) => {
      for (const event of events) {
        if (event.type !== "fact-asked") continue;
        const matter = after.matters.find((one) => one.id === event.matter);
        if (matter?.wanted?.includes(event.name)) continue;
        expect(matter && known(matter, event.name)).toBeUndefined();
      }
    });
  });

  it("asks at most one question in a reply", () => {
    everyStep(({ acts }) => {
      const questions = acts.filter((act) => QUESTIONS.includes(act.act) || (act.act === "answer" && act.settles));
      expect(questions.length).toBeLessThanOrEqual(1);
    });
  });

  it("gives urgent advice before anything else, and each only once", () => {
    everyStep(({ before, acts }) => {
      const plans = bubblePlans(acts);
      const advice = acts.filter((act) => act.act === "urgent-advice");
      if (advice.length > 0) expect(plans[0]?.kind).toBe("safety");
      for (const act of advice) {
        if (act.act === "urgent-advice") expect(act.slugs.some((slug) => before.advised.includes(slug))).toBe(false);
      }
    });
  });

  it("asks nothing about the matter while life is in danger", () => {
    everyStep(({ after, acts }) => {
      const danger = after.matters.some(
        (one) =>
          one.status === "open" && one.risks.some((risk) => risk.slug === "self-harm" || risk.slug === "violence"),
      );
      if (!danger) return;
      expect(acts.some((act) => act.act === "ask" || act.act === "ask-consent")).toBe(false);
    });
  });

  it("a matter has at most one case, and every P0 has one", () => {
    everyStep(({ before, after, events }) => {
      for (const event of events) {
        if (event.type === "case-requested")
          expect(before.matters.find((m) => m.id === event.matter)?.case ?? null).toBeNull();
      }
      const urgent = after.matters.filter((m) => m.status === "open" && m.risks.some((risk) => risk.level === "P0"));
      if (after.stage !== "with-staff") for (const matter of urgent) expect(matter.case).not.toBeNull();
    });
  });

  it("the bot is silent while a person has the conversation, but for danger and receipts", () => {
    everyStep(({ before, after, acts }) => {
      if (before.stage !== "with-staff" || after.stage !== "with-staff") return;
      const kinds = bubblePlans(acts).map((plan) => plan.kind);
      expect(kinds).not.toContain("question");
    });
  });

  it("an open complaint without a case always has a clock on it, unless a person has it", () => {
    everyStep(({ after }) => {
      const unfinished = after.matters.some((matter) => matter.status === "open" && !matter.case);
      if (unfinished && after.stage !== "with-staff" && after.lastHeardAt)
        expect(clocksOf(after, bank).silence).not.toBeNull();
    });
  });

  it("after silence every open complaint has a case and no required fact without a gap", () => {
    everyStep(({ before, after, events }) => {
      if (!events.some((event) => event.type === "silence-noticed")) return;
      expect(before.stage).not.toBe("with-staff");
      for (const matter of after.matters.filter((one) => one.status === "open")) expect(matter.case).not.toBeNull();
    });
  });

  it("every event folded alone gives the same state as the decision saw", () => {
    everyStep(({ before, after, events }) => {
      expect(evolveAll(before, JSON.parse(JSON.stringify(events)))).toEqual(after);
    });
  });
});

describe("a mass event", () => {
  it("changes nothing of what is recorded, asked and handed over: it is only told and linked", () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 8 }), (commands) => {
        const life = (knowing: boolean): Event[] => {
          let n = 0;
          const context: Context = { now: "2026-11-21T01:00:00.000Z", id: () => `id-${++n}`, record: () => `R-${++n}` };
          const opening = {
            type: "open",
            id: "c",
            channel: "web",
            identity: "anonymous",
            language: "zh-Hans",
          } as const;
          let { state } = open(opening, context);
          return commands.flatMap((make) => {
            const given = make(state.matters[0]?.id ?? "none");
            if (given.type === "incident-over") return [];
            const { incidents, ...plain } = given.type === "hear" ? given : { ...given, incidents: undefined };
            const { events } = decide(state, knowing ? given : plain, bank, context);
            state = evolveAll(state, events);
            return events.filter(({ type }) => type !== "incident-told" && type !== "incident-joined");
          });
        };
        expect(life(true)).toEqual(life(false));
      }),
      { numRuns: 300 },
    );
  });

  it("is told once in a conversation, and its end once for each complaint", () => {
    everyStep(({ before, events }) => {
      const told = events.filter((event) => event.type === "incident-told").map(({ incident }) => incident);
      expect(told.filter((id) => before.incidentsTold?.includes(id))).toEqual([]);
      for (const event of events) {
        if (event.type !== "incident-ended") continue;
        const matter = before.matters.find(({ id }) => id === event.matter);
        expect(matter?.incident).not.toEqual({ id: event.incident, over: true });
      }
    });
  });
});
