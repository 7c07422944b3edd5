/** An answer from the bank's policies, with what it rests on. Found outside the flow, judged inside it. */
import { z } from "zod";

export const Citation = z.object({
  /** Policy id, as in the front matter: "swallowed-card". */
  policy: z.string(),
  /** Clause number within the policy: "3". */
  clause: z.string(),
  /** Title of the policy. */
  title: z.string(),
  /** Heading of the clause. */
  heading: z.string(),
  version: z.string(),
  /** ISO date. */
  effectiveFrom: z.string(),
  /** Found literally in the clause's text. */
  quote: z.string(),
  language: z.enum(["zh", "en"]),
  /** SHA-256 of the clause's whole text, hex: what was shown can be proven years later. */
  hash: z.string(),
});
export type Citation = z.infer<typeof Citation>;

/** A clause that was looked at, for the trace: what the answer was chosen from. */
export const Candidate = z.object({
  policy: z.string(),
  clause: z.string(),
  version: z.string(),
  /** 0 to 1: how probable it is that it answers. */
  score: z.number(),
  hash: z.string(),
});
export type Candidate = z.infer<typeof Candidate>;

/** The bank has no rule on what was asked, and says so in words that were approved. */
export const KnownUnknown = z.object({
  /** For the customer: that there is no published rule, how they get a binding answer, and until when. */
  text: z.string(),
  /** The file's id and clause, with the hash of what stands there. */
  policy: z.string(),
  clause: z.string(),
  version: z.string(),
  hash: z.string(),
});
export type KnownUnknown = z.infer<typeof KnownUnknown>;

const candidates = z.array(Candidate).optional();

/** How a model took part: which prompt and model, and why statements of its were taken out. Codes and figures only. */
const composed = z
  .object({
    prompt: z.string(),
    model: z.string(),
    outcome: z.string(),
    removed: z.array(z.string()),
    tokens: z.number(),
    ms: z.number(),
  })
  .optional();

export const Answer = z.discriminatedUnion("kind", [
  /** `text` is the first clause's own summary, or what a model made of the quotes; the quotes are in the citations. */
  z.object({
    kind: z.literal("found"),
    text: z.string(),
    citations: z.array(Citation).min(1),
    score: z.number(),
    candidates,
    composed,
  }),
  /** Several things could be meant: say which. `options` are clause headings, those of the first candidates in order. */
  z.object({ kind: z.literal("clarify"), options: z.array(z.string()).min(2).max(3), candidates, composed }),
  z.object({ kind: z.literal("unknown"), known: KnownUnknown.optional(), candidates, composed }),
]);
export type Answer = z.infer<typeof Answer>;
