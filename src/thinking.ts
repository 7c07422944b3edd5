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

export interface Thinking {
  model: Model;
  read: ModelReader;
}

/** The prompts a reviewer finds beside the code. */
const PROMPTS = fileURLToPath(new URL("../prompts", import.meta.url));
const CONTRACTS: readonly PromptContract[] = [READ_PROMPT];

/** Every mistake in the prompts, with file and line. Looked at whether or not a model is switched on. */
export const promptProblems = (): PromptProblem[] => loadPrompts(PROMPTS, CONTRACTS).problems;

/** Throws when a prompt is missing; `promptProblems` says which and why. */
export function createThinking(
  settings: ModelSettings,
  { bank }: Content,
  { now, report }: { now: () => string; report?: (call: ModelCall) => void },
): Thinking {
  const { prompts } = loadPrompts(PROMPTS, CONTRACTS);
  const prompt = prompts.get(READ_PROMPT.name);
  if (!prompt) throw new Error(`prompts/${READ_PROMPT.name}.md cannot be used`);
  const today = () => dayIn(bank.profile.zone, now());
  const model = createModel(settings, { now, today, detectPersonal, ...(report ? { report } : {}) });
  return { model, read: createModelReader({ model, prompt, names: bank.names }) };
}
