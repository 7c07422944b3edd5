/** Whether Slack is set up as it must be: token, scopes, channels, who is in them. For `doctor`. */
import type { Bank } from "../../bank/bank.ts";
import { powersOf } from "../../desk/permissions.ts";
import { createSlackApi, type SlackApi } from "./api.ts";
import { failureOf } from "./failure.ts";
import { staffOf } from "./people.ts";
import { checkReach } from "./reach.ts";
import { NEEDED } from "./scopes.ts";
import { channelsIn, type SlackSettings } from "./settings.ts";
import { socketProblem } from "./socket.ts";

export interface Check {
  ok: boolean;
  /** In plain words, with what to do where something is wrong. */
  what: string;
}

/** Where Slack and the links in cards find us. */
export interface Whereabouts {
  /** Null without one. */
  publicUrl: string | null;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Asks Slack and ourselves; changes nothing. Nothing is thrown: what can't be asked is a check that failed. */
export async function checkSlack(
  settings: SlackSettings,
  bank: Pick<Bank, "routing" | "staff">,
  where: Whereabouts,
): Promise<Check[]> {
  const api = createSlackApi({ settings });
  const checks: Check[] = [...(await receiving(settings, where)), ...departments(settings, bank), people(bank)];
  try {
    const { user, scopes } = await api.whoAmI();
    checks.push({ ok: true, what: `Slack: the bot token is valid, the bot is ${user}` });
    checks.push(scoped(scopes));
    for (const id of channelsIn(settings)) checks.push(...(await channel(api, id, bank, user)));
  } catch (error) {
    checks.push({ ok: false, what: `Slack: the bot token could not be used (${failureOf(error).code})` });
  }
  return checks;
}

async function receiving(settings: SlackSettings, { publicUrl, now }: Whereabouts): Promise<Check[]> {
  const { receive, timeoutMs } = settings;
  const links = "the links in cards lead to the desk there";
  if (receive.mode === "http") {
    if (publicUrl === null)
      return [
        { ok: false, what: `Slack: set TINGSU_PUBLIC_URL: Slack must reach https://…/slack/events, and ${links}` },
      ];
    const { signingSecret } = receive;
    const address = `${publicUrl.replace(/\/$/u, "")}/slack/events`;
    return [await checkReach(address, { signingSecret, timeoutMs, now: now() })];
  }
  const checks: Check[] = publicUrl === null ? [{ ok: false, what: `Slack: set TINGSU_PUBLIC_URL: ${links}` }] : [];
  const problem = await socketProblem(settings, receive.appToken);
  if (!problem) return [{ ok: true, what: "Slack: by socket, the app-level token opens one" }, ...checks];
  const todo = "an app-level token with connections:write is needed, and Socket Mode switched on in the app";
  return [{ ok: false, what: `Slack: by socket, none could be opened (${problem.code}): ${todo}` }, ...checks];
}

function departments({ channels }: SlackSettings, { routing }: Pick<Bank, "routing">): Check[] {
  return Object.keys(channels)
    .filter((code) => !(code in routing.departments))
    .map((code) => ({ ok: false, what: `SLACK_CHANNELS: bank/routing.yaml has no department ${code}` }));
}

function people(bank: Pick<Bank, "staff">): Check {
  const working = bank.staff.filter((one) => powersOf(one).works);
  const mapped = working.filter((one) => one.slackId !== "");
  const ids = bank.staff.map((one) => one.slackId).filter((id) => id !== "");
  const twice = ids.length - new Set(ids).size;
  const double = twice > 0 ? `; ${twice} Slack ids stand twice` : "";
  return {
    ok: mapped.length > 0 && twice === 0,
    what: `Slack: ${mapped.length} of ${working.length} who work cases have a slackId in bank/staff.yaml${double}`,
  };
}

function scoped(scopes: readonly string[]): Check {
  if (scopes.length === 0)
    return { ok: true, what: `Slack: scopes are not told by this server; ${NEEDED.length} are needed` };
  const missing = NEEDED.filter((scope) => !scopes.includes(scope));
  const what =
    missing.length === 0 ? "all are granted" : `missing ${missing.join(", ")}: reinstall by slack-manifest.yaml`;
  return { ok: missing.length === 0, what: `Slack: scopes, ${what}` };
}

async function channel(api: SlackApi, id: string, bank: Pick<Bank, "staff">, bot: string): Promise<Check[]> {
  try {
    const { name, isPrivate, isMember, isArchived } = await api.channel(id);
    const checks: Check[] = [
      {
        ok: isMember && !isArchived,
        what: `Slack: #${name} ${isMember ? "has the bot" : "lacks the bot: /invite it there"}`,
      },
      {
        ok: isPrivate,
        what: `Slack: #${name} is ${isPrivate ? "private" : "public: anybody in the workspace may read it"}`,
      },
    ];
    if (!isMember) return checks;
    const strangers = (await api.members(id)).filter((member) => member !== bot && !staffOf(bank, member));
    const who =
      strangers.length === 0
        ? "everybody in it is on the staff list"
        : `${strangers.join(", ")} read it and are not on the staff list`;
    return [...checks, { ok: strangers.length === 0, what: `Slack: #${name}, ${who}` }];
  } catch (error) {
    return [{ ok: false, what: `Slack: channel ${id} could not be read (${failureOf(error).code})` }];
  }
}
