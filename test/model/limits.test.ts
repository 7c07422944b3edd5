import { describe, expect, it } from "vitest";
import { createBreaker } from "../../src/breaker.ts";
import { createCache } from "../../src/model/cache.ts";
import { createGate } from "../../src/model/gate.ts";
import { isIn } from "../../src/model/language.ts";
import { createLedger, estimateTokens } from "../../src/model/ledger.ts";

describe("the breaker", () => {
  const at = { ms: 0 };
  const fresh = () => {
    at.ms = 0;
    return createBreaker({ failures: 2, pauseMs: 1000 }, () => at.ms);
  };

  it("opens after failures in a row, not after scattered ones", () => {
    const breaker = fresh();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    expect(breaker.state()).toBe("closed");
    breaker.failed();
    expect(breaker.state()).toBe("open");
    expect(breaker.enter()).toBe(false);
  });

  it("lets one call try after the pause, and closes when it succeeds", () => {
    const breaker = fresh();
    breaker.failed();
    breaker.failed();
    at.ms = 1000;
    expect(breaker.state()).toBe("half-open");
    expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
    breaker.succeeded();
    expect(breaker.state()).toBe("closed");
  });

  it("rests again when the trying call fails, and lets another try when it told nothing", () => {
    const breaker = fresh();
    breaker.failed();
    breaker.failed();
    at.ms = 1000;
    breaker.enter();
    breaker.left();
    expect(breaker.enter()).toBe(true);
    breaker.failed();
    expect(breaker.state()).toBe("open");
    at.ms = 2000;
    expect(breaker.state()).toBe("half-open");
  });

  it("rests at once when the endpoint asks for it, five minutes at most", () => {
    const breaker = fresh();
    breaker.failed(20_000);
    at.ms = 19_999;
    expect(breaker.enter()).toBe(false);
    at.ms = 20_000;
    expect(breaker.enter()).toBe(true);
    breaker.failed(86_400_000);
    at.ms = 20_000 + 300_000;
    expect(breaker.state()).toBe("half-open");
  });
});

describe("the token ledger", () => {
  const today = { date: "2026-11-23" };
  const fresh = (perConversation: number, perDay: number) => {
    today.date = "2026-11-23";
    const limits = { tokensPerConversation: perConversation, tokensPerDay: perDay };
    return createLedger(limits, () => today.date);
  };

  it("stops a conversation at its limit, and no other", () => {
    const ledger = fresh(100, 1000);
    ledger.reserve("a", 60)?.({ input: 50, output: 5 });
    expect(ledger.ofConversation("a")).toBe(55);
    expect(ledger.reserve("a", 46)).toBeNull();
    expect(ledger.reserve("a", 45)).not.toBeNull();
    expect(ledger.reserve("b", 100)).not.toBeNull();
  });

  it("counts what is set aside by calls under way", () => {
    const ledger = fresh(1000, 100);
    const settle = ledger.reserve("a", 60);
    expect(ledger.reserve("b", 60)).toBeNull();
    settle?.({ input: 0, output: 0 });
    expect(ledger.reserve("b", 60)).not.toBeNull();
  });

  it("starts a new page with the day, and puts late counts on it", () => {
    const ledger = fresh(100, 100);
    const settle = ledger.reserve("a", 100);
    today.date = "2026-11-24";
    expect(ledger.ofDay()).toEqual({ day: "2026-11-24", tokens: 0 });
    settle?.({ input: 30, output: 10 });
    expect(ledger.ofDay().tokens).toBe(40);
    expect(ledger.ofConversation("a")).toBe(40);
  });

  it("takes a Han character for a token and three other characters for one", () => {
    expect(estimateTokens("我要投诉")).toBe(4);
    expect(estimateTokens("refund me")).toBe(3);
  });
});

describe("the cache", () => {
  it("forgets what is too old, counted from when it came", () => {
    let ms = 0;
    const cache = createCache<string>({ entries: 5, maxAgeMs: 100 }, () => ms);
    cache.put("a", "1");
    ms = 100;
    expect(cache.get("a")).toBe("1");
    ms = 101;
    expect(cache.get("a")).toBeUndefined();
  });

  it("forgets what was unused longest when it is full", () => {
    const cache = createCache<number>({ entries: 2, maxAgeMs: 100 }, () => 0);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.get("a");
    cache.put("c", 3);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([1, undefined, 3]);
  });
});

describe("the gate", () => {
  it("lets so many in and calls the next in order", async () => {
    const gate = createGate(1);
    const { signal } = new AbortController();
    const order: string[] = [];
    expect(await gate.enter(signal)).toBe(true);
    const second = gate.enter(signal).then(() => order.push("second"));
    const third = gate.enter(signal).then(() => order.push("third"));
    gate.leave();
    await second;
    gate.leave();
    await third;
    expect(order).toEqual(["second", "third"]);
  });

  it("turns away whose time is over, and their place goes to the next", async () => {
    const gate = createGate(1);
    const patient = new AbortController();
    const hurried = new AbortController();
    await gate.enter(patient.signal);
    const gone = gate.enter(hurried.signal);
    const waiting = gate.enter(patient.signal);
    hurried.abort();
    expect(await gone).toBe(false);
    gate.leave();
    expect(await waiting).toBe(true);
    expect(await gate.enter(hurried.signal)).toBe(false);
  });
});

describe("the language of prose", () => {
  it.each([
    ["zh-Hans", "您好，我们已经记下您在APP上遇到的问题。", true],
    ["zh-Hant", "我們已經記下您的問題。", true],
    ["zh-Hans", "We have written down your complaint.", false],
    ["zh-Hans", "お客様のご不満は確かに承りました", false],
    ["en", "We have written down your complaint about 澜川银行.", true],
    ["en", "我们已经记下您的问题。", false],
    ["en", "Ваша жалоба принята.", false],
    ["zh-Hans", "R-4821，12:30", true],
  ] as const)("%s: %s is in it: %s", (language, text, expected) => {
    expect(isIn(language, text)).toBe(expected);
  });
});
