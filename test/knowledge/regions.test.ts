import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../src/knowledge/answer.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies, type Policy } from "../../src/knowledge/policies.ts";
import { regionIn } from "../../src/knowledge/regions.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const regions = { north: { words: ["北岸", "north shore"] }, abroad: { words: ["海外分行", "overseas branch"] } };
const fee = policies.find(({ id }) => id === "annual-fee");
if (!fee) throw new Error("the fixture is missing");
const ofTheNorth: Policy = { ...fee, id: "annual-fee-north", title: "北岸信用卡年费", regions: ["north"] };
const knowledge = createKnowledge({ policies: [...policies, ofTheNorth], synonyms, regions });
const cited = async (question: string, region?: string) => {
  const options = { language: "zh-Hans", on: "2026-11-21", ...(region && { region }) } as const;
  const answer = await knowledge.answer(question, options);
  return answer.kind === "found" ? answer.citations[0]?.policy : answer.kind;
};

describe("a region's own rules", () => {
  it("are told to nobody else", async () => {
    expect(await cited("白金卡年费多少")).toBe("annual-fee");
    expect(await cited("白金卡年费多少", "abroad")).toBe("annual-fee");
  });

  it("go before the general ones for whoever belongs there, or says so", async () => {
    expect(await cited("白金卡年费多少", "north")).toBe("annual-fee-north");
    expect(await cited("北岸的白金卡年费多少")).toBe("annual-fee-north");
  });

  it("are told from words in any script and spelling", () => {
    expect(regionIn("我在海外分行開的戶", regions)).toBe("abroad");
    expect(regionIn("My card is from your North Shore office", regions)).toBe("north");
    expect(regionIn("我在总行开的户", regions)).toBeUndefined();
  });
});
