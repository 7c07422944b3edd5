/** Where a clause may state a figure: its sentences and the cells of its tables. Examples, history and questions state none. */
import type { Passage } from "./passages.ts";

export interface Source {
  line: number;
  /** One sentence, or one cell. */
  text: string;
  /** Name of the row and head of the column; empty in prose. */
  under: string;
  /** Head of the column of names: 卡种, 当天柜台取现总额. */
  corner: string;
}

const NO_STATEMENT = {
  zh: /^例|^(?:比如|例如|假如|如：)|[？?]|以前|过去|原来|曾经?|当时|至\d{4}年|\d{4}年底?以?前/,
  en: /^Example|for example|e\.g\.|\?|formerly|used to|until 20\d\d|before 20\d\d/i,
};
const SENTENCE = { zh: /(?<=[。！？；;])/u, en: /(?<=[.!?;])\s+/u };
const CONDITION = {
  zh: /(?:的|时|后|前|内|以上|以下|个月|年)$|^(?:如|若|因|凡|对|其他)/u,
  en: /^(?:if|when|once|for|after|before|within|in)\b/i,
};

export function sourcesOf(passage: Passage): Source[] {
  const { language } = passage.policy;
  const prose = [passage.summary, ...passage.body.filter(({ text }) => !text.startsWith("|"))];
  const sentences = prose.flatMap(({ line, text }) =>
    text
      .replace(/^[-*\d.]+\s+/, "")
      .split(SENTENCE[language])
      .map((sentence) => ({ line, text: sentence.trim(), under: "", corner: "" })),
  );
  return [...cellsOf(passage), ...sentences].filter(({ text }) => !NO_STATEMENT[language].test(text));
}

/** A piece of which what follows depends: 其他原因吞卡的，新开账户前6个月，. */
export function isCondition(piece: string, language: "zh" | "en"): boolean {
  return CONDITION[language].test(piece.trim());
}

/**
 * Cells right of the first, each under its row's name. Where a name stands twice (柜台跨行, by amount), the cells before
 * it belong to the name, and the first of them is only what tells the rows apart.
 */
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
      if (column === 0 || (twice && column === 1)) continue;
      const under = [...cells.slice(0, twice ? column : 1), head[column] ?? ""].join(" ");
      found.push({ line, text, under, corner: head[0] ?? "" });
    }
  }
  return found;
}
