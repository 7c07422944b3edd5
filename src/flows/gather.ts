/** What comes next for a complaint: one missing fact, the reading-back, or the hand-over. */
import type { Answer } from "./answer.ts";
import type { Requirement } from "./bank.ts";
import type { Matter } from "./conversation.ts";
import { add, type Draft, say } from "./draft.ts";
import { lifeInDanger, mustHandOver, requestCase, urgent } from "./handover.ts";
import { markGaps } from "./learn.ts";
import { askedByStaff, currentMatter, declinedPersonal, known, missing, openMatters } from "./ledger.ts";
import type { FactName } from "./reading.ts";

const CONTACT: readonly FactName[] = ["phone", "contact-time"];

/** A clause that more probably than not speaks of the complaint may explain it; a looser one would be an insult. */
const EXPLAINS = 0.5;

/** Nothing yet says what happened: let the customer tell it before asking for pieces. */
export const untold = (matter: Matter): boolean =>
  matter.facts.length === 0 &&
  matter.messages.length === 1 &&
  (matter.reason === null || (matter.words.length < 16 && matter.business === null && matter.venue === null));

/**
 * Asks for the next missing fact, or reads the whole back. At most one question.
 * `digressed`: the customer asked something in between, so the same question again is no second attempt.
 */
export function proceed(draft: Draft, digressed = false): void {
  const matter = currentMatter(draft.state);
  if (matter?.status !== "open" || openMatters(draft.state).some(lifeInDanger)) return;
  carryOver(draft, matter);
  if (untold(matter) && !matter.case) return say(draft, { act: "encourage" });
  if (offersPerson(draft, matter)) return add(draft, { type: "person-offered" });
  const next = nextRequirement(draft, currentMatter(draft.state) ?? matter);
  if (!next) return readBack(draft, matter);
  const { consent } = draft.state;
  if (next.personal && consent !== "given" && consent !== "declined") {
    return add(draft, { type: "consent-asked", name: next.name, again: consent !== "not-asked" });
  }
  const attempt = Math.max(1, (matter.asked[next.name] ?? 0) + (digressed ? 0 : 1));
  if (attempt > draft.bank.limits.asks) {
    add(draft, { type: "gap-marked", matter: matter.id, gap: { name: next.name, reason: "asked-enough" } });
    return proceed(draft);
  }
  add(draft, { type: "fact-asked", matter: matter.id, name: next.name, attempt });
}

/** Turns in a row in anger, after which less is asked. */
export const HEATED = 2;

/** Anger that does not fall is no matter for questions: a person is offered, once. */
const offersPerson = ({ state }: Draft, matter: Matter): boolean =>
  state.heated >= HEATED && !state.personOffered && !matter.case && !matter.agreed && !state.waiting;

/** Who writes and how to reach them was said for the first matter and holds for the next. */
const OF_THE_PERSON: readonly FactName[] = ["person", "phone", "contact-time"];

function carryOver(draft: Draft, matter: Matter): void {
  for (const name of OF_THE_PERSON) {
    if (known(matter, name) || matter.gaps.some((gap) => gap.name === name)) continue;
    const elsewhere = draft.state.matters.filter((other) => other.id !== matter.id);
    const fact = elsewhere.map((other) => known(other, name)).find((found) => found !== undefined);
    if (fact) add(draft, { type: "fact-learnt", matter: matter.id, fact: { ...fact, id: draft.context.id() } });
  }
}

/**
 * When nobody is on duty the contact comes first: visitors leave. In an emergency what is wished for comes last:
 * "how would you like it solved?" is no question for somebody whose card is being emptied.
 */
function nextRequirement(draft: Draft, matter: Matter): Requirement | undefined {
  const all = missing(matter, draft.state, draft.bank);
  // While the anger lasts only what identifies the matter and reaches the customer is asked; the rest may come later.
  const less = draft.state.heated >= HEATED && !askedByStaff(matter);
  const open = less ? all.filter((one) => one.essential || CONTACT.includes(one.name)) : all;
  const person = matter.case?.reasons.some((reason) => reason === "wants-person" || reason === "not-understood");
  const leaving = (person || urgent(matter)) && !draft.bank.staffing(draft.context.now).open;
  const contact = leaving ? open.find((needed) => CONTACT.includes(needed.name)) : undefined;
  const pressing = urgent(matter) ? open.find((needed) => needed.name !== "desired-outcome") : undefined;
  return contact ?? pressing ?? open[0];
}

function readBack(draft: Draft, matter: Matter): void {
  if (draft.state.consent === "declined") {
    const names = declinedPersonal(matter, draft.bank).map((needed) => needed.name);
    markGaps(draft, matter.id, "declined", names);
  }
  // What staff asked for goes back to them as it was said.
  if (matter.agreed || askedByStaff(matter)) return conclude(draft, null);
  add(draft, { type: "restated", matter: matter.id });
}

/**
 * The reading-back is agreed: an explanation is tried where one may settle it, else a person gets the case.
 * `answer` is what the policies say about the matter.
 */
export function conclude(draft: Draft, answer: Answer | null): void {
  const matter = currentMatter(draft.state);
  if (!matter) return;
  if (matter.case) {
    add(draft, { type: "case-supplemented", matter: matter.id, messages: matter.messages });
    return nextMatter(draft);
  }
  const mayExplain = draft.bank.explainable(matter) && !mustHandOver(matter);
  if (answer?.kind === "found" && answer.score >= EXPLAINS && mayExplain && !sidesWith(matter, answer)) {
    const { text, citations } = answer;
    return add(draft, { type: "question-answered", matter: matter.id, citations, text, settles: true });
  }
  requestCase(draft, matter.id, ["claim-unsettled"]);
  nextMatter(draft);
}

const NO_CHARGE = /不收取?(?:任何)?(?:费|手续费|年费)?|不得收取|不另收|free of charge|no (?:fee|charge) (?:is|for)/iu;
/** "首年不收，次年……": then it depends, and is an explanation after all. */
const DEPENDS = /首年|次年|满|达到|除外|超过|之外|起收|条件|unless|except|after the first|if you/iu;

/**
 * A clause that says nothing is charged explains no charge, by whatever name it was taken: then the customer may be
 * right, and a person looks.
 */
const sidesWith = (matter: Matter, answer: Extract<Answer, { kind: "found" }>): boolean =>
  (matter.reason === "pricing" || known(matter, "amount") !== undefined) &&
  answer.citations.every(({ quote }) => NO_CHARGE.test(quote) && !DEPENDS.test(quote));

/** Another complaint of the same conversation that still needs its facts. */
export function nextMatter(draft: Draft): void {
  const waiting = openMatters(draft.state).find(
    (matter) => !matter.agreed && matter.id !== draft.state.current && !matter.case,
  );
  if (!waiting) return;
  add(draft, { type: "next-matter-offered", matter: waiting.id });
  proceed(draft);
}
