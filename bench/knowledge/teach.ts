/** The policies of a bank as the training sees them: every clause with its ways of asking and the pieces of its text. */
import type { Questions } from "../../src/knowledge/asked.ts";
import { askedName, textsOf } from "../../src/knowledge/entries.ts";
import type { Sounds } from "../../src/knowledge/learned/sounds.ts";
import { featuresOf } from "../../src/knowledge/learned/vectors.ts";
import { MeaningFinder, type Synonyms } from "../../src/knowledge/meanings.ts";
import type { Policy } from "../../src/knowledge/policies.ts";
import { simplified } from "../../src/knowledge/question.ts";
import { plainQuestion, units } from "../../src/knowledge/words.ts";
import type { Taught } from "./train.ts";

export function teach(policies: readonly Policy[], asked: Questions, synonyms: Synonyms, sounds: Sounds): Taught[] {
  const finder = new MeaningFinder(synonyms);
  const read = (text: string) => {
    const found = units(simplified(plainQuestion(text)));
    return featuresOf(
      found,
      finder.find(found).map(({ token }) => token),
      sounds,
    );
  };
  const clauses = new Map<string, Taught>();
  for (const policy of policies) {
    for (const clause of policy.clauses) {
      const name = askedName(policy.file, clause.number);
      const one = clauses.get(name) ?? { questions: (asked.get(name) ?? []).map(read), texts: [] };
      one.questions.push(...clause.questions.map(read));
      one.texts.push(...textsOf({ policy, clause }).map(read));
      clauses.set(name, one);
    }
  }
  return [...clauses.values()];
}
