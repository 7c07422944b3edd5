/** emergency.yaml: when similar complaints are an alert, the emergency plan, and who is rung. */
import { z } from "zod";
import { Bilingual, Slug } from "../terms.ts";

const Detection = z.strictObject({
  /** Complaints this old at most are compared with a new one. */
  windowHours: z.number().min(0.5).max(24),
  /** Different customers an alert needs. */
  atLeast: z.number().int().min(3).max(100),
  /** Chance must bring so many together less than once in ten to this power. */
  surprise: z.number().min(3).max(30),
  /** Days after which a past complaint weighs half in what is usual. */
  halfLifeDays: z.number().min(1).max(365),
});
export type Detection = z.infer<typeof Detection>;

const Sign = z.strictObject({
  names: Bilingual,
  /** Lower case: part of a text in Chinese, beginning of a word in English. */
  words: z
    .array(
      z
        .string()
        .trim()
        .min(2)
        .refine((word) => word === word.toLowerCase(), "expected lower case"),
    )
    .min(1),
});

const Telephone = z.string().regex(/^\+?[\d-]{3,20}$/u, "expected a telephone number");

const Contact = z.strictObject({
  names: Bilingual,
  duty: Bilingual,
  phone: Telephone,
  /** Outside office hours. */
  night: Telephone,
});

const PlanStep = z.strictObject({
  /** Minutes after the alert. */
  within: z.number().int().min(1),
  /** Department of routing.yaml. */
  who: Slug,
  does: Bilingual,
});

export const Emergency = z.strictObject({
  detection: Detection,
  signs: z.record(Slug, Sign),
  plan: z.array(PlanStep).min(1),
  contacts: z.array(Contact).min(1),
});
export type Emergency = z.infer<typeof Emergency>;
