/** A quotation found in the text, letter by letter. What isn't there wasn't said. */

export interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Signs a model puts around what it quotes. */
const AROUND = /^[\s"'“”‘’「」『』《》….,，。!！?？]+|[\s"'“”‘’「」『』《》….,，。!！?？]+$/gu;

/**
 * The first place of `words` in `text`; without the signs around them when they aren't there as they are. Null when
 * they aren't there, are longer than `longest` UTF-16 units, or say nothing: fewer than two letters or digits.
 */
export function findQuote(text: string, words: string, longest: number): Quote | null {
  for (const wanted of [words.trim(), words.replace(AROUND, "")]) {
    if (wanted.length > longest || (wanted.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) continue;
    const start = text.indexOf(wanted);
    if (start >= 0) return { text: wanted, start, end: start + wanted.length };
  }
  return null;
}
