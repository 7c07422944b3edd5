/** simulate --cases: made-up cases through virtual months, with staff that forget and a server that restarts. */
import type { Content } from "../content.ts";
import { simulateCases } from "../play/cases/simulate-cases.ts";

/** The last line of the output holds the figures. Exit code 1 when a clock, a case or a count is wrong. */
export async function simulateCasesCommand(
  { bank }: Content,
  options: { cases: number; days: number; seed: number; start: string; json: boolean },
): Promise<number> {
  const began = performance.now();
  const { figures } = await simulateCases(bank, options);
  const all = { ...figures, seconds: Math.round((performance.now() - began) / 100) / 10 };
  if (options.json) process.stdout.write(`${JSON.stringify(all)}\n`);
  else {
    for (const [name, value] of Object.entries(all)) {
      const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
      process.stdout.write(`${name.padEnd(20)} ${shown}\n`);
    }
  }
  const { clocksMissed, clocksTwice, orphans, unoffered, silent, unreconciled } = figures;
  return clocksMissed + clocksTwice + orphans + unoffered + silent + unreconciled === 0 ? 0 : 1;
}
