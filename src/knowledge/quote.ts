/** What to quote from a clause: always a literal piece of its body. */

/** Characters quoted at most where the text can be cut between sentences. */
const MAX_QUOTE = 220;

/**
 * The piece of `body` that speaks of the question: the whole when short, else
 * the paragraph, the run of sentences or the table row with most `weight`.
 * Of a table where no single row stands out, all rows.
 */
export function quoteFrom(body: string, weight: (text: string) => number): string {
  const blocks = body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "");
  const table = blocks.find(isTable);
  if (table !== undefined) {
    const row = clearRow(table, weight);
    if (row !== undefined) return row;
  } else if (body.length <= MAX_QUOTE) return body;

  const [first = body, ...rest] = blocks;
  const best = rest.reduce((a, b) => (weight(b) > weight(a) ? b : a), first);
  if (isTable(best)) return rowsOf(best).join("\n");
  return best.length <= MAX_QUOTE ? best : bestSentences(best, weight);
}

function isTable(block: string): boolean {
  const lines = block.split("\n");
  return lines.length > 2 && lines.every((line) => line.trim().startsWith("|")) && /^\|?[\s:|-]+$/.test(lines[1] ?? "");
}

/** Rows of a table without its head; consecutive in the text, so still literal. */
function rowsOf(table: string): string[] {
  return table.split("\n").slice(2);
}

/** The row whose first cell the question names, when no other row comes near. */
function clearRow(table: string, weight: (text: string) => number): string | undefined {
  const rows = rowsOf(table)
    .map((row) => ({ row, points: weight(row.split("|").find((cell) => cell.trim() !== "") ?? "") }))
    .sort((a, b) => b.points - a.points);
  const [best, second] = rows;
  if (!best || best.points === 0 || best.points < 1.5 * (second?.points ?? 0)) return undefined;
  return best.row.trim().replace(/^\|\s*|\s*\|$/g, "");
}

/** Neighbouring sentences around the best one, as many as fit. */
function bestSentences(text: string, weight: (text: string) => number): string {
  const sentences = text.match(/[^。！？!?\n]+(?:[。！？!?]+[”’」』）)]*|\.(?=\s|$)|\n|$)/gu) ?? [text];
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
