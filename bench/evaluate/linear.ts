/** The plain peer: hashed runs of characters and words, one logistic regression, no rules, no lexicon. */

import { BUCKETS, type Features, featuresOf } from "../../src/reading/offline/learned/features.ts";
import { HEADS, WIDTH } from "../../src/reading/offline/learned/heads.ts";
import { toPlain } from "../../src/reading/offline/plain.ts";
import { Hits } from "../../src/reading/offline/scan.ts";
import type { Labelled } from "./messages.ts";
import { classWeights, labelsOf, mulberry } from "./train.ts";

const EPOCHS = 20;
const RATE = 0.5;
const DECAY = 1e-4;

interface Regression {
  w: Float32Array;
  bias: Float32Array;
}

function scoresBy({ runs, share }: Pick<Features, "runs" | "share">, { w, bias }: Regression): Float32Array {
  const sums = bias.slice();
  for (const bucket of runs) {
    const from = bucket * WIDTH;
    for (let c = 0; c < WIDTH; c += 1) sums[c] = (sums[c] ?? 0) + (w[from + c] ?? 0) * share;
  }
  return sums;
}

function regression(examples: readonly { view: Features; labels: number[] }[], seed = 7): Regression {
  const w = new Float32Array(BUCKETS * WIDTH);
  const squares = new Float32Array(BUCKETS * WIDTH).fill(0.1);
  const bias = new Float32Array(WIDTH);
  const sums = new Float32Array(WIDTH);
  const errors = new Float32Array(WIDTH);
  const random = mulberry(seed);
  const weightOf = classWeights(examples);
  const order = Array.from(examples.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const swap = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = swap;
    }
    for (const n of order) {
      const example = examples[n];
      if (!example) continue;
      learn(example.view, example.labels);
    }
  }
  return { w, bias };

  function learn({ runs, share }: Features, labels: readonly number[]): void {
    sums.set(scoresBy({ runs, share }, { w, bias }));
    for (const [h, { classes, offset }] of HEADS.entries()) {
      const label = labels[h] ?? -1;
      let top = -Infinity;
      for (let c = 0; c < classes.length; c += 1) top = Math.max(top, sums[offset + c] ?? 0);
      let total = 0;
      for (let c = 0; c < classes.length; c += 1) total += Math.exp((sums[offset + c] ?? 0) - top);
      for (let c = 0; c < classes.length; c += 1) {
        const p = Math.exp((sums[offset + c] ?? 0) - top) / total;
        errors[offset + c] = label < 0 ? 0 : (p - (c === label ? 1 : 0)) * (weightOf[offset + label] ?? 1);
      }
    }
    for (let c = 0; c < WIDTH; c += 1) bias[c] = (bias[c] ?? 0) - 0.01 * (errors[c] ?? 0);
    for (const bucket of runs) {
      const from = bucket * WIDTH;
      for (let c = 0; c < WIDTH; c += 1) {
        const error = errors[c] ?? 0;
        if (Math.abs(error) < 1e-3) continue;
        const gradient = error * share + DECAY * (w[from + c] ?? 0);
        const square = (squares[from + c] ?? 0) + gradient * gradient;
        squares[from + c] = square;
        w[from + c] = (w[from + c] ?? 0) - (RATE * gradient) / Math.sqrt(square);
      }
    }
  }
}

/** Class names of each head for each of `unseen`, learnt from `practice`. */
export function plainLinear(practice: readonly Labelled[], unseen: readonly Labelled[]): Map<string, string[]> {
  const none = new Hits();
  const view = ({ text }: Labelled) => featuresOf(toPlain(text).text, none, []);
  const learnt = regression(practice.map((message) => ({ view: view(message), labels: labelsOf(message) })));
  const said = new Map<string, string[]>(HEADS.map(({ name }) => [name, []]));
  for (const message of unseen) {
    const scores = scoresBy(view(message), learnt);
    for (const { name, classes, offset } of HEADS) {
      let best = 0;
      for (let n = 1; n < classes.length; n += 1)
        if ((scores[offset + n] ?? 0) > (scores[offset + best] ?? 0)) best = n;
      said.get(name)?.push(classes[best] ?? "none");
    }
  }
  return said;
}
