/** The policies: building the index, the first question (jieba's dictionary loads with it), and all others. */
import { join } from "node:path";
import { loadContent } from "../src/content.ts";
import { createKnowledge } from "../src/knowledge/answer.ts";
import { percentile, report } from "./print.ts";
import { questions } from "./questions.ts";

const ROUNDS = 3;

const { content, problems } = loadContent(join(import.meta.dirname, "../bank"));
if (!content) throw new Error(`${problems.length} mistakes in the bank's folder`);

const started = performance.now();
const knowledge = createKnowledge({ policies: content.policies, synonyms: content.synonyms });
const built = performance.now();

let first = 0;
let found = 0;
const times: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [index, { text, language }] of questions.entries()) {
    const before = performance.now();
    const answer = await knowledge.answer(text, { language, on: "2026-11-21" });
    const took = performance.now() - before;
    if (round === 0 && index === 0) first = took;
    if (round === 0 && answer.kind !== "unknown") found += 1;
    // The first round fills the index's own caches.
    if (round > 0) times.push(took);
  }
}

report([
  {
    name: "one question, p50",
    value: percentile(times, 50),
    unit: "ms",
    note: `${questions.length} questions, ${ROUNDS} times`,
  },
  { name: "one question, p99", value: percentile(times, 99), unit: "ms" },
  { name: "the first question", value: first, unit: "ms", note: "jieba's dictionary loads with it" },
  { name: "building the index", value: built - started, unit: "ms", note: `${content.policies.length} policies` },
  { name: "questions with something to say", value: found, unit: "count", note: `of ${questions.length}` },
]);
