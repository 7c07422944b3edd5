/** Clauses of one policy file: `## 3 标题`, a quoted summary and typical questions, then the text that is cited. */
import { hash as hashOf } from "node:crypto";
import type { Report } from "./faults.ts";

export interface Clause {
  /** "3", as in the heading. */
  number: string;
  heading: string;
  /** One plain sentence for the customer. */
  summary: string;
  /** How customers ask for it. */
  questions: string[];
  /** The text that may be quoted, without summary and questions. */
  body: string;
  /** SHA-256, hex, over the clause as it stands in the file, heading to last line. */
  hash: string;
  /** Line of the heading, from 1. */
  line: number;
}

/** Characters of a clause's body that still read as one chat message. English needs more of them for the same text. */
const MAX_BODY = { zh: 400, en: 700 };

const HEADING = /^##\s+(\d+)[.、．]?\s+(\S.*?)\s*$/;
export const LABELS = {
  summary: /^>\s*(?:摘要\s*[：:]|Summary\s*[:：])\s*(.*)$/i,
  questions: /^>\s*(?:常问\s*[：:]|Asked\s*[:：])\s*(.*)$/i,
};

/**
 * Cuts `lines` from index `from` into clauses. What makes a clause unusable
 * (no number, no summary, no text) leaves it out; the rest is only reported.
 */
export function readClauses(lines: readonly string[], from: number, language: "zh" | "en", report: Report): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  let expected = 1;
  let start = from;
  while (start < lines.length && !isHeading(lines[start])) start += 1;

  while (start < lines.length) {
    let end = start + 1;
    while (end < lines.length && !isHeading(lines[end])) end += 1;
    const clause = readClause(lines.slice(start, end), start + 1, language, report);
    if (clause) {
      const number = Number(clause.number);
      if (seen.has(clause.number))
        report(
          clause.line,
          `clause ${clause.number} stands twice; the second is left out`,
          `第${clause.number}条写了两次，后一条没有用`,
        );
      else {
        if (number !== expected)
          report(
            clause.line,
            `clause ${clause.number} where ${expected} was expected`,
            `这里应是第${expected}条，写的是第${clause.number}条`,
          );
        clauses.push(clause);
      }
      seen.add(clause.number);
      expected = number + 1;
    } else expected += 1;
    start = end;
  }
  return clauses;
}

function isHeading(line: string | undefined): boolean {
  return line !== undefined && /^##(?!#)/.test(line);
}

function readClause(lines: readonly string[], line: number, language: "zh" | "en", report: Report): Clause | undefined {
  const match = HEADING.exec(lines[0] ?? "");
  const [, number, heading] = match ?? [];
  if (number === undefined || heading === undefined) {
    report(line, "expected a heading such as ## 3 …", "标题应写成 ## 3 … 这样");
    return undefined;
  }
  let summary = "";
  let questions: string[] = [];
  const rest: string[] = [];
  for (const text of lines.slice(1)) {
    const said = LABELS.summary.exec(text)?.[1];
    const asked = LABELS.questions.exec(text)?.[1];
    if (said !== undefined) summary = said.trim();
    else if (asked !== undefined) questions = splitQuestions(asked);
    else rest.push(text.trimEnd());
  }
  const body = rest.join("\n").trim();
  const labels = language === "zh" ? (["摘要", "常问"] as const) : (["Summary", "Asked"] as const);
  if (questions.length === 0)
    report(line, `clause ${number} has no question (> ${labels[1]})`, `第${number}条没有问法（> ${labels[1]}）`);
  if (body.length > MAX_BODY[language]) {
    report(
      line,
      `clause ${number} has ${body.length} characters; ${MAX_BODY[language]} can be quoted`,
      `第${number}条正文有${body.length}个字符，最多能引用${MAX_BODY[language]}个`,
    );
  }
  if (summary === "")
    report(
      line,
      `clause ${number} has no summary (> ${labels[0]}) and is left out`,
      `第${number}条没有摘要（> ${labels[0]}），没有用`,
    );
  if (body === "") report(line, `clause ${number} has no text and is left out`, `第${number}条没有正文，没有用`);
  if (summary === "" || body === "") return undefined;
  const hash = hashOf("sha256", lines.join("\n").trim());
  return { number, heading, summary, questions, body, hash, line };
}

/** Questions stand on one line, apart by " / "; "24/7" stays whole. */
function splitQuestions(text: string): string[] {
  return text
    .split(/\s+[/／]\s*|\s*[/／]\s+|(?<=[？?])[/／]/)
    .map((question) => question.trim())
    .filter((question) => question !== "");
}
