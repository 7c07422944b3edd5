/**
 * The one path of a message: accepted (stored, then acknowledged), settled into a turn,
 * read, decided, worded, committed as one step. Staff, clocks and the core system come the same way.
 */
import { parse } from "node:path";
import type { Names } from "./bank/names.ts";
import type { IncidentWatch } from "./cases/incidents/watch.ts";
import { dayIn } from "./cases/zone.ts";
import {
  type ColleaguePort,
  type CustomerPort,
  type Incoming,
  InputError,
  isPushed,
  MAX_TEXT,
  NUMBERS_CHOICES,
  type Progress,
} from "./channels/channel.ts";
import { choiceNumber, choicesShown, chosen } from "./channels/choices.ts";
import type { CommandPort, StaffAsk } from "./desk/port.ts";
import { createEarlyReadings } from "./early-readings.ts";
import { checkFile, type Files } from "./files.ts";
import type { Answer } from "./flows/answer.ts";
import { type Command, type HeardMessage, MESSAGE_KINDS } from "./flows/command.ts";
import {
  COLLEAGUE,
  type Event,
  type Matter,
  type OfferedClause,
  type State,
  type StatusLookup,
} from "./flows/conversation.ts";
import { decide, open } from "./flows/decide.ts";
import { effectsOf } from "./flows/effects.ts";
import { evolve, evolveAll } from "./flows/evolve.ts";
import { currentMatter, known } from "./flows/ledger.ts";
import { basisAsked, chosenIn, questionFor } from "./flows/question.ts";
import type { Business, FactName, Language, Reading, ReadingContext } from "./flows/reading.ts";
import { isRegistered, readingOn } from "./flows/registered.ts";
import { type RightsLookup, type RightsWish, rightsWish } from "./flows/rights.ts";
import { parts as partsOf } from "./flows/second-matter.ts";
import { LONGEST_PAUSE, pauseFor } from "./flows/settle.ts";
import { openStatus, proofIn, type StatusProof } from "./flows/status.ts";
import { type GapNews, gapIn } from "./note-gap.ts";
import type { Rights } from "./rights/rights.ts";
import { deliveries, type StepParts, sayAll, stepOf } from "./step.ts";
import { StoreError } from "./store/error.ts";
import type { Live } from "./store/live.ts";
import type { Accepted, IdentityRef, InMessage, Loaded, OutMessage, Store, StoredMessage } from "./store/store.ts";
import type { Thinking } from "./thinking.ts";

/** Milliseconds a turn may take with a language model: reading, answering and wording together. */
const TURN_BUDGET = 6000;
/** A turn decided on an old version starts over, this often at most. */
const TRIES = 3;
const HOUR = 3_600_000;
/** Messages looked back for the choices shown last. */
const LOOK_BACK = 50;

/** Who acts in the audit when neither customer nor staff do. */
const ACTORS = {
  "core-opened": "core-system",
  "link-was-lost": "channel",
  silence: "clock",
  "wait-over": "clock",
  "staff-silent": "clock",
} as const;

export interface IntakeParts extends StepParts {
  store: Store;
  live: Live;
  names: Names;
  read: (text: string, context: ReadingContext) => Reading;
  /** Present while a language model is switched on. */
  thinking?: Thinking;
  answer: (
    question: string,
    options: {
      language: Language;
      on: string;
      business: Business | null;
      about?: Business;
      picked?: { policy: string; clause: string };
      whole?: boolean;
      turn?: { conversation: string; signal: AbortSignal };
    },
  ) => Promise<Answer>;
  /** Present where mass events are watched for. */
  incidents?: Pick<IncidentWatch, "known" | "committed">;
  /** Present where requests about the customer's own data are taken. */
  rights?: Pick<Rights, "own" | "byRecord" | "isWithheld">;
  /** Told of questions the policies left open. Never rejects. */
  openQuestion?: (news: GapNews) => Promise<void>;
  removeSecrets: (text: string) => { text: string; removed: number };
  newRecord: () => string;
  /** ISO instant. */
  now: () => string;
  /** Asked for when a turn is due at once or in a moment. */
  schedule: (conversation: string, due: string) => void;
  statusAttemptsPerHour: number;
}

/** What staff did with a case, for its conversation. */
type CaseNoticeAsk = Extract<Command, { type: "case-notice" }>;

/** What became of a request, for the conversation it was made in. */
type RightsAnswerAsk = Extract<Command, { type: "rights-answered" }>;
type FactAsk = Extract<Command, { type: "put-fact-right" }>;

export interface Intake extends CustomerPort, ColleaguePort, CommandPort {
  /** Handles what the customer has said since the last turn. Nothing to do is no error. */
  handleTurn(conversation: string): Promise<void>;
  /** A command of a clock or of the core system. */
  act(
    conversation: string,
    command: Extract<
      Command,
      { type: "core-opened" | "link-was-lost" | "silence" | "wait-over" | "staff-silent" | "incident-over" }
    >,
  ): Promise<void>;
  /** Tells the conversation what staff did with its case; `message` is what they write to the customer with it. */
  notice(conversation: string, notice: CaseNoticeAsk, message?: OutMessage): ReturnType<CommandPort["command"]>;
  /** Tells the conversation what became of a request, or puts a fact right at the customer's request. */
  answerRights(
    conversation: string,
    ask: RightsAnswerAsk | FactAsk,
    message?: OutMessage,
  ): ReturnType<CommandPort["command"]>;
  /** True while the customer is typing and the longest pause isn't over. */
  stillTyping(conversation: string): boolean;
}

export function createIntake(parts: IntakeParts): Intake {
  const { store, live, now, newId } = parts;
  const lines = new Map<string, Promise<unknown>>();
  const typing = new Map<string, { until: number; since: number }>();
  const { asked, readEarly, readAgain } = createEarlyReadings(parts.read);
  const context = () => ({ now: now(), id: newId, record: parts.newRecord });

  /** One at a time for each conversation, in order. */
  function inLine<T>(conversation: string, work: () => Promise<T>): Promise<T> {
    const before = lines.get(conversation) ?? Promise.resolve();
    const mine = before.then(work, work);
    const quiet = mine.then(
      () => undefined,
      () => undefined,
    );
    lines.set(conversation, quiet);
    void quiet.then(() => {
      if (lines.get(conversation) === quiet) lines.delete(conversation);
    });
    return mine;
  }

  async function loaded(conversation: string): Promise<Loaded> {
    const found = await store.load(conversation);
    if (found) return found;
    throw new InputError((await store.personOf(conversation)) ? "erased" : "unknown-conversation");
  }

  /** What the store refuses for a reason the customer may know. */
  async function stored(message: InMessage): Promise<Accepted> {
    try {
      return await store.accept(message);
    } catch (error) {
      if (error instanceof StoreError && error.code === "store.id-taken") throw new InputError("id-taken");
      if (error instanceof StoreError && error.code === "store.erased") throw new InputError("erased");
      if (error instanceof StoreError && error.code === "store.unknown-conversation") {
        throw new InputError("unknown-conversation");
      }
      throw error;
    }
  }

  async function handleTurn(conversation: string): Promise<void> {
    const signal = parts.thinking ? AbortSignal.timeout(TURN_BUDGET) : null;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const turn = await store.load(conversation);
      if (!turn || turn.inbox.length === 0) return;
      if (turn.state.stage !== "with-staff") live.publish(conversation, { kind: "typing", who: "bot" });
      const { command, trace } = await gather(turn, signal);
      const decision = decide(turn.state, command, parts.bank, context());
      const reworded = signal ? await rephrase(turn, decision.events, command.messages, signal) : null;
      const step = stepOf(parts, {
        loaded: turn,
        events: decision.events,
        ...(reworded ? { bubbles: reworded.bubbles } : {}),
        now: now(),
        actor: "customer",
        action: "turn",
        inboxSeq: turn.inboxSeq,
        ...consideredIn(command.answer),
        trace: JSON.stringify({ reading: command.reading, answer: command.answer, ...trace, ...reworded?.trace }),
      });
      const result = await store.commit(step);
      if (!result.ok) continue;
      const { messages, answer, reading } = command;
      const turned = { conversation, messages, answer, language: reading.language };
      await parts.openQuestion?.(gapIn(turned, decision.events, parts.maskPersonal));
      asked(conversation, factAsked(step.state));
      noticed(turn, step.state, command.messages);
      return changed(conversation, step.cases.length > 0 || turn.state.stage === "with-staff");
    }
    // Newer messages keep coming: the clock is still set, the next due time tries again.
    parts.schedule(conversation, now());
  }

  /** The decided words, rephrased by the model where that is allowed and holds; else as they are. */
  async function rephrase(
    turn: Loaded,
    events: readonly Event[],
    messages: readonly HeardMessage[],
    signal: AbortSignal,
  ) {
    const { thinking } = parts;
    const decided = evolveAll(turn.state, events);
    const { acts } = effectsOf(events, decided);
    if (!thinking || acts.length === 0) return null;
    const templates = parts.wording.word(acts, decided, now());
    const heard = messages.map(({ text }) => text).join("\n");
    const options = { conversation: turn.conversation, signal, heard };
    const { bubbles, trace } = await thinking.rephrase(templates, acts, decided, options);
    return { bubbles, trace: { rephrased: trace } };
  }

  /** Everything the decision needs, and nothing after it. */
  async function gather(
    turn: Loaded,
    signal: AbortSignal | null,
  ): Promise<{ command: Extract<Command, { type: "hear" }>; trace: Record<string, unknown> }> {
    const { state } = turn;
    const messages = await withChoices(turn, turn.inbox.map(heard));
    const text = messages.map((message) => message.text).join("\n");
    const asking = factAsked(state);
    const where: ReadingContext = {
      at: messages.at(-1)?.at ?? now(),
      zone: parts.bank.zone,
      ...(asking && { asking }),
      ...(!asking && REPLIED_TO.has(state.stage) && { replying: true as const }),
    };
    const [first = text, ...rest] = partsOf(text);
    const whole = readAgain(turn.conversation, text, where);
    const others = rest.map((part) => parts.read(part, where)).filter((reading) => reading.act === "complaint");
    const lead = others.length > 0 ? parts.read(first, where) : whole;
    const open = currentMatter(state)?.status === "open";
    const divided =
      others.length > 0 && (lead.act === "complaint" || open) && others.some((other) => other.reason !== lead.reason);
    const offline = divided ? { ...lead, risks: whole.risks, intents: whole.intents } : whole;
    const alone = !parts.thinking || !signal || divided || state.stage === "with-staff";
    const deeper = alone
      ? null
      : await parts.thinking?.read(text, where, offline, { conversation: turn.conversation, signal });
    const reading = readingOn(state.channel, deeper?.reading ?? offline);
    const question = questionFor(state, reading, messages, parts.bank);
    const picked = chosenIn(state, messages);
    const incidents = parts.incidents?.known(state, reading, text) ?? [];
    const basis = picked ? null : basisAsked(state, reading, messages);
    // Whoever is in danger is helped first.
    // "把我的资料删掉" reminds the reader of leaks; where anything else is wrong that comes first.
    const danger = reading.risks.some(({ slug }) => slug !== "data-leak");
    const wish = parts.rights && !danger ? rightsWish(state, messages) : null;
    const proof = wish ? null : proofIn(state, reading, messages);
    const command = {
      type: "hear" as const,
      messages,
      // Whoever asks what it stands on asks, in whatever form.
      reading: basis ? { ...reading, act: "question" as const } : reading,
      also: divided ? others.filter((other) => other.reason !== lead.reason) : [],
      answer: picked
        ? await explain(state, picked)
        : basis
          ? await showBasis(reading.language, basis)
          : question
            ? await ask(turn, reading, question, signal)
            : null,
      lookup: proof ? await lookUp(turn, proof) : null,
      ...(incidents.length > 0 ? { incidents } : {}),
      ...(wish ? { rights: { wish, lookup: await lookUpRights(turn, wish) } } : {}),
    };
    return { command, trace: deeper ? { model: deeper.trace } : {} };
  }

  /** Where choices are numbered, a number is the choice. What the customer typed stays as it was stored. */
  async function withChoices(turn: Loaded, messages: HeardMessage[]): Promise<HeardMessage[]> {
    const first = turn.inbox[0];
    if (!first || !NUMBERS_CHOICES.includes(turn.state.channel)) return messages;
    // To look at what was shown costs more than the whole rest of the turn's reading.
    if (messages.every(({ text }) => choiceNumber(text) === null)) return messages;
    const choices = choicesShown(await store.latest(turn.conversation, LOOK_BACK), first.seq);
    if (choices.length === 0) return messages;
    return messages.map((message) => ({ ...message, text: chosen(message.text, choices) }));
  }

  /** The clause the customer chose from those offered, as it is in force today. */
  function explain({ language }: State, { option, policy, clause }: OfferedClause): Promise<Answer> {
    const on = dayIn(parts.bank.zone, now());
    return parts.answer(option, { language, on, business: null, picked: { policy, clause } });
  }

  /** The clause that was told, in full, as it is in force today. */
  function showBasis(language: Language, picked: { policy: string; clause: string }): Promise<Answer> {
    const on = dayIn(parts.bank.zone, now());
    return parts.answer("", { language, on, business: null, picked, whole: true });
  }

  /** A question may be about anything; an explanation of the complaint must be about its own business. */
  async function ask(
    { state, conversation }: Loaded,
    reading: Reading,
    question: string,
    budget: AbortSignal | null,
  ): Promise<Answer | null> {
    const signal = budget ?? AbortSignal.timeout(TURN_BUDGET);
    const turn = { conversation, signal };
    const business = reading.business ?? currentMatter(state)?.business ?? null;
    const today = dayIn(parts.bank.zone, now());
    const explains = state.stage === "confirming" && reading.act !== "question";
    if (!explains) return parts.answer(question, { language: reading.language, on: today, business, turn });
    const matter = currentMatter(state);
    const about = matter?.business;
    if (!matter || !about) return null;
    // What happened in March is judged by March's rule.
    const occurred = known(matter, "occurred");
    const on = occurred?.name === "occurred" ? dayIn(parts.bank.zone, occurred.value.from) : today;
    return parts.answer(question, { language: state.language, on, business: about, about, turn });
  }

  /** Tries are counted for the person and for the number, so that neither can be guessed at leisure. */
  async function lookUp(turn: Loaded, proof: StatusProof): Promise<StatusLookup> {
    const limit = parts.statusAttemptsPerHour;
    // Counted before the look-up, so that two at once can't both be the last; the store allows while one more is left.
    const mine = await store.countAttempt(`status/person/${turn.person}`, now(), limit + 1, HOUR);
    const theirs = await store.countAttempt(`status/number/${proof.number}`, now(), limit * 4 + 1, HOUR);
    if (!mine.allowed || !theirs.allowed) return { kind: "locked", until: mine.allowed ? theirs.until : mine.until };
    const found = await store.findByProof(proof.number, proof.tail);
    const left = mine.left - 1;
    if (!found) return left > 0 ? { kind: "no-match", left } : { kind: "locked", until: mine.until };
    const { record, case: row } = found;
    return {
      kind: "found",
      case: {
        number: row?.number ?? record.record,
        record: record.record,
        status: record.status === "open" ? openStatus(row) : record.status,
        department: row?.department ?? null,
        due: row?.due ?? null,
        owner: row?.owner?.name ?? null,
      },
    };
  }

  /** Null while nothing proves whose data it is. Tries count with those for a case's progress. */
  async function lookUpRights(turn: Loaded, { number, proof }: RightsWish): Promise<RightsLookup | null> {
    // Whoever names a complaint means whatever is held with it, wherever it was made.
    const own = number === null ? await parts.rights?.own(turn) : null;
    if (own) return own;
    if (!proof) return null;
    const found = await lookUp(turn, proof);
    if (found.kind !== "found") return found;
    const proven = await store.findByProof(proof.number, proof.tail);
    return (proven && (await parts.rights?.byRecord(proven.record.conversation))) ?? null;
  }

  async function command(
    conversation: string,
    ask: StaffAsk | CaseNoticeAsk | RightsAnswerAsk | FactAsk,
    message?: OutMessage,
  ) {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const at = await loaded(conversation);
      const full = ask.type === "take" ? { ...ask, undelivered: await undelivered(conversation) } : ask;
      const decision = decide(at.state, full, parts.bank, context());
      if (decision.refusal) return { ok: false as const, refusal: decision.refusal };
      if (decision.events.length === 0) return { ok: true as const };
      const step = stepOf(parts, {
        loaded: at,
        events: decision.events,
        now: now(),
        actor: "staff" in ask ? `staff:${ask.staff.id}` : "case",
        action: ask.type,
        ...(message ? { staffMessage: message } : {}),
      });
      const result = await store.commit(step);
      if (result.ok) {
        changed(conversation, true);
        return { ok: true as const };
      }
    }
    throw new Error("conversation changed too often while staff acted; nothing was done");
  }

  /** Questions and chat of the bot that the customer hasn't got. */
  async function undelivered(conversation: string): Promise<string[]> {
    const messages = await store.messages(conversation, { after: 0, limit: 10_000 });
    const begun = await store.deliveries.begun(conversation);
    return messages
      .filter((m) => m.author.kind === "bot" && !m.deliveredAt && (m.kind === "question" || m.kind === "chat"))
      .filter((message) => !begun.includes(message.id))
      .map((message) => message.id);
  }

  async function colleagueWrote(conversation: string, { externalId, text }: { externalId: string; text: string }) {
    const id = `colleague-${externalId}`;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const at = await loaded(conversation);
      if (await store.message(conversation, id)) return;
      const staff = { id: COLLEAGUE, name: parts.names.colleague(at.state.language) };
      const ask = {
        type: "colleague-wrote",
        message: id,
        staff,
        undelivered: await undelivered(conversation),
      } as const;
      const step = stepOf(parts, {
        loaded: at,
        events: decide(at.state, ask, parts.bank, context()).events,
        now: now(),
        actor: `staff:${COLLEAGUE}`,
        action: ask.type,
        staffMessage: {
          id,
          author: { kind: "staff", ...staff },
          kind: "staff",
          text: parts.removeSecrets(text).text,
          choices: [],
          citations: [],
          attachments: [],
          at: now(),
        },
        alreadySaid: true,
      });
      const result = await store.commit(step);
      if (result.ok) return changed(conversation, true);
    }
    throw new Error("conversation changed too often while a colleague wrote");
  }

  async function act(conversation: string, given: Parameters<Intake["act"]>[1]): Promise<void> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const at = await store.load(conversation);
      if (!at) return;
      const { events } = decide(at.state, given, parts.bank, context());
      const actor = given.type === "incident-over" ? given.by : ACTORS[given.type];
      const step = stepOf(parts, { loaded: at, events, now: now(), actor, action: given.type });
      if (events.length === 0 && (given.type === "core-opened" || given.type === "incident-over")) return;
      const result = await store.commit(step);
      if (!result.ok) continue;
      noticed(at, step.state, []);
      return changed(conversation, step.cases.length > 0);
    }
    throw new Error(`conversation changed too often for ${given.type}`);
  }

  /** Complaints that are new or better known now, for those who watch for mass events. */
  function noticed(turn: Loaded, state: State, messages: readonly HeardMessage[]): void {
    const { conversation, person, state: before } = turn;
    const text = messages.map((message) => message.text).join("\n");
    parts.incidents?.committed({ conversation, person, before, state, text });
  }

  /** A message carries files of its own conversation only, ten at most. */
  async function ownAttachments(conversation: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 10) throw new InputError("too-many");
    const files = await Promise.all(ids.map((id) => store.attachment(id)));
    if (files.some((file) => file?.conversation !== conversation)) throw new InputError("unknown-file");
  }

  function changed(conversation: string, desk: boolean): void {
    live.publish(conversation, { kind: "changed" });
    if (desk) live.publish("desk", { kind: "changed" });
  }

  async function openConversation(identity: IdentityRef, language: Language) {
    const existing = await store.conversationOf(identity.channel, identity.externalId);
    if (existing) return { conversation: existing, created: false };
    const id = newId();
    const opening = { type: "open", id, channel: identity.channel, identity: identity.strength, language } as const;
    const { events, state: initial } = open(opening, context());
    const decided = evolveAll(initial, events.slice(1));
    const acts = isRegistered(identity.channel) ? [] : effectsOf(events, decided).acts;
    const said = sayAll(parts, acts, decided, now());
    const state = said.event ? evolve(decided, said.event) : decided;
    const all = said.event ? [...events, said.event] : events;
    const { channel } = identity;
    const { messages } = said;
    const effects = deliveries(id, channel, messages);
    await store.startConversation({ id, channel, identity, at: now(), state, events: all, messages, effects });
    return { conversation: id, created: true };
  }

  return {
    handleTurn: (conversation) => inLine(conversation, () => handleTurn(conversation)),
    act: (conversation, given) => inLine(conversation, () => act(conversation, given)),
    colleagueWrote: (conversation, message) => inLine(conversation, () => colleagueWrote(conversation, message)),
    command: (conversation, ask, message) => inLine(conversation, () => command(conversation, ask, message)),
    notice: (conversation, ask, message) => inLine(conversation, () => command(conversation, ask, message)),
    answerRights: (conversation, ask, message) => inLine(conversation, () => command(conversation, ask, message)),

    // Two first messages at once begin one conversation.
    open: (identity, language) =>
      inLine(`${identity.channel}/${identity.externalId}`, () => openConversation(identity, language)),

    async accept(incoming: Incoming) {
      const { conversation, channel, externalId, kind, attachments } = incoming;
      if (incoming.text.length > MAX_TEXT) throw new InputError("too-long");
      if (kind === "text" && incoming.text.trim() === "" && attachments.length === 0) throw new InputError("empty");
      await ownAttachments(conversation, attachments);
      if (await parts.rights?.isWithheld(conversation)) throw new InputError("erased");
      const clean = parts.removeSecrets(incoming.text);
      const at = now();
      const danger = readEarly(conversation, clean.text, { at, zone: parts.bank.zone }).risks.some(
        (risk) => parts.bank.level(risk.slug) === "P0",
      );
      const turnDue = new Date(Date.parse(at) + pauseFor(channel, clean.text, danger)).toISOString();
      const accepted = await stored({
        id: newId(),
        conversation,
        channel,
        externalId,
        kind,
        text: clean.text,
        secretsRemoved: clean.removed,
        attachments,
        at,
        turnDue,
      });
      typing.delete(conversation);
      if (!accepted.duplicate) {
        parts.schedule(conversation, turnDue);
        // The provider lets us write again from now on.
        if (isPushed(channel)) await store.deliveries.release(conversation, at);
        live.publish(conversation, { kind: "changed" });
      }
      return accepted;
    },

    typing(conversation) {
      const at = Date.parse(now());
      const since = typing.get(conversation)?.since ?? at;
      typing.set(conversation, { until: at + 2500, since });
      live.publish(conversation, { kind: "typing", who: "customer" });
    },

    stillTyping(conversation) {
      const mark = typing.get(conversation);
      const at = Date.parse(now());
      if (mark && mark.until > at && at - mark.since < LONGEST_PAUSE) return true;
      typing.delete(conversation);
      return false;
    },

    async attach(conversation: string, file: Files) {
      await loaded(conversation);
      const mime = await checkFile(file);
      // People name screenshots after what is on them: a code doesn't stay there either.
      const { name: stem, ext } = parse(file.name);
      const name = `${parts.removeSecrets(stem).text.slice(0, 200)}${ext.slice(0, 10)}`;
      const attachment = { id: newId(), conversation, name, mime, size: file.bytes.length };
      await store.addAttachment({ ...attachment, bytes: file.bytes, at: now() });
      return attachment;
    },

    async file(conversation, id) {
      const file = (await parts.rights?.isWithheld(conversation)) ? undefined : await store.attachment(id);
      return file?.conversation === conversation ? file : undefined;
    },

    async messages(conversation, after, limit) {
      if (await parts.rights?.isWithheld(conversation)) return [];
      return store.messages(conversation, { after, limit });
    },
    delivered: (conversation, uptoSeq) => store.markDelivered(conversation, uptoSeq, now()),
    read: (conversation, uptoSeq) => store.markRead(conversation, uptoSeq, now()),

    async progress(conversation: string) {
      const { state } = await loaded(conversation);
      const withStaff = state.stage === "with-staff" ? state.staff.name : null;
      return {
        language: state.language,
        withStaff,
        complaints: state.matters.map((m) => progressOf(parts.names, state, m)),
      };
    },
  };
}

function progressOf(names: Names, state: State, matter: Matter): Progress {
  return {
    record: matter.record,
    receivedAt: matter.receivedAt,
    status: matter.status,
    caseNumber: matter.case?.number ?? null,
    department: matter.case ? names.department(matter.case.department, state.language, "short") : null,
    due: matter.case?.due ?? null,
    person: matter.case?.owner?.name ?? null,
  };
}

function consideredIn(answer: Answer | null): { considered: string[] } | undefined {
  const candidates = answer?.candidates ?? [];
  if (candidates.length === 0) return undefined;
  return { considered: candidates.map((one) => `${one.policy}#${one.clause} ${one.version} ${one.score.toFixed(3)}`) };
}

function heard(message: StoredMessage): HeardMessage {
  const { id, at, text, kind } = message;
  const known = MESSAGE_KINDS.find((candidate) => candidate === kind) ?? "text";
  // Whatever the sender called it: what carries files is met as files, with its words beside them.
  const carries = known === "text" && message.attachments.length > 0 ? "file" : known;
  return { id, at, text: text ?? "", kind: carries, secretsRemoved: message.secretsRemoved };
}

/** Stages in which a text replies to something the bot asked. */
const REPLIED_TO: ReadonlySet<State["stage"]> = new Set(["gathering", "offering"]);

/** Facts with a form of their own, which may be given straight to the notice that comes before their question. */
const GIVEN_TO_NOTICE: readonly FactName[] = ["card-tail", "account-tail", "phone"];

function factAsked(state: State): FactName | undefined {
  if (state.stage !== "gathering") return undefined;
  const { asking } = state;
  if (asking.kind === "fact") return asking.name;
  return asking.kind === "consent" && GIVEN_TO_NOTICE.includes(asking.name) ? asking.name : undefined;
}
