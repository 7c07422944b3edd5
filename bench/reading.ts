/** The offline reader: how long it takes to load, what it holds, and how long one message takes. */
import { join } from "node:path";
import { messages } from "./messages.ts";
import { percentile, report } from "./print.ts";

const ROUNDS = 20;
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const { loadContent } = await import("../src/content.ts");
const { content, problems } = loadContent(join(import.meta.dirname, "../bank"));
if (!content) throw new Error(`${problems.length} mistakes in the bank's folder`);

const heapBefore = heap();
const started = performance.now();
const { createReader } = await import("../src/product.ts");
const imported = performance.now();
const read = createReader(content);
const ready = performance.now();
const context = { at: "2026-11-21T09:00:00+08:00", zone: content.bank.profile.zone };
read(messages[0] ?? "", context);
const firstRead = performance.now();
const heapAfter = heap();

// The first round also warms the engine up and is not counted: the server has read before it is busy.
const times: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const message of messages) {
    const before = performance.now();
    read(message, context);
    if (round > 0) times.push(performance.now() - before);
  }
}

report([
  {
    name: "one message, p50",
    value: percentile(times, 50),
    unit: "ms",
    goal: { atMost: 0.3 },
    note: `${messages.length} messages, ${ROUNDS} times`,
  },
  { name: "one message, p99", value: percentile(times, 99), unit: "ms" },
  { name: "making the reader", value: ready - imported, unit: "ms", note: "lexicons compiled" },
  { name: "the first message", value: firstRead - ready, unit: "ms" },
  { name: "importing the product", value: imported - started, unit: "ms" },
  {
    name: "heap of reader and product",
    value: heapAfter - heapBefore,
    unit: "MB",
    ...(globalThis.gc ? {} : { note: "without --expose-gc: garbage included" }),
  },
]);
