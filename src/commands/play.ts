/** play: scripted conversations against the bank's folder; prints what differs. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../content.ts";
import type { Knowledge } from "../knowledge/answer.ts";
import { type Played, passed, play } from "../play/play.ts";
import { type Script, scriptsIn } from "../play/script.ts";
import type { Thinking } from "../thinking.ts";

/** Every script under a file or folder, in order of their paths. */
export function findScripts(path: string): { file: string; scripts: Script[]; problems: string[] }[] {
  return filesUnder(path).map((file) => {
    const { scripts, problems } = scriptsIn(readFileSync(file, "utf8"), file);
    return { file, scripts, problems: problems.map(({ line, message }) => `${file}:${line}: ${message}`) };
  });
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((name) => join(path, name));
}

export interface PlayOptions {
  json: boolean;
  /** How often each script is played: a model does not always say the same. */
  times: number;
  thinking?: Thinking;
  /** The policies as the settings search and answer from them. */
  knowledge?: Knowledge;
}

/** Exit code 0 when every script holds every time, 1 when one differs, 2 when one cannot be read. */
export async function playCommand(path: string, content: Content, options: PlayOptions): Promise<number> {
  const { json, times, thinking, knowledge } = options;
  const found = findScripts(path);
  const problems = found.flatMap((one) => one.problems);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0 || found.length === 0) {
    if (found.length === 0) process.stderr.write(`no scripts (*.yaml) in ${path}\n`);
    return 2;
  }
  let wrong = 0;
  let count = 0;
  for (const { file, scripts } of found) {
    for (const script of scripts) {
      let failed: Played | null = null;
      for (let n = 0; n < times; n += 1) {
        const played = await play(script, content, thinking, knowledge);
        const ok = passed(played);
        if (!ok) failed ??= played;
        if (json) process.stdout.write(`${JSON.stringify({ file, passed: ok, ...played })}\n`);
      }
      count += 1;
      wrong += failed ? 1 : 0;
      if (failed && !json) process.stdout.write(transcript(file, failed));
    }
  }
  const often = times > 1 ? ` each of ${times} times (pass^${times} ${((count - wrong) / count).toFixed(3)})` : "";
  if (!json) process.stdout.write(`${count - wrong} of ${count} conversations hold${often}\n`);
  return wrong === 0 ? 0 : 1;
}

/** The conversation as it went, with each difference where it arose. */
export function transcript(file: string, { name, steps, afterwards }: Played): string {
  const lines = [`✗ ${name}  (${file})`];
  for (const { did, said, differences } of steps) {
    lines.push(`  > ${did}`, ...said.map((text) => `    ${text.replace(/\n/gu, "\n    ")}`));
    for (const { expected, found } of differences) lines.push(`    ✗ expected ${expected}`, `      but ${found}`);
  }
  for (const { expected, found } of afterwards) lines.push(`  ✗ afterwards: expected ${expected}`, `    but ${found}`);
  return `${lines.join("\n")}\n\n`;
}
