/** Numbers a bank's own core system gives, in whatever form, and cases that have none yet. */
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/flows/reading.ts";
import { openStatus, proofIn } from "../../src/flows/status.ts";
import { state, T0 } from "../store/samples.ts";

const reading: Reading = {
  language: "zh-Hans",
  act: "question",
  intents: ["case-status"],
  business: null,
  reason: null,
  venue: null,
  emotion: 0,
  abuse: 0,
  need: "none",
  risks: [],
  facts: [],
  pii: [],
  injection: false,
};
const proof = (text: string) =>
  proofIn(state("c1"), reading, [{ id: "m1", at: T0, text, kind: "text", secretsRemoved: 0 }]);

describe("a customer asks by a number of the core system", () => {
  it.each([
    ["查一下案件编号GD2026000123的进度，手机尾号1234", { number: "GD2026000123", tail: "1234" }],
    ["工单号：64001，尾号 8827，查进度", { number: "64001", tail: "8827" }],
    ["status of case #GD-77-00912, phone ends 4455", { number: "GD-77-00912", tail: "4455" }],
    ["查 R-7KQ2MXW4 进度 1234", { number: "R-7KQ2MXW4", tail: "1234" }],
  ])("%s", (text, found) => {
    expect(proof(text)).toEqual(found);
  });

  it("and a number that is not called one is none", () => {
    expect(proof("查进度，我的电话13812345678")).toBeNull();
  });
});

describe("how an open case stands", () => {
  it("is told by what is there: the case, its number, somebody who has it", () => {
    expect(openStatus(null)).toBe("unfinished");
    expect(openStatus({ number: null, owner: null })).toBe("number-pending");
    expect(openStatus({ number: "GD1", owner: null })).toBe("waiting");
    expect(openStatus({ number: null, owner: { id: "s" } })).toBe("with-person");
  });
});
