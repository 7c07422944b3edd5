/** A customer of the website, as the widget behaves: sends until acknowledged, follows the stream and resumes by cursor. */
import type { z } from "zod";
import { MessageAccepted, MessageList, Opened, ProgressReport, PublicMessage } from "../../src/channels/web/schemas.ts";
import type { Language } from "../../src/flows/reading.ts";

export interface Visitor {
  conversation: string;
  token: string;
}

/** Where the server is now; it moves when a test starts another. */
export type Address = () => string;

const headers = ({ token }: Visitor) => ({ Authorization: `Bearer ${token}`, "Content-Type": "application/json" });
const pathOf = ({ conversation }: Visitor, rest: string) => `/api/v1/conversations/${conversation}/${rest}`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats a request that was refused for now or met no server, as every client of ours does. Other answers are returned. */
async function persistently(request: () => Promise<Response>): Promise<Response> {
  for (;;) {
    try {
      const response = await request();
      if (response.status !== 429 && response.status < 500) return response;
      await response.body?.cancel();
      await pause(Math.min(1_000, Number(response.headers.get("Retry-After") ?? "0") * 1_000 + 50));
    } catch (error) {
      // No server at the moment: it was stopped or killed.
      if (!(error instanceof TypeError)) throw error;
      await pause(50);
    }
  }
}

export async function openConversation(address: Address, language: Language = "zh-Hans"): Promise<Visitor> {
  const response = await persistently(() =>
    fetch(`${address()}/api/v1/conversations`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ language }),
    }),
  );
  const { conversation, token } = Opened.parse(await response.json());
  return { conversation, token };
}

export interface Draft {
  clientId: string;
  text: string;
  attachments?: string[];
}

/** One try. */
export function post(address: Address, visitor: Visitor, draft: Draft): Promise<Response> {
  return fetch(address() + pathOf(visitor, "messages"), {
    method: "POST",
    headers: headers(visitor),
    body: JSON.stringify(draft),
  });
}

/** Sends until the bank has acknowledged it; the client id makes the repeats harmless. */
export async function send(address: Address, visitor: Visitor, draft: Draft): Promise<z.infer<typeof MessageAccepted>> {
  const response = await persistently(() => post(address, visitor, draft));
  if (!response.ok) throw new Error(`message refused with ${response.status}`);
  return MessageAccepted.parse(await response.json());
}

/** Everything above `after`, in order. */
export async function fetchMessages(address: Address, visitor: Visitor, after = 0): Promise<PublicMessage[]> {
  const response = await persistently(() =>
    fetch(address() + pathOf(visitor, `messages?limit=200&after=${after}`), { headers: headers(visitor) }),
  );
  const list = MessageList.parse(await response.json());
  return list.more ? [...list.messages, ...(await fetchMessages(address, visitor, list.cursor))] : list.messages;
}

export async function fetchProgress(address: Address, visitor: Visitor): Promise<ProgressReport> {
  const response = await persistently(() =>
    fetch(address() + pathOf(visitor, "progress"), { headers: headers(visitor) }),
  );
  return ProgressReport.parse(await response.json());
}

export interface Reader {
  /** In the order they arrived; a repeat would be here twice. */
  seen: PublicMessage[];
  progress: ProgressReport | null;
  /** True while a stream is open. */
  connected: boolean;
  stop(): Promise<void>;
}

/** Follows the stream of a conversation, again and again from where it broke off. */
export function follow(address: Address, visitor: Visitor): Reader {
  const leaving = new AbortController();
  const reader: Reader = { seen: [], progress: null, connected: false, stop };
  let cursor = 0;

  function take(name: string, data: string): void {
    if (name === "message") {
      const message = PublicMessage.parse(JSON.parse(data));
      reader.seen.push(message);
      cursor = Math.max(cursor, message.seq);
    }
    if (name === "progress") reader.progress = ProgressReport.parse(JSON.parse(data));
  }

  async function once(): Promise<void> {
    const response = await fetch(address() + pathOf(visitor, "events"), {
      headers: { Authorization: `Bearer ${visitor.token}`, "Last-Event-ID": String(cursor) },
      signal: leaving.signal,
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return;
    }
    reader.connected = true;
    let rest = "";
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        take(/^event: (.*)$/m.exec(block)?.[1] ?? "", /^data: (.*)$/m.exec(block)?.[1] ?? "");
      }
    }
  }

  const running = (async () => {
    while (!leaving.signal.aborted) {
      try {
        await once();
      } catch (error) {
        const gone = error instanceof TypeError || leaving.signal.aborted;
        if (!gone) throw error;
      }
      reader.connected = false;
      await pause(50);
    }
  })();

  async function stop(): Promise<void> {
    leaving.abort();
    await running;
  }
  return reader;
}

const byBot = (message: PublicMessage) => message.author.kind === "bot";
/** Has the bot answered what was stored under `seq`? */
export const answered = (seen: readonly PublicMessage[], seq: number): boolean =>
  seen.some((message) => byBot(message) && message.seq > seq);
