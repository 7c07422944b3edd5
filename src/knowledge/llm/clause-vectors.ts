/**
 * The clauses' vectors by a bank's embedding model: asked for once, in the background, and kept on disk by the clause's
 * digest and the model's name. A clause that is not there yet is found by the built-in search meanwhile.
 */
import type { Embedder } from "../../model/embedder.ts";
import { type Entry, textsOf } from "../entries.ts";
import { digestPair } from "../inverted.ts";
import { readKept, writeKept } from "../kept.ts";

/** Texts of one call. */
const BATCH = 64;
/** Milliseconds after a failure before the missing ones are asked for again. */
const REST = 60_000;

export interface ClauseVectors {
  /** Vectors of these clauses, as far as they are there; asks for the rest in the background. */
  of(entries: readonly Entry[]): (Float32Array | undefined)[];
  /** Settles when nothing is being asked for. */
  idle(): Promise<void>;
}

export function createClauseVectors(parts: {
  embedder: Embedder;
  /** A folder; without it the vectors are asked for at every start. */
  keepIn?: string;
  /** ISO instant. */
  now: () => string;
  report: (news: { embedded: number; missing: number; reason: string | null }) => void;
}): ClauseVectors {
  const { embedder, keepIn, report } = parts;
  const clock = () => Date.parse(parts.now());
  const name = `embeddings-${digestPair(embedder.name).join("-")}.idx`;
  let known: Map<string, Float32Array> | undefined;
  let working: Promise<void> | undefined;
  let restUntil = 0;

  async function fill(entries: readonly Entry[], vectors: Map<string, Float32Array>): Promise<void> {
    const missing = new Map(entries.map((entry) => [keyOf(entry), entry]));
    for (const key of vectors.keys()) missing.delete(key);
    const all = [...missing];
    let reason: string | null = null;
    let embedded = 0;
    while (embedded < all.length && reason === null) {
      const batch = all.slice(embedded, embedded + BATCH);
      const found = await embedder.embed(batch.map(([, entry]) => textsOf(entry).join("\n")));
      if (!found.ok) reason = found.reason;
      else {
        for (const [n, [key]] of batch.entries()) {
          const vector = found.vectors[n];
          if (vector) vectors.set(key, vector);
        }
        embedded += batch.length;
      }
    }
    if (reason !== null) restUntil = clock() + REST;
    if (embedded > 0 && keepIn !== undefined) keep(keepIn, name, vectors, new Set(entries.map(keyOf)));
    report({ embedded, missing: all.length - embedded, reason });
  }

  return {
    of(entries) {
      known ??= keepIn === undefined ? new Map() : kept(keepIn, name);
      const vectors = known;
      const found = entries.map((entry) => vectors.get(keyOf(entry)));
      if (!working && found.includes(undefined) && clock() >= restUntil)
        working = fill(entries, vectors).finally(() => {
          working = undefined;
        });
      return found;
    },
    idle: async () => working,
  };
}

const keyOf = ({ clause }: Entry): string => digestPair(clause.hash).join(" ");

/** Digests, and the vectors one after another as the bits of their numbers. */
function keep(
  folder: string,
  name: string,
  vectors: ReadonlyMap<string, Float32Array>,
  wanted: ReadonlySet<string>,
): void {
  const own = [...vectors].filter(([key]) => wanted.has(key));
  const width = own[0]?.[1].length ?? 0;
  const digests = Uint32Array.from(own.flatMap(([key]) => key.split(" ").map(Number)));
  const numbers = new Float32Array(own.length * width);
  for (const [n, [, vector]] of own.entries()) numbers.set(vector.subarray(0, width), n * width);
  writeKept(folder, name, { numbers: [digests, new Uint32Array(numbers.buffer)], bytes: [] });
}

function kept(folder: string, name: string): Map<string, Float32Array> {
  const rows = readKept(folder, name, { numbers: 2, bytes: 0 });
  const [digests = new Uint32Array(), bits = new Uint32Array()] = rows?.numbers ?? [];
  const count = digests.length / 2;
  const width = count > 0 ? bits.length / count : 0;
  const numbers = new Float32Array(bits.buffer, bits.byteOffset, bits.length);
  return new Map(
    Array.from({ length: count }, (_, n) => [
      `${digests[2 * n]} ${digests[2 * n + 1]}`,
      numbers.slice(n * width, (n + 1) * width),
    ]),
  );
}
