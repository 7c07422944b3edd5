/** The plain peer: hashed runs of characters and words, one logistic regression, no rules, no lexicon. */

import { featuresOf } from "../../src/reading/offline/learned/features.ts";
import { HEADS } from "../../src/reading/offline/learned/heads.ts";
import { scoresOf } from "../../src/reading/offline/learned/weights.ts";
import { toPlain } from "../../src/reading/offline/plain.ts";
import { Hits } from "../../src/reading/offline/scan.ts";
import type { Labelled } from "./messages.ts";
import { labelsOf, train } from "./train.ts";

/** Class names of each head for each of `unseen`, learnt from `practice`. */
export function plainLinear(practice: readonly Labelled[], unseen: readonly Labelled[]): Map<string, string[]> {
  const none = new Hits();
  const view = ({ text }: Labelled) => featuresOf(toPlain(text).text, none, []);
  const weights = train(practice.map((message) => ({ views: [view(message)], labels: labelsOf(message) })));
  const said = new Map<string, string[]>(HEADS.map(({ name }) => [name, []]));
  for (const message of unseen) {
    const scores = scoresOf(view(message), weights);
    for (const { name, classes, offset } of HEADS) {
      let best = 0;
      for (let n = 1; n < classes.length; n += 1)
        if ((scores[offset + n] ?? 0) > (scores[offset + best] ?? 0)) best = n;
      said.get(name)?.push(classes[best] ?? "none");
    }
  }
  return said;
}
