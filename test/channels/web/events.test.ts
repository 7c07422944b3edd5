import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEvents, type ServerEvent } from "../../../src/channels/web/widget/events.ts";
import { startTestServer, type TestServer } from "../../fixtures/web-server.ts";

interface Talk {
  conversation: string;
  token: string;
}

let server: TestServer;
const controllers = new Set<AbortController>();

beforeAll(async () => {
  server = await startTestServer({ heartbeatMs: 60_000, maxStreams: 2 });
});
afterAll(async () => {
  for (const controller of controllers) controller.abort();
  await server.close();
});

async function openTalk(): Promise<Talk> {
  const response = await fetch(`${server.base}/api/v1/conversations`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
  return response.json();
}

async function connect(talk: Talk, query = "", headers: Record<string, string> = {}) {
  const controller = new AbortController();
  controllers.add(controller);
  const response = await fetch(`${server.base}/api/v1/conversations/${talk.conversation}/events${query}`, {
    headers: { Authorization: `Bearer ${talk.token}`, ...headers },
    signal: controller.signal,
  });
  if (!response.body) throw new Error("no stream");
  const events = readEvents(response.body, 10_000);
  return {
    response,
    close: () => controller.abort(),
    /** Reads on until `count` events named `name` have come. */
    async take(name: string, count: number): Promise<ServerEvent[]> {
      const found: ServerEvent[] = [];
      while (found.length < count) {
        const { value, done } = await events.next();
        if (done) throw new Error(`stream ended after ${found.length} of ${count} ${name}`);
        if (value.event === name) found.push(value);
      }
      return found;
    },
  };
}

const ids = (events: ServerEvent[]) => events.map((event) => Number(event.id));

describe("live events", () => {
  it("bring what is there and then what comes, numbered like the messages", async () => {
    const talk = await openTalk();
    const stream = await connect(talk);
    expect(stream.response.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
    const [greeting] = await stream.take("message", 1);
    expect(greeting?.id).toBe("1");
    server.port.say(talk.conversation, { text: "第一行\n第二行" });
    const [second] = await stream.take("message", 1);
    expect(second?.id).toBe("2");
    expect(JSON.parse(second?.data ?? "").text).toBe("第一行\n第二行");
    stream.close();
  });

  it.each([
    ["Last-Event-ID", "", { "Last-Event-ID": "3" }],
    ["?after=", "?after=3", {}],
    ["Last-Event-ID before ?after=", "?after=1", { "Last-Event-ID": "3" }],
  ])("go on exactly after %s, without a gap or a repeat", async (_, query, headers) => {
    const talk = await openTalk();
    for (let n = 2; n <= 6; n += 1) server.port.say(talk.conversation, { text: `第${n}条` });
    const stream = await connect(talk, query, headers);
    expect(ids(await stream.take("message", 3))).toEqual([4, 5, 6]);
    server.port.say(talk.conversation, { text: "第7条" });
    expect(ids(await stream.take("message", 1))).toEqual([7]);
    stream.close();
  });

  it("lose and double nothing when the connection breaks again and again while messages come", async () => {
    const talk = await openTalk();
    const got: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const stream = await connect(talk, "", { "Last-Event-ID": String(got.at(-1) ?? 0) });
      for (let n = 0; n < 5; n += 1) server.port.say(talk.conversation, { text: `${round}-${n}` });
      got.push(...ids(await stream.take("message", 3)));
      stream.close();
    }
    const last = await connect(talk, `?after=${got.at(-1)}`);
    got.push(...ids(await last.take("message", 31 - got.length)));
    last.close();
    expect(got).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  it("bring a long history whole and in order", async () => {
    const talk = await openTalk();
    for (let n = 2; n <= 350; n += 1) server.port.say(talk.conversation, { text: `第${n}条` });
    const stream = await connect(talk);
    expect(ids(await stream.take("message", 350))).toEqual(Array.from({ length: 350 }, (_, index) => index + 1));
    stream.close();
  });

  it("mark messages delivered only after they were written", async () => {
    const talk = await openTalk();
    expect(server.port.deliveredUpto.get(talk.conversation)).toBeUndefined();
    const stream = await connect(talk);
    await stream.take("message", 1);
    await stream.take("progress", 1);
    await expect.poll(() => server.port.deliveredUpto.get(talk.conversation)).toBe(1);
    stream.close();
  });

  it("tell of typing, of read marks and of progress, each once", async () => {
    const talk = await openTalk();
    const stream = await connect(talk);
    await stream.take("progress", 1);
    server.port.live.publish(talk.conversation, { kind: "typing", who: "staff" });
    expect(JSON.parse((await stream.take("typing", 1))[0]?.data ?? "")).toEqual({ who: "staff" });
    server.port.echoes = false;
    await server.port.accept({
      conversation: talk.conversation,
      channel: "web",
      externalId: `${talk.conversation}/m-00000001`,
      kind: "text",
      text: "喂",
      attachments: [],
    });
    server.port.echoes = true;
    server.port.readByBank(talk.conversation);
    expect(JSON.parse((await stream.take("read", 1))[0]?.data ?? "")).toEqual({ byCustomer: 0, byBank: 2 });
    server.port.setStaff(talk.conversation, "客户经理 小周");
    expect(JSON.parse((await stream.take("progress", 1))[0]?.data ?? "")).toMatchObject({ withStaff: "客户经理 小周" });
    stream.close();
  });

  it("do not tell the customer of their own typing", async () => {
    const talk = await openTalk();
    const stream = await connect(talk);
    await stream.take("progress", 1);
    server.port.live.publish(talk.conversation, { kind: "typing", who: "customer" });
    server.port.live.publish(talk.conversation, { kind: "typing", who: "bot" });
    expect(JSON.parse((await stream.take("typing", 1))[0]?.data ?? "")).toEqual({ who: "bot" });
    stream.close();
  });

  it("are limited for one conversation, and a closed one makes room", async () => {
    const talk = await openTalk();
    const first = await connect(talk);
    const second = await connect(talk);
    await first.take("message", 1);
    await second.take("message", 1);
    const third = await connect(talk);
    expect(third.response.status).toBe(429);
    first.close();
    await expect
      .poll(async () => {
        const again = await connect(talk);
        const { status } = again.response;
        again.close();
        return status;
      })
      .toBe(200);
    second.close();
  });

  it("beat while nothing happens, catch up on lost news, and end when the token does", async () => {
    const short = await startTestServer({ heartbeatMs: 20 });
    try {
      const response = await fetch(`${short.base}/api/v1/conversations`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: "{}",
      });
      const { conversation, token } = (await response.json()) as Talk;
      const stream = await fetch(`${short.base}/api/v1/conversations/${conversation}/events`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (!reader) throw new Error("no stream");
      let text = "";
      const until = async (sign: string) => {
        while (!text.includes(sign)) {
          const { value, done } = await reader.read();
          if (done) throw new Error(`ended before ${sign}`);
          text += value;
        }
      };
      await until(": beat\n\n");
      const talk = short.port.talks.get(conversation);
      const [greeting] = talk?.messages ?? [];
      if (!talk || !greeting) throw new Error("no talk");
      talk.messages.push({ ...greeting, id: "m-silent", seq: 2, text: "没有通知的一条" });
      await until("没有通知的一条");
      short.clock.advance(31 * 24 * 60 * 60 * 1000);
      for (let done = false; !done; ) done = (await reader.read()).done;
    } finally {
      await short.close();
    }
  });

  it("report a failing store and let the customer come back", async () => {
    const talk = await openTalk();
    const stream = await connect(talk);
    await stream.take("progress", 1);
    const failure = new Error("store gone");
    server.port.broken = failure;
    server.port.live.publish(talk.conversation, { kind: "changed" });
    await expect(stream.take("message", 1)).rejects.toThrow("stream ended");
    server.port.broken = undefined;
    expect(server.failures).toEqual([{ route: "GET events", error: failure }]);
    const again = await connect(talk, "?after=0");
    expect(ids(await again.take("message", 1))).toEqual([1]);
    again.close();
  });
});
