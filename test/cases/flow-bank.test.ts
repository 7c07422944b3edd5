import { expect, it } from "vitest";
import { createFlowBank } from "../../src/cases/flow-bank.ts";
import type { Matter } from "../../src/flows/conversation.ts";
import { shippedBank } from "./shipped-bank.ts";

const flowBank = createFlowBank(shippedBank);

const matter: Matter = {
  id: "m",
  record: "R-22222222",
  receivedAt: "2026-12-20T23:59:00+08:00",
  words: "",
  messages: [],
  business: "credit-card",
  reason: "pricing",
  venue: null,
  facts: [],
  gaps: [],
  asked: {},
  risks: [],
  agreed: false,
  status: "open",
  case: null,
  cited: [],
  emotion: { first: 1, peak: 1, latest: 1 },
  met: [],
  result: null,
};

it("gives the flow the bank's rules and limits", () => {
  expect(flowBank.zone).toBe("Asia/Shanghai");
  expect(flowBank.route(matter)).toBe("credit-card-centre");
  expect(flowBank.level("self-harm")).toBe("P0");
  expect(flowBank.level("regulator")).toBe("P1");
  expect(flowBank.level("repeat")).toBe("P2");
  expect(flowBank.deadline(matter.receivedAt)).toEqual({ due: "2027-01-04", pack: "cn-nfra-2020-3", days: 15 });
  expect(flowBank.staffing("2026-11-22T23:40:00+08:00").open).toBe(false);
  expect(flowBank.explainable(matter)).toBe(true);
  expect(flowBank.requirements(matter).map((each) => each.name)).toContain("card-tail");
  expect(flowBank.limits).toEqual({ asks: 2, silenceMinutes: 30, takeMinutes: 10, staffSilentMinutes: 10, unclear: 3 });
});
