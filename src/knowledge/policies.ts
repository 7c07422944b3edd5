/**
 * The bank's policies: Markdown files with a YAML head, cut into clauses that
 * can be cited one by one. A mistake names its file and line; the file (or the
 * clause) it makes unusable is left out and the rest is loaded.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { Business, Venue } from "../flows/reading.ts";
import { readYaml } from "../read-yaml.ts";
import { type Clause, readClauses } from "./clauses.ts";
import { MUST, type Report, schemaFaults, type TextFault, unreadable } from "./faults.ts";
import { plainHead } from "./plain-head.ts";

/** Something the bank has to mend. `line` counts from 1. */
export interface Problem {
  file: string;
  line: number;
  message: string;
  /** The same in Chinese: the desk shows both. */
  zh: string;
}

const IsoDate = z.iso.date(MUST.date.en);

const FrontMatter = z
  .strictObject({
    /** The same in every language and version: "swallowed-card". */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, MUST.id.en),
    title: z.string().trim().min(1),
    language: z.enum(["zh", "en"]),
    version: z.string(MUST.version.en).min(1),
    /** First day in force, Asia/Shanghai. */
    effectiveFrom: IsoDate,
    /** Last day in force. Absent: until further notice. */
    effectiveTo: IsoDate.optional(),
    /** Staff policies are never shown to customers. */
    audience: z.enum(["customer", "staff"]),
    /** No rule, but what is said because there is none: told in place of "I don't know", and cited by nobody. */
    kind: z.literal("known-unknown").optional(),
    business: z.array(Business),
    /** Hotline numbers need no quotes. */
    keywords: z.array(z.union([z.string().trim().min(1), z.number().transform(String)], MUST.word.en)),
    /** Where the business must have been done for it to apply. Absent: anywhere. */
    venues: z.array(Venue).min(1).optional(),
    /** Regions of `bank.yaml` in which it is in force. Absent: everywhere. */
    regions: z.array(z.string().trim().min(1)).min(1).optional(),
  })
  .refine((head) => head.effectiveTo === undefined || head.effectiveFrom <= head.effectiveTo, {
    path: ["effectiveTo"],
    message: MUST.order.en,
  });

export type Policy = z.infer<typeof FrontMatter> & { file: string; clauses: Clause[] };
export type Audience = Policy["audience"];

const MAX_BYTES = 1024 * 1024;
/** Policies stay valid without an end date. */
const OPEN_END = "9999-12-31";

/**
 * Reads every `.md` file under `folder`. Never throws for what a file holds.
 * Two files of one id, language and version: the first in path order is kept.
 */
export function loadPolicies(folder: string): { policies: Policy[]; problems: Problem[] } {
  const policies: Policy[] = [];
  const problems: Problem[] = [];
  const byText = new Map<string, Policy[]>();
  const files = markdownFiles(folder, problems);
  for (const file of files) {
    const policy = readPolicy(file, problems);
    if (!policy) continue;
    const others = byText.get(`${policy.id} ${policy.language}`) ?? [];
    byText.set(`${policy.id} ${policy.language}`, others);
    const clash = clashOf(policy, others);
    if (clash) problems.push({ file, line: 1, message: clash.message, zh: clash.zh });
    if (clash?.twin) continue;
    others.push(policy);
    policies.push(policy);
  }
  return { policies, problems };
}

/**
 * Why a policy can't stand beside others of its id and language: a twin of the same version, of which only the first
 * counts, or one that is in force on the same days.
 */
export function clashOf(
  policy: Policy,
  others: readonly Policy[],
): { twin: boolean; message: string; zh: string } | null {
  const rivals = others.filter(({ id, language }) => id === policy.id && language === policy.language);
  const twin = rivals.find((other) => other.version === policy.version);
  if (twin) {
    const message = `version ${policy.version} of ${policy.id} is already in ${twin.file}`;
    return { twin: true, message, zh: `${policy.id} 的 ${policy.version} 版已经在 ${twin.file} 里` };
  }
  const rival = rivals.find((other) => overlaps(other, policy));
  if (!rival) return null;
  const message = `in force on the same days as version ${rival.version} in ${rival.file}; the later one is used`;
  const zh = `与 ${rival.file} 里的 ${rival.version} 版在同样的日子有效；以后开始的一版为准`;
  return { twin: false, message, zh };
}

/**
 * The policies in force on a day (ISO date, Asia/Shanghai; the last day counts), one version per id and language.
 * Where two versions overlap, the one that began later. Staff may read what customers may.
 */
export function versionsInForce(policies: readonly Policy[], on: string, audience: Audience): Set<Policy> {
  const chosen = new Map<string, Policy>();
  for (const policy of policies) {
    if (on < policy.effectiveFrom || on > (policy.effectiveTo ?? OPEN_END)) continue;
    const key = `${policy.id} ${policy.language}`;
    const other = chosen.get(key);
    if (!other || policy.effectiveFrom > other.effectiveFrom) chosen.set(key, policy);
  }
  return new Set([...chosen.values()].filter((policy) => audience === "staff" || policy.audience === "customer"));
}

function overlaps(a: Policy, b: Policy): boolean {
  return a.effectiveFrom <= (b.effectiveTo ?? OPEN_END) && b.effectiveFrom <= (a.effectiveTo ?? OPEN_END);
}

function markdownFiles(folder: string, problems: Problem[]): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    problems.push({ file: folder, line: 1, ...unreadable("folder", error) });
    return [];
  }
  return entries
    .filter((entry) => entry.name.endsWith(".md") && !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readPolicy(file: string, problems: Problem[]): Policy | undefined {
  const text = readText(file, (line, message, zh) => problems.push({ file, line, message, zh }));
  if (text === undefined) return undefined;
  const faults: TextFault[] = [];
  const policy = readPolicyText(text, file, faults);
  problems.push(...faults.map((fault) => ({ file, ...fault })));
  return policy;
}

/** The policy a text makes; undefined where it can't be used. `file`: where it lies, or will. */
export function readPolicyText(text: string, file: string, faults: TextFault[]): Policy | undefined {
  const report: Report = (line, message, zh) => faults.push({ line, message, zh });
  const lines = text.split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    report(1, "expected a YAML head between two lines of ---", "开头应有一段写在两行 --- 之间的说明");
    return undefined;
  }
  const head = readHead(lines.slice(1, end).join("\n"), report);
  const before = faults.length;
  const clauses = readClauses(lines, end + 1, head?.language ?? "zh", report);
  if (!head) return undefined;
  const folder = basename(dirname(file));
  if ((folder === "zh" || folder === "en") && folder !== head.language) {
    report(
      1,
      `language is ${head.language} but the file lies in ${folder}/`,
      `语言是 ${head.language}，文件却在 ${folder}/ 里`,
    );
  }
  if (clauses.length === 0) {
    if (faults.length === before)
      report(end + 1, "no clause: expected headings such as ## 1 …", "没有条款：应有 ## 1 … 这样的标题");
    return undefined;
  }
  return { ...head, file, clauses };
}

function readText(file: string, report: Report): string | undefined {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) {
      report(1, `${size} bytes; a policy may have ${MAX_BYTES}`, `文件有 ${size} 字节，规定最多 ${MAX_BYTES} 字节`);
      return undefined;
    }
    bytes = readFileSync(file);
  } catch (error) {
    const { message, zh } = unreadable("file", error);
    report(1, message, zh);
    return undefined;
  }
  if (bytes.includes(0)) {
    report(1, "not a text file: it holds zero bytes", "不是文本文件：里面有零字节");
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    report(lineOfBadByte(bytes), "not UTF-8", "不是 UTF-8 编码");
    return undefined;
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  const marked = new TextDecoder("utf-8").decode(bytes);
  return marked.slice(0, Math.max(0, marked.indexOf("\uFFFD"))).split("\n").length;
}

/** Lines in the head are counted from the file's second line: the first is the `---`. */
function readHead(yaml: string, report: Report): z.infer<typeof FrontMatter> | undefined {
  const plain = FrontMatter.safeParse(plainHead(yaml));
  if (plain.success) return plain.data;
  const read = readYaml(yaml, 2);
  if (!read.ok) {
    for (const { line, message, zh } of read.faults) report(line, message, zh);
    return undefined;
  }
  const result = FrontMatter.safeParse(read.yaml.value);
  if (result.success) return result.data;
  for (const {
    at: [key],
    path,
    message,
    zh,
  } of schemaFaults(FrontMatter, read.yaml.value)) {
    const at = key === undefined ? -1 : yaml.split("\n").findIndex((line) => line.startsWith(`${String(key)}:`));
    const prefix = path === "" ? "" : `${path}: `;
    report(at < 0 ? 1 : at + 2, prefix + message, prefix + zh);
  }
  return undefined;
}
