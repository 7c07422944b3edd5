/** From clauses found to what is said: shown, asked which was meant, or nothing. */
import type { Candidate } from "../flows/answer.ts";
import type { Hit } from "./clause-index.ts";

/** Clauses named in the trace of an answer. */
export const TRACED = 5;
/** A second clause is cited from this probability on. */
const ALSO_RELEVANT = 0.12;
/** An explanation of a complaint, among the clauses of its own business: the customer says whether it settles the matter. */
const EXPLAINS = 0.5;
/** Things a customer may choose from. */
const OPTIONS = 3;

export type Judged =
  | { kind: "show"; hits: [Hit, ...Hit[]]; score: number }
  | { kind: "ask"; options: string[] }
  | { kind: "nothing" };

/** The reply that there is no rule, where that is what was asked for. */
export function noRuleIn([first]: readonly Hit[], floor: number): Hit | undefined {
  return first?.policy.kind === "known-unknown" && first.score >= floor ? first : undefined;
}

/** What may be told as a rule. */
export const rulesAmong = (found: readonly Hit[]): Hit[] => found.filter(({ policy }) => policy.kind === undefined);

/** `explains`: a complaint is to be explained, where its own business is known. */
export function judge(found: readonly Hit[], floors: { answer: number; ask: number }, explains: boolean): Judged {
  const [first, second] = found;
  if (!first) return { kind: "nothing" };
  const shown = shownOf(first, second);
  if (shown.score >= (explains ? EXPLAINS : floors.answer)) return { kind: "show", ...shown };
  const options = optionsOf(found);
  return first.about < floors.ask || options.length < 2 ? { kind: "nothing" } : { kind: "ask", options };
}

export function candidateOf({ policy, clause, score }: Hit): Candidate {
  return { policy: policy.id, clause: clause.number, version: policy.version, score, hash: clause.hash };
}

/** Where only some may be meant, the probability is theirs alone. */
export function among(found: readonly Hit[]): Hit[] {
  const sum = found.reduce((total, { score }) => total + score, 0);
  const scale = sum > 0 ? (found[0]?.about ?? 0) / sum : 1;
  return found.map((hit) => ({ ...hit, score: hit.score * scale }));
}

/** Clauses that are shown, and how probable it is that one of them answers. Two of one policy are read together. */
function shownOf(first: Hit, second: Hit | undefined): { hits: [Hit, ...Hit[]]; score: number } {
  const also = second && second.score >= ALSO_RELEVANT ? second : undefined;
  if (!also) return { hits: [first], score: first.score };
  const together = also.policy.id === first.policy.id;
  return { hits: [first, also], score: first.score + (together ? also.score : 0) };
}

/** Headings of the likeliest clauses; with their policies' titles where they are of several. */
function optionsOf(found: readonly Hit[]): string[] {
  const likeliest = found.slice(0, OPTIONS);
  const several = new Set(likeliest.map(({ policy }) => policy.id)).size > 1;
  return likeliest.map(({ policy, clause }) => (several ? `${policy.title}：${clause.heading}` : clause.heading));
}
