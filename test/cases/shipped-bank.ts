/** The example bank of this repository, loaded once for the tests that reason about it. */
import { fileURLToPath } from "node:url";
import type { Bank } from "../../src/bank/bank.ts";
import { loadBank } from "../../src/bank/load.ts";

export const bankFolder = fileURLToPath(new URL("../../bank/", import.meta.url));

export const shippedBank: Bank = load();

function load(): Bank {
  const loaded = loadBank(bankFolder, "2026-11-22");
  if ("bank" in loaded) return loaded.bank;
  throw new Error(`the shipped bank has mistakes: ${JSON.stringify(loaded.problems)}`);
}
