/** knowledge check: what is wrong with the policies, for those who write them. */
import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { asFinding, checkPolicies } from "../knowledge/check/check.ts";
import type { Finding, Severity } from "../knowledge/check/finding.ts";
import { loadJargon } from "../knowledge/check/jargon.ts";
import { loadSynonyms } from "../knowledge/meanings.ts";

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
