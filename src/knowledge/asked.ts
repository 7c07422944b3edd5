/**
 * How customers ask for the clauses of a policy, in their own words: `bank/asked/swallowed-card.md` for the policy file of that
 * name, in any language. Nobody is shown them; they are what a question is compared with.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Policy, Problem } from "./policies.ts";

const CLAUSE = /^##\s+(\d+)\s*$/;
const QUESTION = /^-\s+(\S.*?)\s*$/;

/**
 * Gives each clause its questions. A folder that is not there holds none; a mistake names its file and line and leaves out
 * that line alone.
 */
export function withAsked(policies: readonly Policy[], folder: string): { policies: Policy[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const asked = new Map<string, Map<string, string[]>>();
  for (const file of filesIn(folder, problems)) {
    const name = basename(file, ".md");
    const own = policies.filter((policy) => basename(policy.file, ".md") === name);
    if (own.length === 0) problems.push({ file, line: 1, message: `no policy file is called ${name}.md` });
    else asked.set(name, readAsked(file, own, problems));
  }
  return {
    policies: policies.map((policy) => {
      const questions = asked.get(basename(policy.file, ".md"));
      if (!questions) return policy;
      const clauses = policy.clauses.map((clause) => ({ ...clause, asked: questions.get(clause.number) ?? [] }));
      return { ...policy, clauses };
    }),
    problems,
  };
}

function filesIn(folder: string, problems: Problem[]): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!missing) problems.push({ file: folder, line: 1, message: `the folder cannot be read: ${String(error)}` });
    return [];
  }
}

function readAsked(file: string, policies: readonly Policy[], problems: Problem[]): Map<string, string[]> {
  const known = new Set(policies.flatMap(({ clauses }) => clauses.map(({ number }) => number)));
  const questions = new Map<string, string[]>();
  let clause: string[] | undefined;
  for (const [at, line] of readFileSync(file, "utf8").split(/\r?\n/).entries()) {
    const report = (message: string) => problems.push({ file, line: at + 1, message });
    const number = CLAUSE.exec(line)?.[1];
    const question = QUESTION.exec(line)?.[1];
    if (number !== undefined) {
      clause = [];
      if (!known.has(number)) report(`the policy has no clause ${number}`);
      else if (questions.has(number)) report(`clause ${number} stands twice; the second is left out`);
      else questions.set(number, clause);
    } else if (question !== undefined) {
      if (clause) clause.push(question);
      else report("a question before the first clause (## 1)");
    } else if (line.trim() !== "" && !line.startsWith("# ")) report("expected ## 1, or - and a question");
  }
  return questions;
}
