/**
 * Slack's end of Socket Mode, which the emulator lacks: apps.connections.open, the greeting, envelopes, and what the app
 * acknowledges. WebSocket frames (RFC 6455) as far as Slack uses them: texts, and the closing.
 */
import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { z } from "zod";
import type { FakeSlack } from "../../../examples/outside/slack-emulator.ts";

export const APP_TOKEN = "xapp-1-test-token";

const Acknowledged = z.object({ envelope_id: z.string(), payload: z.unknown() });

export interface SocketServer {
  /** Resolves when an app is connected. */
  connected(): Promise<void>;
  /** Connections made so far. */
  connections(): number;
  /** Sends an envelope; resolves with what was acknowledged, or with null when nothing was within `ms`. */
  send(type: "events_api" | "interactive" | "slash_commands", payload: unknown, ms?: number): Promise<unknown>;
  /** Bytes as they are, for payloads no honest Slack sends. */
  sendText(text: string): void;
  /** Slack asks to connect anew. */
  refresh(): void;
  /** The line breaks without a word. */
  cut(): void;
  close(): Promise<void>;
}

export async function startSocketServer(slack: FakeSlack): Promise<SocketServer> {
  const waiting = new Map<string, (answer: unknown) => void>();
  let current: Duplex | null = null;
  let count = 0;
  let arrive: () => void = () => undefined;
  let arrived = Promise.resolve();
  const expect = () => {
    current = null;
    arrived = new Promise((resolve) => {
      arrive = resolve;
    });
  };
  expect();
  const server = createServer((_, response) => response.writeHead(404).end());
  server.on("upgrade", (request, socket) => {
    const key = request.headers["sec-websocket-key"] ?? "";
    const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    let buffered: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk]);
      for (let frame = frameIn(buffered); frame; frame = frameIn(buffered)) {
        buffered = buffered.subarray(frame.size);
        if (frame.opcode === 8) socket.end(frameOf(8, frame.data));
        if (frame.opcode === 9) socket.write(frameOf(10, frame.data));
        if (frame.opcode !== 1) continue;
        const { envelope_id, payload } = Acknowledged.parse(JSON.parse(frame.data.toString()));
        waiting.get(envelope_id)?.(payload);
      }
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (current === socket) expect();
    });
    current = socket;
    count += 1;
    socket.write(frameOf(1, Buffer.from(JSON.stringify({ type: "hello", num_connections: 1 }))));
    arrive();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the socket server has no port");
  const url = `ws://127.0.0.1:${address.port}/link`;
  slack.answer("apps.connections.open", (token) =>
    token === APP_TOKEN ? { ok: true, url } : { ok: false, error: "invalid_auth" },
  );
  const write = (text: string) => {
    if (!current) throw new Error("nobody is connected");
    current.write(frameOf(1, Buffer.from(text)));
  };
  return {
    connected: () => arrived,
    connections: () => count,
    send(type, payload, ms = 5_000) {
      const envelope_id = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), ms);
        waiting.set(envelope_id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        write(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== "events_api" }));
      });
    },
    sendText: write,
    refresh() {
      write(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
      // What is sent from now on goes to the next connection.
      expect();
    },
    cut() {
      const socket = current;
      expect();
      socket?.destroy();
    },
    async close() {
      current?.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The first whole frame of what came, its payload unmasked. */
function frameIn(bytes: Buffer): { opcode: number; data: Buffer; size: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  const masked = (bytes.readUInt8(1) & 0x80) !== 0;
  const start = head + (masked ? 4 : 0);
  if (bytes.length < start) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < start + length) return null;
  const mask = bytes.subarray(head, start);
  const data = Buffer.from(bytes.subarray(start, start + length));
  if (masked) for (const [at, byte] of data.entries()) data[at] = byte ^ (mask[at % 4] ?? 0);
  return { opcode: bytes.readUInt8(0) & 0x0f, data, size: start + length };
}

function frameOf(opcode: number, data: Buffer): Buffer {
  const head = Buffer.alloc(data.length < 126 ? 2 : data.length < 65_536 ? 4 : 10);
  head.writeUInt8(0x80 | opcode, 0);
  head.writeUInt8(data.length < 126 ? data.length : data.length < 65_536 ? 126 : 127, 1);
  if (head.length === 4) head.writeUInt16BE(data.length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(data.length), 2);
  return Buffer.concat([head, data]);
}
