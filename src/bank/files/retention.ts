/** retention.yaml: how long data is kept, and when a request about one's own data is answered. */
import { z } from "zod";
import { Bilingual } from "../terms.ts";

const Keep = z.strictObject({
  years: z.number().int().min(1).max(100),
  /** Set by law: outweighs a wish for deletion (PIPL art. 47). */
  law: z.boolean(),
  basis: Bilingual,
});

export const Retention = z.strictObject({
  answer: z.strictObject({ workingDays: z.number().int().min(1).max(60), basis: Bilingual }),
  graceHours: z.number().int().min(0).max(720),
  keep: z.strictObject({
    complaint: Keep,
    report: Keep,
    suggestion: Keep,
    praise: Keep,
    conversation: Keep,
  }),
});
export type Retention = z.infer<typeof Retention>;
