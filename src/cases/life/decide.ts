/**
 * The one decision of a case's life: a state and a command give events, or a refusal with its reason.
 * Pure and deterministic; a command that was done before gives nothing.
 */
import type { LifeBank, LifeContext } from "./bank.ts";
import type { CaseState } from "./case.ts";
import type { LifeCommand } from "./command.ts";
import * as end from "./decide-end.ts";
import * as offering from "./decide-offer.ts";
import * as ownership from "./decide-ownership.ts";
import * as work from "./decide-work.ts";
import { add, type Checked, type Draft, eventOf } from "./draft.ts";
import type { CaseEvent } from "./events.ts";
import { type LifeRefusal, refusal } from "./refusal.ts";
import { TRANSITIONS } from "./transitions.ts";
import { standing } from "./who.ts";

export interface LifeDecision {
  events: CaseEvent[];
  refusal: LifeRefusal | null;
}

/** `state` is null before the case is registered. */
export function decide(
  state: CaseState | null,
  command: LifeCommand,
  bank: LifeBank,
  context: LifeContext,
): LifeDecision {
  if (!state) return command.type === "register" ? register(command, context) : refused("no-case");
  if (state.done.includes(command.id) || command.type === "register") return { events: [], refusal: null };
  const { from, who } = TRANSITIONS[command.type];
  if (!from.includes(state.stage.name)) return refused("wrong-stage");
  const is = standing(state, command.by);
  if (!is.some((one) => who.includes(one))) return refused("not-yours");
  const draft: Draft = { bank, context, by: command.by, cause: command.id, who: is, events: [], state };
  const wrong = run(draft, command);
  return wrong ? refused(wrong) : { events: draft.events, refusal: null };
}

const refused = (code: Exclude<Checked, null>): LifeDecision => ({ events: [], refusal: refusal(code) });

function register(command: Extract<LifeCommand, { type: "register" }>, { now }: LifeContext): LifeDecision {
  const { id, by, ...rest } = command;
  if (by.kind !== "rule") return refused("not-yours");
  return { events: [eventOf(by, now, id, { ...rest, type: "registered", links: [] })], refusal: null };
}

function run(draft: Draft, command: Exclude<LifeCommand, { type: "register" }>): Checked {
  switch (command.type) {
    case "number":
      if (draft.state.number !== null) return "unchanged";
      return add(draft, { type: "numbered", number: command.number });

    case "assign":
      return ownership.assign(draft, command);
    case "accept":
      return ownership.accept(draft);
    case "release":
      return ownership.release(draft, command);
    case "return":
      return ownership.giveBack(draft, command);
    case "offer-transfer":
      return ownership.offerTransfer(draft, command);
    case "accept-transfer":
      return ownership.acceptTransfer(draft);
    case "refuse-transfer":
      return ownership.refuseTransfer(draft, command);
    case "offer":
      return offering.offer(draft, command);
    case "end-offer":
      return offering.endOffer(draft, command);
    case "leave-to-lead":
      return offering.leaveToLead(draft, command);
    case "ask-assistance":
      return ownership.askAssistance(draft, command);
    case "recuse":
      return ownership.recuse(draft, command);
    case "escalate":
      return ownership.escalate(draft, command);
    case "remind":
      return ownership.remind(draft, command);
    case "adopt-calendar":
      return add(draft, { type: "calendar-adopted", calendar: command.calendar, year: command.year });

    case "investigate":
      return work.investigate(draft);
    case "contact":
      return work.contact(draft, command);
    case "ask-facts":
      return work.askFacts(draft, command);
    case "wait":
      return work.wait(draft, command);
    case "end-wait":
      return work.endWait(draft, command);
    case "supplement":
      return work.supplement(draft, command);
    case "restart":
      return work.restart(draft, command);
    case "choose-regime":
      return work.chooseRegime(draft, command);
    case "ask-extension":
      return work.askExtension(draft, command);
    case "grant-extension":
      return work.grantExtension(draft, command);
    case "refuse-extension":
      return work.refuseExtension(draft, command);
    case "grade":
      return work.changeGrade(draft, command);
    case "urge":
      return work.changeUrgency(draft, command);
    case "link":
      return work.link(draft, command);
    case "promise":
      return work.promise(draft, command);
    case "keep-promise":
      return work.keepPromise(draft, command);
    case "move-promise":
      return work.movePromise(draft, command);
    case "tell-progress":
      return work.tellProgress(draft, command);

    case "propose":
      return end.propose(draft, command);
    case "pass-proposal":
      return end.passProposal(draft);
    case "send-back-proposal":
      return end.sendBackProposal(draft, command);
    case "answer-proposal":
      return end.answerProposal(draft, command);
    case "decide":
      return end.decideCase(draft, command);
    case "give-notice":
      return end.giveNotice(draft, command);
    case "resolve":
      return end.resolve(draft, command);
    case "close":
      return end.close(draft);
    case "withdraw":
      return end.withdraw(draft);
    case "merge":
      return end.merge(draft, command);
    case "call-back":
      return end.callBack(draft, command);
    case "mark":
      return end.mark(draft, command);
    case "reopen":
      return end.reopen(draft, command);
    case "ask-review":
      return end.askReview(draft);
    case "decide-review":
      return end.decideReview(draft, command);
  }
}
