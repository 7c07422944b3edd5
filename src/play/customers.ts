/** Simulated customers: what happened to them, what they know, how they are. From YAML, for soak tests. */
import { z } from "zod";
import { FactName, Language } from "../flows/reading.ts";
import { readYaml } from "../read-yaml.ts";

const Words = z.array(z.string().min(1)).min(1);

const Story = z.strictObject({
  name: z.string(),
  language: Language.default("zh-Hans"),
  /** First messages, from a word to the whole story; one is chosen. */
  opens: z.array(z.union([z.string(), z.array(z.string()).min(1)])).min(1),
  /**
   * What the customer says when asked for a fact, and the value that must then be in the ledger (as play scripts write
   * it; a pattern between slashes where it may be kept in several ways).
   */
  knows: z.partialRecord(FactName, z.strictObject({ says: Words, is: z.string().optional() })),
  /** Asked in the middle, now and then. */
  asks: z.array(z.string()).default([]),
});
export type Story = z.infer<typeof Story>;

const Temper = z.strictObject({
  name: z.string(),
  /** Anger at the start, 0 to 3. */
  anger: z.number().min(0).max(3),
  /** How much a wrong step of the bot adds, and how much a good one takes away. */
  rises: z.number().min(0),
  calms: z.number().min(0),
  /** Probability, a turn, of each of these instead of a plain answer. */
  refuses: z.number().min(0).max(1).default(0),
  digresses: z.number().min(0).max(1).default(0),
  wantsPerson: z.number().min(0).max(1).default(0),
  leaves: z.number().min(0).max(1).default(0),
  /** Added before or after what is said, by anger (0 to 3). */
  mutters: z.record(z.enum(["zh-Hans", "zh-Hant", "en"]), z.array(z.array(z.string())).length(4)),
});
export type Temper = z.infer<typeof Temper>;

const Phrases = z.strictObject({
  yes: Words,
  no: Words,
  consents: Words,
  declines: Words,
  unknown: Words,
  wantsPerson: Words,
  satisfied: Words,
});
export type CustomerPhrases = z.infer<typeof Phrases>;

export const Customers = z.strictObject({
  stories: z.array(Story).min(1),
  tempers: z.array(Temper).min(1),
  phrases: z.record(z.enum(["zh-Hans", "zh-Hant", "en"]), Phrases),
});
export type Customers = z.infer<typeof Customers>;

/** Throws with every mistake and its place. */
export function customersIn(text: string): Customers {
  const read = readYaml(text);
  if (!read.ok) throw new Error(read.faults.map(({ line, message }) => `line ${line}: ${message}`).join("\n"));
  const parsed = Customers.safeParse(read.yaml.value);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
}
