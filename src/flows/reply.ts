/** The customer's words as a reply to what the bot last said: repairs first, then the stage at hand. */
import { agrees, isClear, refuses } from "./assent.ts";
import type { HeardMessage } from "./command.ts";
import type { Matter, State } from "./conversation.ts";
import { isDoubtful, offerComplaint, recordHeld } from "./doubt.ts";
import { add, type Draft, say } from "./draft.ts";
import { filesIn } from "./files.ts";
import { fill } from "./fill.ts";
import { conclude, HEATED, nextMatter, proceed } from "./gather.ts";
import { requestCase, wantPerson } from "./handover.ts";
import type { Hear } from "./hear.ts";
import { markGaps } from "./learn.ts";
import { currentMatter, known, missing } from "./ledger.ts";
import { answerProposal, speaksOfProposal } from "./proposal.ts";
import type { FactName, Intent, Reading } from "./reading.ts";
import { objectsTo, start } from "./record.ts";
import { keepsComplaint } from "./withdrawal.ts";

const ROBOT =
  /(?:是|不是|在跟).{0,4}(?:机器人|機器人|人工智能|AI|真人)(?:吗|嗎|吧|么|？|\?|$)|\b(?:are you|is this) (?:a |an )?(?:robot|bot|human|real person|machine|ai)\b/iu;

/** "我要投诉", and now what it is about: the story is met with a word before the next question. */
function toldNow({ matters }: State, { id, business, reason }: Matter, { act, emotion }: Reading): boolean {
  const earlier = matters.find((matter) => matter.id === id);
  const untold = earlier !== undefined && earlier.business === null && earlier.reason === null;
  return untold && (business ?? reason) !== null && act === "complaint" && emotion > 0;
}

export function interpretReply(draft: Draft, command: Hear, before: State, learnt: FactName[]): void {
  const { reading } = command;
  const has = (intent: Intent) => reading.intents.includes(intent);
  if (has("repeat-please") && before.lastBubbles.length > 0) {
    return say(draft, { act: "repeat", text: before.lastBubbles.at(-1) ?? "" });
  }
  if (has("why-asked") && before.stage === "gathering") return explainWhy(draft, before);
  if (command.messages.some((message) => ROBOT.test(message.text))) {
    say(draft, { act: "who-am-i" });
    if (before.stage === "gathering") returnTo(draft, before);
    return;
  }
  const declines = before.stage === "gathering" && (has("dont-know") || has("skip"));
  if ((reading.act === "question" || command.answer) && !declines) {
    if (answerQuestion(draft, command, before, learnt)) return;
  }
  const matter = currentMatter(draft.state);
  const offering = draft.state.heated >= HEATED && !draft.state.personOffered;
  const rising = reading.emotion >= 2 && (reading.emotion > before.emotion || offering);
  if (matter?.status === "open" && (rising || toldNow(before, matter, reading))) {
    say(draft, { act: "calm", emotion: reading.emotion, business: matter.business, reason: matter.reason });
  }
  if (matter && before.stage !== "offering" && speaksOfProposal(matter, command.messages)) {
    return answerProposal(draft, matter, reading, command.messages);
  }
  const files = filesIn(command.messages).length;
  if (files > 0 && matter?.status === "open") say(draft, { act: "attachment-received", count: files });
  else if (files > 0) {
    say(draft, { act: "attachment-kept" });
    return say(draft, { act: "encourage" });
  }
  switch (before.stage) {
    case "gathering":
      return replyWhileGathering(draft, command, before, learnt);
    case "confirming":
      return replyToReadingBack(draft, command, learnt);
    case "answering":
      return replyToAnswer(draft, command);
    case "offering":
      if (before.offer === "proposal" && matter) return answerProposal(draft, matter, reading, command.messages);
      return replyToOffer(draft, command, before.offer, learnt);
    case "following-up":
    case "listening":
    case "closed":
    case "with-staff":
      return smallTalk(draft, command, learnt);
  }
}

function explainWhy(draft: Draft, before: Extract<State, { stage: "gathering" }>): void {
  const { asking } = before;
  say(draft, { act: "explain-why", name: "name" in asking ? asking.name : null });
}

/** True when the question took the whole turn; inside a complaint the conversation returns to where it was. */
function answerQuestion(
  draft: Draft,
  { answer, reading, messages }: Hear,
  before: State,
  learnt: readonly FactName[],
): boolean {
  const agreed = before.stage === "confirming" && (reading.intents.includes("confirm") || agrees(messages));
  // "没解决，差价还是要退" answers whether it is settled, whatever it asks for.
  const objects = before.stage === "answering" && (reading.intents.includes("deny") || objectsTo(messages));
  // "查清楚钱在哪，退回来也行" tells what was asked for: with no clause that answers it, it asks nothing.
  const told = before.stage === "gathering" && before.asking.kind === "fact" && learnt.includes(before.asking.name);
  if (told && answer?.kind !== "found") return false;
  if (!answer || agreed || objects || (before.stage === "confirming" && reading.act !== "question")) return false;
  if (reading.act !== "question" && answer.kind !== "found") return false;
  const matter = currentMatter(draft.state);
  const open = matter?.status === "open" ? matter : null;
  const settles = before.stage === "answering" && reading.act === "question";
  if (answer.kind === "found") {
    const { text, citations } = answer;
    const about = !open && reading.business !== null ? { business: reading.business } : {};
    add(draft, { type: "question-answered", matter: open?.id ?? null, citations, text, settles, ...about });
  } else if (answer.kind === "clarify") {
    const clauses = answer.options.flatMap((option, n) => {
      const meant = answer.candidates?.[n];
      return meant ? [{ option, policy: meant.policy, clause: meant.clause }] : [];
    });
    add(draft, { type: "question-ambiguous", options: answer.options, clauses });
    return true;
  } else {
    const { known } = answer;
    add(draft, { type: "question-unanswered", matter: open?.id ?? null, ...(known ? { known } : {}) });
    if (open && !open.case && before.stage === "answering") requestCase(draft, open.id, ["no-answer"]);
  }
  if (before.stage === "gathering") {
    // "问这么多干什么，可以": asked and agreed in one breath.
    if (before.asking.kind === "consent" && agrees(messages)) add(draft, { type: "consent-given" });
    returnTo(draft, before);
  }
  if (before.stage === "confirming") say(draft, { act: "check-again" });
  if (isDoubtful(draft, reading, messages)) offerComplaint(draft, reading, messages);
  return true;
}

/** Says in passing what was written down; a correction has been confirmed already. */
function note(draft: Draft, learnt: readonly FactName[]): void {
  const corrected = draft.events.flatMap((event) =>
    event.type === "fact-corrected" && event.said ? [event.fact.name] : [],
  );
  const matter = currentMatter(draft.state);
  const names = learnt.filter((name) => !corrected.includes(name));
  const facts = names.flatMap((name) => (matter && known(matter, name)) ?? []);
  if (facts.length > 0) say(draft, { act: "noted", facts });
}

/** The same question again after a digression. The notice isn't read out twice. */
function returnTo(draft: Draft, before: Extract<State, { stage: "gathering" }>): void {
  if (before.asking.kind === "consent" && draft.state.consent === "asked-again") return;
  proceed(draft, true);
}

function replyWhileGathering(
  draft: Draft,
  command: Hear,
  before: Extract<State, { stage: "gathering" }>,
  learnt: FactName[],
): void {
  const { reading } = command;
  const matter = currentMatter(draft.state);
  const has = (intent: Intent) => reading.intents.includes(intent);
  const { asking } = before;
  if (matter?.status !== "open" || asking.kind.startsWith("status") || asking.kind === "rights-proof")
    return smallTalk(draft, command, learnt);
  if (asking.kind === "consent") return replyToNotice(draft, matter, command, learnt);
  const refused = decline(draft, matter, reading);
  if (asking.kind === "fact" && !learnt.includes(asking.name) && !refused) {
    const refuses = has("skip") || (has("deny") && !has("correct") && learnt.length === 0);
    const gap = has("dont-know") ? "unknown" : refuses ? "declined" : null;
    if (gap) {
      add(draft, { type: "gap-marked", matter: matter.id, gap: { name: asking.name, reason: gap } });
      if (learnt.length === 0) say(draft, { act: "left-open", reason: gap });
    }
  }
  if (has("settled")) return settle(draft);
  if (has("goodbye") && learnt.length === 0) return say(draft, { act: "farewell" });
  if (has("thanks") && learnt.length === 0) {
    say(draft, { act: "thanked" });
    return returnTo(draft, before);
  }
  if (reading.emotion < 2) note(draft, learnt);
  proceed(draft);
}

/** Leaves open what is refused by name, and only that. */
function decline(draft: Draft, matter: Matter, { declined = [] }: Reading): boolean {
  const names = declined.filter((name) => !known(matter, name));
  markGaps(draft, matter.id, "declined", names);
  return names.length > 0;
}

const ASSENT =
  /^(?:我|嗯|那|都|)(?:同意|可以|好|行|没问题|沒問題|知道了|就[这這][样樣]|ok|okay|yes|sure|fine|agreed?)(?!不)/iu;

/**
 * Giving a personal fact after the notice is consent by deed. Anything else is asked about once more;
 * no answer then counts as a no, which costs the customer nothing.
 */
function replyToNotice(draft: Draft, matter: Matter, { reading, messages }: Hear, learnt: FactName[]): void {
  const { intents } = reading;
  const personal = draft.bank.requirements(matter).filter((needed) => needed.personal);
  const byDeed = personal.some((needed) => learnt.includes(needed.name));
  const corrects = intents.includes("correct") || learnt.length > 0;
  const some = decline(draft, matter, reading);
  const none = intents.includes("skip") || intents.includes("dont-know") || (intents.includes("deny") && !corrects);
  const refused = (none || refuses(messages)) && !some;
  const assents = agrees(messages) || messages.some(({ text }) => ASSENT.test(text.trim()));
  const answered = byDeed || intents.includes("confirm") || assents;
  if (answered && !(refused && !byDeed)) add(draft, { type: "consent-given" });
  else if (refused || draft.state.consent === "asked-again") add(draft, { type: "consent-declined" });
  note(draft, learnt);
  proceed(draft);
}

function replyToReadingBack(draft: Draft, { reading, answer, messages }: Hear, learnt: FactName[]): void {
  const matter = currentMatter(draft.state);
  if (!matter) return;
  if (learnt.length > 0) return add(draft, { type: "restated", matter: matter.id });
  if (reading.intents.includes("deny") || reading.intents.includes("correct")) {
    if (draft.state.unclear + 1 >= draft.bank.limits.unclear) return wantPerson(draft, "not-understood");
    return say(draft, { act: "ask-what-is-wrong" });
  }
  if (!reading.intents.includes("confirm") && !agrees(messages)) return checkAgain(draft);
  add(draft, { type: "restatement-agreed", matter: matter.id });
  conclude(draft, answer);
}

/** Only the customer's own yes agrees to the reading-back; after the bank's number of tries a person takes it as it is. */
function checkAgain(draft: Draft): void {
  if (draft.state.unclear + 1 >= draft.bank.limits.unclear) return wantPerson(draft, "not-understood");
  say(draft, { act: "check-again" });
}

function replyToAnswer(draft: Draft, command: Hear): void {
  const { reading, messages } = command;
  const matter = currentMatter(draft.state);
  if (!matter) return;
  const { intents } = reading;
  const no = objectsTo(messages) || intents.includes("deny") || reading.act === "complaint" || reading.emotion >= 2;
  const yes =
    ["settled", "confirm", "thanks"].some((one) => intents.some((intent) => intent === one)) || isClear(messages);
  if (yes && !no) return settle(draft);
  if (!no && reading.act === "unclear" && draft.state.unclear === 0) return notUnderstood(draft, command);
  requestCase(draft, matter.id, ["dissatisfied"]);
  nextMatter(draft);
}

function settle(draft: Draft): void {
  const matter = currentMatter(draft.state);
  if (matter?.status !== "open") return;
  if (matter.case) return add(draft, { type: "withdrawal-offered", matter: matter.id });
  add(draft, { type: "matter-settled", matter: matter.id, at: draft.context.now });
  closeOrGoOn(draft, "settled");
}

function replyToOffer(
  draft: Draft,
  { reading, messages }: Hear,
  offer: "person" | "withdrawal" | "complaint" | "proposal",
  learnt: readonly FactName[],
): void {
  const matter = currentMatter(draft.state);
  const no = reading.intents.includes("deny") || keepsComplaint(messages);
  const yes = !no && (reading.intents.includes("confirm") || reading.intents.includes("withdraw") || agrees(messages));
  if (offer === "person") {
    if (yes) wantPerson(draft, "wants-person");
    else note(draft, learnt);
    return proceed(draft);
  }
  // Who says what they want instead of yes wants it recorded: "把逾期记录消掉".
  const wishes = !no && reading.facts.some(({ name }) => name === "desired-outcome");
  if (offer === "complaint") return replyToHeld(draft, reading, messages, yes || wishes);
  if (offer === "withdrawal" && yes && matter) {
    add(draft, { type: "matter-withdrawn", matter: matter.id, at: draft.context.now });
    return closeOrGoOn(draft, "withdrawn");
  }
  add(draft, { type: "withdrawal-dropped" });
  if (matter && !matter.case) proceed(draft);
}

/** Without a yes it was a question, and the conversation goes on from there. */
function replyToHeld(draft: Draft, reading: Reading, messages: readonly HeardMessage[], yes: boolean): void {
  const { held } = draft.state;
  if (!held) return proceed(draft);
  if (!yes) {
    add(draft, { type: "complaint-declined" });
    return say(draft, { act: "chat" });
  }
  fill(draft, recordHeld(draft, held), reading, messages);
  const { business, reason } = held.reading;
  say(draft, { act: "calm", emotion: reading.emotion, business, reason });
  proceed(draft);
}

function closeOrGoOn(draft: Draft, how: "settled" | "withdrawn"): void {
  const open = draft.state.matters.some((matter) => matter.status === "open");
  if (open) return nextMatter(draft);
  add(draft, { type: "conversation-closed", how });
}

/** Outside a question of the bot's: thanks, greetings, additions to a case, a request, something unclear. */
function smallTalk(draft: Draft, command: Hear, learnt: FactName[]): void {
  const matter = currentMatter(draft.state);
  const open = matter?.status === "open" ? matter : undefined;
  const { reading, messages } = command;
  if (reading.intents.includes("thanks")) return say(draft, { act: "thanked" });
  if (reading.intents.includes("goodbye")) return say(draft, { act: "farewell" });
  if (reading.intents.includes("settled") && open) return settle(draft);
  if (open?.case && !open.agreed && missing(open, draft.state, draft.bank).length > 0 && reading.act !== "question") {
    note(draft, learnt);
    return proceed(draft);
  }
  const bare = reading.intents.length > 0 && reading.facts.length === 0;
  const more = !bare && (reading.act === "complaint" || reading.act === "request" || reading.act === "unclear");
  const adds = learnt.length > 0 || more || reading.intents.includes("attach");
  if (open?.case && (adds || messages.some((message) => message.kind !== "text"))) {
    return add(draft, { type: "case-supplemented", matter: open.id, messages: messages.map((m) => m.id) });
  }
  if (open && !open.case) return proceed(draft);
  if (open && bare) return say(draft, { act: "ask-anything-else" });
  if (reading.act === "request") return say(draft, { act: "request-advice" });
  if (reading.act === "chitchat" || reading.intents.length > 0) return say(draft, { act: "chat" });
  notUnderstood(draft, command);
}

const WORDLESS = /^[^\p{L}\p{N}]*$/u;

/**
 * Says so honestly. After the bank's number of tries a person takes over, and what was said is on record:
 * whoever writes to a complaint desk again and again has something to complain about.
 */
function notUnderstood(draft: Draft, { reading, messages }: Hear): void {
  const attempt = draft.state.unclear + 1;
  if (attempt >= draft.bank.limits.unclear) {
    if (currentMatter(draft.state)?.status !== "open") start(draft, reading, messages);
    return wantPerson(draft, "not-understood");
  }
  const text = messages.map((message) => message.text).join("");
  if (messages.every((message) => message.kind === "text") && WORDLESS.test(text))
    return say(draft, { act: "only-emoji" });
  say(draft, { act: "unclear", attempt });
}
