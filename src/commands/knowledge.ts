/** knowledge: what is wrong with the policies, and what they said on a day. */
import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { z } from "zod";
import type { Content } from "../content.ts";
import type { Answer } from "../flows/answer.ts";
import { asFinding, checkPolicies } from "../knowledge/check/check.ts";
import type { Finding, Severity } from "../knowledge/check/finding.ts";
import { loadJargon } from "../knowledge/check/jargon.ts";
import { loadSynonyms } from "../knowledge/meanings.ts";
import { createReader, knowledgeOf } from "../product.ts";

interface Wanted {
  /** A bank's folder, or a folder of policies; then its words (synonyms, jargon) come from `bank`. */
  folder: string;
  bank: string;
  /** ISO date in the bank's zone. */
  today: string;
  json: boolean;
}

/** Lists every finding with file and line; what has not begun yet is only counted. 1 when there is an error. */
export async function knowledgeCheckCommand({ folder, bank, today, json }: Wanted): Promise<number> {
  const whole = existsSync(join(folder, "policies"));
  const words = whole ? folder : bank;
  const { synonyms, problems } = loadSynonyms(join(words, "synonyms.yaml"));
  const list = join(words, "jargon.yaml");
  const jargon = existsSync(list) ? loadJargon(list) : { words: [], problems: [] };
  const policies = fromHere(whole ? join(folder, "policies") : folder);
  const findings = [
    ...[...problems, ...jargon.problems].map(asFinding),
    ...(existsSync(list) ? [] : [noList(list)]),
    ...(await checkPolicies({ folder: policies, synonyms, jargon: jargon.words, today })),
  ];
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  if (json) for (const finding of findings) process.stdout.write(`${JSON.stringify(finding)}\n`);
  else {
    for (const finding of findings) if (finding.severity !== "info") process.stdout.write(`${lineFor(finding)}\n`);
    process.stdout.write(
      `${count("error")} errors, ${count("warning")} warnings; ${count("info")} not in force yet` +
        ` · ${count("error")}处错误，${count("warning")}处提醒；${count("info")}份尚未生效\n`,
    );
  }
  return count("error") > 0 ? 1 : 0;
}

/** A bank may do without the list, but should know that nothing was looked for. */
function noList(file: string): Finding {
  const message =
    "没有这个文件，没有查客户不用的词 / there is no such file: words customers don't use were not looked for";
  return { file, line: 1, severity: "warning", check: "jargon", message };
}

function lineFor({ file, line, severity, message }: Finding): string {
  return `${file}:${line}  ${severity === "error" ? "✗" : "!"} ${message}`;
}

/** Short paths where the folder lies below the one people stand in. */
function fromHere(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? folder : path;
}

const WHEN = z.iso.date();

/** The answer as of a day, with what it was chosen from: what a customer was or would have been told then. */
export async function knowledgeAtCommand(content: Content, words: readonly string[], json: boolean): Promise<number> {
  const [day, ...rest] = words;
  const on = WHEN.safeParse(day);
  const question = rest.join(" ").trim();
  if (!on.success || question === "") {
    process.stderr.write('usage: tingsu knowledge at 2026-03-01 "a question"\n');
    return 1;
  }
  const { zone } = content.bank.profile;
  const { language, business } = createReader(content)(question, { at: new Date().toISOString(), zone });
  const answer = await knowledgeOf(content).answer(question, { language, on: on.data, business });
  process.stdout.write(json ? `${JSON.stringify({ on: on.data, ...answer })}\n` : `${linesOf(answer).join("\n")}\n`);
  return 0;
}

function linesOf(answer: Answer): string[] {
  const candidates = (answer.candidates ?? []).map(
    ({ policy, clause, version, score }) => `  ${score.toFixed(3)}  ${policy} ${clause} (${version})`,
  );
  const considered = candidates.length > 0 ? ["", "Considered 考虑过的条款:", ...candidates] : [];
  switch (answer.kind) {
    case "found":
      return [
        answer.text,
        ...answer.citations.flatMap(({ policy, clause, title, version, effectiveFrom, quote, hash }) => [
          "",
          `《${title}》${clause} · ${policy} ${version}, ${effectiveFrom} · ${hash.slice(0, 12)}`,
          quote,
        ]),
        ...considered,
      ];
    case "clarify":
      return ["Which was meant? 问的是哪一条？", ...answer.options.map((option) => `  · ${option}`), ...considered];
    case "unknown":
      return ["The policies in force that day do not say. 当天有效的规定没有写。", ...considered];
  }
}
