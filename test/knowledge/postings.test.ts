import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postingsOf } from "../../src/knowledge/postings.ts";

const entries = [
  { heading: ["年费", "标准"], body: ["年费", "每年", "刷卡", "减免"] },
  { heading: ["挂失"], body: ["卡片", "挂失", "费用"] },
  { heading: ["年费", "减免"], body: ["刷卡", "六次", "减免", "年费", "年费"] },
];
const all = new Set(entries.keys());
const postings = postingsOf({ heading: 3, body: 1 }, entries);

describe("the postings of the clauses", () => {
  it("find who uses the words, the one that meets more of them first", () => {
    const found = postings.search(
      new Map([
        ["年费", 1],
        ["减免", 1],
      ]),
      all,
    );
    expect(found.map(({ entry, words }) => [entry, words])).toEqual([
      [2, 2],
      [0, 2],
    ]);
  });

  it("leave out what is not allowed, and find nothing for unknown words", () => {
    expect(postings.search(new Map([["年费", 1]]), new Set([1])).length).toBe(0);
    expect(postings.search(new Map([["利息", 1]]), all)).toEqual([]);
    expect(postingsOf({ heading: 1 }, []).search(new Map([["年费", 1]]), all)).toEqual([]);
  });

  it("know the places of a word and how many entries use it", () => {
    expect(postings.placesOf(0, "年费")).toEqual(["heading", "body"]);
    expect(postings.placesOf(1, "年费")).toBeNull();
    expect(postings.count("年费")).toBe(2);
    expect(postings.count("没有")).toBe(0);
  });

  it("hold, for any texts, exactly what stands in them", () => {
    const word = fc.constantFrom<string>("甲", "乙", "丙", "丁", "__proto__", "constructor");
    const words = fc.array(word, { maxLength: 300 });
    fc.assert(
      fc.property(fc.array(fc.record({ heading: words, body: words }), { maxLength: 12 }), (texts) => {
        const held = postingsOf({ heading: 3, body: 1 }, texts);
        for (const [entry, text] of texts.entries())
          for (const one of ["甲", "乙", "__proto__", "constructor", "戊"]) {
            const places = (["heading", "body"] as const).filter((place) => text[place].includes(one));
            expect(held.placesOf(entry, one) ?? []).toEqual(places);
          }
        const found = held.search(
          new Map([
            ["甲", 1],
            ["__proto__", 0.5],
          ]),
          new Set(texts.keys()),
        );
        const using = texts.filter(({ heading, body }) =>
          [...heading, ...body].some((one) => one === "甲" || one === "__proto__"),
        );
        expect(found.length).toBe(using.length);
        for (const [at, { score }] of found.entries())
          expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? Infinity);
      }),
    );
  });
});
