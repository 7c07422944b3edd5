/** What every search of the policies keeps, the built-in one and a bank's own. */
import { describe, expect, it } from "vitest";
import { createKnowledge, type Knowledge, type KnowledgeParts } from "../../src/knowledge/answer.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies, type Policy } from "../../src/knowledge/policies.ts";
import { jiebaCutter } from "../../src/knowledge/words.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const cutter = jiebaCutter();
const ON = "2026-11-21";

export function retrieverContract({
  name,
  search,
}: {
  name: string;
  search: () => Promise<KnowledgeParts["searchWith"]>;
}) {
  describe(`${name}: a search of the policies`, () => {
    const over = async (texts: readonly Policy[] = policies): Promise<Knowledge> => {
      const searchWith = await search();
      return createKnowledge({ policies: texts, synonyms, cutter, ...(searchWith && { searchWith }) });
    };
    const find = async (
      knowledge: Knowledge,
      question: string,
      more: { on?: string; audience?: "staff"; limit?: number } = {},
    ) => {
      const found = await knowledge.retriever({ language: "zh-Hans", on: ON, limit: 5, ...more });
      return (await found.invoke(question)).map(({ metadata }) => metadata);
    };

    it("finds the clause that speaks of the question, with where its text stands", async () => {
      const [first] = await find(await over(), "卡被取款机吞了怎么取回");
      expect(first).toMatchObject({
        policy: "swallowed-card",
        clause: "1",
        version: "2.0",
        effectiveFrom: "2026-01-01",
      });
    });

    it("gives text in force on the day, and no other", async () => {
      const knowledge = await over();
      const versions = async (on: string) =>
        (await find(knowledge, "卡被吞了怎么取回", { on })).map((one) => one.version);
      expect(await versions("2025-06-01")).not.toContain("2.0");
      expect(await find(knowledge, "夜间转账几点到账")).not.toContainEqual(
        expect.objectContaining({ policy: "night-transfer" }),
      );
    });

    it("never gives customers what is meant for staff", async () => {
      const knowledge = await over();
      const named = (found: { policy: string }[]) => found.map(({ policy }) => policy);
      expect(named(await find(knowledge, "坐席的补偿权限是多少"))).not.toContain("compensation");
      expect(named(await find(knowledge, "坐席的补偿权限是多少", { audience: "staff" }))).toContain("compensation");
    });

    it("keeps regions and places apart", async () => {
      const fee = policies.find(({ id }) => id === "annual-fee");
      if (!fee) throw new Error("the fixture is missing");
      const knowledge = await over([
        { ...fee, id: "north-fee", regions: ["north"] },
        { ...fee, id: "counter-fee", venues: ["branch-counter"] },
      ]);
      const found = await knowledge.retriever({ language: "zh-Hans", on: ON, venue: "mobile-app" });
      expect(await found.invoke("信用卡年费多少")).toEqual([]);
    });

    it("gives each clause once, at most as many as wanted, with probabilities that together are one at most", async () => {
      const found = await find(await over(), "吞卡 年费 汇款 停车", { limit: 3 });
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found.map(({ policy, clause }) => `${policy}#${clause}`)).size).toBe(found.length);
      const sum = found.reduce((total, { score }) => total + score, 0);
      expect(sum).toBeGreaterThanOrEqual(0);
      expect(sum).toBeLessThanOrEqual(1 + 1e-6);
    });

    it("leads to answers whose quotes stand literally in the clause, and to none about something else", async () => {
      const knowledge = await over();
      const answer = await knowledge.answer("白金卡年费多少", { language: "zh-Hans", on: ON });
      if (answer.kind !== "found") throw new Error(answer.kind);
      for (const { policy, clause, quote } of answer.citations)
        expect(knowledge.clause(policy, clause, "zh", ON)?.body).toContain(quote);
      expect((await knowledge.answer("世界杯谁赢了", { language: "zh-Hans", on: ON })).kind).toBe("unknown");
    });

    it.each(["", "   ", "\u0000", "？？？", "啊".repeat(100_000)])(
      "has nothing against any words: %#",
      async (question) => {
        expect(Array.isArray(await find(await over(), question))).toBe(true);
      },
    );
  });
}
