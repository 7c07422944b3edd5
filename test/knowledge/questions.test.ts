import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Language } from "../../src/flows/reading.ts";
import { createKnowledge, RELEVANCE_FLOOR } from "../../src/knowledge/answer.ts";
import { loadSynonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies } from "../../src/knowledge/policies.ts";

const Question = z.strictObject({ q: z.string(), language: Language.default("zh-Hans") });
const Questions = z.strictObject({
  answerable: z.array(Question.extend({ right: z.array(z.string()).min(1) })),
  unanswerable: z.array(Question),
});

const { answerable, unanswerable } = Questions.parse(parse(readFileSync("test/knowledge/questions.yaml", "utf8")));
const { policies } = loadPolicies("bank/policies");
const { synonyms, problems } = loadSynonyms("bank/synonyms.yaml");
const knowledge = createKnowledge({ policies, synonyms });
const on = "2026-11-21";
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

describe("the example bank's policies and synonyms", () => {
  it("hold every clause that a question is answered by", () => {
    expect(problems).toEqual([]);
    const clauses = new Set(policies.flatMap(({ id, clauses }) => clauses.map(({ number }) => `${id}#${number}`)));
    const missing = answerable.flatMap(({ right }) => right).filter((name) => !clauses.has(name));
    expect(missing).toEqual([]);
  });

  it("are not asked with their own typical questions", () => {
    const typical = new Set(policies.flatMap(({ clauses }) => clauses.flatMap(({ questions }) => questions)));
    expect(answerable.filter(({ q }) => typical.has(q))).toEqual([]);
  });
});

describe("questions as customers put them", () => {
  it("find their clause among five, mostly first, and are answered with it", async () => {
    let first = 0;
    let five = 0;
    let cited = 0;
    let refused = 0;
    for (const { q, language, right } of answerable) {
      const found = await (await knowledge.retriever({ language, on })).invoke(q);
      const place = found.findIndex(({ metadata }) => right.includes(`${metadata.policy}#${metadata.clause}`));
      if (place === 0) first += 1;
      if (place >= 0) five += 1;
      const answer = await knowledge.answer(q, { language, on });
      if (answer.kind === "unknown") refused += 1;
      if (answer.kind === "found" && answer.citations.some((c) => right.includes(`${c.policy}#${c.clause}`)))
        cited += 1;
    }
    const all = answerable.length;
    console.log(
      `${all} answerable: recall@5 ${percent(five, all)}, first right ${percent(first, all)}, ` +
        `right clause cited ${percent(cited, all)}, wrongly refused ${percent(refused, all)}`,
    );
    expect(five / all).toBeGreaterThanOrEqual(0.95);
    expect(first / all).toBeGreaterThanOrEqual(0.7);
    expect(cited / all).toBeGreaterThanOrEqual(0.8);
    expect(refused / all).toBeLessThanOrEqual(0.06);
  });

  it("are refused when no policy speaks of them", async () => {
    let refused = 0;
    for (const { q, language } of unanswerable) {
      if ((await knowledge.answer(q, { language, on })).kind === "unknown") refused += 1;
    }
    const all = unanswerable.length;
    console.log(`${all} unanswerable: refused ${percent(refused, all)} at a floor of ${RELEVANCE_FLOOR}`);
    expect(refused / all).toBeGreaterThanOrEqual(0.9);
  });
});

describe("what is meant for staff", () => {
  it("is never cited to a customer, even asked for in its own words", async () => {
    const staff = policies.filter(({ audience }) => audience === "staff");
    const questions = staff.flatMap(({ clauses }) => clauses.flatMap((each) => [each.heading, ...each.questions]));
    expect(questions.length).toBeGreaterThan(0);
    const secret = new Set(staff.map(({ id }) => id));
    for (const question of questions) {
      const found = await (await knowledge.retriever({ language: "zh-Hans", on, limit: 40 })).invoke(question);
      expect(found.filter(({ metadata }) => secret.has(metadata.policy))).toEqual([]);
    }
  });
});

describe("every quotation", () => {
  it("stands literally in the clause it is taken from, in a file of the bank", async () => {
    const files = new Map(policies.map(({ file }) => [file, readFileSync(file, "utf8")]));
    let quotes = 0;
    for (const policy of policies) {
      const language = policy.language === "en" ? "en" : "zh-Hans";
      for (const question of policy.clauses.flatMap(({ questions, heading }) => [...questions, heading])) {
        const answer = await knowledge.answer(question, { language, on, audience: "staff" });
        if (answer.kind !== "found") continue;
        for (const citation of answer.citations) {
          const source = knowledge.clause(citation.policy, citation.clause, citation.language, on, "staff");
          expect(source?.hash).toBe(citation.hash);
          expect(source?.body).toContain(citation.quote);
          expect(citation.quote.trim()).not.toBe("");
          expect([...files.values()].some((text) => text.includes(citation.quote))).toBe(true);
          quotes += 1;
        }
      }
    }
    expect(quotes).toBeGreaterThan(1000);
  });
});
