/** The Slack emulator with the bank's people in it, behind a wire that can be cut, slowed or jammed. */
import { createServer, type Server } from "node:http";
import { createEmulator, type Emulator } from "emulate";
import { z } from "zod";

export const TOKEN = "xoxb-test-token";

const Answer = z.looseObject({ ok: z.boolean() });
const Users = z.object({ members: z.array(z.object({ id: z.string(), name: z.string() })) });
const Channels = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });
const Message = z.looseObject({
  ts: z.string(),
  text: z.string(),
  thread_ts: z.string().nullish(),
  files: z.array(z.looseObject({ id: z.string(), title: z.string() })).nullish(),
  blocks: z.array(z.looseObject({ type: z.string() })).nullish(),
});
export type Message = z.infer<typeof Message>;
const Opened = z.object({ view: z.object({ id: z.string() }) });
const Members = z.object({ members: z.array(z.string()) });
const Upload = z.object({ upload_url: z.string(), file_id: z.string() });
const Completed = z.object({ files: z.array(z.object({ url_private: z.string() })) });
const Messages = z.object({ messages: z.array(Message) });

/** What happens to a request for a method of Slack's. */
export type Trouble =
  | { kind: "down" }
  | { kind: "status"; status: number; headers?: Record<string, string> }
  /** Nothing happens before this is over. */
  | { kind: "slow"; until: Promise<void> }
  /** Carried out, and the answer is lost. */
  | { kind: "answer-lost" };

export interface FakeSlack {
  /** What the product calls. */
  apiUrl: string;
  user(name: string): string;
  channel(name: string): string;
  /** Calls as the app itself, past the wire. */
  call(method: string, body: Record<string, unknown>): Promise<z.infer<typeof Answer>>;
  members(channel: string): Promise<string[]>;
  upload(name: string, bytes: Buffer): Promise<string>;
  /** Messages of a channel that stand in no thread, oldest first. */
  messages(channel: string): Promise<Message[]>;
  /** The thread under a message, without the message. */
  thread(channel: string, ts: string): Promise<Message[]>;
  /** The next requests whose method `matches` meet trouble, as often as given. */
  trouble(matches: string, trouble: Trouble, times?: number): void;
  /** A method the emulator lacks is answered by the test. */
  answer(method: string, answer: (token: string) => object, headers?: Record<string, string>): void;
  /** All trouble is over. */
  recover(): void;
  /** Methods called, in order, with what was sent. */
  /** Ids of the modals that were opened. */
  opened(): string[];
  calls: { method: string; body: URLSearchParams; at: number }[];
  close(): Promise<void>;
}

export async function startFakeSlack(people: readonly string[], channels: readonly string[]): Promise<FakeSlack> {
  const emulator: Emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        users: ["tingsu", ...people].map((name) => ({ name })),
        channels: channels.map((name) => ({ name, is_private: true })),
        tokens: [{ token: TOKEN, user: "tingsu", type: "bot" }],
      },
    },
  });
  const wire = await startWire(emulator.url);
  const call = async (method: string, body: Record<string, unknown>) => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const read = Answer.parse(await answer.json());
    if (!read.ok) throw new Error(`${method}: ${JSON.stringify(read)}`);
    return read;
  };
  const users = Users.parse(await call("users.list", {})).members;
  const places = Channels.parse(await call("conversations.list", { types: "public_channel,private_channel" })).channels;
  const named = (list: { id: string; name: string }[], name: string) => {
    const found = list.find((one) => one.name === name);
    if (!found) throw new Error(`nothing is called ${name}`);
    return found.id;
  };
  return {
    apiUrl: `${wire.url}/api/`,
    user: (name) => named(users, name),
    channel: (name) => named(places, name),
    call,
    async upload(name, bytes) {
      const place = Upload.parse(await call("files.getUploadURLExternal", { filename: name, length: bytes.length }));
      await fetch(place.upload_url.replace(/^https?:\/\/[^/]+/, emulator.url), {
        method: "POST",
        body: Uint8Array.from(bytes),
      });
      const done = Completed.parse(await call("files.completeUploadExternal", { files: [{ id: place.file_id }] }));
      return (done.files[0]?.url_private ?? "").replace(/^https?:\/\/[^/]+/, wire.url);
    },
    async members(channel) {
      return Members.parse(await call("conversations.members", { channel, limit: 500 })).members;
    },
    async messages(channel) {
      const { messages } = Messages.parse(await call("conversations.history", { channel, limit: 900 }));
      return messages.reverse();
    },
    async thread(channel, ts) {
      const { messages } = Messages.parse(await call("conversations.replies", { channel, ts, limit: 900 }));
      return messages.filter((message) => message.ts !== ts);
    },
    trouble: wire.trouble,
    answer: wire.answer,
    recover: wire.recover,
    opened: () => wire.opened,
    calls: wire.calls,
    async close() {
      await wire.close();
      await emulator.close();
    },
  };
}

const viaWire = (bytes: Buffer, target: string, host = ""): string =>
  bytes.toString().replaceAll(target, `http://${host}`);

async function startWire(target: string) {
  const troubles: { matches: string; trouble: Trouble; left: number }[] = [];
  const calls: FakeSlack["calls"] = [];
  const answers = new Map<string, { answer: (token: string) => object; headers: Record<string, string> }>();
  const opened: string[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const method = (request.url ?? "").replace("/api/", "");
      calls.push({ method, body: new URLSearchParams(body.toString()), at: Date.now() });
      const met = troubles.find((one) => one.left > 0 && method.startsWith(one.matches));
      if (met) met.left -= 1;
      if (met?.trouble.kind === "down") {
        request.socket.destroy();
        return;
      }
      if (met?.trouble.kind === "status") {
        response.writeHead(met.trouble.status, met.trouble.headers ?? {}).end("trouble");
        return;
      }
      const own = answers.get(method);
      if (own) {
        const token = (request.headers.authorization ?? "").replace("Bearer ", "");
        response
          .writeHead(200, { "Content-Type": "application/json", ...own.headers })
          .end(JSON.stringify(own.answer(token)));
        return;
      }
      const headers: Record<string, string> = {};
      for (const name of ["authorization", "content-type"]) {
        const value = request.headers[name];
        if (typeof value === "string") headers[name] = value;
      }
      const ask = request.method === "GET" ? { headers } : { method: "POST", headers, body };
      const wait = met?.trouble.kind === "slow" ? met.trouble.until : Promise.resolve();
      wait
        .then(() => fetch(`${target}${request.url}`, ask))
        .then(async (answer) => {
          if (met?.trouble.kind === "answer-lost") return request.socket.destroy();
          const bytes = Buffer.from(await answer.arrayBuffer());
          if (method === "views.open") opened.push(Opened.safeParse(JSON.parse(bytes.toString())).data?.view.id ?? "");
          const type = answer.headers.get("content-type") ?? "application/json";
          // The emulator names itself, so that what is uploaded would go past the wire.
          const shown = method === "files.getUploadURLExternal" ? viaWire(bytes, target, request.headers.host) : bytes;
          return response.writeHead(answer.status, { "Content-Type": type }).end(shown);
        })
        .catch(() => request.socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the wire has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    opened,
    trouble(matches: string, trouble: Trouble, times = 1) {
      troubles.push({ matches, trouble, left: times });
    },
    answer(method: string, answer: (token: string) => object, headers: Record<string, string> = {}) {
      answers.set(method, { answer, headers });
    },
    recover() {
      troubles.length = 0;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
