/** The shipped words over the shipped bank, and conversations in any state to say them in. */
import { join } from "node:path";
import type { Bubble, SayAct } from "../../src/flows/acts.ts";
import type { Common, Matter, State } from "../../src/flows/conversation.ts";
import { opened } from "../../src/flows/evolve.ts";
import type { Language } from "../../src/flows/reading.ts";
import { loadPhrases, type Phrases } from "../../src/wording/phrases.ts";
import { createWording, type WordingBank } from "../../src/wording/word.ts";
import { bankFolder, shippedBank } from "../cases/shipped-bank.ts";

export const NOW = "2026-11-22T02:00:00.000Z";
export const LANGUAGES = ["zh", "en"] as const;
export type WordingLanguage = (typeof LANGUAGES)[number];

const { names, profile } = shippedBank;
const hours = profile.staffed.hours[0];

export const wordingBank: WordingBank = {
  names,
  zone: profile.zone,
  hotlines: profile.hotlines,
  privacyNotice: (language, form) =>
    profile.privacy[form === "brief" ? "brief" : "text"][language === "en" ? "en" : "zh"],
  staffedHours: (language) => (language === "en" ? `${hours?.from} to ${hours?.to}` : `${hours?.from}–${hours?.to}`),
};

export const shippedPhrases: { zh: Phrases; en: Phrases } = { zh: load("zh"), en: load("en") };
const wording = createWording(shippedPhrases, wordingBank);

function load(language: WordingLanguage): Phrases {
  const { phrases, problems } = loadPhrases(join(bankFolder, "wording"), language);
  if (phrases) return phrases;
  throw new Error(`the shipped words have mistakes: ${JSON.stringify(problems)}`);
}

/** A conversation as it stands before its first message, with what a test needs changed. */
export function conversation(language: WordingLanguage, changes: Partial<Common> = {}): State {
  const spoken: Language = language === "en" ? "en" : "zh-Hans";
  const event = { type: "conversation-opened", id: "c1", channel: "web", identity: "anonymous" } as const;
  return { ...opened({ ...event, language: spoken, at: NOW }), ...changes };
}

export const say = (state: State, ...acts: SayAct[]): Bubble[] => wording.word(acts, state, NOW);

export const questionMarks = (text: string): number => [...text].filter((c) => c === "？" || c === "?").length;

/** A complaint about a card fee with most of its facts known. */
export function aMatter(changes: Partial<Matter> = {}): Matter {
  const source = { message: "m1", at: NOW, confirmed: false, replacedBy: null };
  const span = { text: "", start: 0, end: 0 };
  return {
    id: "t1",
    record: "R-7K2M-4821",
    receivedAt: NOW,
    words: "信用卡年费扣了两次",
    messages: ["m1"],
    business: "credit-card",
    reason: "pricing",
    venue: null,
    facts: [
      { id: "f1", name: "amount", value: { minor: 30000, currency: "CNY" }, ...span, ...source },
      {
        id: "f2",
        name: "occurred",
        value: { from: "2026-11-20T10:00:00Z", to: "2026-11-20T16:00:00Z", precision: "part-of-day" },
        ...span,
        ...source,
      },
      { id: "f3", name: "phone", value: "13800138000", ...span, ...source },
    ],
    gaps: [{ name: "card-tail", reason: "unknown" }],
    asked: {},
    risks: [],
    agreed: false,
    status: "open",
    case: null,
    cited: [],
    emotion: { first: 1, peak: 1, latest: 1 },
    met: [],
    result: null,
    ...changes,
  };
}
