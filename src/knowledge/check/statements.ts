/**
 * What a clause states of a thing: an item and one figure. Cells of tables ("白金卡 | 600元" under "主卡每年") and pieces
 * of sentences ("取款机每天最多取2万元"). Examples, history and questions state nothing; a piece whose figure could belong
 * to several things is passed over, for a wrong alarm costs more than a missed one.
 */
import type { Cut } from "../words.ts";
import { type Figure, sign } from "./figure.ts";
import { figuresIn } from "./figures.ts";
import { itemWords, marksOf, thingsIn } from "./item-words.ts";
import type { Passage } from "./passages.ts";
import { isFee, isThreshold, reckoningOf } from "./reckoning.ts";

export interface Statement {
  passage: Passage;
  line: number;
  /** Words that name the thing. */
  item: ReadonlySet<string>;
  /** Words of the clause's heading: what another statement need not repeat. */
  heading: ReadonlySet<string>;
  /** Statements are compared only where this is the same: kind of figure, per day or each, marks, other figures. */
  frame: string;
  figure: Figure;
  /** The words of the text with the figure. */
  quote: string;
}

/** A text that states figures, and what it is read under. */
interface Source {
  line: number;
  /** One sentence, or one cell. */
  text: string;
  /** Name of the row and head of the column; empty in prose. */
  under: string;
  /** Head of the column of names: 卡种, 当天柜台取现总额. */
  corner: string;
}

/** Items shorter than this say too little to be known again. A fee says one thing more. */
const WORDS_NEEDED = 2;
const NO_STATEMENT = {
  zh: /^例|^(?:比如|例如|假如|如：)|[？?]|以前|过去|原来|曾经?|当时|至\d{4}年|\d{4}年底?以?前/,
  en: /^Example|for example|e\.g\.|\?|formerly|used to|until 20\d\d|before 20\d\d/i,
};
const SENTENCE = { zh: /(?<=[。！？；;])/u, en: /(?<=[.!?;])\s+/u };
const PIECE = { zh: /[，：（）()]|[,:](?!\d)/u, en: /,\s|[:()]/u };
/** Pieces of which what follows depends: 其他原因吞卡的，新开账户前6个月，. */
const CONDITION = {
  zh: /(?:的|时|后|前|内|以上|以下|个月|年)$|^(?:如|若|因|凡|对|其他)/u,
  en: /^(?:if|when|once|for|after|before|within|in)\b/i,
};

/** `cut` cuts Chinese into words. */
export function statementsOf(passage: Passage, cut: Cut): Statement[] {
  const { language } = passage.policy;
  const prose = [passage.summary, ...passage.body.filter(({ text }) => !text.startsWith("|"))];
  const sentences = prose.flatMap(({ line, text }) =>
    text
      .replace(/^[-*\d.]+\s+/, "")
      .split(SENTENCE[language])
      .map((sentence) => ({ line, text: sentence.trim(), under: "", corner: "" })),
  );
  return [...cellsOf(passage), ...sentences]
    .filter(({ text }) => !NO_STATEMENT[language].test(text))
    .flatMap((source) => statementsIn(source, passage, cut));
}

/** Cells right of the first, each under its row's name. Where a name stands twice, the cells before it belong to it. */
function cellsOf({ body }: Passage): Source[] {
  const rows = body
    .filter(({ text }) => text.startsWith("|"))
    .map(({ line, text }) => ({
      line,
      cells: text
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    }));
  const found: Source[] = [];
  let head: string[] = [];
  for (const [index, { line, cells }] of rows.entries()) {
    const previous = rows[index - 1];
    if (!previous || previous.line !== line - 1) head = cells;
    if (cells === head || cells.every((cell) => /^[:\s-]*$/.test(cell))) continue;
    const twice = rows.filter((row) => row.cells[0] === cells[0]).length > 1;
    for (const [column, text] of cells.entries()) {
      if (column === 0) continue;
      const under = [...cells.slice(0, twice ? column : 1), head[column] ?? ""].join(" ");
      found.push({ line, text, under, corner: head[0] ?? "" });
    }
  }
  return found;
}

function statementsIn({ line, text, under, corner }: Source, passage: Passage, cut: Cut): Statement[] {
  const { policy, clause } = passage;
  const { language, title } = policy;
  const words = (part: string) => itemWords(withoutFigures(part, language), language, cut);
  const heading = words(`${clause.heading} ${corner}`);
  const found: Statement[] = [];
  const pieces = piecesOf(text, language);
  for (const [index, piece] of pieces.entries()) {
    const figures = hardFigures(piece, language);
    if (figures.length === 0) continue;
    const before = pieces.slice(0, index);
    const conditions = before.filter((each) => CONDITION[language].test(each.trim()));
    const own = [under, piece, ...conditions].join(" ");
    const item = words(own);
    // A piece without a thing of its own speaks of the thing named before it.
    for (let back = index - 1; item.size === 0 && back >= 0; back -= 1) {
      for (const word of words(pieces[back] ?? "")) item.add(word);
    }
    const setting = before.filter((each) => conditions.includes(each) || !isStatement(each, language));
    const marks = marksOf(`${under} ${piece}`, [...setting, clause.heading].join(" "), title, language);
    const stated = figures.map((figure, at) => {
      const around = {
        before: piece.slice(figures[at - 1]?.end ?? 0, figure.start),
        after: piece.slice(figure.end, figures[at + 1]?.start),
        context: under === "" ? clause.heading : `${under} ${clause.heading}`,
      };
      return { figure, reckoning: reckoningOf(figure, around) };
    });
    const terms = [under, ...conditions].flatMap((part) => hardFigures(part, language)).map(sign);
    for (const { figure, reckoning } of stated) {
      const rivals = stated.filter((other) => other.figure.kind === figure.kind && other.reckoning === reckoning);
      if (rivals.length > 1 || isThreshold(reckoning, CONDITION[language].test(piece.trim()))) continue;
      const full = new Set(item);
      if (thingsIn(full) + (isFee(reckoning) ? 1 : 0) < WORDS_NEEDED) for (const word of heading) full.add(word);
      if (thingsIn(full) + (isFee(reckoning) ? 1 : 0) < WORDS_NEEDED) continue;
      const others = stated.filter((other) => other.figure.kind !== figure.kind).map((other) => sign(other.figure));
      const frame = [frameKind(figure), reckoning, marks, [...terms, ...others].sort().join(",")].join(" | ");
      const quote = under === "" ? piece.trim() : `${under.trim()}：${text}`;
      found.push({ passage, line, item: full, heading, frame, figure, quote });
    }
  }
  return found;
}

/** Working days and days are one kind here: 3天 beside 3个工作日 is a contradiction. */
function frameKind({ kind, unit }: Figure): string {
  return kind === "working days" || kind === "hours" || kind === "months" ? "time" : `${kind}${unit}`;
}

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
