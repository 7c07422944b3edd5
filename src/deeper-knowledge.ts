/** What a bank switched on beside the built-in search of its policies, put together. Off, nothing of it is loaded. */
import type { Logger } from "pino";
import { dayIn } from "./cases/zone.ts";
import type { Content } from "./content.ts";
import type { KnowledgeParts } from "./knowledge/answer.ts";
import { createClauseVectors } from "./knowledge/llm/clause-vectors.ts";
import { withEmbeddings } from "./knowledge/llm/embedded.ts";
import type { KnowledgeSettings } from "./knowledge/settings.ts";
import { createEmbedder } from "./model/embedder.ts";
import { detectPersonal } from "./privacy/detect.ts";
import type { Thinking } from "./thinking.ts";
import { codeOf } from "./workers/clocks.ts";

/** Throws when the bank's own retriever can't be loaded. */
export async function deeperKnowledge(
  settings: KnowledgeSettings,
  { content, thinking, now, log }: { content: Content; thinking: Thinking | null; now: () => string; log: Logger },
): Promise<Pick<KnowledgeParts, "searchWith" | "compose">> {
  const own = settings.retriever === null ? null : await import("./knowledge/own-retriever.ts");
  const make = settings.retriever === null ? null : ((await own?.loadRetriever(settings.retriever)) ?? null);
  const today = () => dayIn(content.bank.profile.zone, now());
  const embedder = settings.embedding && createEmbedder(settings.embedding, { now, today, detectPersonal });
  const report = (news: { embedded: number; missing: number; reason: string | null }) => log.info(news, "embeddings");
  const vectors = embedder && createClauseVectors({ embedder, keepIn: content.keepIn, now, report });
  const failed = (error: unknown) => log.error({ code: codeOf(error) }, "the bank's retriever gave no answer");
  return {
    searchWith: (index, builtIn) => {
      let search = own && make ? own.withRetriever(index, builtIn, { make, failed }) : builtIn;
      if (embedder && vectors) search = withEmbeddings(index, search, { embedder, vectors });
      return thinking && settings.rerank ? thinking.rank(search) : search;
    },
    ...(thinking && settings.compose ? { compose: thinking.compose } : {}),
  };
}
