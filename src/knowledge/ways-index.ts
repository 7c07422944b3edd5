/**
 * The ways of asking for every clause as rows of numbers: which words stand in which question, and the vectors of questions
 * and texts. Making them takes a tenth of a millisecond each, so what did not change is taken from the index of before.
 */
import { digestOf, digestPair, type Inverted, invert } from "./inverted.ts";
import { keep, WIDTH } from "./learned/vectors.ts";

/** One clause: how it is asked for, and the pieces of its text. */
export interface Told {
  /** "swallowed-card#3": the same in every version of the bank's texts. */
  name: string;
  questions: readonly string[];
  texts: readonly string[];
  /** Its questions can't be read now: it stays as it was. */
  held?: boolean;
  /** It is read otherwise than before, though it says the same. */
  anew?: boolean;
}

/** A text as it is compared. */
export interface Read {
  vector: Float32Array;
  words: readonly string[];
}

export interface WaysIndex extends Inverted {
  /** Different words of each question. */
  lengths: Uint32Array;
  /** Where the questions, and the texts, of each clause begin. */
  questionsFrom: Uint32Array;
  textsFrom: Uint32Array;
  /** For each clause two numbers of its name's digest and two of its texts'. */
  digests: Uint32Array;
  /** Kept vectors: `keep` in learned/vectors.ts. */
  questions: Int8Array;
  texts: Int8Array;
  /** The middle of all vectors of each clause. */
  middles: Int8Array;
}

/** Where a clause stood in the index of before. */
type Before = (clause: Told) => number | undefined;

/** `before`: made with the same `read`. */
export function buildWays(clauses: readonly Told[], read: (text: string) => Read, before?: WaysIndex): WaysIndex {
  const stood = before ? lookUp(before) : () => undefined;
  const olds = clauses.map(stood);
  const questionsFrom = begins(clauses, olds, before?.questionsFrom, ({ questions }) => questions);
  const textsFrom = begins(clauses, olds, before?.textsFrom, ({ texts }) => texts);
  const lengths = new Uint32Array(questionsFrom.at(-1) ?? 0);
  const questions = new Int8Array(lengths.length * WIDTH);
  const texts = new Int8Array((textsFrom.at(-1) ?? 0) * WIDTH);
  const middles = new Int8Array(clauses.length * WIDTH);
  const digests = new Uint32Array(4 * clauses.length);
  /** New row of each old question; -1 where it is gone. */
  const moved = new Int32Array(before?.lengths.length ?? 0).fill(-1);
  const uses = new Map<number, number[]>();

  for (const [n, clause] of clauses.entries()) {
    const old = olds[n];
    const row = questionsFrom[n] ?? 0;
    const text = textsFrom[n] ?? 0;
    if (before && old !== undefined) {
      const [from = 0, end = 0] = before.questionsFrom.subarray(old, old + 2);
      const [first = 0, last = 0] = before.textsFrom.subarray(old, old + 2);
      questions.set(before.questions.subarray(from * WIDTH, end * WIDTH), row * WIDTH);
      texts.set(before.texts.subarray(first * WIDTH, last * WIDTH), text * WIDTH);
      lengths.set(before.lengths.subarray(from, end), row);
      digests.set(before.digests.subarray(4 * old, 4 * old + 4), 4 * n);
      middles.set(before.middles.subarray(old * WIDTH, (old + 1) * WIDTH), n * WIDTH);
      for (let at = from; at < end; at += 1) moved[at] = row + at - from;
      continue;
    }
    digests.set([...digestPair(clause.name), ...digestPair(told(clause))], 4 * n);
    for (const [at, question] of clause.questions.entries()) {
      const { vector, words } = read(question);
      keep(vector, questions, row + at);
      const different = new Set(words.map(digestOf));
      lengths[row + at] = different.size;
      for (const digest of different) {
        const rows = uses.get(digest);
        if (rows) rows.push(row + at);
        else uses.set(digest, [row + at]);
      }
    }
    for (const [at, piece] of clause.texts.entries()) keep(read(piece).vector, texts, text + at);
    const own = questions.subarray(row * WIDTH, (row + clause.questions.length) * WIDTH);
    keep(middleOf(own, texts.subarray(text * WIDTH, (text + clause.texts.length) * WIDTH)), middles, n);
  }
  const still = before && { of: before, moved: (use: number) => moved[use] ?? -1 };
  return { ...invert(uses, still), lengths, questionsFrom, textsFrom, digests, questions, texts, middles };
}

function middleOf(...rows: readonly Int8Array[]): Float32Array {
  const sum = new Float32Array(WIDTH);
  for (const row of rows) for (const [at, number] of row.entries()) sum[at % WIDTH] = (sum[at % WIDTH] ?? 0) + number;
  const length = Math.sqrt(sum.reduce((total, x) => total + x * x, 0)) || 1;
  return sum.map((x) => x / length);
}

/** A clause that says the same, or that is held and had the name. */
function lookUp({ digests }: WaysIndex): Before {
  const byName = new Map<string, number>();
  const byText = new Map<string, number>();
  for (let clause = 0; clause < digests.length / 4; clause += 1) {
    const [a, b, c, d] = digests.subarray(4 * clause, 4 * clause + 4);
    byName.set(`${a} ${b}`, clause);
    byText.set(`${a} ${b} ${c} ${d}`, clause);
  }
  return (clause) => {
    if (clause.anew) return undefined;
    const name = digestPair(clause.name).join(" ");
    return clause.held ? byName.get(name) : byText.get(`${name} ${digestPair(told(clause)).join(" ")}`);
  };
}

const told = ({ questions, texts }: Told): string => JSON.stringify([questions, texts]);

function begins(
  clauses: readonly Told[],
  olds: readonly (number | undefined)[],
  before: Uint32Array | undefined,
  listOf: (clause: Told) => readonly unknown[],
): Uint32Array {
  const from = new Uint32Array(clauses.length + 1);
  for (const [n, clause] of clauses.entries()) {
    const old = olds[n];
    const count = before && old !== undefined ? (before[old + 1] ?? 0) - (before[old] ?? 0) : listOf(clause).length;
    from[n + 1] = (from[n] ?? 0) + count;
  }
  return from;
}
