/**
 * Finds every phrase of every lexicon in one pass over the text.
 *
 * A phrase is literal, with three signs: `(a|b|)` for alternatives, `~` for a gap of a few
 * characters inside one clause, `~~` for a gap inside one sentence. A Latin phrase matches whole
 * words, unless it ends in `*`. Work is bounded: text length × longest phrase.
 */

export interface Cue {
  tag: string;
  weight: number;
  phrases: readonly string[];
}

export interface Hit {
  tag: string;
  weight: number;
  start: number;
  end: number;
}

interface Gap {
  wide: boolean;
  options: readonly string[];
}
interface Entry {
  tag: string;
  weight: number;
  prefix: boolean;
  gaps: readonly Gap[];
}
interface Node {
  next: Map<number, Node>;
  entries: Entry[];
}

const node = (): Node => ({ next: new Map(), entries: [] });

function expand(phrase: string): string[] {
  const open = phrase.indexOf("(");
  if (open === -1) return [phrase];
  const close = phrase.indexOf(")", open);
  if (close === -1) throw new Error(`phrase "${phrase}" lacks a closing bracket`);
  const rest = expand(phrase.slice(close + 1));
  const heads = phrase
    .slice(open + 1, close)
    .split("|")
    .map((option) => phrase.slice(0, open) + option);
  return heads.flatMap((head) => rest.map((tail) => head + tail));
}

/** Lower-case Latin letters and digits make words; Han characters do not. */
function wordUnit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

export function clauseEnd(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0xff0c: // ，
    case 0x2c: // ,
    case 0x3b: // ;
      return true;
    default:
      return sentenceEnd(text, at);
  }
}

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

/** Whether `phrase` stands at `at`; whole Latin words only, unless it ends in `*`. Returns its end, or -1. */
function standsAt(text: string, phrase: string, at: number): number {
  const prefix = phrase.endsWith("*");
  const literal = prefix ? phrase.slice(0, -1) : phrase;
  if (!text.startsWith(literal, at)) return -1;
  const end = at + literal.length;
  if (wordUnit(literal.charCodeAt(0)) && wordUnit(text.charCodeAt(at - 1))) return -1;
  if (!prefix && wordUnit(literal.charCodeAt(literal.length - 1)) && wordUnit(text.charCodeAt(end))) return -1;
  return end;
}

function followGaps(text: string, gaps: readonly Gap[], from: number): number {
  let end = from;
  for (const gap of gaps) {
    // English needs more characters for as many words.
    const latin = wordUnit(gap.options[0]?.charCodeAt(0) ?? 0);
    const reach = gap.wide ? (latin ? 90 : 30) : latin ? 32 : 8;
    let found = -1;
    for (let at = end; at <= end + reach && at < text.length && found === -1; at += 1) {
      for (const option of gap.options) {
        found = standsAt(text, option, at);
        if (found !== -1) break;
      }
      if (found === -1 && (gap.wide ? sentenceEnd(text, at) : clauseEnd(text, at))) break;
    }
    if (found === -1) return -1;
    end = found;
  }
  return end;
}

export type Scan = (plain: string) => Hits;

/** What was found, by tag. Hits of a tag are in order of their start. */
export class Hits {
  readonly #byTag = new Map<string, Hit[]>();
  add(hit: Hit): void {
    const list = this.#byTag.get(hit.tag);
    if (list) list.push(hit);
    else this.#byTag.set(hit.tag, [hit]);
  }
  of(tag: string): readonly Hit[] {
    return this.#byTag.get(tag) ?? [];
  }
  has(tag: string): boolean {
    return this.#byTag.has(tag);
  }
  /** The strongest single weight plus a quarter of the others: ten weak cues do not outweigh one clear one. */
  score(tag: string): number {
    let best = 0;
    let sum = 0;
    for (const hit of this.of(tag)) {
      best = Math.max(best, hit.weight);
      sum += hit.weight;
    }
    return best + (sum - best) / 4;
  }
}

/** Compiles the cues once. Phrases must be lower case and simplified. */
export function createScan(cues: readonly Cue[]): Scan {
  const root = node();
  for (const cue of cues) {
    for (const phrase of cue.phrases) {
      const [head = "", ...rest] = phrase.split(/(~+)/);
      const gaps: Gap[] = [];
      for (let i = 0; i + 1 < rest.length; i += 2) {
        gaps.push({ wide: rest[i] === "~~", options: expand(rest[i + 1] ?? "") });
      }
      for (const literal of expand(head)) {
        const prefix = literal.endsWith("*");
        let at = root;
        for (const c of prefix ? literal.slice(0, -1) : literal) {
          const code = c.charCodeAt(0);
          let next = at.next.get(code);
          if (!next) {
            next = node();
            at.next.set(code, next);
          }
          at = next;
        }
        if (at !== root) at.entries.push({ tag: cue.tag, weight: cue.weight, prefix, gaps });
      }
    }
  }
  return (plain) => {
    const hits = new Hits();
    for (let start = 0; start < plain.length; start += 1) {
      const first = plain.charCodeAt(start);
      let at = root.next.get(first);
      if (!at) continue;
      if (wordUnit(first) && wordUnit(plain.charCodeAt(start - 1))) continue;
      for (let end = start + 1; at; end += 1) {
        for (const entry of at.entries) {
          if (!entry.prefix && wordUnit(plain.charCodeAt(end - 1)) && wordUnit(plain.charCodeAt(end))) continue;
          const stop = followGaps(plain, entry.gaps, end);
          if (stop !== -1) hits.add({ tag: entry.tag, weight: entry.weight, start, end: stop });
        }
        let code = plain.charCodeAt(end);
        // Zero-width characters are skipped, runs of blanks count once.
        while ((code >= 0x200b && code <= 0x200d) || code === 0xfeff || (code === 0x20 && plain.charCodeAt(end - 1) === 0x20)) {
          end += 1;
          code = plain.charCodeAt(end);
        }
        at = at.next.get(code);
      }
    }
    return hits;
  };
}
