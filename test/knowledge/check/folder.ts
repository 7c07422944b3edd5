/** A small folder of policies written in a test, and what the check finds in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPolicies } from "../../../src/knowledge/check/check.ts";
import type { Finding } from "../../../src/knowledge/check/finding.ts";

/** The day on which the folders are checked. */
export const TODAY = "2026-11-21";

export const JARGON = [
  { word: "轧差", say: "相抵后的差额", language: "zh" as const, except: [] },
  { word: "借记", say: "从账户扣", language: "zh" as const, except: ["借记卡"] },
  { word: "pursuant to", say: "under", language: "en" as const, except: [] },
];

interface ClauseText {
  heading?: string;
  summary?: string;
  asked?: string;
  body: string;
}

interface PolicyText {
  id: string;
  title?: string;
  language?: "zh" | "en";
  version?: string;
  from?: string;
  to?: string;
  audience?: "customer" | "staff";
  regions?: string;
  clauses: ClauseText[];
}

/** One file. Its head has 10 lines when nothing is said of `to` and `regions`; each clause begins after a blank line. */
export function policyText(policy: PolicyText): string {
  const { id, title = id, language = "zh", version = "1.0", from = "2026-01-01", to, audience = "customer" } = policy;
  const zh = language === "zh";
  const head = [
    "---",
    `id: ${id}`,
    `title: ${title}`,
    `language: ${language}`,
    `version: "${version}"`,
    `effectiveFrom: ${from}`,
    `audience: ${audience}`,
    "business: [other]",
    "keywords: []",
    ...(to === undefined ? [] : [`effectiveTo: ${to}`]),
    ...(policy.regions === undefined ? [] : [`regions: [${policy.regions}]`]),
    "---",
  ];
  const clauses = policy.clauses.flatMap((clause, index) => {
    const heading = clause.heading ?? (zh ? "怎么办理" : "How it is done");
    return [
      "",
      `## ${index + 1} ${heading}`,
      `> ${zh ? "摘要：" : "Summary: "}${clause.summary ?? (zh ? "按下面办。" : "As below.")}`,
      `> ${zh ? "常问：" : "Asked: "}${clause.asked ?? heading}`,
      "",
      clause.body,
    ];
  });
  return [...head, ...clauses, ""].join("\n");
}

/** What is found in a folder of these policies, without whether questions find their clause unless `asked` is set. */
export async function check(policies: PolicyText[], { asked = false } = {}): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "tingsu-check-"));
  try {
    for (const [index, policy] of policies.entries()) {
      const place = join(folder, policy.language ?? "zh");
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, `${policy.id}-${index}.md`), policyText(policy));
    }
    const synonyms = { meanings: [], aspects: [] };
    const found = await checkPolicies({ folder, synonyms, jargon: JARGON, today: TODAY });
    return found
      .filter(({ check }) => asked || (check !== "not-found" && check !== "same-question"))
      .map((finding) => ({
        ...finding,
        file: finding.file.slice(folder.length + 1),
        message: finding.message.replaceAll(`${folder}/`, ""),
      }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Findings as "severity check file:line". */
export function brief(found: readonly Finding[]): string[] {
  return found.map(({ severity, check, file, line }) => `${severity} ${check} ${file}:${line}`);
}
