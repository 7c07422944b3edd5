/** A decision, put into words and made ready to commit as one step. */

import { noticeOf } from "./cases/staff-notice.ts";
import { isPushed } from "./channels/channel.ts";
import type { Bubble } from "./flows/acts.ts";
import type { FlowBank } from "./flows/bank.ts";
import type { Event, Matter, State } from "./flows/conversation.ts";
import { clocksOf, effectsOf, phoneTail, type RightsRequested } from "./flows/effects.ts";
import { evolve, evolveAll } from "./flows/evolve.ts";
import { missing } from "./flows/ledger.ts";
import { isRegistered } from "./flows/registered.ts";
import type { CaseRow, Loaded, OutMessage, RecordRow, Step } from "./store/store.ts";
import type { Wording } from "./wording/word.ts";

export interface StepParts {
  bank: FlowBank;
  wording: Wording;
  noticeVersion: string;
  maskPersonal: (text: string) => string;
  newId: () => string;
  /** Staff hear of cases elsewhere than on the desk (Slack). */
  staffToldElsewhere: () => boolean;
}

/** What a step adds to the decided events. */
export interface StepInput {
  loaded: Loaded;
  events: readonly Event[];
  now: string;
  actor: string;
  action: string;
  /** A person's message to the customer, said in this step before the bot's words. */
  staffMessage?: OutMessage;
  /** The customer has that message already: it came to them beside us. */
  alreadySaid?: true;
  /** The bot's words, when they are not the templates'. */
  bubbles?: readonly Bubble[];
  /** Present for customer turns. */
  inboxSeq?: number;
  trace?: string;
  /** Clauses an answer was chosen from, with their scores. */
  considered?: string[];
}

export function stepOf(parts: StepParts, input: StepInput): Step {
  const { loaded, now } = input;
  const before = loaded.state;
  const decided = evolveAll(before, input.events);
  const effects = effectsOf(input.events, decided);
  const bubbles = isRegistered(before.channel) ? [] : input.bubbles;
  const said = bubbles ? messagesOf(parts, bubbles, now) : sayAll(parts, effects.acts, decided, now);
  const state = said.event ? evolve(decided, said.event) : decided;
  const events = said.event ? [...input.events, said.event] : [...input.events];
  const touched = state.matters.filter((matter) => !before.matters.includes(matter));
  const clocks = clocksOf(state, parts.bank);
  const messages = input.staffMessage ? [input.staffMessage, ...said.messages] : said.messages;
  return {
    conversation: loaded.conversation,
    expectVersion: loaded.version,
    ...(input.inboxSeq === undefined ? {} : { expectInboxSeq: input.inboxSeq }),
    at: now,
    state,
    events,
    messages,
    withdraw: effects.withdraw,
    effects: [
      ...outboxItems(parts, loaded, state, effects.cases),
      ...effects.rights.map((request) => rightsItem(loaded.conversation, request)),
      ...deliveries(loaded.conversation, state.channel, input.alreadySaid ? said.messages : messages),
      ...(parts.staffToldElsewhere() ? notices(loaded, touched) : []),
    ],
    clocks: [
      { kind: "silence", due: clocks.silence },
      { kind: "wait", due: clocks.wait },
      { kind: "staff-silent", due: clocks["staff-silent"] },
    ],
    records: [
      ...touched.map((matter) => recordRow(loaded, state, matter, parts.bank)),
      ...noteRows(loaded, before, state),
    ],
    cases: touched.flatMap((matter) => caseRow(parts, loaded, state, matter, now)),
    phoneTails: touched.flatMap((matter) => {
      const tail = phoneTail(matter);
      return tail ? [{ key: keyOf(loaded.conversation, matter), tail }] : [];
    }),
    consent: effects.consent === null ? null : { given: effects.consent, noticeVersion: parts.noticeVersion },
    trace: input.trace ?? null,
    audit: {
      actor: input.actor,
      action: input.action,
      detail: {
        events: events.map((event) => event.type),
        messages: messages.map((message) => message.id),
        ...shownIn(events),
        ...(input.considered ? { considered: input.considered } : {}),
      },
    },
  };
}

/** Which clauses the customer was shown, so that it can be proven years later: policy, clause, version, digest. */
function shownIn(events: readonly Event[]): { shown: string[] } | undefined {
  const shown = events.flatMap((event) => (event.type === "question-answered" ? event.citations : []));
  if (shown.length === 0) return undefined;
  return { shown: shown.map(({ policy, clause, version, hash }) => `${policy}#${clause} ${version} ${hash}`) };
}

/** Key of a matter for its case, its look-up hash and its effects: known before the case is. */
const keyOf = (conversation: string, matter: Matter): string => `${conversation}/${matter.id}`;

export function sayAll(
  parts: Pick<StepParts, "wording" | "newId">,
  acts: ReturnType<typeof effectsOf>["acts"],
  state: State,
  now: string,
): { messages: OutMessage[]; event: Event | null } {
  return messagesOf(parts, parts.wording.word(acts, state, now), now);
}

function messagesOf(
  parts: Pick<StepParts, "newId">,
  bubbles: readonly Bubble[],
  now: string,
): { messages: OutMessage[]; event: Event | null } {
  const messages = bubbles.map((bubble): OutMessage => {
    const { kind, text, choices, citations } = bubble;
    return { id: parts.newId(), author: { kind: "bot" }, kind, text, choices, citations, attachments: [], at: now };
  });
  if (messages.length === 0) return { messages, event: null };
  const event: Event = {
    type: "bubbles-said",
    messages: messages.map((message) => message.id),
    variants: bubbles.flatMap((bubble) => bubble.variants),
    texts: messages.map((message) => message.text),
  };
  return { messages, event };
}

function recordRow(loaded: Loaded, state: State, matter: Matter, bank: FlowBank): RecordRow {
  return {
    record: matter.record,
    conversation: loaded.conversation,
    matter: matter.id,
    kind: "complaint",
    receivedAt: matter.receivedAt,
    status: matter.status,
    business: matter.business,
    reason: matter.reason,
    venue: matter.venue,
    complete: missing(matter, state, bank).length === 0,
  };
}

function noteRows(loaded: Loaded, before: State, state: State): RecordRow[] {
  return state.notes.slice(before.notes.length).map((note) => ({
    record: note.record,
    conversation: loaded.conversation,
    matter: note.message,
    kind: note.kind,
    receivedAt: note.at,
    status: "open" as const,
    business: null,
    reason: null,
    venue: null,
    complete: true,
  }));
}

function caseRow(parts: StepParts, loaded: Loaded, state: State, matter: Matter, now: string): CaseRow[] {
  const opened = matter.case;
  if (!opened) return [];
  const status = matter.status === "open" ? "open" : matter.status === "withdrawn" ? "withdrawn" : "resolved";
  return [
    {
      key: opened.key,
      record: matter.record,
      conversation: loaded.conversation,
      matter: matter.id,
      channel: state.channel,
      language: state.language,
      number: opened.number,
      department: opened.department,
      status,
      owner: opened.owner,
      receivedAt: matter.receivedAt,
      requestedAt: opened.requestedAt,
      due: opened.due,
      business: matter.business,
      reason: matter.reason,
      venue: matter.venue,
      // The list shows the worst of it: who calms down has still been treated badly.
      emotion: matter.emotion.peak,
      risks: matter.risks.map(({ slug, level }) => ({ slug, level })),
      summary: parts.maskPersonal(matter.words).slice(0, 160),
      resolvedAt: status === "open" ? null : (matter.endedAt ?? now),
      updatedAt: now,
    },
  ];
}

type Effects = ReturnType<typeof effectsOf>["cases"];

function outboxItems(parts: StepParts, loaded: Loaded, state: State, effects: Effects): Step["effects"] {
  return effects.flatMap((effect) => {
    const matter = state.matters.find((candidate) => candidate.id === effect.matter);
    if (!matter) return [];
    const item = outboxItem(loaded, matter, effect);
    if (item.effect.type !== "alert" || !parts.staffToldElsewhere()) return [item];
    return [item, { key: `${item.key}/page`, destination: "staff", effect: { ...item.effect, type: "page-staff" } }];
  });
}

/** The key is the request's own number: a repeat puts nothing on the list. */
const rightsItem = (conversation: string, request: RightsRequested): Step["effects"][number] => ({
  key: `${conversation}/rights/${request.request}`,
  destination: "life",
  effect: { type: "rights-request", key: conversation, conversation, matter: "", request },
});

/** What a push channel has to bring to the customer. */
export function deliveries(conversation: string, channel: string, messages: readonly OutMessage[]): Step["effects"] {
  if (!isPushed(channel)) return [];
  return messages.map(({ id }) => ({
    key: `${conversation}/deliver/${id}`,
    destination: "customer",
    effect: { type: "deliver", key: conversation, conversation, message: id },
  }));
}

/** Surfaces elsewhere show the case as it is now. */
function notices({ conversation, version }: Loaded, touched: readonly Matter[]): Step["effects"] {
  return touched.flatMap((matter) =>
    matter.case ? [noticeOf({ key: matter.case.key, conversation, matter: matter.id, mark: `${version}` })] : [],
  );
}

/** The key makes a repeat harmless: the same effect is queued once. */
function outboxItem(loaded: Loaded, matter: Matter, effect: Effects[number]): Step["effects"][number] {
  const { conversation, version } = loaded;
  const key = keyOf(conversation, matter);
  switch (effect.type) {
    case "open-case":
      return { key: `${key}/open`, destination: "core", effect: { ...effect, key, conversation } };
    case "supplement-case":
      return { key: `${key}/supplement/${version}`, destination: "core", effect: { ...effect, key, conversation } };
    case "close-case":
      return { key: `${key}/close/${version}`, destination: "core", effect: { ...effect, key, conversation } };
    case "follow-case":
      return { key: `${key}/follow/${version}`, destination: "life", effect: { ...effect, key, conversation } };
    case "alert": {
      const serious = matter.risks.filter((risk) => risk.level !== "P2");
      const level = serious.some((risk) => risk.level === "P0") ? "P0" : "P1";
      const slugs = serious.map((risk) => risk.slug);
      const alert = { ...effect, key, conversation, level, slugs } as const;
      return { key: `${key}/alert/${slugs.join("+")}`, destination: "duty", effect: alert };
    }
  }
}
