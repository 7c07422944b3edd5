/**
 * The bench: `npm run bench`, or one measure alone: `node bench/reading.ts`.
 * The disk and a shared machine vary, so look at the ratios; each was measured beside its yardstick.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import { isReport, type Report, table } from "./print.ts";
import { memoryArguments } from "./start-arguments.ts";

const MEASURES = ["reading", "search", "clauses", "turns", "start", "widget", "incidents", "slack"];

/** Null when the process ended without a report; what it said is on stderr. */
function measure(name: string): Promise<Report | null> {
  return new Promise((resolve) => {
    let report: Report | null = null;
    const child = fork(join(import.meta.dirname, `${name}.ts`), { execArgv: ["--expose-gc", ...memoryArguments()] });
    child.on("message", (message) => {
      if (isReport(message)) report = message;
    });
    child.on("error", () => resolve(null));
    child.on("exit", () => resolve(report));
  });
}

let failed = 0;
for (const name of MEASURES) {
  const report = await measure(name);
  process.stdout.write(`\n${name}\n`);
  if (report)
    process.stdout.write(`${[...table(report.figures), ...report.missing].map((line) => `  ${line}`).join("\n")}\n`);
  else {
    failed += 1;
    process.stdout.write("  could not run\n");
  }
}
process.exitCode = failed === 0 ? 0 : 1;
