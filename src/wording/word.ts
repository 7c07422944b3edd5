/**
 * Decided acts into the customer's words. Templates only: what is said can't
 * go beyond what was decided. Deterministic for the same state and acts.
 */
import * as OpenCC from "opencc-js/cn2t";
import type { Names } from "../bank/names.ts";
import type { Bubble, SayAct } from "../flows/acts.ts";
import { bubblePlans } from "../flows/bubbles.ts";
import type { State } from "../flows/conversation.ts";
import { lifeInDanger, urgent } from "../flows/handover.ts";
import type { Language } from "../flows/reading.ts";
import type { MustKeep } from "../flows/rights.ts";
import { type Chosen, choose, type Fields, fill } from "./choose.ts";
import type { Phrases } from "./phrases.ts";
import { restate } from "./restate.ts";
import { sayClock, sayDate, sayFact, sayNoted, sayWhen } from "./say-values.ts";

export interface WordingBank {
  names: Names;
  zone: string;
  hotlines: Readonly<
    Record<"bank" | "police" | "ambulance" | "anti-fraud" | "helpline" | "regulator", { number: string }>
  >;
  /** In full, or in brief for somebody in an emergency. */
  privacyNotice(language: Language, form: "full" | "brief"): string;
  staffedHours(language: Language): string;
}

export interface Wording {
  /** `state` is the state after the events; `now` an ISO instant. */
  word(acts: readonly SayAct[], state: State, now: string): Bubble[];
}

interface Frame {
  state: State;
  now: string;
  language: Language;
  phrases: Phrases;
  bank: WordingBank;
  used: string[];
}

export function createWording(phrases: { zh: Phrases; en: Phrases }, bank: WordingBank): Wording {
  return {
    word(acts, state, now) {
      const language = state.language;
      const frame: Frame = {
        state,
        now,
        language,
        phrases: language === "en" ? phrases.en : phrases.zh,
        bank,
        used: [...state.said],
      };
      const bubbles = bubblePlans(acts).map(({ kind, acts: of }) => bubble(frame, kind, of));
      return language === "zh-Hant" ? bubbles.map(traditional) : bubbles;
    },
  };
}

function bubble(frame: Frame, kind: Bubble["kind"], acts: readonly SayAct[]): Bubble {
  const variants: string[] = [];
  const texts = acts.flatMap((act) => {
    const { text, keys } = sayAct(frame, act);
    variants.push(...keys);
    frame.used.push(...keys);
    return text ? [text] : [];
  });
  const last = acts.at(-1);
  return {
    kind,
    text: texts.join(frame.language === "en" && kind !== "safety" ? " " : "\n"),
    choices: last ? choicesOf(frame, last) : [],
    citations: acts.flatMap((act) => (act.act === "answer" ? act.citations : [])),
    variants,
  };
}

function sayAct(frame: Frame, act: SayAct): { text: string; keys: string[] } {
  if (act.act === "repeat") return { text: act.text, keys: [] };
  if (act.act === "urgent-advice" || act.act === "risk-steps") {
    const chosen = act.slugs.map((slug) => pick(frame, act.act, { slug }));
    return join(chosen, slotsOf(frame, act));
  }
  const chosen = pick(frame, act.act, fieldsOf(frame, act));
  return join([chosen], slotsOf(frame, act));
}

const join = (chosen: readonly Chosen[], slots: Readonly<Record<string, string>>) => ({
  text: chosen.map((one) => fill(one.text, slots)).join("\n"),
  keys: chosen.map((one) => one.key),
});

function pick(frame: Frame, act: string, fields: Fields): Chosen {
  return choose(act, frame.phrases.acts[act] ?? [], fields, frame.used);
}

/** What a wording variant may depend on: the act's own simple fields and a few of the conversation. */
function fieldsOf(frame: Frame, act: SayAct): Fields {
  const fields: Fields = {
    channel: frame.state.channel,
    emotion: frame.state.emotion,
    identity: frame.state.identity,
    waiting: frame.state.waiting !== null,
    danger: frame.state.matters.some((matter) => matter.status === "open" && lifeInDanger(matter)),
  };
  for (const [name, value] of Object.entries(act)) {
    if (name !== "act" && (value === null || typeof value !== "object")) fields[name] = value;
  }
  if (act.act === "status") Object.assign(fields, { status: act.found.status, dated: act.found.due !== null });
  if (act.act === "rights-requested") fields.keep = act.keep === null ? "none" : act.keep.until ? "dated" : "open";
  if (act.act === "rights-answered") {
    const { answer } = act;
    fields.outcome = answer.outcome;
    if (answer.outcome === "withheld") fields.keep = answer.keep.until ? "dated" : "open";
  }
  fields.group = frame.state.matters.some(
    (m) => m.id === frame.state.current && m.risks.some(({ slug }) => slug === "group-action"),
  );
  if (act.act === "ask")
    fields.reason = frame.state.matters.find(({ id }) => id === frame.state.current)?.reason ?? null;
  if (act.act === "note-recorded") fields.kind = act.kind;
  if (act.act === "corrected") fields.name = act.fact.name;
  if (act.act === "person-coming" || act.act === "person-later") fields.urgent = frame.state.matters.some(urgent);
  return fields;
}

function slotsOf(frame: Frame, act: SayAct): Record<string, string> {
  const { bank, language, now, phrases } = frame;
  const { names, hotlines, zone } = bank;
  const slots: Record<string, string> = {
    bank: names.bank(language),
    hotline: hotlines.bank.number,
    police: hotlines.police.number,
    ambulance: hotlines.ambulance.number,
    "anti-fraud": hotlines["anti-fraud"].number,
    helpline: hotlines.helpline.number,
    regulator: hotlines.regulator.number,
    hours: bank.staffedHours(language),
  };
  const matter = frame.state.matters.find((candidate) => candidate.id === frame.state.current);
  const topic = matter && topicPhrase(frame, matter.words);
  const about = topic ?? matterPhrase(frame, matter?.business ?? null, matter?.reason ?? null);
  slots.matter = about;
  switch (act.act) {
    case "calm":
      slots.matter = topic ?? matterPhrase(frame, act.business, act.reason);
      break;
    case "meet":
      slots.words = act.words;
      slots.facts = act.facts
        .map((fact) => {
          const name = names.fact(fact.name, language);
          const value = sayFact(fact, zone, language, now, phrases.pieces);
          return language === "en" ? `${name}: ${value}` : `${name}：${value}`;
        })
        .join(language === "en" ? "; " : "；");
      break;
    case "noted":
      slots.said = act.facts
        .map((fact) => sayNoted(fact, names.fact(fact.name, language), zone, language, now, phrases.pieces))
        .join(language === "en" ? ", " : "、");
      break;
    case "explain-why":
      slots.why = act.name ? names.why(act.name, language) : (phrases.pieces["why-general"] ?? "");
      break;
    case "corrected":
      slots.name = names.fact(act.fact.name, language);
      slots.value = sayFact(act.fact, zone, language, now, phrases.pieces);
      slots.was = sayFact(act.was, zone, language, now, phrases.pieces);
      break;
    case "ask":
    case "ask-consent":
      slots.name = names.fact(act.name, language);
      slots.notice = bank.privacyNotice(language, matter && urgent(matter) ? "brief" : "full");
      break;
    case "restate":
      slots.summary = restate(act.matter, { names, zone, language, now, pieces: phrases.pieces, matter: about });
      slots.record = act.matter.record;
      break;
    case "answer": {
      slots.lead = act.text;
      break;
    }
    case "no-rule":
      slots.told = act.text;
      break;
    case "clarify":
      slots.options = act.options.map((option, n) => `${n + 1}. ${option}`).join("\n");
      break;
    case "person-coming":
      slots.until = sayClock(act.until, zone);
      break;
    case "person-later":
      slots.opens = sayWhen(act.opensAt, zone, language, now, phrases.pieces);
      break;
    case "say-it-again":
      slots.from = sayWhen(act.from, zone, language, now, phrases.pieces);
      slots.to = sayClock(act.to, zone);
      break;
    case "wait-ended":
      slots.opens = act.opensAt ? sayWhen(act.opensAt, zone, language, now, phrases.pieces) : "";
      break;
    case "case-requested":
      slots.record = act.record;
      slots.department = names.department(act.department, language, "short");
      slots.due = sayDate(act.due, zone, language, now);
      break;
    case "case-number":
      slots.number = act.number;
      break;
    case "recorded":
    case "second-recorded":
    case "offer-withdrawal":
    case "withdrawn":
    case "settled":
    case "reopened":
    case "note-recorded":
      slots.record = act.record;
      break;
    case "incident-known":
      slots.known = sentence(inScript(act.known, language), language);
      break;
    case "incident-over":
      slots.ending = sentence(inScript(act.ending, language), language);
      slots.record = act.record;
      break;
    case "next-matter":
      slots.words = act.words.length > 30 ? `${act.words.slice(0, 30)}…` : act.words;
      break;
    case "staff-joined":
      slots.staff = act.staff.name;
      break;
    case "staff-left":
      slots.staff = act.staff.name;
      break;
    case "resolved":
      slots.record = act.record;
      slots.staff = act.staff.name;
      break;
    case "case-owner":
      slots.staff = act.staff.name;
      break;
    case "case-moved":
      slots.department = names.department(act.department, language, "short");
      break;
    case "case-waiting":
      slots.until = sayWhen(act.until, zone, language, now, phrases.pieces);
      break;
    case "case-progress":
      slots.next = act.next ? sayWhen(act.next, zone, language, now, phrases.pieces) : "";
      break;
    case "case-extended":
      slots.why = act.reason.replace(/[。.;；\s]+$/u, "");
      slots.due = sayDate(act.due, zone, language, now);
      break;
    case "offer-proposal":
      slots.until = act.answerBy ? sayDate(act.answerBy, zone, language, now) : "";
      break;
    case "review-begun":
    case "case-new-day":
    case "case-restarted":
      slots.due = sayDate(act.due, zone, language, now);
      break;
    case "mark-low":
      slots.until = sayWhen(act.until, zone, language, now, phrases.pieces);
      break;
    case "case-merged":
      slots.into = act.into;
      break;
    case "status":
      slots.number = act.found.number;
      slots.department = act.found.department
        ? names.department(act.found.department, language, "short")
        : names.bank(language);
      slots.due = act.found.due ? sayDate(act.found.due, zone, language, now) : "";
      slots.owner = act.found.owner ?? "";
      break;
    case "status-refused":
      slots.left = String(act.left);
      break;
    case "status-locked":
      slots.until = sayClock(act.until, zone);
      break;
    case "rights-requested":
      slots.request = act.request;
      slots.due = sayDate(act.due, zone, language, now);
      Object.assign(slots, keepSlots(frame, act.keep));
      break;
    case "rights-answered": {
      const { answer } = act;
      slots.request = act.request;
      if ("from" in answer) slots.from = sayDate(answer.from, zone, language, now);
      if (answer.outcome === "withheld") Object.assign(slots, keepSlots(frame, answer.keep));
      if ("why" in answer) slots.why = answer.why.replace(/[。.;；\s]+$/u, "");
      break;
    }
    default:
      break;
  }
  return slots;
}

/** Why something is kept all the same, and until when. */
function keepSlots({ bank, language, now }: Frame, keep: MustKeep | null): Record<string, string> {
  if (!keep) return {};
  return {
    basis: inScript(keep.basis, language),
    years: String(keep.years),
    until: keep.until ? sayDate(keep.until, bank.zone, language, now) : "",
  };
}

const inScript = (text: { zh: string; en: string }, language: Language): string =>
  language === "en" ? text.en : text.zh;

/** What the office wrote stands before other sentences. */
const sentence = (text: string, language: Language): string =>
  /[。！？.!?]$/u.test(text) ? text : `${text}${language === "en" ? "." : "。"}`;

function matterPhrase(frame: Frame, business: string | null, reason: string | null): string {
  return choose("matter", frame.phrases.matter, { business, reason }, []).text;
}

/** The customer's own topic says more than the axes do: "the card the machine kept". */
function topicPhrase({ phrases }: Frame, words: string): string | undefined {
  const folded = words.toLowerCase();
  return phrases.topics.find((topic) => topic.words.some((word) => folded.includes(word)))?.say;
}

function choicesOf({ phrases: { choices }, state }: Frame, act: SayAct): string[] {
  if (act.act === "clarify") return act.options;
  if (act.act === "ask") {
    const matter = state.matters.find(({ id }) => id === state.current);
    const keys = [matter?.venue, matter?.reason].map((axis) => `ask/${act.name}/${axis ?? ""}`);
    const key = [...keys, `ask/${act.name}`].find((one) => choices[one]);
    return choices[key ?? "ask"] ?? [];
  }
  if (act.act === "answer") return act.settles ? (choices["answer/settles"] ?? []) : [];
  return choices[act.act] ?? [];
}

let converter: ((text: string) => string) | undefined;

/** Simplified to the traditional of everyday use (核對, not 覈對); the dictionary is built when the first such customer comes. */
export function toTraditional(text: string): string {
  const convert = converter ?? OpenCC.Converter({ from: "cn", to: "tw" });
  converter = convert;
  return convert(text);
}

const traditional = (bubble: Bubble): Bubble => ({
  ...bubble,
  text: toTraditional(bubble.text),
  choices: bubble.choices.map(toTraditional),
});
