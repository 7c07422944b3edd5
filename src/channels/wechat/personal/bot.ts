/**
 * The only place that knows wechaty: a real bot over any puppet, behind `WechatLink`. It is imported when the channel
 * is switched on (120 MB, most of a second).
 *
 * Learnt by trying 1.20
 * - Messages are taken from the puppet's own event, by id: the bot's `message` event comes in any order, and is lost
 *   when the payload could not be fetched.
 * - `start()` resolves even when it failed: only `login` counts.
 * - The puppet's watchdog resets it each minute without a heartbeat; ours looks better, so that one gets a day.
 * - The puppet service keeps contacts in clear below HOME, in a database that throws where nobody can catch it when it
 *   can't be opened (disk full, a link made anew too soon): it is only a cache, so it is left closed. For what other
 *   puppets write, HOME is our private folder while a puppet is made.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { FileBox } from "file-box";
import { WechatyBuilder } from "wechaty";
import { helpers, type impls, types, log as wechatyLog } from "wechaty-puppet";
import { MAX_FILE } from "../../channel.ts";
import { PUPPET_NAME } from "../settings.ts";
import type { LinkEvents, WechatLink } from "./link.ts";

export type Puppet = impls.PuppetInterface;

/** The code was used, or can't be any more. */
const SPENT = new Set([
  types.ScanStatus.Cancel,
  types.ScanStatus.Scanned,
  types.ScanStatus.Confirmed,
  types.ScanStatus.Timeout,
]);

/** Seconds. */
const WATCHDOG = 86_400;

// Its lines hold tokens and what people wrote.
wechatyLog.level("silent");

export interface PuppetOptions {
  token?: string;
  /** HOST:PORT. */
  endpoint?: string;
  tls?: { disable: boolean };
}

/** A puppet by the name of its package. `home`: where it may write; made private. */
export async function makePuppet(name: string, options: PuppetOptions, home: string): Promise<Puppet> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (!isPuppetName(name)) throw new Error("wechat.puppet-name");
  // Before HOME is changed, so that it is changed for a moment only.
  await import(name);
  const before = process.env.HOME;
  process.env.HOME = home;
  try {
    const puppetOptions = { ...options, timeoutSeconds: WATCHDOG };
    return withoutContactStore(await helpers.resolvePuppet({ puppet: name, puppetOptions }));
  } finally {
    if (before === undefined) delete process.env.HOME;
    else process.env.HOME = before;
  }
}

function withoutContactStore(puppet: Puppet): Puppet {
  const store: unknown = Reflect.get(puppet, "_payloadStore");
  if (typeof store === "object" && store !== null && "start" in store) store.start = async () => undefined;
  return puppet;
}

/** A bot over this puppet, not started yet. `home` also keeps the session of puppets that log in by themselves. */
export function openBot(puppet: Puppet, home: string, events: LinkEvents): WechatLink {
  const bot = WechatyBuilder.build({ name: join(home, "session"), puppet });
  const alive = <T extends unknown[]>(then: (...given: T) => void) => {
    return (...given: T) => {
      events.alive();
      then(...given);
    };
  };
  puppet.on(
    "message",
    alive(({ messageId }) => events.message(messageId)),
  );
  puppet.on(
    "friendship",
    alive(({ friendshipId }) => events.friendship(friendshipId)),
  );
  puppet.on(
    "scan",
    alive(({ qrcode, status }) => {
      if (SPENT.has(status)) events.scanned();
      else if (qrcode) events.scan(qrcode);
    }),
  );
  puppet.on(
    "login",
    alive(({ contactId }) => events.login(contactId)),
  );
  puppet.on(
    "logout",
    alive(() => events.logout()),
  );
  puppet.on(
    "dong",
    alive(({ data }) => events.pong(data ?? "")),
  );
  puppet.on(
    "heartbeat",
    alive(() => undefined),
  );
  bot.on("error", (error) => {
    const code = lostBy(error.message);
    if (code) events.lost(code);
  });
  return {
    start: () => bot.start(),
    message: (id) => puppet.messagePayload(id),
    async file(id) {
      const box = await puppet.messageFile(id);
      return { name: box.name, bytes: await upTo(MAX_FILE + 1, await box.toStream()) };
    },
    place: (id) => puppet.messageLocation(id),
    page: (id) => puppet.messageUrl(id),
    contact: (id) => puppet.contactPayload(id),
    friendship: (id) => puppet.friendshipPayload(id),
    acceptFriend: (id) => puppet.friendshipAccept(id),
    sendText: async (to, text, mention) =>
      (await puppet.messageSendText(to, text, mention ? [mention] : undefined)) ?? null,
    sendFile: async (to, { name, mime, bytes }) => {
      // Through base64, which every puppet understands; the media type comes from the name where it has one.
      const box = FileBox.fromBase64(Buffer.from(bytes).toString("base64"), named(name, mime));
      return (await puppet.messageSendFile(to, box)) ?? null;
    },
    ping: (mark) => puppet.ding(mark),
    logout: () => puppet.logout("another account is expected"),
    async stop() {
      // What it says while it stops is not about the link any more.
      puppet.removeAllListeners("message");
      await bot.stop();
    },
  };
}

/** What comes after so many bytes is not fetched: the file is too large in any case. */
async function upTo(most: number, stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    // Leaving the loop closes the stream.
    if (size >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

/** PNG. */
export const drawQr = (url: string): Promise<Uint8Array> => FileBox.fromQRCode(url).toBuffer();

/** Code of an error after which the link is of no use, or null. gRPC 14 is UNAVAILABLE, 1 CANCELLED, 16 UNAUTHENTICATED. */
function lostBy(message: string): string | null {
  const grpc = /\b(14 UNAVAILABLE|16 UNAUTHENTICATED|1 CANCELLED|13 INTERNAL: Received RST_STREAM)/u.exec(message)?.[1];
  if (grpc) return `grpc-${grpc.split(" ")[0]}`;
  if (/requires a SNI/u.test(message)) return "token";
  return /ECONNREFUSED|ECONNRESET|EPIPE|NO CLIENT|once\(status\)/u.test(message) ? "connection" : null;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "application/pdf": "pdf",
};

const named = (name: string, mime: string): string => {
  const extension = EXTENSIONS[mime];
  return /\.\w{2,5}$/u.test(name) || !extension ? name : `${name}.${extension}`;
};

const isPuppetName = (name: string): name is `wechaty-puppet-${string}` | `@${string}/wechaty-puppet-${string}` =>
  PUPPET_NAME.test(name);
