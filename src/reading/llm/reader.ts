/** Reads a message with the model's help. The offline reading is given; without an answer in time it is the result. */
import type { Act, FactName, Intent, Reading, ReadingContext, RiskSlug } from "../../flows/reading.ts";
import type { Failure } from "../../model/asked.ts";
import type { Model } from "../../model/model.ts";
import type { Prompt } from "../../model/prompts.ts";
import { ModelAnswer } from "./answer.ts";
import { askedFor, type LabelNames, labelList } from "./labels.ts";
import { mergeReadings } from "./merge.ts";
import { personalIn } from "./people.ts";

/** How a reading came about. Codes and figures only, nothing the customer wrote. */
export interface ModelTrace {
  /** "read@1" */
  prompt: string;
  model: string;
  /** skipped: nothing in the text for a model to read. */
  outcome: "ok" | "skipped" | Failure;
  cached: boolean;
  /** Both ways. */
  tokens: number;
  cost: number;
  ms: number;
  /** The act the model saw; null without an answer. */
  act: Act | null;
  added: { risks: RiskSlug[]; facts: FactName[]; intents: Intent[]; axes: ("business" | "reason" | "venue")[] };
}

export type ModelReader = (
  text: string,
  context: ReadingContext,
  offline: Reading,
  turn: { conversation: string; signal?: AbortSignal },
) => Promise<{ reading: Reading; trace: ModelTrace }>;

/** UTF-16 units of a long message that the model gets: its beginning and its end. */
const HEAD = 4000;
const TAIL = 1000;

/** "8827", "👍", "3.": the rules read these with the question that was asked. */
const isWordless = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) < 2;

/** `prompt` is the file of READ_PROMPT. The reader never rejects for the model's faults; the trace holds the reason. */
export function createModelReader(parts: { model: Model; prompt: Prompt; names: LabelNames }): ModelReader {
  const { model, prompt, names } = parts;
  const labels = labelList(names);
  const identity = { prompt: `${prompt.name}@${prompt.version}`, model: model.name };
  const nothing = { risks: [], facts: [], intents: [], axes: [] };

  return async (text, context, offline, { conversation, signal }) => {
    if (isWordless(text)) {
      const trace = { ...identity, outcome: "skipped" as const, cached: false, tokens: 0, cost: 0, ms: 0, act: null };
      return { reading: offline, trace: { ...trace, added: nothing } };
    }
    const asked = await model.ask({
      prompt,
      inputs: { labels, asking: askedFor(names, context.asking), text: excerpt(text) },
      schema: ModelAnswer,
      conversation,
      language: offline.language,
      personal: personalIn(offline),
      ...(signal ? { signal } : {}),
    });
    const { cost, ms } = asked;
    const spent = { ...identity, tokens: asked.tokens.input + asked.tokens.output, cost, ms };
    if (!asked.ok) {
      return {
        reading: offline,
        trace: { ...spent, outcome: asked.reason, cached: false, act: null, added: nothing },
      };
    }
    const reading = mergeReadings(offline, asked.data, text);
    const added = additions(offline, reading);
    return { reading, trace: { ...spent, outcome: "ok", cached: asked.cached, act: asked.data.act, added } };
  };
}

function excerpt(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n……\n${text.slice(-TAIL)}`;
}

function additions(offline: Reading, reading: Reading): ModelTrace["added"] {
  const had = new Set(offline.risks.map(({ slug }) => slug));
  const known = new Set(offline.facts.map(({ name }) => name));
  return {
    risks: reading.risks.map(({ slug }) => slug).filter((slug) => !had.has(slug)),
    facts: reading.facts.map(({ name }) => name).filter((name) => !known.has(name)),
    intents: reading.intents.filter((intent) => !offline.intents.includes(intent)),
    axes: (["business", "reason", "venue"] as const).filter((axis) => reading[axis] !== offline[axis]),
  };
}
