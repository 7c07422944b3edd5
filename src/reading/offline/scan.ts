/**
 * Finds every phrase of every lexicon in one pass over the text.
 *
 * A phrase is literal, with few signs: `(a|b|)` alternatives, `?` after a character or a bracket for
 * "or not", `~` a gap inside one clause, `~~` a longer one inside one sentence, `#` a digit, `*` the rest of a Latin word, and a closing `$`
 * the end of the clause. Latin phrases match whole words. Work is bounded whatever the text: the
 * steps of one scan are counted, and a scan that has used up its steps finds no more.
 */
import { clauseEnd, sentenceEnd } from "./clauses.ts";
import { headOf, parse, type Step as Written } from "./phrases.ts";

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

/** A step as the scan walks it: where none of the first units stands, no option need be tried. */
type Step =
  | { gap: false; options: readonly string[]; firsts: ReadonlySet<number> | null }
  | { gap: true; wide: boolean };

interface Entry {
  tag: string;
  weight: number;
  steps: readonly Step[];
}
/** Most nodes end a phrase or lead on to one character only, and there are a hundred thousand: a map only for forks. */
interface Node {
  /** The one character that leads on, 0 for none, and where it leads. */
  code: number;
  only: Node | null;
  /** In place of `only` where there are several. */
  next: Map<number, Node> | null;
  entries: Entry[] | null;
}

const DIGIT = 0x23; // "#"
const STEPS_PER_UNIT = 400;
const HAN_GAP = 8;
const LATIN_GAP = 32;

const newNode = (): Node => ({ code: 0, only: null, next: null, entries: null });

function childOf(node: Node, code: number): Node | undefined {
  if (node.next) return node.next.get(code);
  return node.code === code && node.only ? node.only : undefined;
}

function grow(node: Node, code: number): Node {
  const child = childOf(node, code);
  if (child) return child;
  const fresh = newNode();
  if (node.next) node.next.set(code, fresh);
  else if (!node.only) {
    node.code = code;
    node.only = fresh;
  } else {
    node.next = new Map([
      [node.code, node.only],
      [code, fresh],
    ]);
    node.only = null;
  }
  return fresh;
}

/** Null where an option may begin with anything. */
function firstsOf(options: readonly string[]): ReadonlySet<number> | null {
  const firsts = new Set<number>();
  for (const option of options) {
    const code = option.charCodeAt(0);
    if (option === "" || code === 0x2a || code === 0x24) return null;
    if (code === DIGIT) for (let digit = 0x30; digit <= 0x39; digit += 1) firsts.add(digit);
    firsts.add(code);
  }
  return firsts;
}

const walked = (step: Written): Step => (step.gap ? step : { ...step, firsts: firstsOf(step.options) });

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
  /** Every tag found, with its score. */
  *scores(): Generator<[tag: string, score: number]> {
    for (const [tag, hits] of this.#byTag) yield [tag, scoreOf(hits)];
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
      const entry: Entry = { tag: cue.tag, weight: cue.weight, steps: rest.map(walked) };
      for (const head of heads) {
        let at = root;
        for (let i = 0; i < head.length; i += 1) {
          at = grow(at, head.charCodeAt(i));
        }
        at.entries ??= [];
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
        if (step.firsts && !step.firsts.has(text.charCodeAt(at))) return -1;
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
        const may = !next.firsts || next.firsts.has(code);
        if (may && !(wordUnit(code) && wordUnit(text.charCodeAt(from - 1)) && code > 0x39)) {
          const stop = follow(steps, i + 1, from);
          if (stop !== -1) return stop;
        }
        if (step.wide ? sentenceEnd(text, from) : clauseEnd(text, from)) return -1;
      }
      return -1;
    };

    const walk = (node: Node, start: number, end: number): void => {
      for (const entry of node.entries ?? []) {
        const stop = follow(entry.steps, 0, end);
        if (stop !== -1) hits.add({ tag: entry.tag, weight: entry.weight, start, end: stop });
      }
      if (!node.next && !node.only) return;
      let at = end;
      let code = text.charCodeAt(at);
      while (zeroWidth(code) || (code === 0x20 && text.charCodeAt(at - 1) === 0x20)) {
        at += 1;
        code = text.charCodeAt(at);
      }
      const next = childOf(node, code);
      if (next) walk(next, start, at + 1);
      if (isDigit(code)) {
        const digit = childOf(node, DIGIT);
        if (digit) walk(digit, start, at + 1);
      }
    };

    for (let start = 0; start < text.length; start += 1) {
      const code = text.charCodeAt(start);
      if (wordUnit(code) && wordUnit(text.charCodeAt(start - 1))) continue;
      const first = childOf(root, code);
      if (first) walk(first, start, start + 1);
      const digit = isDigit(code) ? childOf(root, DIGIT) : undefined;
      if (digit) walk(digit, start, start + 1);
    }
    return hits;
  };
}
