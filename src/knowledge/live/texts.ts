/** The bank's texts as they lie in its folder now; where a file is broken, as it was before it broke. */
import { join } from "node:path";
import { type Asked, askedIn, loadAsked } from "../asked.ts";
import { loadSynonyms, type Synonyms } from "../meanings.ts";
import { loadPolicies, type Policy, type Problem } from "../policies.ts";

export interface Texts {
  policies: readonly Policy[];
  synonyms: Synonyms;
  asked: Asked;
}

/** Where they lie in the bank's folder. */
/** Where texts lie that are not in force yet: nobody reads them to customers. */
export const DRAFTS = "drafts";
const PLACES = { policies: "policies", asked: "asked", synonyms: "synonyms.yaml" };
export const placesIn = (bank: string): string[] => Object.values(PLACES).map((place) => join(bank, place));

/** All that is there. Every mistake names its file and line; what it makes unusable is left out. */
export function loadTexts(bank: string): { texts: Texts; problems: Problem[] } {
  const { policies, problems } = loadPolicies(join(bank, PLACES.policies));
  const { asked, problems: inAsked } = loadAsked(join(bank, PLACES.asked), policies);
  const { synonyms, problems: inSynonyms } = loadSynonyms(join(bank, PLACES.synonyms));
  return { texts: { policies, asked, synonyms }, problems: [...problems, ...inAsked, ...inSynonyms] };
}

/**
 * All that is there, but of a file with a mistake what stood in it before, and nothing where it is new. Ways of asking with
 * a mistake are named in `asked.broken`: the index keeps those of before.
 */
export function reloadTexts(bank: string, last: Texts): { texts: Texts; problems: Problem[] } {
  const folder = join(bank, PLACES.policies);
  const { policies: fresh, problems } = loadPolicies(folder);
  const broken = new Set(problems.map(({ file }) => file));
  // Out of reach as a whole: a disk that is gone is no bank without policies.
  const gone = broken.has(folder);
  const held = last.policies.filter(({ file }) => gone || broken.has(file));
  const policies = [...fresh.filter(({ file }) => !broken.has(file)), ...held].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const { asked, problems: inAsked } = loadAsked(join(bank, PLACES.asked), policies);
  const { synonyms, problems: inSynonyms } = loadSynonyms(join(bank, PLACES.synonyms));
  const texts = { policies, asked, synonyms: inSynonyms.length > 0 ? last.synonyms : synonyms };
  return { texts, problems: [...problems, ...inAsked, ...inSynonyms] };
}

/** Texts as they go from one thread to another: of policies the other knows, only their places. */
export interface SentTexts {
  policies: (Policy | number)[];
  synonyms: Synonyms;
  asked: Pick<Asked, "digest" | "broken">;
}

export function sent({ policies, synonyms, asked: { digest, broken } }: Texts, known: readonly Policy[]): SentTexts {
  const places = new Map(known.map((policy, place) => [JSON.stringify(policy), place]));
  return {
    policies: policies.map((policy) => places.get(JSON.stringify(policy)) ?? policy),
    synonyms,
    asked: { digest, broken },
  };
}

export function received(bank: string, { policies, synonyms, asked }: SentTexts, known: readonly Policy[]): Texts {
  return {
    policies: policies.flatMap((policy) => (typeof policy === "number" ? (known[policy] ?? []) : policy)),
    synonyms,
    asked: askedIn(join(bank, PLACES.asked), asked),
  };
}
