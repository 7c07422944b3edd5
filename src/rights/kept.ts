/** What has to be kept of a conversation, how long, and why. Pure. */
import type { Retention } from "../bank/files/retention.ts";
import type { Bilingual } from "../bank/terms.ts";
import { addYears, dayIn } from "../cases/zone.ts";
import type { State } from "../flows/conversation.ts";
import type { MustKeep } from "../flows/rights.ts";

/** One thing that is held. */
export interface Kept {
  what: keyof Retention["keep"];
  /** Record number; null for a conversation without one. */
  record: string | null;
  /** ISO date of the last day it is kept; null while the matter is open. */
  until: string | null;
  years: number;
  /** The law asks for it: a wish for deletion does not end it. */
  law: boolean;
  basis: Bilingual;
}

/** All that a conversation holds. Never empty: the conversation itself is held too. */
export function keptOf(state: State, { keep }: Retention, zone: string): Kept[] {
  const last = state.lastHeardAt ?? state.openedAt;
  const made = (what: Kept["what"], record: string | null, from: string | null): Kept => {
    const { years, law, basis } = keep[what];
    return { what, record, until: from === null ? null : addYears(dayIn(zone, from), years), years, law, basis };
  };
  return [
    made("conversation", null, last),
    ...state.notes.map((note) => made(note.kind, note.record, note.at)),
    ...state.matters.map((matter) =>
      made("complaint", matter.record, matter.status === "open" ? null : (matter.endedAt ?? last)),
    ),
  ];
}

/** Whether something is still being handled. */
export const isOpen = (kept: readonly Kept[]): boolean => kept.some(({ until }) => until === null);

/** Why a wish for deletion cannot be met on that day (ISO date): the longest of what the law asks for. Null: all can go. */
export function mustKeep(kept: readonly Kept[], today: string): MustKeep | null {
  const owed = kept.filter(({ law, until }) => law && (until === null || until >= today));
  const longest = owed.reduce<Kept | null>((one, other) => (one && endOf(one) >= endOf(other) ? one : other), null);
  return longest && { until: longest.until, years: longest.years, basis: longest.basis };
}

/** Open matters end last of all. */
const endOf = ({ until }: Kept): string => until ?? "9999-12-31";

/** The last day (ISO date) on which any of it is kept; null while something is open. */
export const lastDay = (kept: readonly Kept[]): string | null =>
  isOpen(kept) ? null : (kept.map(endOf).sort().at(-1) ?? null);
