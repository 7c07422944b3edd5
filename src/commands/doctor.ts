import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Bank } from "../bank/bank.ts";
import type { Config } from "../config.ts";
import { loadContent } from "../content.ts";
import { promptProblems } from "../thinking.ts";

/** Checks all that is switched on and lists every mistake with file and line. 0 when there is none. */
export function doctorCommand(config: Config, json: boolean): number {
  const { content, problems } = loadContent(config.bank);
  const checks: { ok: boolean; what: string }[] = [];
  const major = Number(process.versions.node.split(".")[0]);
  checks.push({ ok: major >= 24, what: `Node ${process.versions.node}, 24 or newer is needed` });
  checks.push({ ok: writable(config.data), what: `data folder ${config.data} can be written` });
  checks.push({
    ok: content !== null && problems.length === 0,
    what: `bank folder ${config.bank}: ${problems.length} mistakes`,
  });
  if (content) {
    const clauses = content.policies.reduce((sum, policy) => sum + policy.clauses.length, 0);
    const staff = content.bank.staff.length;
    checks.push({ ok: clauses > 0, what: `${content.policies.length} policies, ${clauses} clauses, ${staff} staff` });
    for (const what of provisionalYears(content.bank)) checks.push({ ok: true, what });
    for (const [channel, on] of Object.entries(content.bank.profile.channels)) {
      const built = channel === "web" || channel === "terminal";
      checks.push({
        ok: !on || built,
        what: `channel ${channel} is ${on ? "on" : "off"}${on && !built ? ", but this version has no such channel" : ""}`,
      });
    }
  }
  const prompts = promptProblems();
  checks.push({ ok: prompts.length === 0, what: `prompts: ${prompts.length} mistakes` });
  checks.push({ ok: true, what: `language model is ${config.model ? `on: ${config.model.name}` : "off"}` });
  const ok = problems.length === 0 && checks.every((check) => check.ok);
  if (json) process.stdout.write(`${JSON.stringify({ ok, checks, problems })}\n`);
  else {
    for (const check of checks) process.stdout.write(`${check.ok ? "✓" : "✗"} ${check.what}\n`);
    for (const { file, line, message } of [...problems, ...prompts])
      process.stdout.write(`${file}:${line}: ${message}\n`);
  }
  return ok ? 0 : 1;
}

/** Not wrong, but to be replaced: said each time until the official calendar is there. */
function provisionalYears({ calendars }: Bank): string[] {
  return [...calendars].flatMap(([name, years]) =>
    years
      .filter(({ year, status }) => {
        const official = years.some((other) => other.year === year && other.status === "official");
        return status === "provisional" && !official;
      })
      .map(
        ({ year }) =>
          `calendar ${name} of ${year} is provisional: last days in working days that reach into it are marked and may move; put the official one beside it as calendar/${name}-${year}.json`,
      ),
  );
}

function writable(folder: string): boolean {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
