import type { LedgerFact, Matter } from "./conversation.ts";
import { standing } from "./ledger.ts";
import type { FoundFact } from "./reading.ts";

/** "不是38，是380"; "not 38 but 380", "it's 380, not 38". Numbers only: what they count is in the ledger. */
const OLD_NEW =
  /(?:不是|并非|\bnot)\s*([\d,.]+)\s*(?:元|块)?\s*[，,、；;]?\s*(?:而是|应该是|是|but|it'?s|it was)\s*([\d,.]+)(?![\d万千百亿wk年月号日点:])/iu;
const NEW_OLD = /(?:是|\bit'?s)\s*([\d,.]+)\s*(?:元|块)?\s*[，,]?\s*(?:不是|\bnot)\s*([\d,.]+)/iu;

/**
 * A correction that names only numbers, as the fact it corrects. Null when the old number is not in the ledger:
 * then the reader's own finding counts.
 */
export function bareCorrection(matter: Matter, text: string): FoundFact | null {
  const forward = OLD_NEW.exec(text);
  const backward = forward ? null : NEW_OLD.exec(text);
  const was = plain(forward?.[1] ?? backward?.[2]);
  const is = plain(forward?.[2] ?? backward?.[1]);
  if (was === null || is === null) return null;
  const fact = standing(matter).findLast((one) => says(one, was));
  const start = text.lastIndexOf(is);
  if (!fact || start < 0) return null;
  const span = { text: is, start, end: start + is.length };
  switch (fact.name) {
    case "amount":
      return { name: "amount", value: { ...fact.value, minor: Math.round(Number(is) * 100) }, ...span };
    case "count":
      return { name: "count", value: { ...fact.value, n: Math.round(Number(is)) }, ...span };
    case "card-tail":
    case "account-tail":
    case "phone":
      return { name: fact.name, value: is, ...span };
    default:
      return null;
  }
}

function plain(number: string | undefined): string | null {
  const text = number?.replace(/,/gu, "").replace(/\.$/u, "") ?? "";
  return text !== "" && Number.isFinite(Number(text)) ? text : null;
}

function says(fact: LedgerFact, number: string): boolean {
  switch (fact.name) {
    case "amount":
      return fact.value.minor === Math.round(Number(number) * 100);
    case "count":
      return fact.value.n === Number(number);
    case "card-tail":
    case "account-tail":
    case "phone":
      return fact.value === number;
    default:
      return false;
  }
}
