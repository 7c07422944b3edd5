/**
 * The ways of asking for every clause as rows of numbers: which words stand in which question, and the vectors of questions
 * and texts. Made once for a bank's texts and kept in a file, because it takes two seconds and reading it takes none.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keep, WIDTH } from "./learned/vectors.ts";

/** Of this file's form; another number makes kept files of before useless. */
const FORM = 1;

/** One clause: how it is asked for, and the pieces of its text. */
export interface Told {
  questions: readonly string[];
  texts: readonly string[];
}

/** A text as it is compared. */
export interface Read {
  vector: Float32Array;
  words: readonly string[];
}

export interface WaysIndex {
  /** Digests of all words, in order. */
  words: Uint32Array;
  /** Where the uses of each word begin, and the questions that use it. */
  begins: Uint32Array;
  uses: Uint32Array;
  /** Different words of each question. */
  lengths: Uint32Array;
  /** Where the questions, and the texts, of each clause begin. */
  questionsFrom: Uint32Array;
  textsFrom: Uint32Array;
  /** Kept vectors: `keep` in learned/vectors.ts. */
  questions: Int8Array;
  texts: Int8Array;
}

/** FNV-1a: a word as one number. */
export function digestOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash ^= word.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

export function buildWays(clauses: readonly Told[], read: (text: string) => Read): WaysIndex {
  const uses = new Map<number, number[]>();
  const lengths: number[] = [];
  const vectors = (lists: readonly (readonly string[])[], indexed: boolean): Int8Array => {
    const all = lists.flat();
    const kept = new Int8Array(all.length * WIDTH);
    for (const [row, text] of all.entries()) {
      const { vector, words } = read(text);
      keep(vector, kept, row);
      if (!indexed) continue;
      const digests = new Set(words.map(digestOf));
      lengths.push(digests.size);
      for (const digest of digests) {
        const rows = uses.get(digest);
        if (rows) rows.push(row);
        else uses.set(digest, [row]);
      }
    }
    return kept;
  };
  const questions = vectors(
    clauses.map((clause) => clause.questions),
    true,
  );
  const texts = vectors(
    clauses.map((clause) => clause.texts),
    false,
  );
  const words = Uint32Array.from(uses.keys()).sort();
  const rows = Array.from(words, (word) => uses.get(word) ?? []);
  return {
    words,
    begins: begins(rows),
    uses: Uint32Array.from(rows.flat()),
    lengths: Uint32Array.from(lengths),
    questionsFrom: begins(clauses.map((clause) => clause.questions)),
    textsFrom: begins(clauses.map((clause) => clause.texts)),
    questions,
    texts,
  };
}

function begins(lists: readonly (readonly unknown[])[]): Uint32Array {
  const from = new Uint32Array(lists.length + 1);
  for (const [n, list] of lists.entries()) from[n + 1] = (from[n] ?? 0) + list.length;
  return from;
}

const NUMBERS = ["words", "begins", "uses", "lengths", "questionsFrom", "textsFrom"] as const;
const VECTORS = ["questions", "texts"] as const;

/** What the index depends on: any change of it makes another name. */
export function nameOf(parts: readonly string[]): string {
  const hash = createHash("sha256").update(String(FORM));
  for (const part of parts) hash.update(part);
  return `ways-${hash.digest("hex").slice(0, 24)}.idx`;
}

export const isKept = (folder: string, name: string): boolean => existsSync(join(folder, name));

/** Null when there is none of that name, or it is not whole. */
export function readKept(folder: string, name: string): WaysIndex | null {
  let raw: Buffer;
  try {
    raw = readFileSync(join(folder, name));
  } catch (error) {
    // Missing or out of reach: it is made anew.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
  const parts = NUMBERS.length + VECTORS.length;
  if (raw.byteLength < 4 * parts) return null;
  // The buffer may begin anywhere in memory; rows of numbers need a place of their own.
  const own = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength);
  const sizes = new Uint32Array(own, 0, parts);
  if (4 * parts + sizes.reduce((sum, size) => sum + size, 0) !== raw.byteLength) return null;
  let at = 4 * parts;
  const next = (n: number) => {
    at += sizes[n] ?? 0;
    return { at: at - (sizes[n] ?? 0), size: sizes[n] ?? 0 };
  };
  const numbers = NUMBERS.map((_, n) => {
    const part = next(n);
    return new Uint32Array(own, part.at, part.size / 4);
  });
  const vectors = VECTORS.map((_, n) => {
    const part = next(NUMBERS.length + n);
    return new Int8Array(own, part.at, part.size);
  });
  const [words, starts, uses, lengths, questionsFrom, textsFrom] = numbers;
  const [questions, texts] = vectors;
  if (!words || !starts || !uses || !lengths || !questionsFrom || !textsFrom || !questions || !texts) return null;
  return { words, begins: starts, uses, lengths, questionsFrom, textsFrom, questions, texts };
}

/** Keeps the index under its name and drops those of other texts. Written whole or not at all; false where nothing can be. */
export function writeKept(folder: string, name: string, index: WaysIndex): boolean {
  const parts = [...NUMBERS, ...VECTORS].map((part) => index[part]);
  const bytes = parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  const sizes = Uint32Array.from(bytes, ({ byteLength }) => byteLength);
  try {
    mkdirSync(folder, { recursive: true });
    const fresh = join(folder, `.${randomUUID()}`);
    writeFileSync(fresh, Buffer.concat([Buffer.from(sizes.buffer), ...bytes]));
    renameSync(fresh, join(folder, name));
    for (const other of readdirSync(folder)) {
      if (other.startsWith("ways-") && other !== name) rmSync(join(folder, other), { force: true });
    }
    return true;
  } catch (error) {
    // A folder that can't be written, or a full disk: the index is made anew at the next start.
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
