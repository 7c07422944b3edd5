import type { Act, Business, FactName, Intent, Language, Reason, RiskSlug, Venue } from "../../src/flows/reading.ts";

/** What a labelled message must be read as. Only what is named is checked; a list is checked as a whole. */
export interface Expected {
  language?: Language;
  act?: Act | readonly Act[];
  intents?: readonly Intent[];
  business?: Business | null;
  reason?: Reason | null;
  venue?: Venue | null;
  emotion?: number | readonly [number, number];
  abuse?: number;
  risks?: readonly RiskSlug[];
  /** Money in minor units. */
  amounts?: readonly number[];
  currency?: string;
  /** "from/to" of each time, minutes, local; the offset is checked elsewhere. */
  occurred?: readonly string[];
  seconds?: readonly number[];
  counts?: readonly number[];
  facts?: Partial<Record<FactName, readonly string[]>>;
  no?: readonly FactName[];
  injection?: boolean;
  asking?: FactName;
}
export type Labelled = readonly [text: string, expected: Expected];
