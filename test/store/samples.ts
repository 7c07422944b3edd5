/** Ready-made input for stores: one conversation on the web, and steps of it. */
import type { State } from "../../src/flows/conversation.ts";
import type { CaseRow, InMessage, NewConversation, OutMessage, RecordRow, Step } from "../../src/store/store.ts";

export const MASTER_KEY = new Uint8Array(32).fill(7);
export const T0 = "2026-11-21T09:00:00.000Z";

/** T0 and so many seconds. */
export function at(seconds: number): string {
  return new Date(Date.parse(T0) + seconds * 1000).toISOString();
}

export function state(id: string, lastBubbles: string[] = []): State {
  return {
    stage: "listening",
    id,
    channel: "web",
    language: "zh-Hans",
    identity: "anonymous",
    openedAt: T0,
    lastHeardAt: null,
    turns: 0,
    matters: [],
    current: null,
    notes: [],
    emotion: 0,
    consent: "not-asked",
    said: [],
    advised: [],
    boundarySet: false,
    heated: 0,
    personOffered: false,
    held: null,
    unclear: 0,
    waiting: null,
    statusAttempts: 0,
    lastBubbles,
  };
}

export function bubble(id: string, over: Partial<OutMessage> = {}): OutMessage {
  return {
    id,
    author: { kind: "bot" },
    kind: "chat",
    text: "您好，请慢慢说，我在听。",
    choices: [],
    citations: [],
    attachments: [],
    at: T0,
    ...over,
  };
}

export function opening(id: string, over: Partial<NewConversation> = {}): NewConversation {
  return {
    id,
    channel: "web",
    identity: { channel: "web", externalId: `visitor-of-${id}`, strength: "anonymous" },
    at: T0,
    state: state(id),
    events: [{ type: "conversation-opened", id, channel: "web", identity: "anonymous", language: "zh-Hans", at: T0 }],
    messages: [bubble(`${id}-hello`)],
    effects: [],
    ...over,
  };
}

export function said(conversation: string, id: string, over: Partial<InMessage> = {}): InMessage {
  return {
    id,
    conversation,
    channel: "web",
    externalId: `sent-${id}`,
    kind: "text",
    text: "我的卡被柜员机吞了。",
    secretsRemoved: 0,
    attachments: [],
    at: at(1),
    turnDue: at(2),
    ...over,
  };
}

/** A step that changes nothing but the version, on the version right after the opening. */
export function step(conversation: string, over: Partial<Step> = {}): Step {
  return {
    conversation,
    expectVersion: 1,
    at: at(3),
    state: state(conversation),
    events: [],
    messages: [],
    withdraw: [],
    effects: [],
    clocks: [],
    records: [],
    cases: [],
    phoneTails: [],
    consent: null,
    trace: null,
    audit: { actor: "bot", action: "turn", detail: {} },
    ...over,
  };
}

export function recordRow(conversation: string, record: string, over: Partial<RecordRow> = {}): RecordRow {
  return {
    record,
    conversation,
    matter: `${record}-matter`,
    kind: "complaint",
    receivedAt: at(1),
    status: "open",
    business: "debit-card",
    reason: null,
    venue: "self-service",
    complete: false,
    ...over,
  };
}

export function caseRow(conversation: string, key: string, over: Partial<CaseRow> = {}): CaseRow {
  return {
    key,
    record: `R-${key}`,
    conversation,
    matter: `${key}-matter`,
    channel: "web",
    language: "zh-Hans",
    number: null,
    department: "card-centre",
    status: "open",
    owner: null,
    receivedAt: at(1),
    requestedAt: at(3),
    due: "2026-12-06",
    business: "debit-card",
    reason: "facilities-systems",
    venue: "self-service",
    emotion: 1,
    risks: [{ slug: "unauthorised-transaction", level: "P1" }],
    summary: "卡被柜员机吞了",
    resolvedAt: null,
    updatedAt: at(3),
    ...over,
  };
}

/** An effect that opens a case. */
export function openCase(conversation: string, key: string): Step["effects"][number] {
  return { key, destination: "core", effect: { type: "open-case", key, conversation, matter: "m" } };
}
