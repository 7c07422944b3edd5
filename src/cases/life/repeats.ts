/** Repeat complaints: the same person about a similar matter. Pure, over the person's earlier cases. */
import type { Business, Reason } from "../../flows/reading.ts";
import { dayIn, daysBetween } from "../zone.ts";
import type { Link } from "./case.ts";

export interface Earlier {
  key: string;
  receivedAt: string;
  business: Business | null;
  reason: Reason | null;
  /** Amounts named in it, fen, and tails of cards or accounts: what tells one trouble from another. */
  amounts: readonly number[];
  tails: readonly string[];
  /** The answer is still owed. */
  running: boolean;
}

export interface Repeats {
  /** Cases to link: earlier ones of the last days. */
  links: Link[];
  /** Key of the running case this one is to be merged into; null where it goes its own way. */
  mergeInto: string | null;
}

/**
 * `earlier` are all cases of the same person, in any order. A case is like another when its axes agree as far as both
 * are known, at least one is, and neither amounts nor tails say otherwise. The same complaint made again while its
 * period runs may be merged (Order 2020/3 art. 18); with new facts and reasons it is not the same, and the period
 * begins again instead: `newFacts` says that staff or the reading found some.
 */
export function repeatsOf(
  fresh: Earlier,
  earlier: readonly Earlier[],
  options: { days: number; zone: string; newFacts: boolean },
): Repeats {
  const like = earlier
    .filter((one) => one.key !== fresh.key && similar(one, fresh) && within(one, fresh, options))
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  const running = like.find((one) => one.running);
  const mergeInto = running && !options.newFacts ? running.key : null;
  const links = like.map((one): Link => ({ key: one.key, as: one.key === mergeInto ? "same-period" : "repeat" }));
  return { links, mergeInto };
}

function within(one: Earlier, fresh: Earlier, { days, zone }: { days: number; zone: string }): boolean {
  const distance = daysBetween(dayIn(zone, one.receivedAt), dayIn(zone, fresh.receivedAt));
  return distance >= 0 && distance <= days && Date.parse(one.receivedAt) <= Date.parse(fresh.receivedAt);
}

function similar(a: Earlier, b: Earlier): boolean {
  const agrees = <T>(x: T | null, y: T | null) => x === null || y === null || x === y;
  const both = (a.business !== null && a.business === b.business) || (a.reason !== null && a.reason === b.reason);
  return (
    both &&
    agrees(a.business, b.business) &&
    agrees(a.reason, b.reason) &&
    share(a.amounts, b.amounts) &&
    share(a.tails, b.tails)
  );
}

/** Nothing said on one side says nothing against it. */
const share = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
