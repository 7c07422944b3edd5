/** taxonomy.yaml: the three axes of JR/T 0169-2018. Every slug of the label guide has its entry. */
import { z } from "zod";
import { Business, Reason, Venue } from "../../flows/reading.ts";
import { Bilingual } from "../terms.ts";

const Entry = z.strictObject({
  /** As in the standard. */
  names: Bilingual,
  /** As said to a customer. */
  short: Bilingual,
  /** Numeric code of the standard; empty until the bank fills it in. */
  jrt0169Code: z.string(),
});

export const Taxonomy = z.strictObject({
  business: z.record(Business, Entry),
  reason: z.record(Reason, Entry),
  venue: z.record(Venue, Entry),
});
export type Taxonomy = z.infer<typeof Taxonomy>;
