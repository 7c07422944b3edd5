/** What is asked keeps its promises: the matter before the person, everything in order, never too much. */
import { Business, Reason, Venue } from "../flows/reading.ts";
import type { Facts } from "./files/facts.ts";
import type { Problem } from "./problem.ts";
import type { Sound } from "./source.ts";
import { wantedFacts } from "./wanted.ts";

export function checkFacts({ value, problem }: Sound<Facts>): Problem[] {
  const problems: Problem[] = [];
  value.order.forEach((name, index) => {
    if (value.order.indexOf(name) < index) problems.push(problem(["order", index], `${name} is there twice`));
    const later = value.order.slice(index + 1).find((next) => !value.facts[next].personal);
    if (value.facts[name].personal && later) {
      const message = `${name} is personal and comes before ${later}; the matter comes first`;
      problems.push(problem(["order", index], message));
    }
  });
  const unplaced = (path: (string | number)[], name: (typeof value.order)[number]) => {
    if (!value.order.includes(name)) problems.push(problem(path, `${name} has no place in the order`));
  };
  value.always.forEach((name, index) => {
    unplaced(["always", index], name);
  });
  value.also.forEach((rule, index) => {
    rule.facts.forEach((name, place) => {
      unplaced(["also", index, "facts", place], name);
    });
  });
  const crowd = mostWanted(value);
  if (crowd.length > value.atMost) {
    const message = `${crowd.length} facts that never give way would be asked together: ${crowd.join(", ")}`;
    problems.push(problem(["atMost"], message));
  }
  return problems;
}

/** The largest set of facts that some complaint would be asked for after all that may give way has given way. */
function mostWanted(facts: Facts): string[] {
  let most: string[] = [];
  for (const business of [null, ...Business.options]) {
    for (const reason of [null, ...Reason.options]) {
      for (const venue of [null, ...Venue.options]) {
        const left = wantedFacts(facts, { business, reason, venue })
          .filter((fact) => fact.essential || !facts.givesWay.includes(fact.name))
          .map((fact) => fact.name);
        if (left.length > most.length) most = left;
      }
    }
  }
  return most;
}
