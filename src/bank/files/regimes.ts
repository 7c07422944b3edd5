/** regimes.yaml: which deadline pack a complaint falls under. */
import { z } from "zod";
import { Business, Reason } from "../../flows/reading.ts";
import { Slug } from "../terms.ts";

/** All that is named has to fit. */
const When = z
  .strictObject({
    business: z.array(Business).min(1),
    reason: z.array(Reason).min(1),
    /** Channels it came by. */
    channel: z.array(Slug).min(1),
    /** Words of the complaint, any of them. */
    said: z.array(z.string().trim().min(2)).min(1),
    /** Of an outlet the complaint is about. */
    region: z.array(Slug).min(1),
    entity: z.array(Slug).min(1),
  })
  .partial()
  .refine((when) => Object.keys(when).length > 0, "names nothing; without a rule the bank's own pack counts");

export const Regimes = z.strictObject({
  rules: z.array(z.strictObject({ rule: Slug, when: When, pack: Slug, basis: z.string().trim().min(1) })),
});
export type Regimes = z.infer<typeof Regimes>;
