/** One file of the bank: its values, and the line each of them stands on. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { readYaml } from "../read-yaml.ts";
import type { Problem } from "./problem.ts";

type Path = readonly PropertyKey[];

export interface Source<T> {
  file: string;
  /** Undefined when the file breaks its own schema; its problems are listed then. */
  value: T | undefined;
  /** What the file holds, checked or not. */
  raw: unknown;
  /** A problem at the value under `path`, or at the nearest thing above it that is there. */
  problem(path: Path, message: string): Problem;
}

/** A file that keeps its schema. */
export type Sound<T> = Source<T> & { value: T };

export function isSound<T>(source: Source<T> | undefined): source is Sound<T> {
  return source?.value !== undefined;
}

/**
 * Reads and checks one YAML or JSON file (JSON is YAML). Every mistake is pushed to `problems` with its line.
 * Undefined when the file cannot be read at all.
 */
export function readSource<S extends z.ZodType>(
  file: string,
  schema: S,
  problems: Problem[],
): Source<z.infer<S>> | undefined {
  const text = readText(file, problems);
  if (text === undefined) return undefined;
  const read = readYaml(text);
  if (!read.ok) {
    problems.push(...read.faults.map(({ line, message }) => ({ file, line, message })));
    return undefined;
  }
  const problem = (path: Path, message: string): Problem => ({
    file,
    line: read.yaml.lineOf(path),
    message: `${dotted(path)}: ${message}`,
  });
  const raw = read.yaml.value;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { file, value: parsed.data, raw, problem };
  for (const issue of parsed.error.issues) problems.push(...describe(issue, problem));
  return { file, value: undefined, raw, problem };
}

/** Names of the files in `folder` that end in `ending`, sorted. A folder that is missing or empty is a problem. */
export function filesIn(folder: string, ending: string, problems: Problem[]): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    problems.push({ file: folder, line: 1, message: `cannot be read (${error.code})` });
    return [];
  }
  const files = names.filter((name) => name.endsWith(ending)).sort();
  if (files.length === 0) problems.push({ file: folder, line: 1, message: `holds no ${ending} file` });
  return files.map((name) => join(folder, name));
}

/** "cn-2026" of "bank/calendar/cn-2026.json". */
export function stem(file: string): string {
  return basename(file).replace(/\.[^.]+$/, "");
}

function readText(file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const message = error.code === "ENOENT" ? "is missing" : `cannot be read (${error.code})`;
    problems.push({ file, line: 1, message });
    return undefined;
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

function describe(issue: z.core.$ZodIssue, problem: Source<unknown>["problem"]): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => problem([...issue.path, key], "unknown key"));
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined && issue.message.endsWith("undefined");
  const inner = issue.code === "invalid_key" ? issue.issues.map((each) => each.message).join("; ") : issue.message;
  return [problem(issue.path, missing ? "is missing" : inner)];
}

/** `staff[2].role`, for people who read YAML. */
function dotted(path: Path): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key + 1}]` : `.${String(key)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}
