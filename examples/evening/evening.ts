/**
 * One evening with everything real on one machine: two customers complain at the same time, one on WeChat and one on
 * the website; staff work in Slack and at the web desk. What isn't ours is at the far edge only: a WeChat account
 * behind a real gRPC hop, the Slack emulator, a browser.
 */
import type { Content } from "../../src/content.ts";
import { feeCase } from "./fee-case.ts";
import { type Found, problemsInSlack, problemsInTrail, problemsOnScreen, problemsStored, trailOf } from "./judge.ts";
import { PEOPLE } from "./people.ts";
import { repaymentCase } from "./repayment-case.ts";
import { type Stage, setStage } from "./stage.ts";
import { createStory, type Line, type Played, type Story } from "./story.ts";

export interface Evening {
  cases: number;
  /** Things that people and Slack did. */
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
  /** Who did what with each case, as the audit has it. */
  trails: { case: string; audit: string[] }[];
  /** Why the evening is not all right; empty when it is. */
  problems: string[];
  ok: boolean;
}

/** `bank`: folder the content was read from. `tell` hears the story as it goes. Rejects only where the stage can't be set. */
export async function runEvening(
  { content, bank }: { content: Content; bank: string },
  tell: (line: Line) => void,
): Promise<Evening> {
  const stage = await setStage({ content, bank }, PEOPLE);
  try {
    const story = createStory(stage.now, tell);
    // At the same time, as customers come; what goes wrong with one doesn't keep the other from being told.
    const [fee, repayment] = await Promise.allSettled([
      feeCase(stage, story, content),
      repaymentCase(stage, story, content),
    ]);
    return await judge(stage, story, { fee, repayment });
  } finally {
    await stage.close();
  }
}

type Outcomes = Record<"fee" | "repayment", PromiseSettledResult<Played>>;

async function judge(stage: Stage, story: Story, outcomes: Outcomes): Promise<Evening> {
  const found: Found[] = [];
  const trails: Evening["trails"] = [];
  const screens = { fee: await stage.widget.seen(), repayment: await stage.wechat.seen() };
  await stage.closeProduct();
  const store = await stage.openStore();
  try {
    for (const name of ["fee", "repayment"] as const) {
      const outcome = outcomes[name];
      const customer = name === "fee" ? stage.widget : stage.wechat;
      if (outcome.status === "rejected") {
        const { reason } = outcome;
        found.push({ kind: "broken-off", text: reason instanceof Error ? reason.message : String(reason) });
      }
      found.push(...problemsOnScreen(customer, story.wrongWith(customer, screens[name])));
      if (outcome.status === "rejected") continue;
      found.push(...(await problemsInSlack(stage.slack, outcome.value)));
      found.push(...(await problemsStored(store, outcome.value, customer, screens[name])));
      const trail = await trailOf(store, outcome.value);
      trails.push({ case: name, audit: trail });
      found.push(...problemsInTrail(trail, name));
    }
    const audit = await store.verifyAudit();
    const cases = (await store.cases({ limit: 100 })).length;
    if (cases !== 2) found.push({ kind: "other", text: `${cases} cases instead of 2` });
    for (const { problem } of audit.problems) found.push({ kind: "other", text: `audit: ${problem}` });
    for (const error of stage.errors) found.push({ kind: "other", text: `the product logged: ${error}` });
    const count = (kind: Found["kind"]) => found.filter((one) => one.kind === kind).length;
    return {
      cases,
      steps: story.lines.filter(({ seen }) => seen === undefined).length,
      seen: story.lines.filter(({ seen }) => seen !== undefined).length,
      messages: screens.fee.length + screens.repayment.length,
      missing: count("missing"),
      doubled: count("doubled"),
      outOfOrder: count("out-of-order"),
      auditEntries: audit.entries,
      auditProblems: audit.problems.length,
      trails,
      problems: [...new Set(found.map(({ text }) => text))],
      ok: found.length === 0,
    };
  } finally {
    await store.close();
  }
}
