import { describe, expect, it } from "vitest";
import { problemsOf } from "./broken-bank.ts";

describe("emergency.yaml", () => {
  it.each([
    ["windowHours: 4", "windowHours: 400", /windowHours/],
    ["atLeast: 5", "atLeast: 1", /atLeast/],
    ["phone: 021-5550-0110", "phone: ring Tom", /telephone/],
    ["words: [登录,", "words: [Login,", /lower case/],
    ["who: digital-banking", "who: nobody-here", /no department nobody-here/],
  ])("with %s turned into %s is refused with its line", (from, to, message) => {
    let line = 0;
    const problems = problemsOf((copy) => {
      line = copy.change("emergency.yaml", from, to);
    });
    expect(problems).toMatchObject([{ file: "emergency.yaml", line, message: expect.stringMatching(message) }]);
  });

  it("has to be there", () => {
    expect(problemsOf((copy) => copy.remove("emergency.yaml"))).toMatchObject([{ message: "is missing" }]);
  });
});
