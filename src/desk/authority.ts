/**
 * What a person may promise by themselves: each tier of bank/staff.yaml grants up to an amount in one case.
 * Counted are amounts of money in the text that stand neither in the case nor in a policy cited to the customer.
 */
import type { Bilingual } from "../bank/terms.ts";
import type { State } from "../flows/conversation.ts";
import type { StaffDirectory, StaffMember } from "./staff.ts";

const AMOUNT = /[¥￥]\s?(\d[\d,]*(?:\.\d+)?)(\s?万)?|(\d[\d,]*(?:\.\d+)?)\s?(万元|万|元|块|yuan|CNY|RMB)/giu;

/** Amounts in `text`, in fen. */
export function amountsIn(text: string): number[] {
  return [...text.normalize("NFKC").matchAll(AMOUNT)].map(([, signed, tenThousand, plain, unit]) => {
    const number = Number((signed ?? plain ?? "0").replaceAll(",", ""));
    const factor = tenThousand !== undefined || unit?.startsWith("万") ? 10_000 : 1;
    return Math.round(number * factor * 100);
  });
}

/**
 * The tier's limit in fen when `text` goes beyond it, and the name of the lowest tier that may grant it all (null: none
 * may alone); null when it doesn't.
 */
export function beyondAuthority(
  text: string,
  state: State,
  staff: StaffMember,
  { tiers }: Pick<StaffDirectory, "tiers">,
): { limit: number; needed: Bilingual | null } | null {
  const known = new Set<number>();
  for (const matter of state.matters) {
    for (const fact of matter.facts) if (fact.name === "amount") known.add(fact.value.minor);
    for (const { quote } of matter.cited) for (const amount of amountsIn(quote)) known.add(amount);
  }
  const limit = Object.entries(tiers).find(([tier]) => Number(tier) === staff.tier)?.[1].grantsUpTo ?? 0;
  const beyond = amountsIn(text).filter((amount) => amount > limit && !known.has(amount));
  if (beyond.length === 0) return null;
  const able = Object.values(tiers).filter(({ grantsUpTo }) => grantsUpTo >= Math.max(...beyond));
  const [lowest] = able.sort((a, b) => a.grantsUpTo - b.grantsUpTo);
  return { limit, needed: lowest?.names ?? null };
}
