import fc from "fast-check";
import { expect, it } from "vitest";
import { best } from "../../src/knowledge/best.ts";

it("the best are those at the head of all in order, whatever the scores", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 })), fc.nat({ max: 12 }), (scores, count) => {
      const inOrder = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      expect(best(scores, count)).toEqual(inOrder.slice(0, count));
    }),
  );
});
