/** The clauses of all policies in one list, and which of them are asked for in the same ways. */
import { basename } from "node:path";
import type { Clause } from "./clauses.ts";
import type { Policy } from "./policies.ts";

export interface Entry {
  policy: Policy;
  clause: Clause;
}

/** The policy file's name without its ending and the clause's number, "swallowed-card#3": the same in every language. */
export const askedName = (file: string, clause: string): string => `${basename(file, ".md")}#${clause}`;

export const entriesOf = (policies: readonly Policy[]): Entry[] =>
  policies.flatMap((policy) => policy.clauses.map((clause) => ({ policy, clause })));

/** For each entry the number of its clause: a clause and its translation are asked for in the same ways. */
export function clausesOf(entries: readonly Entry[]): number[] {
  const numbers = new Map<string, number>();
  return entries.map(({ policy, clause }) => {
    const name = askedName(policy.file, clause.number);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** The pieces of a clause that a question may be like. */
export const textsOf = ({ policy, clause }: Entry): string[] => [
  `${policy.title} ${clause.heading} ${clause.summary}`,
  clause.summary,
  ...clause.body.split(/\n\s*\n/),
];
