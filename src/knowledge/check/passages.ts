/** The text of a policy line by line, so that a finding names the very line. */
import { readFileSync } from "node:fs";
import { type Clause, LABELS } from "../clauses.ts";
import type { Policy } from "../policies.ts";

/** One line of a file. `line` counts from 1. */
interface TextLine {
  line: number;
  text: string;
}

export interface Passage {
  policy: Policy;
  clause: Clause;
  /** The sentence itself, without its label. */
  summary: TextLine;
  /** Line of the typical questions, or of the heading when there are none. */
  questionsLine: number;
  /** Lines of the body that are not empty. */
  body: TextLine[];
}

/**
 * The clauses of a policy with the lines they stand on, in `lines` or, without them, in the policy's file, which was readable
 * when it was loaded.
 */
export function passagesOf(policy: Policy, lines: readonly string[] = linesOf(policy)): Passage[] {
  return policy.clauses.map((clause) => passageOf(policy, clause, lines));
}

function passageOf(policy: Policy, clause: Clause, lines: readonly string[]): Passage {
  const passage: Passage = {
    policy,
    clause,
    summary: { line: clause.line, text: clause.summary },
    questionsLine: clause.line,
    body: [],
  };
  for (let index = clause.line; index < lines.length; index += 1) {
    const text = lines[index] ?? "";
    if (/^##(?!#)/.test(text)) break;
    if (LABELS.summary.test(text)) passage.summary.line = index + 1;
    else if (LABELS.questions.test(text)) passage.questionsLine = index + 1;
    else if (text.trim() !== "") passage.body.push({ line: index + 1, text: text.trim() });
  }
  return passage;
}

/** Line of a key of a policy's head, from 1; the first line when it is not there. */
export function headLine(policy: Policy, key: "effectiveFrom" | "effectiveTo"): number {
  const at = linesOf(policy).findIndex((line) => line.startsWith(`${key}:`));
  return Math.max(0, at) + 1;
}

function linesOf(policy: Policy): string[] {
  return readFileSync(policy.file, "utf8").split(/\r\n?|\n/);
}
