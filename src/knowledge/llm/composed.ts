/** What a model is asked for when it puts an answer together from clauses: statements, each with the words it rests on. */
import { z } from "zod";
import type { PromptContract } from "../../model/prompts.ts";

/** Statements that are read; a customer wants an answer and no lecture. */
export const STATEMENTS = 4;

export const Composed = z.object({
  statements: z.array(
    z.object({
      /** One sentence to the customer. */
      text: z.string(),
      /** Number of the clause, from 1. */
      clause: z.number().int(),
      /** Copied from the clause, word for word. */
      quote: z.string(),
    }),
  ),
});
export type Statement = z.infer<typeof Composed>["statements"][number];

export const ANSWER_PROMPT: PromptContract = {
  name: "answer",
  inputs: { language: "value", question: "data", clauses: "data" },
  output: "composed",
};

/** An order of clauses by how well they answer. */
export const Ranked = z.object({ order: z.array(z.number().int()) });

export const RANK_PROMPT: PromptContract = {
  name: "rank",
  inputs: { question: "data", clauses: "data" },
  output: "ranked",
};
