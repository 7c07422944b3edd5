/**
 * Finds every phrase of every lexicon in one pass over the text.
 *
 * A phrase is literal, with few signs: `(a|b|)` alternatives, `?` after a character or a bracket for
 * "or not", `~` a gap inside one clause, `~~` a longer one inside one sentence, `#` a digit, `*` the rest of a Latin word, and a closing `$`
 * the end of the clause. Latin phrases match whole words. Work is bounded whatever the text: the
 * steps of one scan are counted, and a scan that has used up its steps finds no more.
 */
import { clauseEnd, sentenceEnd } from "./clauses.ts";

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

type Step = { gap: false; options: readonly string[] } | { gap: true; wide: boolean };
interface Entry {
  tag: string;
  weight: number;
  steps: readonly Step[];
}
interface Node {
  next: Map<number, Node>;
  entries: Entry[];
}

const DIGIT = 0x23; // "#"
const MAX_HEADS = 24;
const STEPS_PER_UNIT = 400;
const HAN_GAP = 8;
const LATIN_GAP = 32;

const newNode = (): Node => ({ next: new Map(), entries: [] });

/** Where the bracket opened at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")") depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error(`a bracket stays open in the phrase ${text}`);
}

/** The alternatives of a bracket, brackets inside it written out. */
function alternatives(inner: string): string[] {
  const options: string[] = [];
  let current = [""];
  for (let i = 0; i < inner.length; i += 1) {
    const c = inner[i] ?? "";
    if (c === "|") {
      options.push(...current);
      current = [""];
    } else if (c === "(") {
      const close = closing(inner, i);
      const nested = alternatives(inner.slice(i + 1, close));
      current = current.flatMap((before) => nested.map((option) => before + option));
      i = close;
    } else if (c === "~") throw new Error(`a gap inside brackets in ${inner}`);
    else current = current.map((before) => before + c);
  }
  return [...new Set([...options, ...current])];
}

function parse(phrase: string): Step[] {
  const steps: Step[] = [];
  const text = phrase.replaceAll(")?", "|)").replace(/([^()|~])\?/g, "($1|)");
  let literal = "";
  const flush = () => {
    if (literal !== "") steps.push({ gap: false, options: [literal] });
    literal = "";
  };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? "";
    if (c === "~") {
      flush();
      const wide = text[i + 1] === "~";
      if (wide) i += 1;
      steps.push({ gap: true, wide });
    } else if (c === "(") {
      flush();
      const close = closing(text, i);
      steps.push({ gap: false, options: alternatives(text.slice(i + 1, close)) });
      i = close;
    } else if (c === ")" || c === "|") throw new Error(`unbalanced brackets in the phrase ${phrase}`);
    else literal += c;
  }
  flush();
  return steps;
}

/** Splits a phrase into the literals it can begin with, which go into the tree, and the steps that follow. */
function headOf(steps: readonly Step[], phrase: string): { heads: string[]; rest: Step[] } {
  let heads = [""];
  let i = 0;
  for (; i < steps.length; i += 1) {
    const step = steps[i];
    if (!step || step.gap || step.options.some((option) => /[*$]/.test(option))) break;
    if (heads.length * step.options.length > MAX_HEADS && !heads.includes("")) break;
    heads = heads.flatMap((head) => step.options.map((option) => head + option));
  }
  const next = steps[i];
  if (heads.includes("") || (heads.length === 1 && heads[0] === "")) {
    // A phrase of one word with a star: the word itself is the head.
    const stars = next && !next.gap && heads.length === 1 ? next.options.map((o) => o.replace(/[*$]$/, "")) : [];
    if (stars.length === 0 || stars.includes("") || !next || next.gap)
      throw new Error(`nothing to begin with in the phrase ${phrase}`);
    return {
      heads: stars,
      rest: [
        { gap: false, options: [...new Set(next.options.map((o) => /[*$]$/.exec(o)?.[0] ?? ""))] },
        ...steps.slice(i + 1),
      ],
    };
  }
  return { heads, rest: steps.slice(i) };
}

/** Lower-case Latin letters and digits make words; Han characters do not. */
function wordUnit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/** Zero-width characters are put between letters to slip past filters. */
const zeroWidth = (code: number) => (code >= 0x200b && code <= 0x200d) || code === 0xfeff;

/** End of `option` when it stands at `at`, -1 when it does not. */
function literalEnd(text: string, option: string, at: number): number {
  let end = at;
  for (let i = 0; i < option.length; i += 1) {
    const want = option.charCodeAt(i);
    const have = text.charCodeAt(end);
    if (want === 0x2a) {
      while (wordUnit(text.charCodeAt(end))) end += 1;
      continue;
    }
    if (want === 0x24) return end >= text.length || clauseEnd(text, end) ? end : -1;
    if (want === have || (want === DIGIT && isDigit(have))) end += 1;
    else return -1;
  }
  return end;
}

/** What was found, by tag. Hits of a tag are in order of their start, one per start. */
export class Hits {
  readonly #byTag = new Map<string, Hit[]>();
  add(hit: Hit): void {
    const list = this.#byTag.get(hit.tag);
    const last = list?.at(-1);
    if (last && last.start === hit.start) {
      last.weight = Math.max(last.weight, hit.weight);
      last.end = Math.max(last.end, hit.end);
    } else if (list) list.push(hit);
    else this.#byTag.set(hit.tag, [hit]);
  }
  of(tag: string): readonly Hit[] {
    return this.#byTag.get(tag) ?? [];
  }
  has(tag: string): boolean {
    return this.#byTag.has(tag);
  }
  /** The strongest weight plus a quarter of the others: ten weak cues do not outweigh one clear one. */
  score(tag: string): number {
    return scoreOf(this.of(tag));
  }
}

export function scoreOf(hits: readonly Hit[]): number {
  let best = 0;
  let sum = 0;
  for (const hit of hits) {
    best = Math.max(best, hit.weight);
    sum += hit.weight;
  }
  return best + (sum - best) / 4;
}

export type Scan = (plain: string) => Hits;

/** Compiles the cues once. Phrases are lower case and simplified; a bad one throws with its text. */
export function createScan(cues: readonly Cue[]): Scan {
  const root = newNode();
  for (const cue of cues) {
    for (const phrase of cue.phrases) {
      const { heads, rest } = headOf(parse(phrase), phrase);
      const entry: Entry = { tag: cue.tag, weight: cue.weight, steps: rest };
      for (const head of heads) {
        let at = root;
        for (let i = 0; i < head.length; i += 1) {
          const code = head.charCodeAt(i);
          let next = at.next.get(code);
          if (!next) {
            next = newNode();
            at.next.set(code, next);
          }
          at = next;
        }
        at.entries.push(entry);
      }
    }
  }

  return (text) => {
    const hits = new Hits();
    let fuel = 20_000 + text.length * STEPS_PER_UNIT;

    const follow = (steps: readonly Step[], i: number, at: number): number => {
      fuel -= 1;
      if (fuel < 0) return -1;
      const step = steps[i];
      if (!step) return wordUnit(text.charCodeAt(at - 1)) && wordUnit(text.charCodeAt(at)) ? -1 : at;
      if (!step.gap) {
        for (const option of step.options) {
          const end = literalEnd(text, option, at);
          if (end === -1) continue;
          const stop = follow(steps, i + 1, end);
          if (stop !== -1) return stop;
        }
        return -1;
      }
      const next = steps[i + 1];
      if (!next || next.gap) return -1;
      // English needs more characters for as many words.
      const reach = at + (wordUnit(next.options[0]?.charCodeAt(0) ?? 0) ? LATIN_GAP : HAN_GAP) * (step.wide ? 3 : 1);
      for (let from = at; from <= reach && from < text.length; from += 1) {
        const code = text.charCodeAt(from);
        if (!(wordUnit(code) && wordUnit(text.charCodeAt(from - 1)) && code > 0x39)) {
          const stop = follow(steps, i + 1, from);
          if (stop !== -1) return stop;
        }
        if (step.wide ? sentenceEnd(text, from) : clauseEnd(text, from)) return -1;
      }
      return -1;
    };

    const walk = (node: Node, start: number, end: number): void => {
      for (const entry of node.entries) {
        const stop = follow(entry.steps, 0, end);
        if (stop !== -1) hits.add({ tag: entry.tag, weight: entry.weight, start, end: stop });
      }
      let at = end;
      let code = text.charCodeAt(at);
      while (zeroWidth(code) || (code === 0x20 && text.charCodeAt(at - 1) === 0x20)) {
        at += 1;
        code = text.charCodeAt(at);
      }
      const next = node.next.get(code);
      if (next) walk(next, start, at + 1);
      if (isDigit(code)) {
        const digit = node.next.get(DIGIT);
        if (digit) walk(digit, start, at + 1);
      }
    };

    for (let start = 0; start < text.length; start += 1) {
      const code = text.charCodeAt(start);
      const first = root.next.get(code);
      if (!first || (wordUnit(code) && wordUnit(text.charCodeAt(start - 1)))) continue;
      walk(first, start, start + 1);
    }
    return hits;
  };
}
