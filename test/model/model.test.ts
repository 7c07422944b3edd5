import { describe, expect, it } from "vitest";
import { asking, ECHO_PROMPT } from "./asking.ts";

describe("asking a model", () => {
  it("gives data that keeps its schema, with tokens, cost and time", async () => {
    const { ask, calls } = await asking();
    const asked = await ask("我要投诉");
    expect(asked).toEqual({
      ok: true,
      data: { said: "我要投诉", mood: "calm" },
      cached: false,
      tokens: { input: 100, output: 20 },
      cost: (100 * 2 + 20 * 10) / 1e6,
      ms: 0,
    });
    expect(calls).toEqual([
      expect.objectContaining({
        prompt: "echo@3",
        conversation: "c1",
        outcome: "ok",
        tokens: { input: 100, output: 20 },
      }),
    ]);
  });

  it("sends the schema, no retries, and the key only when there is one", async () => {
    const keyed = await asking();
    await keyed.ask("我要投诉");
    expect(keyed.fake.requests[0]).toMatchObject({
      output: "echo",
      mode: "json_schema",
      authorization: "Bearer test-key",
    });
    expect(keyed.fake.requests[0]?.schema).toMatchObject({ type: "object", properties: { said: { type: "string" } } });
    const keyless = await asking({ key: null });
    await keyless.ask("我要投诉");
    expect(keyless.fake.requests[0]?.authorization).toBeUndefined();
  });

  it("asks an endpoint without schemas in the older way, and remembers it", async () => {
    const { ask, fake } = await asking({}, { jsonSchema: false });
    expect(await ask("第一句")).toMatchObject({ ok: true, data: { said: "第一句" } });
    expect(await ask("第二句")).toMatchObject({ ok: true, data: { said: "第二句" } });
    expect(fake.requests.map(({ mode }) => mode)).toEqual(["json_schema", "json_object", "json_object"]);
  });

  it("takes thoughts and a code fence off an answer", async () => {
    const said = { said: "好", mood: "calm" };
    const { jsonIn } = await import("../../src/model/completion.ts");
    expect(jsonIn(`<think>the customer…</think>\n\n\`\`\`json\n${JSON.stringify(said)}\n\`\`\``)).toEqual(said);
    expect(jsonIn("Sure! Here it is: {}")).toBeUndefined();
  });

  it("throws for inputs the prompt doesn't declare: that is our own mistake", async () => {
    const { ask } = await asking();
    await expect(ask("", { inputs: { words: "x" } })).rejects.toThrow(TypeError);
  });
});

describe("the same ask again", () => {
  it("is answered from memory, for nothing", async () => {
    const { ask, fake, pass } = await asking();
    await ask("我要投诉");
    expect(await ask("我要投诉", { conversation: "c2" })).toMatchObject({
      ok: true,
      cached: true,
      data: { said: "我要投诉" },
      tokens: { input: 0, output: 0 },
      cost: 0,
    });
    pass(60_001);
    expect(await ask("我要投诉")).toMatchObject({ ok: true, cached: false });
    expect(fake.requests).toHaveLength(2);
  });

  it("is another one when the prompt changed, and a failure isn't kept", async () => {
    const { ask, fake } = await asking();
    fake.next("refusal");
    await ask("我要投诉");
    await ask("我要投诉");
    await ask("我要投诉", { prompt: { ...ECHO_PROMPT, digest: "d2" } });
    expect(fake.requests).toHaveLength(3);
  });

  it("gives each customer their own values back", async () => {
    const { ask, fake } = await asking();
    expect(await ask("请打13800005678")).toMatchObject({ data: { said: "请打13800005678" } });
    expect(await ask("请打13911112222")).toMatchObject({ cached: true, data: { said: "请打13911112222" } });
    expect(fake.requests).toHaveLength(1);
  });
});

describe("the budget", () => {
  it("of a conversation ends its asks, and no other's, until the next day", async () => {
    const { ask, model, day } = await asking({ tokensPerConversation: 250 });
    await ask("一");
    await ask("二");
    expect(model.tokensOf("c1")).toBe(240);
    expect(await ask("三")).toMatchObject({ ok: false, reason: "budget" });
    expect(await ask("三", { conversation: "c2" })).toMatchObject({ ok: true });
    day("2026-11-24");
    expect(await ask("四")).toMatchObject({ ok: true });
  });

  it("of the day ends all asks", async () => {
    const { ask, fake } = await asking({ tokensPerDay: 250 });
    await ask("一");
    await ask("二", { conversation: "c2" });
    expect(await ask("三", { conversation: "c3" })).toMatchObject({ ok: false, reason: "budget" });
    expect(fake.requests).toHaveLength(2);
  });

  it("counts an answer that never came by what was sent", async () => {
    const { ask, fake, model } = await asking({ timeoutMs: 50 });
    fake.next("timeout");
    const asked = await ask("我要投诉");
    expect(asked.tokens.input).toBeGreaterThan(0);
    expect(model.tokensOf("c1")).toBe(asked.tokens.input);
  });
});

describe("an endpoint that keeps failing", () => {
  it("is left alone for the pause, then tried with one call", async () => {
    const { ask, fake, pass, model } = await asking();
    fake.next("server-error", "html", "rate-limited");
    for (const text of ["一", "二", "三"]) await ask(text);
    expect(await ask("四")).toMatchObject({ ok: false, reason: "breaker-open" });
    expect(fake.requests).toHaveLength(3);
    pass(30_000);
    expect(await ask("五")).toMatchObject({ ok: true });
    expect(model.usage()).toMatchObject({
      breaker: "closed",
      outcomes: { ok: 1, server: 1, "not-json": 1, "rate-limited": 1, "breaker-open": 1 },
    });
  });

  it("is not one that refuses some words", async () => {
    const { ask, fake, model } = await asking();
    fake.next("refusal", "refusal", "refusal", "refusal");
    for (const text of ["一", "二", "三", "四"]) await ask(text);
    expect(model.usage().breaker).toBe("closed");
  });
});

describe("many asks at once", () => {
  it("wait for a place, and no longer than their time", async () => {
    const { ask, fake } = await asking({ concurrency: 1, timeoutMs: 60_000 });
    fake.next("timeout");
    const first = new AbortController();
    const slow = ask("慢", { signal: first.signal });
    expect(await ask("急", { signal: AbortSignal.timeout(50) })).toMatchObject({ ok: false, reason: "timeout" });
    const patient = ask("等");
    expect(fake.requests.length).toBeLessThanOrEqual(1);
    first.abort();
    expect(await slow).toMatchObject({ reason: "cancelled" });
    expect(await patient).toMatchObject({ ok: true });
    expect(fake.requests.map(({ inputs }) => inputs.text)).toEqual(["慢", "等"]);
  });
});
