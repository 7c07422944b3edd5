/** Which of the bank's regions a question speaks of. */
import { simplified } from "./question.ts";
import { plainQuestion } from "./words.ts";

/** Words that tell a region, by its slug; as in bank.yaml. */
export type Regions = Readonly<Record<string, { words: readonly string[] }>>;

/** The region named in the words, the first of the list where there are several; undefined where there is none. */
export function regionIn(question: string, regions: Regions): string | undefined {
  const text = simplified(plainQuestion(question));
  return Object.keys(regions).find((slug) => regions[slug]?.words.some((word) => text.includes(word.toLowerCase())));
}
