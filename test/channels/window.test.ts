import { describe, expect, it } from "vitest";
import { lookAgain, planDelivery, type WindowFacts } from "../../src/channels/window.ts";

const WINDOW = { hours: 48, messages: 5 };
const facts = (over: Partial<WindowFacts> = {}): WindowFacts => ({
  now: "2026-11-23T10:00:00.000Z",
  lastHeardAt: "2026-11-23T09:00:00.000Z",
  sentSince: 0,
  parts: 1,
  waitingParts: 0,
  kind: "receipt",
  fallback: false,
  since: "2026-11-23T10:00:00.000Z",
  ...over,
});

describe("what may go out on a channel with a window", () => {
  it.each<[string, Partial<WindowFacts>, string]>([
    ["an hour after the customer wrote", {}, "send"],
    ["the last of five messages", { sentSince: 4 }, "send"],
    ["the last of five with two more waiting: all in one", { sentSince: 4, waitingParts: 2 }, "merge"],
    ["the sixth", { sentSince: 5 }, "hold"],
    ["to the minute at the end of 48 hours", { lastHeardAt: "2026-11-21T10:00:00.000Z" }, "hold"],
    ["a minute before", { lastHeardAt: "2026-11-21T10:01:00.000Z" }, "send"],
    ["to somebody who never wrote", { lastHeardAt: null }, "hold"],
    [
      "a receipt that has waited an hour, with another way",
      { sentSince: 5, fallback: true, since: "2026-11-23T09:00:00.000Z" },
      "fallback",
    ],
    ["a receipt that has just come", { sentSince: 5, fallback: true }, "hold"],
    ["safety advice, with another way, at once", { sentSince: 5, fallback: true, kind: "safety" }, "fallback"],
    [
      "chat never takes the other way",
      { sentSince: 5, fallback: true, kind: "chat", since: "2026-11-20T09:00:00.000Z" },
      "hold",
    ],
  ])("%s", (_, over, expected) => {
    expect(planDelivery(WINDOW, facts(over)).do).toBe(expected);
  });

  it.each<[string, Partial<WindowFacts>, string]>([
    ["the greeting, as soon as they follow", { lastHeardAt: null }, "send"],
    ["two minutes later", { lastHeardAt: null, since: "2026-11-23T09:58:00.000Z" }, "hold"],
    ["longer than the provider takes: all in one", { lastHeardAt: null, parts: 2, waitingParts: 2 }, "merge"],
  ])("somebody who came without writing gets %s", (_, over, expected) => {
    expect(planDelivery({ ...WINDOW, onArrival: { seconds: 60, messages: 3 } }, facts(over)).do).toBe(expected);
  });

  it("without a window everything goes", () => {
    expect(planDelivery(null, facts({ lastHeardAt: null, sentSince: 99 }))).toEqual({ do: "send" });
  });

  it("a held receipt is looked at again when its other way opens", () => {
    expect(lookAgain(facts({ fallback: true, since: "2026-11-23T09:30:00.000Z" }))).toBe("2026-11-23T10:30:00.000Z");
  });
});
