/** simulate: many made-up customers against the product; what came of it, in figures. */
import { readFileSync } from "node:fs";
import type { Content } from "../content.ts";
import { customersIn } from "../play/customers.ts";
import { randomOf } from "../play/random.ts";
import { type Simulated, simulate } from "../play/simulate.ts";

export interface SimulationFigures {
  complaints: number;
  recorded: number;
  complete: number;
  handedOver: number;
  questions: { mean: number; most: number };
  turns: { mean: number; most: number };
  repeatedQuestions: number;
  /** Asked again in other words, because the answer was not understood. */
  askedAgain: number;
  factsTold: number;
  factsMissing: number;
  factsWrong: number;
  angerAtStart: number;
  angerAtEnd: number;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const round = (value: number): number => Math.round(value * 1000) / 1000;

export function figuresOf(all: readonly Simulated[]): SimulationFigures {
  const count = (of: (one: Simulated) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const part = (of: (one: Simulated) => boolean) => round(all.filter(of).length / Math.max(1, all.length));
  return {
    complaints: all.length,
    recorded: part((one) => one.recorded),
    complete: part((one) => one.complete),
    handedOver: part((one) => one.handedOver),
    questions: {
      mean: round(mean(all.map((one) => one.questions))),
      most: Math.max(0, ...all.map((one) => one.questions)),
    },
    turns: { mean: round(mean(all.map((one) => one.turns))), most: Math.max(0, ...all.map((one) => one.turns)) },
    repeatedQuestions: count((one) => one.repeated.length),
    askedAgain: count((one) => one.askedAgain.length),
    factsTold: count((one) => one.told),
    factsMissing: count((one) => one.missing.length),
    factsWrong: count((one) => one.wrong.length),
    angerAtStart: round(mean(all.map((one) => one.anger.start))),
    angerAtEnd: round(mean(all.map((one) => one.anger.end))),
  };
}

/** Runs `count` complaints with customers of the file. Exit code 1 when a complaint was lost or asked for twice. */
export async function simulateCommand(
  file: string,
  content: Content,
  options: { count: number; seed: number; json: boolean; show: boolean },
): Promise<number> {
  const customers = customersIn(readFileSync(file, "utf8"));
  const all: Simulated[] = [];
  for (let n = 0; n < options.count; n += 1) {
    const one = await simulate(content, customers, randomOf(options.seed + n));
    all.push(one);
    const odd = !one.recorded || !one.complete || one.repeated.length + one.missing.length + one.wrong.length > 0;
    if (odd && !options.json) process.stdout.write(`${describe(one, options.seed + n)}\n`);
    if (odd && options.show && !options.json) process.stdout.write(`${indented(one.transcript)}\n`);
  }
  const figures = figuresOf(all);
  if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(20)} ${show(value)}\n`);
  return figures.recorded === 1 && figures.repeatedQuestions === 0 ? 0 : 1;
}

const indented = (lines: readonly string[]): string =>
  lines.flatMap((line) => line.split("\n").map((part) => `    ${part}`)).join("\n");

const show = (value: number | { mean: number; most: number }): string =>
  typeof value === "number" ? String(value) : `${value.mean} on average, ${value.most} at most`;

function describe(one: Simulated, seed: number): string {
  const faults = [
    one.recorded ? "" : "not recorded",
    one.complete ? "" : "no end",
    one.repeated.length > 0 ? `asked again: ${one.repeated.join(", ")}` : "",
    one.missing.length > 0 ? `missing: ${one.missing.join(", ")}` : "",
    one.wrong.length > 0 ? `wrong: ${one.wrong.join(", ")}` : "",
  ].filter((fault) => fault !== "");
  return `${seed}  ${one.story}, ${one.temper}: ${faults.join("; ")}`;
}
