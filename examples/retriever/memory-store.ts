/**
 * A bank's own search in the place of the built-in one: a LangChain vector store in memory. Replace the embeddings by those of
 * your model, or return the retriever of your own store: Elasticsearch, Milvus, a search service behind HTTP.
 *
 *   TINGSU_RETRIEVER=examples/retriever/memory-store.ts npm start
 *
 * Tingsu asks the default export for a retriever or vector store each time the policies were read. A document answers to its
 * clause by `metadata.policy` and `metadata.clause`. Which clauses are in force, meant for customers and quoted is not your
 * concern: what you find and a customer may not see is left out.
 */
import { Embeddings } from "@langchain/core/embeddings";
import { FakeVectorStore } from "@langchain/core/utils/testing";
import type { RetrieverParts } from "../../src/knowledge/own-retriever.ts";

const WIDTH = 1024;

/** Stands in for an embedding model: counts pairs of characters. */
class PairEmbeddings extends Embeddings {
  constructor() {
    super({});
  }

  override async embedQuery(text: string): Promise<number[]> {
    const vector = new Array<number>(WIDTH).fill(0);
    const plain = text.toLowerCase().replace(/[\s\p{P}]+/gu, "");
    for (let at = 0; at + 1 < plain.length; at += 1) {
      const place = ((plain.charCodeAt(at) * 31 + plain.charCodeAt(at + 1)) * 2654435761) % WIDTH;
      vector[place] = 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((x) => x / length);
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}

export default async function createRetriever({ documents }: RetrieverParts) {
  // LangChain's own in-memory store is in the `langchain` package; the core has this one, which is searched in the same way.
  const store = new FakeVectorStore(new PairEmbeddings());
  await store.addDocuments(documents);
  return store.asRetriever({ k: 20 });
}
