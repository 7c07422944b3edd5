/** An answer put together by a model from the clauses that were found; what does not stand on its quotation is taken out. */
import type { Language } from "../../flows/reading.ts";
import type { Failure } from "../../model/asked.ts";
import type { Model } from "../../model/model.ts";
import type { Prompt } from "../../model/prompts.ts";
import type { Entry } from "../entries.ts";
import type { Turn } from "../search.ts";
import { Composed, STATEMENTS, type Statement } from "./composed.ts";
import { type Unsupported, whyUnsupported } from "./supported.ts";

/** How an answer was put together. Codes and figures only. */
export interface ComposeTrace {
  /** "answer@1" */
  prompt: string;
  model: string;
  outcome: "ok" | Failure;
  /** Statements that were taken out, and why. */
  removed: Unsupported[];
  tokens: number;
  ms: number;
}

/** A clause and the piece of it that the statements rest on. */
export interface Support {
  entry: Entry;
  quote: string;
}

export type Composition = { trace: ComposeTrace } & (
  | { kind: "composed"; text: string; support: Support[] }
  /** Nothing it said stands. */
  | { kind: "unsupported" }
  /** No whole answer in time. */
  | { kind: "failed" }
);

export type Composer = (
  question: string,
  clauses: readonly Entry[],
  options: { language: Language; turn: Turn },
) => Promise<Composition>;

/** UTF-16 units of a question that the model gets. */
const EXCERPT = 1500;
/** Clauses that are cited at most. */
const CITED = 2;
const IN_WORDS: Readonly<Record<Language, string>> = {
  "zh-Hans": "简体中文，称呼客户用“您”",
  "zh-Hant": "繁體中文，稱呼客戶用「您」",
  en: "英文（English）",
};

/** `prompt` is the file of ANSWER_PROMPT. Never rejects for the model's faults. */
export function createComposer({ model, prompt }: { model: Model; prompt: Prompt }): Composer {
  return async (question, clauses, { language, turn }) => {
    const asked = await model.ask({
      prompt,
      inputs: { language: IN_WORDS[language], question: question.slice(0, EXCERPT), clauses: listed(clauses) },
      schema: Composed,
      ...turn,
      language,
      prose: ({ statements }) => statements.map(({ text }) => text).join("\n"),
    });
    const trace: ComposeTrace = {
      prompt: `${prompt.name}@${prompt.version}`,
      model: model.name,
      outcome: asked.ok ? "ok" : asked.reason,
      removed: [],
      tokens: asked.tokens.input + asked.tokens.output,
      ms: asked.ms,
    };
    if (!asked.ok) return { kind: "failed", trace };
    return { ...supported(asked.data.statements.slice(0, STATEMENTS), clauses, trace.removed), trace };
  };
}

/** The clauses as the model reads them, by number. */
const listed = (clauses: readonly Entry[]): string =>
  JSON.stringify(
    clauses.map(({ policy, clause }, n) => ({
      n: n + 1,
      title: policy.title,
      heading: clause.heading,
      text: clause.body,
    })),
    null,
    1,
  );

type Kept = { kind: "composed"; text: string; support: Support[] } | { kind: "unsupported" };

/** Those that stand, of two clauses at most; why the others don't goes to `removed`. */
function supported(statements: readonly Statement[], clauses: readonly Entry[], removed: Unsupported[]): Kept {
  const quotes = new Map<Entry, string[]>();
  const said: string[] = [];
  for (const statement of statements) {
    const entry = clauses[statement.clause - 1];
    const why = whyUnsupported(statement, entry && about(entry));
    if (why) removed.push(why);
    if (why || !entry || (!quotes.has(entry) && quotes.size === CITED)) continue;
    quotes.set(entry, [...(quotes.get(entry) ?? []), statement.quote]);
    said.push(statement.text.trim());
  }
  if (said.length === 0) return { kind: "unsupported" };
  const support = Array.from(quotes, ([entry, own]) => ({ entry, quote: spanOf(entry.clause.body, own) }));
  const english = /[.!?]$/.test(said[0] ?? "");
  return { kind: "composed", text: said.join(english ? " " : ""), support };
}

const about = ({ policy, clause }: Entry) => ({
  body: clause.body,
  context: [policy.title, clause.heading, clause.summary, ...clause.questions].join("\n"),
  language: policy.language,
});

/** The literal piece of the text that holds all quotations. */
function spanOf(body: string, quotes: readonly string[]): string {
  const starts = quotes.map((quote) => body.indexOf(quote));
  const ends = quotes.map((quote, n) => (starts[n] ?? 0) + quote.length);
  return body.slice(Math.min(...starts), Math.max(...ends));
}
