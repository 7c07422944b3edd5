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
    const day = monthAndDay(date);
    if (!known.text.includes(date) && !(day && known.days.has(day)))
      warnings.push(`日期或时限不在案件中 / date or limit not in the case: “${date}”`);
  }
  return { warnings: [...new Set(warnings)] };
}

/** "12-6" of 12月6日, 2026-12-06 or 12/6. */
function monthAndDay(date: string): string | null {
  const [, month, day] = /(?:^|\D)(\d{1,2})[月./-](\d{1,2})(?!\d)/u.exec(date.replace(/^\d{4}\D/u, "")) ?? [];
  return month && day ? `${Number(month)}-${Number(day)}` : null;
}

function knownText(state: State): { amounts: Set<string>; days: Set<string>; text: string } {
  const amounts = new Set<string>();
  const days = new Set<string>();
  const know = (date: string) => {
    const day = monthAndDay(date.slice(0, 10));
    if (day) days.add(day);
  };
  const texts: string[] = [];
  for (const matter of state.matters) {
    if (matter.case) know(matter.case.due);
    for (const citation of matter.cited) {
      texts.push(citation.quote);
      for (const [amount] of citation.quote.matchAll(AMOUNTS)) amounts.add(digits(amount));
    }
    for (const fact of standing(matter)) {
      texts.push(fact.text);
      // In the zone the customer spoke of: the instant carries its offset.
      if (fact.name === "occurred") know(fact.value.from);
      if (fact.name === "amount") amounts.add(String(fact.value.minor / 100));
    }
  }
  return { amounts, days, text: texts.join("\n") };
}
