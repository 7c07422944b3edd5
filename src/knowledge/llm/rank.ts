/** Clauses in the order a model finds best. Only those that were found, and only their order. */
import type { Model } from "../../model/model.ts";
import type { Prompt } from "../../model/prompts.ts";
import { inOrder, type Search } from "../search.ts";
import { Ranked } from "./composed.ts";

/** Clauses a model is shown. */
const SHOWN = 8;
const EXCERPT = 1500;

/** `prompt` is the file of RANK_PROMPT. Without an answer in time the order stays. */
export function rankedBy(search: Search, { model, prompt }: { model: Model; prompt: Prompt }): Search {
  return async (question, ask) => {
    const hits = await search(question, ask);
    const shown = hits.slice(0, SHOWN);
    if (!ask.turn || shown.length < 2) return hits;
    const clauses = shown.map(({ policy, clause }, n) => ({
      n: n + 1,
      title: policy.title,
      heading: clause.heading,
      summary: clause.summary,
    }));
    const asked = await model.ask({
      prompt,
      inputs: { question: question.slice(0, EXCERPT), clauses: JSON.stringify(clauses, null, 1) },
      schema: Ranked,
      language: ask.language,
      ...ask.turn,
    });
    if (!asked.ok) return hits;
    const named = asked.data.order.flatMap((n) => shown[n - 1] ?? []);
    return inOrder([...new Set([...named, ...hits])], hits);
  };
}
