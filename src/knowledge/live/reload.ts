/** Reads the bank's texts again and makes what searching them needs: half a second, or two where all is new. */
import { entriesOf } from "../entries.ts";
import { areKept, type IndexRows, keptRows, makeAndKeep } from "../index-rows.ts";
import { loadLearned } from "../learned/learned.ts";
import type { Problem } from "../policies.ts";
import { reloadTexts, type Texts } from "./texts.ts";

export interface Reloaded {
  texts: Texts;
  rows: IndexRows;
  problems: Problem[];
}

/** `last`: what is in force now. */
export function reload(bank: string, keepIn: string, last: Texts): Reloaded {
  const { texts, problems } = reloadTexts(bank, last);
  const { policies, asked, synonyms } = texts;
  const sources = { entries: entriesOf(policies), asked, synonyms, learned: loadLearned() };
  const rows =
    (areKept(keepIn, sources) ? keptRows(keepIn, sources) : null) ?? makeAndKeep(keepIn, sources, last.synonyms);
  return { texts, rows, problems };
}
