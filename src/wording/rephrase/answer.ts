/** What the model is asked for: other words for some of a turn's bubbles, by number. */
import { z } from "zod";
import type { PromptContract } from "../../model/prompts.ts";

export const Rephrased = z.object({ bubbles: z.array(z.object({ n: z.number().int(), text: z.string() })) });
export type Rephrased = z.infer<typeof Rephrased>;

export const REPHRASE_PROMPT: PromptContract = {
  name: "rephrase",
  inputs: { language: "value", mood: "value", apology: "value", customer: "data", templates: "data" },
  output: "rephrased",
};
