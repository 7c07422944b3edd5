/**
 * Brings messages to customers on push channels. Before and after each part it is kept what became of it, so that a
 * crash, a lost link or a silent provider neither loses a message nor says it twice without need.
 *
 * An outcome nobody knows is settled by the channel (self echo, the provider's history) where it can tell, else by the
 * kind of message: receipts, safety advice, answers and a person's words are said again, because not to hear them is
 * worse than to hear them twice; questions and chat stay unsaid.
 */

import type { ChannelFeatures } from "../channels/channel.ts";
import { type FileLinks, fileText } from "../channels/file-links.ts";
import { render } from "../channels/render.ts";
import type { OutgoingPart, Sender } from "../channels/sender.ts";
import { lookAgain, planDelivery, type WindowFacts } from "../channels/window.ts";
import { ServiceError } from "../service-error.ts";
import type { Address } from "../store/deliveries.ts";
import type { OutboxItem, OutMessage, Store, StoredMessage } from "../store/store.ts";

/** A way to the customer beside the channel, for what must reach them: an SMS gateway, a message in the bank's portal. */
export interface Fallback {
  name: string;
  /** At least once. Throws ServiceError. */
  send(message: { id: string; conversation: string; text: string; phone: string | null }): Promise<void>;
}

export interface DeliverParts {
  store: Store;
  senders: ReadonlyMap<string, Sender>;
  fallback: Fallback | null;
  /** For files that a channel can't carry. Without it the customer is told where the file waits. */
  links?: FileLinks;
  /** ISO instant. */
  now: () => string;
}

/** Until when the item rests; the reason is a code. */
export interface Rest {
  until: string;
  code: string;
}

const SAID_AGAIN: readonly OutMessage["kind"][] = ["safety", "receipt", "answer", "staff"];
/** An echo may take so long: only then is an unknown outcome settled. */
const ECHO_TIME = 3_000;

type Delivering = Extract<OutboxItem["effect"], { type: "deliver" }>;

/** Delivers one message. Null when nothing is left to do, or until when it has to wait. Throws ServiceError. */
export async function deliver(parts: DeliverParts, effect: Delivering, since: string): Promise<Rest | null> {
  const { store } = parts;
  const { conversation } = effect;
  const [message, address] = await Promise.all([
    store.message(conversation, effect.message),
    store.deliveries.address(conversation),
  ]);
  // Taken back before it went out, or the person was erased.
  if (!message || !address || (message.withdrawnAt && !(await hasBegun(parts, message)))) return null;
  const sender = parts.senders.get(address.channel);
  if (!sender) throw new ServiceError("channel.off", { retryable: true });
  const waiting = await waitingMessages(store, message);
  const contents = await contentsOf(parts, sender, message);
  const facts = await factsOf(parts, { address, message, sender, contents, waiting, since });
  const plan = planDelivery(sender.features.window, facts);
  switch (plan.do) {
    case "send":
      return sendAll(parts, { sender, address, message, contents, facts });
    case "merge": {
      // A message with files goes as it is: they have no place among merged texts.
      const merged = message.attachments.length > 0 ? [] : waiting.filter((other) => other.attachments.length === 0);
      const text = [message, ...merged].flatMap((one) => render(one, sender.features)).join("\n\n");
      const fits = text.length <= sender.features.maxLength ? merged : [];
      const content = fits.length > 0 ? [{ type: "text" as const, text }] : contents;
      const rest = await sendAll(parts, { sender, address, message, contents: content, facts });
      if (rest === null) await markMerged(parts, fits);
      return rest;
    }
    case "hold":
      return { until: lookAgain(facts), code: plan.code };
    case "fallback":
      await fallBack(parts, message);
      return null;
  }
}

interface Sending {
  sender: Sender;
  address: Address;
  message: StoredMessage;
  contents: OutgoingPart["content"][];
  facts: WindowFacts;
}

async function sendAll(parts: DeliverParts, sending: Sending): Promise<Rest | null> {
  const { sender, address, message, contents } = sending;
  for (const [index, content] of contents.entries()) {
    const kind = kindOf(message);
    const part = { id: `${message.id}/${index}`, conversation: message.conversation, to: address.to, kind, content };
    const rest = await sendPart(parts, sender, part, message, sending.facts);
    if (rest) return rest;
  }
  await noteLinked(parts, sender.features, message);
  await parts.store.markDelivered(message.conversation, message.seq, parts.now());
  return null;
}

async function sendPart(
  parts: DeliverParts,
  sender: Sender,
  part: OutgoingPart,
  message: StoredMessage,
  facts: WindowFacts,
): Promise<Rest | null> {
  const { deliveries } = parts.store;
  const begun = { part: part.id, conversation: part.conversation, message: message.id, at: parts.now() };
  const before = await deliveries.begin(begun);
  if (before && before.state !== "sending") return null;
  if (before) {
    const arrived = await sender.arrived(part);
    if (arrived === true) return settled("sent");
    const echoBy = Date.parse(before.at) + ECHO_TIME;
    if (arrived === null && Date.parse(parts.now()) < echoBy) {
      return { until: new Date(echoBy).toISOString(), code: "delivery.unknown" };
    }
    if (arrived === null && !SAID_AGAIN.includes(part.kind)) return settled("silent");
  }
  const outcome = await sendOrAbandon();
  switch (outcome.outcome) {
    case "sent":
      return settled("sent", outcome.providerId);
    case "unknown":
      return { until: new Date(Date.parse(parts.now()) + ECHO_TIME).toISOString(), code: outcome.code };
    case "closed":
      await deliveries.abandon(part.id);
      return { until: lookAgain({ ...facts, now: parts.now() }), code: outcome.code };
  }

  async function settled(state: "sent" | "silent", providerId: string | null = null): Promise<null> {
    await deliveries.settle(part.id, state, providerId, parts.now());
    return null;
  }

  async function sendOrAbandon() {
    try {
      return await sender.send(part);
    } catch (error) {
      // A ServiceError says that it certainly did not go out; anything else leaves that open.
      if (error instanceof ServiceError) await deliveries.abandon(part.id);
      throw error;
    }
  }
}

async function contentsOf(
  parts: DeliverParts,
  { features }: Sender,
  message: StoredMessage,
): Promise<OutgoingPart["content"][]> {
  const texts = render(message, features).map((text) => ({ type: "text" as const, text }));
  const files = await Promise.all(message.attachments.map((id) => parts.store.attachment(id)));
  const contents: OutgoingPart["content"][] = [...texts];
  for (const file of files) {
    if (!file) continue;
    const { name, mime, bytes } = file;
    if (carries(features, mime)) contents.push({ type: "file", name, mime, bytes });
    else contents.push({ type: "text", text: await insteadOf(parts, message, file) });
  }
  return contents;
}

const carries = ({ files, fileTypes }: ChannelFeatures, mime: string): boolean =>
  files && (fileTypes === undefined || fileTypes.includes(mime));

/** What is said in place of a file, with the link to it where there is one. */
async function insteadOf(
  { store, links }: DeliverParts,
  { conversation }: StoredMessage,
  { id, name }: { id: string; name: string },
): Promise<string> {
  const language = (await store.load(conversation))?.state.language ?? "zh-Hans";
  return fileText(name, links?.url({ conversation, attachment: id }) ?? null, language);
}

/** Kept for the record once the message is out: which files went as a link, or could not go at all. */
async function noteLinked({ store, links, now }: DeliverParts, features: ChannelFeatures, message: StoredMessage) {
  const files = await Promise.all(message.attachments.map((id) => store.attachment(id)));
  const linked = files.flatMap((file) => (file && !carries(features, file.mime) ? [file.id] : []));
  if (linked.length === 0) return;
  const { conversation } = message;
  const way = links?.url({ conversation, attachment: "" }) ? "link" : "kept";
  const detail = { message: message.id, attachments: linked, way };
  await store.audit(conversation, now(), { actor: "system", action: "file-not-sendable", detail });
}

async function factsOf(
  { store, fallback, now }: DeliverParts,
  input: {
    address: Address;
    message: StoredMessage;
    sender: Sender;
    contents: OutgoingPart["content"][];
    waiting: StoredMessage[];
    since: string;
  },
): Promise<WindowFacts> {
  const { address, message, sender, contents, waiting, since } = input;
  const counted = sender.features.window !== null && address.lastHeardAt !== null;
  const waitingParts = waiting.reduce((sum, one) => sum + render(one, sender.features).length, 0);
  return {
    now: now(),
    lastHeardAt: address.lastHeardAt,
    sentSince: counted ? await store.deliveries.countSince(message.conversation, address.lastHeardAt ?? since) : 0,
    parts: contents.length,
    waitingParts,
    kind: kindOf(message),
    fallback: fallback !== null,
    since,
  };
}

/** Messages of the same conversation that wait behind it. */
async function waitingMessages(store: Store, message: StoredMessage): Promise<StoredMessage[]> {
  const waiting = await store.deliveries.waiting(message.conversation);
  const behind = waiting.slice(waiting.findIndex((one) => one.message === message.id) + 1);
  const found = await Promise.all(behind.map((one) => store.message(message.conversation, one.message)));
  return found.filter((one): one is StoredMessage => one !== undefined && one.withdrawnAt === null);
}

/** What went out within another message is not sent again. */
async function markMerged({ store, now }: DeliverParts, merged: readonly StoredMessage[]): Promise<void> {
  for (const message of merged) {
    const part = `${message.id}/0`;
    await store.deliveries.begin({ part, conversation: message.conversation, message: message.id, at: now() });
    await store.deliveries.settle(part, "sent", null, now());
    await store.markDelivered(message.conversation, message.seq, now());
  }
}

async function fallBack(parts: DeliverParts, message: StoredMessage): Promise<void> {
  const { store, fallback, now } = parts;
  if (!fallback) return;
  const { conversation, id, seq, text } = message;
  const loaded = await store.load(conversation);
  const phones = loaded?.state.matters.flatMap((matter) => matter.facts) ?? [];
  const phone = phones.findLast((fact) => fact.name === "phone" && fact.replacedBy === null);
  const to = phone?.name === "phone" ? phone.value : null;
  const files = await Promise.all(message.attachments.map((file) => store.attachment(file)));
  const instead = await Promise.all(files.flatMap((file) => (file ? [insteadOf(parts, message, file)] : [])));
  await fallback.send({ id, conversation, text: [text ?? "", ...instead].join("\n").trim(), phone: to });
  await store.audit(conversation, now(), {
    actor: "system",
    action: "sent-by-fallback",
    detail: { message: id, way: fallback.name },
  });
  await store.markDelivered(conversation, seq, now());
}

async function hasBegun({ store }: DeliverParts, message: StoredMessage): Promise<boolean> {
  return (await store.deliveries.begun(message.conversation)).includes(message.id);
}

const KINDS: readonly OutMessage["kind"][] = ["safety", "receipt", "answer", "chat", "question", "staff"];
const kindOf = (message: StoredMessage): OutMessage["kind"] => KINDS.find((kind) => kind === message.kind) ?? "answer";
