/** One case as its page shows it. Everything personal goes through `mask`. */
import { type Bilingual, inLanguage } from "../bank/terms.ts";
import { COLLEAGUE, type LedgerFact, type State } from "../flows/conversation.ts";
import type { CoreCase } from "../store/core-records.ts";
import type { AuditNote, CaseNote, StoredMessage } from "../store/store.ts";
import type { OpenedCase } from "./access.ts";
import { badges, itemOf } from "./case-list.ts";
import { clockArithmetic } from "./clock.ts";
import { coreView } from "./core-view.ts";
import { factText } from "./fact-text.ts";
import { FIRST_STEP } from "./first-steps.ts";
import type { Mask } from "./masking.ts";
import { type DeskNames, EMOTION, FACT, GAP, HANDOVER } from "./names.ts";
import { abilitiesOn } from "./permissions.ts";
import { nameOf, type StaffMember, type StaffSource } from "./staff.ts";
import type { AuditView, CaseView, FactView, MessageView } from "./view.ts";

export interface CaseMaterial extends OpenedCase {
  messages: StoredMessage[];
  truncated: boolean;
  notes: CaseNote[];
  /** Messages that wait to go out, with the code of why they do. */
  waiting: ReadonlyMap<string, string | null>;
  /** How its last day came about, from its own clock; null where it has none. */
  explained: Bilingual | null;
  /** How it stands in the core system; null while nothing was heard. */
  core: CoreCase | null;
  audit: { at: string; actor: string; action: string; detail: AuditNote["detail"] }[];
}

export interface Setting {
  staff: StaffSource;
  names: DeskNames;
  zone: string;
  now: () => string;
}

/** Staff id of whoever talks to the customer now; null while the bot does, or a colleague beside the desk. */
export function talkingTo(state: State): string | null {
  return state.stage === "with-staff" && state.staff.id !== COLLEAGUE ? state.staff.id : null;
}

export function factViews(facts: readonly LedgerFact[], mask: Mask, { zone }: Setting): FactView[] {
  const value = (fact: LedgerFact) => {
    const text = factText(fact, zone);
    return { zh: mask(text.zh), en: mask(text.en) };
  };
  const earlier = (fact: LedgerFact): FactView["earlier"] =>
    facts
      .filter((old) => old.replacedBy === fact.id)
      .flatMap((old) => [...earlier(old), { value: value(old), words: mask(old.text) }]);
  return facts
    .filter((fact) => fact.replacedBy === null)
    .map((fact) => ({
      id: fact.id,
      name: fact.name,
      label: FACT[fact.name],
      value: value(fact),
      words: mask(fact.text),
      at: fact.at,
      confirmed: fact.confirmed,
      earlier: earlier(fact),
    }));
}

/** Codes by which a provider's window is closed: ours, and WeChat's. */
const WINDOW_CODES: readonly string[] = ["window-closed", "messages-used-up", "45015", "45047"];

export function messageView(
  message: StoredMessage,
  mask: Mask,
  setting: Setting,
  waiting: CaseMaterial["waiting"] = new Map(),
): MessageView {
  const { text } = message;
  const author =
    message.author.kind === "staff"
      ? { ...message.author, name: nameOf(setting.staff(), message.author.id) }
      : message.author;
  // Colleagues sign with their names; those are no customer's data.
  const shown = author.kind === "staff" ? text?.split(author.name).map(mask).join(author.name) : text && mask(text);
  return {
    seq: message.seq,
    author,
    kind: message.kind,
    text: shown ?? null,
    attachments: message.attachments,
    citations: message.citations,
    at: message.at,
    delivered: message.deliveredAt !== null,
    read: message.readAt !== null,
    waits: waiting.has(message.id) ? waits(waiting.get(message.id) ?? null) : null,
  };
}

/** Why a message has not gone out yet: the provider's window is closed, or the channel did not take it (yet). */
export const waits = (code: string | null): "window" | "retry" =>
  code !== null && WINDOW_CODES.includes(code) ? "window" : "retry";

/** What `staff` sees of a case. `mask` is the identity once the data was revealed. */
export function caseView(
  material: CaseMaterial,
  staff: StaffMember,
  mask: Mask,
  masked: boolean,
  setting: Setting,
): CaseView {
  const { row, state, matter, messages } = material;
  const { names, zone } = setting;
  const talking = talkingTo(state);
  const can = abilitiesOn(staff, row, talking);
  const rule = matter.case?.rule;
  const words = rule && names.rulePack(rule.pack);
  const audit: AuditView[] = material.audit.map((entry) => ({ ...entry, actor: nameOf(setting.staff(), entry.actor) }));
  return {
    item: itemOf(row, staff, setting),
    masked,
    can,
    talking: talking === null ? null : { id: talking, name: nameOf(setting.staff(), talking) },
    customer: { identity: state.identity, channel: state.channel, language: state.language, consent: state.consent },
    matter: {
      status: matter.status,
      words: mask(matter.words),
      venue: matter.venue && names.venue(matter.venue),
      agreed: matter.agreed,
      result: matter.result === null ? null : mask(matter.result),
    },
    facts: factViews(matter.facts, mask, setting),
    gaps: matter.gaps.map((gap) => ({ name: gap.name, label: FACT[gap.name], reason: GAP[gap.reason] })),
    transcript: messages.map((message) => messageView(message, mask, setting, material.waiting)),
    truncated: material.truncated,
    policies: onceEach(matter.cited),
    risks: badges(matter.risks, names).map((badge) => {
      const risk = matter.risks.find((one) => one.slug === badge.slug);
      return {
        ...badge,
        words: mask(risk?.words ?? ""),
        at: risk?.at ?? matter.receivedAt,
        basis: names.risk(badge.slug).basis,
        firstStep: FIRST_STEP[badge.slug],
      };
    }),
    emotion: {
      first: EMOTION[matter.emotion.first],
      peak: EMOTION[matter.emotion.peak],
      latest: EMOTION[matter.emotion.latest],
    },
    reasons: (matter.case?.reasons ?? []).map((code) => ({ name: HANDOVER[code], basis: names.handoverBasis(code) })),
    core: material.core && coreView(material.core),
    arithmetic:
      material.explained ??
      (rule ? clockArithmetic(matter.receivedAt, rule, row.due, zone, names) : { zh: row.due, en: row.due }),
    requestedAt: row.requestedAt,
    notice: {
      parts: words?.notice ?? [],
      remedies: words ? inLanguage(words.remedies, state.language) : "",
    },
    notes: material.notes.map(({ id, at, staff: author, text }) => ({
      id,
      at,
      staff: author,
      text: text === null ? null : mask(text),
    })),
    audit: can.audit ? audit : null,
    siblings: state.matters
      .filter((other) => other.id !== matter.id && other.case)
      .map((other) => ({
        ref: other.case?.number ?? other.record,
        summary: mask(other.words).slice(0, 60),
        status: other.status,
      })),
  };
}

export function onceEach<T extends { policy: string; clause: string; version: string }>(citations: readonly T[]): T[] {
  return [...new Map(citations.map((one) => [`${one.policy} ${one.clause} ${one.version}`, one])).values()];
}
