import type { LedgerFact, Matter } from "./conversation.ts";
import { standing } from "./ledger.ts";
import type { Correction, FoundFact } from "./reading.ts";

/**
 * A correction that names only numbers, as the fact it corrects. Null when the old number is not in the ledger:
 * then what else was found in the words counts.
 */
export function bareCorrection(matter: Matter, correction: Correction | undefined): FoundFact | null {
  if (!correction) return null;
  const { was, is, text, start, end } = correction;
  const fact = standing(matter).findLast((one) => (was === null ? alike(one, text) : says(one, was)));
  const span = { text, start, end };
  switch (fact?.name) {
    case "amount":
      return { name: "amount", value: { ...fact.value, minor: Math.round(is * 100) }, ...span };
    case "count":
      return { name: "count", value: { ...fact.value, n: Math.round(is) }, ...span };
    case "card-tail":
    case "account-tail":
    case "phone":
      // Leading zeros are part of a tail: the words count, not their value.
      return /^\d+$/u.test(text) ? { name: fact.name, value: text, ...span } : null;
    default:
      return null;
  }
}

/** Only the right number is said: it is for the fact that is written with as many digits. */
function alike(fact: LedgerFact, digits: string): boolean {
  if (!/^\d{4,}$/u.test(digits)) return false;
  switch (fact.name) {
    case "card-tail":
    case "account-tail":
    case "phone":
      return fact.value.length === digits.length;
    default:
      return false;
  }
}

function says(fact: LedgerFact, number: number): boolean {
  switch (fact.name) {
    case "amount":
      return fact.value.minor === Math.round(number * 100);
    case "count":
      return fact.value.n === number;
    case "card-tail":
    case "account-tail":
    case "phone":
      return Number(fact.value) === number;
    default:
      return false;
  }
}
