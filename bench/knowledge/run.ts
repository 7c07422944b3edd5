/**
 * `npm run eval:knowledge`: how well the policies answer questions nobody tuned on, with intervals, and other searches over the
 * same texts beside ours. `-- --practice` measures on the practice questions and lists what goes wrong.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadContent } from "../../src/content.ts";
import { createKnowledge } from "../../src/knowledge/answer.ts";
import { type Share, share } from "../evaluate/scores.ts";
import { outsideCheck } from "./outside.ts";
import { peerSearches } from "./peers.ts";
import { type AskedQuestion, questionsOf } from "./questions.ts";

const { values } = parseArgs({ options: { practice: { type: "boolean", default: false } } });
const part = values.practice ? "practice" : "unseen";
const { content } = loadContent(join(import.meta.dirname, "../../bank"));
if (!content) throw new Error("the bank's folder has mistakes");
const { policies, asked: ways, synonyms, keepIn } = content;
const knowledge = createKnowledge({ policies, asked: ways, synonyms, regions: content.bank.profile.regions, keepIn });
const questions = questionsOf(part);
const answerable = questions.filter(({ right }) => right.length > 0);

const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
function line(name: string, value: Share, goal = ""): void {
  const interval = `${percent(value.low).trim()}–${percent(value.high).trim()} n ${value.n}`;
  process.stdout.write(`  ${name.padEnd(46)} ${percent(value.value)} %  ${interval.padEnd(18)} ${goal}\n`);
}

interface Judged {
  asked: AskedQuestion;
  kind: "found" | "clarify" | "unknown";
  /** Place of the first right clause in the search, from 0; -1 when it is not among the first five. */
  place: number;
  /** A clause that was shown is right. */
  right: boolean;
  /** What was shown stands literally in its clause. */
  literal: boolean;
  milliseconds: number;
  found: string[];
}

async function judge(asked: AskedQuestion): Promise<Judged> {
  const { q, language, right, on, region } = asked;
  const options = { language, on, ...(region === undefined ? {} : { region }) };
  const started = performance.now();
  const answer = await knowledge.answer(q, options);
  const milliseconds = performance.now() - started;
  const documents = await (await knowledge.retriever(options)).invoke(q);
  const found = documents.map(({ metadata }) => `${metadata.policy}#${metadata.clause}`);
  const shown = answer.kind === "found" ? answer.citations : [];
  return {
    asked,
    kind: answer.kind,
    place: found.findIndex((name) => right.includes(name)),
    right: shown.some(({ policy, clause }) => right.includes(`${policy}#${clause}`)),
    literal: shown.every(({ policy, clause, language: of, quote }) =>
      knowledge.clause(policy, clause, of, on)?.body.includes(quote),
    ),
    milliseconds,
    found,
  };
}

knowledge.warm();
const judged: Judged[] = [];
for (const asked of questions) judged.push(await judge(asked));
const withAnswer = judged.filter(({ asked }) => asked.right.length > 0);
const without = judged.filter(({ asked }) => asked.right.length === 0);
const of = (list: readonly Judged[], fits: (one: Judged) => boolean) => share(list.filter(fits).length, list.length);

process.stdout.write(`Policies, on ${part} questions\n`);
line(
  "right clause among the first five",
  of(withAnswer, ({ place }) => place >= 0),
  "goal 95",
);
line(
  "right clause first",
  of(withAnswer, ({ place }) => place === 0),
  "goal 85",
);
for (const language of ["zh-Hans", "zh-Hant", "en"] as const) {
  const own = withAnswer.filter(({ asked }) => asked.language === language);
  line(
    `  ${language}: first`,
    of(own, ({ place }) => place === 0),
  );
}
line(
  "answered with a right clause",
  of(withAnswer, ({ kind, right }) => kind === "found" && right),
);
line(
  "asked which was meant, the right one among them",
  of(withAnswer, ({ kind, place }) => kind === "clarify" && place >= 0 && place < 3),
);
line(
  "wrongly refused",
  of(withAnswer, ({ kind }) => kind === "unknown"),
  "goal 5 at most",
);
line(
  "no answer, and refused",
  of(without, ({ kind }) => kind === "unknown"),
  "goal 90",
);
line(
  "no answer, and asked which was meant",
  of(without, ({ kind }) => kind === "clarify"),
);
line(
  "wrong but confident, of all questions",
  of(judged, ({ kind, right }) => kind === "found" && !right),
  "goal 2 at most",
);
line(
  "citations literal",
  of(
    judged.filter(({ kind }) => kind === "found"),
    ({ literal }) => literal,
  ),
  "goal 100",
);
const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const at = (quantile: number) => (times[Math.floor(quantile * (times.length - 1))] ?? 0).toFixed(1);
process.stdout.write(`  search and answer: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);

process.stdout.write("\nOther searches over the same texts, ways of asking included\n");
const searches = await peerSearches(policies, ways, synonyms);
if (searches.length === 0) process.stdout.write("  not measured: the peers' packages could not be installed\n");
for (const { name, search } of searches) {
  const places = answerable.map(({ q, right, on, language }) =>
    search(q, { on, language }).findIndex((found) => right.includes(found)),
  );
  line(`${name}: among five`, share(places.filter((place) => place >= 0).length, places.length));
  line(`${name}: first`, share(places.filter((place) => place === 0).length, places.length));
}

process.stdout.write("\nOutside check: 698 documents of another bank, the documents each brief needs\n");
for (const { name, value } of await outsideCheck(synonyms)) line(name, value);

if (values.practice) {
  process.stdout.write("\nWhat goes wrong\n");
  for (const { asked, kind, place, right, found } of judged) {
    const wrong = asked.right.length === 0 ? kind === "found" : place !== 0 || (kind === "found" && !right);
    if (wrong)
      process.stdout.write(`  ${kind} ${place} ${asked.q} | ${asked.right.join()} | ${found.slice(0, 3).join()}\n`);
  }
}
