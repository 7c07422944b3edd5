/** grades.yaml: grade and urgency of a case, who passes a proposal, and how long each side waits. */
import { z } from "zod";
import { Business, Reason, RiskSlug } from "../../flows/reading.ts";
import { Bilingual, Slug } from "../terms.ts";
import { Level } from "./risks.ts";

export const Grade = z.enum(["ordinary", "complex", "major"]);
export const Urgency = z.enum(["I", "II", "III"]);

/** All that is named has to fit. */
const When = z
  .strictObject({
    risk: z.array(RiskSlug),
    level: z.array(Level),
    business: z.array(Business),
    reason: z.array(Reason),
    /** Highest amount the customer named, fen, this or more. */
    amountFrom: z.number().int().min(1),
    /** Peak of the emotion, this or more. */
    emotionFrom: z.number().int().min(1).max(3),
  })
  .partial()
  .refine((when) => Object.keys(when).length > 0, "names nothing; use the otherwise entry");

const basis = z.string().trim().min(1);
const days = z.number().int().min(1).max(366);
const named = z.strictObject({ names: Bilingual });
const Approval = z.strictObject({ tier: z.number().int().min(1).max(4), approvals: z.number().int().min(0).max(2) });

export const Grades = z.strictObject({
  grades: z.record(Grade, named),
  gradeRules: z.array(z.strictObject({ rule: Slug, when: When, grade: Grade, basis })),
  gradeOtherwise: z.strictObject({ grade: Grade, basis }),
  urgencies: z.record(Urgency, named),
  urgencyRules: z.array(z.strictObject({ rule: Slug, when: When, urgency: Urgency, basis })),
  urgencyOtherwise: z.strictObject({ urgency: Urgency, basis }),
  approvals: z.strictObject({
    ordinary: Approval,
    complex: Approval,
    major: Approval,
    twoFromTier: z.number().int().min(1).max(5),
  }),
  waits: z.strictObject({
    factsDays: days,
    proposalDays: days,
    callBackDays: days,
    reviewAskDays: days,
    reviewDays: days,
    repeatDays: days,
  }),
  satisfaction: z.strictObject({
    /** A mark this low or lower calls a person back. */
    lowMark: z.number().int().min(1).max(4),
    callBackMinutes: z
      .number()
      .int()
      .min(1)
      .max(7 * 1440),
    /** Risks whose complaints are not asked about. */
    never: z.array(RiskSlug),
  }),
});
export type Grades = z.infer<typeof Grades>;
