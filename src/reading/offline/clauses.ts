/** Where clauses and sentences end, in plain text. */

export function sentenceEnd(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x3002: // 。
    case 0x21:
    case 0x3f:
    case 0x0a:
    case 0x0d:
      return true;
    case 0x2e: {
      // "12.50" goes on, "card. I" ends.
      const next = text.charCodeAt(at + 1);
      return Number.isNaN(next) || next === 0x20 || next === 0x0a;
    }
    default:
      return false;
  }
}

const digit = (code: number) => code >= 0x30 && code <= 0x39;

export function clauseEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // "1,250" is one number.
  if (code === 0x2c) return !(digit(text.charCodeAt(at - 1)) && digit(text.charCodeAt(at + 1)));
  return code === 0xff0c || code === 0x3b || sentenceEnd(text, at);
}

/** No rule looks further than this for the beginning or end of a clause or sentence. */
const REACH = 80;

export interface Range {
  start: number;
  end: number;
}

function around(text: string, at: number, ends: (text: string, at: number) => boolean): Range {
  let start = at;
  while (start > 0 && at - start < REACH && !ends(text, start - 1)) start -= 1;
  let end = at;
  while (end < text.length && end - at < REACH && !ends(text, end)) end += 1;
  return { start, end };
}

/** The clause that holds the unit at `at`. */
export const clauseAt = (text: string, at: number): Range => around(text, at, clauseEnd);
export const sentenceAt = (text: string, at: number): Range => around(text, at, sentenceEnd);
