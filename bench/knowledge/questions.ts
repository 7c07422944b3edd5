/** Questions with the clauses that answer them: test/fixtures/questions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Language } from "../../src/flows/reading.ts";
import type { Policy } from "../../src/knowledge/policies.ts";

const AskedQuestion = z.strictObject({
  q: z.string(),
  language: Language,
  /** policy#clause, best first; empty where no policy answers. */
  right: z.array(z.string()),
  on: z.iso.date().default("2026-11-21"),
  region: z.string().optional(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export function questionsOf(part: "unseen" | "practice" | "everyday"): AskedQuestion[] {
  const file = join(import.meta.dirname, "../../test/fixtures/questions", `${part}.jsonl`);
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => AskedQuestion.parse(JSON.parse(line)));
}

const TODAY = "2026-11-21";

/**
 * Policies with one typical question a clause, and the others as questions to them: short and plain, as most customers ask,
 * where the practice questions are in other words on purpose.
 */
export function heldOut(policies: readonly Policy[]): { policies: Policy[]; questions: AskedQuestion[] } {
  const current = policies.filter(
    ({ audience, effectiveFrom, effectiveTo = TODAY, regions }) =>
      audience === "customer" && effectiveFrom <= TODAY && effectiveTo >= TODAY && !regions,
  );
  return {
    policies: policies.map((policy) => ({
      ...policy,
      clauses: policy.clauses.map((clause) => ({ ...clause, questions: clause.questions.slice(0, 1) })),
    })),
    questions: current.flatMap(({ id, language, clauses }) =>
      clauses.flatMap(({ number, questions }) =>
        questions.slice(1).map((q) => ({
          q,
          language: language === "en" ? ("en" as const) : ("zh-Hans" as const),
          right: [`${id}#${number}`],
          on: TODAY,
        })),
      ),
    ),
  };
}
