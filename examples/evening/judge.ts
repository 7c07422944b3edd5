/** What was wrong with the evening: on the customers' screens, in Slack, in what is stored. */
import type { Store } from "../../src/store/store.ts";
import { missingAction, type Wrong, wrongMessages, wrongSteps } from "./check.ts";
import type { Customer } from "./customer.ts";
import type { SlackOffice } from "./slack-office.ts";
import type { Played } from "./story.ts";

export interface Found {
  kind: Wrong["kind"] | "broken-off" | "other";
  text: string;
}

/** What the audit has to tell of each case, in order: who took which step. */
const AUDIT = {
  fee: [
    "staff:fang-yi take",
    "staff:fang-yi ask-facts",
    "staff:fang-yi propose",
    "staff:tang-ruolan pass-proposal",
    "case follow proposal-agreed",
  ],
  repayment: [
    "staff:shen-lu accept",
    "staff:shen-lu return",
    "staff:meng-qi offer-transfer",
    "staff:dong-che accept-transfer",
    "staff:dong-che take",
    "staff:dong-che staff-reply",
    "staff:dong-che hand-back",
    "staff:dong-che resolve",
  ],
};

export const problemsOnScreen = ({ name, where }: { name: string; where: string }, wrong: readonly Wrong[]): Found[] =>
  wrong.map(({ kind, step }) => ({ kind, text: `${name} (${where}), ${kind}: ${step}` }));

/** One card, however often the case moved, and in its thread each thing once. */
export async function problemsInSlack(slack: SlackOffice, { card, inThread }: Played): Promise<Found[]> {
  const cards = await slack.cardsOf(card.key);
  const steps = inThread.map((words) => ({ step: words.source, words }));
  return [
    ...(cards === 1 ? [] : [{ kind: "other" as const, text: `${cards} cards of one case in Slack` }]),
    ...problemsOnScreen({ name: "the thread", where: "slack" }, wrongSteps(await slack.thread(card), steps)),
  ];
}

/** The screen holds what was said and nothing else, and the audit tells what was done. */
export async function problemsStored(
  store: Pick<Store, "case" | "messages" | "auditEntries">,
  { card }: Played,
  { customer, seen, case: name }: { customer: Customer; seen: readonly string[]; case: keyof typeof AUDIT },
): Promise<Found[]> {
  const row = await store.case(card.key);
  if (!row) return [{ kind: "other", text: `the ${name} case is not stored` }];
  const stored = await store.messages(row.conversation, { after: 0, limit: 500 });
  const said = stored.flatMap(({ author, text }) => (author.kind === "customer" || text === null ? [] : [text]));
  const trails = await Promise.all([row.key, row.conversation].map((chain) => store.auditEntries(chain)));
  const actions = trails
    .flat()
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ actor, action, detail }) => {
      const events = Array.isArray(detail.events) ? detail.events.map((event) => `${actor} ${action} ${event}`) : [];
      return [`${actor} ${action}`, ...events];
    });
  const lacks = missingAction(actions, AUDIT[name]);
  return [
    ...problemsOnScreen(customer, wrongMessages(seen, said)),
    ...(lacks === null ? [] : [{ kind: "other" as const, text: `the audit lacks "${lacks}": ${actions.join(", ")}` }]),
  ];
}
