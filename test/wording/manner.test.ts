/** How it is said: one question at most, plain words, nothing promised that the act does not hold. */
import { describe, expect, it } from "vitest";
import { ASKS_NOTHING } from "./every-act.ts";
import { everySentence } from "./said.ts";
import { LANGUAGES, questionMarks, shippedPhrases, type WordingLanguage } from "./shipped-wording.ts";

/** Every sentence of the file with its act, as it is written. */
const templates = (language: WordingLanguage): { act: string; text: string }[] =>
  Object.entries(shippedPhrases[language].acts).flatMap(([act, variants]) =>
    variants.flatMap((variant) => variant.say.map((text) => ({ act, text }))),
  );
const list = (found: readonly { act: string; text: string }[]): string[] =>
  found.map(({ act, text }) => `${act}: ${text}`);

const STOCK = [
  "敬请谅解",
  "非常理解您的心情",
  "深表歉意",
  "感谢您的支持",
  "给您带来不便",
  "规定就是",
  "您放心",
  "亲，",
  "亲爱的",
  "呢~",
  "～",
  "么么",
  "we apologise for any inconvenience",
  "we apologize for any inconvenience",
  "valued customer",
  "your call is important",
  "rest assured",
  "as per our policy",
  "kindly note",
];
const PROMISES = [
  "马上",
  "立刻",
  "立即",
  "保证",
  "一定会",
  "肯定会",
  "赔偿您",
  "退还给您",
  "全额",
  "承担责任",
  "是我们的错",
  "我们的过错",
  "尽快",
  "guarantee",
  "we promise",
  "will be refunded",
  "we will refund",
  "compensate you",
  "our fault",
  "our mistake",
  "immediately",
  "as soon as possible",
];
const BLAME = [
  "您应该早",
  "是您自己没",
  "您没有按",
  "您误会",
  "you should have",
  "your own fault",
  "you failed to",
  "you misunderstood",
];

describe.each(LANGUAGES)("the manner in %s", (language) => {
  const written = templates(language);

  it.each([
    ["stock phrases", STOCK],
    ["promises and admissions", PROMISES],
    ["blame", BLAME],
  ])("uses no %s", (_, banned) => {
    const found = written.filter(({ text }) => banned.some((word) => text.toLowerCase().includes(word)));
    expect(list(found)).toEqual([]);
  });

  it("asks nothing where a question may follow", () => {
    const acts: readonly string[] = ASKS_NOTHING;
    expect(list(written.filter(({ act, text }) => acts.includes(act) && questionMarks(text) > 0))).toEqual([]);
  });

  it("asks exactly one thing where it asks", () => {
    const acts: readonly string[] = [...ASKS_NOTHING, "answer"];
    expect(list(written.filter(({ act, text }) => !acts.includes(act) && questionMarks(text) !== 1))).toEqual([]);
  });

  it("asks whether an answer settles it, and asks nothing after any other answer", () => {
    for (const { act, text } of everySentence(language)) {
      if (act.act === "answer") expect(questionMarks(text), text).toBe(act.settles ? 1 : 0);
    }
  });

  it("writes no amounts, dates or numbers of its own", () => {
    const found = written.filter(({ text }) =>
      /\d/.test(text.replace(/(?:按|press )1/g, "").replace(/\{[a-z-]+\}/g, "")),
    );
    expect(list(found)).toEqual([]);
  });

  it("uses no emoji and no exclamation marks", () => {
    expect(list(written.filter(({ text }) => /[!！]|\p{Extended_Pictographic}/u.test(text)))).toEqual([]);
  });

  it("apologises at most once in a sentence of comfort", () => {
    const sorry = /对不起|抱歉|sorry|apolog/gi;
    expect(list(written.filter(({ text }) => (text.match(sorry) ?? []).length > 1))).toEqual([]);
  });

  it("is brief, the more so the angrier the customer is", () => {
    const limit = language === "zh" ? 160 : 340;
    const long: readonly string[] = ["ask-consent", "restate", "urgent-advice", "clarify"];
    const calmLimits = language === "zh" ? [60, 60, 60, 40] : [160, 160, 160, 130];
    for (const { act, text } of everySentence(language)) {
      if (act.act === "calm") expect(text.length, text).toBeLessThanOrEqual(calmLimits[act.emotion] ?? 0);
      else if (!long.includes(act.act)) expect(text.length, text).toBeLessThanOrEqual(limit);
    }
  });

  it("keeps each line of urgent advice short enough to follow", () => {
    const lines = everySentence(language).flatMap(({ act, text }) =>
      act.act === "urgent-advice" ? text.split("\n") : [],
    );
    expect(lines.filter((line) => line.length > (language === "zh" ? 48 : 130))).toEqual([]);
  });

  it("asks for the last four digits of a card, never for the number", () => {
    for (const { act, text } of everySentence(language)) {
      if (act.act !== "ask" || (act.name !== "card-tail" && act.name !== "account-tail") || act.attempt > 2) continue;
      expect(text).toMatch(/后四位|最后四位|末尾四位|last four digits/);
    }
  });
});

it("writes Chinese with Chinese punctuation", () => {
  const bare = ({ text }: { text: string }) => text.replace(/\{[a-z-]+\}/g, "");
  expect(list(templates("zh").filter((one) => /[,.;:?!()"']/.test(bare(one))))).toEqual([]);
});

it("writes English without Chinese signs", () => {
  expect(list(templates("en").filter(({ text }) => /[，。？！：；“”、\u4e00-\u9fff]/.test(text)))).toEqual([]);
});

describe.each(LANGUAGES)("variety in %s", (language) => {
  const count = (act: string): number =>
    (shippedPhrases[language].acts[act] ?? []).reduce((sum, variant) => sum + variant.say.length, 0);

  it.each([
    ["noted", 8],
    ["supplemented", 6],
    ["encourage", 6],
    ["restate", 6],
    ["unclear", 6],
    ["thanked", 4],
    ["answer", 6],
    ["recorded", 6],
    ["waiting-still", 3],
  ])("has enough ways to say %s", (act, least) => {
    expect(count(act)).toBeGreaterThanOrEqual(least);
  });

  it("comforts in at least four ways at every degree, whatever the reason", () => {
    for (const emotion of [0, 1, 2, 3]) {
      const general = shippedPhrases[language].acts.calm?.filter(
        ({ when }) => when.emotion === emotion && Object.keys(when).length === 1,
      );
      expect(general?.flatMap((variant) => variant.say).length ?? 0, `emotion ${emotion}`).toBeGreaterThanOrEqual(4);
    }
  });
});
