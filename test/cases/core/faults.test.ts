/** What a core system, or a proxy before it, may do to a call. */
import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CoreSettings } from "../../../src/cases/settings.ts";
import { connectTo, httpSettings, OPENING } from "./connecting.ts";

const HOST = "https://core.bank.example";
const START = Date.parse("2026-11-23T02:00:00Z");

type HttpSettings = Extract<CoreSettings, { kind: "http" }>;

function newCore(settings: Partial<HttpSettings> = {}) {
  let ms = START;
  const core = connectTo({ ...httpSettings(`${HOST}/tingsu`), ...settings }, () => new Date(ms).toISOString());
  const pass = (by: number) => {
    ms += by;
  };
  return { core, pass, open: () => core.open(OPENING) };
}

const cases = () => nock(HOST).post("/tingsu/cases");
const broken = (code: string) => Object.assign(new Error("broken"), { code });
const fails = (code: string, retryable = true) => ({ name: "ServiceError", code: `core-system.${code}`, retryable });

describe("a core system elsewhere", () => {
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

  it("is told the key, the signature and the case, and gives the number", async () => {
    const { open } = newCore();
    nock(HOST, { reqheaders: { "idempotency-key": OPENING.key, "tingsu-key": "tingsu", "tingsu-signature": /^v1=/u } })
      .post("/tingsu/cases", (body) => body.key === OPENING.key && body.summary.words === "年费收了两次")
      .reply(201, { number: "GD2026000123", and: { more: "fields are not ours to judge" } });
    expect(await open()).toEqual({ number: "GD2026000123" });
  });

  it.each([
    ["500", () => cases().reply(500, "oops"), fails("unavailable")],
    ["a page of a proxy with 200", () => cases().reply(200, "<html>系统维护中</html>"), fails("wrong-answer")],
    ["JSON that stops in the middle", () => cases().reply(200, '{"number":"GD20'), fails("wrong-answer")],
    ["an empty answer", () => cases().reply(200, ""), fails("wrong-answer")],
    ["a number with spaces", () => cases().reply(200, { number: "GD 1" }), fails("wrong-answer")],
    ["no number", () => cases().reply(201, { id: 7 }), fails("wrong-answer")],
    ["our signature refused", () => cases().reply(401, { code: "unauthorised" }), fails("unauthorised")],
    ["no such page: the address is wrong", () => cases().reply(404, "not found"), fails("wrong-address")],
    ["what it can't use", () => cases().reply(422, { code: "invalid" }), fails("refused", false)],
    ["a connection that breaks", () => cases().replyWithError(broken("ECONNRESET")), fails("unavailable")],
    ["a certificate nobody signed", () => cases().replyWithError(broken("DEPTH_ZERO_SELF_SIGNED_CERT")), fails("tls")],
    [
      "a certificate of another host",
      () => cases().replyWithError(broken("ERR_TLS_CERT_ALTNAME_INVALID")),
      fails("tls"),
    ],
  ])("answers with %s", async (_, stand, failure) => {
    stand();
    await expect(newCore().open()).rejects.toMatchObject(failure);
  });

  it("is not waited for longer than was set", async () => {
    cases().delay(5000).reply(201, { number: "GD1" });
    await expect(newCore({ timeoutMs: 100 }).open()).rejects.toMatchObject(fails("timeout"));
    nock.abortPendingRequests();
  });

  it("can't send complaints on to another address", async () => {
    cases().reply(307, "", { location: "https://elsewhere.example/cases" });
    const elsewhere = nock("https://elsewhere.example").post(/.*/u).reply(201, { number: "GD1" });
    await expect(newCore().open()).rejects.toMatchObject(fails("redirected"));
    expect(elsewhere.isDone()).toBe(false);
    nock.cleanAll();
  });

  it("that asks for a rest gets it, in seconds or by a date", async () => {
    cases().reply(429, "", { "retry-after": "120" });
    await expect(newCore().open()).rejects.toMatchObject({ ...fails("busy"), restMs: 120_000 });
    cases().reply(503, "", { "retry-after": "Mon, 23 Nov 2026 02:01:00 GMT" });
    await expect(newCore().open()).rejects.toMatchObject({ ...fails("unavailable"), restMs: 60_000 });
    const { open, pass } = newCore();
    cases().reply(429, "", { "retry-after": "60" });
    await expect(open()).rejects.toMatchObject(fails("busy"));
    // Not asked again before that: nock would refuse an unexpected call.
    await expect(open()).rejects.toMatchObject(fails("resting"));
    pass(60_000);
    cases().reply(201, { number: "GD1" });
    expect(await open()).toEqual({ number: "GD1" });
  });

  it("is asked a second time at once where the connection broke, with the same key and a fresh signature", async () => {
    const seen: { key: unknown; nonce: unknown }[] = [];
    const note = (headers: Record<string, unknown>) => {
      seen.push({ key: headers["idempotency-key"], nonce: headers["tingsu-nonce"] });
    };
    cases().reply(function () {
      note(this.req.headers);
      return [502, "bad gateway"];
    });
    cases().reply(function () {
      note(this.req.headers);
      return [201, { number: "GD1" }];
    });
    expect(await newCore({ retries: 1 }).open()).toEqual({ number: "GD1" });
    expect(seen.map(({ key }) => String(key))).toEqual([OPENING.key, OPENING.key]);
    expect(String(seen[0]?.nonce)).not.toBe(String(seen[1]?.nonce));
  });

  it("that keeps failing is left alone, then tried with one call", async () => {
    const { open, pass } = newCore({ breaker: { failures: 3, pauseMs: 30_000 }, retries: 2 });
    cases().times(9).reply(500);
    for (const _ of [1, 2, 3]) await expect(open()).rejects.toMatchObject(fails("unavailable"));
    await expect(open()).rejects.toMatchObject(fails("resting"));
    pass(30_000);
    cases().reply(500);
    const [first, second] = await Promise.allSettled([open(), open()]);
    expect([first, second]).toMatchObject([{ reason: fails("unavailable") }, { reason: fails("resting") }]);
    pass(30_000);
    cases().reply(201, { number: "GD1" });
    expect(await open()).toEqual({ number: "GD1" });
    cases().reply(201, { number: "GD1" });
    expect(await open()).toEqual({ number: "GD1" });
  });

  it("is not overrun after an outage: fifty calls at a time, the others a second later", async () => {
    const { open } = newCore({ breaker: { failures: 1, pauseMs: 30_000 } });
    cases().times(50).reply(201, { number: "GD1" });
    const asked = await Promise.allSettled(Array.from({ length: 60 }, open));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
    expect(asked.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { ...fails("busy"), restMs: 1000 },
    });
    cases().reply(201, { number: "GD1" });
    expect(await open()).toEqual({ number: "GD1" });
  });

  it("that refuses one case is not taken for one that is down", async () => {
    const { open } = newCore({ breaker: { failures: 1, pauseMs: 30_000 } });
    cases().reply(422, {});
    await expect(open()).rejects.toMatchObject(fails("refused", false));
    cases().reply(201, { number: "GD1" });
    expect(await open()).toEqual({ number: "GD1" });
  });

  it("that lost a case says so for good, and a page of HTML is no yes to a supplement", async () => {
    const { core } = newCore();
    const more = { key: "k", number: "GD/1", messages: [{ id: "m1", at: "2026-11-23T02:00:00Z", text: "还有" }] };
    nock(HOST).post("/tingsu/cases/GD%2F1/supplements").reply(404, {});
    await expect(core.supplement(more)).rejects.toMatchObject(fails("unknown-case", false));
    nock(HOST).post("/tingsu/cases/GD%2F1/supplements").reply(200, "<html>login</html>");
    await expect(core.supplement(more)).rejects.toMatchObject(fails("wrong-answer"));
    nock(HOST).post("/tingsu/cases/GD%2F1/supplements").reply(204);
    await core.supplement(more);
  });

  it("is told by the key that somebody was erased, and one that has no such call yet is asked again", async () => {
    const { core } = newCore({ retries: 1 });
    const gone = { key: "k", number: "GD1", at: "2026-11-25T02:00:00Z" };
    const call = () =>
      nock(HOST, { reqheaders: { "idempotency-key": "k", "tingsu-signature": /^v1=/u } }).post(
        "/tingsu/erasures",
        (body) => JSON.stringify(body) === JSON.stringify(gone),
      );
    call().reply(404, "not found");
    await expect(core.erase(gone)).rejects.toMatchObject(fails("wrong-address"));
    call().reply(204);
    await core.erase(gone);
    // A connection that broke is tried again at once: the second time does no harm.
    call().replyWithError(broken("ECONNRESET"));
    call().reply(204);
    await core.erase(gone);
  });

  it("never finds a customer's words in a failure", async () => {
    cases().reply(422, { echo: OPENING.summary.words });
    const failure = await newCore()
      .open()
      .catch((error: unknown) => error);
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain("年费");
  });
});
