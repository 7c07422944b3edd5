/** Writes to customers through the account: paced, remembered until the echo, and never called sent before it is. */
import { ServiceError } from "../../../service-error.ts";
import type { OutgoingPart, Sender, SendOutcome } from "../../sender.ts";
import { echoed, hearsItself, notSent, remember, taken, triedAt } from "./echoes.ts";
import { WECHAT, WECHAT_PERSONAL } from "./features.ts";
import type { Journal } from "./journal.ts";
import type { WechatLink } from "./link.ts";
import type { Pace } from "./pace.ts";
import { sendFailure } from "./send-errors.ts";
import { within } from "./within.ts";

/** For one request, ms. */
const REQUEST = 10_000;
/** An echo comes within this time after the message, or after the link came back, ms. */
const ECHO = 3000;
/** A file takes no time to type. */
const FILE_LENGTH = 20;

export interface SendParts {
  journal: Journal;
  pace: Pace;
  /** The link while it is ready. */
  link: () => WechatLink | null;
  /** When the present link got ready, ms; null while there is none. */
  readySince: () => number | null;
  /** ms. */
  clock: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  echoTime?: number;
}

export interface Writing extends Sender {
  /** Says something outside of a conversation, such as why a file can't be taken. Throws as `send`. */
  notice(to: string, text: string, mention?: string): Promise<SendOutcome>;
}

export function createSender(parts: SendParts): Writing {
  const { journal, pace, clock, sleep, echoTime = ECHO } = parts;

  function linkNow(): WechatLink {
    const link = parts.link();
    if (!link) throw new ServiceError("wechat.offline", { retryable: true, away: true });
    return link;
  }

  async function write(
    part: string | null,
    to: string,
    content: OutgoingPart["content"],
    urgent: boolean,
    request: (link: WechatLink) => Promise<string | null>,
  ): Promise<SendOutcome> {
    linkNow();
    await pace.turn(to, content.type === "text" ? content.text.length : FILE_LENGTH, urgent);
    const link = linkNow();
    // Unique: two that start in the same millisecond are told apart by their part, notices by the pace between them.
    const at = clock();
    journal.change({ sent: remember(journal.entries.sent, { part, to, content, at }) });
    try {
      const provider = await within(REQUEST, sleep, () => request(link));
      journal.change({ sent: taken(journal.entries.sent, part, at, provider) });
      return { outcome: "sent", providerId: provider };
    } catch (error) {
      const failure = sendFailure(error);
      if (!(failure instanceof ServiceError)) return failure;
      journal.change({ sent: notSent(journal.entries.sent, part, at) });
      throw failure;
    }
  }

  return {
    channel: WECHAT,
    features: WECHAT_PERSONAL,
    // Advice to somebody in danger is not typed first.
    send: ({ id, to, content, kind }) =>
      write(id, to, content, kind === "safety", (link) =>
        content.type === "text" ? link.sendText(to, content.text) : link.sendFile(to, content),
      ),
    notice: (to, text, mention) =>
      write(null, to, { type: "text", text }, false, (link) => link.sendText(to, text, mention)),
    /**
     * True by its echo. False when the link has been there ever since it was sent, this account hears its own
     * messages, and this one did not come. Null otherwise. Throws ServiceError (retryable) while it can't be told yet.
     */
    async arrived({ id }) {
      const { sent } = journal.entries;
      const tried = triedAt(sent, id);
      if (echoed(sent, id)) return true;
      if (tried === null) return null;
      const since = parts.readySince();
      if (since === null) throw new ServiceError("wechat.offline", { retryable: true, away: true });
      // After a break the account is shown what it missed, its own messages among it.
      if (clock() - Math.max(since, tried) < echoTime)
        throw new ServiceError("wechat.echo-awaited", { retryable: true, away: true });
      return since <= tried && hearsItself(sent) ? false : null;
    },
  };
}
