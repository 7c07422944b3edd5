/** A clause against itself: its summary may name no figure the text lacks, and its translation must name the same. */
import type { Policy } from "../policies.ts";
import type { Figure } from "./figure.ts";
import { FigureSet, figuresIn } from "./figures.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import type { Passage } from "./passages.ts";
import { meetFrom } from "./validity.ts";

/** Figures of the summary that neither heading nor text of the clause hold. */
export function summaryFigures({ policy, clause, summary, body }: Passage): Finding[] {
  const text = [clause.heading, ...body.map((each) => each.text)];
  const held = new FigureSet(text.flatMap((each) => figuresIn(each, policy.language)));
  return figuresIn(summary.text, policy.language)
    .filter((figure) => !figure.loose && figure.kind !== "hotline" && !held.holds(figure))
    .map((figure) => ({
      file: policy.file,
      line: summary.line,
      severity: "error",
      check: "summary-figure",
      message: inWordsOf(
        policy,
        `第${clause.number}条的摘要写了“${figure.text}”，正文里没有这个数`,
        `the summary of clause ${clause.number} names "${figure.text}", its text does not`,
      ),
    }));
}

/** Clauses of the English text in force beside the Chinese one, from `today` on, whose figures differ. */
export function translationFigures(passages: readonly Passage[], today: string): Finding[] {
  const chinese = passages.filter(({ policy }) => policy.language === "zh");
  return passages
    .filter(({ policy }) => policy.language === "en")
    .flatMap((english) =>
      chinese
        .filter((other) => sameClause(english, other) && meetFrom(english.policy, other.policy, today))
        .flatMap((original) => differing(english, original)),
    );
}

function sameClause(a: Passage, b: Passage): boolean {
  return a.policy.id === b.policy.id && a.clause.number === b.clause.number;
}

interface Named {
  figure: Figure;
  line: number;
}

function differing(english: Passage, original: Passage): Finding[] {
  const here = figuresOf(english);
  const there = figuresOf(original);
  const held = (figures: readonly Named[]) => new FigureSet(figures.map(({ figure }) => figure));
  const inHere = held(here);
  const inThere = held(there);
  const extra = here.filter(({ figure }) => !figure.loose && !inThere.holds(figure));
  const missing = there.filter(({ figure }) => !figure.loose && figure.kind !== "hotline" && !inHere.holds(figure));
  return [
    ...unique(extra).map(({ figure, line }) => ({
      ...at(english.policy, line),
      message:
        `clause ${english.clause.number} names "${figure.text}", the Chinese clause does not` +
        `; 中文第${original.clause.number}条没有这个数`,
    })),
    ...unique(missing).map(({ figure }) => ({
      ...at(english.policy, english.clause.line),
      message:
        `clause ${english.clause.number} lacks "${figure.text}", which the Chinese clause names` +
        `; 英文缺中文第${original.clause.number}条的“${figure.text}”`,
    })),
  ];
}

function at(policy: Policy, line: number): Omit<Finding, "message"> {
  return { file: policy.file, line, severity: "error", check: "translation-figure" };
}

function figuresOf({ policy, clause, summary, body }: Passage): Named[] {
  return [{ line: clause.line, text: clause.heading }, summary, ...body].flatMap(({ line, text }) =>
    figuresIn(text, policy.language).map((figure) => ({ figure, line })),
  );
}

/** One finding a figure, however often the clause names it. */
function unique(named: readonly Named[]): Named[] {
  return [...new Map(named.map((each) => [each.figure.text, each])).values()];
}
