import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosen } from "../../src/channels/choices.ts";
import { splitText } from "../../src/channels/render.ts";

const squeezed = (text: string) => text.replace(/\s/gu, "");

describe("a text parted into pieces", () => {
  it("holds every word in order, fits, and cuts no character in two", () => {
    const sentences = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("请您放心。", "我们会查！", "\n\n", "Yes. ", "😡", "R-7KQ2MXW4，"),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(sentences, fc.integer({ min: 4, max: 200 }), (parts, maxLength) => {
        const text = parts.join("");
        const pieces = splitText(text, maxLength);
        expect(squeezed(pieces.join(""))).toBe(squeezed(text));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(maxLength);
          expect(piece.trim()).not.toBe("");
          if (text.isWellFormed()) expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it("ends its pieces with sentences where there are some", () => {
    const pieces = splitText("钱是昨晚被刷走的。我没有点过任何链接！卡一直在我身上，请马上查。", 20);
    expect(pieces).toEqual(["钱是昨晚被刷走的。我没有点过任何链接！", "卡一直在我身上，请马上查。"]);
  });
});

describe("a number where choices are numbered", () => {
  const choices = ["可以", "不想说"];
  it.each([
    ["2", "不想说"],
    ["２", "不想说"],
    ["2.", "不想说"],
    ["②", "不想说"],
    ["选1", "可以"],
    ["第1个", "可以"],
    ["3", "3"],
    ["8827", "8827"],
    ["2万", "2万"],
    ["可以", "可以"],
  ])("%s means %s", (typed, meant) => {
    expect(chosen(typed, choices)).toBe(meant);
  });
});
