import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { measure, type Row } from "../../bench/evaluate/measure.ts";
import { allMessages, secondLabels, spanOf } from "../../bench/evaluate/messages.ts";
import { ruleReader, train } from "../../bench/evaluate/train.ts";
import { judge } from "../../src/reading/offline/learned/judge.ts";
import { bytesOf, loadWeights } from "../../src/reading/offline/learned/weights.ts";

const ZONE = "Asia/Shanghai";
const unseen = allMessages("unseen");
const practice = allMessages("practice");
const read = ruleReader();
const isEnglish = ({ text }: { text: string }) => !/[\u4e00-\u9fff]/u.test(text);

describe("the labelled messages", () => {
  it("are as many, and of the kinds, that the figures need", () => {
    const chinese = [...unseen, ...practice].filter((message) => !isEnglish(message));
    expect(chinese.length).toBeGreaterThanOrEqual(900);
    expect([...unseen, ...practice].filter(isEnglish).length).toBeGreaterThanOrEqual(250);
    const grave = ["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"];
    expect(unseen.filter(({ risks }) => risks.some(({ slug }) => grave.includes(slug))).length).toBeGreaterThan(150);
    expect(unseen.filter(({ injection }) => injection).length).toBeGreaterThanOrEqual(120);
  });

  it("name only words that stand in the message", () => {
    for (const { text, risks, facts, pii } of [...unseen, ...practice])
      for (const label of [...risks, ...facts, ...pii]) expect(() => spanOf(text, label)).not.toThrow();
  });

  it("were all labelled a second time", () => {
    const second = secondLabels();
    expect(unseen.filter(({ id }) => !second.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe("the trained weights", () => {
  it("are what the practice messages and today's rules give: npm run train", { timeout: 900_000 }, async () => {
    const file = fileURLToPath(new URL("../../src/reading/offline/learned/weights.bin", import.meta.url));
    const again = bytesOf(await train());
    expect(again.equals(readFileSync(file))).toBe(true);
  });
});

/** What was reached on the unseen messages, less a little: a change that loses it is noticed. Goals are in `npm run eval`. */
const REACHED: Readonly<Record<string, number>> = {
  "act, macro F1": 0.66,
  "business, accuracy where it applies": 0.83,
  "reason, accuracy where it applies": 0.67,
  "venue, accuracy where it applies": 0.83,
  "emotion, exact": 0.67,
  "emotion, within one step": 0.92,
  "risk P0, recall": 0.78,
  "risk P1, recall": 0.78,
  "amounts, exact span and value, F1": 0.92,
  "dates and times, exact span and value, F1": 0.88,
  "personal data, recall": 0.98,
};

describe("unseen Chinese messages", () => {
  it("are read at least as well as before", () => {
    const weights = loadWeights();
    const rows: Row[] = unseen
      .filter((message) => !isEnglish(message))
      .map((message) => {
        const context = { at: message.at, zone: ZONE };
        return { message, reading: judge(read(message.text, context), weights, context) };
      });
    const figures = new Map(measure(rows).map(({ name, share }) => [name, share.value]));
    for (const [name, least] of Object.entries(REACHED)) expect(figures.get(name), name).toBeGreaterThanOrEqual(least);
  });
});
