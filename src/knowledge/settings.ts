/** How the policies are searched and answered from, beside the built-in way, with what was expected for each that can't be used. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { type ModelSettings, modelSettings } from "../model/settings.ts";

export interface KnowledgeSettings {
  /** Absolute path of a module with the bank's own retriever; null for the built-in search. */
  retriever: string | null;
  /** Null while no embedding model is set up. */
  embedding: ModelSettings | null;
  /** With a language model: whether it puts answers together, and whether it puts clauses in order before. */
  compose: boolean;
  rerank: boolean;
}

const Flag = (on: "true" | "false") => z.enum(["true", "false"], "expected true or false").default(on);
const Given = z.object({
  TINGSU_RETRIEVER: z
    .string()
    .refine((path) => existsSync(path), "expected a file such as bank/retriever.ts")
    .optional(),
  TINGSU_EMBEDDING_NAME: z.string().optional(),
  TINGSU_EMBEDDING_URL: z.string().optional(),
  TINGSU_EMBEDDING_KEY: z.string().optional(),
  TINGSU_EMBEDDING_TIMEOUT_MS: z.string().default("2000"),
  TINGSU_COMPOSE: Flag("true"),
  TINGSU_RERANK: Flag("false"),
});

export const BUILT_IN: KnowledgeSettings = { retriever: null, embedding: null, compose: false, rerank: false };

/** `problems` name the variable and what was expected, never the value. */
export function knowledgeSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: KnowledgeSettings;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
    return { settings: BUILT_IN, problems };
  }
  const { data } = parsed;
  const embedding = embeddingSettings(data, given);
  return {
    settings: {
      retriever: data.TINGSU_RETRIEVER === undefined ? null : resolve(data.TINGSU_RETRIEVER),
      embedding: embedding.settings,
      compose: data.TINGSU_COMPOSE === "true",
      rerank: data.TINGSU_RERANK === "true",
    },
    problems: embedding.problems,
  };
}

/** The same endpoint as the language model's unless another is named; the same rules of where customers' words may go. */
function embeddingSettings(own: z.infer<typeof Given>, given: Readonly<Record<string, string | undefined>>) {
  const { TINGSU_EMBEDDING_NAME: name, TINGSU_EMBEDDING_URL: url, TINGSU_EMBEDDING_KEY: key } = own;
  const alone = url !== undefined ? "TINGSU_EMBEDDING_URL" : key !== undefined ? "TINGSU_EMBEDDING_KEY" : null;
  if (name === undefined) {
    const problem = `TINGSU_EMBEDDING_NAME: expected the embedding model's name, since ${alone} is set`;
    return { settings: null, problems: alone ? [problem] : [] };
  }
  const at = url ?? given.TINGSU_MODEL_URL;
  if (at === undefined)
    return {
      settings: null,
      problems: [
        "TINGSU_EMBEDDING_URL: expected an address such as http://127.0.0.1:8000/v1, since TINGSU_EMBEDDING_NAME is set",
      ],
    };
  const { settings, problems } = modelSettings({
    ...given,
    TINGSU_MODEL_URL: at,
    TINGSU_MODEL_NAME: name,
    // A key belongs to its address.
    TINGSU_MODEL_KEY: key ?? (url === undefined ? given.TINGSU_MODEL_KEY : undefined),
    TINGSU_MODEL_TIMEOUT_MS: own.TINGSU_EMBEDDING_TIMEOUT_MS,
  });
  return { settings, problems: problems.map(renamed) };
}

const renamed = (problem: string): string =>
  problem.replace(/^TINGSU_MODEL_(URL|NAME|KEY|TIMEOUT_MS):/u, (_, what: string) => `TINGSU_EMBEDDING_${what}:`);
