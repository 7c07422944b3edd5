import { describe, expect, it } from "vitest";
import { explainable, requirements } from "../../src/cases/requirements.ts";
import type { Axes } from "../../src/flows/bank.ts";
import { Business, Reason, Venue } from "../../src/flows/reading.ts";
import { shippedBank } from "./shipped-bank.ts";

const { facts } = shippedBank;
const axes = (given: Partial<Axes>): Axes => ({ business: null, reason: null, venue: null, ...given });
const asked = (given: Partial<Axes>) => requirements(facts, axes(given)).map((each) => each.name);

const everyComplaint: Axes[] = [null, ...Business.options].flatMap((business) =>
  [null, ...Reason.options].flatMap((reason) => [null, ...Venue.options].map((venue) => ({ business, reason, venue }))),
);

describe("what a complaint is asked for", () => {
  it("a card charged without its holder: when, how much, what they want, which card, and who", () => {
    expect(asked({ business: "debit-card", reason: "fund-safety" })).toEqual([
      "occurred",
      "amount",
      "desired-outcome",
      "card-tail",
      "person",
      "phone",
      "contact-time",
    ]);
  });

  it("an annual fee: the bank knows the amount of a verified customer's own fee", () => {
    const wanted = requirements(facts, axes({ business: "credit-card", reason: "pricing" }));
    expect(wanted.filter((each) => each.held).map((each) => each.name)).toEqual([
      "amount",
      "card-tail",
      "person",
      "phone",
    ]);
  });

  it("a rude teller: where, and by whom if that is known", () => {
    const wanted = requirements(facts, axes({ reason: "service-attitude", venue: "branch-counter" }));
    expect(wanted.map((each) => each.name)).toEqual([
      "occurred",
      "place",
      "staff",
      "desired-outcome",
      "person",
      "phone",
      "contact-time",
    ]);
    expect(wanted.find((each) => each.name === "staff")?.essential).toBe(false);
  });

  it("a swallowed card: which machine", () => {
    expect(asked({ business: "debit-card", reason: "facilities-systems", venue: "self-service" })).toContain("place");
  });

  it("a transfer gone wrong: to whom", () => {
    expect(asked({ business: "payment", reason: "fund-safety" })).toContain("counterparty");
    expect(asked({ business: "payment", reason: "rules-process" })).not.toContain("counterparty");
  });

  it("a slow app: no place and no amount", () => {
    expect(asked({ reason: "facilities-systems", venue: "mobile-app" })).toEqual([
      "occurred",
      "desired-outcome",
      "person",
      "phone",
      "contact-time",
    ]);
  });

  it("asks nothing twice when several rules want it", () => {
    const names = asked({ business: "payment", reason: "fund-safety", venue: "branch-counter" });
    expect(new Set(names).size).toBe(names.length);
  });

  it("never asks more than seven things, whatever the complaint", () => {
    const tooMany = everyComplaint.filter((each) => requirements(facts, each).length > 7);
    expect(everyComplaint).toHaveLength(17 * 14 * 11);
    expect(tooMany).toEqual([]);
  });

  it("lets the good time to call give way before the money", () => {
    const names = asked({ business: "payment", reason: "service-attitude", venue: "branch-counter" });
    expect(names).not.toContain("contact-time");
    expect(names).toContain("amount");
    expect(names).toHaveLength(7);
  });

  it("asks for personal things last, whatever the complaint", () => {
    for (const each of everyComplaint) {
      const flags = requirements(facts, each).map((requirement) => requirement.personal);
      expect(flags).toEqual([...flags].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it("has a wish and a way to reach the customer in every list", () => {
    for (const each of everyComplaint) {
      const names = requirements(facts, each).map((requirement) => requirement.name);
      expect(names).toEqual(expect.arrayContaining(["occurred", "desired-outcome", "phone"]));
    }
  });

  it("never asks for what statements show", () => {
    const ours = everyComplaint.flatMap((each) => requirements(facts, each).map((requirement) => requirement.name));
    expect(new Set(ours)).not.toContain("transaction-ref");
    expect(new Set(ours)).not.toContain("account-tail");
  });
});

describe("what an explanation may settle", () => {
  it.each(["pricing", "rules-process", "disclosure", "contract-terms"] as const)("%s may", (reason) => {
    expect(explainable(facts, axes({ reason }))).toBe(true);
  });

  it.each([
    "fund-safety",
    "information-safety",
    "service-attitude",
    "collection-conduct",
    "facilities-systems",
    "product-yield",
  ] as const)("%s needs a person", (reason) => {
    expect(explainable(facts, axes({ reason }))).toBe(false);
  });

  it("a complaint whose reason is not known needs a person", () => {
    expect(explainable(facts, axes({ business: "credit-card" }))).toBe(false);
  });
});
