import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Bank } from "../bank/bank.ts";
import { checkCore } from "../cases/check.ts";
import type { Config } from "../config.ts";
import { type Content, loadContent } from "../content.ts";
import { promptProblems } from "../thinking.ts";

/** One line of the report. `what` is for people; no key or token is in it. */
export interface Check {
  ok: boolean;
  what: string;
}

/** Checks all that is switched on and lists every mistake with file and line. 0 when there is none. */
export async function doctorCommand(config: Config, json: boolean): Promise<number> {
  const { content, problems } = loadContent(config.bank);
  const checks: Check[] = [];
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
      checks.push(agreed(channel, on, isSetUp(channel, config)));
    }
  }
  const prompts = promptProblems();
  checks.push({ ok: prompts.length === 0, what: `prompts: ${prompts.length} mistakes` });
  for (const check of outside(config, content)) checks.push(...(await check()));
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

/** What the bank wants and what the settings switch on are to be the same. */
function agreed(channel: string, on: boolean, setUp: boolean): Check {
  const needsSettings = channel === "slack" || channel === "wechat";
  const state = `channel ${channel} is ${on ? "on" : "off"} in bank.yaml`;
  if (on && !setUp) return { ok: false, what: `${state}, but its settings are missing` };
  if (!on && setUp && needsSettings)
    return { ok: false, what: `${state}, but its settings switch it on: say ${channel}: true under channels there` };
  return { ok: true, what: state };
}

/** Channels beside the web need settings of their own. */
function isSetUp(channel: string, { wechat, officialAccount, slack }: Config): boolean {
  if (channel === "slack") return slack !== null;
  if (channel === "wechat") return wechat !== null || officialAccount !== null;
  return channel === "web" || channel === "terminal";
}

/** What is switched on and lies outside this machine: looked at by itself, one after the other. */
function outside(config: Config, content: Content | null): (() => Promise<Check[]>)[] {
  const { core, wechat, voice, officialAccount, publicUrl, slack } = config;
  const checks: (() => Promise<Check[]>)[] = [() => checkCore(core, () => new Date().toISOString())];
  if (wechat) {
    checks.push(async () => (await import("../channels/wechat/check.ts")).checkWechat(wechat));
  }
  if (voice) {
    checks.push(async () => (await import("../channels/wechat/check.ts")).checkVoice(voice));
  }
  if (officialAccount) {
    checks.push(async () => {
      const { checkOfficialAccount } = await import("../channels/wechat/official/check.ts");
      return checkOfficialAccount(officialAccount, { publicUrl, now: Date.now });
    });
  }
  if (slack && content) {
    const where = { publicUrl, now: Date.now };
    checks.push(async () => (await import("../channels/slack/doctor.ts")).checkSlack(slack, content.bank, where));
  }
  return checks;
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
