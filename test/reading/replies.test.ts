/**
 * What people type when one thing was asked: the answer, another fact, several at once, a wish, or nothing. Each line of
 * test/fixtures/replies has the facts that a careful clerk would write down.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { FactName, type FoundFact } from "../../src/flows/reading.ts";
import { createReader } from "../../src/product.ts";
import { shippedContent } from "../conversations/customer.ts";

const Reply = z.strictObject({
  asking: z.union([FactName, z.literal("consent")]),
  text: z.string(),
  facts: z.array(z.strictObject({ name: FactName, text: z.string() })),
});
const replies = readFileSync(join(import.meta.dirname, "../fixtures/replies/replies.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => Reply.parse(JSON.parse(line)));

const read = createReader(shippedContent());
const heardIn = ({ asking, text }: z.infer<typeof Reply>): readonly FoundFact[] => {
  const context = asking === "consent" ? ({ replying: true } as const) : { asking };
  return read(text, { at: "2026-11-23T20:00:00+08:00", zone: "Asia/Shanghai", ...context }).facts;
};

/** Found when it is of the right name and holds at least half of the words. */
function score(): { wanted: number; heard: number; extra: number } {
  let [wanted, heard, extra] = [0, 0, 0];
  for (const reply of replies) {
    const left = [...heardIn(reply)];
    for (const fact of reply.facts) {
      const start = reply.text.indexOf(fact.text);
      const end = start + fact.text.length;
      const at = left.findIndex(
        (one) => one.name === fact.name && 2 * (Math.min(one.end, end) - Math.max(one.start, start)) >= end - start,
      );
      wanted += 1;
      if (at < 0) continue;
      heard += 1;
      left.splice(at, 1);
    }
    extra += left.length;
  }
  return { wanted, heard, extra };
}

describe("a reply", () => {
  it("is heard for all it tells, and for little that it doesn't", () => {
    const { wanted, heard, extra } = score();
    expect(wanted).toBeGreaterThan(500);
    expect(heard / wanted).toBeGreaterThan(0.84);
    expect(extra / (heard + extra)).toBeLessThan(0.09);
  });

  it.each([
    ["card-tail", "我是她女儿，姓邓，13912345678", { authority: "我是她女儿", person: "邓", phone: "13912345678" }],
    ["card-tail", "四四二零", { "card-tail": "四四二零" }],
    ["card-tail", "2 0 4 6", { "card-tail": "2 0 4 6" }],
    ["occurred", "give it back", { "desired-outcome": "give it back" }],
    ["occurred", "退我", { "desired-outcome": "退我" }],
    ["place", "大学城食堂旁边的ATM", { place: "大学城食堂旁边的ATM" }],
    ["phone", "15012348765 吴先生", { phone: "15012348765", person: "吴先生" }],
    ["desired-outcome", "8827，把卡退给我妈就行", { "card-tail": "8827", "desired-outcome": "把卡退给我妈" }],
    ["consent", "sure, card ends 5043, name's Lewis", { "card-tail": "5043", person: "Lewis" }],
    ["consent", "转给一个叫李强的", { counterparty: "李强" }],
    ["count", "十几次", { count: "十" }],
  ] as const)("to the question for the %s: %s", (asking, text, told) => {
    const facts = heardIn({ asking, text, facts: [] });
    for (const [name, words] of Object.entries(told))
      expect(facts.filter((fact) => fact.name === name).map((fact) => fact.text)).toEqual([words]);
  });

  it("keeps both halves of a wish", () => {
    const facts = heardIn({ asking: "desired-outcome", text: "把扣的钱还了，别再扣", facts: [] });
    expect(facts.map(({ text }) => text)).toEqual(["把扣的钱还了", "别再扣"]);
  });
});
