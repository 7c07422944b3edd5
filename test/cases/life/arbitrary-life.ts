/** Arbitrary commands to a case, for laws that hold whatever is asked of it and by whom. */
import fc from "fast-check";
import type { CaseState } from "../../../src/cases/life/case.ts";
import type { By, LifeAsk } from "../../../src/cases/life/command.ts";
import {
  auditor,
  clock,
  customer,
  decision,
  handler,
  lead,
  manager,
  office,
  registration,
  rule,
  staff,
  stranger,
} from "./a-case.ts";

const oneOf = <T>(options: readonly T[]) => fc.constantFrom(...options);

const by: fc.Arbitrary<By> = oneOf<By>([
  handler,
  handler,
  lead,
  office,
  manager,
  stranger,
  auditor,
  staff("qiao-man"),
  customer,
  rule,
  clock,
  { kind: "core-system" },
]);

const person = oneOf(["fang-yi", "tang-ruolan", "meng-qi", "shen-lu", "qiao-man", "nobody"]);
const reason = oneOf(["有新情况", "", "部门职责不符"]);
const instant = oneOf(["2026-11-25T08:00:00Z", "2027-01-02T08:00:00Z", "2020-01-01T00:00:00Z"]);
const amount = fc.option(oneOf([5_000, 80_000, 800_000, 90_000_000]).map((minor) => ({ minor, currency: "CNY" })));
/** "latest" is put in place of the newest open one when the step is tried. */
const id = oneOf(["latest", "latest", "none"]);
const proper = <T extends object>(ask: T) => fc.constant(ask);

const ask: fc.Arbitrary<LifeAsk> = fc.oneof(
  proper<LifeAsk>(registration),
  proper<LifeAsk>({ type: "number", number: "C-1" }),
  fc.record({ type: fc.constant("assign" as const), to: person, reason }),
  { weight: 3, arbitrary: proper<LifeAsk>({ type: "accept" }) },
  proper<LifeAsk>({ type: "release", why: "went-silent" }),
  fc.record({ type: fc.constant("return" as const), reason }),
  fc.record({ type: fc.constant("offer-transfer" as const), to: person, reason }),
  proper<LifeAsk>({ type: "accept-transfer" }),
  fc.record({ type: fc.constant("refuse-transfer" as const), reason }),
  fc.record({
    type: fc.constant("offer" as const),
    to: person,
    as: oneOf(["colleague", "lead"] as const),
    until: fc.option(instant),
  }),
  fc.record({ type: fc.constant("end-offer" as const), why: oneOf(["not-accepted", "not-there"] as const) }),
  fc.record({ type: fc.constant("leave-to-lead" as const), lead: fc.option(person), until: instant }),
  fc.record({
    type: fc.constant("ask-assistance" as const),
    department: oneOf(["legal", "cash-services", "none"]),
    reason,
  }),
  fc.record({
    type: fc.constant("choose-regime" as const),
    pack: oneOf(["cn-pboc-2020-5", "uk-fca-disp", "none"]),
    reason,
  }),
  fc.record({ type: fc.constant("recuse" as const), staff: person, reason }),
  fc.record({ type: fc.constant("escalate" as const), reason }),
  { weight: 3, arbitrary: proper<LifeAsk>({ type: "investigate" }) },
  proper<LifeAsk>({ type: "contact", how: "phone" }),
  proper<LifeAsk>({ type: "ask-facts", facts: ["evidence"] }),
  fc.record({
    type: fc.constant("wait" as const),
    whom: oneOf(["customer", "third-party"] as const),
    reason: oneOf(["mediation", "outside-appraisal", "documents"] as const),
    until: instant,
  }),
  fc.record({ type: fc.constant("end-wait" as const), how: oneOf(["answered", "over", "by-staff"] as const) }),
  fc.record({ type: fc.constant("restart" as const), reason }),
  fc.record({
    type: fc.constant("ask-extension" as const),
    to: oneOf(["2026-12-22", "2027-01-10", "2026-12-01"]),
    reason,
  }),
  fc.record({ type: fc.constant("grant-extension" as const), extension: id }),
  fc.record({ type: fc.constant("grade" as const), grade: oneOf(["ordinary", "complex", "major"] as const), reason }),
  fc.record({ type: fc.constant("urge" as const), urgency: oneOf(["I", "II", "III"] as const), reason }),
  fc.record({ type: fc.constant("promise" as const), words: oneOf(["周三前回电", ""]), until: instant }),
  fc.record({ type: fc.constant("keep-promise" as const), promise: id }),
  fc.record({ type: fc.constant("move-promise" as const), promise: id, until: instant, reason }),
  proper<LifeAsk>({ type: "tell-progress", next: null }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant("propose" as const), text: oneOf(["退还年费", ""]), amount }) },
  { weight: 2, arbitrary: proper<LifeAsk>({ type: "pass-proposal" }) },
  fc.record({ type: fc.constant("send-back-proposal" as const), reason }),
  fc.record({
    type: fc.constant("answer-proposal" as const),
    agreed: fc.boolean(),
    words: fc.constant(null),
  }),
  { weight: 2, arbitrary: amount.map((money): LifeAsk => ({ ...decision, amount: money })) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("give-notice" as const),
      notice: id,
      how: oneOf(["chat", "letter"] as const),
      message: fc.constant(null),
    }),
  },
  fc.record({ type: fc.constant("resolve" as const), text: oneOf(["已退还", ""]) }),
  proper<LifeAsk>({ type: "close" }),
  proper<LifeAsk>({ type: "withdraw" }),
  fc.record({ type: fc.constant("merge" as const), into: fc.constant("c0/m1"), reason }),
  fc.record({ type: fc.constant("call-back" as const), satisfied: fc.boolean(), marks: fc.constant(null) }),
  fc.record({ type: fc.constant("reopen" as const), reason: fc.option(reason) }),
  proper<LifeAsk>({ type: "ask-review" }),
  fc.record({ type: fc.constant("decide-review" as const), outcome: oneOf(["upheld", "changed"] as const), reason }),
);

/** The straight way; the arbitrary steps begin somewhere on it. */
const STRAIGHT: readonly { by: By; ask: LifeAsk }[] = [
  { by: handler, ask: { type: "accept" } },
  { by: handler, ask: { type: "investigate" } },
  { by: handler, ask: { type: "propose", text: "退还年费", amount: { minor: 5_000, currency: "CNY" } } },
  { by: rule, ask: { type: "give-notice", notice: "latest", how: "chat", message: null } },
  { by: customer, ask: { type: "answer-proposal", agreed: false, words: "不接受" } },
  { by: handler, ask: decision },
  { by: rule, ask: { type: "give-notice", notice: "latest", how: "chat", message: null } },
  { by: customer, ask: { type: "ask-review" } },
];

/** A step somebody tries, and how many of the steps before it come again afterwards. */
export interface Tried {
  by: By;
  ask: LifeAsk;
  again: number;
}

export const tries: fc.Arbitrary<Tried[]> = fc
  .tuple(fc.nat(STRAIGHT.length), fc.array(fc.record({ by, ask, again: fc.nat(3) }), { maxLength: 60 }))
  .map(([length, rest]) => [...STRAIGHT.slice(0, length).map((step) => ({ ...step, again: 0 })), ...rest]);

/** The ask with "latest" made the newest open notice, extension or promise of the case. */
export function aimed(ask: LifeAsk, state: CaseState | null): LifeAsk {
  if (!state) return ask;
  switch (ask.type) {
    case "give-notice":
      return {
        ...ask,
        notice: newest(
          ask.notice,
          state.notices.filter((one) => one.givenAt === null),
        ),
      };
    case "grant-extension":
    case "refuse-extension":
      return { ...ask, extension: newest(ask.extension, state.extensions) };
    case "keep-promise":
    case "move-promise":
      return { ...ask, promise: newest(ask.promise, state.promises) };
    default:
      return ask;
  }
}

const newest = (id: string, list: readonly { id: string }[]): string =>
  id === "latest" ? (list.at(-1)?.id ?? "none") : id;
