/** Whether customers can find each clause: by its own typical questions, each hidden from the clause while it is asked. */
import { createKnowledge, type Knowledge } from "../answer.ts";
import type { Synonyms } from "../meanings.ts";
import type { Policy } from "../policies.ts";
import { plain } from "../words.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import type { Passage } from "./passages.ts";
import { meetFrom, sameScope } from "./validity.ts";

/** Among how many found clauses it must be. */
const PLACES = 5;

/**
 * Clauses none of whose questions finds them. In round N every clause is without its Nth question and is asked with it:
 * a handful of indexes instead of one for each question. A clause without questions is named when it is loaded.
 */
export async function notFound(
  passages: readonly Passage[],
  policies: readonly Policy[],
  synonyms: Synonyms,
  today: string,
): Promise<Finding[]> {
  const missing = new Set(passages.filter(({ clause }) => clause.questions.length > 0));
  for (let round = 0; missing.size > 0; round += 1) {
    const asked = [...missing].filter(({ clause }) => clause.questions.length > round);
    if (asked.length === 0) break;
    const knowledge = createKnowledge({ policies: policies.map((policy) => without(policy, round)), synonyms });
    for (const passage of asked) {
      const question = passage.clause.questions[round] ?? "";
      if (await finds(knowledge, question, passage, today)) missing.delete(passage);
    }
  }
  return [...missing].map(({ policy, clause, questionsLine }) => ({
    file: policy.file,
    line: questionsLine,
    severity: "warning",
    check: "not-found",
    message: inWordsOf(
      policy,
      `第${clause.number}条用自己的常问都找不到（不算那句本身，前${PLACES}条里没有它）；常问、标题和摘要请多用客户的说法`,
      `clause ${clause.number} is not among the first ${PLACES} for any of its questions (not counting the question itself); use customers' words in questions, heading and summary`,
    ),
  }));
}

/** The same typical question in two clauses that could answer the same customer. */
export function sameQuestions(passages: readonly Passage[], today: string): Finding[] {
  const known = new Map<string, Passage[]>();
  const found: Finding[] = [];
  for (const passage of passages) {
    const { clause } = passage;
    for (const question of clause.questions) {
      const key = plain(question).replace(/[\p{P}\s]/gu, "");
      const others = known.get(key) ?? [];
      const other = others.find((each) => each === passage || mixedUp(each, passage, today));
      if (other) found.push(twice(passage, question, other));
      known.set(key, [...others, passage]);
    }
  }
  return found;
}

function mixedUp(a: Passage, b: Passage, today: string): boolean {
  const versions = a.policy !== b.policy && a.policy.id === b.policy.id;
  return (
    !versions &&
    a.policy.language === b.policy.language &&
    sameScope(a.policy, b.policy) &&
    meetFrom(a.policy, b.policy, today)
  );
}

function twice({ policy, clause, questionsLine }: Passage, question: string, other: Passage): Finding {
  const place = `${other.policy.file}:${other.questionsLine}`;
  return {
    file: policy.file,
    line: questionsLine,
    severity: "warning",
    check: "same-question",
    message: inWordsOf(
      policy,
      `第${clause.number}条的常问“${question}”在${place}第${other.clause.number}条里也有`,
      `clause ${clause.number} asks "${question}", and so does clause ${other.clause.number} in ${place}`,
    ),
  };
}

async function finds(
  knowledge: Knowledge,
  question: string,
  { policy, clause }: Passage,
  today: string,
): Promise<boolean> {
  const { language, audience, effectiveFrom } = policy;
  const retriever = await knowledge.retriever({
    language: language === "en" ? "en" : "zh-Hans",
    on: effectiveFrom > today ? effectiveFrom : today,
    audience,
    limit: PLACES,
  });
  const found = await retriever.invoke(question);
  return found.some(({ metadata }) => metadata.hash === clause.hash);
}

function without(policy: Policy, round: number): Policy {
  const clauses = policy.clauses.map((clause) => ({
    ...clause,
    questions: clause.questions.filter((_, index) => index !== round),
  }));
  return { ...policy, clauses };
}
