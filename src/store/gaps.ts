/** Questions the policies left open, as they are kept. */
import type { Language } from "../flows/reading.ts";

export interface Gap {
  id: string;
  conversation: string;
  /** unclear: asked which of several was meant, and never answered. */
  kind: "unanswered" | "unclear";
  language: Language;
  /** ISO instant. */
  at: string;
  /** Masked. */
  text: string;
}

/** Kept by the store. */
export interface GapStore {
  /** The same id twice is one. Nothing happens when the customer was erased. */
  addGap(gap: Gap): Promise<void>;
  /** What was unclear in a conversation has been made clear. */
  forgetUnclear(conversation: string): Promise<void>;
  /** Newest first, 2,000 at most. */
  openGaps(): Promise<Gap[]>;
  settleGaps(ids: readonly string[], at: string): Promise<void>;
}
