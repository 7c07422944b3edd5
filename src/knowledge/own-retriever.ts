/**
 * A bank's own retriever in the place of the built-in search: a module whose default export makes a LangChain retriever or
 * vector store. It decides what is found and in which order. Which clauses may be told, and what is quoted, stays here.
 */
import { pathToFileURL } from "node:url";
import { Document } from "@langchain/core/documents";
import { z } from "zod";
import type { ClauseIndex, Hit } from "./clause-index.ts";
import type { Entry } from "./entries.ts";
import { inOrder, type Search, type SearchAsk } from "./search.ts";

/** What the module's function is given, each time the policies were read: a store of its own may be filled from them. */
export interface RetrieverParts {
  /** Every clause, of every version and audience, with `metadata` as below. */
  documents: Document<DocumentMetadata>[];
}

export interface DocumentMetadata {
  policy: string;
  clause: string;
  title: string;
  heading: string;
  summary: string;
  language: "zh" | "en";
  audience: "customer" | "staff";
}

/** Milliseconds until the built-in search answers alone. */
const LONGEST = 2000;
/** Documents asked of a vector store. */
const FROM_STORE = 30;

/** What a document must say. `score`: how probable it is, 0 to 1, that it answers; without it the built-in search judges. */
const Found = z.object({
  metadata: z.object({
    policy: z.string(),
    clause: z.union([z.string(), z.number().transform(String)]),
    score: z.number().min(0).max(1).optional(),
  }),
});
type Found = z.infer<typeof Found>;

type Find = (question: string) => Promise<unknown>;
export type MakeRetriever = (parts: RetrieverParts) => Promise<Find>;

const can = (name: string) =>
  z.custom<Record<string, (...args: unknown[]) => Promise<unknown>>>(
    (thing) =>
      typeof thing === "object" && thing !== null && name in thing && typeof Reflect.get(thing, name) === "function",
  );
const Module = z.object({
  default: z.custom<(parts: RetrieverParts) => unknown>(
    (made) => typeof made === "function",
    "expected a default export that is a function",
  ),
});

/** Throws with a plain message when the module can't be loaded or exports something else. */
export async function loadRetriever(path: string): Promise<MakeRetriever> {
  const loaded: unknown = await import(pathToFileURL(path).href);
  const module = Module.safeParse(loaded);
  if (!module.success) throw new Error(`${path}: ${module.error.issues[0]?.message ?? "not a retriever"}`);
  return async (parts) => {
    const made = await module.data.default(parts);
    // Not `invoke`: with LANGSMITH_TRACING in the environment its callbacks would send the customer's words elsewhere.
    const retriever = can("_getRelevantDocuments").safeParse(made);
    if (retriever.success) return async (question) => retriever.data._getRelevantDocuments?.(question);
    const store = can("similaritySearch").safeParse(made);
    if (store.success) return async (question) => store.data.similaritySearch?.(question, FROM_STORE);
    throw new Error(`${path}: expected the function to give a LangChain retriever or vector store`);
  };
}

/** A search by the bank's retriever; the built-in one where it fails or takes too long. */
export function withRetriever(
  index: ClauseIndex,
  search: Search,
  { make, failed }: { make: MakeRetriever; failed: (error: unknown) => void },
): Search {
  let made: Promise<Find> | undefined;
  return async (question, ask) => {
    try {
      made ??= make({ documents: index.entries.map(documentOf) });
      const find = await made;
      const found = z.array(Found).parse(await within(LONGEST, find(question)));
      return await told(found, index.allowed(ask), { question, search, ask });
    } catch (error) {
      failed(error);
      return search(question, ask);
    }
  };
}

/** Of what was found, the clauses that may be told, once each. */
async function told(
  found: readonly Found[],
  allowed: readonly Entry[],
  { question, search, ask }: { question: string; search: Search; ask: SearchAsk },
): Promise<Hit[]> {
  const byName = new Map(allowed.map((entry) => [`${entry.policy.id}#${entry.clause.number}`, entry]));
  const scores = new Map<Entry, number | undefined>();
  for (const { metadata } of found) {
    const entry = byName.get(`${metadata.policy}#${metadata.clause}`);
    if (entry && !scores.has(entry)) scores.set(entry, metadata.score);
  }
  const entries = [...scores.keys()].slice(0, ask.limit);
  const own = entries.map((entry) => scores.get(entry));
  if (own.every((score) => score !== undefined)) {
    const about = Math.min(
      1,
      own.reduce((sum, score) => sum + score, 0),
    );
    return entries.map((entry, n) => ({ ...entry, score: own[n] ?? 0, about }));
  }
  return inOrder(entries, await search(question, ask));
}

export function documentOf({ policy, clause }: Entry): Document<DocumentMetadata> {
  const { id, title, language, audience } = policy;
  const { number, heading, summary, questions, body } = clause;
  return new Document({
    id: clause.hash,
    pageContent: [title, heading, summary, ...questions, body].join("\n"),
    metadata: { policy: id, clause: number, title, heading, summary, language, audience },
  });
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
