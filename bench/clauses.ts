/** Ten thousand clauses: starting from the kept index, searching, one changed file, and memory. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadLearned } from "../src/knowledge/learned/learned.ts";
import { createLiveKnowledge } from "../src/knowledge/live/live.ts";
import { loadTexts } from "../src/knowledge/live/texts.ts";
import { makeFolder } from "./folder.ts";
import { writeManyClauses } from "./many-clauses.ts";
import { residentMegabytes } from "./memory.ts";
import { type Figure, isReport, percentile, report } from "./print.ts";
import { questions } from "./questions.ts";

const CLAUSES = 10_000;
const ROUNDS = 3;
const ON = "2026-11-21";
const SHIPPED = join(import.meta.dirname, "../bank");

/** What a process that starts does before it can answer, and then answers. Learned vectors are the same for any number of clauses. */
async function measureStart(bank: string): Promise<Figure[]> {
  const learned = loadLearned();
  learned.vectors();
  learned.sounds();
  const started = performance.now();
  const { texts } = loadTexts(bank);
  const read = performance.now();
  let reloaded: () => void = () => undefined;
  const knowledge = createLiveKnowledge({
    bank,
    keepIn: join(bank, ".kept"),
    texts,
    regions: {},
    report: {
      reloaded: () => reloaded(),
      broken: () => undefined,
      failed: (error) => {
        throw error;
      },
    },
  });
  const waits = knowledge.waits();
  knowledge.open();
  const opened = performance.now();
  await knowledge.start();
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { text, language } of questions) {
      const before = performance.now();
      await knowledge.answer(text, { language, on: ON });
      if (round > 0) times.push(performance.now() - before);
    }
  global.gc?.();
  const memory = residentMegabytes(process.pid);

  const file = texts.policies[0]?.file ?? "";
  const live = new Promise<void>((resolve) => {
    reloaded = resolve;
  });
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const changed = performance.now();
  writeFileSync(file, readFileSync(file, "utf8").replace("> 摘要：", "> 摘要：今起，"));
  await live;
  const seconds = (performance.now() - changed) / 1000;
  clearInterval(beat);
  await knowledge.stop();
  const clauses = texts.policies.reduce((sum, policy) => sum + policy.clauses.length, 0);
  return [
    {
      name: "start from the kept index",
      value: (opened - started) / 1000,
      unit: "s",
      goal: { atMost: 1 },
      note: `${clauses} clauses; reading the texts ${((read - started) / 1000).toFixed(2)} s${waits ? "; NOT kept" : ""}`,
    },
    {
      name: "one question, p50",
      value: percentile(times, 50),
      unit: "ms",
      goal: { atMost: 5 },
      note: `${times.length} questions`,
    },
    { name: "one question, p99", value: percentile(times, 99), unit: "ms", goal: { atMost: 40 } },
    { name: "a changed file is in force", value: seconds, unit: "s", goal: { atMost: 2 } },
    { name: "nothing else runs for", value: longest, unit: "ms", note: "the longest while the file changes" },
    ...(memory === null ? [] : [{ name: "memory", value: memory, unit: "MB" as const }]),
  ];
}

/** The kept index is made in a process of its own, as after a change of the program. */
async function inOwnProcess(bank: string, what: "make" | "start"): Promise<Figure[]> {
  const child = fork(import.meta.filename, [bank, what], { execArgv: process.execArgv });
  let figures: Figure[] = [];
  child.on("message", (message) => {
    if (isReport(message)) figures = message.figures;
  });
  const [code]: unknown[] = await once(child, "exit");
  if (code !== 0) throw new Error(`${what} ended with ${code}`);
  return figures;
}

const [, , bank, what] = process.argv;
if (bank === undefined) {
  const folder = makeFolder();
  try {
    const shipped = loadTexts(SHIPPED);
    writeManyClauses(SHIPPED, shipped.texts.policies, folder.path, CLAUSES);
    report([...(await inOwnProcess(folder.path, "make")), ...(await inOwnProcess(folder.path, "start"))]);
  } finally {
    folder.remove();
  }
} else if (what === "start") report(await measureStart(bank));
else {
  const { reload } = await import("../src/knowledge/live/reload.ts");
  const { texts } = loadTexts(bank);
  const started = performance.now();
  reload(bank, join(bank, ".kept"), texts);
  report([{ name: "making the index", value: (performance.now() - started) / 1000, unit: "s", note: "once, aside" }]);
}
