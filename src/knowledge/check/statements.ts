/**
 * What a clause states of a thing: an item and one figure. Cells of tables ("白金卡 | 600元" under "主卡每年") and pieces
 * of sentences ("取款机每天最多取2万元"). A piece whose figure could belong to several things is passed over, for a wrong
 * alarm costs more than a missed one.
 */
import type { Cut } from "../words.ts";
import { type Figure, sign } from "./figure.ts";
import { figuresIn } from "./figures.ts";
import { itemWords, marksOf, thingsIn } from "./item-words.ts";
import type { Passage } from "./passages.ts";
import { isFee, isThreshold, reckoningOf } from "./reckoning.ts";
import { isCondition, type Source, sourcesOf } from "./sources.ts";

export interface Statement {
  passage: Passage;
  line: number;
  /** Words that name the thing, where it stands. */
  own: ReadonlySet<string>;
  /** The same, with the heading's words where its own are too few. */
  item: ReadonlySet<string>;
  /** Words of the clause's heading: what another statement need not repeat. */
  heading: ReadonlySet<string>;
  /** What sets the case apart: 信用卡, 境外. */
  marks: string;
  /** Statements are compared only where this is the same: kind of figure, per day or each, marks, other figures. */
  frame: string;
  figure: Figure;
  /** The words of the text with the figure. */
  quote: string;
}

/** Items of fewer things say too little to be known again. A fee says one thing more. */
const THINGS_NEEDED = 2;

/** `cut` cuts Chinese into words. */
export function statementsOf(passage: Passage, cut: Cut): Statement[] {
  return sourcesOf(passage).flatMap((source) => {
    const pieces = piecesOf(source.text, passage.policy.language);
    return pieces.flatMap((_, index) => statementsIn(pieces, index, source, passage, cut));
  });
}

/** Statements of one piece, read with the pieces of its sentence before it. */
function statementsIn(pieces: string[], index: number, source: Source, passage: Passage, cut: Cut): Statement[] {
  const { policy, clause } = passage;
  const { language, title } = policy;
  const { line, under, corner } = source;
  const piece = pieces[index] ?? "";
  const figures = hardFigures(piece, language);
  if (figures.length === 0) return [];

  const words = (part: string) => itemWords(withoutFigures(part, language), language, cut);
  const heading = words(`${clause.heading} ${corner}`);
  const before = pieces.slice(0, index);
  const conditions = before.filter((each) => isCondition(each, language));
  const own = words([under, piece, ...conditions].join(" "));
  // A row named by an amount is of what the column of names is headed: 当天柜台取现总额 | 5万元以上.
  if (own.size === 0) for (const word of words(corner)) own.add(word);
  // A piece without a thing of its own speaks of the thing named before it.
  for (let back = index - 1; own.size === 0 && back >= 0; back -= 1) {
    for (const word of words(pieces[back] ?? "")) own.add(word);
  }
  const setting = before.filter((each) => conditions.includes(each) || !isStatement(each, language));
  const marks = marksOf(`${under} ${piece}`, [...setting, clause.heading].join(" "), title, language);
  const terms = [under, ...conditions].flatMap((part) => hardFigures(part, language)).map(sign);
  const quote = under === "" ? piece.trim() : `${under.trim()}：${source.text}`;

  const stated = figures.map((figure, at) => {
    const around = {
      before: piece.slice(figures[at - 1]?.end ?? 0, figure.start),
      after: piece.slice(figure.end, figures[at + 1]?.start),
      context: `${under} ${clause.heading}`,
    };
    return { figure, reckoning: reckoningOf(figure, around) };
  });
  return stated.flatMap(({ figure, reckoning }) => {
    const alike = stated.filter((other) => other.figure.kind === figure.kind && other.reckoning === reckoning);
    if (alike.length > 1 || isThreshold(reckoning, isCondition(piece, language))) return [];
    const enough = (named: ReadonlySet<string>) => thingsIn(named) + (isFee(reckoning) ? 1 : 0) >= THINGS_NEEDED;
    const full = enough(own) ? own : new Set([...own, ...heading]);
    if (!enough(full)) return [];
    const others = stated.filter((other) => other.figure.kind !== figure.kind).map((other) => sign(other.figure));
    const frame = [frameKind(figure), reckoning, marks, [...terms, ...others].sort().join(",")].join(" | ");
    return [{ passage, line, own, item: full, heading, marks, frame, figure, quote }];
  });
}

/** Working days and days are one kind here: 3天 beside 3个工作日 is a contradiction. */
function frameKind({ kind, unit }: Figure): string {
  return kind === "working days" || kind === "hours" || kind === "months" ? "time" : `${kind}${unit}`;
}

const PIECE = { zh: /[，：（）()]|[,:](?!\d)/u, en: /,\s|[:()]/u };

/** Pieces between commas; a list such as 普卡80元、金卡160元 is cut where each part has its figure. */
function piecesOf(text: string, language: "zh" | "en"): string[] {
  return text.split(PIECE[language]).flatMap((piece) => {
    const parts = piece.split(/、/u);
    return parts.length > 1 && parts.every((part) => hardFigures(part, language).length > 0) ? parts : [piece];
  });
}

/** A piece that states something of its own thing: 首次开卡免费 says nothing of what follows it. */
function isStatement(piece: string, language: "zh" | "en"): boolean {
  return /免费|不收|free/i.test(piece) || hardFigures(piece, language).length > 0;
}

/** Amounts, times and counts that are stated as such; not dates, hotlines, ordinals and numbers without a unit. */
function hardFigures(text: string, language: "zh" | "en"): Figure[] {
  return figuresIn(text, language).filter(
    ({ kind, unit, loose }) =>
      !loose &&
      kind !== "date" &&
      kind !== "hotline" &&
      kind !== "ordinal" &&
      kind !== "clock" &&
      (kind !== "count" || unit !== ""),
  );
}

function withoutFigures(text: string, language: "zh" | "en"): string {
  let rest = text;
  for (const { start, end } of figuresIn(text, language)) {
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  }
  return rest.replace(/「[^」]*」|《[^》]*》/g, " ");
}
