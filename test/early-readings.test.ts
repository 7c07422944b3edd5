import { expect, it } from "vitest";
import { createEarlyReadings } from "../src/early-readings.ts";
import type { Reading, ReadingContext } from "../src/flows/reading.ts";
import { createOfflineReader } from "../src/reading/offline/read.ts";

const real = createOfflineReader({ detectPersonal: () => [] });
const context = { at: "2026-11-21T09:00:00.000Z", zone: "Asia/Shanghai" };

/** A reader that counts how often it is asked. */
function counting() {
  const asked: [string, ReadingContext][] = [];
  const read = (text: string, where: ReadingContext): Reading => {
    asked.push([text, where]);
    return real(text, where);
  };
  return { asked, readings: createEarlyReadings(read) };
}

it("reads a message once when its turn asks the same, with the question that is open", () => {
  const { asked, readings } = counting();
  readings.asked("c1", "amount");
  const early = readings.readEarly("c1", "3000", context);
  expect(asked).toEqual([["3000", { ...context, asking: "amount" }]]);
  expect(readings.readAgain("c1", "3000", { ...context, asking: "amount" })).toBe(early);
  expect(asked).toHaveLength(1);
});

it("reads anew when the text, the instant, the question or the conversation is another", () => {
  const others: [string, string, ReadingContext][] = [
    ["c1", "3000\n快点", context],
    ["c1", "3000", { ...context, at: "2026-11-21T09:00:01.000Z" }],
    ["c1", "3000", { ...context, asking: "amount" }],
    ["c2", "3000", context],
  ];
  for (const [conversation, text, where] of others) {
    const { asked, readings } = counting();
    readings.readEarly("c1", "3000", context);
    expect(readings.readAgain(conversation, text, where)).toEqual(real(text, where));
    expect(asked.at(-1)).toEqual([text, where]);
  }
});

it("keeps no reading after its turn", () => {
  const { asked, readings } = counting();
  readings.readEarly("c1", "3000", context);
  readings.readAgain("c1", "3000", context);
  readings.readAgain("c1", "3000", context);
  expect(asked).toHaveLength(2);
});

it("finds the same risks whatever was asked", () => {
  const text = "再不解决我就不想活了，我要去跳楼";
  const risks = real(text, context).risks;
  expect(risks.length).toBeGreaterThan(0);
  for (const asking of ["amount", "occurred", "desired-outcome"] as const) {
    expect(real(text, { ...context, asking }).risks).toEqual(risks);
  }
});
