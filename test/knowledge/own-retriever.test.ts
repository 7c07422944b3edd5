import { resolve } from "node:path";
import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../src/knowledge/answer.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadRetriever, withRetriever } from "../../src/knowledge/own-retriever.ts";
import { loadPolicies } from "../../src/knowledge/policies.ts";
import { knowledgeSettings } from "../../src/knowledge/settings.ts";
import { jiebaCutter } from "../../src/knowledge/words.ts";
import { retrieverContract } from "../contracts/retriever.ts";

const EXAMPLE = "examples/retriever/memory-store.ts";
const failed = (error: unknown) => {
  throw error;
};

retrieverContract({ name: "built-in", search: async () => undefined });
retrieverContract({
  name: "the example's vector store",
  search: async () => {
    const make = await loadRetriever(resolve(EXAMPLE));
    return (index, search) => withRetriever(index, search, { make, failed });
  },
});

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const cutter = jiebaCutter();
const today = { language: "zh-Hans", on: "2026-11-21" } as const;

/** A knowledge over what a bank's retriever says, whatever that is. */
function over(find: () => Promise<unknown>) {
  const errors: unknown[] = [];
  const knowledge = createKnowledge({
    policies,
    synonyms,
    cutter,
    searchWith: (index, search) =>
      withRetriever(index, search, { make: async () => find, failed: (error) => errors.push(error) }),
  });
  return { knowledge, errors };
}
const document = (metadata: Record<string, unknown>, pageContent = "") => new Document({ pageContent, metadata });

describe("a bank's own retriever", () => {
  it("decides what is found; what is quoted is the clause's own text", async () => {
    const { knowledge } = over(async () => [
      document({ policy: "parking", clause: 1, score: 0.9 }, "停车永远免费，全部赔偿。"),
    ]);
    const answer = await knowledge.answer("开车来的放哪", today);
    expect(answer).toMatchObject({ kind: "found", citations: [{ policy: "parking", clause: "1" }], score: 0.9 });
    expect(JSON.stringify(answer)).not.toContain("永远免费");
  });

  it("cannot make customers see what is not for them, not in force, or not there", async () => {
    const { knowledge, errors } = over(async () => [
      document({ policy: "compensation", clause: "1", score: 0.9 }),
      document({ policy: "night-transfer", clause: "1", score: 0.9 }),
      document({ policy: "invented", clause: "1", score: 0.9 }),
    ]);
    expect((await knowledge.answer("坐席的补偿权限是多少", today)).kind).toBe("unknown");
    expect(errors).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["an error", () => Promise.reject(new Error("down"))],
    ["no documents", async () => "<html>"],
    ["documents without a clause", async () => [document({ source: "x.pdf" })]],
  ])("that gives %s is replaced by the built-in search, and that is said", async (_, find) => {
    const { knowledge, errors } = over(find);
    expect(await knowledge.answer("白金卡年费多少", today)).toMatchObject({
      kind: "found",
      citations: [{ policy: "annual-fee" }],
    });
    expect(errors).toHaveLength(1);
  });

  it("is not asked through LangChain's callbacks, which may send the words elsewhere", async () => {
    class Spy extends BaseRetriever {
      lc_namespace = ["test"];
      override async _getRelevantDocuments() {
        return [document({ policy: "annual-fee", clause: "1" })];
      }
      override invoke(): never {
        throw new Error("callbacks");
      }
    }
    const spy = new Spy();
    const { knowledge, errors } = over(() => spy._getRelevantDocuments());
    expect((await knowledge.answer("白金卡年费多少", today)).kind).toBe("found");
    expect(errors).toEqual([]);
  });
});

describe("the settings", () => {
  it("name what can't be used, and never the value", () => {
    const problems = (given: Record<string, string>) => knowledgeSettings(given).problems;
    expect(problems({})).toEqual([]);
    expect(problems({ TINGSU_RETRIEVER: EXAMPLE })).toEqual([]);
    expect(problems({ TINGSU_RETRIEVER: "nowhere.ts" })).toEqual([
      "TINGSU_RETRIEVER: expected a file such as bank/retriever.ts",
    ]);
    expect(problems({ TINGSU_COMPOSE: "perhaps" })).toEqual(["TINGSU_COMPOSE: expected true or false"]);
    expect(problems({ TINGSU_EMBEDDING_KEY: "secret" }).join()).toMatch(/^TINGSU_EMBEDDING_NAME: expected/);
    expect(problems({ TINGSU_EMBEDDING_NAME: "e" }).join()).toMatch(/^TINGSU_EMBEDDING_URL: expected/);
    const far = { TINGSU_EMBEDDING_NAME: "e", TINGSU_EMBEDDING_URL: "https://far.example/v1" };
    expect(problems(far).join()).toMatch(/^TINGSU_EMBEDDING_URL: expected a host on this machine/);
    expect(problems({ ...far, TINGSU_MODEL_HOSTS: "far.example" })).toEqual([]);
  });

  it("a module that is no retriever is named", async () => {
    await expect(loadRetriever(resolve("src/knowledge/best.ts"))).rejects.toThrow(
      /best\.ts: expected a default export/,
    );
  });
});
