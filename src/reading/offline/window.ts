/** The part of a very long text that is read, and the way back to the offsets of the whole. */
import type { PersonalSpan } from "../../flows/reading.ts";

/** Longer texts are read at both ends: nobody puts the matter only into the middle of 100 kB. */
const HEAD = 8192;
const TAIL = 2048;

/** Both ends of a long text, and the way back to the offsets of the whole. */
export function windowOf(text: string): {
  text: string;
  original: (start: number, end: number) => { start: number; end: number } | null;
} {
  if (text.length <= HEAD + TAIL) return { text, original: (start, end) => ({ start, end }) };
  const shift = text.length - HEAD - TAIL;
  return {
    text: text.slice(0, HEAD) + text.slice(-TAIL),
    original: (start, end) => {
      if (end <= HEAD) return { start, end };
      // Words across the cut were never written.
      return start >= HEAD ? { start: start + shift, end: end + shift } : null;
    },
  };
}

export function inWindow(spans: readonly PersonalSpan[], length: number, whole: number): PersonalSpan[] {
  if (length === whole) return [...spans];
  const shift = whole - length;
  return spans.flatMap((span) => {
    if (span.end <= HEAD) return [span];
    return span.start - shift >= HEAD ? [{ ...span, start: span.start - shift, end: span.end - shift }] : [];
  });
}
