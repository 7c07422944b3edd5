import { describe, expect, it } from "vitest";
import { CONCEPTS_EN } from "../../src/reading/offline/lexicon/concepts-en.ts";
import { CONCEPTS_ZH, type Concept } from "../../src/reading/offline/lexicon/concepts-zh.ts";
import { parse } from "../../src/reading/offline/phrases.ts";
import { toPlain } from "../../src/reading/offline/plain.ts";
import { createScan } from "../../src/reading/offline/scan.ts";

/** Words that a phrase is meant to find: the first choice everywhere, nothing in the gaps. */
const exampleOf = (phrase: string): string =>
  parse(phrase)
    .map((step) => (step.gap ? " " : (step.options[0] ?? "")))
    .join("")
    .replaceAll("#", "5")
    .replaceAll(/[*$]/g, "");

const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

const names = (concepts: readonly Concept[]): string[] => concepts.map(({ name }) => name);

describe("the concepts", () => {
  it("have the same names in both languages, each once", () => {
    expect(names(CONCEPTS_EN).sort()).toEqual(names(CONCEPTS_ZH).sort());
    expect(repeated(names(CONCEPTS_ZH))).toEqual([]);
  });

  describe.each([
    ["Chinese", CONCEPTS_ZH, 15],
    ["English", CONCEPTS_EN, 10],
  ] as const)("in %s", (_language, concepts, fewest) => {
    it("say no phrase twice, and enough of them to stand for a meaning", () => {
      for (const { name, phrases } of concepts) {
        expect(repeated(phrases), name).toEqual([]);
        expect(phrases.length, name).toBeGreaterThanOrEqual(fewest);
      }
    });

    it("are written as the text is read, so that each phrase can be found", () => {
      const unfound = concepts.flatMap(({ name, phrases }) =>
        phrases.filter((phrase) => {
          const scan = createScan([{ tag: name, weight: 1, phrases: [phrase] }]);
          return phrase !== toPlain(phrase).text || !scan(exampleOf(phrase)).has(name);
        }),
      );
      expect(unfound).toEqual([]);
    });
  });

  it("carry a word over to others of its meaning", () => {
    const scan = createScan(CONCEPTS_ZH.map(({ name, phrases }) => ({ tag: name, weight: 1, phrases })));
    for (const text of ["他自称公安，说我涉嫌洗钱", "有个冒充检察院的打电话来"])
      expect(scan(toPlain(text).text).has("posing-as-police"), text).toBe(true);
    for (const text of ["卡一直在我身上", "卡没离身"])
      expect(scan(toPlain(text).text).has("card-with-me"), text).toBe(true);
    expect(scan("想问下周末几点开门").has("posing-as-police")).toBe(false);
  });
});
