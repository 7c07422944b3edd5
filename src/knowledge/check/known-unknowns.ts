/** Known-unknowns that say there is no rule where one answers. */
import { createKnowledge } from "../answer.ts";
import { answeredAlready, saidOf } from "../answered-already.ts";
import type { Synonyms } from "../meanings.ts";
import type { Policy } from "../policies.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import type { Passage } from "./passages.ts";

export async function knownAnswered(
  passages: readonly Passage[],
  policies: readonly Policy[],
  synonyms: Synonyms,
  today: string,
): Promise<Finding[]> {
  const unknowns = Map.groupBy(
    passages.filter(({ policy }) => policy.kind === "known-unknown"),
    ({ policy }) => policy,
  );
  if (unknowns.size === 0) return [];
  // Without them: in a small folder a known-unknown changes how rare its words are.
  const rules = policies.filter(({ kind }) => kind === undefined);
  const knowledge = createKnowledge({ policies: rules, synonyms });
  const found: Finding[] = [];
  for (const [policy, own] of unknowns) {
    for (const answered of await answeredAlready(own, knowledge, today)) {
      const { zh, en } = saidOf(answered);
      const message = inWordsOf(policy, zh, en);
      found.push({ file: policy.file, line: answered.line, severity: "warning", check: "known-unknown", message });
    }
  }
  return found;
}
