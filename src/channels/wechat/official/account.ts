/** A WeChat official account as a channel: what comes in by callback, what goes out by customer-service message. */
import { join } from "node:path";
import type { Hono } from "hono";
import type { Language } from "../../../flows/reading.ts";
import { ServiceError } from "../../../service-error.ts";
import type { CustomerPort } from "../../channel.ts";
import type { Sender } from "../../sender.ts";
import type { Transcribe } from "../voice.ts";
import { createAccessToken } from "./access-token.ts";
import { createApi } from "./api.ts";
import { createCallback } from "./callback.ts";
import { createMediaDesk } from "./media.ts";
import { type Menu, publishMenu } from "./menu.ts";
import { createReceiver } from "./receive.ts";
import { createSender } from "./sender.ts";
import type { OfficialAccountSettings } from "./settings.ts";
import { type OfficialTexts, TEXTS } from "./texts.ts";
import type { TokenStore } from "./token-store.ts";
import { createWaitingMedia } from "./waiting-media.ts";

/** WeChat waits five seconds; what a picture may take of them, in milliseconds. */
const PATIENCE = 3500;
/** "Typing" is shown for 15 s; asking again sooner is refused. */
const TYPING_APART = 10_000;

export interface OfficialAccountParts {
  settings: OfficialAccountSettings;
  port: CustomerPort;
  tokens: TokenStore;
  /** The data folder: pictures that are still to be fetched are noted below it. */
  folder: string;
  /** Put up at start, in `language`. Null leaves the account's menu alone. */
  menu: { entries: Menu; language: Language } | null;
  texts?: Readonly<Record<Language, OfficialTexts>>;
  /** ISO instant. */
  now: () => string;
  /** Codes and names, never what customers wrote. */
  report: (what: string, error: unknown) => void;
  /** Turns voices into words that WeChat gives none for; null: the customer is asked to type. */
  transcribe?: Transcribe | null;
  /** Milliseconds a picture may take while WeChat waits. */
  patienceMs?: number;
}

export interface OfficialAccount {
  /** GET and POST /, to be mounted where WeChat's console points. */
  app: Hono;
  sender: Sender;
  /** Puts up the menu and fetches what an earlier process left. Failures are reported, nothing is thrown. */
  start(): Promise<void>;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
}

export function createOfficialAccount(parts: OfficialAccountParts): OfficialAccount {
  const { settings, port, tokens, menu, texts = TEXTS, report } = parts;
  const now = () => Date.parse(parts.now());
  const api = createApi(settings, createAccessToken({ settings, store: tokens, now }));

  const media = createMediaDesk({
    api,
    port,
    waiting: createWaitingMedia(join(parts.folder, "wechat-official", "media")),
    now,
    patienceMs: parts.patienceMs ?? PATIENCE,
    transcribe: parts.transcribe ?? null,
    async lost({ openId, conversation }, why) {
      const { language } = await port.progress(conversation);
      const { kind } = await api.sendText(openId, texts[language][why]);
      if (kind !== "ok") report("media-lost", new ServiceError(`wechat-official.${kind}`, { retryable: false }));
    },
    report,
  });

  /** Where a person answers, nobody knows whether they are writing. */
  async function showTyping(openId: string, conversation: string): Promise<void> {
    const { withStaff } = await port.progress(conversation);
    if (withStaff === null) await api.typing(openId);
  }

  const typed = new Map<string, number>();
  const working = new Set<Promise<void>>();
  function typing(openId: string, conversation: string): void {
    const at = now();
    for (const [key, before] of typed) {
      if (at - before < TYPING_APART) break;
      typed.delete(key);
    }
    if (typed.has(openId)) return;
    typed.set(openId, at);
    const work = showTyping(openId, conversation)
      // Only a courtesy: the message is stored whatever becomes of it.
      .catch((error: unknown) => report("typing", error))
      .finally(() => working.delete(work));
    working.add(work);
  }

  const receive = createReceiver({ port, media, typing, texts, menu: menu?.entries ?? null, now, report });
  return {
    app: createCallback({ settings, receive, now, report }),
    sender: createSender(api),
    async start() {
      await media.start().catch((error: unknown) => report("media", error));
      if (menu) {
        await publishMenu(api, menu.entries, menu.language).catch((error: unknown) => report("menu", error));
      }
    },
    async stop() {
      await media.stop();
      await Promise.allSettled(working);
    },
  };
}
