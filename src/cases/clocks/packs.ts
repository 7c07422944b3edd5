/** Which packs a case keeps. */
import type { Bank } from "../../bank/bank.ts";
import type { RulePack } from "../../bank/files/rules.ts";
import type { Business } from "../../flows/reading.ts";
import type { CaseEvent } from "../life/events.ts";
import { localTime } from "../zone.ts";
import type { FiringSetup } from "./firings.ts";

/**
 * The law's pack as the registration names it, and the bank's own one that was in force on the day of receipt. Both
 * stay with the case, whatever is in force by now. Throws RangeError when a pack that a case keeps has left the folder.
 */
export function packsOf(
  bank: Pick<Bank, "packs">,
  registered: { receivedAt: string; rule: { pack: string } },
): RulePack[] {
  const statutory = bank.packs.find((pack) => pack.pack === registered.rule.pack);
  if (!statutory) throw new RangeError(`no deadline pack ${registered.rule.pack}`);
  const internal = bank.packs.find(
    (pack) =>
      pack.applies === "internal" &&
      pack.regime === statutory.regime &&
      covers(pack, localTime(Date.parse(registered.receivedAt), pack.zone).day),
  );
  return internal ? [statutory, internal] : [statutory];
}

function covers(pack: RulePack, day: string): boolean {
  return pack.validFrom <= day && (pack.validTo === null || day <= pack.validTo);
}

/** What the clocks of one case need of the bank. Throws RangeError for events without a registration. */
export function setupOf(
  bank: Pick<Bank, "packs" | "calendars" | "reminders">,
  events: readonly CaseEvent[],
  business: Business | null,
): FiringSetup {
  const registered = events.find((event) => event.type === "registered");
  if (registered?.type !== "registered") throw new RangeError("the case was never registered");
  // Where staff chose another pack since, it counts from the beginning.
  const chosen = events.findLast((event) => event.type === "regime-chosen");
  const rule = chosen?.type === "regime-chosen" ? chosen.rule : registered.rule;
  return {
    packs: packsOf(bank, { ...registered, rule }),
    calendars: bank.calendars,
    reminders: bank.reminders,
    business,
  };
}
