/**
 * A known-unknown says that there is no rule. Where a rule in force answers one of its own questions, it would take the
 * rule's place whenever its wording is nearer: the rule is named.
 */
import type { Knowledge } from "./answer.ts";
import type { Passage } from "./check/passages.ts";

export interface AnsweredAlready {
  /** Of the questions in the known-unknown's file. */
  line: number;
  question: string;
  /** The clause that answers it. */
  policy: string;
  clause: string;
  title: string;
}

/** Each clause that answers, once for each clause of the known-unknown. `today`: ISO date in the bank's zone. */
export async function answeredAlready(
  passages: readonly Passage[],
  { answer }: Pick<Knowledge, "answer">,
  today: string,
): Promise<AnsweredAlready[]> {
  const found: AnsweredAlready[] = [];
  for (const { policy, clause, questionsLine } of passages) {
    if (policy.kind !== "known-unknown") continue;
    const { audience, regions, venues } = policy;
    const language = policy.language === "en" ? "en" : "zh-Hans";
    const on = policy.effectiveFrom > today ? policy.effectiveFrom : today;
    const named = new Set<string>();
    for (const region of regions ?? [undefined])
      for (const venue of venues ?? [undefined])
        for (const question of clause.questions) {
          const where = { ...(region !== undefined && { region }), ...(venue !== undefined && { venue }) };
          const got = await answer(question, { language, on, audience, rulesOnly: true, ...where });
          const rule = got.kind === "found" ? got.citations[0] : undefined;
          if (!rule || named.has(`${rule.policy} ${rule.clause}`)) continue;
          named.add(`${rule.policy} ${rule.clause}`);
          const { policy: id, clause: number, title } = rule;
          found.push({ line: questionsLine, question, policy: id, clause: number, title });
        }
  }
  return found;
}

/** What is told of it. */
export const saidOf = ({ question, policy, clause, title }: AnsweredAlready): { zh: string; en: string } => ({
  zh: `已有规定回答“${question}”：《${title}》第${clause}条（${policy}）。删去这个问法，或修改那一条`,
  en: `a rule answers "${question}" already: clause ${clause} of "${title}" (${policy}). Take the question out, or change that clause`,
});
