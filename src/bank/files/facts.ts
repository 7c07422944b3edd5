/** facts.yaml: what is asked, in which order, and why. */
import { z } from "zod";
import { Business, FactName, Reason, RiskSlug, Venue } from "../../flows/reading.ts";
import { Bilingual } from "../terms.ts";

const FactEntry = z.strictObject({
  names: Bilingual,
  personal: z.boolean(),
  held: z.boolean(),
  essential: z.boolean(),
  /** One plain sentence for "why do you ask?". */
  why: Bilingual,
});

/** All that is named has to fit; a list fits when it holds the complaint's value, or one of its risks. */
const Also = z.strictObject({
  facts: z.array(FactName).min(1),
  when: z
    .strictObject({
      business: z.array(Business),
      reason: z.array(Reason),
      venue: z.array(Venue),
      risk: z.array(RiskSlug),
    })
    .partial()
    .refine((when) => Object.keys(when).length > 0, "names no axis and no risk; use `always` for every complaint"),
  held: z.boolean().optional(),
  essential: z.boolean().optional(),
});

export const Facts = z.strictObject({
  facts: z.record(FactName, FactEntry),
  atMost: z.number().int().min(1).max(7, "a customer is never asked more than 7 things"),
  order: z.array(FactName),
  givesWay: z.array(FactName),
  always: z.array(FactName),
  also: z.array(Also),
  explainable: z.record(Reason, z.boolean()),
});
export type Facts = z.infer<typeof Facts>;
