/** What the model is asked for: labels, and quotations to be looked up in the text. No numbers, no free words. */
import { z } from "zod";
import { Act, Business, Intent, Need, Reason, RiskSlug, Venue } from "../../flows/reading.ts";
import type { PromptContract } from "../../model/prompts.ts";

/** Facts that are words. Amounts, times and numbers are read by rules alone. */
export const QuotedFact = z.enum([
  "place",
  "person",
  "staff",
  "counterparty",
  "product",
  "desired-outcome",
  "evidence",
  "contact-time",
  "authority",
]);
export type QuotedFact = z.infer<typeof QuotedFact>;

/** Every field is required: endpoints that keep a schema strictly know no optional ones. */
export const ModelAnswer = z.object({
  act: Act,
  intents: z.array(Intent),
  business: Business.nullable(),
  reason: Reason.nullable(),
  venue: Venue.nullable(),
  emotion: z.literal([0, 1, 2, 3]),
  need: Need,
  risks: z.array(z.object({ slug: RiskSlug, words: z.string() })),
  facts: z.array(z.object({ name: QuotedFact, words: z.string() })),
  injection: z.boolean(),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

export const READ_PROMPT: PromptContract = {
  name: "read",
  inputs: { labels: "value", asking: "value", text: "data" },
  output: "model-answer",
};
