/** The same item with two figures, in texts that are in force together for the same customers. */
import type { Cut } from "../words.ts";
import { sign } from "./figure.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import { covered, thingsIn } from "./item-words.ts";
import type { Passage } from "./passages.ts";
import { type Statement, statementsOf } from "./statements.ts";
import { meetFrom, sameScope } from "./validity.ts";

/** Pairs of statements about one item, whether their figures agree or not. */
function samePairs(passages: readonly Passage[], today: string, cut: Cut): [Statement, Statement][] {
  const byFrame = new Map<string, Statement[]>();
  const pairs: [Statement, Statement][] = [];
  for (const passage of passages) {
    for (const statement of statementsOf(passage, cut)) {
      const key = `${passage.policy.language} ${statement.frame}`;
      const others = byFrame.get(key) ?? [];
      for (const other of others) if (comparable(other, statement, today)) pairs.push([other, statement]);
      byFrame.set(key, [...others, statement]);
    }
  }
  return pairs;
}

/** One finding for two clauses, at the later of the two in reading order. */
export function contradictions(passages: readonly Passage[], today: string, cut: Cut): Finding[] {
  const found = new Map<string, Finding>();
  for (const [first, second] of samePairs(passages, today, cut)) {
    if (sign(first.figure) === sign(second.figure)) continue;
    const key = [first, second].map(({ passage, figure }) => `${placeOf(passage)} ${sign(figure)}`).join(" ");
    if (!found.has(key)) found.set(key, contradiction(first, second));
  }
  return [...found.values()];
}

function comparable(a: Statement, b: Statement, today: string): boolean {
  const [here, there] = [a.passage.policy, b.passage.policy];
  const sameClause = here === there && a.passage.clause === b.passage.clause;
  const versions = here !== there && here.id === there.id;
  if (sameClause || versions || !sameScope(here, there) || !meetFrom(here, there, today)) return false;
  return (
    related(a, b) &&
    covered(a.item, new Set([...b.item, ...b.heading])) &&
    covered(b.item, new Set([...a.item, ...a.heading]))
  );
}

/** By two things both name, or by one that is a topic of either policy: 起点 alone could be of gold here and of funds there. */
function related(a: Statement, b: Statement): boolean {
  const shared = new Set([...a.own].filter((word) => b.own.has(word)));
  const topics = [a, b].map(({ passage: { policy } }) => `${policy.title} ${policy.keywords.join(" ")}`.toLowerCase());
  const isTopic = (word: string) => topics.some((topic) => topic.includes(word));
  const samePolicy = a.passage.policy === b.passage.policy;
  return thingsIn(shared) > 1 || (shared.size > 0 && (samePolicy || a.marks !== "" || [...shared].some(isTopic)));
}

function contradiction(first: Statement, second: Statement): Finding {
  const { policy, clause } = second.passage;
  const other = `${first.passage.policy.file}:${first.line}`;
  return {
    file: policy.file,
    line: second.line,
    severity: "error",
    check: "contradiction",
    message: inWordsOf(
      policy,
      `第${clause.number}条“${second.quote}”写的是${second.figure.text}，而${other}“${first.quote}”写的是${first.figure.text}`,
      `clause ${clause.number}, "${second.quote}", says ${second.figure.text}; ${other}, "${first.quote}", says ${first.figure.text}`,
    ),
  };
}

function placeOf({ policy, clause }: Passage): string {
  return `${policy.file}#${clause.number}`;
}
