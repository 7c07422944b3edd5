/** What to quote from a clause: always a literal piece of its body. */

import { saidFigures } from "./said-figures.ts";

/** Characters quoted at most where the text can be cut between sentences. */
const MAX_QUOTE = 220;
/** After 。 or a quotation mark closing it, a line end, or a full stop before a space. */
const SENTENCE_END = /(?<=[。！？!?\n][”’」』）)]*)(?![。！？!?\n”’」』）)])|(?<=\.)(?=\s)/u;
/** Characters of a quote that was widened: a whole clause of ordinary length. */
const WIDEST = 400;
/** How far a row must be ahead of the next. */
const CLEAR = 1.5;

/** What the quote is chosen by. */
export interface Wanted {
  /** How much of the question a piece of text holds. */
  weight(text: string): number;
  /** Whether the question names this very thing. */
  names(text: string): boolean;
}

/**
 * The piece of `body` that speaks of the question: the whole when short, else
 * the paragraph, the run of sentences or the table row with most `weight`.
 * Of a table where no single row stands out, all rows.
 */
export function quoteFrom(body: string, wanted: Wanted): string {
  const blocks = body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "");
  const table = blocks.find(isTable);
  if (table !== undefined) {
    const row = clearRow(table, wanted);
    if (row !== undefined) return row;
  } else if (body.length <= MAX_QUOTE) return body;

  const [first = body, ...rest] = blocks;
  const best = rest.reduce((a, b) => (wanted.weight(b) > wanted.weight(a) ? b : a), first);
  if (isTable(best)) return rowsOf(best).join("\n");
  return best.length <= MAX_QUOTE ? best : bestSentences(best, wanted);
}

/**
 * A quote that holds the figures its summary names: widened over the text between, where it lacks one and the clause has it.
 * A table's row stays a row: the summary may name another's figure.
 */
export function withFigures(quote: string, body: string, summary: string): string {
  if (body.split(/\n\s*\n/).some((block) => isTable(block.trim()))) return quote;
  let [from, end] = [body.indexOf(quote), body.indexOf(quote) + quote.length];
  for (const figure of saidFigures(summary)) {
    if (saidFigures(body.slice(from, end)).includes(figure)) continue;
    const sentence = sentencesOf(body).find(({ text }) => saidFigures(text).includes(figure));
    if (!sentence) continue;
    const wider = [Math.min(from, sentence.at), Math.max(end, sentence.at + sentence.text.length)] as const;
    if (wider[1] - wider[0] <= WIDEST) [from, end] = wider;
  }
  return body.slice(from, end).trim();
}

function sentencesOf(body: string): { text: string; at: number }[] {
  let at = 0;
  return body.split(SENTENCE_END).map((text) => {
    at += text.length;
    return { text, at: at - text.length };
  });
}

function isTable(block: string): boolean {
  const lines = block.split("\n");
  return lines.length > 2 && lines.every((line) => line.trim().startsWith("|")) && /^\|?[\s:|-]+$/.test(lines[1] ?? "");
}

/** Rows of a table without its head; consecutive in the text, so still literal. */
function rowsOf(table: string): string[] {
  return table.split("\n").slice(2);
}

/**
 * The row whose first cell the question names, the longest such name winning
 * (白金卡 before 金卡), else the one that comes nearest when no other does.
 */
function clearRow(table: string, wanted: Wanted): string | undefined {
  const rows = rowsOf(table).map((row) => ({
    row,
    name:
      row
        .split("|")
        .find((cell) => cell.trim() !== "")
        ?.trim() ?? "",
  }));
  const named = rows.filter(({ name }) => wanted.names(name)).sort((a, b) => b.name.length - a.name.length);
  const near = rows.map(({ row, name }) => ({ row, points: wanted.weight(name) })).sort((a, b) => b.points - a.points);
  const [best, second] = near;
  const alone = best !== undefined && best.points > 0 && best.points >= CLEAR * (second?.points ?? 0);
  const row = named[0]?.row ?? (alone ? best.row : undefined);
  return row?.trim().replace(/^\|\s*|\s*\|$/g, "");
}

/** Neighbouring sentences around the best one, as many as fit. */
function bestSentences(text: string, { weight }: Wanted): string {
  const sentences = text.split(SENTENCE_END);
  let from = 0;
  for (const [index, sentence] of sentences.entries()) {
    if (weight(sentence) > weight(sentences[from] ?? "")) from = index;
  }
  let quote = sentences[from] ?? text;
  for (let next = from + 1; next < sentences.length; next += 1) {
    const longer = quote + sentences[next];
    if (longer.length > MAX_QUOTE) break;
    quote = longer;
  }
  for (let previous = from - 1; previous >= 0; previous -= 1) {
    const longer = sentences[previous] + quote;
    if (longer.length > MAX_QUOTE) break;
    quote = longer;
  }
  return quote.trim();
}
