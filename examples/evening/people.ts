/** Who of the bank's staff works this evening. */
import type { Content } from "../../src/content.ts";

/** By what they have to do: a handler and a lead of the card centre, a handler of digital banking, the complaint office, operations. */
export const PEOPLE = ["fang-yi", "tang-ruolan", "shen-lu", "meng-qi", "dong-che"] as const;

export function personIn({ bank }: Content, id: (typeof PEOPLE)[number]): Content["bank"]["staff"][number] {
  const found = bank.staff.find((one) => one.id === id);
  if (!found) throw new Error(`the evening needs ${id} in bank/staff.yaml`);
  return found;
}
