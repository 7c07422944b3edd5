import { describe, expect, it } from "vitest";
import { newCaseNumber, newRecordNumber } from "../../src/cases/numbers.ts";

const readable = "[23456789ABCDEFGHJKMNPQRSTVWXYZ]";

describe("numbers given to customers", () => {
  it("have no characters that look alike", () => {
    for (let n = 0; n < 500; n += 1) {
      expect(newRecordNumber()).toMatch(new RegExp(`^R-${readable}{8}$`));
      expect(newCaseNumber("2026-11-22")).toMatch(new RegExp(`^C-20261122-${readable}{6}$`));
    }
  });

  it("do not follow from one another", () => {
    const numbers = new Set(Array.from({ length: 2_000 }, () => newRecordNumber()));
    expect(numbers.size).toBe(2_000);
  });

  it("use the whole alphabet and nothing past its end", () => {
    const asked: number[] = [];
    const highest = (below: number) => {
      asked.push(below);
      return below - 1;
    };
    expect(newRecordNumber(highest)).toBe("R-ZZZZZZZZ");
    expect(newCaseNumber("2027-01-04", () => 0)).toBe("C-20270104-222222");
    expect(asked).toEqual(Array.from({ length: 8 }, () => 30));
  });
});
