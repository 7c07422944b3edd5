/** Questions the policies left open, and what staff wrote about them, as they are kept. */
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

interface Person {
  id: string;
  name: string;
}

/** What staff wrote: "we do not publish this; ask …", or what a resolved case taught. */
export interface Entry {
  id: string;
  kind: "known-unknown" | "from-case";
  /** What is asked. */
  title: string;
  /** What is to be said. */
  text: string;
  /** The resolved case it comes from. */
  caseKey: string | null;
  at: string;
  by: Person;
  approved: { at: string; by: Person } | null;
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
  addEntry(entry: Omit<Entry, "approved">): Promise<void>;
  entries(): Promise<Entry[]>;
  /** The first approval stands. */
  approve(id: string, at: string, by: Person): Promise<void>;
}
