/** Masks what the desk shows: what a detector finds, and what the ledger knows to be personal. */
import type { LedgerFact, State } from "../flows/conversation.ts";
import { detectNames } from "../privacy/detect-people.ts";
import { maskPersonal } from "../privacy/mask.ts";

const HAN = /[\u3400-\u9fff]/;

/** 张伟 to 张*, "Mary Lee" to "M* L*". */
function maskName(name: string): string {
  if (HAN.test(name)) return `${name.slice(0, 1)}*`;
  return name
    .split(/\s+/)
    .map((part) => `${part.slice(0, 1)}*`)
    .join(" ");
}

/** Card, account and phone numbers keep their last four digits. */
function maskNumber(digits: string): string {
  return `****${digits.slice(-4)}`;
}

const isTail = (text: string) => text.length <= 4;

function known(fact: LedgerFact): [string, string] | null {
  const value = String(fact.value);
  switch (fact.name) {
    case "person":
      return value.length >= 2 ? [value, maskName(value)] : null;
    case "counterparty":
      // A payee may be a private person; a merchant's name is no personal data and helps the clerk.
      return detectNames(`收款人${value}`).some((name) => name.end === value.length + 3)
        ? [value, maskName(value)]
        : null;
    case "phone":
      return [value, maskPersonal(value) === value ? maskNumber(value) : maskPersonal(value)];
    case "card-tail":
    case "account-tail":
      return isTail(value) ? null : [value, maskNumber(value)];
    default:
      return null;
  }
}

export type Mask = (text: string) => string;

/**
 * A function that masks any text of this conversation. A name the customer gave once ("我叫张伟") is masked
 * wherever it comes again, also where no cue stands beside it.
 */
export function maskFor(state: State): Mask {
  const values = new Map<string, string>();
  for (const matter of state.matters) {
    for (const fact of matter.facts) {
      const pair = known(fact);
      if (pair) values.set(pair[0], pair[1]);
    }
    for (const text of [matter.words, ...matter.facts.map((fact) => fact.text)]) {
      for (const { start, end } of detectNames(text)) {
        const name = text.slice(start, end);
        if (name.length >= 2) values.set(name, maskName(name));
      }
    }
  }
  // Longest first: 张伟强 before 张伟.
  const pairs = [...values].sort((a, b) => b[0].length - a[0].length);
  return (text) => pairs.reduce((out, [value, masked]) => out.replaceAll(value, masked), maskPersonal(text));
}
