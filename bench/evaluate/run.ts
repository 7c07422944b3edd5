/**
 * How well messages are understood: `npm run eval`. On the unseen messages, which nothing was tuned on, with 95 %
 * intervals, the confusions worth knowing, and other readers trained on the same practice messages beside ours.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { judge } from "../../src/reading/offline/learned/judge.ts";
import { loadWeights } from "../../src/reading/offline/learned/weights.ts";
import { agreement } from "./agreement.ts";
import { plainLinear } from "./linear.ts";
import { type Measured, measure, type Row } from "./measure.ts";
import { allMessages, type Labelled, spanOf } from "./messages.ts";
import { nearDuplicates } from "./near.ts";
import { f1Of, macroF1, type Share } from "./scores.ts";
import { ruleReader } from "./train.ts";

const ZONE = "Asia/Shanghai";
const PEERS = join(import.meta.dirname, "../peers");
const percent = (value: number) => (Number.isNaN(value) ? "–" : (100 * value).toFixed(1)).padStart(5);

function line({ name, share, goal, note }: Measured): string {
  const wanted = goal ? (goal.atLeast !== undefined ? `≥ ${100 * goal.atLeast}` : `≤ ${100 * (goal.atMost ?? 0)}`) : "";
  const met = !goal
    ? ""
    : (goal.atLeast !== undefined ? share.value >= goal.atLeast : share.value <= (goal.atMost ?? 0))
      ? "met"
      : "MISSED";
  return `  ${name.padEnd(44)} ${percent(share.value)} %  ${interval(share).padEnd(15)} ${wanted.padEnd(7)} ${met.padEnd(7)} ${note ?? ""}`.trimEnd();
}
const interval = ({ low, high, n }: Share): string => `${percent(low).trim()}–${percent(high).trim()} n ${n}`;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
const isEnglish = ({ text }: Labelled) => !/[\u4e00-\u9fff]/u.test(text);

const byRules = ruleReader();
const weights = loadWeights();
const read = (message: Labelled) => byRules(message.text, { at: message.at, zone: ZONE });
const unseen = allMessages("unseen");
const practice = allMessages("practice");
const rows: Row[] = unseen.map((message) => ({
  message,
  reading: judge(read(message), weights, { at: message.at, zone: ZONE }),
}));
const rulesOnly: Row[] = unseen.map((message) => ({ message, reading: read(message).reading }));

print(`${unseen.length} unseen messages, ${practice.length} to practise on; ${nearDuplicates(unseen, practice)}`);
for (const [title, part] of [
  ["Chinese", rows.filter(({ message }) => !isEnglish(message))],
  ["English", rows.filter(({ message }) => isEnglish(message))],
] as const) {
  print(`\n${title}`);
  for (const figure of measure(part)) print(line(figure));
}
print("\nBy the rules alone, all messages");
for (const figure of measure(rulesOnly)) print(line({ ...figure, note: "" }));
print("\nTwo people on the same unseen messages");
for (const text of agreement(unseen)) print(`  ${text}`);

async function peers(): Promise<void> {
  const judged = unseen.filter(({ id }) => !id.startsWith("inj"));
  const mine = rows.filter(({ message }) => !message.id.startsWith("inj"));
  const axes = ["act", "business", "reason", "venue"] as const;
  const plain = plainLinear(practice, judged);
  const foreign = await ask({
    practice: practice.map(({ text, act, business, reason, venue, unknown }) => ({
      text,
      ...Object.fromEntries(
        Object.entries({ act, business, reason, venue }).filter(([axis]) => !unknown.some((one) => one === axis)),
      ),
    })),
    unseen: judged.map(({ text, at }) => ({ text, at })),
    axes,
  });
  for (const axis of axes) {
    const truth = judged.map((message) => message[axis] ?? "none");
    const score = (said: readonly string[]) =>
      axis === "act"
        ? macroF1(truth.map((one, n) => ({ truth: one, said: said[n] ?? "none" })))
        : share(truth.flatMap((one, n) => (one === "none" ? [] : [one === said[n]])));
    const ours = score(mine.map(({ reading }) => reading[axis] ?? "none"));
    const linear = score(plain.get(axis) ?? []);
    const nlp = foreign?.axes[axis] ? percent(score(foreign.axes[axis])) : "   – ";
    print(
      `  ${`${axis}, ${axis === "act" ? "macro F1" : "accuracy where it applies"}`.padEnd(34)} ours ${percent(ours)}   plain linear ${percent(linear)}   nlp.js ${nlp}`,
    );
  }
  if (foreign) microsoft(mine, foreign.facts);
  else print("  nlp.js and Microsoft's recognisers were left out: their packages could not be installed");
}

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / Math.max(1, hits.length);

/** Their conventions differ, so a fact counts where the words overlap and the value is the same. */
function microsoft(mine: readonly Row[], theirs: readonly { money: Money[]; times: Time[] }[]): void {
  const tally = { ours: { amount: empty(), occurred: empty() }, theirs: { amount: empty(), occurred: empty() } };
  for (const [n, { message, reading }] of mine.entries()) {
    const found = theirs[n];
    if (!found) continue;
    for (const name of ["amount", "occurred"] as const) {
      const truth = message.facts
        .filter((fact) => fact.name === name)
        .map((fact) => ({ ...spanOf(message.text, fact), fact }));
      const own = reading.facts.filter((fact) => fact.name === name);
      count(tally.ours[name], truth, own, (a, b) => sameValue(a.value, b.value));
      if (name === "amount")
        count(tally.theirs[name], truth, found.money, (a, b) => minorOf(a.value) === Math.round(b.value * 100));
      else count(tally.theirs[name], truth, found.times, (a, b) => fits(a.value, b));
    }
  }
  for (const name of ["amount", "occurred"] as const)
    print(
      `  ${`${name === "amount" ? "amounts" : "times"}, value F1, words overlapping`.padEnd(34)} ours ${percent(f1Of(tally.ours[name]))}   Microsoft ${percent(f1Of(tally.theirs[name]))}`,
    );
}

interface Money {
  start: number;
  end: number;
  value: number;
  currency: string | null;
}
interface Time {
  start: number;
  end: number;
  values: Record<string, string | undefined>[];
}
interface Tally {
  hits: number;
  missed: number;
  wrong: number;
}
function empty(): Tally {
  return { hits: 0, missed: 0, wrong: 0 };
}
type Truth = { start: number; end: number; fact: Labelled["facts"][number] };

function count<T extends { start: number; end: number }>(
  tally: Tally,
  truth: readonly Truth[],
  said: readonly T[],
  same: (truth: Truth["fact"], said: T) => boolean,
): void {
  const hits = truth.filter(({ start, end, fact }) =>
    said.some((one) => one.start < end && start < one.end && same(fact, one)),
  ).length;
  tally.hits += hits;
  tally.missed += truth.length - hits;
  tally.wrong += said.length - hits;
}

const minorOf = (value: unknown): number | null =>
  typeof value === "object" && value !== null && "minor" in value ? Number(value.minor) : null;

function sameValue(a: unknown, b: unknown): boolean {
  const range = (value: unknown) =>
    typeof value === "object" && value !== null && "from" in value && "to" in value
      ? `${Date.parse(String(value.from))}/${Date.parse(String(value.to))}`
      : JSON.stringify(value);
  return range(a) === range(b);
}

/** Generous to the peer: any of its resolutions that begins on the right day, at the right hour where one is told. */
function fits(value: unknown, { values }: Time): boolean {
  if (typeof value !== "object" || value === null || !("from" in value) || !("precision" in value)) return false;
  const from = String(value.from);
  const day = from.slice(0, 10);
  const hour = from.slice(0, 13).replace("T", " ");
  const clock = value.precision === "minute" || value.precision === "hour";
  return values.some((one) => {
    const start = one.start ?? one.value ?? "";
    return clock ? start.startsWith(hour) : start.startsWith(day);
  });
}

const Foreign = z.object({
  axes: z.record(z.string(), z.array(z.string())),
  facts: z.array(
    z.object({
      money: z.array(
        z.object({
          start: z.number(),
          end: z.number(),
          value: z
            .number()
            .nullable()
            .transform((n) => n ?? Number.NaN),
          currency: z.string().nullable(),
        }),
      ),
      times: z.array(
        z.object({ start: z.number(), end: z.number(), values: z.array(z.record(z.string(), z.string().optional())) }),
      ),
    }),
  ),
});

/** Null when the peers' packages are not there and cannot be installed. */
async function ask(request: object): Promise<z.infer<typeof Foreign> | null> {
  if (
    !existsSync(join(PEERS, "node_modules/@nlpjs/nlp")) &&
    !(await run("npm", ["ci", "--prefix", PEERS, "--no-audit", "--no-fund"], null))
  )
    return null;
  const answer = await run(process.execPath, [join(PEERS, "evaluate.mjs")], JSON.stringify(request));
  return answer === null ? null : Foreign.parse(JSON.parse(answer));
}

function run(command: string, args: string[], input: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    const out: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(out).toString("utf8") || " " : null));
    child.stdin.end(input ?? "");
  });
}

print("\nPeers on the same messages");
await peers();
