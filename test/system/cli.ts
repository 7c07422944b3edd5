/** Commands as a program calls them: a process, lines in, lines and an exit code out. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { cleanEnv, ROOT } from "./server.ts";

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `tingsu ARGUMENTS` with `input` on stdin. `cwd` must not be the checkout, whose .env would count. */
export function tingsu(
  args: string[],
  options: { cwd: string; input?: string | Uint8Array; env?: Record<string, string> },
): Promise<Ran> {
  const { cwd, input = "", env = {} } = options;
  const settings = { TINGSU_DATA: join(cwd, "data"), TINGSU_BANK: join(ROOT, "bank"), ...env };
  const child = spawn(process.execPath, [join(ROOT, "src/cli.ts"), ...args], { cwd, env: cleanEnv(settings) });
  const ran: Ran = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ran.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ran.stderr += text;
  });
  // A command that refuses its settings ends before it has read its input.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...ran, code }));
  });
}

/** The lines of an output, parsed. Throws where one is no JSON. */
export const jsonLines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));

export const inputOf = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
