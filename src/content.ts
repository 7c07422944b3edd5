/** Everything in the bank's folder, loaded and checked together. */
import { join } from "node:path";
import type { Bank } from "./bank/bank.ts";
import { loadBank } from "./bank/load.ts";
import type { Problem } from "./bank/problem.ts";
import { type Asked, loadAsked } from "./knowledge/asked.ts";
import { loadSynonyms } from "./knowledge/meanings.ts";
import { loadPolicies, type Policy } from "./knowledge/policies.ts";
import { loadPhrases, type Phrases } from "./wording/phrases.ts";

export interface Content {
  bank: Bank;
  phrases: { zh: Phrases; en: Phrases };
  policies: Policy[];
  /** How customers ask for the policies' clauses. */
  asked: Asked;
  synonyms: ReturnType<typeof loadSynonyms>["synonyms"];
  /** Where what is made of these is kept for the next start; the folder may be lost at any time. */
  keepIn: string;
}

/** All that is there, and every mistake with file and line. `content` is null when something essential is missing. */
export function loadContent(folder: string): { content: Content | null; problems: Problem[] } {
  const bank = loadBank(folder);
  const zh = loadPhrases(join(folder, "wording"), "zh");
  const en = loadPhrases(join(folder, "wording"), "en");
  const policies = loadPolicies(join(folder, "policies"));
  const { asked, problems: inAsked } = loadAsked(join(folder, "asked"), policies.policies);
  const synonyms = loadSynonyms(join(folder, "synonyms.yaml"));
  const problems = [
    ...("problems" in bank ? bank.problems : []),
    ...zh.problems,
    ...en.problems,
    ...policies.problems,
    ...inAsked,
    ...synonyms.problems,
  ];
  if (!("bank" in bank) || !zh.phrases || !en.phrases) return { content: null, problems };
  const phrases = { zh: zh.phrases, en: en.phrases };
  return {
    content: {
      bank: bank.bank,
      phrases,
      policies: policies.policies,
      asked,
      synonyms: synonyms.synonyms,
      keepIn: join(folder, ".kept"),
    },
    problems,
  };
}
