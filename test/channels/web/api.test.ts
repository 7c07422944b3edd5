import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MAX_TEXT } from "../../../src/channels/channel.ts";
import { issueVisitorToken, tokenLifeMs } from "../../../src/channels/web/token.ts";
import { createTestChannel, type TestChannel } from "../../fixtures/web-server.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

interface Opened {
  conversation: string;
  token: string;
  expiresAt: string;
  strength: string;
  created: boolean;
}

const jsonType = { "Content-Type": "application/json" };

async function open(channel: TestChannel, body: unknown = {}, headers: Record<string, string> = {}) {
  const response = await channel.app.request("/api/v1/conversations", {
    method: "POST",
    headers: { ...jsonType, ...headers },
    body: JSON.stringify(body),
  });
  return { response, opened: (await response.clone().json()) as Opened };
}

function caller(channel: TestChannel, { conversation, token }: Opened) {
  const headers = { Authorization: `Bearer ${token}` };
  const url = (rest: string) => `/api/v1/conversations/${conversation}/${rest}`;
  return {
    get: (rest: string, more: Record<string, string> = {}) =>
      channel.app.request(url(rest), { headers: { ...headers, ...more } }),
    post: (rest: string, body: unknown, more: Record<string, string> = {}) =>
      channel.app.request(url(rest), {
        method: "POST",
        headers: { ...headers, ...jsonType, ...more },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    upload: (bytes: Uint8Array<ArrayBuffer>, name: string) => {
      const form = new FormData();
      form.append("file", new File([bytes], name, { type: "image/png" }));
      return channel.app.request(url("attachments"), { method: "POST", headers, body: form });
    },
  };
}

async function customer(channel = createTestChannel()) {
  const { opened } = await open(channel);
  return { channel, opened, ...caller(channel, opened) };
}

const problemOf = async (response: Response) => {
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  const { code, title } = (await response.json()) as { code: string; title: string };
  return { status: response.status, code, title };
};

const identityToken = (key: Uint8Array, claims: unknown, header: unknown = { alg: "HS256", typ: "JWT" }) => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
};

describe("opening a conversation", () => {
  it("issues a token for thirty days and greets", async () => {
    const { channel, opened, get } = await customer();
    expect(Date.parse(opened.expiresAt) - Date.parse(channel.clock.now())).toBe(tokenLifeMs);
    expect(opened).toMatchObject({ strength: "anonymous", created: true });
    expect(await (await get("messages")).json()).toMatchObject({
      messages: [{ seq: 1, author: { kind: "bot" }, aiGenerated: true }],
      cursor: 1,
      more: false,
    });
  });

  it("goes on with the same conversation for the visitor who shows their token", async () => {
    const { channel, opened } = await customer();
    channel.clock.advance(60_000);
    const again = await open(channel, {}, { Authorization: `Bearer ${opened.token}` });
    expect(again.response.status).toBe(200);
    expect(again.opened).toMatchObject({ conversation: opened.conversation, created: false });
    expect(Date.parse(again.opened.expiresAt)).toBeGreaterThan(Date.parse(opened.expiresAt));
  });

  it("gives two visitors two conversations", async () => {
    const channel = createTestChannel();
    expect((await open(channel)).opened.conversation).not.toBe((await open(channel)).opened.conversation);
  });

  it("knows a signed-in customer again on another device, with the strength the bank states", async () => {
    const channel = createTestChannel();
    const exp = Date.parse(channel.clock.now()) / 1000 + 300;
    const token = identityToken(channel.customerKey, { sub: "K-10023", exp, level: "verified" });
    const first = await open(channel, { identityToken: token });
    const second = await open(channel, { identityToken: token });
    expect(first.opened.strength).toBe("verified");
    expect(second.opened.conversation).toBe(first.opened.conversation);
    expect(channel.port.talks.get(first.opened.conversation)?.identity.externalId).toBe("customer:K-10023");
  });

  it.each([
    [
      "signed with another key",
      (key: Uint8Array, exp: number) =>
        identityToken(
          key.map((b) => b ^ 1),
          { sub: "K", exp },
        ),
    ],
    ["expired", (key: Uint8Array, exp: number) => identityToken(key, { sub: "K", exp: exp - 600 })],
    ["without an end", (key: Uint8Array) => identityToken(key, { sub: "K" })],
    ["of the algorithm none", (key: Uint8Array, exp: number) => identityToken(key, { sub: "K", exp }, { alg: "none" })],
    ["not yet valid", (key: Uint8Array, exp: number) => identityToken(key, { sub: "K", exp, nbf: exp - 10 })],
    ["for another service", (key: Uint8Array, exp: number) => identityToken(key, { sub: "K", exp, aud: "loans" })],
    ["that is no token", () => "K-10023"],
  ])("refuses an identity token %s", async (_, make) => {
    const channel = createTestChannel();
    const token = make(channel.customerKey, Date.parse(channel.clock.now()) / 1000 + 300);
    const { response } = await open(channel, { identityToken: token });
    expect(await problemOf(response)).toMatchObject({ status: 401, code: "identity" });
    expect(channel.port.talks.size).toBe(0);
  });
});

describe("sending a message", () => {
  it("stores it, answers with its number, and the reply is there to fetch", async () => {
    const { post, get } = await customer();
    const sent = await post("messages", { clientId: "m-00000001", text: "卡被吞了" });
    expect(sent.status).toBe(201);
    expect(await sent.json()).toMatchObject({ seq: 2, clientId: "m-00000001" });
    expect(await (await get("messages?after=1")).json()).toMatchObject({
      messages: [
        { seq: 2, author: { kind: "customer" }, text: "卡被吞了", clientId: "m-00000001", aiGenerated: false },
        { seq: 3, author: { kind: "bot" }, text: "听到了：卡被吞了", clientId: null },
      ],
    });
  });

  it("stores a repeated client id once and answers it exactly like the first time", async () => {
    const { post, get } = await customer();
    const answers = [];
    for (let i = 0; i < 3; i += 1)
      answers.push(await (await post("messages", { clientId: "m-00000001", text: "喂" })).json());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await (await get("messages")).json()).messages).toHaveLength(3);
  });

  it("keeps two customers apart who use the same client id", async () => {
    const channel = createTestChannel();
    const one = await customer(channel);
    const two = await customer(channel);
    await one.post("messages", { clientId: "m-00000001", text: "第一位" });
    await two.post("messages", { clientId: "m-00000001", text: "第二位" });
    expect((await (await two.get("messages?after=1")).json()).messages[0].text).toBe("第二位");
  });

  it("says in the customer's language why nothing was stored", async () => {
    const { channel, opened, post } = await customer();
    const empty = await post(
      "messages",
      { clientId: "m-00000001", text: " \n\u0000 " },
      { "Accept-Language": "en-GB,zh;q=0.5" },
    );
    expect(await problemOf(empty)).toEqual({
      status: 422,
      code: "empty",
      title: "There is nothing to send yet. Please write something or add a file.",
    });
    const long = await post(
      "messages",
      { clientId: "m-00000001", text: "长".repeat(8_001) },
      { "Accept-Language": "zh-TW" },
    );
    expect(await problemOf(long)).toMatchObject({
      status: 422,
      code: "too-long",
      title: expect.stringContaining("訊息"),
    });
    expect(channel.port.talks.get(opened.conversation)?.messages).toHaveLength(1);
  });

  it("says the same of a text too long to be read at all, and describes the limit", async () => {
    const { channel, post } = await customer();
    const body = { clientId: "m-00000001", text: "长".repeat(40_000) };
    expect(await problemOf(await post("messages", body))).toEqual({
      status: 413,
      code: "body-too-large",
      title: `内容太长了。一条消息最多${MAX_TEXT}字，请分成几条发送。`,
    });
    const english = await post("messages", body, { "Accept-Language": "en" });
    expect((await problemOf(english)).title).toContain("up to 8,000 characters");
    const api = await (await channel.app.request("/openapi.json")).json();
    expect(api.components.schemas.MessageRequest.properties.text.maxLength).toBe(MAX_TEXT);
  });

  it("takes eight thousand characters, even when every one is written as an escape", async () => {
    const { post, get } = await customer();
    const escaped = `{"clientId":"m-00000001","text":"${"\\u957f".repeat(8_000)}"}`;
    expect((await post("messages", escaped)).status).toBe(201);
    expect((await (await get("messages?after=1&limit=1")).json()).messages[0].text).toHaveLength(8_000);
  });

  it("shows what the bank's side may be known for, and nothing more", async () => {
    const { channel, opened, get } = await customer();
    channel.port.say(opened.conversation, {
      text: "您好，我是小周。",
      kind: "staff",
      author: { kind: "staff", id: "U-771", name: "客户经理 小周" },
    });
    const text = await (await get("messages")).text();
    expect(JSON.parse(text).messages[1]).toMatchObject({
      author: { kind: "staff", name: "客户经理 小周" },
      aiGenerated: false,
    });
    expect(text).not.toContain("U-771");
  });

  it("reports a failure of our own without a word of the customer's or the error's", async () => {
    const { channel, post } = await customer();
    channel.port.broken = new Error("disk full at /var/lib/tingsu");
    const response = await post("messages", { clientId: "m-00000001", text: "我的卡号是6222" });
    const text = await response.clone().text();
    expect(await problemOf(response)).toMatchObject({ status: 500, code: "unavailable" });
    expect(text).not.toContain("disk");
    expect(channel.failures).toEqual([
      { route: "POST /api/v1/conversations/:id/messages", error: channel.port.broken },
    ]);
  });

  it("answers 410 when the content was erased", async () => {
    const { channel, opened, get } = await customer();
    channel.port.erase(opened.conversation);
    expect(await problemOf(await get("messages"))).toMatchObject({ status: 410, code: "erased" });
  });
});

describe("hostile payloads", () => {
  it.each([
    ["broken JSON", '{"clientId":"m-00000001","text":', 400],
    ["an array", "[]", 400],
    ["a number as text", '{"clientId":"m-00000001","text":7}', 400],
    ["null as text", '{"clientId":"m-00000001","text":null}', 400],
    ["a client id with a path", '{"clientId":"../../../x","text":"a"}', 400],
    ["no client id", '{"text":"a"}', 400],
    ["eleven attachments", JSON.stringify({ clientId: "m-00000001", attachments: Array(11).fill("f") }), 400],
    ["an unknown kind", '{"clientId":"m-00000001","text":"a","kind":"script"}', 400],
    ["a megabyte", JSON.stringify({ clientId: "m-00000001", text: "长".repeat(350_000) }), 413],
    ["deep nesting", `{"clientId":"m-00000001","text":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, 400],
  ])("refuses %s and stores nothing", async (_, body, status) => {
    const { channel, opened, post } = await customer();
    expect((await problemOf(await post("messages", body))).status).toBe(status);
    expect(channel.port.talks.get(opened.conversation)?.messages).toHaveLength(1);
    expect(channel.failures).toEqual([]);
  });

  it("are told each wrong field with what was expected there, and never what was sent", async () => {
    const { post, get } = await customer();
    const sent = { clientId: "秘密", text: 7, kind: "script", attachments: ["f1", 6222020200112233] };
    const response = await post("messages", sent, { "Accept-Language": "en" });
    const text = await response.text();
    const { title, errors } = JSON.parse(text);
    expect(title).toBe("The request could not be read and was not saved.");
    expect(errors).toEqual([
      { path: "clientId", message: expect.stringContaining("[A-Za-z0-9_-]{8,64}") },
      { path: "text", message: expect.stringContaining("expected string") },
      { path: "kind", message: expect.stringContaining('"text"|"image"|"file"') },
      { path: "attachments.1", message: expect.stringContaining("expected string") },
    ]);
    expect(text).not.toMatch(/秘密|6222/);
    const paths = async (answer: Promise<Response> | Response) =>
      (await (await answer).json()).errors.map((one: { path: string }) => one.path);
    expect(await paths(get("messages?after=x&limit=0"))).toEqual(["after", "limit"]);
    expect(await paths(get("events", { "Last-Event-ID": "x" }))).toEqual(["last-event-id"]);
    expect(await paths(post("messages", "[]"))).toEqual([""]);
    expect(await paths(post("messages", "{"))).toEqual([""]);
    const many = JSON.stringify({ clientId: "m-00000001", attachments: Array(10_000).fill(1) });
    expect(await paths(post("messages", many))).toEqual(["attachments"]);
  });

  it("find the list of wrong fields in the description of the API", async () => {
    const { app } = createTestChannel();
    const { components, paths } = await (await app.request("/openapi.json")).json();
    const { errors } = components.schemas.Problem.properties;
    expect(Object.keys(errors.items.properties)).toEqual(["path", "message"]);
    const refused = paths["/api/v1/conversations/{id}/messages"].post.responses["400"];
    expect(refused.content["application/problem+json"].schema.$ref).toBe("#/components/schemas/Problem");
    expect(await (await app.request("/docs")).text()).toContain("<code>errors</code>");
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp"])(
    "refuses a message sent as %s",
    async (type) => {
      const { post } = await customer();
      const response = await post("messages", '{"clientId":"m-00000001","text":"a"}', { "Content-Type": type });
      expect(await problemOf(response)).toMatchObject({ status: 415, code: "media-type" });
    },
  );

  it("stores lone surrogates and null bytes as text that can be stored anywhere", async () => {
    const { post, get } = await customer();
    await post("messages", '{"clientId":"m-00000001","text":"卡\\ud83d被\\u0000吞\\u001b[31m了\\r\\n好\\t吗😀"}');
    const [message] = (await (await get("messages?after=1")).json()).messages;
    expect(message.text).toBe("卡\ufffd被吞[31m了\n好\t吗😀");
    expect(message.text.isWellFormed()).toBe(true);
  });

  it("ignores keys that try to reach a prototype", async () => {
    const { post } = await customer();
    const response = await post("messages", '{"clientId":"m-00000001","text":"a","__proto__":{"admin":true}}');
    expect(response.status).toBe(201);
    expect(Reflect.get({}, "admin")).toBeUndefined();
  });

  it.each(["-1", "1.5", "abc", "1e999", "9007199254740993"])("refuses the cursor %s", async (after) => {
    const { get } = await customer();
    expect(await problemOf(await get(`messages?after=${after}`))).toMatchObject({ status: 400, code: "invalid" });
    expect((await get("events", { "Last-Event-ID": after })).status).toBe(400);
  });
});

describe("who may see a conversation", () => {
  const paths = ["messages", "events", "progress"];

  it.each(paths)("answers 401 without a token for %s, whether the conversation exists or not", async (path) => {
    const { channel, opened } = await customer();
    const bodies = await Promise.all(
      [opened.conversation, "talk-999"].map(async (id) => {
        const response = await channel.app.request(`/api/v1/conversations/${id}/${path}`);
        return [response.status, await response.text()];
      }),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]?.[0]).toBe(401);
  });

  it.each(paths)("answers someone else's %s exactly like one that doesn't exist", async (path) => {
    const channel = createTestChannel();
    const one = await customer(channel);
    const two = await customer(channel);
    const answers = await Promise.all(
      [two.opened.conversation, "talk-999", "..%2F..%2Fetc%2Fpasswd"].map(async (id) => {
        const response = await channel.app.request(`/api/v1/conversations/${id}/${path}`, {
          headers: { Authorization: `Bearer ${one.opened.token}` },
        });
        return [response.status, await response.text()];
      }),
    );
    expect(answers[0]?.[0]).toBe(404);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("refuses a token from the moment it expires", async () => {
    const { channel, get } = await customer();
    channel.clock.advance(tokenLifeMs - 1);
    expect((await get("messages")).status).toBe(200);
    channel.clock.advance(1);
    expect(await problemOf(await get("messages"))).toMatchObject({ status: 401, code: "unauthorised" });
  });

  it("refuses every token with one character changed", async () => {
    const { channel, opened } = await customer(
      createTestChannel({ rates: { address: { burst: 1_000, perSecond: 1 } } }),
    );
    for (let at = 0; at < opened.token.length; at += 1) {
      const changed = opened.token[at] === "A" ? "B" : "A";
      const token = opened.token.slice(0, at) + changed + opened.token.slice(at + 1);
      expect((await caller(channel, { ...opened, token }).get("messages")).status).toBe(401);
    }
  });

  it("refuses a token that was signed with another key, is unsigned, or isn't a bearer token", async () => {
    const { channel, opened } = await customer();
    const claims = {
      conversation: opened.conversation,
      visitor: "visitor:x",
      strength: "verified" as const,
      language: "zh-Hans" as const,
      expiresAt: opened.expiresAt,
    };
    const forged = issueVisitorToken(new Uint8Array(32).fill(2), claims);
    const [version, body] = opened.token.split(".");
    for (const header of [`Bearer ${forged}`, `Bearer ${version}.${body}.`, `Basic ${opened.token}`, "Bearer", ""]) {
      const response = await channel.app.request(`/api/v1/conversations/${opened.conversation}/messages`, {
        headers: { Authorization: header },
      });
      expect([header, response.status]).toEqual([header, 401]);
    }
  });
});

describe("attachments", () => {
  it("takes a picture and sends it with a message", async () => {
    const { upload, post, get } = await customer();
    const added = await upload(png, "凭证.png");
    const { id: kept } = await added.clone().json();
    const back = await get(`attachments/${kept}`);
    expect(back.status).toBe(200);
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(new Uint8Array(png));
    expect(back.headers.get("Content-Disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("凭证.png")}`,
    );
    expect(await problemOf(await (await customer()).get(`attachments/${kept}`))).toMatchObject({ status: 404 });
    expect(added.status).toBe(201);
    const file = await added.json();
    expect(file).toMatchObject({ name: "凭证.png", mime: "image/png", size: png.length });
    const sent = await post("messages", { clientId: "m-00000001", kind: "image", attachments: [file.id] });
    expect(sent.status).toBe(201);
    expect((await (await get("messages?after=1")).json()).messages[0]).toMatchObject({
      kind: "image",
      attachments: [file.id],
    });
  });

  it.each([
    ["../../etc/passwd.png", "passwd.png"],
    ["C:\\Users\\x\\凭证.png", "凭证.png"],
    ['<img src=x onerror="1">.png', "_img src=x onerror=_1__.png"],
    ["..", "file"],
    [".htaccess", "htaccess"],
  ])("keeps of the name %s only %s", async (given, kept) => {
    const { upload } = await customer();
    expect((await (await upload(png, given)).json()).name).toBe(kept);
  });

  it("judges by content, not by name or stated type", async () => {
    const { upload } = await customer();
    const response = await upload(new Uint8Array([0x4d, 0x5a, 0x90, 0]), "凭证.png");
    expect(await problemOf(response)).toMatchObject({ status: 415, code: "file-type" });
  });

  it("refuses an empty file and one over 10 MB", async () => {
    const { upload, channel } = await customer();
    expect(await problemOf(await upload(new Uint8Array(0), "a.png"))).toMatchObject({ code: "empty" });
    const big = new Uint8Array(10 * 1024 * 1024 + 1);
    big.set(png);
    expect(await problemOf(await upload(big, "a.png"))).toMatchObject({ status: 413, code: "too-large" });
    expect(channel.port.attachments.size).toBe(0);
  });

  it("stops reading an endless upload at the limit", async () => {
    const { channel, opened } = await customer();
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 256 * 1024;
        controller.enqueue(new Uint8Array(256 * 1024));
      },
    });
    const init = {
      method: "POST",
      headers: { Authorization: `Bearer ${opened.token}`, "Content-Type": "multipart/form-data; boundary=x" },
      body: endless,
      duplex: "half",
    };
    const response = await channel.app.request(`/api/v1/conversations/${opened.conversation}/attachments`, init);
    expect(await problemOf(response)).toMatchObject({ status: 413, code: "too-large" });
    expect(given).toBeLessThan(11 * 1024 * 1024);
  });

  it.each([
    ["a torn frame", "--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\nabc", 400],
    ["text in place of the file", '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n', 400],
    ["another field", '--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc\r\n--x--\r\n', 400],
  ])("refuses %s", async (_, body, status) => {
    const { post, channel } = await customer();
    const response = await post("attachments", body, { "Content-Type": "multipart/form-data; boundary=x" });
    expect((await problemOf(response)).status).toBe(status);
    expect(channel.failures).toEqual([]);
  });
});

describe("limits", () => {
  it("lets a burst of messages through, then says when to come back, and lets go on then", async () => {
    const { channel, post } = await customer(createTestChannel({ rates: { messages: { burst: 3, perSecond: 0.5 } } }));
    const send = (n: number) => post("messages", { clientId: `m-0000000${n}`, text: "喂" });
    for (const n of [1, 2, 3]) expect((await send(n)).status).toBe(201);
    const refused = await send(4);
    expect(refused.headers.get("Retry-After")).toBe("2");
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: "rate" });
    channel.clock.advance(2_000);
    expect((await send(4)).status).toBe(201);
  });

  it("limits each visitor alone", async () => {
    const channel = createTestChannel({ rates: { messages: { burst: 1, perSecond: 0.1 } } });
    const one = await customer(channel);
    const two = await customer(channel);
    await one.post("messages", { clientId: "m-00000001", text: "喂" });
    expect((await one.post("messages", { clientId: "m-00000002", text: "喂" })).status).toBe(429);
    expect((await two.post("messages", { clientId: "m-00000001", text: "喂" })).status).toBe(201);
  });

  it("limits new conversations of one address, told by the proxy that is trusted and by nobody else", async () => {
    const rates = { opening: { burst: 1, perSecond: 0.1 } };
    const from = async (channel: TestChannel, address: string) =>
      (await open(channel, {}, { "X-Forwarded-For": address })).response.status;
    const proxied = createTestChannel({ rates, trustedProxies: 1 });
    expect(await from(proxied, "6.6.6.6, 10.0.0.1")).toBe(201);
    expect(await from(proxied, "7.7.7.7, 10.0.0.1")).toBe(429);
    expect(await from(proxied, "6.6.6.6, 10.0.0.2")).toBe(201);
    const direct = createTestChannel({ rates });
    expect(await from(direct, "10.0.0.1")).toBe(201);
    expect(await from(direct, "10.0.0.2")).toBe(429);
  });
});

describe("small calls", () => {
  it("passes typing and read marks on", async () => {
    const { channel, opened, post } = await customer();
    const news: unknown[] = [];
    channel.port.live.subscribe(opened.conversation, (one) => news.push(one));
    expect((await post("typing", {})).status).toBe(204);
    expect(channel.port.typed).toEqual([opened.conversation]);
    expect(news).toEqual([{ kind: "typing", who: "customer" }]);
    expect((await post("read", { upto: 1 })).status).toBe(204);
    expect(channel.port.talks.get(opened.conversation)?.messages[0]?.readAt).toBe(channel.clock.now());
    expect((await post("read", { upto: -1 })).status).toBe(400);
  });

  it("tells the progress of the complaints", async () => {
    const { channel, opened, get } = await customer();
    channel.port.addComplaint(opened.conversation, {
      record: "R-4821",
      receivedAt: channel.clock.now(),
      status: "open",
      caseNumber: null,
      department: "信用卡中心",
      due: "2026-12-06",
      person: null,
    });
    expect(await (await get("progress")).json()).toMatchObject({
      complaints: [{ record: "R-4821", due: "2026-12-06" }],
    });
  });

  it("allows the bank's own sites to call, and no others", async () => {
    const { app } = createTestChannel();
    const preflight = (origin: string) =>
      app.request("/api/v1/conversations", {
        method: "OPTIONS",
        headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
      });
    const ours = await preflight("https://www.lanchuan.example");
    expect(ours.headers.get("Access-Control-Allow-Origin")).toBe("https://www.lanchuan.example");
    expect(ours.headers.get("Access-Control-Allow-Headers")).toContain("Authorization");
    expect((await preflight("https://evil.example")).headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});
