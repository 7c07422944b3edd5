/**
 * Trains the small weights of the offline reader on the practice messages: `npm run train`. The same messages give
 * the same file. Each net has one hidden layer that all heads share, and one head for each thing decided; what the
 * rules found is part of what it sees.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { loadContent } from "../../src/content.ts";
import type { RiskSlug } from "../../src/flows/reading.ts";
import { RiskSlug as Slugs } from "../../src/flows/reading.ts";
import { detectPersonal } from "../../src/privacy/detect.ts";
import { digitsIn } from "../../src/privacy/detect-spoken.ts";
import { BUCKETS, type Features, FOUND_SHARE, featuresOf } from "../../src/reading/offline/learned/features.ts";
import { HEADS, WIDTH } from "../../src/reading/offline/learned/heads.ts";
import { opinionsOf } from "../../src/reading/offline/learned/judge.ts";
import { bytesOf, classScores, HIDDEN, NETS, UNITS, type Weights } from "../../src/reading/offline/learned/weights.ts";
import { createRuleReader } from "../../src/reading/offline/rules.ts";
import { allMessages, type Labelled } from "./messages.ts";

export interface Example {
  /** With the rules' opinions, and without: the weights must not lean on the rules alone. */
  views: Features[];
  /** Index of the right class for each head; -1 where the message does not say. */
  labels: number[];
}

const EPOCHS = 12;
/** Of the first and of the last epoch, evenly less between. */
const RATE = 0.05;
const LEAST_RATE = 0.002;
const DECAY = { inner: 1e-5, outer: 1e-4 };
/** Share of a message's features that is left out each time it is seen, so that no single word decides. */
const LEFT_OUT = 0.35;
/** How far rare classes are made up for: 0 not at all, 1 wholly. A risk less, since a false alarm costs something too. */
const EVENING = { axes: 0.7, risks: 0.5 };
/** Bounds of a class's weight in learning. */
const LEAST = 0.4;
const MOST = 4;

/** A small generator, so that the same messages give the same weights. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The rule reader as the product makes it. */
export function ruleReader(): ReturnType<typeof createRuleReader> {
  const { content } = loadContent(join(import.meta.dirname, "../../bank"));
  if (!content) throw new Error("the bank's folder has mistakes");
  const riskPhrases = Slugs.options.map((slug: RiskSlug) => ({ slug, phrases: content.bank.risks[slug].phrases }));
  return createRuleReader({ detectPersonal, digitsIn, riskPhrases });
}

/** Files labelled for one thing only say nothing of the rest. */
const ONLY_ORDERS = /^inj/;

function labelOf(message: Labelled, head: (typeof HEADS)[number]): number {
  const { name, classes } = head;
  if (ONLY_ORDERS.test(message.id) && name !== "act" && name !== "injection") return -1;
  if (message.unknown.some((label) => label === (name.startsWith("risk.") ? "risks" : name))) return -1;
  const index = (value: string | null) => classes.indexOf(value ?? "none");
  switch (name) {
    case "act":
      return index(message.act);
    case "business":
      return index(message.business);
    case "reason":
      return index(message.reason);
    case "venue":
      return index(message.venue);
    case "emotion":
      return message.emotion;
    case "abuse":
      return message.abuse;
    case "need":
      return index(message.need);
    case "injection":
      return message.injection ? 1 : 0;
    default:
      return message.risks.some(({ slug }) => name === `risk.${slug}`) ? 1 : 0;
  }
}

export const labelsOf = (message: Labelled): number[] => HEADS.map((head) => labelOf(message, head));

export function examplesOf(messages: readonly Labelled[], read: ReturnType<typeof createRuleReader>): Example[] {
  return messages.map((message) => {
    const { reading, plain, hits } = read(message.text, { at: message.at, zone: "Asia/Shanghai" });
    return {
      views: [featuresOf(plain, hits, opinionsOf(reading)), featuresOf(plain, hits, [])],
      labels: labelsOf(message),
    };
  });
}

/** A rare class counts more: to miss a scam is worse than to miss one more complaint about a queue. */
export function classWeights(examples: readonly Pick<Example, "labels">[]): Float32Array {
  const counts = new Float32Array(WIDTH);
  for (const { labels } of examples)
    for (const [h, { offset }] of HEADS.entries()) {
      const label = labels[h] ?? -1;
      if (label >= 0) counts[offset + label] = (counts[offset + label] ?? 0) + 1;
    }
  const weights = new Float32Array(WIDTH).fill(1);
  for (const { name, classes, offset } of HEADS) {
    const evening = name.startsWith("risk.") ? EVENING.risks : EVENING.axes;
    const total = classes.reduce((sum, _, c) => sum + (counts[offset + c] ?? 0), 0);
    for (let c = 0; c < classes.length; c += 1) {
      const even = total / classes.length / Math.max(1, counts[offset + c] ?? 0);
      weights[offset + c] = Math.min(MOST, Math.max(LEAST, even ** evening));
    }
  }
  return weights;
}

/** One layer and what AdaGrad keeps of its gradients. */
interface Layer {
  values: Float32Array;
  squares: Float32Array;
}
const layer = (size: number, random: () => number): Layer => ({
  values: Float32Array.from({ length: size }, () => (random() - 0.5) * 0.2),
  squares: new Float32Array(size).fill(0.01),
});

/** One net of `UNITS`; another seed sees the messages in another order and begins elsewhere. */
export function trainNet(examples: readonly Example[], seed: number): Weights {
  const random = mulberry(seed);
  const inner = layer(BUCKETS * UNITS, random);
  const outer = layer(WIDTH * UNITS, random);
  const innerBias = new Float32Array(UNITS);
  const bias = new Float32Array(WIDTH);
  const hidden = new Float32Array(UNITS);
  const errors = new Float32Array(WIDTH);
  const slopes = new Float32Array(UNITS);
  const weightOf = classWeights(examples);
  const order = Array.from(examples.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE * (1 - epoch / EPOCHS) + LEAST_RATE;
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const swap = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = swap;
    }
    for (const n of order) {
      const example = examples[n];
      if (!example) continue;
      const view = example.views[random() < 0.2 ? 1 : 0] ?? example.views[0];
      if (view) learn(view, example.labels, rate);
    }
  }
  return quantised();

  function learn({ runs, share, found }: Features, labels: readonly number[], rate: number): void {
    const kept: { from: number; value: number }[] = [];
    const keep = (bucket: number, value: number) => {
      if (random() >= LEFT_OUT) kept.push({ from: bucket * UNITS, value });
    };
    for (const bucket of runs) keep(bucket, share);
    for (const bucket of found) keep(bucket, FOUND_SHARE);
    hidden.set(innerBias);
    for (const { from, value } of kept) {
      const scaled = value / (1 - LEFT_OUT);
      for (let k = 0; k < UNITS; k += 1) hidden[k] = (hidden[k] ?? 0) + (inner.values[from + k] ?? 0) * scaled;
    }
    for (let k = 0; k < UNITS; k += 1) hidden[k] = Math.tanh(hidden[k] ?? 0);
    setErrors(classScores(hidden, outer.values, bias), labels);
    slopes.fill(0);
    for (let c = 0; c < WIDTH; c += 1) {
      const error = errors[c] ?? 0;
      if (Math.abs(error) < 1e-3) continue;
      bias[c] = (bias[c] ?? 0) - 0.01 * error;
      for (let k = 0; k < UNITS; k += 1) {
        const at = c * UNITS + k;
        slopes[k] = (slopes[k] ?? 0) + error * (outer.values[at] ?? 0);
        step(outer, at, error * (hidden[k] ?? 0) + DECAY.outer * (outer.values[at] ?? 0), rate);
      }
    }
    for (let k = 0; k < UNITS; k += 1) {
      slopes[k] = (slopes[k] ?? 0) * (1 - (hidden[k] ?? 0) ** 2);
      innerBias[k] = (innerBias[k] ?? 0) - 0.01 * (slopes[k] ?? 0);
    }
    for (const { from, value } of kept)
      for (let k = 0; k < UNITS; k += 1)
        step(inner, from + k, (slopes[k] ?? 0) * value + DECAY.inner * (inner.values[from + k] ?? 0), rate);
  }

  function step({ values, squares }: Layer, at: number, gradient: number, rate: number): void {
    const square = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = square;
    values[at] = (values[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
  }

  function setErrors(scores: Float32Array, labels: readonly number[]): void {
    for (const [h, { classes, offset }] of HEADS.entries()) {
      const label = labels[h] ?? -1;
      let top = -Infinity;
      for (let c = 0; c < classes.length; c += 1) top = Math.max(top, scores[offset + c] ?? 0);
      let total = 0;
      for (let c = 0; c < classes.length; c += 1) total += Math.exp((scores[offset + c] ?? 0) - top);
      for (let c = 0; c < classes.length; c += 1) {
        const p = Math.exp((scores[offset + c] ?? 0) - top) / total;
        errors[offset + c] = label < 0 ? 0 : (p - (c === label ? 1 : 0)) * (weightOf[offset + label] ?? 1);
      }
    }
  }

  function quantised(): Weights {
    const scale = new Float32Array(UNITS);
    for (const [at, value] of inner.values.entries()) {
      const k = at % UNITS;
      scale[k] = Math.max(scale[k] ?? 0, Math.abs(value));
    }
    for (let k = 0; k < UNITS; k += 1) scale[k] = (scale[k] ?? 0) / 127 || 1;
    const bytes = new Int8Array(inner.values.length);
    for (const [at, value] of inner.values.entries()) bytes[at] = Math.round(value / (scale[at % UNITS] ?? 1));
    return { bytes, scale, innerBias, outer: outer.values, bias };
  }
}

/** Nets side by side: each class's score is the mean of theirs. */
export function joined(nets: readonly Weights[]): Weights {
  const all: Weights = {
    bytes: new Int8Array(BUCKETS * HIDDEN),
    scale: new Float32Array(HIDDEN),
    innerBias: new Float32Array(HIDDEN),
    outer: new Float32Array(WIDTH * HIDDEN),
    bias: new Float32Array(WIDTH),
  };
  for (const [n, net] of nets.entries()) {
    const at = n * UNITS;
    all.scale.set(net.scale, at);
    all.innerBias.set(net.innerBias, at);
    for (let b = 0; b < BUCKETS; b += 1) all.bytes.set(net.bytes.subarray(b * UNITS, (b + 1) * UNITS), b * HIDDEN + at);
    for (let c = 0; c < WIDTH; c += 1) {
      for (let k = 0; k < UNITS; k += 1) all.outer[c * HIDDEN + at + k] = (net.outer[c * UNITS + k] ?? 0) / nets.length;
      all.bias[c] = (all.bias[c] ?? 0) + (net.bias[c] ?? 0) / nets.length;
    }
  }
  return all;
}

/** The weights that the practice messages and today's rules give. Each net learns in a thread of its own. */
export async function train(): Promise<Weights> {
  const seeds = Array.from({ length: NETS }, (_, n) => 7 + n);
  return joined(await Promise.all(seeds.map(inThread)));
}

/** One net from a thread; rejects with what went wrong there. */
function inThread(seed: number): Promise<Weights> {
  const preload = new URL("../../src/preload.mjs", import.meta.url).href;
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: seed, execArgv: ["--import", preload] });
    thread.once("message", resolve);
    thread.once("error", reject);
    // A thread that ends without its net would be waited for without end.
    thread.once("exit", () => reject(new Error(`the thread of seed ${seed} ended without a net`)));
  });
}

if (!isMainThread && typeof workerData === "number") {
  parentPort?.postMessage(trainNet(examplesOf(allMessages("practice"), ruleReader()), workerData));
} else if (import.meta.main) {
  const started = performance.now();
  const file = join(import.meta.dirname, "../../src/reading/offline/learned/weights.bin");
  writeFileSync(file, bytesOf(await train()));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const messages = allMessages("practice").length;
  process.stdout.write(`${messages} messages, ${seconds} s, ${(BUCKETS * HIDDEN) / 1e6} MB\n`);
}
