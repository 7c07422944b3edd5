/** Which facts a complaint calls for, before anything gives way. */
import type { Axes, Requirement } from "../flows/bank.ts";
import type { Facts } from "./files/facts.ts";

/**
 * In the bank's order. `held` and `essential` hold as soon as one fitting rule says so:
 * what one rule knows to be in the bank's books is not asked because another is silent about it.
 */
export function wantedFacts(facts: Facts, axes: Axes): Requirement[] {
  const rules = facts.also.filter((rule) => fits(rule.when, axes));
  const names = new Set([...facts.always, ...rules.flatMap((rule) => rule.facts)]);
  return facts.order
    .filter((name) => names.has(name))
    .map((name) => {
      const entry = facts.facts[name];
      const own = rules.filter((rule) => rule.facts.includes(name));
      return {
        name,
        personal: entry.personal,
        held: entry.held || own.some((rule) => rule.held === true),
        essential: entry.essential || own.some((rule) => rule.essential === true),
      };
    });
}

function fits(when: Facts["also"][number]["when"], axes: Axes): boolean {
  return (
    (when.business === undefined || (axes.business !== null && when.business.includes(axes.business))) &&
    (when.reason === undefined || (axes.reason !== null && when.reason.includes(axes.reason))) &&
    (when.venue === undefined || (axes.venue !== null && when.venue.includes(axes.venue))) &&
    (when.risk === undefined || (axes.risks ?? []).some(({ slug }) => when.risk?.includes(slug)))
  );
}
