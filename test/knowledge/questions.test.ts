import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { questionsOf } from "../../bench/knowledge/questions.ts";
import { loadContent } from "../../src/content.ts";
import { createKnowledge } from "../../src/knowledge/answer.ts";

const questions = [...questionsOf("practice"), ...questionsOf("unseen"), ...questionsOf("everyday")];
const practised = questionsOf("practice");
const answerable = practised.filter(({ right }) => right.length > 0);
const unanswerable = practised.filter(({ right }) => right.length === 0);
const { content, problems } = loadContent("bank");
if (!content) throw new Error("the bank's folder has mistakes");
const { policies, asked, synonyms, keepIn } = content;
const knowledge = createKnowledge({ policies, asked, synonyms, regions: content.bank.profile.regions, keepIn });
const on = "2026-11-21";
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

describe("the example bank's policies and synonyms", () => {
  it("hold every clause that a question is answered by", () => {
    expect(problems).toEqual([]);
    const clauses = new Set(policies.flatMap(({ id, clauses }) => clauses.map(({ number }) => `${id}#${number}`)));
    const missing = questions.flatMap(({ right }) => right).filter((name) => !clauses.has(name));
    expect(missing).toEqual([]);
  });

  it("are not asked with their own typical questions", () => {
    const own = policies.flatMap(({ clauses }) => clauses.flatMap(({ questions: typical }) => typical));
    const typical = new Set([...own, ...[...asked.read().values()].flat()]);
    const measured = [...practised, ...questionsOf("unseen")];
    expect(measured.filter(({ q }) => typical.has(q))).toEqual([]);
  });
});

describe("questions as customers put them", () => {
  it("find their clause among five, mostly first, and are answered with it", async () => {
    let first = 0;
    let five = 0;
    let cited = 0;
    let refused = 0;
    for (const { q, language, right, on, region } of answerable) {
      const options = { language, on, ...(region !== undefined && { region }) };
      const found = await (await knowledge.retriever(options)).invoke(q);
      const place = found.findIndex(({ metadata }) => right.includes(`${metadata.policy}#${metadata.clause}`));
      if (place === 0) first += 1;
      if (place >= 0) five += 1;
      const answer = await knowledge.answer(q, options);
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
    expect(first / all).toBeGreaterThanOrEqual(0.8);
    expect(cited / all).toBeGreaterThanOrEqual(0.6);
    expect(refused / all).toBeLessThanOrEqual(0.1);
  });

  it("are refused when no policy speaks of them", async () => {
    let refused = 0;
    for (const { q, language, on } of unanswerable) {
      if ((await knowledge.answer(q, { language, on })).kind === "unknown") refused += 1;
    }
    const all = unanswerable.length;
    console.log(`${all} unanswerable: refused ${percent(refused, all)}`);
    // Two thirds of these are next to a policy on purpose: see the readme of the questions.
    expect(refused / all).toBeGreaterThanOrEqual(0.84);
  });
});

describe("what every bank is asked most", () => {
  it("is answered with its clause, or with where to look, and seldom asked back", async () => {
    const everyday = questionsOf("everyday");
    const told: string[] = [];
    const wrong: string[] = [];
    for (const { q, language, right } of everyday) {
      const answer = await knowledge.answer(q, { language, on });
      const known = answer.kind === "unknown" ? answer.known : undefined;
      const shown = answer.kind === "found" ? answer.citations : known ? [known] : [];
      if (shown.some(({ policy, clause }) => right.includes(`${policy}#${clause}`))) told.push(q);
      else if (shown.length > 0) wrong.push(q);
    }
    console.log(
      `${everyday.length} everyday: told ${percent(told.length, everyday.length)}, wrongly ${wrong.join(", ")}`,
    );
    expect(told).toEqual(expect.arrayContaining(["卡被吞了怎么办", "取款机把我卡吃了", "定期利率是多少"]));
    expect(told.length / everyday.length).toBeGreaterThanOrEqual(0.85);
    expect(wrong.length / everyday.length).toBeLessThanOrEqual(0.02);
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
  }, 120_000);
});
