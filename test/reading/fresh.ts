import type { Act, Business, FactName, Intent, Reason, RiskSlug, Venue } from "../../src/flows/reading.ts";

/** What else a fresh message must show. Intents and risks not named must be absent. */
interface FreshMore {
  intents?: readonly Intent[];
  /** Intents that may be there or not. */
  maybe?: readonly Intent[];
  risks?: readonly RiskSlug[];
  /** Risks that may be there or not. */
  mayRisk?: readonly RiskSlug[];
  /** Money in minor units. */
  amounts?: readonly number[];
  /** "from/to" of each time, minutes, local. */
  occurred?: readonly string[];
  /** Facts whose values must be exactly these. */
  facts?: Partial<Record<FactName, readonly string[]>>;
  /** Facts that must be there, whatever the value. */
  has?: readonly FactName[];
  /** Facts that must not be there. */
  no?: readonly FactName[];
  asking?: FactName;
}

/** A message as a customer types it, its act, the three axes ("?" where two labellers would differ), the range of emotion. */
export type Fresh = readonly [
  text: string,
  act: Act | readonly Act[],
  business: Business | null | "?",
  reason: Reason | null | "?",
  venue: Venue | null | "?",
  emotion: readonly [least: number, most: number],
  more?: FreshMore,
];
