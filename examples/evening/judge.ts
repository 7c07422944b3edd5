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

/** What the audit has to tell of each case, in order: who took which step, and at its end what the customer answered. */
const AUDIT = {
  fee: [
    "staff:fang-yi take",
    "staff:fang-yi ask-facts",
    "staff:fang-yi propose",
    "staff:tang-ruolan pass-proposal",
    "case follow proposal-agreed+followed",
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

/** The screen holds what was said and nothing else. */
export async function problemsStored(
  store: Pick<Store, "case" | "messages">,
  { card }: Played,
  customer: Customer,
  seen: readonly string[],
): Promise<Found[]> {
  const row = await store.case(card.key);
  if (!row) return [{ kind: "other", text: "the case is not stored" }];
  const stored = await store.messages(row.conversation, { after: 0, limit: 500 });
  const said = stored.flatMap(({ author, text }) => (author.kind === "customer" || text === null ? [] : [text]));
  return problemsOnScreen(customer, wrongMessages(seen, said));
}

/** Who did what with a case and its conversation, in order, as the audit has it: "staff:fang-yi take". */
export async function trailOf(store: Pick<Store, "case" | "auditEntries">, { card }: Played): Promise<string[]> {
  const row = await store.case(card.key);
  const chains = row ? [row.key, row.conversation] : [];
  const entries = (await Promise.all(chains.map((chain) => store.auditEntries(chain)))).flat();
  return entries
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ actor, action, detail: { events } }) =>
      [actor, action, ...(Array.isArray(events) ? [events.join("+")] : [])].join(" "),
    );
}

export function problemsInTrail(trail: readonly string[], name: keyof typeof AUDIT): Found[] {
  const lacks = missingAction(trail, AUDIT[name]);
  return lacks === null ? [] : [{ kind: "other", text: `the audit of the ${name} case lacks "${lacks}"` }];
}
