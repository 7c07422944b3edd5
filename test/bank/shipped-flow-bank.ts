import { fileURLToPath } from "node:url";
import { loadBank } from "../../src/bank/load.ts";
import { createFlowBank } from "../../src/cases/flow-bank.ts";
import type { FlowBank } from "../../src/flows/bank.ts";

/** The flow's view of the bank that is shipped, as of November 2026. */
export function shippedFlowBank(): FlowBank {
  const loaded = loadBank(fileURLToPath(new URL("../../bank", import.meta.url)), "2026-11-21");
  if (!("bank" in loaded)) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line}: ${p.message}`).join("\n"));
  return createFlowBank(loaded.bank);
}
