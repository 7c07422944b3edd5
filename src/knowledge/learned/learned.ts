/** What `npm run train:knowledge` learnt: vectors of words, and how the measures of nearness are weighed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { loadSounds, type Sounds } from "./sounds.ts";
import { loadVectors, type Vectors } from "./vectors.ts";

const Ranking = z.object({
  /** Weight of each signal in the order of clauses: `signalsOf` in relevance.ts. */
  order: z.array(z.number()),
  /** Weight of each ground for believing that any clause answers: `groundsOf`. */
  about: z.array(z.number()),
  /** Probabilities from which a clause is shown, and from which it is asked which of several was meant. */
  floors: z.object({ answer: z.number(), ask: z.number() }),
  /** SHA-256 of the vectors these were fitted with. */
  vectors: z.string(),
});
export type Ranking = z.infer<typeof Ranking>;

export interface Learned {
  ranking: Ranking;
  /** Eight megabytes, read when the first question comes. */
  vectors(): Vectors;
  sounds(): Sounds;
}

const FOLDER = import.meta.dirname;

let ranking: Ranking | undefined;
let vectors: Vectors | undefined;
let sounds: Sounds | undefined;

/** Each part is read once for all indexes of the process. */
export function loadLearned(): Learned {
  ranking ??= Ranking.parse(JSON.parse(readFileSync(join(FOLDER, "ranking.json"), "utf8")));
  return {
    ranking,
    vectors: () => {
      vectors ??= loadVectors();
      return vectors;
    },
    sounds: () => {
      sounds ??= loadSounds();
      return sounds;
    },
  };
}
