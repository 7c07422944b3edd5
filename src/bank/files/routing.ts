/** routing.yaml: departments, who answers for what, recusal, and why a person is brought in. */
import { z } from "zod";
import type { HandoverReason } from "../../flows/conversation.ts";
import { Business, Reason, RiskSlug, Venue } from "../../flows/reading.ts";
import { Bilingual, Slug } from "../terms.ts";

const Department = z.strictObject({
  names: Bilingual,
  short: Bilingual,
  /** The outlet it belongs to; such a department never handles a complaint about that outlet. */
  outlet: Slug.nullable(),
});

/** All that is named has to fit: one of the risks was raised, and each axis has one of the values. */
const RoutingRule = z.strictObject({
  when: z
    .strictObject({
      risk: z.array(RiskSlug),
      business: z.array(Business),
      reason: z.array(Reason),
      venue: z.array(Venue),
    })
    .partial()
    .refine((when) => Object.keys(when).length > 0, "names neither a risk nor an axis; use `otherwise`"),
  to: Slug,
  together: z.array(Slug),
  basis: z.string().trim().min(1),
});

const handoverReasons = [
  "claim-unsettled",
  "risk",
  "wants-person",
  "dissatisfied",
  "no-answer",
  "not-understood",
  "silent",
] as const satisfies readonly HandoverReason[];

export const Routing = z.strictObject({
  departments: z.record(Slug, Department),
  rules: z.array(RoutingRule),
  otherwise: Slug,
  recusal: z.strictObject({ to: z.array(Slug).min(1), basis: z.string().trim().min(1) }),
  handoverReasons: z.record(
    z.enum(handoverReasons),
    z.strictObject({ names: Bilingual, basis: z.string().trim().min(1) }),
  ),
});
export type Routing = z.infer<typeof Routing>;
