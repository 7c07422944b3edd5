/** Everything in the bank's folder, loaded and checked together. */
import { join } from "node:path";
import type { Bank } from "./bank/bank.ts";
import { loadBank } from "./bank/load.ts";
import type { Problem } from "./bank/problem.ts";
import type { Asked } from "./knowledge/asked.ts";
import { loadTexts } from "./knowledge/live/texts.ts";
import type { Synonyms } from "./knowledge/meanings.ts";
import type { Policy } from "./knowledge/policies.ts";
import { loadPhrases, type Phrases } from "./wording/phrases.ts";

export interface Content {
  bank: Bank;
  phrases: { zh: Phrases; en: Phrases };
  policies: Policy[];
  /** How customers ask for the policies' clauses. */
  asked: Asked;
  synonyms: Synonyms;
  /** Where what is made of these is kept for the next start; the folder may be lost at any time. */
  keepIn: string;
}

/** All that is there, and every mistake with file and line. `content` is null when something essential is missing. */
export function loadContent(folder: string): { content: Content | null; problems: Problem[] } {
  const bank = loadBank(folder);
  const zh = loadPhrases(join(folder, "wording"), "zh");
  const en = loadPhrases(join(folder, "wording"), "en");
  const { texts, problems: inTexts } = loadTexts(folder);
  const problems = [...("problems" in bank ? bank.problems : []), ...zh.problems, ...en.problems, ...inTexts];
  if (!("bank" in bank) || !zh.phrases || !en.phrases) return { content: null, problems };
  const phrases = { zh: zh.phrases, en: en.phrases };
  return {
    content: {
      bank: bank.bank,
      phrases,
      policies: [...texts.policies],
      asked: texts.asked,
      synonyms: texts.synonyms,
      keepIn: join(folder, ".kept"),
    },
    problems,
  };
}
