/** What of a clause a question wants to see: by its words, rare ones first, and by the things it names. */
import type { ClauseIndex } from "./clause-index.ts";
import { simplified } from "./question.ts";
import type { Wanted } from "./quote.ts";
import { plain, plainQuestion } from "./words.ts";

export function wantedBy(index: ClauseIndex, question: string): Wanted {
  const features = index.features(question);
  const said = simplified(plainQuestion(question));
  return {
    weight(text) {
      const words = new Set(index.words(text));
      let sum = 0;
      for (const feature of features) {
        const met = feature.words.filter((word) => words.has(word)).length;
        sum += (feature.weight * met) / feature.words.length;
      }
      return sum;
    },
    names: (text) => text.length > 1 && said.includes(plain(text)),
  };
}
