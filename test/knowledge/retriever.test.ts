import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import { afterEach, describe, expect, it } from "vitest";
import { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies } from "../../src/knowledge/policies.ts";
import { PolicyRetriever } from "../../src/knowledge/retriever.ts";
import { builtIn } from "../../src/knowledge/search.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const index = new ClauseIndex(policies, synonyms);
const filter = { on: "2026-11-21", language: "zh-Hans", audience: "customer" } as const;

describe("the policies as a LangChain retriever", () => {
  it("give documents that say where their text stands and from when it holds", async () => {
    const retriever = new PolicyRetriever({ search: builtIn(index), ...filter });
    expect(retriever).toBeInstanceOf(BaseRetriever);
    const [first] = await retriever.invoke("卡被机器吃了怎么取回");
    expect(first).toBeInstanceOf(Document);
    expect(first?.pageContent).toContain("当场开机取卡");
    expect(first?.metadata).toEqual({
      policy: "swallowed-card",
      clause: "1",
      title: "吞卡办法",
      heading: "卡被吞了怎么取回",
      version: "2.0",
      effectiveFrom: "2026-01-01",
      effectiveTo: null,
      audience: "customer",
      language: "zh",
      score: expect.any(Number),
      about: expect.any(Number),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("come best first, at most as many as wanted, with scores between 0 and 1", async () => {
    const scores = async (limit: number) =>
      (await new PolicyRetriever({ search: builtIn(index), ...filter, limit }).invoke("吞卡 年费 汇款 停车")).map(
        (d) => d.metadata.score,
      );
    expect(await scores(2)).toHaveLength(2);
    expect((await scores(5)).length).toBeGreaterThan(2);
    for (const score of await scores(5)) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it("prefer the line of business that the conversation is about", async () => {
    const score = async (business: "credit-card" | null) => {
      const found = await new PolicyRetriever({ search: builtIn(index), ...filter, business }).invoke(
        "年费和汇款手续费",
      );
      return found.find((document) => document.metadata.policy === "annual-fee")?.metadata.score ?? 0;
    };
    expect(await score("credit-card")).toBeGreaterThan(await score(null));
  });

  it("find by single characters what shares no word with any clause", async () => {
    const found = await new PolicyRetriever({ search: builtIn(index), ...filter }).invoke("汇往外国收取");
    expect(found.map((document) => document.metadata.policy)).toContain("remittance");
  });
});

describe("the words of customers", () => {
  const tracing = process.env.LANGSMITH_TRACING;
  afterEach(() => {
    if (tracing === undefined) delete process.env.LANGSMITH_TRACING;
    else process.env.LANGSMITH_TRACING = tracing;
  });

  it("don't leave the process, even where LangChain is told by its environment to trace", async () => {
    process.env.LANGSMITH_TRACING = "true";
    const seen: string[] = [];
    const handler = { handleRetrieverStart: (_: unknown, question: string) => void seen.push(question) };
    const retriever = new PolicyRetriever({ search: builtIn(index), ...filter });
    retriever.callbacks = [handler];
    expect(await retriever.invoke("卡被吞了怎么取回")).not.toEqual([]);
    expect(seen).toEqual([]);
  });
});
