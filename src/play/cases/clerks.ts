/** What the people of a made-up case do next: staff who work, forget, return, ask and go on holiday; customers who answer or don't. */
import type { CaseState } from "../../cases/life/case.ts";
import type { By, LifeAsk } from "../../cases/life/command.ts";
import { addDays } from "../../cases/zone.ts";
import type { Random } from "../random.ts";
import type { World } from "./world.ts";

const HOUR_MS = 3_600_000;

/** `at` in ms. */
export interface Deed {
  at: number;
  by: By;
  ask: LifeAsk;
}

interface Scene {
  state: CaseState;
  now: number;
  world: World;
  random: Random;
  /** Somebody was reminded: now it is done. */
  reminded: boolean;
}

/**
 * The next thing somebody does if nothing else happens; null when it was forgotten, until a clock speaks up. Where the
 * bank's rules refuse it, `after` the refusal another way is taken.
 */
export function nextDeed(scene: Scene, refused: LifeAsk["type"] | null): Deed | null {
  const { state, now, world, random, reminded } = scene;
  const { stage, owner } = state;
  // One in seven things is forgotten until somebody reminds.
  if (!reminded && random.chance(0.14)) return null;
  const soon = (hours: number) =>
    world.atWork(now, Math.max(0.05, random.next() * (reminded ? Math.min(hours, 3) : hours)));
  const office = (): By => ({
    kind: "staff",
    ...world.somebody(now, random, { role: "office", not: ownDeeds(state) }),
  });
  const manager = (): By => ({
    kind: "staff",
    ...world.somebody(now, random, { role: "manager", not: ownDeeds(state) }),
  });
  const handler = owner ? world.person(owner.id) : null;
  const by: By = handler ? { kind: "staff", ...handler } : office();
  const deed = (hours: number, ask: LifeAsk, who: By = by): Deed => ({ at: soon(hours), by: who, ask });
  const customer = (hours: number, ask: LifeAsk): Deed => ({
    at: now + Math.round(random.next() * hours * HOUR_MS),
    by: { kind: "customer" },
    ask,
  });

  if (stage.name === "withdrawn" || stage.name === "called-back") return null;
  if (owner && world.onHoliday(owner.id, now) && stage.name !== "closed" && refused !== "assign") {
    const other = world.somebody(now, random, { department: owner.department, not: [owner.id] });
    const to = other.id === owner.id ? world.somebody(now, random, { role: "office", not: [owner.id] }) : other;
    return deed(2, { type: "assign", to: to.id, reason: "休假" }, office());
  }
  if (!owner && stage.name !== "closed") {
    if (state.offer) return answered(scene, state.offer, refused);
    // Nobody is there: the rules ask again when somebody is, unless whoever answers for it gives it by hand.
    if (!reminded || refused === "assign") return null;
    const to = world.somebody(now, random, { department: state.department });
    return deed(4, { type: "assign", to: to.id, reason: null }, office());
  }
  switch (stage.name) {
    case "registered":
    case "reopened":
    case "assigned":
      if (refused !== "return" && stage.name === "assigned" && random.chance(0.05)) {
        return deed(4, { type: "return", reason: "不属于本部门" });
      }
      return deed(10, { type: "accept" });
    case "accepted":
      if (refused !== "return" && random.chance(0.04)) return deed(4, { type: "return", reason: "不属于本部门" });
      return state.contactedAt === null ? deed(8, { type: "contact", how: "phone" }) : deed(6, { type: "investigate" });
    case "investigating":
    case "declined":
      return working(scene, refused, deed, customer, office());
    case "waiting-customer":
      if (!reminded && random.chance(0.75)) return customer(140, { type: "end-wait", how: "answered" });
      return reminded ? deed(4, { type: "end-wait", how: "over" }) : null;
    case "waiting-third-party":
      if (!reminded && random.chance(0.6)) return deed(30, { type: "end-wait", how: "answered" });
      return reminded ? deed(4, { type: "end-wait", how: "over" }) : null;
    case "proposal-with-office":
      if (refused !== "send-back-proposal" && random.chance(0.1)) {
        return deed(8, { type: "send-back-proposal", reason: "依据不足" }, office());
      }
      return deed(
        12,
        { type: "pass-proposal" },
        refused === "pass-proposal" || random.chance(0.4) ? manager() : office(),
      );
    case "proposed":
      if (reminded) return deed(4, { type: "answer-proposal", agreed: false, words: null });
      return random.chance(0.8)
        ? customer(110, { type: "answer-proposal", agreed: random.chance(0.8), words: null })
        : null;
    case "agreed":
      return deed(5, decision);
    case "decided":
      return null;
    case "notified":
      if (!reminded && random.chance(0.04)) return customer(300, { type: "ask-review" });
      return deed(30, { type: "close" });
    case "under-review":
      return deed(
        60,
        { type: "decide-review", outcome: random.chance(0.8) ? "upheld" : "changed", reason: "已核查" },
        office(),
      );
    case "closed":
      if (stage.callBackBy === null) return null;
      return deed(14, { type: "call-back", satisfied: random.chance(0.93), marks: { solved: 4, manner: 5 } });
  }
}

const decision: LifeAsk = {
  type: "decide",
  outcome: "partly-upheld",
  findings: "已核实",
  text: "处理决定",
  grounds: "有关规定",
  remedies: "核查、调解、仲裁、诉讼",
  amount: null,
};

const MINUTE_MS = 60_000;

/** Whoever a case is offered to accepts it, in time or too late, lets it lie, or says no; now and then the office decides. */
function answered(
  { now, world, random, reminded }: Scene,
  { to, until }: NonNullable<CaseState["offer"]>,
  refused: LifeAsk["type"] | null,
): Deed | null {
  const asked = world.person(to.id);
  if (!asked) return null;
  const by: By = { kind: "staff", ...asked };
  const within = (minutes: number) => now + Math.round((1 + random.next() * minutes) * MINUTE_MS);
  const accept = { type: "accept-transfer" } as const;
  if (reminded) return { at: within(20), by, ask: accept };
  const turn = random.next();
  if (turn < 0.03 && refused !== "assign") {
    const other = world.somebody(now, random, { department: to.department, not: [to.id] });
    const office: By = { kind: "staff", ...world.somebody(now, random, { role: "office" }) };
    return { at: world.atWork(now, 0.5), by: office, ask: { type: "assign", to: other.id, reason: null } };
  }
  // An offer without an end is for whoever is left: it lies until somebody reminds, and isn't refused.
  if (until === null) return random.chance(0.85) ? { at: within(90), by, ask: accept } : null;
  if (turn < 0.13) return null;
  if (turn < 0.2) return { at: within(45), by, ask: { type: "refuse-transfer", reason: "手头案件已满" } };
  if (turn < 0.25) return { at: Date.parse(until) + 5 * MINUTE_MS, by, ask: accept };
  return { at: within(60), by, ask: accept };
}

/** Everybody who may not pass or review what they did themselves. */
const ownDeeds = (state: CaseState): string[] => [
  ...state.proposals.flatMap((one) => [one.draftedBy, ...one.passedBy]),
  ...state.decisions.map((one) => one.by),
  ...state.extensions.map((one) => one.askedBy),
];

function working(
  { state, random, reminded, now, world }: Scene,
  refused: LifeAsk["type"] | null,
  deed: (hours: number, ask: LifeAsk, who?: By) => Deed,
  customer: (hours: number, ask: LifeAsk) => Deed,
  office: By,
): Deed {
  const open = state.promises.find((one) => one.keptAt === null);
  if (open && refused !== "keep-promise") return deed(6, { type: "keep-promise", promise: open.id });
  const asked = state.extensions.find((one) => one.approvedAt === null && one.refusedAt === null);
  if (asked && refused !== "grant-extension") {
    return deed(6, { type: "grant-extension", extension: asked.id }, office);
  }
  if (refused === "decide") return deed(6, { type: "propose", text: "处理方案", amount: null });
  if (reminded) return deed(3, decision);
  const turn = random.next();
  if (turn < 0.02) return customer(48, { type: "withdraw" });
  if (turn < 0.05) return deed(8, { type: "restart", reason: "客户提供新的事实" });
  if (turn < 0.13 && refused === null) return deed(6, { type: "ask-facts", facts: ["amount"] });
  if (turn < 0.17 && refused === null) {
    const until = new Date(now + 5 * 24 * HOUR_MS).toISOString();
    return deed(6, { type: "wait", whom: "third-party", reason: "mediation", until });
  }
  if (turn < 0.2 && refused === null) {
    const until = new Date(now + 3 * 24 * HOUR_MS).toISOString();
    return deed(6, { type: "wait", whom: "third-party", reason: "other-department", until });
  }
  if (turn < 0.25 && refused === null) {
    return deed(6, { type: "ask-extension", to: addDays(state.due, 10), reason: "情况复杂" });
  }
  if (turn < 0.29) {
    const until = new Date(world.atWork(now, 30)).toISOString();
    return deed(4, { type: "promise", words: "明天回电", until });
  }
  if (turn < 0.31) return deed(4, { type: "grade", grade: "complex", reason: "涉及多个部门" });
  return turn < 0.55 ? deed(14, { type: "propose", text: "处理方案", amount: null }) : deed(14, decision);
}
