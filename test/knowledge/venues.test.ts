import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../src/knowledge/answer.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies, type Policy } from "../../src/knowledge/policies.ts";
import { venueIn } from "../../src/knowledge/venues.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const remittance = policies.find(({ id }) => id === "remittance");
if (!remittance) throw new Error("the fixture is missing");
const atTheCounter: Policy = { ...remittance, venues: ["branch-counter"] };
const knowledge = createKnowledge({ policies: [atTheCounter], synonyms });
const kind = async (question: string, venue?: "mobile-app" | "branch-counter") =>
  (await knowledge.answer(question, { language: "zh-Hans", on: "2026-11-21", ...(venue && { venue }) })).kind;

describe("a rule of the counter", () => {
  it("is told to whoever asks about the counter, or doesn't say where", async () => {
    expect(await kind("跨境汇款手续费多少")).toBe("found");
    expect(await kind("柜台跨境汇款手续费多少")).toBe("found");
    expect(await kind("跨境汇款手续费多少", "branch-counter")).toBe("found");
  });

  it("is not told to whoever asks about the app", async () => {
    expect(await kind("手机银行跨境汇款手续费多少")).toBe("unknown");
    expect(await kind("跨境汇款手续费多少", "mobile-app")).toBe("unknown");
  });
});

describe("the place that a question names", () => {
  it.each([
    ["手機銀行轉賬限額多少", "mobile-app"],
    ["App里怎么调额度", "mobile-app"],
    ["Can I do that at your branch?", "branch-counter"],
    ["the ATM ate my card", "self-service"],
    ["网银登录不了", "online-banking"],
  ])("%s", (question, venue) => {
    expect(venueIn(question)).toBe(venue);
  });

  it.each(["手机银行办不了，柜台能办吗", "年费多少", "I am happy", ""])("is none in: %s", (question) => {
    expect(venueIn(question)).toBeUndefined();
  });
});
