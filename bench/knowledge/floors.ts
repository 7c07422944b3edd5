/** From which probability a clause is shown, and from which it is asked which was meant. */
import { LIMIT } from "../../src/knowledge/answer.ts";
import type { Hit } from "../../src/knowledge/clause-index.ts";
import { judge, noRuleIn, rulesAmong } from "../../src/knowledge/judge.ts";
import type { Ranking } from "../../src/knowledge/learned/learned.ts";

export type Floors = Ranking["floors"];

/** A wrong clause shown, of all questions; and a question without answer that is not refused, of those. */
const AT_MOST = { wrong: 0.018, unrefused: 0.135 };
const STEPS = Array.from({ length: 99 }, (_, n) => (n + 1) / 100);

/** A question, and what was found for it with weights that don't know it. */
export interface Unfitted {
  hits: readonly (Hit & { right: boolean })[];
  answerable: boolean;
}

/** The lowest floors at which no more goes wrong than may. */
export function floorsOf(cases: readonly Unfitted[]): Floors {
  const none = cases.filter(({ answerable }) => !answerable);
  const share = (list: readonly Unfitted[], goesWrong: (one: Unfitted) => boolean) =>
    list.filter(goesWrong).length / list.length;
  const answer = STEPS.find((floor) => share(cases, (one) => showsWrong(one, floor)) <= AT_MOST.wrong) ?? 1;
  const ask = STEPS.find((floor) => share(none, (one) => !refuses(one, { answer, ask: floor })) <= AT_MOST.unrefused);
  return { answer, ask: ask ?? 1 };
}

function showsWrong({ hits }: Unfitted, answer: number): boolean {
  const told = toldOf(hits, { answer, ask: 1 });
  if (told?.kind !== "show") return false;
  return !told.hits.some((shown) => hits.some(({ right, clause }) => right && clause === shown.clause));
}

const refuses = ({ hits }: Unfitted, floors: Floors): boolean => {
  const told = toldOf(hits, floors);
  return told === null || told.kind === "nothing";
};

/** As answer.ts tells it; null where that is that there is no rule. */
function toldOf(hits: readonly Hit[], floors: Floors) {
  const found = hits.slice(0, LIMIT);
  return noRuleIn(found, floors.answer) ? null : judge(rulesAmong(found), floors, false);
}
