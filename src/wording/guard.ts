/**
 * The promise guard: what a text would commit the bank to, beyond what is in the state or a cited policy.
 * The bot's words come from templates and are held to it in tests; staff are warned before they send.
 */
import { AMOUNTS, DATES, PROMISES } from "../flows/commitments.ts";
import type { State } from "../flows/conversation.ts";
import { standing } from "../flows/ledger.ts";

const digits = (text: string): string => text.replace(/[^\d.]/gu, "").replace(/\.0+$/u, "");

/** Warnings in plain words for the person who is about to send `text`. Empty when there is nothing to warn of. */
export function checkPromise(text: string, state: State): { warnings: string[] } {
  const known = knownText(state);
  const warnings: string[] = [];
  for (const [word] of text.matchAll(PROMISES)) warnings.push(`承诺性表述 / sounds like a promise: “${word}”`);
  for (const [amount] of text.matchAll(AMOUNTS)) {
    if (!known.amounts.has(digits(amount)))
      warnings.push(`金额不在案件或引用政策中 / amount not in the case or cited policy: “${amount}”`);
  }
  for (const [date] of text.matchAll(DATES)) {
    if (!known.text.includes(date)) warnings.push(`日期或时限不在案件中 / date or limit not in the case: “${date}”`);
  }
  return { warnings: [...new Set(warnings)] };
}

function knownText(state: State): { amounts: Set<string>; text: string } {
  const amounts = new Set<string>();
  const texts: string[] = [];
  for (const matter of state.matters) {
    if (matter.case) texts.push(matter.case.due, sayDue(matter.case.due));
    for (const citation of matter.cited) {
      texts.push(citation.quote);
      for (const [amount] of citation.quote.matchAll(AMOUNTS)) amounts.add(digits(amount));
    }
    for (const fact of standing(matter)) {
      texts.push(fact.text);
      if (fact.name === "amount") amounts.add(String(fact.value.minor / 100));
    }
  }
  return { amounts, text: texts.join("\n") };
}

const sayDue = (due: string): string => `${Number(due.slice(5, 7))}月${Number(due.slice(8, 10))}日`;
