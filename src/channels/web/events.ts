/**
 * Live events of one conversation as server-sent events. Everything is fetched
 * from the port by cursor; the news only says when. So a lost connection, a
 * repeated event or a restart never loses or doubles a message.
 *
 * Events: `message` (with `id:` = seq), `read`, `progress`, `typing`; a comment as heartbeat.
 */
import type { Live } from "../../store/live.ts";
import type { CustomerPort } from "../channel.ts";
import { publicMessage, publicProgress } from "./schemas.ts";

const page = 100;
/** Messages looked at again for read marks. */
const lookback = 20;

export interface EventStreamOptions {
  port: CustomerPort;
  live: Live;
  conversation: string;
  /** Seq of the last message the client has. */
  after: number;
  heartbeatMs: number;
  /** Ends the stream at the next heartbeat when false: the token has run out. */
  stillAllowed: () => boolean;
  onStart: () => void;
  onEnd: () => void;
  onError: (error: unknown) => void;
}

const event = (name: string, data: unknown, id?: number) =>
  `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/**
 * The stream does nothing until it is read, fetches only when the reader has
 * taken what was there (memory stays bounded), and marks messages delivered
 * when the reader comes back for more.
 */
export function eventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { port, live, conversation } = options;
  const encoder = new TextEncoder();
  let started = false;
  let ended = false;
  let changed = true;
  let beat = false;
  let typing: "bot" | "staff" | undefined;
  let wake = () => {};
  let unsubscribe = () => {};
  let timer: NodeJS.Timeout | undefined;

  let cursor = options.after;
  let delivered = cursor;
  let readByCustomer = 0;
  let readByBank = 0;
  let lastProgress = "";

  const start = () => {
    started = true;
    options.onStart();
    unsubscribe = live.subscribe(conversation, (news) => {
      if (news.kind === "changed") {
        changed = true;
        typing = undefined; // what was being typed is there now
      } else if (news.who !== "customer") typing = news.who;
      wake();
    });
    timer = setInterval(() => {
      beat = true;
      changed = true; // news may be lost; the store is the truth
      wake();
    }, options.heartbeatMs);
  };

  const end = () => {
    if (ended) return;
    ended = true;
    if (!started) return;
    clearInterval(timer);
    unsubscribe();
    options.onEnd();
    wake();
  };

  /** Everything new, as event text. */
  const fetchNews = async (): Promise<string> => {
    const messages = await port.messages(conversation, Math.max(0, cursor - lookback), page);
    let text = "";
    const readBefore = `${readByCustomer}/${readByBank}`;
    for (const message of messages) {
      if (message.seq > cursor) {
        cursor = message.seq;
        text += event("message", publicMessage(message), message.seq);
      }
      if (message.readAt === null) continue;
      if (message.author.kind === "customer") readByBank = Math.max(readByBank, message.seq);
      else readByCustomer = Math.max(readByCustomer, message.seq);
    }
    if (readBefore !== `${readByCustomer}/${readByBank}`) {
      text += event("read", { byCustomer: readByCustomer, byBank: readByBank });
    }
    if (messages.length === page) {
      changed = true;
      return text;
    }
    const progress = JSON.stringify(publicProgress(await port.progress(conversation)));
    if (progress !== lastProgress) {
      lastProgress = progress;
      text += `event: progress\ndata: ${progress}\n\n`;
    }
    return text;
  };

  const nextChunk = async (): Promise<string | undefined> => {
    if (!started) {
      start();
      return "retry: 2000\n: open\n\n";
    }
    if (cursor > delivered) {
      await port.delivered(conversation, cursor);
      delivered = cursor;
    }
    while (!ended) {
      if (beat && !options.stillAllowed()) return undefined;
      let text = "";
      if (changed) {
        changed = false;
        text += await fetchNews();
      }
      if (typing) {
        text += event("typing", { who: typing });
        typing = undefined;
      }
      if (beat) {
        beat = false;
        text += ": beat\n\n";
      }
      if (text !== "") return text;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (changed || beat || typing || ended) resolve();
      });
    }
    return undefined;
  };

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const text = await nextChunk();
          if (ended) return;
          if (text !== undefined) controller.enqueue(encoder.encode(text));
          else {
            end();
            controller.close();
          }
        } catch (error) {
          options.onError(error);
          if (ended) return;
          end();
          controller.close();
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
