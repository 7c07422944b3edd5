/** What an endpoint elsewhere may do, met at the edge of HTTP. */
import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createModel } from "../../src/model/model.ts";
import type { ModelSettings } from "../../src/model/settings.ts";
import { detectPersonal } from "../../src/privacy/detect.ts";
import { ECHO_PROMPT, Echo, SETTINGS } from "./asking.ts";

const HOST = "https://model.bank.example";
const SETUP: ModelSettings = { ...SETTINGS, url: `${HOST}/v1`, hosts: ["model.bank.example"] };

const good = {
  choices: [{ finish_reason: "stop", message: { content: '{"said":"好","mood":"calm"}' } }],
  usage: { prompt_tokens: 1, completion_tokens: 1 },
};

function newModel(settings: Partial<ModelSettings> = {}) {
  let ms = Date.parse("2026-11-23T02:00:00Z");
  const model = createModel(
    { ...SETUP, ...settings },
    { now: () => new Date(ms).toISOString(), today: () => "2026-11-23", detectPersonal },
  );
  const ask = (text = "我要投诉") =>
    model.ask({ prompt: ECHO_PROMPT, inputs: { text }, schema: Echo, conversation: "c", language: "zh-Hans" });
  const pass = (by: number) => {
    ms += by;
  };
  return { model, ask, pass };
}

const endpoint = () => nock(HOST).post("/v1/chat/completions");

describe("an endpoint elsewhere", () => {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    expect(nock.pendingMocks()).toEqual([]);
    nock.cleanAll();
  });
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  it("answers", async () => {
    endpoint().reply(200, good);
    expect(await newModel().ask()).toMatchObject({ ok: true, data: { said: "好" } });
  });

  it("can't send us on to another address", async () => {
    endpoint().reply(307, "", { location: "https://elsewhere.example/v1/chat/completions" });
    const elsewhere = nock("https://elsewhere.example").post(/.*/).reply(200, good);
    expect(await newModel().ask()).toMatchObject({ ok: false, reason: "not-allowed" });
    expect(elsewhere.isDone()).toBe(false);
    nock.cleanAll();
  });

  it("is never asked when it isn't allowed", async () => {
    const asked = await newModel({ hosts: [] }).ask();
    expect(asked).toMatchObject({ ok: false, reason: "not-allowed", tokens: { input: 0, output: 0 } });
  });

  it("is left alone as long as it asks for", async () => {
    endpoint().reply(429, { error: {} }, { "retry-after": "20" });
    const { ask, pass } = newModel();
    expect(await ask()).toMatchObject({ reason: "rate-limited" });
    pass(19_000);
    expect(await ask()).toMatchObject({ reason: "breaker-open" });
    pass(1000);
    endpoint().reply(200, good);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it("has its refusals of key or name told apart from outages", async () => {
    for (const [status, reason] of [
      [401, "rejected"],
      [404, "rejected"],
      [408, "timeout"],
      [503, "server"],
    ] as const) {
      endpoint().reply(status, { error: { message: "no" } });
      expect(await newModel().ask()).toMatchObject({ ok: false, reason });
    }
  });

  it("is asked in both ways before a 400 counts, and a 400 to both isn't remembered", async () => {
    const { ask } = newModel();
    endpoint().reply(400, { error: {} });
    endpoint().reply(400, { error: {} });
    expect(await ask()).toMatchObject({ ok: false, reason: "rejected" });
    const kinds: unknown[] = [];
    nock(HOST)
      .post("/v1/chat/completions", (body: { response_format: { type: string } }) => {
        kinds.push(body.response_format.type);
        return true;
      })
      .reply(200, good);
    await ask();
    expect(kinds).toEqual(["json_schema"]);
  });

  it("may send no count of tokens, no reason for stopping, or an answer without end", async () => {
    endpoint().reply(200, { choices: good.choices });
    expect((await newModel().ask()).tokens.input).toBeGreaterThan(0);
    endpoint().reply(200, { choices: [{ message: { content: '{"said":"好","mood":"calm"}' } }] });
    expect(await newModel().ask()).toMatchObject({ ok: false, reason: "truncated" });
    endpoint().reply(200, `{"choices":[],"pad":"${"x".repeat(2_100_000)}"}`, { "content-type": "application/json" });
    expect(await newModel().ask()).toMatchObject({ ok: false, reason: "not-json" });
    endpoint().reply(200, "", { "content-type": "application/json" });
    expect(await newModel().ask()).toMatchObject({ ok: false, reason: "not-json" });
    endpoint().reply(200, { choices: "none" });
    expect(await newModel().ask()).toMatchObject({ ok: false, reason: "wrong-shape" });
  });
});
