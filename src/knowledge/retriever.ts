/**
 * The policies as a LangChain retriever: the port where a bank may put its own
 * vector store. Only @langchain/core is loaded, and of it two entry points.
 */
import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import type { Hit } from "./clause-index.ts";
import type { Audience } from "./policies.ts";
import type { Search, SearchAsk } from "./search.ts";

/** What a retrieved document says about where its text stands. `pageContent` is the clause's body. */
interface ClauseMetadata {
  policy: string;
  clause: string;
  title: string;
  heading: string;
  version: string;
  /** ISO date, first day in force. */
  effectiveFrom: string;
  /** ISO date, last day in force; null without end. */
  effectiveTo: string | null;
  audience: Audience;
  language: "zh" | "en";
  /** How probable it is, 0 to 1, that the clause answers the question. */
  score: number;
  /** How probable it is, 0 to 1, that any clause answers it. */
  about: number;
  /** SHA-256, hex, of the clause as it stands in the file. */
  hash: string;
}

export type ClauseDocument = Document<ClauseMetadata>;

/** Clauses for one day, language and audience, best first, at most `limit` (5). */
export class PolicyRetriever extends BaseRetriever<ClauseMetadata> {
  lc_namespace = ["tingsu", "knowledge"];
  readonly #search: Search;
  readonly #ask: SearchAsk;

  constructor({ search, limit = 5, ...filter }: Omit<SearchAsk, "limit"> & { search: Search; limit?: number }) {
    super();
    this.#search = search;
    this.#ask = { ...filter, limit };
  }

  /**
   * Without LangChain's callbacks: with LANGSMITH_TRACING in the environment they would
   * send the customer's words to an outside service.
   */
  override async invoke(question: string): Promise<ClauseDocument[]> {
    return this._getRelevantDocuments(question);
  }

  override async _getRelevantDocuments(question: string): Promise<ClauseDocument[]> {
    const found = await this.#search(question, this.#ask);
    return found.filter(({ policy }) => policy.kind === undefined).map(toDocument);
  }
}

function toDocument({ policy, clause, score, about }: Hit): ClauseDocument {
  return new Document({
    pageContent: clause.body,
    metadata: {
      policy: policy.id,
      clause: clause.number,
      title: policy.title,
      heading: clause.heading,
      version: policy.version,
      effectiveFrom: policy.effectiveFrom,
      effectiveTo: policy.effectiveTo ?? null,
      audience: policy.audience,
      language: policy.language,
      score,
      about,
      hash: clause.hash,
    },
  });
}
