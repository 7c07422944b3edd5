/**
 * Warmer words for what was decided: a model rephrases the courtesies and questions of a turn in one call, and each
 * is sent only when the conduct check finds nothing in it that its template doesn't say. Else the template is.
 */
import type { Names } from "../bank/names.ts";
import type { Bubble, SayAct } from "../flows/acts.ts";
import { bubblePlans } from "../flows/bubbles.ts";
import { apologisedBefore, checkConduct, longest } from "../flows/conduct.ts";
import { wordsOf } from "../flows/conduct-kept.ts";
import type { State } from "../flows/conversation.ts";
import { lifeInDanger } from "../flows/handover.ts";
import { currentMatter, standing } from "../flows/ledger.ts";
import type { Language } from "../flows/reading.ts";
import type { Asked, KnownPersonal } from "../model/asked.ts";
import type { Model } from "../model/model.ts";
import type { Prompt } from "../model/prompts.ts";
import { Rephrased } from "./rephrase/answer.ts";
import { mayRephrase } from "./rephrase/may.ts";
import type { BubbleResult, RephraseTrace } from "./rephrase/trace.ts";
import { toTraditional } from "./word.ts";

export interface RephraseTurn {
  conversation: string;
  /** The turn's budget of time. */
  signal?: AbortSignal;
  /** What the customer wrote in this turn; without it the words of the complaint stand in. */
  heard?: string;
}

export interface Reworded {
  bubbles: Bubble[];
  trace: RephraseTrace;
}

/**
 * `bubbles` are those worded from `acts`; `state` is the one they were worded from. Gives as many, in order, with
 * the same choices, citations and variants. Never rejects: without an answer in time the bubbles come back as given.
 */
export type Rephraser = (
  bubbles: readonly Bubble[],
  acts: readonly SayAct[],
  state: State,
  turn: RephraseTurn,
) => Promise<Reworded>;

export interface RephraserParts {
  model: Model;
  /** The file of REPHRASE_PROMPT. */
  prompt: Prompt;
  names: Pick<Names, "bank" | "fact">;
  /** Longest message of a channel, in characters (UTF-16 units). */
  maxLength: (channel: string) => number;
}

interface Candidate {
  at: number;
  bubble: Bubble;
  acts: SayAct[];
}

/** UTF-16 units of the customer's words that the model gets. */
const EXCERPT = 600;
const IN_WORDS: Readonly<Record<Language, string>> = {
  "zh-Hans": "简体中文，称呼客户用“您”",
  "zh-Hant": "繁體中文，稱呼客戶用「您」",
  en: "英文（English），平实、礼貌",
};
const MOODS = ["平静", "不满", "生气", "暴怒或绝望"] as const;

export function createRephraser(parts: RephraserParts): Rephraser {
  const { model, prompt } = parts;
  const identity = { prompt: `${prompt.name}@${prompt.version}`, model: model.name };
  const nothing = { fault: null, cached: false, tokens: 0, cost: 0, ms: 0, bubbles: [] };

  const ask = (candidates: readonly Candidate[], state: State, turn: RephraseTurn): Promise<Asked<Rephrased>> => {
    const limit = parts.maxLength(state.channel);
    const templates = candidates.map(({ bubble: { text } }, n) => ({
      n: n + 1,
      text,
      longest: Math.max(text.length, longest(text, limit)),
    }));
    return model.ask({
      prompt,
      inputs: {
        language: IN_WORDS[state.language],
        mood: MOODS[state.emotion],
        apology: apologisedBefore(state) ? "刚才道过歉，这次不再道歉" : "原文道歉的照样道歉，原文没有的不加",
        customer: (turn.heard ?? currentMatter(state)?.words ?? "").slice(0, EXCERPT),
        templates: JSON.stringify(templates, null, 1),
      },
      schema: Rephrased,
      conversation: turn.conversation,
      language: state.language,
      prose: ({ bubbles }) => bubbles.map(({ text }) => text).join("\n"),
      personal: peopleOf(state),
      ...(turn.signal ? { signal: turn.signal } : {}),
    });
  };

  /** The text to send, and how it came about. */
  function judge(candidate: Candidate, offered: string | undefined, state: State, turn: RephraseTurn, sent: string[]) {
    const { text: template } = candidate.bubble;
    const stay = (result: BubbleResult) => ({ text: template, result });
    if (offered === undefined) return stay("missing");
    const { language } = state;
    const rephrased = language === "zh-Hant" ? toTraditional(offered.trim()) : offered.trim();
    if (rephrased === template) return stay("unchanged");
    const fault = checkConduct({
      template,
      rephrased,
      acts: candidate.acts,
      state,
      language,
      maxLength: parts.maxLength(state.channel),
      keep: keptWords(candidate.acts, state, parts.names),
      earlier: sent,
      ...(turn.heard === undefined ? {} : { heard: turn.heard }),
    });
    return fault ? stay(fault) : { text: rephrased, result: "rephrased" as const };
  }

  return async (bubbles, acts, state, turn) => {
    const given = [...bubbles];
    const candidates = candidatesOf(given, acts, state);
    if (candidates.length === 0) return { bubbles: given, trace: { ...identity, ...nothing, outcome: "skipped" } };
    let asked: Asked<Rephrased>;
    try {
      asked = await ask(candidates, state, turn);
    } catch (error) {
      // The words are there already: a customer doesn't wait for them because of a mistake in making them nicer.
      const fault = error instanceof Error ? error.name : typeof error;
      return { bubbles: given, trace: { ...identity, ...nothing, outcome: "error", fault } };
    }
    const { tokens, cost, ms } = asked;
    const spent = { ...identity, ...nothing, tokens: tokens.input + tokens.output, cost, ms };
    if (!asked.ok) return { bubbles: given, trace: { ...spent, outcome: asked.reason } };
    const trace: RephraseTrace = { ...spent, outcome: "ok", cached: asked.cached, bubbles: [] };
    for (const [index, candidate] of candidates.entries()) {
      const { at, bubble } = candidate;
      const offered = asked.data.bubbles.find(({ n }) => n === index + 1)?.text;
      const sent = given.slice(0, at).map(({ text }) => text);
      const { text, result } = judge(candidate, offered, state, turn, sent);
      given[at] = { ...bubble, text };
      trace.bubbles.push({ kind: bubble.kind, acts: candidate.acts.map(({ act }) => act), result });
    }
    return { bubbles: given, trace };
  };
}

/** None while a life may be in danger: then every word is one a person has weighed. */
function candidatesOf(bubbles: readonly Bubble[], acts: readonly SayAct[], state: State): Candidate[] {
  if (state.matters.some((matter) => matter.status === "open" && lifeInDanger(matter))) return [];
  const plans = bubblePlans(acts);
  const fits = plans.length === bubbles.length && bubbles.every(({ kind }, at) => plans[at]?.kind === kind);
  if (!fits) return [];
  return bubbles.flatMap((bubble, at) => {
    const of = plans[at]?.acts ?? [];
    return mayRephrase(bubble.kind, of) ? [{ at, bubble, acts: of }] : [];
  });
}

/** Words of acts and state in the script of the bubbles, and the bank's names of what is spoken of. */
function keptWords(acts: readonly SayAct[], state: State, names: RephraserParts["names"]): string[] {
  const facts = acts.flatMap((act) => {
    return act.act === "meet" || act.act === "noted" ? act.facts.map(({ name }) => name) : [];
  });
  const words = [
    ...wordsOf(acts, state),
    names.bank(state.language),
    ...facts.map((name) => names.fact(name, state.language)),
  ];
  return state.language === "zh-Hant" ? [...words, ...words.map(toTraditional)] : words;
}

/** Names in the ledger, to be kept from the model beside what the privacy rules detect. */
function peopleOf(state: State): KnownPersonal[] {
  return state.matters.flatMap(standing).flatMap((fact): KnownPersonal[] => {
    if (fact.name === "person") return [{ kind: "name", text: fact.value }];
    return fact.name === "staff" ? [{ kind: "staff", text: fact.value }] : [];
  });
}
