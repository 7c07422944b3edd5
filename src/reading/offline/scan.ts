/**
 * Finds every phrase of every lexicon in one pass over the text.
 *
 * A phrase is literal, with few signs: `(a|b|)` alternatives, `?` after a character or a bracket for
 * "or not", `~` a gap inside one clause, `~~` a longer one inside one sentence, `#` a digit, `*` the rest of a Latin word, and a closing `$`
 * the end of the clause. Latin phrases match whole words. Work is bounded whatever the text: the
 * steps of one scan are counted, and a scan that has used up its steps finds no more.
 */
import { clauseEnd, sentenceEnd } from "./clauses.ts";
import { headOf, parse, type Step } from "./phrases.ts";
import { Tree } from "./tree.ts";

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

/** What a phrase asks for after its head, as numbers in one row: an `OPTIONS` step is followed by the length of all of
 * them, the beginnings they can have (two numbers), and each with its length in front. */
const END = 0;
const GAP = 1;
const WIDE_GAP = 2;
const OPTIONS = 3;

const DIGIT = 0x23; // "#"
const REST = 0x2a; // "*"
const CLAUSE_END = 0x24; // "$"
/** Rows of the tree a phrase needs, about. */
const ROWS_A_PHRASE = 8;
const STEPS_PER_UNIT = 400;
const HAN_GAP = 8;
const LATIN_GAP = 32;

/** Lower-case Latin letters and digits make words; Han characters do not. */
function wordUnit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/** Zero-width characters are put between letters to slip past filters. */
const zeroWidth = (code: number) => (code >= 0x200b && code <= 0x200d) || code === 0xfeff;

const NONE: readonly Hit[] = [];

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
    return this.#byTag.get(tag) ?? NONE;
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

/** The rows of phrases, one after the other; phrases that go on alike share one. */
class Rows {
  /** A phrase that is all head ends at once. */
  readonly #numbers: number[] = [END];
  readonly #known = new Map<readonly Step[], number>();

  /** Where the row of these steps begins. */
  of(steps: readonly Step[]): number {
    if (steps.length === 0) return 0;
    const known = this.#known.get(steps);
    if (known !== undefined) return known;
    const from = this.#numbers.length;
    this.#known.set(steps, from);
    for (const step of steps) this.#write(step);
    this.#numbers.push(END);
    return from;
  }

  numbers(): Uint16Array {
    return Uint16Array.from(this.#numbers);
  }

  #write(step: Step): void {
    if (step.gap) {
      this.#numbers.push(step.wide ? WIDE_GAP : GAP);
      return;
    }
    const { options } = step;
    const beginnings = beginningsOf(options);
    const length = options.reduce((sum, option) => sum + 1 + option.length, 0);
    this.#numbers.push(OPTIONS, length, beginnings & 0xffff, beginnings >>> 16);
    for (const option of options) {
      this.#numbers.push(option.length);
      for (let at = 0; at < option.length; at += 1) this.#numbers.push(option.charCodeAt(at));
    }
  }
}

/** One bit of 32 for each character an option may begin with: most places in a text are seen not to fit at once. */
function beginningsOf(options: readonly string[]): number {
  let bits = 0;
  for (const option of options) {
    const code = option.charCodeAt(0);
    if (option === "" || code === REST || code === CLAUSE_END) return -1;
    // The digits are 0x30 to 0x39.
    bits |= code === DIGIT ? 0x03ff0000 | (1 << (DIGIT & 31)) : 1 << (code & 31);
  }
  return bits;
}

/** All phrases as the scan walks them; nothing of how they were written is kept. */
interface Compiled {
  tree: Tree;
  /** Where a node's phrases begin in `from` and `phrases`; what is looked at together lies together. */
  offsets: Int32Array;
  /** Where the row of each begins. */
  from: Int32Array;
  rows: Uint16Array;
  /** Which phrase each is, as a number into `tags` and `weights`. */
  phrases: Int32Array;
  tags: readonly string[];
  weights: Float32Array;
}

function compile(cues: readonly Cue[]): Compiled {
  const count = cues.reduce((sum, cue) => sum + cue.phrases.length, 0);
  const tree = new Tree(2 ** Math.ceil(Math.log2(1 + count * ROWS_A_PHRASE)));
  const tags: string[] = [];
  const weights: number[] = [];
  const rests: Step[][] = [];
  const heads: { node: number; phrase: number }[] = [];
  for (const cue of cues) {
    for (const phrase of cue.phrases) {
      const split = headOf(parse(phrase), phrase);
      for (const head of split.heads) heads.push({ node: tree.grow(head), phrase: tags.length });
      tags.push(cue.tag);
      weights.push(cue.weight);
      rests.push(split.rest);
    }
  }
  const offsets = new Int32Array(tree.size + 1);
  for (const { node } of heads) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let node = 0; node < tree.size; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const phrases = new Int32Array(heads.length);
  for (const { node, phrase } of heads) {
    const at = next[node] ?? 0;
    phrases[at] = phrase;
    next[node] = at + 1;
  }
  const rows = new Rows();
  const from = phrases.map((phrase) => rows.of(rests[phrase] ?? []));
  return { tree, offsets, from, rows: rows.numbers(), phrases, tags, weights: Float32Array.from(weights) };
}

/** Compiles the cues once. Phrases are lower case and simplified; a bad one throws with its text. */
export const createScan = (cues: readonly Cue[]): Scan => scanOf(compile(cues));

function scanOf({ tree, offsets, from, rows, phrases, tags, weights }: Compiled): Scan {
  let text = "";
  let fuel = 0;
  let hits = new Hits();

  /** End of the option of `length` characters that begins at `from` in the rows when it stands at `at`, else -1. */
  function optionEnd(from: number, length: number, at: number): number {
    let end = at;
    for (let i = from; i < from + length; i += 1) {
      const want = rows[i] ?? 0;
      const have = text.charCodeAt(end);
      if (want === REST) while (wordUnit(text.charCodeAt(end))) end += 1;
      else if (want === CLAUSE_END) return end >= text.length || clauseEnd(text, end) ? end : -1;
      else if (want === have || (want === DIGIT && isDigit(have))) end += 1;
      else return -1;
    }
    return end;
  }

  /** Where the rest of a phrase, from `step` on, ends when it stands at `at`, else -1. */
  function follow(step: number, at: number): number {
    fuel -= 1;
    if (fuel < 0) return -1;
    const kind = rows[step];
    if (kind === END) return wordUnit(text.charCodeAt(at - 1)) && wordUnit(text.charCodeAt(at)) ? -1 : at;
    if (kind === OPTIONS) return anyOption(step, at);
    const next = step + 1;
    if (rows[next] !== OPTIONS) return -1;
    const wide = kind === WIDE_GAP;
    // English needs more characters for as many words.
    const reach = at + (wordUnit(rows[next + 5] ?? 0) ? LATIN_GAP : HAN_GAP) * (wide ? 3 : 1);
    for (let from = at; from <= reach && from < text.length; from += 1) {
      const code = text.charCodeAt(from);
      if (!(wordUnit(code) && wordUnit(text.charCodeAt(from - 1)) && code > 0x39)) {
        const stop = anyOption(next, from);
        if (stop !== -1) return stop;
      }
      if (wide ? sentenceEnd(text, from) : clauseEnd(text, from)) return -1;
    }
    return -1;
  }

  function anyOption(step: number, at: number): number {
    const bit = text.charCodeAt(at) & 31;
    if ((((rows[step + 2 + (bit >>> 4)] ?? 0) >>> (bit & 15)) & 1) === 0) return -1;
    const after = step + 4 + (rows[step + 1] ?? 0);
    for (let option = step + 4; option < after; ) {
      const length = rows[option] ?? 0;
      const end = optionEnd(option + 1, length, at);
      if (end !== -1) {
        const stop = follow(after, end);
        if (stop !== -1) return stop;
      }
      option += length + 1;
    }
    return -1;
  }

  function walk(top: number, start: number, end: number): void {
    let node = top;
    let at = end;
    while (node !== 0) {
      for (let n = offsets[node] ?? 0; n < (offsets[node + 1] ?? 0); n += 1) {
        const stop = follow(from[n] ?? 0, at);
        if (stop === -1) continue;
        const phrase = phrases[n] ?? 0;
        hits.add({ tag: tags[phrase] ?? "", weight: weights[phrase] ?? 0, start, end: stop });
      }
      let code = text.charCodeAt(at);
      while (zeroWidth(code) || (code === 0x20 && text.charCodeAt(at - 1) === 0x20)) {
        at += 1;
        code = text.charCodeAt(at);
      }
      if (isDigit(code)) {
        const digit = tree.child(node, DIGIT);
        if (digit !== 0) walk(digit, start, at + 1);
      }
      node = at < text.length ? tree.child(node, code) : 0;
      at += 1;
    }
  }

  return (plain) => {
    text = plain;
    hits = new Hits();
    fuel = 20_000 + text.length * STEPS_PER_UNIT;
    for (let start = 0; start < text.length; start += 1) {
      const code = text.charCodeAt(start);
      if (wordUnit(code) && wordUnit(text.charCodeAt(start - 1))) continue;
      if (isDigit(code)) walk(tree.child(0, DIGIT), start, start + 1);
      walk(tree.child(0, code), start, start + 1);
    }
    return hits;
  };
}
