import { describe, expect, it } from "vitest";
import { gradeOf, urgencyOf, type Weighed } from "../../../src/cases/life/grade.ts";
import { shippedBank } from "../shipped-bank.ts";

const matter: Weighed = {
  business: "credit-card",
  reason: "pricing",
  risks: [],
  facts: [],
  emotion: { first: 0, peak: 0, latest: 0 },
};
const risk = (slug: "scam" | "group-action" | "regulator", level: "P0" | "P1") => ({
  slug,
  level,
  words: "",
  message: "m",
  at: "2026-11-22T01:00:00Z",
});
const amount = (minor: number, replacedBy: string | null = null): Weighed["facts"][number] => ({
  id: "f",
  name: "amount",
  value: { minor, currency: "CNY" },
  text: "",
  start: 0,
  end: 0,
  message: "m",
  at: "2026-11-22T01:00:00Z",
  confirmed: false,
  replacedBy,
});
const grade = (more: Partial<Weighed>) => gradeOf(shippedBank.grades, { ...matter, ...more });
const urgency = (more: Partial<Weighed>) => urgencyOf(shippedBank.grades, { ...matter, ...more });

describe("grade and urgency by the bank's rules", () => {
  it("an ordinary charge is ordinary, in turn, and says on what that rests", () => {
    expect(grade({})).toEqual({ value: "ordinary", rule: "otherwise", reason: "本行投诉管理规定" });
    expect(urgency({}).value).toBe("III");
  });
  it("many together is major whatever the amount", () => {
    expect(grade({ risks: [risk("group-action", "P1")] })).toMatchObject({ value: "major", rule: "many-together" });
  });
  it("amounts count from the limit on, corrected ones no more", () => {
    expect(grade({ facts: [amount(4_999_999)] }).value).toBe("ordinary");
    expect(grade({ facts: [amount(5_000_000)] }).value).toBe("complex");
    expect(grade({ facts: [amount(50_000_000)] }).value).toBe("major");
    expect(grade({ facts: [amount(50_000_000, "f2")] }).value).toBe("ordinary");
  });
  it("danger and theft come at once, fury before its turn", () => {
    expect(urgency({ risks: [risk("scam", "P0")] }).value).toBe("I");
    expect(urgency({ risks: [risk("regulator", "P1")] }).value).toBe("II");
    expect(urgency({ emotion: { first: 1, peak: 3, latest: 0 } }).value).toBe("II");
  });
});
