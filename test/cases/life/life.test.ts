import { describe, expect, it } from "vitest";
import { TRANSITIONS } from "../../../src/cases/life/transitions.ts";
import {
  aLife,
  atWork,
  auditor,
  clock,
  closed,
  customer,
  decision,
  handler,
  lead,
  manager,
  office,
  registration,
  staff,
  stranger,
} from "./a-case.ts";

const yuan = (amount: number) => ({ minor: amount * 100, currency: "CNY" });

describe("from registration to the call back", () => {
  it("goes the whole way, and everyone who had it stays on record", () => {
    const life = aLife();
    expect(life.state.stage.name).toBe("registered");
    life.must(lead, { type: "assign", to: "fang-yi", reason: null });
    expect(life.state.stage.name).toBe("assigned");
    life.must(handler, { type: "accept" }).must(handler, { type: "investigate" });
    life.must(handler, { type: "propose", text: "退还年费 100 元。", amount: yuan(100) });
    expect(life.state.stage.name).toBe("proposed");
    expect(life.owed()?.kind).toBe("proposal");
    life.tell().must(customer, { type: "answer-proposal", agreed: true, words: null });
    expect(life.state.stage.name).toBe("agreed");
    life.must(handler, { ...decision, amount: yuan(100) });
    expect(life.state.stage.name).toBe("decided");
    expect(life.ask(handler, { type: "close" })).toBe("wrong-stage");
    life.tell();
    expect(life.state.stage.name).toBe("notified");
    life.must(handler, { type: "close" });
    expect(life.state.stage).toMatchObject({ name: "closed", how: "resolved" });
    life.must(handler, { type: "call-back", satisfied: true, marks: { solved: 5, manner: 5 } });
    expect(life.state.stage.name).toBe("called-back");
    expect(life.state.holdings.map(({ owner, to }) => [owner.id, to])).toEqual([["fang-yi", null]]);
  });

  it("opens again when the call back finds a customer who is not satisfied", () => {
    const life = closed().at("2026-12-01T01:00:00Z");
    life.must(lead, { type: "call-back", satisfied: false, marks: { solved: 1, manner: 3 } });
    expect(life.state.stage.name).toBe("reopened");
    expect(life.state.owner).toBeNull();
    expect(life.state.due).toBe("2026-12-16");
    expect(life.owed()?.kind).toBe("restarted");
  });

  it("is withdrawn by the customer at any step, and ends there", () => {
    const life = atWork();
    expect(life.ask(handler, { type: "withdraw" })).toBe("not-yours");
    life.must(customer, { type: "withdraw" });
    expect(life.ask(handler, decision)).toBe("wrong-stage");
    expect(life.state.stage.name).toBe("withdrawn");
  });

  it("a decision lacks nothing that the law asks for", () => {
    const life = atWork();
    for (const part of ["findings", "text", "grounds", "remedies"] as const) {
      expect(life.ask(handler, { ...decision, [part]: " " })).toBe("incomplete");
    }
    expect(life.ask(stranger, decision)).toBe("not-yours");
  });

  it("a review is asked for within 30 days, and never decided by who decided", () => {
    const life = closed();
    life.must(customer, { type: "ask-review" });
    expect(life.state.stage.name).toBe("under-review");
    expect(life.ask(handler, { type: "decide-review", outcome: "upheld", reason: "事实清楚" })).toBe("not-yours");
    life.must(office, { type: "decide-review", outcome: "changed", reason: "应一并退还利息" });
    expect(life.state.stage.name).toBe("reopened");
    const late = closed().at("2026-12-23T16:00:00Z");
    expect(late.ask(customer, { type: "ask-review" })).toBe("review-late");
  });
});

describe("ownership", () => {
  it("a department that got it by mistake returns it to the office with a reason, and passes it to nobody else", () => {
    const life = aLife().must(handler, { type: "accept" });
    expect(life.ask(handler, { type: "return", reason: "" })).toBe("reason-needed");
    expect(life.ask(lead, { type: "assign", to: "shen-lu", reason: "是手机银行的事" })).toBe("other-department");
    expect(life.ask(handler, { type: "offer-transfer", to: "shen-lu", reason: "是手机银行的事" })).toBe(
      "other-department",
    );
    life.must(handler, { type: "return", reason: "是手机银行的事" });
    expect(life.state).toMatchObject({ department: "consumer-protection", owner: null, stage: { name: "registered" } });
    expect(life.state.holdings).toMatchObject([{ owner: { id: "fang-yi" }, ended: "returned" }]);
    life.must(office, { type: "assign", to: "shen-lu", reason: "手机银行故障" });
    expect(life.state).toMatchObject({ department: "digital-banking", owner: { id: "shen-lu" } });
    expect(life.ask(office, { type: "return", reason: "再退" })).toBe("not-yours");
  });

  it("a transfer is an offer: the owner stays until the other side accepts", () => {
    const life = atWork();
    life.must(handler, { type: "offer-transfer", to: "tang-ruolan", reason: "休假" });
    expect(life.state.owner?.id).toBe("fang-yi");
    expect(life.ask(handler, { type: "offer-transfer", to: "tang-ruolan", reason: "休假" })).toBe("offer-open");
    expect(life.ask(office, { type: "accept-transfer" })).toBe("not-yours");
    life.must(lead, { type: "refuse-transfer", reason: "同日休假" });
    expect(life.state.offer).toBeNull();
    life.must(handler, { type: "offer-transfer", to: "tang-ruolan", reason: "明天起休假" });
    life.must(lead, { type: "accept-transfer" });
    expect(life.state.owner?.id).toBe("tang-ruolan");
    expect(life.state.holdings.map((one) => [one.owner.id, one.ended])).toEqual([
      ["fang-yi", "transfer"],
      ["tang-ruolan", null],
    ]);
  });

  it("nobody the complaint is about handles it, whoever assigns it", () => {
    const life = aLife({ ...registration, department: "cash-services", keptFrom: { ...registration.keptFrom } });
    expect(life.ask(office, { type: "assign", to: "qiao-man", reason: null })).toBe("recused");
    expect(life.ask(staff("qiao-man"), { type: "accept" })).toBe("not-yours");
    expect(life.ask(office, { type: "assign", to: "xu-jing", reason: null })).toBe("no-such-person");
    const named = atWork();
    named.must(office, { type: "recuse", staff: "fang-yi", reason: "客户补充说是他办的" });
    expect(named.state).toMatchObject({ owner: null, stage: { name: "registered" } });
    expect(named.ask(handler, { type: "accept" })).toBe("not-yours");
  });

  it("auditors and strangers change nothing", () => {
    const life = aLife();
    expect(life.ask(auditor, { type: "assign", to: "fang-yi", reason: null })).toBe("not-yours");
    expect(life.ask(stranger, { type: "accept" })).toBe("not-yours");
  });

  it("goes up the chain one step at a time, and no further than management", () => {
    const life = aLife();
    for (const level of [1, 2, 3]) {
      life.must(clock, { type: "escalate", reason: "超时未受理", clock: "accept" });
      expect(life.state.escalated).toBe(level);
    }
    expect(life.ask(clock, { type: "escalate", reason: "超时未受理" })).toBe("unchanged");
  });
});

describe("proposals", () => {
  it("within one's own authority goes to the customer at once; above it somebody else passes it", () => {
    const life = atWork();
    life.must(handler, { type: "propose", text: "补偿 800 元。", amount: yuan(800) });
    expect(life.state.stage.name).toBe("proposal-with-office");
    expect(life.owed()).toBeUndefined();
    expect(life.ask(handler, { type: "pass-proposal" })).toBe("not-yours");
    life.must(lead, { type: "pass-proposal" });
    expect(life.state.stage.name).toBe("proposed");
  });

  it("for the highest tier two people pass it, and one of them has the tier", () => {
    const life = atWork();
    life.must(handler, { type: "propose", text: "补偿 8000 元。", amount: yuan(8000) });
    life.must(lead, { type: "pass-proposal" });
    expect(life.state.stage.name).toBe("proposal-with-office");
    expect(life.ask(lead, { type: "pass-proposal" })).toBe("already-passed");
    expect(life.ask(office, { type: "pass-proposal" })).toBe("above-authority");
    life.must(manager, { type: "pass-proposal" });
    expect(life.state.stage.name).toBe("proposed");
  });

  it("above every tier goes to the committee; an inadequate one goes back with a reason", () => {
    const life = atWork();
    expect(life.ask(handler, { type: "propose", text: "补偿 3 万元。", amount: yuan(30_000) })).toBe("committee");
    life.must(handler, { type: "propose", text: "补偿 800 元。", amount: yuan(800) });
    expect(life.ask(office, { type: "send-back-proposal", reason: " " })).toBe("reason-needed");
    life.must(office, { type: "send-back-proposal", reason: "没有写依据" });
    expect(life.state.stage.name).toBe("investigating");
  });

  it("money that was never passed can't be decided by who may not grant it", () => {
    const life = atWork();
    expect(life.ask(handler, { ...decision, amount: yuan(800) })).toBe("above-authority");
    life.must(handler, { type: "propose", text: "补偿 800 元。", amount: yuan(800) });
    life.must(office, { type: "pass-proposal" }).tell();
    life.must(customer, { type: "answer-proposal", agreed: false, words: "太少" });
    expect(life.state.stage.name).toBe("declined");
    expect(life.ask(handler, { ...decision, amount: yuan(900) })).toBe("above-authority");
    life.must(handler, { ...decision, amount: yuan(800) });
  });
});

describe("waiting, new facts and later dates", () => {
  it("waits for the customer's facts and goes on where it was, with the same person", () => {
    const life = atWork();
    life.must(handler, { type: "ask-facts", facts: ["evidence", "evidence"] });
    expect(life.state.stage).toMatchObject({ name: "waiting-customer", back: "investigating" });
    expect(life.state.waits).toMatchObject([
      { reason: "facts", facts: ["evidence"], until: "2026-11-29T05:00:00.000Z" },
    ]);
    life.must(customer, { type: "end-wait", how: "answered" });
    expect(life.state).toMatchObject({ stage: { name: "investigating" }, owner: { id: "fang-yi" } });
  });

  it("an extension has an approver who did not ask for it, and counts only when told before the old date", () => {
    const life = atWork();
    expect(life.ask(handler, { type: "ask-extension", to: "2026-12-07", reason: "等银联回单" })).toBe("bad-date");
    expect(life.ask(handler, { type: "ask-extension", to: "2027-01-22", reason: "等银联回单" })).toBe("beyond-limit");
    life.must(handler, { type: "ask-extension", to: "2026-12-22", reason: "等银联回单" });
    const extension = life.state.extensions[0]?.id ?? "";
    expect(life.ask(lead, { type: "grant-extension", extension })).toBe("not-yours");
    life.must(office, { type: "grant-extension", extension });
    expect(life.state.due).toBe("2026-12-07");
    life.tell();
    expect(life.state.due).toBe("2026-12-22");
  });

  it("told too late an extension is void, and after the old date none is granted", () => {
    const life = atWork();
    life.must(handler, { type: "ask-extension", to: "2026-12-22", reason: "等银联回单" });
    const extension = life.state.extensions[0]?.id ?? "";
    life.must(office, { type: "grant-extension", extension });
    life.at("2026-12-07T16:00:00Z").tell();
    expect(life.state.due).toBe("2026-12-07");
    const late = atWork().at("2026-12-07T16:30:00Z");
    expect(late.ask(handler, { type: "ask-extension", to: "2026-12-22", reason: "等银联回单" })).toBe("too-late");
  });

  it("beyond 30 days management decides", () => {
    const life = atWork();
    life.must(handler, { type: "ask-extension", to: "2027-01-10", reason: "境外商户调单" });
    const extension = life.state.extensions[0]?.id ?? "";
    expect(life.ask(office, { type: "grant-extension", extension })).toBe("above-authority");
    life.must(manager, { type: "grant-extension", extension });
  });

  it("new facts begin the period again, and the customer is told the day", () => {
    const life = atWork().at("2026-11-30T01:00:00Z");
    life.must(handler, { type: "restart", reason: "客户提供了新的录音" });
    expect(life.state.due).toBe("2026-12-15");
    expect(life.owed()?.kind).toBe("restarted");
  });

  it("whoever works on it may raise grade and urgency; lowering is for those above", () => {
    const life = atWork();
    expect(life.ask(handler, { type: "grade", grade: "major", reason: "" })).toBe("reason-needed");
    life.must(handler, { type: "grade", grade: "major", reason: "已有三十多人" });
    expect(life.ask(handler, { type: "grade", grade: "ordinary", reason: "只有一人" })).toBe("lowering");
    life.must(office, { type: "grade", grade: "complex", reason: "核实为十人" });
    expect(life.state.grade).toEqual({ value: "complex", rule: null, reason: "核实为十人" });
    life.must(handler, { type: "urge", urgency: "I", reason: "客户在网点" });
    expect(life.ask(handler, { type: "urge", urgency: "III", reason: "已离开" })).toBe("lowering");
  });

  it("a promise is kept, or moved with a reason; it is never gone", () => {
    const life = atWork();
    life.must(handler, { type: "promise", words: "周三前回电", until: "2026-11-25T10:00:00Z" });
    const promise = life.state.promises[0]?.id ?? "";
    expect(life.ask(handler, { type: "move-promise", promise, until: "2026-11-26T10:00:00Z", reason: "" })).toBe(
      "reason-needed",
    );
    life.must(handler, { type: "move-promise", promise, until: "2026-11-26T10:00:00Z", reason: "回单未到" });
    life.must(handler, { type: "keep-promise", promise });
    expect(life.state.promises).toMatchObject([{ moved: [{ from: "2026-11-25T10:00:00Z" }], words: "周三前回电" }]);
    expect(life.ask(handler, { type: "keep-promise", promise })).toBe("no-such");
  });
});

it("every step of the table says who may take it and from where", () => {
  for (const [type, { from, who }] of Object.entries(TRANSITIONS)) {
    expect(who.length, type).toBeGreaterThan(0);
    if (type !== "register") expect(from.length, type).toBeGreaterThan(0);
  }
});
