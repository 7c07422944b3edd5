/**
 * How customers ask for the clauses of a policy, in their own words: `bank/asked/swallowed-card.md` for the policy file of that
 * name, in any language. Nobody is shown them; they are what a question is compared with.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { askedName } from "./entries.ts";
import { unreadable } from "./faults.ts";
import type { Policy, Problem } from "./policies.ts";

const CLAUSE = /^##\s+(\d+)\s*$/;

/** Questions of each clause, by the policy file's name without its ending and the clause's number: "swallowed-card#3". */
export type Questions = ReadonlyMap<string, readonly string[]>;

/** Tens of thousands of lines: they are read when they are needed, and not kept. */
export interface Asked {
  /** Another one for any other text. */
  digest: string;
  /** Names of files with a mistake, "swallowed-card.md": of those an index of before knows more. */
  broken: ReadonlySet<string>;
  read(): Questions;
}

export const NOT_ASKED: Asked = { digest: "", broken: new Set(), read: () => new Map() };

/** Read again when they are needed: of what `digest` says they were. */
export function askedIn(folder: string, { digest, broken }: Pick<Asked, "digest" | "broken">): Asked {
  return { digest, broken, read: () => questionsIn(filesIn(folder, [])) };
}

/** A folder that is not there holds none; a mistake names its file and line and leaves out that line alone. */
export function loadAsked(folder: string, policies: readonly Policy[]): { asked: Asked; problems: Problem[] } {
  const problems: Problem[] = [];
  const digest = createHash("sha256");
  const files = filesIn(folder, problems);
  const byName = Map.groupBy(policies, (policy) => basename(policy.file, ".md"));
  for (const file of files) {
    const name = basename(file, ".md");
    const own = byName.get(name) ?? [];
    const text = textOf(file, problems);
    if (text === undefined) continue;
    digest.update(name).update(text);
    if (own.length === 0) {
      const zh = `没有叫 ${name}.md 的规定文件`;
      problems.push({ file, line: 1, message: `no policy file is called ${name}.md`, zh });
    } else readFile(file, text, own, problems);
  }
  const broken = new Set(problems.map((problem) => basename(problem.file)));
  if (files.length === 0) return { asked: NOT_ASKED, problems };
  return { asked: askedIn(folder, { digest: digest.digest("hex"), broken }), problems };
}

function questionsIn(files: readonly string[]): Questions {
  const all = new Map<string, readonly string[]>();
  for (const file of files)
    for (const [number, questions] of readFile(file, textOf(file, []) ?? "", null, []))
      all.set(askedName(file, number), questions);
  return all;
}

function filesIn(folder: string, problems: Problem[]): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!missing) problems.push({ file: folder, line: 1, ...unreadable("folder", error) });
    return [];
  }
}

function textOf(file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    problems.push({ file, line: 1, ...unreadable("file", error) });
    return undefined;
  }
}

/** `policies`: of that name, whose clauses there may be questions for; null when that was checked. */
function readFile(
  file: string,
  text: string,
  policies: readonly Policy[] | null,
  problems: Problem[],
): Map<string, string[]> {
  const known = policies && new Set(policies.flatMap(({ clauses }) => clauses.map(({ number }) => number)));
  const questions = new Map<string, string[]>();
  let clause: string[] | undefined;
  let at = 0;
  for (const line of text.split("\n")) {
    at += 1;
    // Nearly every one of tens of thousands of lines.
    const question = /^-\s/.test(line) ? line.slice(2).trim() : "";
    const report = (message: string, zh: string) => problems.push({ file, line: at, message, zh });
    if (question !== "") {
      if (clause) clause.push(question);
      else report("a question before the first clause (## 1)", "问法要写在条款（## 1）下面");
      continue;
    }
    const number = CLAUSE.exec(line)?.[1];
    if (number !== undefined) {
      clause = [];
      if (known && !known.has(number)) report(`the policy has no clause ${number}`, `规定里没有第${number}条`);
      else if (questions.has(number))
        report(`clause ${number} stands twice; the second is left out`, `第${number}条写了两次，后一个没有用`);
      else questions.set(number, clause);
    } else if (line.trim() !== "" && !line.startsWith("# "))
      report("expected ## 1, or - and a question", "这一行应是 ## 1，或 - 加一个问法");
  }
  return questions;
}
