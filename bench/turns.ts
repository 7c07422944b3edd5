/**
 * Turns a second with every commit on the disk, as a share of the bare commits SQLite does at the same moment:
 * raw, ours, raw, peer, and again. A turn is one customer's message accepted and answered.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pino from "pino";
import { loadContent } from "../src/content.ts";
import { createProduct } from "../src/product.ts";
import { createLive } from "../src/store/live.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { learnDialogue, openConversation, say } from "./dialogue.ts";
import { makeFolder } from "./folder.ts";
import { startPeer } from "./peer.ts";
import { type Figure, median, percentile, report } from "./print.ts";
import { createRawCommits } from "./raw-commits.ts";

const ROUNDS = 9;
const RAW = 600;
const ONE_AT_A_TIME = 30;
const TOGETHER = 200;

const { content, problems } = loadContent(join(import.meta.dirname, "../bank"));
if (!content) throw new Error(`${problems.length} mistakes in the bank's folder`);

const folder = makeFolder();
const store = await openSqliteStore({ file: join(folder.path, "tingsu.sqlite"), masterKey: randomBytes(32) });
const raw = createRawCommits(folder.path);
const { intake } = createProduct({
  content,
  store,
  live: createLive(),
  log: pino({ level: "silent" }),
  now: () => new Date().toISOString(),
  schedule: () => undefined,
});
const lines = await learnDialogue(intake, store);

/** Runs whole dialogues, `width` at once; returns turns a second. Opening the conversations is not counted. */
async function ours(count: number, width: number, latencies: number[]): Promise<number> {
  const conversations: string[] = [];
  for (let at = 0; at < count; at += 1) conversations.push(await openConversation(intake));
  const queue = conversations.values();
  const customer = async () => {
    for (const conversation of queue) {
      for (const line of lines) {
        const before = performance.now();
        await say(intake, conversation, line);
        latencies.push(performance.now() - before);
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: width }, customer));
  return (count * lines.length * 1000) / (performance.now() - started);
}

interface Series {
  rates: number[];
  ratios: number[];
}
const series = (): Series => ({ rates: [], ratios: [] });
const results = {
  raw: [] as number[],
  single: series(),
  together: series(),
  peerSingle: series(),
  peerTogether: series(),
};
const latency = { single: [] as number[], together: [] as number[] };

/** Bare commits before and after: their mean is the yardstick of what ran between. */
async function besideRaw(into: Series, run: () => Promise<number>): Promise<void> {
  const before = raw.measure(RAW);
  const rate = await run();
  const after = raw.measure(RAW);
  results.raw.push(before, after);
  into.rates.push(rate);
  into.ratios.push(rate / ((before + after) / 2));
}

const peer = await startPeer(join(folder.path, "peer.sqlite"), lines);
try {
  // One round of each before the measured ones: compiled queries, optimised code, files grown.
  await ours(ONE_AT_A_TIME, 1, []);
  await ours(TOGETHER, TOGETHER, []);
  if (peer.ready) {
    await peer.run(ONE_AT_A_TIME, 1);
    await peer.run(TOGETHER, TOGETHER);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    await besideRaw(results.single, () => ours(ONE_AT_A_TIME, 1, latency.single));
    if (peer.ready) await besideRaw(results.peerSingle, () => peer.run(ONE_AT_A_TIME, 1));
    await besideRaw(results.together, () => ours(TOGETHER, TOGETHER, latency.together));
    if (peer.ready) await besideRaw(results.peerTogether, () => peer.run(TOGETHER, TOGETHER));
  }
} finally {
  if (peer.ready) peer.stop();
  await store.close();
  raw.close();
  folder.remove();
}

const spread = (values: readonly number[]) => `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
function figuresOf(name: string, { rates, ratios }: Series, atLeast?: number): Figure[] {
  return [
    { name: `${name}: turns`, value: median(rates), unit: "a second" },
    {
      name: `${name}: of raw commits`,
      value: median(ratios),
      unit: "ratio",
      ...(atLeast === undefined ? {} : { goal: { atLeast } }),
      note: spread(ratios),
    },
  ];
}
const ratio = (a: Series, b: Series) => median(a.ratios) / median(b.ratios);
report(
  [
    {
      name: "raw durable commits",
      value: median(results.raw),
      unit: "a second",
      note: `${ROUNDS} rounds, medians; a dialogue has ${lines.length} turns`,
    },
    ...figuresOf("one conversation at a time", results.single, 0.15),
    { name: "one conversation at a time: a turn, p99", value: percentile(latency.single, 99), unit: "ms" },
    ...figuresOf(`${TOGETHER} conversations together`, results.together, 0.5),
    { name: `${TOGETHER} conversations together: a turn, p99`, value: percentile(latency.together, 99), unit: "ms" },
    ...(peer.ready
      ? [
          ...figuresOf(`${peer.name}, one at a time`, results.peerSingle),
          ...figuresOf(`${peer.name}, ${TOGETHER} together`, results.peerTogether),
          {
            name: `ours to ${peer.name}, one at a time`,
            value: ratio(results.single, results.peerSingle),
            unit: "ratio" as const,
          },
          {
            name: `ours to ${peer.name}, ${TOGETHER} together`,
            value: ratio(results.together, results.peerTogether),
            unit: "ratio" as const,
          },
        ]
      : []),
  ],
  peer.ready ? [] : [peer.why],
);
