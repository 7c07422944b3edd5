/** The built-in search and a bank's embeddings as one order. Which clauses may be told stays the filter's business. */
import type { Embedder } from "../../model/embedder.ts";
import { best } from "../best.ts";
import type { ClauseIndex } from "../clause-index.ts";
import { fuse, inOrder, type Search } from "../search.ts";
import type { ClauseVectors } from "./clause-vectors.ts";

/** Places of each list that count. */
const LIST = 30;
/** UTF-16 units of a question that are embedded. */
const EXCERPT = 1500;

/** Without vectors in time the built-in search answers alone. */
export function withEmbeddings(
  index: ClauseIndex,
  search: Search,
  { embedder, vectors }: { embedder: Embedder; vectors: ClauseVectors },
): Search {
  return async (question, ask) => {
    const hits = await search(question, { ...ask, limit: Math.max(LIST, ask.limit) });
    const few = hits.slice(0, ask.limit);
    if (!ask.turn || hits.length === 0) return few;
    const entries = index.allowed(ask);
    const known = vectors.of(entries);
    if (known.every((vector) => vector === undefined)) return few;
    const asked = await embedder.embed([question.slice(0, EXCERPT)], ask.turn.signal);
    const [wanted] = asked.ok ? asked.vectors : [];
    if (!wanted) return few;
    const likeness = known.map((vector) => (vector?.length === wanted.length ? dot(vector, wanted) : -1));
    const nearest = best(likeness, LIST).flatMap((place) => entries[place] ?? []);
    const order = fuse([hits, nearest], ({ clause }) => clause.hash);
    return inOrder(order, hits).slice(0, ask.limit);
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
