import { createHmac } from "node:crypto";
import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createGateway } from "../../src/channels/gateway.ts";

const KEY = Buffer.alloc(32, 7);
const message = { id: "m-1", conversation: "c-1", text: "您的投诉已受理", phone: "13800138000" };
const gateway = createGateway({ url: "https://sms.bank.example/send", key: KEY, now: () => "2026-11-23T10:00:00Z" });

// Files share one process: what others do with the network is theirs.
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe("the bank's gateway to a customer whose channel is closed", () => {
  it("gets the message signed, with an id that makes a repeat harmless", async () => {
    const body = JSON.stringify({ id: "m-1", conversation: "c-1", phone: "13800138000", text: "您的投诉已受理" });
    const seconds = Date.parse("2026-11-23T10:00:00Z") / 1000;
    const signature = createHmac("sha256", KEY).update(`${seconds}.${body}`).digest("hex");
    nock("https://sms.bank.example")
      .post("/send", body)
      .matchHeader("idempotency-key", "m-1")
      .matchHeader("x-tingsu-signature", `t=${seconds},v1=${signature}`)
      .reply(202);
    await gateway.send(message);
    expect(nock.isDone()).toBe(true);
  });

  it.each([
    [503, true],
    [429, true],
    [400, false],
    [403, false],
  ])("answers %i: tried again %s", async (status, retryable) => {
    nock("https://sms.bank.example").post("/send").reply(status);
    await expect(gateway.send(message)).rejects.toMatchObject({ code: `gateway.status-${status}`, retryable });
  });

  it("out of reach is tried again", async () => {
    nock("https://sms.bank.example").post("/send").replyWithError("ECONNREFUSED");
    await expect(gateway.send(message)).rejects.toMatchObject({ code: "gateway.unreachable", retryable: true });
  });
});
