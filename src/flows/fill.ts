/** What a turn tells of a complaint, put where it belongs: axes, facts, risks; and what has to be said at once. */
import { noteBehalf } from "./behalf.ts";
import type { HeardMessage } from "./command.ts";
import { add, type Draft } from "./draft.ts";
import { lifeInDanger } from "./handover.ts";
import { classify, find, learn, raiseRisks } from "./learn.ts";
import { placesSent } from "./media.ts";
import type { FactName, Reading } from "./reading.ts";
import { tellSteps } from "./risk-steps.ts";

/** Returns the facts that were new or changed. */
export function fill(draft: Draft, id: string, reading: Reading, messages: readonly HeardMessage[]): FactName[] {
  classify(draft, id, reading);
  const learnt = learn(draft, id, { ...reading, facts: [...reading.facts, ...placesSent(messages)] }, messages);
  raiseRisks(draft, id, reading.risks, messages);
  advise(draft, id);
  if (!draft.state.matters.some(lifeInDanger)) {
    noteBehalf(draft, id, learnt);
    tellSteps(draft, id);
  }
  return learnt;
}

/** Safety first: what to do at once comes before anything else, once for each danger. */
function advise(draft: Draft, id: string): void {
  const matter = find(draft, id);
  const slugs = (matter?.risks ?? [])
    .filter((risk) => risk.level === "P0" && !draft.state.advised.includes(risk.slug))
    .map((risk) => risk.slug);
  if (slugs.length > 0) add(draft, { type: "advice-given", slugs });
}
