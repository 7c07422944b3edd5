/** What a complaint has to tell us, at most seven things, the matter first and the person last. */
import type { Facts } from "../bank/files/facts.ts";
import { wantedFacts } from "../bank/wanted.ts";
import type { Axes, Requirement } from "../flows/bank.ts";

/**
 * In the order they are asked. Where there would be more than `atMost`, the facts of `givesWay` are left out,
 * first named first; an essential fact never is. What staff have asked for comes before all else.
 */
export function requirements(facts: Facts, axes: Axes): Requirement[] {
  let wanted = wantedFacts(facts, axes);
  for (const name of facts.givesWay) {
    if (wanted.length <= facts.atMost) break;
    wanted = wanted.filter((requirement) => requirement.name !== name || requirement.essential);
  }
  const asked = facts.order
    .filter((name) => axes.wanted?.includes(name))
    .map((name): Requirement => ({ name, personal: facts.facts[name].personal, held: false, essential: true }));
  const names = asked.map((requirement) => requirement.name);
  return [...asked, ...wanted.filter((requirement) => !names.includes(requirement.name))];
}

/** True where an explanation from policy may settle the matter. Without a reason a person looks at it. */
export function explainable(facts: Facts, axes: Axes): boolean {
  return axes.reason !== null && facts.explainable[axes.reason];
}
