import { describe, expect, it } from "vitest";
import { Business, Reason } from "../../src/flows/reading.ts";
import { everyAct } from "./every-act.ts";
import { everySentence } from "./said.ts";
import { conversation, LANGUAGES, say, shippedPhrases } from "./shipped-wording.ts";

const wordedActs = Object.keys(everyAct).filter((act) => act !== "repeat");

describe.each(LANGUAGES)("the words in %s", (language) => {
  const phrases = shippedPhrases[language];

  it("has words for every act, and for nothing else", () => {
    expect(Object.keys(phrases.acts).sort()).toEqual(wordedActs.sort());
  });

  it("can say every sentence it holds", () => {
    const held = Object.entries(phrases.acts).flatMap(([act, variants]) =>
      variants.flatMap((variant, n) => variant.say.map((_, m) => `${act}/${n}/${m}`)),
    );
    const reached = everySentence(language).map((one) => one.key);
    expect(held.filter((key) => !reached.includes(key))).toEqual([]);
  });

  it("fills every slot", () => {
    const open = everySentence(language).filter((one) => /[{}]|undefined|null/.test(one.text));
    expect(open.map((one) => `${one.key}: ${one.text}`)).toEqual([]);
  });

  it("repeats no sentence under two keys", () => {
    const texts = Object.entries(phrases.acts).flatMap(([act, variants]) =>
      variants.flatMap((variant) => variant.say.map((text) => `${act}: ${text}`)),
    );
    expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([]);
  });

  it("names the matter for every pair of business and reason", () => {
    for (const business of [null, ...Business.options]) {
      for (const reason of [null, ...Reason.options]) {
        const [bubble] = say(conversation(language), { act: "calm", emotion: 0, business, reason });
        expect(bubble?.text.length ?? 0, `${business} ${reason}`).toBeGreaterThan(5);
      }
    }
  });

  it("offers quick replies only to acts that ask", () => {
    const asked = [
      "greet",
      "ask",
      "ask-consent",
      "explain-why",
      "restate",
      "check-again",
      "answer",
      "offer-person",
      "offer-complaint",
    ];
    const more = ["offer-withdrawal", "offer-proposal", "ask-solved", "ask-manner", "unclear", "ask-anything-else"];
    const heads = Object.keys(phrases.choices).map((key) => key.split("/")[0] ?? key);
    expect(heads.filter((act) => ![...asked, ...more].includes(act))).toEqual([]);
  });

  it("holds the small pieces that sentences are made of", () => {
    const parts = ["part-0", "part-6", "part-11", "part-12", "part-18", "part-other"];
    const others = ["today", "tomorrow", "about", "line", "and", "open", "about_matter", "why-general"];
    const units = ["days", "hours", "minutes", "seconds"];
    const missing = [...parts, ...others, ...units].filter((name) => !phrases.pieces[name]);
    expect(missing).toEqual([]);
    expect(units.every((unit) => phrases.pieces[unit]?.includes("{n}"))).toBe(true);
  });
});

it("gives both languages the same acts, quick replies and pieces", () => {
  const shape = ({ acts, choices, pieces }: (typeof shippedPhrases)["zh"]) => ({
    acts: Object.keys(acts).sort(),
    choices: Object.entries(choices)
      .map(([key, list]) => `${key} ${list.length}`)
      .sort(),
    pieces: Object.keys(pieces).sort(),
  });
  expect(shape(shippedPhrases.en)).toEqual(shape(shippedPhrases.zh));
});
