/**
 * What a push becomes: stored first, then acknowledged. The result is the passive reply, and the channel speaks there
 * only for itself ("this can't be kept"); what the product answers follows as customer-service messages.
 */
import type { MessageKind } from "../../../flows/command.ts";
import type { Language } from "../../../flows/reading.ts";
import { type CustomerPort, InputError } from "../../channel.ts";
import type { Arriving, Fetched, MediaDesk } from "./media.ts";
import { type Menu, saidBy } from "./menu.ts";
import type { Inbound } from "./payload.ts";
import { CHANNEL } from "./sender.ts";
import type { OfficialTexts } from "./texts.ts";

/** How long an outcome is remembered for WeChat's repeats (three within 15 s), in milliseconds. */
const REMEMBERED = 60_000;

export interface ReceiverParts {
  port: CustomerPort;
  media: MediaDesk;
  /** Shows the customer that an answer is being written. Must not throw. */
  typing: (openId: string, conversation: string) => void;
  texts: Readonly<Record<Language, OfficialTexts>>;
  menu: Menu | null;
  /** Milliseconds since 1970. */
  now: () => number;
  report: (what: string, error: unknown) => void;
}

export type Receive = (inbound: Inbound) => Promise<string | null>;

/**
 * Text for the customer, or null for a bare acknowledgement. Whatever it resolves with, the message is stored or was
 * refused with that text. Throws when it could not be stored: then WeChat must not be acknowledged, and repeats it.
 */
export function createReceiver(parts: ReceiverParts): Receive {
  const { port, media, now } = parts;
  const lines = new Map<string, Promise<unknown>>();
  const outcomes = new Map<string, { outcome: Promise<string | null>; at: number }>();

  /** One at a time for each customer, in the order they came. */
  function inLine<T>(openId: string, work: () => Promise<T>): Promise<T> {
    const mine = (lines.get(openId) ?? Promise.resolve()).then(work, work);
    const quiet = mine.then(
      () => undefined,
      () => undefined,
    );
    lines.set(openId, quiet);
    void quiet.then(() => {
      if (lines.get(openId) === quiet) lines.delete(openId);
    });
    return mine;
  }

  const openFor = (openId: string) =>
    port.open({ channel: CHANNEL, externalId: openId, strength: "signed" }, "zh-Hans");
  const textsOf = async (conversation: string) => parts.texts[(await port.progress(conversation)).language];

  async function accept(
    inbound: Inbound,
    conversation: string,
    kind: MessageKind,
    text: string,
    attachments: string[],
  ) {
    const { id: externalId, from } = inbound;
    const { duplicate } = await port.accept({ conversation, channel: CHANNEL, externalId, kind, text, attachments });
    if (!duplicate) parts.typing(from, conversation);
  }

  async function acceptMedia(
    inbound: Extract<Inbound, { type: "media" }>,
    conversation: string,
    arriving: Arriving | null,
  ): Promise<string | null> {
    const { kind, words, mediaId, id, from: openId } = inbound;
    const fetched: Fetched = (await arriving?.fetched) ?? { got: "later" };
    /** Its words are worth waiting for. */
    const unheard = kind === "voice" && words === "" && media.listens;
    const waiting = { id, openId, conversation, kind, mediaId, since: now(), unheard };
    if (fetched.got === "file") {
      try {
        const attachment = await port.attach(conversation, { ...fetched.file, voice: kind === "voice" });
        const heard = unheard ? await arriving?.words({ ...attachment, bytes: fetched.file.bytes }) : words;
        // Not in time: WeChat gets its answer, and the message is stored with its words or without, once that is known.
        if (heard === null) await media.fetchLater({ ...waiting, attachment: attachment.id });
        else await accept(inbound, conversation, kind, heard ?? "", [attachment.id]);
        return null;
      } catch (error) {
        // A voice whose sound can't be kept still has its words; the rest the customer is told.
        if (!(error instanceof InputError) || error.code !== "file-type" || kind !== "voice") throw error;
        if (words === "") return (await textsOf(conversation)).voice;
      }
    }
    if (fetched.got === "gone" && words === "") {
      return (await textsOf(conversation))[kind === "voice" ? "voice" : "sendAgain"];
    }
    if (fetched.got === "later") await media.fetchLater(waiting);
    if (fetched.got === "later" && unheard) return null;
    await accept(inbound, conversation, kind, words, []);
    return null;
  }

  async function handle(inbound: Inbound, arriving: Arriving | null): Promise<string | null> {
    if (inbound.type === "other") return null;
    if (inbound.type === "event" && (inbound.event === "unsubscribe" || inbound.event === "view")) return null;
    const { conversation, created } = await openFor(inbound.from);
    try {
      switch (inbound.type) {
        case "message":
          await accept(inbound, conversation, inbound.kind, inbound.text, []);
          return null;
        case "media":
          return await acceptMedia(inbound, conversation, arriving);
        case "event":
          // A new conversation opens with the product's greeting.
          return created ? null : (await textsOf(conversation)).welcomeBack;
        case "click": {
          const { language } = await port.progress(conversation);
          const words = parts.menu ? saidBy(parts.menu, inbound.key, language) : undefined;
          if (words !== undefined) await accept(inbound, conversation, "text", words, []);
          return null;
        }
        case "unsupported":
          return (await textsOf(conversation)).unsupported;
      }
    } catch (error) {
      if (error instanceof InputError) return refused(error, conversation);
      throw error;
    }
  }

  /** Nothing was stored, and the customer hears why. */
  async function refused(error: InputError, conversation: string): Promise<string | null> {
    switch (error.code) {
      case "file-type":
        return (await textsOf(conversation)).fileType;
      case "too-large":
        return (await textsOf(conversation)).tooLarge;
      case "erased":
        // Its language is gone as well.
        return parts.texts["zh-Hans"].erased;
      case "id-taken":
        // A repeat after a restart, with the picture fetched anew; or words that were changed on the way.
        parts.report("id-taken", error);
        return null;
      case "empty":
        return null;
      case "too-long":
      case "too-many":
      case "unknown-file":
      case "unknown-conversation":
        throw error;
    }
  }

  function forget(): void {
    for (const [key, { at }] of outcomes) {
      if (now() - at < REMEMBERED) return;
      outcomes.delete(key);
    }
  }

  return (inbound) => {
    forget();
    const key = `${inbound.from}/${inbound.id}`;
    const known = outcomes.get(key);
    if (known) return known.outcome;
    // Fetched while earlier messages of this customer are still in work: the patience counts from here.
    const arriving = inbound.type === "media" && inbound.mediaId !== "" ? media.arrives(inbound.mediaId) : null;
    // Awaited in its turn; until then nobody listens.
    arriving?.fetched.catch(() => undefined);
    const outcome = inLine(inbound.from, () => handle(inbound, arriving));
    outcomes.set(key, { outcome, at: now() });
    outcome.catch(() => outcomes.delete(key));
    return outcome;
  };
}
