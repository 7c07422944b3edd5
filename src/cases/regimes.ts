/** Which deadline pack a complaint falls under, with the reason, and the last day under a pack of any regime. */
import type { Bank } from "../bank/bank.ts";
import type { RulePack } from "../bank/files/rules.ts";
import type { Deadline } from "../flows/bank.ts";
import type { Matter } from "../flows/conversation.ts";
import { type Counting, deadline, deadlineUnder, type Limit } from "./deadline.ts";
import { recused } from "./recusal.ts";
import { dayIn } from "./zone.ts";

type Source = Pick<
  Bank,
  "regimes" | "packs" | "rules" | "calendar" | "calendars" | "profile" | "staff" | "outlets" | "routing"
>;

/** A complaint as far as the choice looks at it. */
export interface Falls {
  matter: Pick<Matter, "business" | "reason" | "words" | "facts">;
  /** It came by. */
  channel: string;
}

/**
 * The statutory last day with the pack it comes from and why that pack counts. A rule whose pack is not in force on the
 * day of receipt decides nothing.
 */
export function deadlineFor(bank: Source, receivedAt: string, about: Falls | undefined): Deadline {
  const chosen =
    about && bank.regimes.rules.find((rule) => fits(bank, rule.when, about) && inForce(bank, rule.pack, receivedAt));
  const pack = chosen && bank.packs.find((one) => one.pack === chosen.pack);
  if (!chosen || !pack) return deadline(ownCounting(bank), receivedAt);
  const reached = deadlineUnder(countingOf(bank, pack), pack, receivedAt, "ordinary");
  return { ...reached, chosen: { rule: chosen.rule, reason: chosen.basis } };
}

/**
 * The last day for a case that is under `current` already and begins again, or is extended. The bank's own pack is the
 * one in force on the day of receipt; a pack that was chosen stays. Throws RangeError where no pack covers the day.
 */
export function deadlineUnderRule(
  bank: Omit<Source, "regimes" | "routing">,
  receivedAt: string,
  limit: Limit,
  current: string,
): Deadline {
  const pack = bank.packs.find((one) => one.pack === current);
  const own = !pack || (pack.regime === bank.profile.regime && pack.applies === "direct");
  if (own) return deadline(ownCounting(bank), receivedAt, limit);
  return deadlineUnder(countingOf(bank, pack), pack, receivedAt, limit);
}

/** Packs staff may choose for what was received then: those that answer somebody and are in force. */
export function packsToChoose(bank: Pick<Bank, "packs">, receivedAt: string): RulePack[] {
  return bank.packs.filter((pack) => pack.applies !== "internal" && covers(pack, receivedAt));
}

/** The last day under a pack that is not the case's own yet; null where it can't be chosen. */
export function deadlineChosen(
  bank: Omit<Source, "regimes" | "routing">,
  receivedAt: string,
  slug: string,
): Deadline | null {
  const pack = packsToChoose(bank, receivedAt).find((one) => one.pack === slug);
  return pack ? deadlineUnder(countingOf(bank, pack), pack, receivedAt, "ordinary") : null;
}

const covers = (pack: RulePack, receivedAt: string): boolean => {
  const day = dayIn(pack.zone, receivedAt);
  return pack.validFrom <= day && (pack.validTo === null || day <= pack.validTo);
};

const inForce = ({ packs }: Pick<Bank, "packs">, slug: string, receivedAt: string): boolean =>
  packs.some((pack) => pack.pack === slug && covers(pack, receivedAt));

const ownCounting = ({ profile, rules, calendar }: Pick<Bank, "profile" | "rules" | "calendar">): Counting => ({
  zone: profile.zone,
  rules,
  calendar,
});

/** Each pack goes by the days of its own calendar; the official year is taken where there are two. */
function countingOf(bank: Pick<Bank, "rules" | "calendar" | "calendars">, pack: RulePack): Counting {
  const years = pack.calendar === null ? [] : (bank.calendars.get(pack.calendar) ?? []);
  const officialLast = years.toSorted((a, b) => Number(a.status === "official") - Number(b.status === "official"));
  return { zone: pack.zone, rules: [pack], calendar: new Map(officialLast.map((year) => [year.year, year])) };
}

function fits(bank: Source, when: Source["regimes"]["rules"][number]["when"], { matter, channel }: Falls): boolean {
  const { business, reason } = matter;
  const words = matter.words.toLowerCase();
  if (when.business && !(business && when.business.includes(business))) return false;
  if (when.reason && !(reason && when.reason.includes(reason))) return false;
  if (when.channel && !when.channel.includes(channel)) return false;
  if (when.said && !when.said.some((word) => words.includes(word.toLowerCase()))) return false;
  if (!when.region && !when.entity) return true;
  const outlets = recused(bank, matter).outlets.flatMap((slug) => bank.outlets[slug] ?? []);
  return outlets.some(
    ({ region, entity }) =>
      (!when.region || (region !== undefined && when.region.includes(region))) &&
      (!when.entity || (entity !== undefined && when.entity.includes(entity))),
  );
}
