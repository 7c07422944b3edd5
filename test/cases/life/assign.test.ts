import { describe, expect, it } from "vitest";
import { type Candidate, ranked, type Wanted } from "../../../src/cases/life/assign.ts";

const base = { role: "agent" as const, tier: 1, department: "credit-card-centre", outlet: null };
const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...base,
  id,
  languages: ["zh"],
  skills: [],
  onDuty: true,
  present: true,
  load: 0,
  ...more,
});
const wanted: Wanted = {
  department: "credit-card-centre",
  business: "credit-card",
  language: "zh-Hans",
  grade: "ordinary",
  keptFrom: { staff: [], outlets: [], departments: [], hidden: false },
};
const order = (candidates: Candidate[], want: Partial<Wanted> = {}) =>
  ranked(candidates, { ...wanted, ...want }).map(({ id }) => id);

describe("who should have a case", () => {
  it("whoever has least to do, among those who are there", () => {
    expect(order([one("busy", { load: 5 }), one("free", { load: 1 }), one("away", { present: false })])).toEqual([
      "free",
      "busy",
      "away",
    ]);
  });
  it("a customer who writes English goes to who answers in English, even with more to do", () => {
    const people = [one("zh", { load: 0 }), one("both", { languages: ["zh", "en"], load: 9 })];
    expect(order(people, { language: "en" })[0]).toBe("both");
  });
  it("who knows the business comes before who does not; duty comes before both", () => {
    const people = [one("new"), one("knows", { skills: ["credit-card"], load: 3 }), one("off", { onDuty: false })];
    expect(order(people)).toEqual(["knows", "new", "off"]);
  });
  it("nobody recused, of another department, or who works no cases", () => {
    const people = [
      one("named"),
      one("outlet", { outlet: "binjiang" }),
      one("other", { department: "retail" }),
      one("auditor", { role: "auditor" }),
      one("right"),
    ];
    const keptFrom = { staff: ["named"], outlets: ["binjiang"], departments: [], hidden: true };
    expect(order(people, { keptFrom })).toEqual(["right"]);
  });
  it("a major case goes to a lead where there is one", () => {
    expect(order([one("agent"), one("lead", { role: "lead", load: 7 })], { grade: "major" })).toEqual(["lead"]);
    expect(order([one("agent")], { grade: "major" })).toEqual(["agent"]);
  });
});
