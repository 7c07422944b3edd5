/**
 * One evening with everything real on one machine: two customers complain at the same time, one on WeChat and one on
 * the website; staff work in Slack and at the web desk. What isn't ours is at the far edge only: a WeChat account
 * behind a real gRPC hop, the Slack emulator, a browser.
 */
import type { Content } from "../../src/content.ts";
import { missingAction, type Wrong, wrongMessages } from "./check.ts";
import type { Customer } from "./customer.ts";
import { feeCase } from "./fee-case.ts";
import { PEOPLE } from "./people.ts";
import { repaymentCase } from "./repayment-case.ts";
import { type Stage, setStage } from "./stage.ts";
import { createStory, type Line, type Story } from "./story.ts";

/** What the audit has to tell of each case, in order. */
const AUDIT = {
  fee: ["staff:fang-yi take", "staff:fang-yi ask-facts", "staff:fang-yi propose", "staff:tang-ruolan pass-proposal"],
  repayment: [
    "staff:shen-lu accept",
    "staff:shen-lu return",
    "staff:meng-qi offer-transfer",
    "staff:tang-ruolan accept-transfer",
    "staff:tang-ruolan take",
    "staff:tang-ruolan staff-reply",
    "staff:tang-ruolan hand-back",
    "staff:tang-ruolan resolve",
  ],
};

export interface Evening {
  cases: number;
  /** Things done by people. */
  steps: number;
  /** Steps that came to a customer. */
  seen: number;
  /** Messages on the customers' screens. */
  messages: number;
  missing: number;
  doubled: number;
  outOfOrder: number;
  auditEntries: number;
  auditProblems: number;
  /** Why the evening is not all right; empty when it is. */
  problems: string[];
  ok: boolean;
}

/** `tell` hears the story as it goes. Rejects only where the stage can't be set. */
export async function runEvening(content: Content, tell: (line: Line) => void): Promise<Evening> {
  const stage = await setStage(content, PEOPLE);
  try {
    const story = createStory(stage.now, tell);
    const played = await Promise.allSettled([feeCase(stage, story, content), repaymentCase(stage, story, content)]);
    const problems = played.flatMap((one) => (one.status === "rejected" ? [reasonOf(one.reason)] : []));
    const keys = played.map((one) => (one.status === "fulfilled" ? one.value : null));
    return await judged(stage, story, keys, problems);
  } finally {
    await stage.close();
  }
}

const reasonOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

async function judged(
  stage: Stage,
  story: Story,
  keys: readonly (string | null)[],
  problems: string[],
): Promise<Evening> {
  const { slack, widget, wechat } = stage;
  for (const key of keys) {
    if (key === null) continue;
    const cards = await slack.cardsOf(key);
    if (cards !== 1) problems.push(`${cards} cards of a case in Slack`);
  }
  const screens = new Map<Customer, string[]>();
  for (const customer of [widget, wechat]) screens.set(customer, await customer.seen());
  await stage.closeProduct();
  problems.push(...stage.errors.map((error) => `the product logged: ${error}`));

  const store = await stage.openStore();
  try {
    const wrong: Wrong[] = [];
    for (const [index, name] of (["fee", "repayment"] as const).entries()) {
      const customer = name === "fee" ? widget : wechat;
      const seen = screens.get(customer) ?? [];
      const found = story.wrongWith(customer, seen);
      const row = keys[index] ? await store.case(keys[index]) : undefined;
      if (row) {
        const stored = await store.messages(row.conversation, { after: 0, limit: 500 });
        const said = stored.flatMap(({ author, text }) => (author.kind === "customer" || text === null ? [] : [text]));
        found.push(...wrongMessages(seen, said));
        const entries = [...(await store.auditEntries(row.key)), ...(await store.auditEntries(row.conversation))];
        const actions = entries
          .toSorted((a, b) => a.at.localeCompare(b.at))
          .map(({ actor, action }) => `${actor} ${action}`);
        const lacks = missingAction(actions, AUDIT[name]);
        if (lacks !== null) problems.push(`the audit of the ${name} case lacks "${lacks}": ${actions.join(", ")}`);
      }
      wrong.push(...found);
      problems.push(...found.map(({ kind, step }) => `${customer.name} (${customer.where}) ${kind}: ${step}`));
    }
    const audit = await store.verifyAudit();
    problems.push(...audit.problems.map(({ problem }) => `audit: ${problem}`));
    const count = (kind: Wrong["kind"]) => wrong.filter((one) => one.kind === kind).length;
    const cases = (await store.cases({ limit: 100 })).length;
    if (cases !== 2) problems.push(`${cases} cases instead of 2`);
    return {
      cases,
      steps: story.lines.filter(({ seen }) => seen === undefined).length,
      seen: story.lines.filter(({ seen }) => seen !== undefined).length,
      messages: [...screens.values()].flat().length,
      missing: count("missing"),
      doubled: count("doubled"),
      outOfOrder: count("out-of-order"),
      auditEntries: audit.entries,
      auditProblems: audit.problems.length,
      problems,
      ok: problems.length === 0,
    };
  } finally {
    await store.close();
  }
}
