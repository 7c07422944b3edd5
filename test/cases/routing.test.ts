import { describe, expect, it } from "vitest";
import type { Bank } from "../../src/bank/bank.ts";
import { recused } from "../../src/cases/recusal.ts";
import { type Routed, route } from "../../src/cases/routing.ts";
import type { LedgerFact, Risk } from "../../src/flows/conversation.ts";
import type { RiskSlug } from "../../src/flows/reading.ts";
import { shippedBank } from "./shipped-bank.ts";

const at = "2026-11-21T09:00:00+08:00";
const risk = (slug: RiskSlug): Risk => ({ slug, level: shippedBank.risks[slug].level, words: "", message: "m1", at });
const said = (name: "place" | "staff", value: string, replacedBy: string | null = null): LedgerFact => ({
  name,
  value,
  text: value,
  start: 0,
  end: value.length,
  id: `${name}-${value}`,
  message: "m1",
  at,
  confirmed: false,
  replacedBy,
});
const complaint = (given: Partial<Routed>): Routed => ({
  business: null,
  reason: null,
  venue: null,
  risks: [],
  facts: [],
  ...given,
});
const department = (given: Partial<Routed>, bank: Bank = shippedBank) => route(bank, complaint(given)).department;

describe("the department that answers for a complaint", () => {
  it.each([
    ["credit-card", "credit-card-centre"],
    ["debit-card", "retail"],
    ["loan", "personal-loans"],
    ["credit-record", "personal-loans"],
    ["collection", "asset-preservation"],
    ["wealth", "wealth"],
    ["agency-sales", "wealth"],
    ["payment", "operations"],
    ["cash", "cash-services"],
    ["personal-information", "data-protection"],
    ["foreign-exchange", "international"],
    ["treasury", "retail"],
  ] as const)("%s goes to %s", (business, expected) => {
    expect(department({ business })).toBe(expected);
  });

  it("lets the reason decide where it says more than the product", () => {
    expect(department({ business: "credit-card", reason: "collection-conduct" })).toBe("asset-preservation");
    expect(department({ business: "loan", reason: "information-safety" })).toBe("data-protection");
  });

  it("tells a fault of the app from a fault of the machine in the lobby", () => {
    expect(department({ reason: "facilities-systems", venue: "mobile-app" })).toBe("digital-banking");
    expect(department({ reason: "facilities-systems", venue: "self-service" })).toBe("operations");
  });

  it("keeps what it cannot place with the consumer protection office", () => {
    expect(route(shippedBank, complaint({}))).toEqual({
      department: "consumer-protection",
      together: [],
      basis: null,
      recusal: false,
    });
  });
});

describe("risks before anything else", () => {
  it("misconduct of staff goes to internal audit, whatever the product", () => {
    expect(department({ business: "wealth", risks: [risk("staff-misconduct")] })).toBe("internal-audit");
  });

  it("a threat of publicity stays with the consumer office, with public relations beside it", () => {
    const found = route(shippedBank, complaint({ business: "credit-card", risks: [risk("media")] }));
    expect(found).toMatchObject({ department: "consumer-protection", together: ["public-relations"] });
  });

  it("the graver of two risks decides", () => {
    expect(department({ risks: [risk("media"), risk("staff-misconduct")] })).toBe("internal-audit");
  });

  it("an unauthorised charge goes where the payment can be stopped", () => {
    expect(department({ business: "credit-card", risks: [risk("unauthorised-transaction")] })).toBe(
      "credit-card-centre",
    );
    expect(department({ business: "debit-card", risks: [risk("unauthorised-transaction")] })).toBe("operations");
  });

  it("a note for later does not move it", () => {
    expect(department({ business: "credit-card", risks: [risk("repeat")] })).toBe("credit-card-centre");
  });
});

describe("nobody handles a complaint about themselves", () => {
  it("an outlet does not get the complaint about it", () => {
    const found = route(shippedBank, complaint({ business: "cash", facts: [said("place", "你们总行营业部")] }));
    expect(found).toMatchObject({ department: "consumer-protection", recusal: true });
    expect(found.basis).toContain("第17条");
  });

  it("it does get the one about another outlet", () => {
    expect(department({ business: "cash", facts: [said("place", "城东支行")] })).toBe("cash-services");
  });

  it("the outlet is known by its other names, in any case and width", () => {
    for (const place of ["总行营业厅", "营业部", "HEAD OFFICE BRANCH", "ｈｅａｄ office branch"]) {
      expect(department({ business: "cash", facts: [said("place", place)] })).toBe("consumer-protection");
    }
  });

  it("a place that was corrected no longer counts", () => {
    const facts = [said("place", "总行营业部", "place-城东支行"), said("place", "城东支行")];
    expect(department({ business: "cash", facts })).toBe("cash-services");
  });

  it("a named person's department passes it on, by name, number or the name customers know", () => {
    for (const who of ["方毅", "8105", "工号8105的那个", "小方", "Fang"]) {
      expect(department({ business: "credit-card", facts: [said("staff", who)] })).toBe("consumer-protection");
    }
  });

  it("a longer number or name that merely holds it does not count", () => {
    for (const who of ["81050", "Fangzhou", "王经理"]) {
      expect(department({ business: "credit-card", facts: [said("staff", who)] })).toBe("credit-card-centre");
    }
  });

  it("a complaint about the consumer office goes to internal audit", () => {
    expect(department({ facts: [said("staff", "孟琪")] })).toBe("internal-audit");
  });

  it("an assisting department that is concerned is left out", () => {
    const found = route(shippedBank, complaint({ risks: [risk("staff-misconduct")], facts: [said("staff", "罗海")] }));
    expect(found).toMatchObject({ department: "internal-audit", together: [] });
  });

  it("everybody at the outlet is kept away, not only the one who was named", () => {
    const named = recused(shippedBank, { facts: [said("staff", "3047")] });
    expect(named).toEqual({
      staff: ["qiao-man"],
      outlets: ["head-office-branch"],
      departments: ["cash-services"],
    });
    const staff = shippedBank.staff.map((person) =>
      person.id === "zhou-ning" ? { ...person, outlet: "head-office-branch" } : person,
    );
    expect(recused({ ...shippedBank, staff }, { facts: [said("place", "营业部")] }).staff).toEqual([
      "zhou-ning",
      "qiao-man",
    ]);
  });

  it("nobody is kept away when nobody was named", () => {
    expect(recused(shippedBank, { facts: [said("place", "手机银行转账页")] })).toEqual({
      staff: [],
      outlets: [],
      departments: [],
    });
  });
});
