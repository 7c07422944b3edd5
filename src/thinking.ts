/** What a language model does for the product, when one is switched on. Without it everything works by rules. */
import { fileURLToPath } from "node:url";
import { dayIn } from "./cases/zone.ts";
import type { Content } from "./content.ts";
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
}

/** The prompts a reviewer finds beside the code. */
const PROMPTS = fileURLToPath(new URL("../prompts", import.meta.url));
const CONTRACTS: readonly PromptContract[] = [READ_PROMPT, REPHRASE_PROMPT];
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
  if (!reading || !rephrasing) throw new Error("the prompts cannot be used as they are");
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
  };
}
