import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/model/asked.ts";
import type { Fault } from "../fixtures/fake-model.ts";
import { asking } from "./asking.ts";

const FAILURES: readonly [Fault, Failure][] = [
  ["silence", "server"],
  ["rate-limited", "rate-limited"],
  ["server-error", "server"],
  ["cut-body", "server"],
  ["html", "not-json"],
  ["string-body", "not-json"],
  ["truncated", "truncated"],
  ["broken-json", "not-json"],
  ["refusal", "refused"],
  ["content-filter", "refused"],
  ["empty-choices", "empty"],
  ["empty-content", "empty"],
  ["wrong-shape", "wrong-shape"],
];

describe("what a model does wrong", () => {
  it.each(FAILURES)("%s is the value %s, and the next ask is answered", async (fault, reason) => {
    const { ask, fake } = await asking();
    fake.next(fault);
    expect(await ask("我要投诉")).toMatchObject({ ok: false, reason });
    expect(await ask("我要投诉")).toMatchObject({ ok: true, data: { said: "我要投诉" } });
    expect(fake.requests).toHaveLength(2);
  });

  it.each(["timeout", "hang-in-body"] as const)("%s ends with the call's own time", async (fault) => {
    const { ask, fake } = await asking({ timeoutMs: 100 });
    fake.next(fault);
    expect(await ask("我要投诉")).toMatchObject({ ok: false, reason: "timeout" });
  });

  it.each(["timeout", "hang-in-body"] as const)("%s ends with the caller's time", async (fault) => {
    const { ask, fake } = await asking({ timeoutMs: 60_000 });
    fake.next(fault);
    expect(await ask("我要投诉", { signal: AbortSignal.timeout(50) })).toMatchObject({ ok: false, reason: "timeout" });
  });

  it("is told from a caller who changed their mind", async () => {
    const { ask, fake, model } = await asking({ timeoutMs: 60_000, breaker: { failures: 1, pauseMs: 1000 } });
    fake.next("timeout");
    const turn = new AbortController();
    const asked = ask("我要投诉", { signal: turn.signal });
    turn.abort();
    expect(await asked).toMatchObject({ ok: false, reason: "cancelled" });
    expect(model.usage().breaker).toBe("closed");
  });

  it("is found in prose by its language, as far as prose is asked for", async () => {
    const { ask, fake } = await asking();
    fake.next("wrong-language");
    expect(await ask("我要投诉", { prose: ({ said }) => said })).toMatchObject({ ok: false, reason: "wrong-language" });
    fake.next("wrong-language");
    expect(await ask("我要投诉")).toMatchObject({ ok: true });
  });

  it("is found when it makes up a placeholder", async () => {
    const { ask } = await asking({}, { answers: { echo: () => ({ said: "请打⟦PHONE_4⟧", mood: "calm" }) } });
    expect(await ask("我的手机是13800005678")).toMatchObject({ ok: false, reason: "wrong-shape" });
  });

  it("never makes the caller wait for a server that isn't there", async () => {
    const { ask, fake } = await asking();
    await fake.stop();
    expect(await ask("我要投诉")).toMatchObject({ ok: false, reason: "server" });
  });
});
