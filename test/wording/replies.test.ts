/** Whole replies, turn after turn: one question each, and no sentence twice. */
import { describe, expect, it } from "vitest";
import type { SayAct } from "../../src/flows/acts.ts";
import type { Common } from "../../src/flows/conversation.ts";
import { aMatter, conversation, LANGUAGES, NOW, questionMarks, say, type WordingLanguage } from "./shipped-wording.ts";

const record = "R-7K2M-4821";
const ask = (name: Extract<SayAct, { act: "ask" }>["name"], attempt = 1): SayAct => ({ act: "ask", name, attempt });
const noted: SayAct = { act: "noted", facts: aMatter().facts.slice(0, 2) };
const calm = (emotion: 0 | 1 | 2 | 3): SayAct => ({ act: "calm", emotion, business: "credit-card", reason: "pricing" });
const matter = aMatter();
const requested = (complete: boolean, afterSilence: boolean): SayAct => ({
  act: "case-requested",
  record,
  department: "credit-card-centre",
  due: "2026-12-06",
  reasons: [],
  complete,
  afterSilence,
});

const CONVERSATIONS: Record<string, SayAct[][]> = {
  "a fee that an explanation does not settle": [
    [{ act: "greet" }],
    [calm(1), { act: "recorded", record }, ask("occurred")],
    [noted, ask("occurred", 2)],
    [noted, ask("desired-outcome")],
    [noted, { act: "ask-consent", name: "card-tail", again: false }],
    [{ act: "explain-why", name: "card-tail" }],
    [noted, ask("card-tail")],
    [noted, ask("person")],
    [noted, ask("phone")],
    [noted, { act: "restate", matter }],
    [{ act: "ask-what-is-wrong" }],
    [{ act: "restate", matter }],
    [{ act: "answer", text: "首年不收。", citations: [], settles: true }],
    [requested(false, false)],
    [{ act: "case-number", number: "C-20261122-4F7Q" }],
    [{ act: "supplemented" }],
    [{ act: "supplemented" }],
    [{ act: "thanked" }],
    [{ act: "farewell" }],
  ],
  "money taken without the customer's doing": [
    [
      { act: "urgent-advice", slugs: ["unauthorised-transaction"] },
      { act: "calm", emotion: 3, business: "debit-card", reason: "fund-safety" },
      { act: "recorded", record },
      requested(true, false),
      { act: "person-coming", until: NOW },
      ask("desired-outcome"),
    ],
    [noted, { act: "no-answer", inComplaint: true }, ask("phone")],
    [{ act: "waiting-still" }, ask("phone", 2)],
    [{ act: "wait-ended", opensAt: null }],
    [{ act: "staff-joined", staff: { id: "s1", name: "小周" } }],
    [{ act: "staff-left", staff: { id: "s1", name: "小周" }, how: "silent" }],
    [{ act: "resolved", staff: { id: "s1", name: "小周" }, result: "", record }],
  ],
  "an angry customer at night who wants a person": [
    [{ act: "boundary" }, calm(3), { act: "recorded", record }, { act: "encourage" }],
    [requested(true, false), { act: "person-later", opensAt: "2026-11-23T08:30:00+08:00" }, { act: "person-how" }],
    [calm(3), { act: "attachment-received", count: 1 }, ask("place")],
    [{ act: "unclear", attempt: 1 }],
    [{ act: "unclear", attempt: 2 }],
    [{ act: "privacy-warning" }, ask("phone")],
    [{ act: "consent-declined" }, { act: "restate", matter }],
    [{ act: "offer-withdrawal", record }],
    [{ act: "withdrawal-dropped" }, ask("phone", 2)],
  ],
  "two complaints, the second taken up after the first": [
    [calm(0), { act: "recorded", record }, { act: "second-recorded", record: "R-2" }, ask("occurred")],
    [noted, { act: "answer", text: "首年不收。", citations: [], settles: false }, ask("occurred", 2)],
    [{ act: "answer", text: "首年不收。", citations: [], settles: false }, { act: "check-again" }],
    [requested(true, false), { act: "next-matter", words: "" }, ask("occurred")],
    [requested(false, true)],
    [
      { act: "settled", record },
      { act: "next-matter", words: "" },
      { act: "restate", matter },
    ],
    [{ act: "welcome-back", days: 2 }, calm(1), { act: "reopened", record }, ask("evidence")],
  ],
};

interface Reply {
  texts: string[];
  keys: string[];
}

function hold(language: WordingLanguage, turns: readonly SayAct[][]): Reply[] {
  const said: string[] = [];
  return turns.map((acts) => {
    const changes: Partial<Common> = { said: [...said], matters: [matter], current: matter.id };
    const bubbles = say(conversation(language, changes), ...acts);
    const keys = bubbles.flatMap((bubble) => bubble.variants);
    said.push(...keys);
    return { texts: bubbles.map((bubble) => bubble.text), keys };
  });
}

describe.each(LANGUAGES)("replies in %s", (language) => {
  describe.each(Object.entries(CONVERSATIONS))("in %s", (_, turns) => {
    const replies = hold(language, turns);

    it("ask one thing at a time, last of all", () => {
      for (const { texts } of replies) {
        expect(questionMarks(texts.join("\n")), texts.join("\n")).toBeLessThanOrEqual(1);
        expect(texts.slice(0, -1).filter((text) => questionMarks(text) > 0)).toEqual([]);
      }
    });

    it("use no sentence twice", () => {
      const keys = replies.flatMap((reply) => reply.keys);
      expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([]);
    });
  });
});

it("says the same in traditional Chinese, with the same choices", () => {
  const [bubble] = say({ ...conversation("zh"), language: "zh-Hant" }, { act: "restate", matter });
  expect(bubble?.text).toMatch(/發生時間/);
  expect(bubble?.choices).toEqual(["對，沒錯", "不對，要改"]);
});

it("puts danger before comfort, and comfort before the receipt", () => {
  const acts = CONVERSATIONS["money taken without the customer's doing"]?.[0] ?? [];
  expect(say(conversation("zh"), ...acts).map((bubble) => bubble.kind)).toEqual(["safety", "receipt", "question"]);
});
