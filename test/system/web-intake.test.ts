/** The customers' web API over the real intake and store: what is refused, and what a repeat is answered with. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_TEXT } from "../../src/channels/channel.ts";
import { createTestChannel, type TestChannel } from "../fixtures/web-server.ts";
import { type InProcess, startInProcess } from "./in-process.ts";

let product: InProcess;
let channel: TestChannel;

beforeAll(async () => {
  product = await startInProcess({ start: "2026-11-23T10:00:00+08:00" });
  channel = createTestChannel({ port: product.intake });
});
afterAll(() => product.close());

/** A customer of their own, as their browser calls. */
async function customer() {
  const response = await channel.app.request("/api/v1/conversations", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
  const { conversation, token } = (await response.json()) as { conversation: string; token: string };
  const headers = { Authorization: `Bearer ${token}` };
  const url = (rest: string) => `/api/v1/conversations/${conversation}/${rest}`;
  return {
    conversation,
    async send(message: Record<string, unknown>, language = "zh-CN") {
      const answer = await channel.app.request(url("messages"), {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json", "Accept-Language": language },
        body: JSON.stringify(message),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    async upload() {
      const form = new FormData();
      form.append("file", new File([PNG], "凭证.png", { type: "image/png" }));
      const answer = await channel.app.request(url("attachments"), { method: "POST", headers, body: form });
      return ((await answer.json()) as { id: string }).id;
    },
    async texts() {
      const messages = await product.store.messages(conversation, { after: 0, limit: 100 });
      return messages.filter(({ author }) => author.kind === "customer").map(({ text }) => text);
    },
  };
}

/** The smallest picture that is one by its content. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a long text", () => {
  it("is taken whole up to the limit of every channel, and refused beyond it in the customer's language", async () => {
    const { send, texts } = await customer();
    expect((await send({ clientId: "m-00000001", text: "长".repeat(MAX_TEXT) })).status).toBe(201);
    const refused = await send({ clientId: "m-00000002", text: "长".repeat(MAX_TEXT + 1) }, "en");
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "too-long", title: "One message can hold up to 8,000 characters. Please send it in parts." },
    });
    expect(await texts()).toEqual(["长".repeat(MAX_TEXT)]);
  });
});

describe("the same client id", () => {
  it("with the same text is the same message: stored once, and answered 200 with what is stored", async () => {
    const { send, texts } = await customer();
    const message = { clientId: "m-00000001", text: "卡被吞了，密码是 482913" };
    const first = await send(message);
    expect([first.status, (await send(message)).status, (await send(message)).status]).toEqual([201, 200, 200]);
    expect((await send(message)).body).toEqual(first.body);
    expect(await texts()).toHaveLength(1);
  });

  it("with another text is refused with 409 and says so; nothing is lost in silence", async () => {
    const { send, texts } = await customer();
    await send({ clientId: "m-00000001", text: "卡被吞了" });
    const refused = await send({ clientId: "m-00000001", text: "还多扣了我三百块" }, "en");
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "id-taken", title: expect.stringContaining("was not saved") },
    });
    expect(await texts()).toEqual(["卡被吞了"]);
    expect((await send({ clientId: "m-00000002", text: "还多扣了我三百块" })).status).toBe(201);
    expect(await texts()).toEqual(["卡被吞了", "还多扣了我三百块"]);
  });
});

describe("a file without a word", () => {
  it("is acknowledged whatever kind the client called the message", async () => {
    const { conversation, send, upload } = await customer();
    await send({ clientId: "m-00000001", attachments: [await upload()] });
    await product.intake.handleTurn(conversation);
    const messages = await product.store.messages(conversation, { after: 2, limit: 10 });
    expect(messages.map(({ text }) => text).join("\n")).toMatch(/收到|收着/);
  });
});

describe("a file that isn't this customer's", () => {
  it("is refused as a file, so that no browser gives up a conversation that is there", async () => {
    const one = await customer();
    const two = await customer();
    const file = await one.upload();
    const refused = await two.send({ clientId: "m-00000001", kind: "image", attachments: [file] });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "unknown-file", title: expect.stringContaining("附件") },
    });
    expect(await two.texts()).toEqual([]);
  });
});
