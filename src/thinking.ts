/** What a language model does for the product, when one is switched on. Without it everything works by rules. */
import { fileURLToPath } from "node:url";
import { dayIn } from "./cases/zone.ts";
import type { Content } from "./content.ts";
import { type Composer, createComposer } from "./knowledge/llm/compose.ts";
import { ANSWER_PROMPT, RANK_PROMPT } from "./knowledge/llm/composed.ts";
import { rankedBy } from "./knowledge/llm/rank.ts";
import type { Search } from "./knowledge/search.ts";
import { createModel, type Model, type ModelCall } from "./model/model.ts";
import { loadPrompts, type PromptContract, type PromptProblem } from "./model/prompts.ts";
import type { ModelSettings } from "./model/settings.ts";
import { detectPersonal } from "./privacy/detect.ts";
import { READ_PROMPT } from "./reading/llm/answer.ts";
import { createModelReader, type ModelReader } from "./reading/llm/reader.ts";
import { REPHRASE_PROMPT } from "./wording/rephrase/answer.ts";
import { createRephraser, type Rephraser } from "./wording/rephrase.ts";

export interface Thinking {
  model: Model;
  read: ModelReader;
  rephrase: Rephraser;
  /** Answers put together from clauses, and clauses put in order. */
  compose: Composer;
  rank: (search: Search) => Search;
}

/** The prompts a reviewer finds beside the code. */
const PROMPTS = fileURLToPath(new URL("../prompts", import.meta.url));
const CONTRACTS: readonly PromptContract[] = [READ_PROMPT, REPHRASE_PROMPT, ANSWER_PROMPT, RANK_PROMPT];
/** Longest bubble of a rephrasing, in characters: what a screen or a chat window shows without scrolling. */
const LONGEST: Readonly<Record<string, number>> = { web: 600, terminal: 600, wechat: 300 };

/** Every mistake in the prompts, with file and line. Looked at whether or not a model is switched on. */
export const promptProblems = (): PromptProblem[] => loadPrompts(PROMPTS, CONTRACTS).problems;

/** Throws when a prompt is missing; `promptProblems` says which and why. */
export function createThinking(
  settings: ModelSettings,
  { bank }: Content,
  { now, report }: { now: () => string; report?: (call: ModelCall) => void },
): Thinking {
  const { prompts } = loadPrompts(PROMPTS, CONTRACTS);
  const reading = prompts.get(READ_PROMPT.name);
  const rephrasing = prompts.get(REPHRASE_PROMPT.name);
  const answering = prompts.get(ANSWER_PROMPT.name);
  const ranking = prompts.get(RANK_PROMPT.name);
  if (!reading || !rephrasing || !answering || !ranking) throw new Error("the prompts cannot be used as they are");
  const today = () => dayIn(bank.profile.zone, now());
  const model = createModel(settings, { now, today, detectPersonal, ...(report ? { report } : {}) });
  return {
    model,
    read: createModelReader({ model, prompt: reading, names: bank.names }),
    rephrase: createRephraser({
      model,
      prompt: rephrasing,
      names: bank.names,
      maxLength: (channel) => LONGEST[channel] ?? 300,
    }),
    compose: createComposer({ model, prompt: answering }),
    rank: (search) => rankedBy(search, { model, prompt: ranking }),
  };
}
