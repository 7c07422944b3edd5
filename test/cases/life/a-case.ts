/** A case of the shipped bank, taken through its life by its own people. */
import type { LifeBank, LifeContext } from "../../../src/cases/life/bank.ts";
import type { CaseState } from "../../../src/cases/life/case.ts";
import type { By, LifeAsk, LifeCommand } from "../../../src/cases/life/command.ts";
import { decide } from "../../../src/cases/life/decide.ts";
import type { CaseEvent } from "../../../src/cases/life/events.ts";
import { evolveAll } from "../../../src/cases/life/evolve.ts";
import { createLifeBank } from "../../../src/cases/life/life-bank.ts";
import { shippedBank } from "../shipped-bank.ts";

export const lifeBank = createLifeBank(shippedBank);

export const RECEIVED = "2026-11-22T01:00:00.000Z";

export function staff(id: string): By & { kind: "staff" } {
  const person = lifeBank.person(id);
  if (!person) throw new Error(`nobody called ${id} in the shipped bank`);
  return { kind: "staff", ...person };
}

/** People of the shipped bank by what they are to a case of the credit card centre. */
export const handler = staff("fang-yi");
export const lead = staff("tang-ruolan");
export const office = staff("meng-qi");
export const manager = staff("luo-hai");
export const stranger = staff("shen-lu");
export const auditor = staff("xu-jing");
export const customer: By = { kind: "customer" };
export const rule: By = { kind: "rule" };
export const clock: By = { kind: "clock" };

export const registration: LifeAsk & { type: "register" } = {
  type: "register",
  key: "c1/m1",
  conversation: "c1",
  matter: "m1",
  record: "R-7KQ2MXW4",
  receivedAt: RECEIVED,
  department: "credit-card-centre",
  assisting: ["operations"],
  due: "2026-12-07",
  rule: { pack: "cn-nfra-2020-3", days: 15 },
  reasons: ["claim-unsettled"],
  grade: { value: "ordinary", rule: "otherwise", reason: "本行投诉管理规定" },
  urgency: { value: "III", rule: "otherwise", reason: "本行投诉管理规定" },
  keptFrom: { staff: ["qiao-man"], outlets: ["head-office-branch"], departments: ["cash-services"], hidden: false },
};

/** One life: commands in order, an hour apart unless the clock is set. */
export function aLife(register: LifeAsk & { type: "register" } = registration, bank: LifeBank = lifeBank) {
  let state: CaseState | null = null;
  let now = Date.parse(RECEIVED);
  let count = 0;
  const events: CaseEvent[] = [];
  const life = {
    events,
    get state(): CaseState {
      if (!state) throw new Error("the case was never registered");
      return state;
    },
    /** Sets the clock; ISO instant. */
    at(instant: string) {
      now = Date.parse(instant);
      return life;
    },
    /** The code of the refusal, or null. */
    ask(by: By, ask: LifeAsk, id = `k${count}`): string | null {
      count += 1;
      now += 3_600_000;
      let n = 0;
      const context: LifeContext = { now: new Date(now).toISOString(), id: () => `${id}-${n++}` };
      const command: LifeCommand = { ...ask, id, by };
      const before = state;
      const decision = decide(state, command, bank, context);
      if (decision.refusal && decision.events.length > 0) throw new Error("a refusal changed something");
      events.push(...decision.events);
      state = evolveAll(before, decision.events);
      return decision.refusal?.code ?? null;
    },
    /** Fails the test where it is refused. */
    must(by: By, ask: LifeAsk) {
      const code = life.ask(by, ask);
      if (code) throw new Error(`${ask.type} was refused: ${code}`);
      return life;
    },
    /** The last notice owed and not given. */
    owed() {
      return life.state.notices.findLast((one) => one.givenAt === null);
    },
    tell() {
      for (const notice of life.state.notices.filter((one) => one.givenAt === null)) {
        life.must(rule, { type: "give-notice", notice: notice.id, how: "chat", message: null });
      }
      return life;
    },
  };
  return life.must(rule, register);
}

export const decision: LifeAsk & { type: "decide" } = {
  type: "decide",
  outcome: "upheld",
  findings: "年费在免收条件满足后仍被扣收。",
  text: "退还年费。",
  grounds: "信用卡章程第12条。",
  remedies: "不同意的，可以申请核查、调解、仲裁或诉讼。",
  amount: null,
};

/** Accepted and under investigation. */
export const atWork = () => aLife().must(handler, { type: "accept" }).must(handler, { type: "investigate" });
/** Decided, told and closed. */
export const closed = () => atWork().must(handler, decision).tell().must(handler, { type: "close" });
