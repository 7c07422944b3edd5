/** Texts for customers on their way into the bank's folder, as they are kept: who wrote what, who passed it, and which text. */
import { z } from "zod";

const Person = z.object({ id: z.string(), name: z.string() });
/** ISO instant, who, and the SHA-256 (hex) of the text it was about. */
const Signed = z.object({ at: z.string(), by: Person, hash: z.string() });
export type Signed = z.infer<typeof Signed>;

export const DRAFT_KINDS = ["policy", "known-unknown"] as const;

export const Draft = z.object({
  /** The name of its file in `drafts/`, without the ending. */
  id: z.string(),
  kind: z.enum(DRAFT_KINDS),
  status: z.enum(["writing", "submitted", "published", "dropped"]),
  created: z.object({ at: z.string(), by: Person }),
  /** Everybody who wrote any of it: none of them may approve it. */
  writers: z.array(Person),
  /** Open questions it answers. */
  gaps: z.array(z.string()),
  /** The resolved case it comes from. */
  caseKey: z.string().nullable(),
  submitted: Signed.nullable(),
  approved: Signed.nullable(),
  /** Why it came back from whoever should have approved it. */
  note: z.object({ at: z.string(), by: Person, text: z.string() }).nullable(),
  /** Where it was published: a path within the bank's folder. */
  published: z.string().nullable(),
  /** ISO instant. */
  changedAt: z.string(),
  /** The text as last kept here: with the hash, proof of what was approved. */
  text: z.string(),
});
export type Draft = z.infer<typeof Draft>;

/** A draft and how often it was kept: two people can't change it at once. */
export type KeptDraft = Draft & { revision: number };

/** Kept by the store. */
export interface DraftStore {
  /** False when somebody kept it meanwhile. `revision`: the one it was read with; 0 for a new one. */
  keepDraft(draft: Draft, revision: number): Promise<boolean>;
  draft(id: string): Promise<KeptDraft | undefined>;
  /** Last changed first, 500 at most; dropped ones are left out. */
  drafts(): Promise<KeptDraft[]>;
}
