/** A customer's message: read, with what hangs on it fetched, and handed to the intake. What can't be taken is said. */
import type { MessageKind } from "../../../flows/command.ts";
import type { Language } from "../../../flows/reading.ts";
import { type CustomerPort, InputError, MAX_TEXT } from "../../channel.ts";
import { splitText } from "../../render.ts";
import type { Reason } from "../labels.ts";
import type { Transcribe } from "../voice.ts";
import { WECHAT, WECHAT_PERSONAL } from "./features.ts";
import type { FetchedFile, WechatLink } from "./link.ts";
import { type Content, type Heard, isOfficial, pageText, placeText } from "./message.ts";
import { within } from "./within.ts";

/** For one file, ms; for a small thing. */
const FILE = 20_000;
const SMALL = 3000;
const FILE_TRIES = 3;
/** Of the store; the pause doubles from the first. */
const STORE_TRIES = 8;
const REST = 200;
const LONGEST_REST = 5000;
/** A text that is longer than one message may be is kept as so many at most. */
const MOST_PIECES = 5;

export interface CustomerParts {
  port: CustomerPort;
  /** The link as soon as it is ready; null when the channel stops. */
  link: () => Promise<WechatLink | null>;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  say: (to: string, reason: Reason, language: Language) => void;
  /** It is stored. */
  stored: (conversation: string) => void;
  transcribe: Transcribe | null;
  report: (code: string, detail?: Record<string, string>) => void;
  stopping: () => boolean;
}

/** What `accept` gets beside ids; null: nothing to take. */
type Read = { kind: MessageKind; text: string; attachments: string[] } | { refused: Reason } | null;

const NO_FILE = Symbol("no file");

export function createCustomer(parts: CustomerParts) {
  const { port, sleep, report } = parts;
  /** Accounts that only broadcast, as far as asked. */
  const officials = new Map<string, boolean>();

  /** Asked once for each contact; who can't be told is a person. */
  async function onlyBroadcasts(customer: string): Promise<boolean> {
    const known = officials.get(customer);
    if (known !== undefined) return known;
    const link = await parts.link();
    if (!link) return false;
    try {
      const official = isOfficial(await within(SMALL, sleep, () => link.contact(customer)));
      if (officials.size > 10_000) officials.clear();
      officials.set(customer, official);
      return official;
    } catch (error) {
      report("wechat.contact-not-fetched", { name: error instanceof Error ? error.name : "unknown" });
      return false;
    }
  }

  async function fetchFile(id: string, tries: number): Promise<FetchedFile | typeof NO_FILE> {
    for (let n = 1; n <= tries; n += 1) {
      const link = await parts.link();
      if (!link) return NO_FILE;
      try {
        return await within(FILE, sleep, () => link.file(id));
      } catch (error) {
        report("wechat.file-not-fetched", { name: error instanceof Error ? error.name : "unknown" });
      }
      await sleep(REST * n);
    }
    return NO_FILE;
  }

  async function textBy(id: string, how: "place" | "page"): Promise<string> {
    const link = await parts.link();
    if (!link) return "";
    try {
      return how === "place"
        ? placeText(await within(SMALL, sleep, () => link.place(id)))
        : pageText(await within(SMALL, sleep, () => link.page(id)));
    } catch (error) {
      report(`wechat.${how}-not-fetched`, { name: error instanceof Error ? error.name : "unknown" });
      return "";
    }
  }

  async function read(conversation: string, id: string, content: Content): Promise<Read> {
    switch (content.type) {
      case "text":
        return content.text.trim() === "" ? null : { kind: "text", text: content.text, attachments: [] };
      case "bare":
        return { kind: content.kind, text: "", attachments: [] };
      case "unreadable":
        return { refused: "unreadable" };
      case "place":
        return { kind: "location", text: await textBy(id, "place"), attachments: [] };
      case "page": {
        const text = await textBy(id, "page");
        return text === "" ? { refused: "unreadable" } : { kind: "text", text, attachments: [] };
      }
      case "file":
        return readFile(conversation, id, content);
    }
  }

  async function readFile(
    conversation: string,
    id: string,
    content: Extract<Content, { type: "file" }>,
  ): Promise<Read> {
    const file = await fetchFile(id, content.sure ? FILE_TRIES : 1);
    if (parts.stopping()) return null;
    if (file === NO_FILE) return content.sure ? { refused: "not-fetched" } : null;
    const voice = content.kind === "voice";
    const kept = await port.attach(conversation, { ...file, ...(voice ? { voice } : {}) });
    if (!voice) return { kind: kept.mime.startsWith("image/") ? "image" : "file", text: "", attachments: [kept.id] };
    const words = (await parts.transcribe?.({ name: kept.name, mime: kept.mime, bytes: file.bytes })) ?? null;
    // With its words it is met as words with a file, not as a voice nobody listened to.
    return { kind: words ? "text" : "voice", text: words ?? "", attachments: [kept.id] };
  }

  async function store({ id, customer, content }: Extract<Heard, { from: "customer" }>): Promise<void> {
    const language = languageOf(content);
    const identity = { channel: WECHAT, externalId: customer, strength: WECHAT_PERSONAL.identity };
    try {
      const { conversation } = await port.open(identity, language);
      const given = await read(conversation, id, content);
      if (given === null) return;
      if ("refused" in given) return parts.say(customer, given.refused, language);
      const pieces = given.kind === "text" ? splitText(given.text, MAX_TEXT) : [given.text];
      if (pieces.length > MOST_PIECES) return parts.say(customer, "too-long", language);
      for (const [index, text] of pieces.entries()) {
        const externalId = index === 0 ? id : `${id}/${index + 1}`;
        const attachments = index === 0 ? given.attachments : [];
        await port.accept({ conversation, channel: WECHAT, externalId, kind: given.kind, text, attachments });
      }
      parts.stored(conversation);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const reason = reasonOf(error.code);
      report("wechat.refused-message", { code: error.code });
      if (reason) parts.say(customer, reason, language);
    }
  }

  /** False when the channel stopped before it was done. */
  return async function customer(message: Extract<Heard, { from: "customer" }>): Promise<boolean> {
    if (await onlyBroadcasts(message.customer)) return true;
    for (let n = 1; n <= STORE_TRIES; n += 1) {
      if (parts.stopping()) return false;
      try {
        await store(message);
        return !parts.stopping();
      } catch (error) {
        report("wechat.not-stored", { name: error instanceof Error ? error.name : "unknown" });
      }
      await sleep(Math.min(LONGEST_REST, REST * 2 ** (n - 1)));
    }
    parts.say(message.customer, "not-stored", languageOf(message.content));
    return true;
  };
}

/** What the customer is told; null: there is nothing they could do. */
function reasonOf(code: InputError["code"]): Reason | null {
  switch (code) {
    case "empty":
      return null;
    case "unknown-conversation":
    case "unknown-file":
    case "erased":
      return "not-stored";
    default:
      return code;
  }
}

/** For the greeting; from then on the conversation follows what is written. */
export function languageOf(content: Content): Language {
  if (content.type !== "text") return "zh-Hans";
  return /\p{Script=Han}/u.test(content.text) || !/[a-z]{2}/iu.test(content.text) ? "zh-Hans" : "en";
}
