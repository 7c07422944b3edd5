/** One settled turn of the customer: what it changes, and what the bot does next. */
import { callsPerson } from "./assent.ts";
import type { Command, HeardMessage } from "./command.ts";
import type { Matter, State } from "./conversation.ts";
import { isDoubtful, mayClaim, offerComplaint } from "./doubt.ts";
import { add, type Draft, say } from "./draft.ts";
import { filesIn, meetFiles, onlyFiles } from "./files.ts";
import { fill } from "./fill.ts";
import { proceed, untold } from "./gather.ts";
import { lifeInDanger, needsPersonAtOnce, requestCase, urgent, wantPerson } from "./handover.ts";
import { tellIncident } from "./incident.ts";
import { find } from "./learn.ts";
import { currentMatter, openMatters } from "./ledger.ts";
import { meetManner, throwsWeight } from "./manner.ts";
import { meetMedia } from "./media.ts";
import type { Act, FactName, Intent, Reading, RiskSlug } from "./reading.ts";
import { objectsTo, start } from "./record.ts";
import { interpretReply } from "./reply.ts";
import { askReview } from "./review.ts";
import { answerRights } from "./rights.ts";
import { asksLock } from "./risk-steps.ts";
import { answerSatisfaction } from "./satisfaction.ts";
import { addsToIt, startsAnother } from "./second-matter.ts";
import { answerStatus } from "./status.ts";
import { daysBetween } from "./time.ts";
import { keepsComplaint } from "./withdrawal.ts";

export type Hear = Extract<Command, { type: "hear" }>;

const NOTES: Partial<Record<Act, "suggestion" | "praise" | "report">> = {
  suggestion: "suggestion",
  praise: "praise",
  report: "report",
};

export function hear(draft: Draft, command: Hear): void {
  const { reading, messages } = command;
  const before = draft.state;
  const has = (intent: Intent) => reading.intents.includes(intent);
  const calls = currentMatter(before)?.status === "open" && messages.some(({ text }) => callsPerson(text));
  add(draft, {
    type: "turn-heard",
    messages: messages.map((message) => message.id),
    at: messages.at(-1)?.at ?? draft.context.now,
    act: reading.act,
    emotion: reading.emotion,
    abuse: reading.abuse,
  });
  chooseLanguage(draft, command);
  if (messages.some((message) => message.secretsRemoved > 0)) say(draft, { act: "privacy-warning" });
  if (reading.abuse === 2 && !draft.state.boundarySet) add(draft, { type: "boundary-set" });

  if (command.rights) return answerRights(draft, command.rights.wish, command.rights.lookup);
  if (answerSatisfaction(draft, messages)) return;
  if (askReview(draft, messages)) return;

  const record = recordComplaint(draft, command);
  tellIncident(draft, command, record.fresh);
  for (const open of openMatters(draft.state)) if (urgent(open)) requestCase(draft, open.id, ["risk"]);
  if (before.stage === "with-staff") return keepForStaff(draft, command);

  const matter = currentMatter(draft.state);
  if (openMatters(draft.state).some(lifeInDanger)) return stayWith(draft, command, record.learnt);
  if (meetMedia(draft, messages))
    return matter?.status === "open" ? proceed(draft, true) : say(draft, { act: "encourage" });
  if (onlyFiles(messages)) return meetFiles(draft, messages, before);
  if (reading.injection && reading.act !== "complaint") return say(draft, { act: "not-mine" });
  if (answerStatus(draft, reading, messages, command.lookup)) return;
  const offered = before.stage === "offering" && before.offer === "withdrawal";
  if (has("withdraw") && !offered && !keepsComplaint(messages)) return offerWithdrawal(draft);
  if (draft.state.waiting && messages.some(({ text }) => IMPATIENT.test(text))) {
    say(draft, { act: "waiting-still" });
    return proceed(draft, true);
  }
  if (matter?.status === "open" && !record.fresh && asksLock(matter, messages)) {
    say(draft, { act: "lock-not-here" });
    return proceed(draft, true);
  }
  if (has("wants-human") || calls) return bringPerson(draft, reading, record.fresh);
  if ((matter?.status !== "open" || reading.act === "report") && noteOf(draft, command)) {
    return mayClaim(draft, reading) ? offerComplaint(draft, reading, messages) : proceed(draft, true);
  }
  if (matter && matter.status === "open" && needsPersonAtOnce(matter) && raisedNow(draft)) wantPersonOnce(draft);

  if (isDoubtful(draft, reading, messages) && !command.answer) return offerComplaint(draft, reading, messages);
  if (record.fresh?.case && reopened(draft)) return wantPerson(draft, "dissatisfied");
  if (record.fresh) return openComplaint(draft, command, record.fresh, record.learnt);
  if (matter?.status === "open") meetManner(draft, matter.id, reading, messages, false, record.learnt);
  return interpretReply(draft, command, before, record.learnt);
}

/** "人呢？": asked of somebody who is on the way. */
const IMPATIENT =
  /人(?:呢|工呢)[？?！!]?|怎么还(?:不|没)(?:有)?(?:来|人)|(?:还)?要?等(?:到)?(?:多久|什么时候|几时)|where(?:'s| is) (?:the|your|my|that) (?:person|colleague|agent|human)|still waiting|how much longer/iu;

/** Language follows the customer, but a number or one borrowed word doesn't turn a conversation round. */
function chooseLanguage(draft: Draft, { reading, messages }: Hear): void {
  if (reading.language === draft.state.language) return;
  const text = messages.map((message) => message.text).join(" ");
  const first = draft.state.turns <= 1;
  const words = reading.language === "en" ? (text.match(WORD)?.length ?? 0) : (text.match(HAN)?.length ?? 0);
  // Many words are the same in both scripts: back to simplified only on a longer text.
  const enough = first ? 1 : draft.state.language === "zh-Hant" && reading.language === "zh-Hans" ? 15 : 3;
  if (words >= enough) add(draft, { type: "language-chosen", language: reading.language });
}

/** A word of letters only: case numbers and codes are no language. */
const WORD = /(?<![\w-])[A-Za-z]{2,}(?![\w-])/gu;
const HAN = /\p{Script=Han}/gu;

/** A complaint is recorded whatever becomes of it; facts and risks go to its matter. */
function recordComplaint(draft: Draft, command: Hear): { fresh: Matter | null; learnt: FactName[] } {
  const { reading, messages } = command;
  const p0 = reading.risks.some((risk) => draft.bank.level(risk.slug) === "P0");
  const over = draft.state.stage === "closed" && draft.state.how === "resolved";
  const objects = over && (reading.intents.includes("deny") || objectsTo(messages));
  const complains =
    reading.act === "complaint" ||
    p0 ||
    objects ||
    tellsTrouble(reading) ||
    ownHarm(reading, messages) ||
    messages.some(({ text }) => throwsWeight(text)) ||
    needsSeeing(draft, reading) ||
    reading.intents.includes("wants-human");
  // Words that may only ask are asked about; as long as nobody is in danger.
  if (isDoubtful(draft, reading, messages) && !ownHarm(reading, messages)) return { fresh: null, learnt: [] };
  const open = currentMatter(draft.state);
  const current = open?.status === "open" ? open : undefined;
  const another = current && complains && isAnother(draft.state, current, command);
  const target = another ? undefined : current;
  if (!target && !complains) return { fresh: null, learnt: [] };
  const { held } = draft.state;
  const id = target?.id ?? start(draft, command.reading, messages);
  if (held && !target) fill(draft, id, held.reading, messages);
  const learnt = fill(draft, id, reading, messages);
  if (target) {
    add(draft, { type: "matter-continued", matter: id, messages: messages.map((m) => m.id), emotion: reading.emotion });
  }
  if (reading.injection && reading.act !== "complaint") return { fresh: null, learnt: [] };
  for (const second of command.also) {
    const other = start(draft, second, messages);
    fill(draft, other, second, messages);
    add(draft, { type: "matter-chosen", matter: id });
  }
  return { fresh: target ? null : (find(draft, id) ?? null), learnt };
}

/**
 * "就前两天，短信费，说是三块": no word of anger, and still a story of what went wrong, when or for how much.
 * Taken for a complaint rather than not understood, because a complaint must not be lost.
 */
function tellsTrouble({ act, reason, facts }: Reading): boolean {
  const told = facts.some((fact) => fact.name === "amount" || fact.name === "occurred");
  return (act === "unclear" || act === "request") && reason !== null && told;
}

/** "他让我把钱转到他个人账户", "少吐我两百": harmed oneself, whatever else the words praise, propose or accuse. */
const OWN_HARM =
  /(?:让|叫|骗|收|拿|欠|扣|坑|吞|少(?:吐|给|付|退)|多(?:收|扣))(?:了)?(?:我|俺|咱)(?!们行)|我(?:的)?(?:钱|卡|存款|账户|养老钱|本金)(?:[^，。！？]{0,6})(?:没了|不见|被|少了|拿走|转走)|(?:还|退)(?:给)?我|少(?:吐|给|付)[^，。！？]{0,6}(?:元|块|百|千)|\b(?:my money|owes me|took my|from me|pay me back|short(?:ed|-changed) me)\b/iu;

function ownHarm({ act, doubt, facts }: Reading, messages: readonly HeardMessage[]): boolean {
  if (![act, doubt].some((one) => one === "report" || one === "suggestion")) return false;
  const told = facts.some(({ name }) => name === "amount" || name === "desired-outcome");
  return told && messages.some(({ text }) => OWN_HARM.test(text));
}

/** Signals that change nothing for whoever only asks or wants something done. */
const HARMLESS: readonly RiskSlug[] = ["account-restricted"];

/** "我是替客户来代办的，请处理": no complaint by its form, and yet a person must see it. */
function needsSeeing(draft: Draft, { act, risks }: Reading): boolean {
  if (act !== "request" && act !== "unclear" && act !== "chitchat") return false;
  return risks.some(({ slug }) => draft.bank.level(slug) === "P1" || !HARMLESS.includes(slug));
}

const THEFT: readonly RiskSlug[] = ["unauthorised-transaction", "scam"];

/** A clearly different trouble, while the current one is told and nothing of this kind was asked, is a complaint of its own. */
function isAnother(state: State, current: Matter, { reading, messages }: Hear): boolean {
  const announced = messages.some((message) => startsAnother(message.text));
  // Money stolen is never a detail of a rude clerk, whatever is being asked.
  const has = (slug: RiskSlug) => current.risks.some((risk) => risk.slug === slug);
  const stolen = reading.risks.some(({ slug }) => THEFT.includes(slug) && !has(slug));
  const told = announced || stolen || ["following-up", "answering"].includes(state.stage);
  if (!told || reading.act !== "complaint") return false;
  if (!stolen && messages.some((message) => addsToIt(message.text))) return false;
  // Who is in danger, or objects to an explanation, speaks of the matter at hand.
  if (openMatters(state).some(lifeInDanger)) return false;
  if (state.stage === "answering" && !announced) return false;
  const differ = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b;
  const sameBusiness = reading.business !== null && reading.business === current.business;
  const otherBusiness = differ(reading.business, current.business);
  return (differ(reading.reason, current.reason) && !sameBusiness) || (otherBusiness && reading.reason === null);
}

/** A person has the conversation: the bot writes down and stays silent, but never about danger. */
function keepForStaff(draft: Draft, { messages }: Hear): void {
  const matter = currentMatter(draft.state);
  if (!matter?.case) return;
  add(draft, { type: "case-supplemented", matter: matter.id, messages: messages.map((message) => message.id) });
}

function openComplaint(draft: Draft, { reading, messages }: Hear, fresh: Matter, learnt: readonly FactName[]): void {
  const days = draft.state.lastHeardAt ? daysBetween(fresh.receivedAt, draft.context.now) : 0;
  if (days > 0) say(draft, { act: "welcome-back", days });
  say(draft, { act: "calm", emotion: reading.emotion, business: fresh.business, reason: fresh.reason });
  meetManner(draft, fresh.id, reading, messages, true, learnt);
  const files = filesIn(messages).length;
  if (files > 0) say(draft, { act: "attachment-received", count: files });
  proceed(draft);
}

/** Help first, a person called, and nothing asked; the bot stays, listens and writes down. */
function stayWith(draft: Draft, command: Hear, learnt: FactName[]): void {
  if (raisedNow(draft) || command.reading.intents.includes("wants-human")) return wantPersonOnce(draft);
  if (answerStatus(draft, command.reading, command.messages, command.lookup)) return;
  const matter = currentMatter(draft.state);
  const messages = command.messages.map((message) => message.id);
  if (meetMedia(draft, command.messages)) return;
  const files = filesIn(command.messages).length;
  if (files > 0) say(draft, { act: "attachment-received", count: files });
  if (matter?.case && learnt.length > 0) add(draft, { type: "case-supplemented", matter: matter.id, messages });
  say(draft, { act: "stay-with" });
}

const reopened = (draft: Draft): boolean => draft.events.some((event) => event.type === "matter-reopened");

/** A person is called when the danger is first seen; later turns only go on. */
const raisedNow = (draft: Draft): boolean => draft.events.some((event) => event.type === "risk-raised");

function wantPersonOnce(draft: Draft): void {
  if (draft.state.waiting) return say(draft, { act: "waiting-still" });
  wantPerson(draft, "risk");
}

/** A person is one sentence away at every turn. What it is about is asked meanwhile. */
function bringPerson(draft: Draft, reading: Reading, fresh: Matter | null): void {
  if (fresh && reading.act === "complaint") {
    say(draft, { act: "calm", emotion: reading.emotion, business: fresh.business, reason: fresh.reason });
  }
  // A wish in between is no answer, and no failed attempt at one.
  const digressed = draft.state.stage === "gathering";
  if (draft.state.waiting) {
    say(draft, { act: "waiting-still" });
    return proceed(draft, digressed);
  }
  wantPerson(draft, "wants-person");
  const matter = currentMatter(draft.state);
  if (matter && untold(matter)) return say(draft, { act: "person-how" });
  if (matter && !matter.agreed) proceed(draft, digressed);
}

function offerWithdrawal(draft: Draft): void {
  const matter = currentMatter(draft.state);
  if (matter?.status === "open") return add(draft, { type: "withdrawal-offered", matter: matter.id });
  say(draft, { act: "nothing-to-withdraw" });
}

function noteOf(draft: Draft, { reading, messages }: Hear): boolean {
  const kind = NOTES[reading.act];
  const first = messages[0];
  if (!kind || !first) return false;
  const words = messages.map((message) => message.text).join("\n");
  const note = { record: draft.context.record(), kind, at: first.at, message: first.id, words };
  add(draft, { type: "note-recorded", note });
  return true;
}
