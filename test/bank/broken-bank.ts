/** Copies of the shipped bank with mistakes in them, in folders that are removed again. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { loadBank } from "../../src/bank/load.ts";
import type { Problem } from "../../src/bank/problem.ts";
import { bankFolder } from "../cases/shipped-bank.ts";

export interface Copy {
  /** Replaces the first `from` in a file and gives the line it stands on. Fails when it is not there. */
  change(file: string, from: string, to: string): number;
  write(file: string, text: string): void;
  copy(file: string, to: string): void;
  remove(file: string): void;
}

/** Problems of a copy in which `spoil` made mistakes; files relative to the bank's folder. */
export function problemsOf(spoil: (copy: Copy) => void, today = "2026-11-22"): Problem[] {
  const folder = mkdtempSync(join(tmpdir(), "bank-"));
  try {
    cpSync(bankFolder, folder, { recursive: true, filter: (path) => !/\/(policies|wording)$/.test(path) });
    spoil(editing(folder));
    const loaded = loadBank(folder, today);
    const problems = "bank" in loaded ? [] : loaded.problems;
    return problems.map((problem) => ({ ...problem, file: relative(folder, problem.file) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function editing(folder: string): Copy {
  return {
    change(file, from, to) {
      const text = readFileSync(join(folder, file), "utf8");
      const at = text.indexOf(from);
      if (at < 0) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(join(folder, file), text.slice(0, at) + to + text.slice(at + from.length));
      return text.slice(0, at).split("\n").length;
    },
    write: (file, text) => writeFileSync(join(folder, file), text),
    copy: (file, to) => cpSync(join(folder, file), join(folder, to)),
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
  };
}
